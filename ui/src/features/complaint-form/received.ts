/** "Diterima" when it lies before now: `YYYY-MM-DDTHH:MM` of the office, typed as three boxes and a time. */
import type { DateFields } from "../../backend/contract";
import { emptyDate } from "./dates";

export type ReceivedFields = { date: DateFields; time: string };

/** "930", "9:30", "09.30" → "09:30"; what is no time stays, so that the program can refuse it. */
export function readTime(text: string): string {
  const typed = text.trim();
  const m = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed);
  if (!m || Number(m[1]) > 23 || Number(m[2] ?? "0") > 59) return typed;
  return `${m[1]?.padStart(2, "0")}:${m[2] ?? "00"}`;
}

const two = (text: string): string => (/^\d$/.test(text.trim()) ? `0${text.trim()}` : text.trim());

/** Incomplete boxes give an incomplete text: it must be refused, not taken for "now". */
export function composeReceived({ date, time }: ReceivedFields): string {
  if ([date.day, date.month, date.year, time].every((part) => part.trim() === "")) return "";
  return `${date.year.trim()}-${two(date.month)}-${two(date.day)}T${readTime(time)}`;
}

export function splitReceived(text: string): ReceivedFields {
  const m = /^([^-]*)-([^-]*)-([^T]*)T(.*)$/.exec(text);
  if (!m) return { date: emptyDate(), time: "" };
  return { date: { year: m[1] ?? "", month: m[2] ?? "", day: m[3] ?? "" }, time: (m[4] ?? "").replace(":", ".") };
}
