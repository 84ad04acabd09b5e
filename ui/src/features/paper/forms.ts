/** On which papers each kind of document can be printed, the usual one first. */
import type { Media } from "../../backend/contract";
import { paper } from "../../i18n/complaints";
import { mediaText } from "../../i18n/printing";
import type { PaperKind } from "./printing.svelte";

export type PaperForm = { value: string; label: string; media: readonly Media[] };

export const FORMS: Record<PaperKind, readonly PaperForm[]> = {
  receipt: [{ value: "a4_two", label: paper.paperLine, media: ["a4"] }],
  list: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
  recovery: [{ value: "a5", label: mediaText.a5, media: ["a5", "a4", "f4"] }],
  guide: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
};

/** Lembar 1 and Lembar 2: one press prints both. */
export const RECEIPT_SHEETS = 2;
