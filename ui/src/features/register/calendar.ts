/** The days of a clock in weeks from Monday, for the calendar of the pane. */
import type { ComplaintDetail } from "../../backend/contract";
import { DAYS_LONG, MONTHS_SHORT } from "../../i18n/complaint-form";
import { addDays, fromIso, toIso, weekday, type DayDate } from "../complaint-form/dates";

export type CalendarDay = ComplaintDetail["dayCounts"][number] & { day: DayDate; outside: false };
export type Cell = CalendarDay | { date: string; day: DayDate; outside: true };
export type Week = { month: string; cells: Cell[] };

/** Whole weeks around the counted days; the month stands at the first week and where it changes. */
export function weeksOf(counts: ComplaintDetail["dayCounts"]): Week[] {
  const counted = new Map(counts.map((count) => [count.date.slice(0, 10), count]));
  const first = counts[0] && fromIso(counts[0].date);
  const last = counts.at(-1) && fromIso(counts.at(-1)?.date ?? "");
  if (!first || !last) return [];
  const weeks: Week[] = [];
  let shown = 0;
  const end = toIso(addDays(last, 6 - weekday(last)));
  for (let day = addDays(first, -weekday(first)); toIso(day) <= end; day = addDays(day, 7)) {
    const cells = Array.from({ length: 7 }, (_, i): Cell => {
      const at = addDays(day, i);
      const count = counted.get(toIso(at));
      return count ? { ...count, day: at, outside: false } : { date: toIso(at), day: at, outside: true };
    });
    // A week belongs to the month that begins in it.
    const month = cells.at(-1)?.day.month ?? day.month;
    const begins = cells.some((cell) => cell.day.day === 1) ? month : day.month;
    weeks.push({ month: begins === shown ? "" : (MONTHS_SHORT[begins - 1] ?? ""), cells });
    shown = begins;
  }
  return weeks;
}

/** Why a day is closed, where that is not plain from its column: weekends are. */
export function closedNote(cell: CalendarDay): string {
  if (cell.closed === null) return "";
  return DAYS_LONG.includes(cell.closed as (typeof DAYS_LONG)[number]) || /akhir pekan/i.test(cell.closed) ? "" : cell.closed;
}
