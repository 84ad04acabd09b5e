/** Drafts, the check of the form, registering and the receipt. */
import type {
  AttachmentView, Backend, CompletenessItem, ComplaintForm, Draft, FieldError, FormCheck, Registered, RunningDeadline, Warning,
} from "../contract";
import { emptyForm, shortName } from "./blank";
import { clock, fail, numberFrom, office, tick } from "./office";
import { paper } from "./papers";
import { prints, send } from "./printing";
import { addComplaint, complaints } from "./register";
import { scanner, takeInto, takingOf, takings } from "./files";
import { brief } from "./start";
import { join, linkChosen, links, reporters } from "./together";

const drafts: Draft[] = [];
const registered = new Map<string, Registered>();
let counter = 0;

const draftOf = (id: string): Draft => drafts.find((d) => d.id === id) ?? fail({ code: "not_found" });

function errorsOf(form: ComplaintForm): FieldError[] {
  const errors: FieldError[] = [];
  if (form.identity !== "none" && !form.name.trim()) errors.push({ field: "name", code: "required", detail: null });
  if (!form.description.trim()) errors.push({ field: "description", code: "required", detail: null });
  const { day, month, year } = form.eventDate;
  if (day || month || year) {
    const date = new Date(Number(year), Number(month) - 1, Number(day));
    if (date.getDate() !== Number(day) || date.getMonth() !== Number(month) - 1) {
      errors.push({ field: "eventDate", code: "impossible_date", detail: null });
    } else if (date > clock.now) errors.push({ field: "eventDate", code: "future_date", detail: null });
  }
  return errors;
}

function completenessOf(form: ComplaintForm): CompletenessItem[] {
  const item = (key: string, label: string, present: boolean): CompletenessItem => ({ key, label, state: present ? "present" : "missing" });
  const ofPerson = (found: CompletenessItem): CompletenessItem => (form.identity === "none" ? { ...found, state: "withheld" } : found);
  return [
    ofPerson(item("name_address", "Nama lengkap dan alamat", form.name !== "" && form.address !== "")),
    item("description", "Uraian pelayanan", form.description !== ""),
    item("loss", "Kerugian", form.loss !== ""),
    item("settlement", "Penyelesaian yang diminta", form.settlement !== ""),
    { key: "place_time", label: "Tempat dan waktu", state: "automatic" },
    ofPerson({ key: "signature", label: "Tanda tangan pelapor", state: "when_printed" }),
  ];
}

function check(form: ComplaintForm): FormCheck {
  const missing = [
    ...(form.identity === "none" || !form.name ? ["identitas pelapor"] : []),
    ...(form.description ? [] : ["uraian"]),
  ];
  const warnings: Warning[] = [];
  if (form.nik && form.nik.replace(/\D/g, "").length !== 16) warnings.push({ field: "nik", code: "nik_length", text: "NIK biasanya 16 angka." });
  const { day, month, year } = form.eventDate;
  const days = Math.floor((clock.now.getTime() - new Date(Number(year), Number(month) - 1, Number(day)).getTime()) / 86_400_000);
  if (day && month && year && days > 30) {
    warnings.push({ field: "eventDate", code: "older_than_30_days", text: `Kejadian ${days} hari lalu, melewati 30 hari (Pasal 42 ayat (2)). Tetap dapat didaftarkan; pengelola yang menilai.` });
  }
  const phone = form.phone.replace(/\D/g, "");
  if (phone && phone.length < 8) warnings.push({ field: "phone", code: "phone_length", text: "Panjang nomor telepon tidak lazim. Mohon periksa kembali." });
  const noAnswerPossible = form.identity === "none" && phone.length < 8 && !form.email;
  return {
    completeness: completenessOf(form),
    receipt: { ready: missing.length === 0, missing, noAnswerPossible },
    warnings,
    subjectProposal: [form.serviceText, form.description.split(/[.!?\n]/)[0]?.slice(0, 60)].filter(Boolean).join(": "),
    nextNumber: office.frozen ? null : numberFrom(office.settings.numbering, office.nextSequence, clock.now),
    formatted: {
      name: form.name.replace(/(^|\s)\p{L}/gu, (m) => m.toUpperCase()),
      address: form.address.replace(/^jl\b\.?/i, "Jl.").replace(/(^|\s)\p{L}/gu, (m) => m.toUpperCase()),
      phone: phone.length >= 10 ? phone.replace(/^(\d{4})(\d{4})(\d+)$/, "$1-$2-$3") : form.phone,
      nik: form.nik.replace(/\D/g, ""),
    },
  };
}

