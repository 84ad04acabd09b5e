/**
 * What the whole window knows: the state of the program, the open screen, the status bar, and requests from one screen
 * to another. Features never import each other; they ask here.
 */
import { backend } from "./backend";
import type { AppState, Preferences, Session, StartNotice, Status } from "./backend/contract";
import type { ProblemText } from "./i18n/errors";
import { applyDisplay, display } from "./display.svelte";

const SCREENS = ["complaints", "register", "reports", "settings"] as const;
export type Screen = (typeof SCREENS)[number];

/** The screens that an officer has, in the order of the index tabs; Ctrl+1 … follow it. What a role may not do is absent. */
export const screensFor = ({ readsLog }: Session): Screen[] => SCREENS.filter((screen) => screen !== "reports" || readsLog);

/** How long a finished deed stands in the status bar before the saved state comes back. */
const DONE_FOR_MS = 30_000;

/** A finished deed, said in the status bar for a while: "Terdaftar 0148/…, 09.16.40". */
export type Done = { text: string; action?: { label: string; run: () => void } };

/** A request from one screen to another. A screen takes it with `takeRequest` once it is mounted and active. */
export type Request =
  | { to: "complaints"; what: "new" }
  | { to: "register"; what: "search"; text: string }
  | { to: "register"; what: "open"; complaintId: string }
  | { to: "settings"; what: "section"; section: string };

export const app = $state({
  state: null as AppState | null,
  screen: "complaints" as Screen,
  status: null as Status | null,
  done: null as Done | null,
  request: null as Request | null,
  /** What was found at the start and still has to be known; what `status` knows better (frozen, clock) is not kept here. */
  notices: [] as StartNotice[],
  /** Text of the search field in the top bar, shared with the field of Register. */
  searchText: "",
  /** Who left the screen last, and with how many drafts: said on the sign-in, never a complaint or a complainant. */
  left: null as { officerId: string; name: string; drafts: number; practice: boolean } | null,
  /** A restore just ended: the question for the last number on paper comes by itself. */
  justRestored: false,
  /** A failure that no screen answered for. */
  problem: null as ProblemText | null,
  /** The last thing said to a screen reader; see `announce`. */
  announcement: "",
});

/** The open session, or null while nobody is signed in. */
export function session(): Session | null {
  return app.state?.kind === "open" ? app.state.session : null;
}

/** Takes over a new state of the program: the session's preferences come with it. */
export function enter(state: AppState): void {
  const before = session();
  if (before && state.kind === "sign_in") {
    app.left = { officerId: before.officer.id, name: before.officer.name, drafts: app.status?.openDrafts ?? 0, practice: before.practice };
  }
  app.state = state;
  if (state.kind === "open") {
    if (!screensFor(state.session).includes(app.screen)) app.screen = "complaints";
    display.preferences = { ...state.session.preferences };
    applyDisplay();
    void refreshStatus();
  } else {
    if (state.kind === "sign_in") app.notices = state.notices.filter(({ kind }) => kind !== "frozen" && kind !== "clock");
    app.done = null;
    app.request = null;
    app.searchText = "";
    app.status = null;
  }
}

/** Opens a screen, with or without a request to it. */
export function open(screen: Screen, request: Request | null = null): void {
  app.screen = screen;
  app.request = request;
}

/** Hands a pending request to the screen it is meant for, once. */
export function takeRequest<S extends Screen>(screen: S): Extract<Request, { to: S }> | null {
  const request = app.request;
  if (request?.to !== screen) return null;
  app.request = null;
  return request as Extract<Request, { to: S }>;
}

/** Says a finished deed in the status bar and renews its figures. */
export function say(text: string, action?: Done["action"]): void {
  const done: Done = action ? { text, action } : { text };
  app.done = done;
  setTimeout(() => {
    if (app.done?.text === done.text) app.done = null;
  }, DONE_FOR_MS);
  void refreshStatus();
}

/** Speaks through the polite live region, for what is visible already. Emptied first, so that a repetition speaks too. */
export function announce(text: string): void {
  app.announcement = "";
  setTimeout(() => (app.announcement = text), 50);
}

/** Reads the status bar's figures. A failure leaves the old ones: the bar is no place for an error. */
export async function refreshStatus(): Promise<void> {
  try {
    app.status = await backend.status();
  } catch {
    // The command that failed for a reason says so itself; here the last known figures stay.
  }
}

/** What must be on disk before the screen locks: a screen with typing of its own adds its writing here. */
const beforeLock = new Set<() => Promise<void>>();

/** Returns the end of asking. */
export function onBeforeLock(write: () => Promise<void>): () => void {
  beforeLock.add(write);
  return () => void beforeLock.delete(write);
}

/** Locks, and shows the sign-in. Typing is written first; a failure to write keeps nobody from locking. */
export async function lock(): Promise<void> {
  await Promise.allSettled([...beforeLock].map((write) => write()));
  enter(await backend.lock());
}

/** Hides a notice of the start until the program starts again. */
export function dismissNotice(kind: StartNotice["kind"]): void {
  app.notices = app.notices.filter((notice) => notice.kind !== kind);
}

/** Lets the numbers run again after the one on paper that was last. */
export async function resumeNumbers(lastOnPaper: number): Promise<void> {
  await backend.resumeNumbers(lastOnPaper);
  const current = session();
  if (current) current.numbersFrozen = false;
  await refreshStatus();
}

/** Changes how the window looks, at once, and keeps it for the officer. */
export async function changeDisplay(change: Partial<Preferences>): Promise<void> {
  display.preferences = { ...display.preferences, ...change };
  applyDisplay();
  const current = session();
  if (!current) return;
  current.preferences = { ...display.preferences };
  await backend.savePreferences({ ...display.preferences });
}
