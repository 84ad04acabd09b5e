import { expect, it } from "vitest";
import fixture from "../../../../tests/fixtures/keystrokes.json";
import { countKeys, DESCRIPTION, KEY_LIMIT, KEYSTROKES, totalKeys } from "./keystrokes";

it("registers and prints in no more keys than the budget allows", () => {
  expect(totalKeys(KEYSTROKES)).toBe(167);
  expect(totalKeys(KEYSTROKES)).toBeLessThanOrEqual(KEY_LIMIT);
  expect(DESCRIPTION).toHaveLength(77);
});

it("counts modifiers as keys and their release not", () => {
  expect(KEYSTROKES.map((step) => countKeys(step.keys))).toEqual([2, 20, 13, 1, 20, 6, 1, 5, 5, 1, 78, 5, 7, 2, 1]);
});

it("is what the test of the real window replays", () => {
  expect(fixture).toEqual(KEYSTROKES);
});
