/** jsdom lacks what the components ask of a browser: modality of <dialog>, matchMedia, scrolling. */
import { cleanup, configure } from "@testing-library/svelte";
import { afterEach } from "vitest";

// As `testTimeout`: long enough for a slow machine.
configure({ asyncUtilTimeout: 15_000 });

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute("open", "");
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.removeAttribute("open");
  this.dispatchEvent(new Event("close"));
};
Element.prototype.scrollIntoView ??= () => {};
window.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
})) as unknown as typeof window.matchMedia;

afterEach(cleanup);
