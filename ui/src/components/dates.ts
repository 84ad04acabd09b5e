/** Reading a date as a person types it, box by box. Calendars and limits are the program's; this only fills boxes. */
import type { DateFields } from "../backend/contract";

const MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];
const SPOKEN: Record<string, number> = { nopember: 11, pebruari: 2, ags: 8, agt: 8, okt: 10, des: 12 };

export const noDate = (): DateFields => ({ day: "", month: "", year: "" });

export function fieldsOf(date: Date): DateFields {
  return { day: String(date.getDate()), month: String(date.getMonth() + 1), year: String(date.getFullYear()) };
}

/** `h` today, `k` yesterday, `-3` three days ago; null when it is none of these. */
export function relativeDate(text: string, today: Date): DateFields | null {
  const typed = text.trim().toLowerCase();
  const back = typed === "h" ? 0 : typed === "k" ? 1 : /^-\d{1,3}$/.test(typed) ? Number(typed.slice(1)) : null;
  if (back === null) return null;
  return fieldsOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() - back));
}

/** "nov" → "11"; what is no name of a month stays as it was. */
export function monthNumber(text: string): string {
  const typed = text.trim().toLowerCase();
  if (typed.length < 3) return text.trim();
  const known = SPOKEN[typed] ?? MONTHS.findIndex((month) => month.startsWith(typed)) + 1;
  return known > 0 ? String(known) : text.trim();
}

/** The year that is meant when none was typed: this one, or the last when the date would still lie ahead. */
export function defaultYear(day: string, month: string, today: Date, lean: "past" | "future"): string {
  const year = today.getFullYear();
  const date = new Date(year, Number(month) - 1, Number(day));
  const start = new Date(year, today.getMonth(), today.getDate());
  if (lean === "past" && date > start) return String(year - 1);
  if (lean === "future" && date < start) return String(year + 1);
  return String(year);
}

/** "17/11/2026", "17-11-26", "17 november 2026" from the clipboard; null when it is no date. */
export function pastedDate(text: string): DateFields | null {
  const match = /^\s*(\d{1,2})[\s/.-]+(\d{1,2}|\p{L}+)[\s/.-]+(\d{2}|\d{4})\s*$/u.exec(text);
  if (match) return { day: match[1] ?? "", month: monthNumber(match[2] ?? ""), year: fullYear(match[3] ?? "") };
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  return iso ? { day: iso[3] ?? "", month: iso[2] ?? "", year: iso[1] ?? "" } : null;
}

/** "26" → "2026". */
export function fullYear(text: string): string {
  return /^\d{2}$/.test(text) ? `20${text}` : text;
}

/** What a box takes of the text in it: `h`, `k`, `-3` in the first, a name in the second, else at most the figures of a date. */
export function boxText(part: keyof DateFields, text: string): string {
  const typed = text.trim();
  const figures = typed.replace(/\D/g, "");
  if (part === "year") return figures.slice(0, 4);
  if (part === "month") return /^\p{L}/u.test(typed) ? typed.replace(/[^\p{L}]/gu, "").slice(0, 9) : figures.slice(0, 2);
  if (typed.startsWith("-")) return `-${figures.slice(0, 3)}`;
  return /^[hk]/i.test(typed) ? typed.charAt(0) : figures.slice(0, 2);
}

/** Whether a box can take no further figure, so that the cursor moves on. */
export function isFull(part: keyof DateFields, text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  if (part === "year") return text.length === 4;
  return text.length === 2 || Number(text) > (part === "day" ? 3 : 1);
}
