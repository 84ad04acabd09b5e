/** On which papers each kind of document can be printed, the usual one first. */
import type { Media, ReceiptForm } from "../../backend/contract";
import { paper } from "../../i18n/complaints";
import { mediaText } from "../../i18n/printing";
import type { PaperKind } from "./printing.svelte";

export type PaperForm = { value: string; label: string; media: readonly Media[] };

export const FORMS: Record<PaperKind, readonly PaperForm[]> = {
  receipt: [
    { value: "a4_two", label: paper.forms.a4_two, media: ["a4"] },
    { value: "a4_large", label: paper.forms.a4_large, media: ["a4"] },
    { value: "a5", label: paper.forms.a5, media: ["a5"] },
  ],
  list: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
  log: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
  form: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
  recovery: [{ value: "a5", label: mediaText.a5, media: ["a5", "a4", "f4"] }],
  shortcuts: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
  guide: [{ value: "a4", label: mediaText.a4, media: ["a4", "f4"] }],
};

/** Lembar 1 and Lembar 2: one press prints both, and never on two sides of one sheet. */
export const RECEIPT_SHEETS = 2;

/** The form of a receipt that a choice names. */
export const receiptForm = (form: string): ReceiptForm => (form === "a4_large" || form === "a5" ? form : "a4_two");
