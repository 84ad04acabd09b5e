/** An old register of three rows: one is taken, one is refused, one has a time without a zone. */
import type { Backend, ImportItem, ImportMapping, ImportPreview, ImportReport } from "../contract";
import { fail } from "./office";

const FIELDS: [string, string][] = [
  ["received", "Tanggal diterima"], ["received_time", "Jam diterima"], ["description", "Isi aduan"], ["old_number", "Nomor lama"], ["source_id", "Id sumber"],
  ["name", "Nama pelapor"], ["phone", "Telepon"], ["service", "Layanan"], ["state", "Keadaan"],
];
const items: ImportItem[] = [];

const report = (mapping: ImportMapping, importId: string | null): ImportReport => ({
  importId, rows: 212, imported: mapping.zone ? 209 : 208, skipped: 0, rejected: mapping.zone ? 3 : 4, cancelled: false,
  words: mapping.zone
    ? `212 baris dibaca, 209 ${importId ? "dimasukkan" : "akan dimasukkan"}. 3 tidak dimasukkan: tanggal diterima tidak terbaca (3). Tidak ada yang ganda.`
    : "212 baris dibaca, 208 akan dimasukkan. 4 tidak dimasukkan: tanggal diterima berjam tanpa zona waktu (1), tanggal diterima tidak terbaca (3). Tidak ada yang ganda.",
  zoneNeeded: mapping.zone ? null : 3, rejects: importId ? "buku-2024-ditolak.csv" : null,
});

function preview(mapping: ImportMapping): ImportPreview {
  if (!mapping.columns.some(({ field }) => field === "description")) fail({ code: "invalid", fields: [{ field: "description", code: "required", detail: null }] });
  const blank = { known: false, reasons: [] as string[], number: "", received: "", person: "", subject: "", service: "", state: "" };
  return {
    report: report(mapping, null),
    unused: ["Catatan"],
    rows: [
      { ...blank, line: 2, number: "12/ADU/2023", received: "5 Januari 2024", person: "Melati C.", subject: "Obat kosong", service: "Farmasi", state: "Selesai" },
      mapping.zone
        ? { ...blank, line: 3, number: "13/ADU/2023", received: "7 Januari 2024, pukul 03.10 WIB", person: "Tanpa identitas", subject: "Loket tutup", state: "Selesai" }
        : { ...blank, line: 3, reasons: ["Tanggal diterima berjam tanpa zona waktu"] },
      { ...blank, line: 4, reasons: ["Tanggal diterima tidak terbaca", "Isi aduan kosong"] },
    ],
  };
}

type ImportPart = Pick<Backend, "chooseImport" | "previewImport" | "runImport" | "importProgress" | "cancelImport" | "undoImport" | "imports">;

export const importPart: ImportPart = {
  chooseImport: async () => ({
    name: "buku-2024.csv", encoding: "Windows-1252", delimiter: "titik koma", columns: ["No", "Tanggal", "Nama", "Aduan", "Status", "Catatan", "Selisih Hari"], summaries: ["Selisih Hari"],
    fields: FIELDS.map(([code, label]) => ({ code, label, needed: code === "received" || code === "description" })),
    mapping: {
      source: "", zone: null, monthFirst: false, state: "closed",
      columns: [["old_number", "No"], ["received", "Tanggal"], ["name", "Nama"], ["description", "Aduan"], ["state", "Status"]].map(([field = "", column = ""]) => ({ field, column })),
    },
  }),
  previewImport: async (mapping) => preview(mapping),
  runImport: async (mapping) => {
    if (!mapping.zone) fail({ code: "precondition", what: "zone_needed", detail: "Ada jam tanpa zona waktu. Pilih zona waktunya dahulu." });
    const done = report(mapping, `import-${items.length + 1}`);
    items.unshift({ id: done.importId ?? "", fileName: "buku-2024.csv", madeAtText: "28 Desember 2026, pukul 09.15 WIB", officer: "Bambang Semisal", rows: done.rows, complaints: done.imported, undone: false });
    return done;
  },
  importProgress: async () => ({ writing: true, percent: 40, rows: 85, imported: 84 }),
  cancelImport: async () => {},
  undoImport: async (importId, reason) => {
    if (!reason.trim()) fail({ code: "invalid", fields: [{ field: "reason", code: "required", detail: null }] });
    const item = items.find(({ id }) => id === importId) ?? fail({ code: "not_found" });
    const left = item.complaints - 1;
    Object.assign(item, { undone: true, complaints: 1 });
    return { left, stay: 1 };
  },
  imports: async () => structuredClone(items),
};
