/**
 * The open drafts of the signed-in officer and what happens to them. Lives outside the screen, because drafts stay
 * open while the officer looks something up in the register.
 */
import { asCommandError, backend } from "../../backend";
import type { CommandError, ComplaintForm, Draft, FieldError, FormCheck, Registered } from "../../backend/contract";
import { isCured } from "../complaint-form/errors";
import { pastesSettled, pastesUnfinished } from "../complaint-form/pasted.svelte";
import type { DayDate } from "../complaint-form/dates";
import { autosave, type Autosave, type SaveState } from "./autosave";
import { forgetHints, lookLater } from "./similar.svelte";
import { UNFINISHED } from "./problems";

const CHECK_AFTER_MS = 250;
export const UNDO_DELETE_MS = 10_000;

export type OpenDraft = {
  id: string;
  startedAt: string;
  olderThanWorkday: boolean;
  form: ComplaintForm;
  save: SaveState;
  check: FormCheck | null;
  errors: FieldError[];
  /** A refusal that is not about a field: disk full, number series frozen, unexpected. */
  failure: CommandError | null;
  registering: boolean;
  /** Refusals so far: each new one takes the focus to its summary. */
  attempts: number;
  /** One id for this draft's registration: a retry is the same request. */
  requestId: string;
  /** Field that had the focus last; a draft opens there again. */
  lastField: string;
};

export const desk = $state({
  open: [] as OpenDraft[],
  /** Closed tabs; the drafts themselves are kept. */
  shelved: [] as Draft[],
  currentId: null as string | null,
  registered: null as Registered | null,
  /** A deletion that can still be taken back. */
  deleting: null as { draft: OpenDraft; at: number } | null,
  loading: true,
});

type Companion = { saver: Autosave; checkTimer?: ReturnType<typeof setTimeout>; checkRun: number; errorsFrom: ComplaintForm };
const companions = new Map<string, Companion>();
let deleteTimer: ReturnType<typeof setTimeout> | undefined;
let finishDelete: (() => Promise<void>) | null = null;

const plain = (form: ComplaintForm): ComplaintForm => $state.snapshot(form) as ComplaintForm;

/** True when nothing was typed: such a draft is used again instead of opening another. */
export function isBlank(form: ComplaintForm): boolean {
  const typed = [form.name, form.phone, form.email, form.nik, form.address, form.villageText, form.occupation, form.serviceId,
    form.serviceText, form.description, form.loss, form.settlement, form.accusedText, form.channelRef, form.onBehalfOf];
  return typed.every((value) => value.trim() === "") && form.attachments.length === 0;
}

export const current = (): OpenDraft | null => desk.open.find((draft) => draft.id === desk.currentId) ?? null;

function admit(draft: Draft): OpenDraft {
  desk.open.push({
    id: draft.id,
    startedAt: draft.startedAt,
    olderThanWorkday: draft.olderThanWorkday,
    form: draft.form,
    save: draft.savedAt ? { kind: "saved", at: draft.savedAt } : { kind: "untouched" },
    check: null,
    errors: [],
    failure: null,
    registering: false,
    attempts: 0,
    requestId: crypto.randomUUID(),
    lastField: "name",
  });
  // The proxied draft, so that reports of the writer reach the screen.
  const opened = desk.open[desk.open.length - 1] as OpenDraft;
  const saver = autosave(
    () => plain(opened.form),
    (form) => backend.saveDraft(opened.id, form).catch((thrown) => Promise.reject(asCommandError(thrown))),
    (state) => {
      opened.save = state;
    },
  );
  companions.set(draft.id, { saver, checkRun: 0, errorsFrom: draft.form });
  void checkNow(opened);
  if (!isBlank(opened.form)) lookLater(opened.id, () => plain(opened.form));
  return opened;
}

function dismiss(draft: OpenDraft): void {
  const companion = companions.get(draft.id);
  companion?.saver.stop();
  forgetHints(draft.id);
  clearTimeout(companion?.checkTimer);
  companions.delete(draft.id);
  const at = desk.open.findIndex((open) => open.id === draft.id);
  if (at >= 0) desk.open.splice(at, 1);
  if (desk.currentId === draft.id) desk.currentId = (desk.open[at] ?? desk.open[at - 1])?.id ?? null;
}

