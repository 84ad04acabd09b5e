import { describe, expect, it } from "vitest";
import { ariaKeys, commandIds, commandsFor, isForbidden, keyLabel, keyOf, keyTable, type Context } from "./keys";

const press = (key: string, modifiers: Partial<Pick<KeyboardEvent, "ctrlKey" | "shiftKey" | "altKey" | "metaKey">> = {}) => ({
  key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...modifiers,
});

const inContext = (id: (typeof commandIds)[number], context: Context) => {
  const contexts: readonly Context[] = keyTable[id].contexts;
  return contexts.includes(context) || (contexts.includes("everywhere") && context !== "everywhere");
};

describe("the table of keys", () => {
  it("gives no key to two commands of one context", () => {
    const contexts = new Set(commandIds.flatMap((id) => [...keyTable[id].contexts]));
    for (const context of contexts) {
      const keys = commandIds.filter((id) => inContext(id, context)).flatMap((id) => [...keyTable[id].keys]);
      expect(keys, context).toEqual([...new Set(keys)]);
    }
  });

  it("holds no forbidden key", () => {
    const keys = commandIds.flatMap((id) => [...keyTable[id].keys]);
    expect(keys.filter(isForbidden)).toEqual([]);
  });

  it("knows what is forbidden", () => {
    const forbidden = ["Alt+A", "Ctrl+Alt+E", "Alt+1", "F7", "Shift+F7", "F10", "F11", "F12", "Ctrl+Shift+I", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Y", "Ctrl+Z", "Ctrl+ArrowLeft", "a", "Meta+L"];
    expect(forbidden.filter((key) => !isForbidden(key))).toEqual([]);
    expect(["F1", "Ctrl+N", "Ctrl+Enter", "Shift+F6", "Ctrl+0"].filter(isForbidden)).toEqual([]);
  });

  it("opens the screens that exist with Ctrl and a digit", () => {
    expect(commandsFor("Ctrl+1")).toEqual(["screen-1"]);
    expect(commandsFor("Ctrl+4")).toEqual(["screen-4"]);
    expect(commandsFor("Ctrl+5")).toEqual([]);
  });
});

describe("reading a key", () => {
  it("writes an event as the table does", () => {
    expect(keyOf(press("n", { ctrlKey: true }))).toBe("Ctrl+N");
    expect(keyOf(press("F6", { shiftKey: true }))).toBe("Shift+F6");
    expect(keyOf(press("Enter", { ctrlKey: true }))).toBe("Ctrl+Enter");
    expect(keyOf(press("Control", { ctrlKey: true }))).toBe("");
  });

  it("takes + with and without Shift, from the row and from the number pad", () => {
    expect(keyOf(press("=", { ctrlKey: true }))).toBe("Ctrl++");
    expect(keyOf(press("+", { ctrlKey: true, shiftKey: true }))).toBe("Ctrl++");
    expect(keyOf(press("-", { ctrlKey: true }))).toBe("Ctrl+-");
  });

  it("leaves AltGr characters to the field", () => {
    expect(commandsFor(keyOf(press("n", { ctrlKey: true, altKey: true })))).toEqual([]);
  });

  it("reads ⌘ as Ctrl on a Mac, but not with Tab", () => {
    expect(keyOf(press("l", { metaKey: true }), true)).toBe("Ctrl+L");
    expect(keyOf(press("Tab", { ctrlKey: true }), true)).toBe("Ctrl+Tab");
  });

  it("is shown with a real minus and spoken with Control", () => {
    expect(keyLabel("text-smaller")).toBe("Ctrl+−");
    expect(ariaKeys("search")).toBe("F3 Control+F");
    expect(ariaKeys("text-larger")).toBe("Control+Plus");
  });
});
