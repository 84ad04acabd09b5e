/** The register: sixty invented complaints, searched and filtered in memory. */
import type { Backend, ComplaintDetail, ComplaintForm, ComplaintState, DeadlineMark, RegisterQuery, RegisterRow, TimelineItem } from "../contract";
import { clock, fail, numberFrom, office, tick } from "./office";
import { paper } from "./papers";
import { send } from "./printing";
import { subjects } from "./samples";
import { emptyForm, shortName } from "./blank";
import { linksOf, reporters, reportersOf } from "./together";

export type FakeComplaint = {
  id: string; number: string; received: string; subject: string; service: string; name: string; form: ComplaintForm;
  state: ComplaintState; voidReason: string | null; timeline: TimelineItem[]; hidden: boolean;
};

const SHORT = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "short" });
const STATE_LABELS: Record<ComplaintState, string> = { received: "Diterima", answered: "Ditanggapi", closed: "Selesai", voided: "Dibatalkan" };
const PAGE = 50;

export const complaints: FakeComplaint[] = [];

function note(complaint: FakeComplaint, kind: string, title: string, detail = "", access = false): void {
  const at = tick();
  const atText = `${SHORT.format(new Date(at))}, 09.${String(clock.now.getMinutes()).padStart(2, "0")}`;
  const officer = office.signedIn?.name ?? "Rina Teladan";
  complaint.timeline.unshift({ entry: `${complaint.id}-${complaint.timeline.length}`, at, atText, kind, title, detail, officer, access, changes: [] });
  office.savedAt = at;
}

export function addComplaint(number: string, form: ComplaintForm): string {
  const complaint: FakeComplaint = {
    id: `complaint-${complaints.length + 1}`, number, received: clock.now.toISOString(), form: structuredClone(form),
    subject: form.subject || form.description.slice(0, 60), service: form.serviceText, name: form.identity === "none" ? "" : form.name,
    state: "received", voidReason: null, timeline: [], hidden: form.identity === "confidential",
  };
  note(complaint, "registered", `Terdaftar di Loket ${office.settings.numbering.counterCode}`);
  complaints.unshift(complaint);
  return complaint.id;
}

/** Fills the register, once. */
export function seed(): void {
  if (complaints.length > 0) return;
  for (let i = 0; i < 60; i++) {
    const [subject, service, name] = subjects[i % subjects.length] ?? ["", "", ""];
    const day = new Date(clock.now.getTime() - (60 - i) * 2 * 86_400_000);
    const mode = name === "-" ? "none" : name === "" ? "confidential" : "open";
    const form = { ...emptyForm(), subject, serviceText: service, name: mode === "none" ? "" : name || "Wati Seandainya", identity: mode as ComplaintForm["identity"], description: `${subject}. Pelapor meminta perbaikan secepatnya.`, phone: "0899-0000-0139" };
    const id = addComplaint(numberFrom(office.settings.numbering, 88 + i, day), form);
    const complaint = complaints.find((c) => c.id === id);
    if (!complaint) continue;
    complaint.received = day.toISOString();
    complaint.state = i < 40 ? "closed" : i < 48 ? "answered" : "received";
    if (i === 30) Object.assign(complaint, { state: "voided", voidReason: "Rangkap dengan aduan sebelumnya" });
  }
}

function deadlineOf(c: FakeComplaint): DeadlineMark {
  if (c.state === "voided") return { kind: "none", text: "–", legal: null, workDay: null };
  const due = new Date(new Date(c.received).getTime() + 14 * 86_400_000);
  const legal = due.toISOString().slice(0, 10);
  if (c.state !== "received") return { kind: "done", text: SHORT.format(due), legal, workDay: legal };
  const days = Math.round((due.getTime() - clock.now.getTime()) / 86_400_000);
  if (days < 0) return { kind: "late", text: `Lewat ${-days} hari`, legal, workDay: legal };
  if (days === 0) return { kind: "today", text: "Hari ini", legal, workDay: legal };
  if (days <= 3) return { kind: "soon", text: days === 1 ? "Besok" : `${days} hari lagi`, legal, workDay: legal };
  return { kind: "later", text: SHORT.format(due), legal, workDay: legal };
}

