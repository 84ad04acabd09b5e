/** The part of the contract that is about files and papers: attachments, receipts, books, forms, printers. */

// ---------------------------------------------------------------- attachments
export type AttachmentView = { id: string; name: string; size: number; mime: string };
/** A file on its way into a draft. `unseen`: it is taken, but as an image it cannot be shown. */
export type TakingFile = {
  id: number;
  name: string;
  state: "waiting" | "reading" | "taken" | "refused" | "cancelled";
  percent: number;
  reason: "empty" | "too_big" | "type" | "unreadable" | "disk_full" | "other" | null;
  unseen: "broken" | "too_large" | null;
};
/** What is on its way into a draft, and all that is in it. */
export type Taking = { files: TakingFile[]; attachments: AttachmentView[] };
/** `folder` is its own name, null while none was chosen; `atText` is a time in words. */
export type ScanLook = {
  folder: string | null;
  trouble: "gone" | "unreadable" | "silent" | null;
  files: { name: string; size: number; atText: string; state: "ready" | "being_written" | "taken" }[];
  more: number;
};
/** How an attachment leaves: without the data of a camera, or byte for byte. */
export type LeavingForm = "clean" | "original";
export type AttachmentPicture = { pages: PagePicture[]; text: string | null; mime: string; picture: "jpeg" | "png" };
export type PagePicture = { width: number; height: number; png: string }; // base64
export type PaperPreview = { pages: PagePicture[]; title: string; text: string; copyLabel: string };

// ---------------------------------------------------------------- papers
/** For whom a register book is made. */
export type BookVersion = "office" | "public";
/** Which register book: first and last day of its numbers. */
export type BookQuery = { from: string; to: string; version: BookVersion };
export type TableFormat = "pdf" | "csv" | "csv_comma";
/** A stack of 1 to 50 blank forms; with `reserve` each carries a number of its own. */
export type BlankForms = { count: number; reserve: boolean };
/** A number on a blank form that no complaint took; doubtful when it was reserved before a restore. */
export type OpenNumber = { number: string; reservedOn: string; doubtful: boolean };
/** How a receipt is laid out. */
export type ReceiptForm = "a4_two" | "a4_large" | "a5";

// ---------------------------------------------------------------- printing
export type Media = "a4" | "a5" | "f4" | "roll_80" | "roll_58";
/** Why a print waits or failed. */
export type PrintReason =
  | "no_system" | "vanished" | "rejecting" | "media" | "paused" | "paper_empty" | "jam" | "cover_open" | "ink_empty" | "offline" | "held"
  | "canceled" | "aborted" | "unknown";
/** `media` and `twoSided` are null when the printer does not say. */
export type Printer = {
  name: string;
  description: string;
  location: string;
  isDefault: boolean;
  state: "ready" | "printing" | "hindered" | "unknown";
  reason: PrintReason | null;
  media: Media[] | null;
  twoSided: boolean | null;
};
export type PrintChoice = { printer: string; copies: number; twoSided: boolean };
/** A paper on its way; `job` asks for its progress. */
export type PrintJob = { job: string; copyLabel: string };
/** `sent`: handed over, and what became of it was not reported in time. */
export type PrintProgress = { stage: "queued" | "printing" | "waiting" | "printed" | "sent" | "failed"; reason: PrintReason | null };
