/** The list of Register: search, pages, selection. Outlives the screen, so that "back" returns to the same row. */
import { backend } from "../../backend";
import type { RegisterCount, RegisterPage, RegisterRow } from "../../backend/contract";
import type { DayDate } from "../complaint-form/dates";
import { NO_FILTERS, queryOf, rememberFilters, rememberedFilters, type Filters } from "./filters";

export const SEARCH_AFTER_MS = 120;

export const list = $state({
  text: "",
  filters: { ...NO_FILTERS } as Filters,
  rows: [] as RegisterRow[],
  page: null as Omit<RegisterPage, "rows"> | null,
  /** Follows its first page; that of the last search until then. */
  count: null as RegisterCount | null,
  selectedId: null as string | null,
  loadingMore: false,
  failed: false,
});

let run = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let officer = "";
/** A complaint opened from elsewhere stays in the pane although the list as it is filtered does not hold it. */
let pinned: string | null = null;

/** Takes over the officer's filters when another person works here. */
export function enterList(officerId: string): void {
  if (officer === officerId) return;
  officer = officerId;
  list.text = "";
  list.rows = [];
  list.page = null;
  list.count = null;
  list.selectedId = null;
  list.filters = rememberedFilters(officerId);
}

/** Reads the first page, then counts. Answers that were overtaken are dropped. A selection that is still there stays. */
export async function refreshList(today: DayDate): Promise<void> {
  clearTimeout(timer);
  const mine = ++run;
  const query = queryOf(list.text, list.filters, null, today);
  try {
    const { rows, ...page } = await backend.list(query);
    if (mine !== run) return;
    list.rows = rows;
    list.page = page;
    list.failed = false;
    const stays = list.selectedId !== null && (list.selectedId === pinned || rows.some((row) => row.id === list.selectedId));
    if (!stays) list.selectedId = rows[0]?.id ?? null;
    const count = await backend.count(query);
    if (mine === run) list.count = count;
  } catch {
    if (mine === run) list.failed = true;
  }
}

/** Typing in the search field: the list follows 120 ms after the last key. */
export function searchFor(text: string, today: DayDate, done: () => void = () => undefined): void {
  list.text = text;
  clearTimeout(timer);
  timer = setTimeout(() => void refreshList(today).then(done), SEARCH_AFTER_MS);
}

export async function changeFilters(patch: Partial<Filters>, today: DayDate): Promise<void> {
  list.filters = { ...list.filters, ...patch };
  rememberFilters(officer, $state.snapshot(list.filters) as Filters);
  await refreshList(today);
}

export const resetFilters = (today: DayDate): Promise<void> => changeFilters({ ...NO_FILTERS }, today);

/** The next fifty, when the selection passes the end. */
export async function loadMore(today: DayDate): Promise<void> {
  const cursor = list.page?.next ?? null;
  if (cursor === null || list.loadingMore) return;
  list.loadingMore = true;
  const mine = run;
  try {
    const { rows, ...page } = await backend.list(queryOf(list.text, list.filters, cursor, today));
    if (mine !== run) return;
    const known = new Set(list.rows.map((row) => row.id));
    list.rows.push(...rows.filter((row) => !known.has(row.id)));
    list.page = page;
  } catch {
    list.failed = true;
  } finally {
    list.loadingMore = false;
  }
}

/** Moves the selection by rows; at the end the next page is fetched first. Returns the row now selected. */
export async function moveSelection(by: number, today: DayDate): Promise<RegisterRow | null> {
  const at = list.rows.findIndex((row) => row.id === list.selectedId);
  if (at + by >= list.rows.length) await loadMore(today);
  const to = Math.min(Math.max(at + by, 0), list.rows.length - 1);
  const row = list.rows[to] ?? null;
  if (row) list.selectedId = row.id;
  return row;
}

/** Selects a complaint; one opened from another screen may lie outside the list as it is filtered now. */
export function selectComplaint(id: string): void {
  pinned = list.rows.some((row) => row.id === id) ? null : id;
  list.selectedId = id;
}

/** The words before, in and after each hit, for underlining. */
export function hits(text: string, terms: readonly string[]): { text: string; hit: boolean }[] {
  const wanted = terms.filter((term) => term.length > 0).map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (wanted.length === 0) return [{ text, hit: false }];
  const parts = text.split(new RegExp(`(${wanted.join("|")})`, "gi"));
  return parts.map((part, i) => ({ text: part, hit: i % 2 === 1 })).filter((part) => part.text !== "");
}