function rowOf(c: FakeComplaint): RegisterRow {
  return {
    id: c.id, number: c.number, imported: false, received: c.received, receivedShort: SHORT.format(new Date(c.received)),
    subject: c.form.restricted ? c.service : c.subject, service: c.service, state: c.state, stateLabel: STATE_LABELS[c.state],
    person: c.hidden ? "Identitas dirahasiakan" : c.name ? shortName(c.name) : "Tanpa identitas",
    deadline: deadlineOf(c), restricted: c.form.restricted, hasTwoVersions: false,
  };
}

function matching(query: RegisterQuery): FakeComplaint[] {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = complaints.filter((c) => {
    const text = [c.number, c.subject, c.service, c.hidden ? "" : c.name, c.form.description].join(" ").toLowerCase();
    return words.every((w) => text.includes(w)) && (!query.state || c.state === query.state)
      && (!query.channel || c.form.channel === query.channel) && (!query.from || c.received.slice(0, 10) >= query.from)
      && (!query.to || c.received.slice(0, 10) <= query.to)
      && (!query.serviceId || c.service === office.services.find((s) => s.id === query.serviceId)?.name);
  });
  const key = (c: FakeComplaint) => (query.sort === "number" ? c.number : query.sort === "deadline" ? (deadlineOf(c).legal ?? "9") : c.received);
  found.sort((a, b) => key(a).localeCompare(key(b)) * (query.descending ? -1 : 1));
  return found;
}

const find = (id: string): FakeComplaint => complaints.find((c) => c.id === (reporters.get(id)?.of ?? id)) ?? fail({ code: "not_found" });

function detailOf(c: FakeComplaint): ComplaintDetail {
  const voided = c.state === "voided";
  const days = Array.from({ length: 15 }, (_, i) => {
    const day = new Date(new Date(c.received).getTime() + i * 86_400_000);
    const date = day.toISOString().slice(0, 10);
    const closed = office.holidays.find((h) => h.date === date)?.name ?? (day.getDay() === 0 ? "Minggu" : null);
    const today = date === clock.now.toISOString().slice(0, 10);
    const mark = i === 0 ? "received" : i === 14 ? "due" : today ? "today" : null;
    const spoken = `${new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long" }).format(day)}${closed ? `, hari tutup: ${closed}` : ""}`;
    return { date, number: i === 0 ? null : i, closed, mark: mark as "due" | null, spoken };
  });
  const fact = (label: string, value: string, field: string) => ({ label, value, field });
  const due = new Date(new Date(c.received).getTime() + 14 * 86_400_000);
  return {
    row: rowOf(c), closed: false, trackingCode: "7K3M-9QXT-4",
    facts: [fact("Layanan", c.service, "serviceText"), fact("Saluran", "Tatap muka", "channel"), fact("Waktu penerimaan", SHORT.format(new Date(c.received)), "receivedAt"), fact("Tempat kejadian", c.form.eventPlace || "Kantor ini", "eventPlace"), fact("Kerugian", c.form.loss || "–", "loss"), fact("Penyelesaian yang diminta", c.form.settlement || "–", "settlement")],
    reporter: c.hidden ? [] : [fact("Nama lengkap", c.name || "Tanpa identitas", "name"), fact("Telepon", "0899-••••-0139", "phone"), fact("NIK", "9901••••••••0007", "nik")],
    identityHidden: c.hidden, mayOpenIdentity: c.name !== "" || c.hidden, identityNeedsReason: c.hidden, description: c.form.description,
    deadlines: c.state === "received" ? [{ date: due.toISOString().slice(0, 10), dateText: new Intl.DateTimeFormat("id-ID", { dateStyle: "full" }).format(due), what: "Tanggapan pertama", span: "14 hari kalender", basis: "UU 25/2009 Pasal 44 ayat (3)", workDay: due.toISOString().slice(0, 10), closedReason: null }] : [],
    dayCounts: days, attachments: c.form.attachments, timeline: structuredClone(c.timeline),
    completeness: [{ key: "name_address", label: "Nama lengkap dan alamat", state: c.form.address ? "present" : "missing" }, { key: "description", label: "Uraian pelayanan", state: "present" }],
    handedOver: false, signed: false, printed: 0,
    may: { correct: !voided, void: !voided, unvoid: voided, step: !voided, classify: !voided, print: true, why: voided ? "Aduan ini dibatalkan." : null },
    receipt: c.name ? "receipt" : "record_slip",
    messages: { whatsapp: `Aduan Anda terdaftar dengan nomor ${c.number}.`, sms: `Aduan ${c.number} terdaftar.` }, voidReason: c.voidReason,
    together: { links: linksOf(c.id), reporters: reportersOf(c.id), may: true },
  };
}

