/** The part of the contract that takes over old registers. */
import type { ComplaintState } from "./contract";

export type ImportField = { code: string; label: string; needed: boolean };
export type ImportColumn = { field: string; column: string };
export type ImportZone = "WIB" | "WITA" | "WIT" | "UTC";
export type ImportMapping = {
  /** Name of the old register: equal ids of two registers are not taken for each other. */
  source: string;
  columns: ImportColumn[];
  /** Zone of times that are written without one; never guessed. */
  zone: ImportZone | null;
  monthFirst: boolean;
  /** State of rows that do not say it. */
  state: ComplaintState;
};
export type ImportFile = {
  name: string;
  encoding: string;
  delimiter: string;
  columns: string[];
  /** Columns that sum up what stands elsewhere: never read. */
  summaries: string[];
  fields: ImportField[];
  mapping: ImportMapping;
};
export type ImportPreviewRow = {
  line: number;
  known: boolean;
  reasons: string[];
  number: string;
  received: string;
  person: string;
  subject: string;
  service: string;
  state: string;
};
export type ImportReport = {
  importId: string | null;
  words: string;
  rows: number;
  imported: number;
  skipped: number;
  rejected: number;
  /** First line with a time without a zone. */
  zoneNeeded: number | null;
  cancelled: boolean;
  /** Name of the file of refused rows, beside the imported one. */
  rejects: string | null;
};
export type ImportPreview = { report: ImportReport; unused: string[]; rows: ImportPreviewRow[] };
export type ImportProgress = { writing: boolean; percent: number; rows: number; imported: number };
export type ImportItem = { id: string; fileName: string; madeAtText: string; officer: string; rows: number; complaints: number; undone: boolean };
export type ImportUndone = { left: number; stay: number };
