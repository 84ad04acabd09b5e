/** What each key does, and where: the words of the shortcut sheet. */
import type { CommandId, Context, screenCommands } from "../../keys";

type ScreenCommand = (typeof screenCommands)[number];

/** A key of a tab is named by the tab. */
export const screenCommandText = (screen: string): string => `Layar ${screen}`;

export const commandText: Record<Exclude<CommandId, ScreenCommand>, string> = {
  help: "Bantuan dan pintasan",
  search: "Cari di register",
  "new-complaint": "Aduan baru",
  lock: "Kunci atau ganti petugas",
  "next-pane": "Panel berikutnya",
  "previous-pane": "Panel sebelumnya",
  "text-larger": "Besarkan teks",
  "text-smaller": "Kecilkan teks",
  "text-normal": "Teks ukuran biasa",
  register: "Daftarkan dan beri nomor",
  "confirm-saved": "Pastikan draf tersimpan",
  "next-draft": "Draf berikutnya",
  "previous-draft": "Draf sebelumnya",
  "close-draft": "Tutup draf, tetap tersimpan",
  attach: "Tambah lampiran",
  link: "Tautkan ke aduan yang mirip",
  scans: "Lampirkan dari folder pindaian",
  print: "Cetak yang tampak",
  step: "Catat langkah",
  identity: "Buka identitas",
  explain: "Jelaskan tenggat",
  correct: "Betulkan data",
  refresh: "Perbarui daftar",
  commit: "Catat",
};

export const contextText: Record<Context, string> = {
  everywhere: "Di mana saja",
  form: "Aduan baru",
  registered: "Aduan terdaftar",
  complaint: "Satu aduan",
  list: "Daftar",
  dialog: "Kotak isian",
};

/** Keys that belong to a control, not to a command: shown on the sheet, answered by the control. */
export const controlKeys: { group: string; rows: { text: string; keys: string[] }[] }[] = [
  {
    group: "Isian",
    rows: [
      { text: "Bidang berikutnya", keys: ["Enter", "Tab"] },
      { text: "Bidang sebelumnya", keys: ["Shift+Tab"] },
      { text: "Buka pilihan", keys: ["↓", "Alt+↓"] },
      { text: "Tutup pilihan, kotak, atau rincian", keys: ["Esc"] },
    ],
  },
  {
    group: "Tanggal",
    rows: [
      { text: "Hari ini, kemarin", keys: ["h", "k"] },
      { text: "Tiga hari lalu", keys: ["-3"] },
      { text: "17 November tahun ini", keys: ["17", "11"] },
    ],
  },
  {
    group: "Baris daftar",
    rows: [
      { text: "Pilih baris", keys: ["↑", "↓"] },
      { text: "Buka aduan", keys: ["Enter"] },
      { text: "Kembali ke daftar", keys: ["Esc"] },
    ],
  },
  { group: "Masuk", rows: [{ text: "Pilih petugas", keys: ["1", "…", "9"] }] },
];

export const helpText = {
  title: "Pintasan papan ketik",
  find: "Cari perintah",
  none: "Tidak ada perintah yang cocok.",
  hold: ["Tahan ", "Ctrl", " sebentar: tombol tiap perintah muncul di layar."],
  enter: "Enter tidak pernah mendaftarkan aduan.",
  found: (n: number) => `${n} perintah.`,
} as const;