export const deadlineOfAnswer: RunningDeadline = {
  date: "2027-01-11", dateText: "Senin, 11 Januari 2027", what: "Tanggapan pertama", span: "14 hari kalender",
  basis: "UU 25/2009 Pasal 44 ayat (3)", workDay: "2027-01-11", closedReason: null,
};

function accept(form: ComplaintForm): void {
  const fields = errorsOf(form);
  if (fields.length > 0) fail({ code: "invalid", fields });
}

function registerForm(draftId: string, form: ComplaintForm, requestId: string): Registered {
  const before = registered.get(requestId);
  if (before) return before;
  accept(form);
  if (office.frozen) fail({ code: "number_series_frozen" });
  const number = numberFrom(office.settings.numbering, office.nextSequence++, clock.now);
  const id = addComplaint(number, form);
  linkChosen(draftId, id);
  return concluded(draftId, form, requestId, { id, complaintId: id, number, reporter: null });
}

function mergeForm(draftId: string, form: ComplaintForm, complaintId: string, requestId: string): Registered {
  const before = registered.get(requestId);
  if (before) return before;
  accept(form);
  const { id, complaint, place } = join(form, complaintId);
  return concluded(draftId, form, requestId, { id, complaintId, number: complaint.number, reporter: `Pelapor ke-${place} dari ${place}` });
}

function separateReporter(reporterId: string, reason: string, requestId: string): Registered {
  if (!reason.trim()) fail({ code: "invalid", fields: [{ field: "reason", code: "required", detail: null }] });
  const who = reporters.get(reporterId) ?? fail({ code: "not_found" });
  reporters.delete(reporterId);
  const done = registerForm("", who.form, requestId);
  links.push([done.id, who.of]);
  return done;
}

function concluded(draftId: string, form: ComplaintForm, requestId: string, who: Pick<Registered, "id" | "complaintId" | "number" | "reporter">): Registered {
  const savedAt = tick();
  const { number } = who;
  const { missing, noAnswerPossible } = check(form).receipt;
  const result: Registered = {
    ...who, trackingCode: who.reporter ? "4QXT-7K3M-9" : "7K3M-9QXT-4", savedAt,
    receipt: missing.length === 0 ? "receipt" : "record_slip", missing,
    deadlines: noAnswerPossible ? [] : [deadlineOfAnswer],
    messages: {
      whatsapp: `Aduan Anda terdaftar di ${office.settings.name} dengan nomor ${number}. Kode lacak 7K3M-9QXT-4.`,
      sms: `Aduan ${number} terdaftar. Kode lacak 7K3M-9QXT-4.`,
    },
    stampOffice: office.settings.name.toUpperCase(), stampTime: "28 DES 2026 09.16", receivedText: "Senin, 28 Desember 2026, 09.12 WIB",
  };
  registered.set(requestId, result);
  const index = drafts.findIndex((d) => d.id === draftId);
  if (index >= 0) drafts.splice(index, 1);
  office.savedAt = savedAt;
  return result;
}

function receiptPaper(id: string) {
  const complaint = complaints.find((c) => c.id === (reporters.get(id)?.of ?? id)) ?? fail({ code: "not_found" });
  return paper("Tanda terima pengaduan", [complaint.number, office.settings.name, complaint.subject, "", "1. Identitas pelapor", "2. Uraian pelayanan", "3. Tempat dan waktu", "4. Tanda tangan penerima"], "A4 · 2 lembar");
}

function attach(draftId: string, name: string, size: number): AttachmentView {
  const draft = draftOf(draftId);
  const view = { id: `attachment-${++counter}`, name, size, mime: name.endsWith(".pdf") ? "application/pdf" : "image/jpeg" };
  draft.form.attachments = [...draft.form.attachments, view];
  return view;
}

