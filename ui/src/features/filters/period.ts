/** A stretch of time that a list is filtered by: which days the backend is asked for, what the chip says. */
import { register as words } from "../../i18n/register";
import { addDays, daysInMonth, fromIso, shortDate, toIso, type DayDate } from "../complaint-form/dates";

export const PERIODS = ["all", "year", "month", "lastMonth", "week", "range"] as const;
export type Period = (typeof PERIODS)[number];
/** `from` and `to` only for "range". */
export type Span = { period: Period; from: string | null; to: string | null };

/** First and last day of a period, as the backend wants them. */
export function periodDays(span: Span, today: DayDate): { from: string | null; to: string | null } {
  const { year, month } = today;
  switch (span.period) {
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
      return { from: span.from, to: span.to };
  }
}

export function periodLabel(span: Span, today: DayDate): string {
  const { periods } = words;
  if (span.period === "year") return periods.year(today.year);
  if (span.period !== "range") return periods[span.period];
  const day = (iso: string | null) => (iso === null ? "…" : shortOf(iso, today));
  return periods.rangeText(day(span.from), day(span.to));
}

function shortOf(iso: string, today: DayDate): string {
  const date = fromIso(iso);
  if (date === null) return "…";
  return date.year === today.year ? shortDate(date) : `${shortDate(date)} ${date.year}`;
}
