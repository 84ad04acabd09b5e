/** Sign-in, start password, and the starts that need help. */
import type { ProblemText } from "../errors";

export const signIn = {
  who: "Siapa yang bertugas?",
  keys: " atau angka: pilih petugas, lalu PIN",
  leadChoose: "Pilih nama dengan angka di sebelahnya, panah, atau tetikus.",
  lead: "Ketik PIN. Terbuka sendiri setelah angka keenam.",
  leadPassword: "Ketik kata sandi, lalu tekan Enter.",
  pin: "PIN, 6 angka",
  password: "Kata sandi",
  usePassword: "Masuk dengan kata sandi",
  usePin: "Masuk dengan PIN",
  open: "Masuk",
  rule: "Salah 4 kali: menunggu 1 menit. Draf Anda tetap.",
  wrong: (tries: number) => `PIN tidak cocok. Sisa ${tries} kali sebelum menunggu 1 menit.`,
  wrongPassword: (tries: number) => `Kata sandi tidak cocok. Sisa ${tries} kali sebelum menunggu 1 menit.`,
  wait: (seconds: number) => `Terlalu sering salah. Dapat dicoba lagi dalam ${seconds} detik.`,
  waitSpoken: "Terlalu sering salah. Tunggu sebentar, lalu coba lagi.",
  kept: (name: string, drafts: number) =>
    drafts > 0 ? `Pekerjaan ${name} tersimpan: ${drafts} draf menunggu dan akan terbuka lagi saat ia masuk.` : `Pekerjaan ${name} tersimpan.`,
  hidden: "Selama terkunci, layar ini tidak menampilkan aduan atau nama pelapor.",
  again: (name: string) => `${name}: ketik PIN`,
  lockHint: "Kunci kapan saja ",
  practice: "Coba di kantor latihan",
  leavePractice: "Keluar dari latihan",
  noticeFrozen: "Nomor register sedang ditahan; aduan tetap dapat ditulis sebagai draf.",
  locked: "TERKUNCI",
  localOnly: "Semua tersimpan di komputer ini",
  practicePin: "PIN setiap petugas latihan: 246824",
} as const;

export const forgotten = {
  open: "Lupa PIN?",
  title: (name: string) => `PIN baru untuk ${name}`,
  lead: "Cara termudah: minta admin kantor memberi PIN baru di Pengaturan, Petugas. Bila tidak ada admin yang dapat masuk, PIN baru diberikan dengan kunci pemulihan kantor. Pemberian PIN ini tercatat pada jejak akses.",
  pin: "PIN baru",
  submit: "Simpan PIN baru",
  wrong: "Kunci pemulihan itu tidak cocok dengan register ini. PIN tidak berubah. Cocokkan lagi dengan lembarnya.",
  done: (name: string) => `PIN ${name} sudah diganti. Masuklah dengan PIN yang baru.`,
} as const;

export const password = {
  title: "Buka register",
  lead: "Kantor ini meminta kata sandi pembuka setiap kali program dimulai. Petugas masuk dengan PIN sesudahnya.",
  label: "Kata sandi pembuka",
  open: "Buka register",
  opening: "Membuka …",
  wrong: "Kata sandi itu tidak cocok. Register tetap terkunci dan utuh. Periksa huruf besar dan kecil, lalu ketik ulang.",
  forgot: "Lupa kata sandi: pakai kunci pemulihan",
  empty: "Isi kata sandi pembuka.",
} as const;

export const recovery = {
  title: "Buka dengan kunci pemulihan",
  blocks: "Kunci pemulihan, delapan blok dari lembar yang dicetak saat pemasangan",
  block: (n: number) => `Blok ${n}`,
  blockOk: "cocok",
  blockBad: (n: number) => `Blok ${n} salah ketik: angka periksanya tidak cocok.`,
  incomplete: "Lengkapi kedelapan blok, masing-masing enam angka.",
  paste: "Boleh ditempel sekaligus. Setiap blok diperiksa sendiri begitu penuh.",
  newPassword: "Kata sandi pembuka yang baru",
  newPasswordHint: "Paling sedikit 10 karakter. Kosongkan bila komputer ini menyimpan kuncinya sendiri.",
  submit: "Buka register",
  wrong: "Kunci pemulihan itu tidak cocok dengan register ini. Data tetap ada dan tetap terkunci. Cocokkan lagi dengan lembarnya.",
  back: "Kembali",
} as const;

export const startProblems = {
  keyMissing: {
    title: "Kunci register tidak ditemukan",
    happened: "Kunci register tidak ditemukan di akun Windows ini, misalnya karena akun atau komputernya diganti.",
    safe: "Data masih ada dan tetap terkunci.",
    todo: "Ketik kunci pemulihan yang dicetak saat pemasangan.",
  },
  damaged: (movedTo: string, last: string | null): ProblemText => ({
    title: "Berkas register tidak dapat dibaca",
    happened: "Berkas register rusak, misalnya karena listrik padam atau disk bermasalah.",
    safe: `Berkas itu dipindahkan, tidak dihapus (${movedTo}).`,
    todo: last ? `Pulihkan dari cadangan ${last}.` : "Cari cadangan di USB atau folder bersama, lalu pulihkan dari sana.",
  }),
  newer: (needs: string): ProblemText => ({
    title: "Register ini lebih baru daripada program",
    happened: `Register sudah dipakai oleh program versi ${needs} atau sesudahnya.`,
    safe: "Register utuh, dan tidak diubah oleh program ini.",
    todo: `Pasang Loket Aduan versi ${needs} atau yang lebih baru, lalu buka lagi.`,
  }),
  held: {
    title: "Register sedang dipakai",
    happened: "Jendela Loket Aduan lain di komputer ini sedang membuka register yang sama.",
    safe: "Register utuh, dan tidak diubah dari sini.",
    todo: "Tutup jendela yang lain, lalu coba lagi.",
  },
  restore: "Pulihkan dari cadangan",
  quit: "Tutup program",
  again: "Coba lagi",
} as const;

export const restoring = {
  title: "Pulihkan dari cadangan",
  lead: "Register dibangun kembali dari cadangan. Yang sekarang ada di komputer ini tidak dihapus, hanya dipindahkan.",
  which: "Cadangan yang dipakai",
  none: "Belum ada cadangan yang ditemukan di komputer ini. Pilih folder di USB atau di jaringan.",
  choose: "Cari di folder lain …",
  complaints: (n: string) => `${n} aduan`,
  place: { local: "di komputer ini", second: "tempat kedua", other: "folder yang dipilih" },
  pick: "Pilih cadangan yang dipakai.",
  submit: "Pulihkan",
  busy: "Memulihkan …",
  progress: [
    "Membuka cadangan dengan kunci pemulihan …",
    "Memeriksa setiap entri di dalamnya …",
    "Menyusun ulang register. Jangan matikan komputer …",
  ],
  doneTitle: "Register sudah dipulihkan",
  doneLead: "Nomor register ditahan dahulu, supaya tidak ada nomor yang diberikan dua kali. Setelah Anda masuk, program menanyakan nomor terakhir yang tertulis di kertas.",
  doneNext: "Masuk",
  cancel: "Batal",
} as const;