const phrases = {
  loss: ["Waktu dan ongkos perjalanan", "Waktu", "Uang", "Layanan tertunda", "Tidak dapat berobat"],
  settlement: ["KTP-el dicetak pekan ini", "Dilayani pekan ini", "Penjelasan tertulis", "Permintaan maaf", "Uang dikembalikan", "Loket ditambah"],
  eventPlace: ["Kantor ini", "Loket 1, kantor ini", "Loket 2, kantor ini", "Ruang tunggu", "Puskesmas keliling"],
};

type FormPart = Pick<Backend,
  | "drafts" | "newDraft" | "saveDraft" | "deleteDraft" | "checkForm" | "services" | "officers" | "suggestions"
  | "attachFromDialog" | "attachDropped" | "onDrop" | "attachBytes" | "detach" | "taking" | "cancelTaking" | "dismissTaking"
  | "chooseScanFolder" | "lookIntoScanFolder" | "takeScans" | "register" | "receiptPreview" | "printers" | "printProgress" | "cancelPrint" | "printReceipt"
  | "merge" | "separate" | "saveReceipt" | "recordSigned" | "recordHandedOver">;

export const forms: FormPart = {
  drafts: async () => structuredClone(drafts),
  newDraft: async () => {
    const draft: Draft = { id: `draft-${++counter}`, form: emptyForm(), startedAt: clock.now.toISOString(), savedAt: null, title: "", olderThanWorkday: false };
    drafts.push(draft);
    return structuredClone(draft);
  },
  saveDraft: async (id, form) => {
    const draft = draftOf(id);
    draft.form = form;
    draft.title = form.identity === "none" ? "" : shortName(form.name);
    draft.savedAt = office.savedAt = tick(2);
    return draft.savedAt;
  },
  deleteDraft: async (id, reason) => {
    const draft = draftOf(id);
    if (draft.form.description && !reason.trim()) fail({ code: "invalid", fields: [{ field: "reason", code: "required", detail: null }] });
    drafts.splice(drafts.indexOf(draft), 1);
  },
  checkForm: async (form) => check(form),
  services: async () => office.services.filter((s) => s.active),
  officers: async () => office.officers.map(brief),
  suggestions: async (field, text) => phrases[field].filter((p) => p.toLowerCase().includes(text.toLowerCase())),
  ...scanner,
  attachFromDialog: async (draftId) => takeInto(draftOf(draftId), takings.chosen),
  attachDropped: async (draftId) => takeInto(draftOf(draftId), takings.dropped),
  onDrop: (told) => {
    takings.told = told;
    return () => (takings.told = null);
  },
  taking: async (draftId) => takingOf(draftOf(draftId)),
  cancelTaking: async (draftId) => {
    for (const file of takings.files) if (file.state === "waiting" || file.state === "reading") file.state = "cancelled";
    return takingOf(draftOf(draftId));
  },
  dismissTaking: async (draftId) => {
    takings.files = takings.files.filter((file) => file.state === "waiting" || file.state === "reading");
    return takingOf(draftOf(draftId));
  },
  takeScans: async (draftId, names) => takeInto(draftOf(draftId), names.map((name) => ({ name, size: 204_800 }))),
  attachBytes: async (draftId, name, base64) => {
    if (/\.heic$/i.test(name)) fail({ code: "attachment", name, reason: "type" });
    return attach(draftId, name, Math.floor(base64.length * 0.75));
  },
  detach: async (draftId, attachmentId) => {
    const { form } = draftOf(draftId);
    form.attachments = form.attachments.filter((a) => a.id !== attachmentId);
  },
  register: async (draftId, form, requestId) => registerForm(draftId, form, requestId),
  merge: async (draftId, form, complaintId, requestId) => mergeForm(draftId, form, complaintId, requestId),
  separate: async (reporterId, reason, requestId) => separateReporter(reporterId, reason, requestId),
  receiptPreview: async (id) => receiptPaper(id),
  ...prints,
  printReceipt: async (_id, _form, choice) => send(choice),
  saveReceipt: async () => "tanda-terima.pdf",
  recordSigned: async () => {},
  recordHandedOver: async () => {},
};
