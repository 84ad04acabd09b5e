/** Figures, dates and times as Indonesian offices write them: "Senin, 28 Desember 2026", "28 Des", "09.14", "1.204". */
import type { ZoneCode } from "../backend/contract";

const ZONES: Record<ZoneCode, string> = { WIB: "Asia/Jakarta", WITA: "Asia/Makassar", WIT: "Asia/Jayapura" };
const number = new Intl.NumberFormat("id-ID");

export const formatNumber = (value: number): string => number.format(value);

function parts(at: Date | string, zone: ZoneCode, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("id-ID", { timeZone: ZONES[zone], ...options }).format(typeof at === "string" ? new Date(at) : at);
}

/** "Senin, 28 Desember 2026" */
export const longDate = (at: Date | string, zone: ZoneCode): string =>
  parts(at, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/**
 * The day on the office's wall: a PC may be set to another zone. Read part by part: how a locale joins them differs from
 * one web view to the next.
 */
export function dayIn(at: Date | string, zone: ZoneCode): { year: number; month: number; day: number } {
  const found = new Intl.DateTimeFormat("en", { timeZone: ZONES[zone], year: "numeric", month: "numeric", day: "numeric" })
    .formatToParts(typeof at === "string" ? new Date(at) : at);
  const part = (type: "year" | "month" | "day") => Number(found.find((one) => one.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day") };
}

/** "28 Des" */
export const shortDate = (at: Date | string, zone: ZoneCode): string => parts(at, zone, { day: "numeric", month: "short" });

/** "09.14" */
export const clockTime = (at: Date | string, zone: ZoneCode): string =>
  parts(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).replace(":", ".");

/** "09.14.22" */
export const clockSeconds = (at: Date | string, zone: ZoneCode): string =>
  parts(at, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).replaceAll(":", ".");

/** "Jumat, 1 Januari 2027" from "2027-01-01": a day of the calendar, the same in every zone. */
export const longDay = (day: string): string =>
  new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(`${day}T00:00:00Z`));

/** "412 KB", "1,4 MB" */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${number.format(Math.round(kilobytes))} KB`;
  return `${new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 }).format(kilobytes / 1024)} MB`;
}

/** "RT" of "Rina Teladan": two initials for the round mark of an officer. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}
