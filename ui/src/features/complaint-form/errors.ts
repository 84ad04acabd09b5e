/** Errors of the form: their words, and when a keystroke has cured them. The rules themselves live in the backend. */
import type { ComplaintForm, DateFields, FieldError } from "../../backend/contract";
import { blanks } from "../../i18n/blanks";
import { formErrors as words } from "../../i18n/complaint-form-errors";
import { daysBetween, impossibleDateText, readDate, type DayDate } from "./dates";

const DATE_FIELDS = ["eventDate", "channelDate", "proxyDate"] as const;
type DateField = (typeof DATE_FIELDS)[number];
const isDateField = (field: string): field is DateField => (DATE_FIELDS as readonly string[]).includes(field);

/** The sentence for an error, the same in the summary and at the field. */
export function errorText(error: FieldError, form: ComplaintForm): string {
  const { field, code } = error;
  if (field === "name" && code === "required") return words.name;
  if (field === "description" && code === "required") return words.description;
  if (isDateField(field)) {
    const date: DateFields = form[field];
    const reading = readDate(date);
    if (reading === "impossible") return words.impossibleDate(impossibleDateText(date));
    if (reading === "incomplete") return words.incompleteDate;
    if (code.includes("future")) return words.futureDate;
    if (code.includes("impossible")) return words.tooOld;
  }
  if (field === "formNumber") return blanks.formNumberWrong;
  if (field === "receivedAt") return code.includes("future") ? words.futureReceived : words.receivedAt;
  if (code === "required") return words.required[field] ?? words.requiredOther;
  if (code === "too_long") return words.tooLong(error.detail);
  if (code === "unknown") return words.unknown;
  return error.detail ?? words.other;
}

/** The field on the screen that an error belongs to. */
export function errorTarget(field: string): string {
  if (field === "villageText") return "villageCode";
  if (field === "serviceText") return "serviceId";
  if (field === "accusedOfficerId") return "accusedText";
  return field;
}

/** Order of the fields on the screen; errors are listed as the eye meets them. */
const FORM_ORDER = [
  "channel", "formNumber", "channelRef", "channelDate", "receivedAt", "identity", "capacity", "onBehalfOf", "proxyDate", "name", "phone", "email", "nik",
  "address", "villageCode", "occupation", "serviceId", "eventDate", "eventPlace", "subject", "description", "loss", "settlement", "accusedText", "attachments",
];

export function inFormOrder(errors: readonly FieldError[]): FieldError[] {
  const place = (error: FieldError) => FORM_ORDER.indexOf(errorTarget(error.field)) + 1 || FORM_ORDER.length + 1;
  return [...errors].sort((a, b) => place(a) - place(b));
}

const filled = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

/** True when what now stands in the form no longer deserves this error; judged at each keystroke. */
export function isCured(error: FieldError, before: ComplaintForm, now: ComplaintForm, today: DayDate): boolean {
  const { field, code } = error;
  if (field === "name" && code === "required") return filled(now.name) || now.identity === "none";
  if (isDateField(field)) {
    const reading = readDate(now[field]);
    if (reading === "empty") return code !== "required";
    if (typeof reading === "string") return false;
    return daysBetween(reading, today) >= 0;
  }
  const key = field as keyof ComplaintForm;
  if (code === "required") return filled(now[key]);
  return JSON.stringify(before[key]) !== JSON.stringify(now[key]);
}
