/** Hints, links and further reporters of the invented office. */
import type { Backend, ComplaintForm, LinkView, ReporterView, SimilarHit } from "../contract";
import { fail, office, tick } from "./office";
import { complaints, type FakeComplaint } from "./register";

const choices = new Map<string, "link" | "other">();
export const links: [string, string][] = [];
export const reporters = new Map<string, { of: string; view: ReporterView; form: ComplaintForm }>();

const digits = (text: string) => text.replace(/\D/g, "");

export function linkView(c: FakeComplaint): LinkView {
  return { id: c.id, number: c.number, receivedShort: "28 Des", subject: c.subject, person: c.name, stateLabel: "Diterima" };
}

function hitsOf(draftId: string, form: ComplaintForm): SimilarHit[] {
  const phone = digits(form.phone);
  const hits: SimilarHit[] = [];
  for (const c of complaints) {
    const choice = choices.get(`${draftId} ${c.id}`);
    const same = phone.length >= 10 && digits(c.form.phone) === phone && !c.hidden;
    if (choice === "other" || c.state === "voided" || (!same && choice !== "link")) continue;
    const mergeRefused = c.state === "received" ? null : "Aduan ini sudah selesai, jadi hanya dapat ditautkan.";
    hits.push({ complaint: linkView(c), reasons: same ? ["HP sama"] : [], linked: choice === "link", mergeRefused });
  }
  return hits.slice(0, 3);
}

export function linksOf(id: string): LinkView[] {
  const others = links.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
  return complaints.filter((c) => others.includes(c.id)).map(linkView);
}

/** The links chosen in a draft, once it has its number. */
export function linkChosen(draftId: string, id: string): void {
  for (const [key, choice] of choices) {
    const [draft, other] = key.split(" ");
    if (draft === draftId && choice === "link" && other) links.push([id, other]);
  }
}

export const reportersOf = (id: string): ReporterView[] => [...reporters.values()].filter((r) => r.of === id).map((r) => r.view);

export function join(form: ComplaintForm, complaintId: string): { id: string; complaint: FakeComplaint; place: number } {
  const complaint = complaints.find((c) => c.id === complaintId) ?? fail({ code: "not_found" });
  if (complaint.state !== "received") fail({ code: "precondition", what: "merge_closed", detail: "Aduan ini sudah selesai, jadi hanya dapat ditautkan." });
  const id = `reporter-${reporters.size + 1}`;
  const place = reportersOf(complaintId).length + 2;
  const view: ReporterView = {
    id, label: `Pelapor ke-${place}`, person: form.name, receivedText: "28 Desember 2026, pukul 09.14 WIB", trackingCode: "4QXT-7K3M-9",
    facts: [{ label: "Nama lengkap", value: form.name, field: "name" }], mayOpenIdentity: true, identityNeedsReason: false, description: form.description,
    deadline: "Tanggapan paling lambat Senin, 11 Januari 2027", receipt: "receipt", printed: 0, signed: false, handedOver: false, mayPrint: true,
    messages: { whatsapp: `Aduan Anda terdaftar dengan nomor ${complaint.number}.`, sms: `Aduan ${complaint.number} terdaftar.` },
  };
  reporters.set(id, { of: complaintId, view, form });
  office.savedAt = tick();
  return { id, complaint, place };
}

export const together: Pick<Backend, "similar" | "chooseSimilar" | "unlink"> = {
  similar: async (draftId, form) => hitsOf(draftId, form),
  chooseSimilar: async (draftId, complaintId, choice) => {
    if (choice === "undecided") choices.delete(`${draftId} ${complaintId}`);
    else choices.set(`${draftId} ${complaintId}`, choice);
  },
  unlink: async (complaintId, otherId) => {
    const at = links.findIndex((pair) => pair.includes(complaintId) && pair.includes(otherId));
    if (at < 0) fail({ code: "not_found" });
    links.splice(at, 1);
  },
};
