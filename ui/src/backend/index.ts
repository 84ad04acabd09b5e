/** The one door to the program. Screens import `backend` from here and nothing else of this folder but types. */
import type { Backend, CommandError } from "./contract";
import { tauriBackend } from "./tauri";

const inProgram = typeof window !== "undefined" && "__TAURI_INTERNALS__" in window;

/** Outside the program (browser, component tests) an invented office answers; its code is loaded only then. */
export const backend: Backend = inProgram ? tauriBackend() : (await import("./fake")).fakeBackend();

/** Narrows what was thrown. Anything that is not a known code becomes `internal`, so that every catch has words. */
export function asCommandError(thrown: unknown): CommandError {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string") {
    return thrown as CommandError;
  }
  return { code: "internal", reference: "" };
}
