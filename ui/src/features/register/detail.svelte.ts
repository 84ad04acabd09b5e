/** The complaint in the pane: read when the selection rests, identity open for two minutes at most. */
import { asCommandError, backend } from "../../backend";
import type { CommandError, ComplaintDetail, Fact } from "../../backend/contract";

export const FOLLOW_AFTER_MS = 120;
export const IDENTITY_OPEN_MS = 120_000;

export type DetailTab = "summary" | "deadlines" | "files" | "reporter" | "access";

export const pane = $state({
  id: null as string | null,
  detail: null as ComplaintDetail | null,
  error: null as CommandError | null,
  /** The tab stays when the row changes. */
  tab: "summary" as DetailTab,
  /** `of`: the complaint, or a further reporter of it. */
  identity: null as { of: string; facts: Fact[]; until: Date } | null,
});

let timer: ReturnType<typeof setTimeout> | undefined;
let identityTimer: ReturnType<typeof setTimeout> | undefined;
let run = 0;

/** The pane follows the selection once it rests. Leaving a complaint closes its identity at once. */
export function follow(id: string | null): void {
  if (id === pane.id) return;
  closeIdentity();
  pane.id = id;
  clearTimeout(timer);
  run++;
  if (id === null) {
    pane.detail = null;
    return;
  }
  timer = setTimeout(() => void readDetail(), pane.detail === null ? 0 : FOLLOW_AFTER_MS);
}

/** Reads the complaint anew: after the selection, after a step, after F5. */
export async function readDetail(): Promise<void> {
  const { id } = pane;
  if (id === null) return;
  const mine = ++run;
  try {
    const detail = await backend.detail(id);
    if (mine !== run) return;
    pane.detail = detail;
    pane.error = null;
  } catch (thrown) {
    if (mine !== run) return;
    pane.detail = null;
    pane.error = asCommandError(thrown);
  }
}

/** Opens the identity of `of`, the first reporter's unless a further one is named; an entry with the reason is written by the backend before anything is shown. */
export async function openIdentity(reason: string, of: string | null = pane.id): Promise<void> {
  const { id } = pane;
  if (id === null || of === null) return;
  const facts = await backend.openIdentity(of, reason);
  if (pane.id !== id) return;
  pane.identity = { of, facts, until: new Date(Date.now() + IDENTITY_OPEN_MS) };
  clearTimeout(identityTimer);
  identityTimer = setTimeout(closeIdentity, IDENTITY_OPEN_MS);
  await readDetail();
}

export function closeIdentity(): void {
  clearTimeout(identityTimer);
  pane.identity = null;
}
