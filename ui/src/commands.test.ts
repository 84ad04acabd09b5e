import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { give, listenForKeys, onCommands, onDialogCommands } from "./commands.svelte";

const key = (name: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init });
  window.dispatchEvent(event);
  return event;
};

describe("commands", () => {
  let ends: (() => void)[] = [];
  beforeEach(() => (ends = [listenForKeys()]));
  afterEach(() => ends.forEach((end) => end()));

  it("go to the newest handler, and back when it leaves", () => {
    const [frame, screen] = [vi.fn(), vi.fn()];
    ends.push(onCommands({ search: frame }));
    const leave = onCommands({ search: screen });
    key("F3");
    leave();
    key("f", { ctrlKey: true });
    expect(screen).toHaveBeenCalledTimes(1);
    expect(frame).toHaveBeenCalledTimes(1);
  });

  it("are silent below a dialog, except text size and lock", () => {
    const [fresh, larger] = [vi.fn(), vi.fn()];
    ends.push(onCommands({ "new-complaint": fresh, "text-larger": larger }), onDialogCommands({}));
    key("n", { ctrlKey: true });
    key("=", { ctrlKey: true });
    expect(fresh).not.toHaveBeenCalled();
    expect(larger).toHaveBeenCalledTimes(1);
  });

  it("stay below a dialog when their screen registers again", () => {
    const [register, commit] = [vi.fn(), vi.fn()];
    ends.push(onDialogCommands({ commit }), onCommands({ register }));
    key("Enter", { ctrlKey: true });
    expect(register).not.toHaveBeenCalled();
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it("keep the host from acting on a key of the table, answered or not", () => {
    expect(key("p", { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(key("a", { ctrlKey: true }).defaultPrevented).toBe(false);
  });

  it("register once while the key is held down", () => {
    const register = vi.fn();
    ends.push(onCommands({ register }));
    key("Enter", { ctrlKey: true });
    key("Enter", { ctrlKey: true, repeat: true });
    expect(register).toHaveBeenCalledTimes(1);
  });

  it("say whether somebody answered", () => {
    expect(give("lock")).toBe(false);
    ends.push(onCommands({ lock: () => {} }));
    expect(give("lock")).toBe(true);
  });

  it("show their keys while Ctrl is held for 600 ms", () => {
    vi.useFakeTimers();
    key("Control", { ctrlKey: true });
    vi.advanceTimersByTime(599);
    expect(document.documentElement.dataset.hints).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(document.documentElement.dataset.hints).toBe("on");
    window.dispatchEvent(new KeyboardEvent("keyup", { key: "Control" }));
    expect(document.documentElement.dataset.hints).toBeUndefined();
    vi.useRealTimers();
  });
});
