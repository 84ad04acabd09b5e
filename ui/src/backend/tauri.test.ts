import { expect, it } from "vitest";
import { fakeBackend } from "./fake";
import { tauriBackend } from "./tauri";

it("has the same methods as the invented office", () => {
  expect(Object.keys(tauriBackend()).sort()).toEqual(Object.keys(fakeBackend()).sort());
});
