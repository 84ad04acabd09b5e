import { expect, it } from "vitest";
import { rangeOf } from "./reserved";

it("says the numbers of a stack at a look", () => {
  expect(rangeOf(["0004/PKM-SKM/A/XI/2026", "0005/PKM-SKM/A/XI/2026", "0006/PKM-SKM/A/XI/2026"])).toBe("0004–0006");
  expect(rangeOf(["PKM-A-2026-0099", "PKM-A-2026-0100"])).toBe("0099–0100");
  expect(rangeOf(["0004/PKM-SKM/A/XI/2026"])).toBe("0004/PKM-SKM/A/XI/2026");
  expect(rangeOf(["0999/A/XII/2026", "0001/A/I/2027"])).toBe("0999/A/XII/2026 – 0001/A/I/2027");
  expect(rangeOf([])).toBe("");
});
