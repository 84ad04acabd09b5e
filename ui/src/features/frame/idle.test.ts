import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchIdle } from "./idle";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watch(minutes: number) {
  const calls = { announce: vi.fn(), withdraw: vi.fn(), lock: vi.fn() };
  return { ...calls, end: watchIdle({ minutes, ...calls }) };
}

it("announces 30 seconds before it locks", () => {
  const { announce, lock, end } = watch(5);
  vi.advanceTimersByTime(269_999);
  expect(announce).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(announce).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(30_000);
  expect(lock).toHaveBeenCalledTimes(1);
  end();
});

it("is put off by any key, and takes the announcement back", () => {
  const { announce, withdraw, lock, end } = watch(1);
  vi.advanceTimersByTime(31_000);
  expect(announce).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
  expect(withdraw).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(59_000);
  expect(lock).not.toHaveBeenCalled();
  end();
});

it("never locks with 0 minutes, nor after it ended", () => {
  const never = watch(0);
  const ended = watch(1);
  ended.end();
  vi.advanceTimersByTime(3_600_000);
  expect(never.lock).not.toHaveBeenCalled();
  expect(ended.lock).not.toHaveBeenCalled();
});
