/** Top bar, status bar, notices. */
import type { Screen } from "../../app.svelte";
import type { Role, StartNotice } from "../../backend/contract";

export const screenText: Record<Screen, string> = { complaints: "Aduan baru", register: "Register", reports: "Laporan", settings: "Pengaturan" };

export const roleText: Record<Role, string> = {
  counter_officer: "Petugas", complaint_manager: "Pengelola", head: "Pimpinan", inspector: "Pengawas", auditor: "Auditor", administrator: "Admin",
};

export const frame = {
  screens: "Layar",
  draftsSpoken: (n: number) => `${n} draf terbuka`,
  search: "Cari di register",
  searchPlaceholder: "Nomor, nama, HP, kata",
  searchShort: "Cari",
  officerDeed: "Kunci atau ganti petugas",
  notices: "Pemberitahuan",
  counter: (code: string) => `Loket ${code}`,
  practice: "LATIHAN",
  practiceSpoken: "Kantor latihan: tidak ada yang masuk ke register yang sebenarnya.",
  status: "Keadaan",
  allSaved: "Semua tersimpan di komputer ini",
  allSavedAt: (time: string) => `Semua tersimpan di komputer ini · ${time}`,
  noCopy: "Belum ada cadangan",
  copyOld: (text: string) => `${text} · sudah lama`,
  helpKey: "Bantuan dan pintasan",
  lockSoon: "Layar akan terkunci dalam 30 detik karena tidak dipakai. Isian Anda tersimpan.",
  lockTitle: (key: string) => `Kunci atau ganti petugas (${key})`,
  stayOpen: "Tetap buka",
  read: "Sudah dibaca",
  stories: "Cerita latihan",
  story: (n: number, of: number) => `Cerita ${n} dari ${of}`,
  storyHint: "Petunjuk",
  storySpoken: "Pelapor berkata:",
  previousStory: "Sebelumnya",
  nextStory: "Berikutnya",
  textSize: (percent: number) => `Ukuran teks ${percent} persen.`,
} as const;

export const noticeText: Record<StartNotice["kind"], { title: string; text: (detail: string | null) => string; action: string | null }> = {
  frozen: {
    title: "Nomor register sedang ditahan.",
    text: () => "Aduan tetap dapat ditulis sebagai draf. Nomor berjalan lagi setelah Anda menyebut nomor terakhir yang tertulis di kertas.",
    action: "Isi nomor terakhir …",
  },
  witness: {
    title: "Ada entri yang hilang.",
    text: (detail) => `Komputer ini pernah menyimpan entri yang sekarang tidak ada di register, misalnya karena listrik padam${detail ? ` (${detail})` : ""}. Cocokkan dengan lembar arsip, lalu daftarkan kembali yang kurang.`,
    action: null,
  },
  restored: {
    title: "Register ini dipulihkan dari cadangan.",
    text: (detail) => `${detail ? `Cadangan: ${detail}. ` : ""}Aduan sesudahnya belum tentu ada di sini. Cocokkan dengan lembar arsip.`,
    action: null,
  },
  clock: {
    title: "Jam komputer ini tampak mundur.",
    text: () => "Data lama tidak berubah. Betulkan jam Windows, atau teruskan dan waktu aduan ditandai ragu.",
    action: null,
  },
  recovery_unconfirmed: {
    title: "Kunci pemulihan belum dipastikan.",
    text: () => "Tanpa kunci itu, cadangan tidak dapat dibuka bila komputer ini rusak. Bila lembarnya tidak ada, admin kantor membuat kunci baru.",
    action: "Buat kunci baru …",
  },
};

export const resume = {
  title: "Nomor terakhir di kertas",
  lead: "Lihat lembar arsip atau buku register: nomor urut tertinggi yang pernah diberikan loket ini. Nomor berikutnya dimulai sesudahnya; nomor yang tidak tercatat di sini ditandai mungkin terpakai.",
  label: "Nomor urut terakhir yang tertulis di kertas",
  hint: "Angka urutnya saja, misalnya 148. Isi 0 bila belum pernah ada.",
  invalid: "Isi angka urut terakhir, misalnya 148.",
  submit: "Lanjutkan nomor",
  done: "Nomor register berjalan lagi",
} as const;
