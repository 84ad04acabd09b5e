import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emptyForm } from "../../backend/fake/blank";
import { autosave, RETRY_AFTER_MS, SAVE_AFTER_MS, SAVE_AT_LATEST_MS, type SaveState } from "./autosave";

describe("autosave", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function setUp(save: () => Promise<string>) {
    const states: SaveState[] = [];
    const saver = autosave(emptyForm, save, (state) => states.push(state));
    return { saver, states, last: () => states.at(-1)?.kind };
  }

  it("writes 400 ms after the last key, once", async () => {
    const save = vi.fn(async () => "2026-12-28T09:14:22+07:00");
    const { saver, last } = setUp(save);
    saver.touch();
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
    saver.touch();
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save).toHaveBeenCalledTimes(1);
    expect(last()).toBe("saved");
  });

  it("writes once a second while somebody types without a pause", async () => {
    const save = vi.fn(async () => "now");
    const { saver } = setUp(save);
    for (let ms = 0; ms < 3 * SAVE_AT_LATEST_MS; ms += 100) {
      saver.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(save).toHaveBeenCalledTimes(3);
  });

  it("never writes twice at the same time, and writes again what was typed meanwhile", async () => {
    let finish: (at: string) => void = () => undefined;
    const save = vi.fn(() => new Promise<string>((resolve) => (finish = resolve)));
    const { saver, last } = setUp(save);
    saver.touch();
    const first = saver.flush();
    saver.touch();
    const second = saver.flush();
    expect(save).toHaveBeenCalledTimes(1);
    finish("a");
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(save).toHaveBeenCalledTimes(2);
    finish("b");
    await second;
    expect(last()).toBe("saved");
  });

  it("shows a failure, keeps trying, and then says that it is saved", async () => {
    const save = vi.fn(async () => "later").mockRejectedValueOnce({ code: "disk_full", complaintsKept: 147 });
    const { saver, last } = setUp(save);
    saver.touch();
    await saver.flush();
    expect(last()).toBe("failed");
    await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS);
    expect(save).toHaveBeenCalledTimes(2);
    expect(last()).toBe("saved");
  });

  it("says that it is saving only when that takes long", async () => {
    let finish: (at: string) => void = () => undefined;
    const { saver, states } = setUp(() => new Promise<string>((resolve) => (finish = resolve)));
    saver.touch();
    const done = saver.flush();
    await vi.advanceTimersByTimeAsync(299);
    expect(states.map((s) => s.kind)).not.toContain("saving");
    await vi.advanceTimersByTimeAsync(2);
    expect(states.map((s) => s.kind)).toContain("saving");
    finish("now");
    await done;
  });

  it("writes nothing for a draft that is gone", async () => {
    const save = vi.fn(async () => "x");
    const { saver } = setUp(save);
    saver.touch();
    saver.stop();
    await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2);
    await saver.flush();
    expect(save).not.toHaveBeenCalled();
  });
});
