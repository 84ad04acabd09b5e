/**
 * Complaints like the one that is being typed, by draft. Asked 300 ms after a change and never waited for; answers that
 * were overtaken are dropped. What is new is said once, politely; nothing moves the focus.
 */
import { announce } from "../../app.svelte";
import { backend } from "../../backend";
import type { ComplaintForm, SimilarChoice, SimilarHit } from "../../backend/contract";
import { together as words } from "../../i18n/together";

export const LOOK_AFTER_MS = 300;

/** `null` until the first answer. */
export const hints = $state({ of: {} as Record<string, SimilarHit[] | null> });

type Looking = { timer?: ReturnType<typeof setTimeout>; run: number; said: Set<string>; read: () => ComplaintForm };
const looking = new Map<string, Looking>();

/** A draft was opened or changed: look when the typing pauses. */
export function lookLater(draftId: string, read: () => ComplaintForm): void {
  const mine = looking.get(draftId) ?? { run: 0, said: new Set<string>(), read };
  looking.set(draftId, mine);
  clearTimeout(mine.timer);
  mine.timer = setTimeout(() => void look(draftId), LOOK_AFTER_MS);
}

async function look(draftId: string): Promise<void> {
  const mine = looking.get(draftId);
  if (!mine) return;
  const run = ++mine.run;
  try {
    const found = await backend.similar(draftId, mine.read());
    if (run !== mine.run || looking.get(draftId) !== mine) return;
    hints.of[draftId] = found;
    const fresh = found.filter((hit) => !hit.linked && !mine.said.has(hit.complaint.id));
    for (const hit of fresh) mine.said.add(hit.complaint.id);
    if (fresh.length > 0) announce(words.spoken(found.length));
  } catch {
    // The hint is a help beside the form; without it the form works on.
  }
}

/** The draft is gone, or its tab was closed. */
export function forgetHints(draftId: string): void {
  clearTimeout(looking.get(draftId)?.timer);
  looking.delete(draftId);
  delete hints.of[draftId];
}

/** Keeps what the officer says of a hint with the draft; false when it could not be kept. */
export async function choose(draftId: string, complaintId: string, choice: SimilarChoice): Promise<boolean> {
  try {
    await backend.chooseSimilar(draftId, complaintId, choice);
    await look(draftId);
    return true;
  } catch {
    return false;
  }
}
