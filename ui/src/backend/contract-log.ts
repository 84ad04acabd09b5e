/** The part of the contract that is about the log as evidence: its list, its check, its bundle. */

/** Kinds of entries that belong together: opened and printed, complaints and their steps, office and settings. */
export type LogGroup = "access" | "complaints" | "office";
/** Days are `YYYY-MM-DD`. `about`: a number, a tracking code, or a fingerprint from eight digits on; empty for all. */
export type LogQuery = { officerId: string | null; about: string; group: LogGroup | null; from: string | null; to: string | null };
/** One entry, in words; `complaintId` opens in the register. */
export type LogLine = { key: string; at: string; officer: string; what: string; number: string; complaintId: string | null; fingerprint: string };
/** At most 100 entries, newest first. */
export type LogPage = { lines: LogLine[]; next: string | null };
/** What a check of the whole register found; `wrong` is the first thing that does not hold, without a full stop; `at` a time in words. */
export type LogCheck = { holds: boolean; wrong: string; entries: number; logs: number; partsAbsent: number; at: string };
