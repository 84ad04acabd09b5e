/**
 * The program behind the window. The calls are generated from its commands (`bindings.ts`, by `cargo xtask bindings`);
 * here the compiler compares them with the contract: a command that is missing, or differs in an argument, an answer or
 * an error, does not build.
 */
import { listen } from "@tauri-apps/api/event";
import { commands, type CommandError as GeneratedError } from "./bindings";
import type { Backend, CommandError } from "./contract";

/** A command without an answer arrives as null where the contract says nothing. */
type Answer<R> = R extends Promise<infer V> ? Promise<[V] extends [null] ? void : V> : never;
type AsContract<T> = { [M in keyof T]: T[M] extends (...args: infer A) => infer R ? (...args: A) => Answer<R> : never };

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const errorsAgree: Same<CommandError, GeneratedError> = true;

export function tauriBackend(): Backend {
  return { ...(commands as unknown as AsContract<typeof commands>), onDrop };
}

/** The window's own events of dragging; their paths are not looked at. */
const DRAGGING = { "tauri://drag-enter": "over", "tauri://drag-leave": "left", "tauri://drag-drop": "dropped" } as const;

function onDrop(told: (what: "over" | "left" | "dropped") => void): () => void {
  const ends = Object.entries(DRAGGING).map(([event, what]) => listen(event, () => told(what)));
  return () => ends.forEach((end) => void end.then((stop) => stop()));
}
