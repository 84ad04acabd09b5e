/** The step being written: its fields, what is missing, and the drafts kept for each complaint until they are recorded. */
import type { Classification, ConveyedBy, DateFields, FieldError, StepInput } from "../../backend/contract";
import { daysBetween, readDate, toFields, type DayDate } from "../complaint-form/dates";
import { readTime } from "../complaint-form/received";
import { fieldText } from "../../i18n/errors";
import { register } from "../../i18n/register";

export type StepKind = StepInput["kind"];
const STEP_KINDS: readonly StepKind[] = ["note", "answered", "closed"];
/** The kinds of step that this officer may record on this complaint. */
export const stepKinds = (may: { step: boolean; classify: boolean }): readonly StepKind[] =>
  may.classify ? [...(may.step ? STEP_KINDS : []), "classified"] : STEP_KINDS;

export type StepForm = {
  kind: StepKind; text: string; answer: string; date: DateFields; time: string; by: ConveyedBy; recipient: string;
  closedDate: DateFields; result: string; atCounter: boolean; agreed: boolean; classification: Classification;
};

export function newStep(today: DayDate, time: string): StepForm {
  return {
    kind: "note", text: "", answer: "", date: toFields(today), time, by: "in_person", recipient: "",
    closedDate: toFields(today), result: "", atCounter: false, agreed: false, classification: "ordinary",
  };
}

/** Typed but not recorded, by its owner: one officer and one complaint. Memory only, gone when the program closes. */
const kept = new Map<string, StepForm>();
export const keptStep = (owner: string): StepForm | null => kept.get(owner) ?? null;

/** Keeps what differs from `fresh`, the form as it was opened; another kind alone is nothing typed. */
export function keepStep(owner: string, form: StepForm, fresh: StepForm): void {
  if (JSON.stringify({ ...form, kind: fresh.kind }) === JSON.stringify(fresh)) kept.delete(owner);
  else kept.set(owner, form);
}
export const forgetStep = (owner: string): void => void kept.delete(owner);

const words = register.errors;

function dateProblem(date: DateFields, today: DayDate): string | null {
  const reading = readDate(date);
  if (typeof reading === "string") return words.dateWrong;
  return daysBetween(reading, today) < 0 ? words.dateFuture : null;
}

/** What is missing before the step can be recorded, by the id of its field. */
export function stepProblems(form: StepForm, today: DayDate): Record<string, string> {
  const found: [string, string | null][] = [];
  if (form.kind === "note") found.push(["stepText", form.text.trim() ? null : words.textMissing]);
  if (form.kind === "answered") {
    found.push(["stepDate", dateProblem(form.date, today)]);
    found.push(["stepTime", /^\d{2}:\d{2}$/.test(readTime(form.time)) ? null : words.timeWrong]);
    found.push(["recipient", form.recipient.trim() ? null : words.recipientMissing]);
    found.push(["stepText", form.answer.trim() ? null : words.answerMissing]);
  }
  if (form.kind === "closed") {
    found.push(["stepDate", dateProblem(form.closedDate, today)]);
    found.push(["result", form.result.trim() ? null : words.resultMissing]);
  }
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Refusals of the program, by the id of the field that they belong to; the sentence where it belongs to none. */
export function refusedFields(fields: readonly FieldError[]): Record<string, string> {
  const ids: Record<string, string> = { date: "stepDate", time: "stepTime", recipient: "recipient", text: "stepText", result: "result" };
  const sentences: Record<string, string> = { future: words.dateFuture, before_received: words.dateBeforeReceived, impossible: words.timeWrong };
  return Object.fromEntries(fields.map((error) => {
    const sentence = error.field === "time" ? words.timeWrong : (sentences[error.code] ?? fieldText(error));
    return [ids[error.field] ?? "refusal", sentence];
  }));
}

export function stepInput(form: StepForm): StepInput {
  switch (form.kind) {
    case "note":
      return { kind: "note", text: form.text.trim() };
    case "answered":
      return { kind: "answered", date: form.date, time: readTime(form.time), by: form.by, recipient: form.recipient.trim(), text: form.answer.trim() };
    case "closed":
      return { kind: "closed", date: form.closedDate, result: form.result.trim(), atCounter: form.atCounter, agreed: form.atCounter && form.agreed };
    case "classified":
      return { kind: "classified", classification: form.classification };
  }
}
