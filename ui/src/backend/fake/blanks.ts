/** Blank forms and their numbers, in memory. */
import type { Backend, OpenNumber } from "../contract";
import { paper } from "./papers";
import { fail } from "./office";
import { send } from "./printing";

let open: OpenNumber[] = [];

type BlankPart = Pick<Backend,
  | "openNumbers" | "dropNumber" | "confirmNumber" | "printBlanks" | "saveBlanks" | "formPreview" | "printForm" | "saveForm">;

function reserve(count: number): void {
  const first = 61 + open.length;
  for (let n = first; n < first + count; n += 1) {
    open.push({ number: `00${n}/ADU/L1/XI/2026`, reservedOn: "20 November 2026", doubtful: false });
  }
}

export const blanks: BlankPart = {
  openNumbers: async () => structuredClone(open),
  dropNumber: async (number, reason) => {
    if (!reason.trim()) fail({ code: "invalid", fields: [{ field: "reason", code: "required", detail: null }] });
    open = open.filter((item) => item.number !== number);
  },
  confirmNumber: async (number) => {
    open = open.map((item) => (item.number === number ? { ...item, doubtful: false } : item));
  },
  printBlanks: async (forms, choice) => {
    if (forms.reserve) reserve(forms.count);
    return send(choice);
  },
  saveBlanks: async (forms) => {
    if (forms.reserve) reserve(forms.count);
    return "formulir-pengaduan.pdf";
  },
  formPreview: async () => paper("Formulir pengaduan", ["A. Pelapor", "B. Pengaduan"]),
  printForm: async (_id, choice) => send(choice),
  saveForm: async () => "formulir.pdf",
};
