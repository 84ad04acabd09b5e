/**
 * Pasted files on their way into drafts. They come with their bytes and not with a place on disk, so the page hands them
 * over one after the other. This lives outside the field, because pasting goes on while another draft is in front.
 */
import { asCommandError, backend } from "../../backend";
import type { AttachmentView } from "../../backend/contract";
import { isSame, refusal, toBase64, type ShownFile } from "./attachments";

/** How long a registration waits for them. */
const PATIENCE_MS = 3_000;

type Pasted = ShownFile & { file: File };
const pasted: Record<string, Pasted[]> = $state({});
const running = new Set<string>();
let last = 0;

const isUnfinished = ({ state }: ShownFile) => state === "waiting" || state === "reading";

/** Their ids are negative: those of the program count upwards. */
export const pastedOf = (draftId: string): readonly ShownFile[] => pasted[draftId] ?? [];
export const pastesUnfinished = (draftId: string): string[] => pastedOf(draftId).filter(isUnfinished).map((file) => file.name);

/** Takes files one after the other; one that is refused stops no other, and what is attached already is not taken again. */
export async function paste(draftId: string, files: readonly File[], attached: readonly AttachmentView[]): Promise<void> {
  const before = (pasted[draftId] ?? []).filter((file) => isUnfinished(file) || file.state === "refused");
  const known: { name: string; size: number }[] = [...attached, ...before.filter(isUnfinished).map(({ file }) => file)];
  const added = files.map((file): Pasted => {
    const state = known.some((one) => isSame(one, file)) ? "already" : "waiting";
    known.push(file);
    return { file, id: --last, name: file.name, state, percent: 0, reason: null, unseen: null };
  });
  pasted[draftId] = [...before, ...added];
  if (running.has(draftId)) return;
  running.add(draftId);
  for (let next = waiting(draftId); next; next = waiting(draftId)) await take(draftId, next);
  running.delete(draftId);
}

const waiting = (draftId: string) => pasted[draftId]?.find((file) => file.state === "waiting");

async function take(draftId: string, item: Pasted): Promise<void> {
  item.state = "reading";
  try {
    await backend.attachBytes(draftId, item.name, await toBase64(item.file));
    item.state = "taken";
  } catch (thrown) {
    item.state = "refused";
    item.reason = refusal(asCommandError(thrown));
  }
}

/** What waits is not taken; what is being handed over is taken whole. */
export function cancelPasted(draftId: string): void {
  for (const file of pasted[draftId] ?? []) if (file.state === "waiting") file.state = "cancelled";
}

export function dismissPasted(draftId: string): void {
  pasted[draftId] = (pasted[draftId] ?? []).filter(isUnfinished);
}

/** Waits for a while until all are taken or refused; gives the names of those that are not. */
export async function pastesSettled(draftId: string): Promise<string[]> {
  const until = Date.now() + PATIENCE_MS;
  while (pastesUnfinished(draftId).length > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  return pastesUnfinished(draftId);
}
