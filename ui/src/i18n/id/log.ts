/** Laporan, and its part Jejak akses: the log as evidence. */
import type { LogCheck, LogGroup } from "../../backend/contract";
import { formatNumber } from "../format";

export const REPORTS = ["log"] as const;
export type Report = (typeof REPORTS)[number];

export const reportText: Record<Report, { name: string; lead: string }> = {
  log: { name: "Jejak akses", lead: "Siapa melakukan apa, dan kapan. Isi aduan dan identitas tidak tampak di sini." },
};

export const groupText: Record<LogGroup, string> = {
  access: "Akses dan cetak",
  complaints: "Aduan dan langkah",
  office: "Kantor dan pengaturan",
};

export const log = {
  parts: "Bagian laporan",
  about: "Nomor, kode lacak, atau sidik",
  count: (n: number, more: boolean) => `${more ? "Lebih dari " : ""}${formatNumber(n)} kegiatan`,
  filters: "Saringan jejak akses",
  officer: "Petugas",
  allOfficers: "Semua petugas",
  group: "Kegiatan",
  allGroups: "Semua kegiatan",
  column: { at: "Waktu", officer: "Petugas", what: "Kegiatan", number: "Nomor register", fingerprint: "Sidik entri" },
  keys: { choose: "pilih", open: "buka aduan" },
  openComplaint: (number: string) => `Buka aduan ${number}`,
  noComplaint: "Kegiatan ini bukan tentang satu aduan.",
  nothing: "Tidak ada kegiatan yang cocok.",
  nothingHint: "Perpanjang waktunya, atau pilih semua petugas dan semua kegiatan.",
  empty: "Belum ada kegiatan.",
  unknown: (about: string) => `Tidak ada aduan atau sidik “${about}”. Periksa angkanya.`,
  unknownHint: "Sidik tercetak di kaki kertas; delapan angka atau huruf pertamanya sudah cukup.",
  lift: "Lepas saringan",
  loadFailed: "Jejak akses belum dapat dibaca. Yang tersimpan tetap aman. Tekan F5 untuk mencoba lagi.",
  evidence: "Bukti",
  check: "Periksa rantai",
  checking: "Memeriksa …",
  holds: ({ entries, logs, partsAbsent, at }: LogCheck) =>
    `Utuh. ${formatNumber(entries)} entri dalam ${formatNumber(logs)} rantai: sidik, urutan, dan tanda tangan semuanya cocok. Diperiksa ${at}.` +
    (partsAbsent > 0 ? ` ${formatNumber(partsAbsent)} bagian tidak disimpan di komputer ini.` : ""),
  broken: ({ wrong }: LogCheck) =>
    `Tidak utuh. ${wrong}. Jangan menulis lagi ke register ini. Simpan berkasnya, beri tahu admin, lalu pulihkan dari cadangan.`,
  bundle: "Simpan bukti …",
  bundleHint: "Bukti verifikasi dapat diserahkan kepada Ombudsman atau Inspektorat dan diperiksa di sana tanpa register ini. Tidak memuat nama atau uraian.",
  bundleSaved: (folder: string) => `Bukti verifikasi tersimpan di ${folder}`,
  print: "Cetak daftar",
  printTitle: "Cetak jejak akses",
  printHint: "Yang keluar ialah daftar seperti yang disaring, paling banyak 2.000 kegiatan. Mencetak dan menyimpannya ikut tercatat di sini.",
  printed: "Jejak akses dicetak",
  notPrinted: "Jejak akses belum tercetak",
  safe: "Semua entri tetap tersimpan.",
} as const;
