import { createRawSnippet } from "svelte";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import Parts from "./Parts.svelte";

const children = createRawSnippet(() => ({ render: () => "<p>Isi</p>" }));
const parts = ["satu", "dua", "tiga"].map((id) => ({ id, name: id, testid: `part-${id}` }));
const props = { label: "Bagian", title: "Layar", parts, children };
const stops = () => parts.filter(({ testid }) => screen.getByTestId(testid).tabIndex === 0).map(({ id }) => id);

it("has one part in the tab order, moved by the arrow keys, opened by Enter", async () => {
  render(Parts, { ...props, current: "dua", first: true });
  expect(stops()).toEqual(["dua"]);
  expect(document.querySelector("[data-first-focus]")).toBe(screen.getByTestId("part-dua"));
  screen.getByTestId("part-dua").focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByTestId("part-tiga"));
  expect(stops()).toEqual(["tiga"]);
  expect(screen.getByTestId("part-dua").getAttribute("aria-current")).toBe("true");
  await userEvent.keyboard("{Home}{Enter}");
  expect(screen.getByTestId("part-satu").getAttribute("aria-current")).toBe("true");
  expect(screen.getByTestId("part-dua").getAttribute("aria-current")).toBeNull();
});

it("goes along when another part is opened from elsewhere", async () => {
  const { rerender } = render(Parts, { ...props, current: "satu" });
  await rerender({ ...props, current: "tiga" });
  expect(stops()).toEqual(["tiga"]);
  expect(document.querySelector("[data-first-focus]")).toBeNull();
});
