/** The list of Jejak akses: filters, pages, selection. What is typed is remembered nowhere. */
import { asCommandError, backend } from "../../backend";
import type { LogGroup, LogLine, LogQuery } from "../../backend/contract";
import type { DayDate } from "../complaint-form/dates";
import { periodDays, type Span } from "../filters/period";

export type LogFilters = Span & { about: string; officerId: string | null; group: LogGroup | null };

export const NO_FILTERS: LogFilters = { period: "all", from: null, to: null, about: "", officerId: null, group: null };

export const isFiltered = (f: LogFilters): boolean => f.period !== "all" || f.about !== "" || f.officerId !== null || f.group !== null;

export const queryOf = (filters: LogFilters, today: DayDate): LogQuery => {
  const { officerId, about, group } = filters;
  return { officerId, about, group, ...periodDays(filters, today) };
};

export type LogState = "loading" | "shown" | "unknown" | "failed";

export function logList() {
  const list = $state({
    filters: { ...NO_FILTERS },
    lines: [] as LogLine[],
    next: null as string | null,
    selected: null as string | null,
    /** `unknown`: no complaint and no fingerprint is called so. */
    state: "loading" as LogState,
    loadingMore: false,
  });
  let run = 0;

  /** Reads the newest entries, at least as many as asked for. Answers that were overtaken are dropped; a selection that is still there stays. */
  async function read(today: DayDate, wanted: number): Promise<void> {
    const mine = ++run;
    const query = queryOf(list.filters, today);
    try {
      const lines: LogLine[] = [];
      let cursor: string | null = null;
      do {
        const page = await backend.accessLog(query, cursor);
        if (mine !== run) return;
        lines.push(...page.lines);
        cursor = page.next;
      } while (cursor !== null && lines.length < wanted);
      Object.assign(list, { lines, next: cursor, state: "shown" });
      if (!lines.some(({ key }) => key === list.selected)) list.selected = lines[0]?.key ?? null;
    } catch (thrown) {
      if (mine !== run) return;
      const unknown = asCommandError(thrown).code === "not_found";
      if (unknown) Object.assign(list, { lines: [], next: null, selected: null });
      list.state = unknown ? "unknown" : "failed";
    }
  }

  /** The next hundred. */
  async function loadMore(today: DayDate): Promise<void> {
    if (list.next === null || list.loadingMore) return;
    list.loadingMore = true;
    const mine = run;
    try {
      const { lines, next } = await backend.accessLog(queryOf(list.filters, today), list.next);
      if (mine !== run) return;
      list.lines.push(...lines);
      list.next = next;
    } catch {
      if (mine === run) list.state = "failed";
    } finally {
      list.loadingMore = false;
    }
  }

  return {
    get filters() { return list.filters; },
    get lines() { return list.lines; },
    get more() { return list.next !== null; },
    get selected() { return list.selected; },
    get state() { return list.state; },
    get loadingMore() { return list.loadingMore; },
    /** Reads again what is shown, with what was written since. */
    refresh: (today: DayDate) => read(today, list.lines.length),
    loadMore,
    async change(patch: Partial<LogFilters>, today: DayDate): Promise<void> {
      list.filters = { ...list.filters, ...patch };
      await read(today, 0);
    },
    select(key: string): void {
      list.selected = key;
    },
    /** Moves the selection by rows; at the end the next page is fetched first. Returns the line now selected. */
    async move(by: number, today: DayDate): Promise<LogLine | null> {
      const at = list.lines.findIndex(({ key }) => key === list.selected);
      if (at + by >= list.lines.length) await loadMore(today);
      const line = list.lines[Math.min(Math.max(at + by, 0), list.lines.length - 1)] ?? null;
      if (line) list.selected = line.key;
      return line;
    },
  };
}
