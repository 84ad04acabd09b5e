import { beforeEach, describe, expect, it } from "vitest";
import { movePane, nextField, rememberPanes } from "./focus";

// jsdom lays nothing out: whatever is not hidden counts as seen.
HTMLElement.prototype.getClientRects = () => [{}] as unknown as DOMRectList;

const byId = (id: string) => document.getElementById(id) as HTMLElement;

describe("Enter goes on", () => {
  beforeEach(() => {
    document.body.innerHTML = `<form id="f"><fieldset data-field="identity"><input type="radio" id="a" name="i" checked><input type="radio" id="b" name="i"></fieldset>
      <input id="name"><fieldset data-field="d"><input id="d-day"><input id="d-month"><input id="d-year"></fieldset>
      <div data-enter-skip><input id="subject"></div><div hidden><input id="gone"></div><textarea id="description"></textarea></form>`;
  });
  const from = (id: string) => nextField(byId("f"), byId(id))?.id;

  it("past the other radios of a group and the other boxes of a date", () => {
    expect(from("a")).toBe("name");
    expect(from("name")).toBe("d-day");
    expect(from("d-day")).toBe("description");
  });

  it("past what is to be skipped or hidden, and nowhere at the end", () => {
    expect(from("d-year")).toBe("description");
    expect(from("description")).toBeUndefined();
  });
});

describe("F6", () => {
  beforeEach(() => {
    document.body.innerHTML = `<section data-pane tabindex="-1" id="one"><button id="x">x</button><button id="y">y</button></section>
      <section data-pane tabindex="-1" id="two"></section><section data-pane hidden tabindex="-1"><button>z</button></section>`;
  });

  it("goes around the panes that are seen, and comes back to where one was", () => {
    const end = rememberPanes();
    byId("y").focus();
    movePane(1);
    expect(document.activeElement?.id).toBe("two");
    movePane(1);
    expect(document.activeElement?.id).toBe("y");
    movePane(-1);
    expect(document.activeElement?.id).toBe("two");
    end();
  });
});
