/**
 * Names, addresses and telephone numbers take their usual spelling when their field is left. Ctrl+Z in the field takes
 * that back once, and what was typed then stays as it is.
 */
import type { ComplaintForm, FormCheck } from "../../backend/contract";

export type Spelled = "name" | "phone" | "address" | "nik";
export type Respelling = { before: Partial<Record<Spelled, string>>; kept: Partial<Record<Spelled, string>> };

export const noRespelling = (): Respelling => ({ before: {}, kept: {} });

/** The patch that leaving `field` brings; null when the value was changed since, kept by hand, or is spelled so already. */
export function respelled(memory: Respelling, field: Spelled, typed: string, form: ComplaintForm, check: FormCheck): Partial<ComplaintForm> | null {
  const usual = check.formatted[field];
  if (form[field] !== typed || typed.trim() === "" || usual === "" || usual === typed || memory.kept[field] === typed) return null;
  memory.before[field] = typed;
  return { [field]: usual };
}

/** Ctrl+Z: what stood there before the usual spelling; null when there is nothing to take back. */
export function takenBack(memory: Respelling, field: Spelled): Partial<ComplaintForm> | null {
  const typed = memory.before[field];
  if (typed === undefined) return null;
  delete memory.before[field];
  memory.kept[field] = typed;
  return { [field]: typed };
}
