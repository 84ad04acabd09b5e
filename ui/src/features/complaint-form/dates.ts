/** Dates typed in three boxes. All functions take "today" as an argument, so they can be tested. */
import type { DateFields } from "../../backend/contract";
import { MONTHS_LONG, MONTHS_SHORT } from "../../i18n/complaint-form";

export type DayDate = { year: number; month: number; day: number };

export const emptyDate = (): DateFields => ({ day: "", month: "", year: "" });

export const isEmptyDate = (date: DateFields): boolean =>
  date.day.trim() === "" && date.month.trim() === "" && date.year.trim() === "";

/** The month that was meant: a number or the beginning of an Indonesian month name; null when neither fits. */
export function readMonth(text: string): number | null {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(typed)) {
    const month = Number(typed);
    return month >= 1 && month <= 12 ? month : null;
  }
  if (typed.length < 3) return null;
  const at = MONTHS_LONG.findIndex((name) => name.toLowerCase().startsWith(typed));
  return at < 0 ? null : at + 1;
}

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day, or why the boxes are not one. */
export function readDate(date: DateFields): DayDate | "empty" | "incomplete" | "impossible" {
  if (isEmptyDate(date)) return "empty";
  const day = date.day.trim();
  const year = date.year.trim();
  const month = readMonth(date.month);
  if (day === "" || date.month.trim() === "" || year === "") return "incomplete";
  if (month === null || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return "impossible";
  const n = Number(day);
  if (n < 1 || n > daysInMonth(Number(year), month)) return "impossible";
  return { year: Number(year), month, day: n };
}

const ordinal = (d: DayDate): number => Date.UTC(d.year, d.month - 1, d.day) / 86_400_000;

/** Calendar days from `a` to `b`; negative when `b` lies before. */
export const daysBetween = (a: DayDate, b: DayDate): number => ordinal(b) - ordinal(a);

export function addDays(date: DayDate, days: number): DayDate {
  const t = new Date((ordinal(date) + days) * 86_400_000);
  return { year: t.getUTCFullYear(), month: t.getUTCMonth() + 1, day: t.getUTCDate() };
}

/** The same day for `DateField`, which reads a `Date` by the calendar of the PC. */
export const asLocalDate = (d: DayDate): Date => new Date(d.year, d.month - 1, d.day);

const two = (n: number): string => String(n).padStart(2, "0");

export const toFields = (d: DayDate): DateFields => ({ day: two(d.day), month: two(d.month), year: String(d.year) });
export const toIso = (d: DayDate): string => `${d.year}-${two(d.month)}-${two(d.day)}`;

export function fromIso(iso: string): DayDate | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return m ? { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) } : null;
}

/** "17 November 2026". */
export const longDate = (d: DayDate): string => `${d.day} ${MONTHS_LONG[d.month - 1]} ${d.year}`;
/** "17/11/2026". */
export const slashDate = (d: DayDate): string => `${two(d.day)}/${two(d.month)}/${d.year}`;
/** "17 Nov". */
export const shortDate = (d: DayDate): string => `${d.day} ${MONTHS_SHORT[d.month - 1]}`;

/** 0 = Monday … 6 = Sunday. */
export const weekday = (d: DayDate): number => (new Date(ordinal(d) * 86_400_000).getUTCDay() + 6) % 7;

/** What a person reads in a date that does not exist: "31 November tidak ada" needs the month in words. */
export function impossibleDateText(date: DateFields): string {
  const month = readMonth(date.month);
  const name = month === null ? date.month.trim() : MONTHS_LONG[month - 1];
  return [date.day.trim(), name, month === 2 ? date.year.trim() : ""].filter(Boolean).join(" ");
}
