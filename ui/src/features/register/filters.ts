/** Filters of the list: what is asked of the backend, what is remembered for the officer, what the chips say. */
import type { ChannelCode, ComplaintState, RegisterQuery } from "../../backend/contract";
import { addDays, daysInMonth, fromIso, shortDate, toIso, type DayDate } from "../complaint-form/dates";
import { register as words } from "../../i18n/register";

export type Period = "all" | "year" | "month" | "lastMonth" | "week" | "range";
export type Filters = {
  period: Period;
  /** Only for "range". */
  from: string | null;
  to: string | null;
  channel: ChannelCode | null;
  serviceId: string | null;
  state: ComplaintState | null;
  officerId: string | null;
  sort: RegisterQuery["sort"];
  descending: boolean;
};

export const NO_FILTERS: Filters = {
  period: "all", from: null, to: null, channel: null, serviceId: null, state: null, officerId: null, sort: "received", descending: true,
};

const key = (officerId: string): string => `loket-aduan.register.${officerId}`;

/** The filters that this officer used last on this PC. The text searched for is not kept: it may be a name. */
export function rememberedFilters(officerId: string): Filters {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key(officerId)) ?? "null");
    if (typeof stored === "object" && stored !== null) return { ...NO_FILTERS, ...stored };
  } catch {
    // Unreadable or absent: the list starts unfiltered.
  }
  return { ...NO_FILTERS };
}

export function rememberFilters(officerId: string, filters: Filters): void {
  try {
    localStorage.setItem(key(officerId), JSON.stringify(filters));
  } catch {
    // Remembering is a comfort; filtering works without it.
  }
}

/** First and last day of a period, as the backend wants them. */
export function periodDays(filters: Pick<Filters, "period" | "from" | "to">, today: DayDate): { from: string | null; to: string | null } {
  const { year, month } = today;
  switch (filters.period) {
    case "all":
      return { from: null, to: null };
    case "year":
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case "month":
      return { from: toIso({ year, month, day: 1 }), to: toIso({ year, month, day: daysInMonth(year, month) }) };
    case "lastMonth": {
      const last = addDays({ year, month, day: 1 }, -1);
      return { from: toIso({ ...last, day: 1 }), to: toIso(last) };
    }
    case "week":
      return { from: toIso(addDays(today, -6)), to: toIso(today) };
    case "range":
      return { from: filters.from, to: filters.to };
  }
}

export function queryOf(text: string, filters: Filters, cursor: string | null, today: DayDate): RegisterQuery {
  const { channel, serviceId, state, officerId, sort, descending } = filters;
  return { text: text.trim(), ...periodDays(filters, today), channel, serviceId, state, officerId, sort, descending, cursor };
}

export function periodLabel(filters: Pick<Filters, "period" | "from" | "to">, today: DayDate): string {
  const { periods } = words;
  if (filters.period === "year") return periods.year(today.year);
  if (filters.period !== "range") return periods[filters.period];
  const day = (iso: string | null) => (iso === null ? "…" : shortOf(iso, today));
  return periods.rangeText(day(filters.from), day(filters.to));
}

function shortOf(iso: string, today: DayDate): string {
  const date = fromIso(iso);
  if (date === null) return "…";
  return date.year === today.year ? shortDate(date) : `${shortDate(date)} ${date.year}`;
}

/** True when something is hidden by filters; the order hides nothing. */
export const isFiltered = (f: Filters): boolean =>
  f.period !== "all" || f.channel !== null || f.serviceId !== null || f.state !== null || f.officerId !== null;