/** Reads the drafts of the officer. Tabs that are open stay as they are: their typing is newer than the disk. */
export async function loadDrafts(): Promise<void> {
  const stored = await backend.drafts();
  const known = new Set(stored.map((draft) => draft.id));
  for (const gone of desk.open.filter((draft) => !known.has(draft.id))) dismiss(gone);
  const shelved = new Set(desk.shelved.map((draft) => draft.id));
  desk.shelved = stored.filter((draft) => shelved.has(draft.id));
  for (const draft of stored) {
    const isOpen = desk.open.some((open) => open.id === draft.id);
    if (!isOpen && !shelved.has(draft.id) && desk.deleting?.draft.id !== draft.id) admit(draft);
  }
  desk.currentId ??= desk.open[desk.open.length - 1]?.id ?? null;
  desk.loading = false;
}

let starting: Promise<OpenDraft> | null = null;

/** A draft with nothing in it, in front. Two requests at the same time are one. */
export function startDraft(): Promise<OpenDraft> {
  starting ??= openBlank().finally(() => (starting = null));
  return starting;
}

/** True when nothing was typed, nothing is attached and nothing is on its way. */
async function isEmpty(draft: OpenDraft): Promise<boolean> {
  if (!isBlank(draft.form) || pastesUnfinished(draft.id).length > 0) return false;
  const { files, attachments } = await backend.taking(draft.id);
  return attachments.length === 0 && !files.some((file) => file.state === "waiting" || file.state === "reading");
}

async function openBlank(): Promise<OpenDraft> {
  let blank: OpenDraft | undefined;
  for (const draft of desk.open) if (!blank && (await isEmpty(draft))) blank = draft;
  const draft = blank ?? admit(await backend.newDraft());
  desk.registered = null;
  draft.lastField = "name";
  desk.currentId = draft.id;
  return draft;
}

export function selectDraft(id: string): void {
  desk.registered = null;
  desk.currentId = id;
}

export function cycleDraft(step: 1 | -1): void {
  if (desk.open.length === 0) return;
  const at = desk.open.findIndex((draft) => draft.id === desk.currentId);
  const next = desk.registered ? desk.open[0] : desk.open[(at + step + desk.open.length) % desk.open.length];
  if (next) selectDraft(next.id);
}

/** Closes the tab; the draft is kept. A tab whose writing fails stays open, because its typing is only here. */
export async function shelve(draft: OpenDraft): Promise<boolean> {
  await companions.get(draft.id)?.saver.flush();
  if (draft.save.kind === "failed") return false;
  const title = draft.form.name;
  const blank = await isEmpty(draft);
  const { id, startedAt, olderThanWorkday } = draft;
  const kept: Draft = { id, startedAt, olderThanWorkday, title, form: plain(draft.form), savedAt: draft.save.kind === "saved" ? draft.save.at : null };
  dismiss(draft);
  // A draft in which nothing stands is nothing to keep.
  if (blank) await backend.deleteDraft(id, "");
  else desk.shelved.push(kept);
  return true;
}

export function reopen(id: string): void {
  const at = desk.shelved.findIndex((draft) => draft.id === id);
  const [draft] = at >= 0 ? desk.shelved.splice(at, 1) : [];
  if (draft) selectDraft(admit($state.snapshot(draft) as Draft).id);
}

/** Deletes a draft, at the end of the time in which that can be taken back. */
export async function deleteDraft(draft: OpenDraft, reason: string): Promise<void> {
  await finishDeleting();
  const form = plain(draft.form);
  dismiss(draft);
  desk.deleting = { draft: { ...draft, form }, at: Date.now() };
  finishDelete = async () => {
    await backend.deleteDraft(draft.id, reason);
  };
  deleteTimer = setTimeout(() => void finishDeleting(), UNDO_DELETE_MS);
}

export async function finishDeleting(): Promise<void> {
  clearTimeout(deleteTimer);
  const finish = finishDelete;
  finishDelete = null;
  desk.deleting = null;
  try {
    await finish?.();
  } catch {
    // The draft is still there: it comes back as a tab.
    await loadDrafts();
  }
}