function requireReason(reason: string): void {
  if (!reason.trim()) fail({ code: "invalid", fields: [{ field: "reason", code: "required", detail: null }] });
}

const listPaper = (query: RegisterQuery) => paper("Register pengaduan", matching(query).map((c) => `${c.number}  ${c.subject}`));

type RegisterPart = Pick<Backend,
  | "list" | "count" | "detail" | "openIdentity" | "correctionForm" | "correct" | "void" | "unvoid" | "step" | "attachmentPicture"
  | "saveAttachment" | "listPreview" | "printList" | "saveList" | "bookPreview" | "printBook" | "saveBook">;

export const register: RegisterPart = {
  list: async (query) => {
    const found = matching(query);
    const from = query.cursor ? Number(query.cursor) : 0;
    return {
      rows: found.slice(from, from + PAGE).map(rowOf), next: from + PAGE < found.length ? String(from + PAGE) : null,
      terms: query.text.split(/\s+/).filter(Boolean),
    };
  },
  count: async (query) => {
    const found = matching(query).length;
    const unfiltered = matching({ ...query, from: null, to: null, channel: null, serviceId: null, state: null, officerId: null });
    return { count: found, more: false, all: complaints.length, outsideFilter: unfiltered.length - found };
  },
  detail: async (id) => detailOf(find(id)),
  openIdentity: async (id, reason) => {
    const c = find(id);
    if (c.hidden) requireReason(reason);
    note(c, "identity_opened", "Identitas dibuka", reason, true);
    return [{ label: "Nama lengkap", value: c.form.name, field: "name" }, { label: "Telepon", value: c.form.phone, field: "phone" }, { label: "NIK", value: "9901010101990007", field: "nik" }];
  },
  correctionForm: async (id) => structuredClone(find(id).form),
  correct: async (id, form) => {
    const c = find(id);
    Object.assign(c, { form: structuredClone(form), subject: form.subject, name: form.name });
    note(c, "corrected", "Data dibetulkan");
  },
  void: async (id, reason) => {
    requireReason(reason);
    const c = find(id);
    Object.assign(c, { state: "voided", voidReason: reason });
    note(c, "voided", "Nomor dibatalkan", reason);
  },
  unvoid: async (id, reason) => {
    requireReason(reason);
    const c = find(id);
    Object.assign(c, { state: "received", voidReason: null });
    note(c, "unvoided", "Pembatalan dicabut", reason);
  },
  step: async (id, input) => {
    const c = find(id);
    if (input.kind === "note") return note(c, "note", "Catatan", input.text);
    if (input.kind === "classified") return note(c, "classified", "Golongan ditetapkan", "");
    c.state = input.kind;
    note(c, input.kind, input.kind === "answered" ? "Tanggapan disampaikan" : "Selesai", input.kind === "answered" ? input.text : input.result);
  },
  attachmentPicture: async () => ({ ...paper("Lampiran", ["Foto antrean di loket"]), mime: "image/jpeg", picture: "png" }),
  saveAttachment: async () => "Dokumen",
  listPreview: async (query) => listPaper(query),
  printList: async (_query, choice) => send(choice),
  saveList: async (_query, format) => `daftar-tenggat.${format === "pdf" ? "pdf" : "csv"}`,
  bookPreview: async (query) => paper("Buku register pengaduan", [`${query.from} – ${query.to}`, query.version]),
  printBook: async (_query, choice) => send(choice),
  saveBook: async (_query, format) => `buku-register.${format === "pdf" ? "pdf" : "csv"}`,
};
