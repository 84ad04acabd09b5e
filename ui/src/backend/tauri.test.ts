import { expect, it } from "vitest";
import { fakeBackend } from "./fake";
import { commandName, namedArguments, tauriBackend } from "./tauri";

it("names commands in snake_case and arguments by name", () => {
  expect(commandName("openWithPassword")).toBe("open_with_password");
  expect(commandName("void")).toBe("void");
  expect(namedArguments("signIn", ["officer-1", "902741"])).toEqual({ officerId: "officer-1", pin: "902741" });
});

it("has the same methods as the invented office", () => {
  expect(Object.keys(tauriBackend()).sort()).toEqual(Object.keys(fakeBackend()).sort());
});