export function undoDelete(): void {
  const { draft } = desk.deleting ?? {};
  clearTimeout(deleteTimer);
  finishDelete = null;
  desk.deleting = null;
  if (!draft) return;
  const savedAt = draft.save.kind === "saved" ? draft.save.at : null;
  selectDraft(admit({ ...draft, savedAt, title: draft.form.name }).id);
}

/** A keystroke: the form changes, cured errors go, writing and checking follow. */
export function editDraft(draft: OpenDraft, patch: Partial<ComplaintForm>, today: DayDate): void {
  Object.assign(draft.form, patch);
  const companion = companions.get(draft.id);
  if (draft.errors.length > 0 && companion) {
    const now = plain(draft.form);
    draft.errors = draft.errors.filter((error) => !isCured(error, companion.errorsFrom, now, today));
  }
  draft.failure = null;
  companion?.saver.touch();
  if (companion) {
    clearTimeout(companion.checkTimer);
    companion.checkTimer = setTimeout(() => void checkNow(draft), CHECK_AFTER_MS);
    lookLater(draft.id, () => plain(draft.form));
  }
}

/** Asks what is complete and what to warn of. Answers that were overtaken are dropped. */
export async function checkNow(draft: OpenDraft): Promise<FormCheck | null> {
  const companion = companions.get(draft.id);
  if (!companion) return null;
  clearTimeout(companion.checkTimer);
  const run = ++companion.checkRun;
  try {
    const check = await backend.checkForm(plain(draft.form));
    if (run !== companion.checkRun) return null;
    draft.check = check;
    if (!draft.form.subjectEdited) draft.form.subject = check.subjectProposal;
    return check;
  } catch {
    // The check is a help beside the form; registering says what is wrong.
    return null;
  }
}

/** The field in which the officer works; the draft opens there again. */
export function noteField(draft: OpenDraft, field: string): void {
  draft.lastField = field;
}

/** The focus left a field: what stands there goes to disk and is checked. */
export async function leaveField(draft: OpenDraft): Promise<FormCheck | null> {
  void companions.get(draft.id)?.saver.flush();
  return checkNow(draft);
}

export const flushDraft = async (draft: OpenDraft): Promise<void> => companions.get(draft.id)?.saver.flush();
export const flushAll = async (): Promise<void> => void (await Promise.all(desk.open.map(flushDraft)));

/** Gives the complaint its number. */
export const registerDraft = (draft: OpenDraft): Promise<Registered | null> =>
  conclude(draft, (form) => backend.register(draft.id, form, draft.requestId));

/** The person of this draft joins a complaint that has a number already. */
export const mergeDraft = (draft: OpenDraft, complaintId: string): Promise<Registered | null> =>
  conclude(draft, (form) => backend.merge(draft.id, form, complaintId, draft.requestId));

/** Further presses while it runs are the same request. */
async function conclude(draft: OpenDraft, work: (form: ComplaintForm) => Promise<Registered>): Promise<Registered | null> {
  const companion = companions.get(draft.id);
  if (draft.registering || !companion) return null;
  draft.registering = true;
  draft.failure = null;
  try {
    const unfinished = await pastesSettled(draft.id);
    if (unfinished.length > 0) throw { code: "precondition", what: UNFINISHED, detail: unfinished.join(", ") } satisfies CommandError;
    const registered = await work(plain(draft.form));
    dismiss(draft);
    desk.registered = registered;
    return registered;
  } catch (thrown) {
    const error = asCommandError(thrown);
    if (error.code === "invalid") {
      draft.errors = error.fields;
      draft.attempts++;
      companion.errorsFrom = plain(draft.form);
    } else {
      draft.errors = [];
      draft.failure = error;
    }
    return null;
  } finally {
    draft.registering = false;
  }
}

let officer = "";

/** Takes over the desk. Another officer finds nothing of the one before; that typing was written before locking. */
export function enterDesk(officerId: string): void {
  if (officer === officerId) return;
  officer = officerId;
  for (const draft of [...desk.open]) dismiss(draft);
  desk.shelved = [];
  desk.registered = null;
  desk.currentId = null;
  desk.loading = true;
}
