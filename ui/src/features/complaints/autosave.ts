/**
 * Writes what is typed to disk: 400 ms after the last key and at least once a second, at once on leaving a field, never two writes of one
 * draft at the same time. After a failure it keeps trying; what is typed stays in memory until it is on disk.
 */
import type { CommandError, ComplaintForm } from "../../backend/contract";

export const SAVE_AFTER_MS = 400;
/** Who types without a pause waits no longer than this: a power cut takes at most so much. */
export const SAVE_AT_LATEST_MS = 1_000;
/** "Menyimpan draf …" is shown only when a write takes longer than this. */
export const SHOW_SAVING_AFTER_MS = 300;
export const RETRY_AFTER_MS = 5_000;

export type SaveState =
  | { kind: "untouched" }
  | { kind: "typing" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "failed"; error: CommandError };

export type Autosave = {
  /** The form was changed; it is written after the pause. */
  touch(): void;
  /** Writes now what is not yet on disk; resolves when nothing is left to write or the write failed. */
  flush(): Promise<void>;
  /** Stops all timers without writing; for a draft that no longer exists. */
  stop(): void;
};

export function autosave(
  read: () => ComplaintForm,
  save: (form: ComplaintForm) => Promise<string>,
  report: (state: SaveState) => void,
): Autosave {
  let dirty = false;
  let dirtySince = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  async function write(): Promise<void> {
    dirty = false;
    const slow = setTimeout(() => report({ kind: "saving" }), SHOW_SAVING_AFTER_MS);
    try {
      const at = await save(read());
      if (!stopped) report(dirty ? { kind: "typing" } : { kind: "saved", at });
    } catch (error) {
      dirty = true;
      if (!stopped) {
        report({ kind: "failed", error: error as CommandError });
        later(RETRY_AFTER_MS);
      }
    } finally {
      clearTimeout(slow);
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (running) await running;
    if (!dirty || stopped) return;
    running = write();
    await running;
    running = null;
  }

  return {
    touch() {
      if (stopped) return;
      if (!dirty) {
        report({ kind: "typing" });
        dirtySince = Date.now();
      }
      dirty = true;
      later(Math.max(0, Math.min(SAVE_AFTER_MS, dirtySince + SAVE_AT_LATEST_MS - Date.now())));
    },
    flush,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
