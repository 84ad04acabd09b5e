/** Pengaturan. */
import type { Preferences } from "../../backend/contract";

export const SECTIONS = ["office", "numbering", "days", "rules", "officers", "lists", "copies", "old", "look", "practice"] as const;
export type Section = (typeof SECTIONS)[number];

export const sectionText: Record<Section, { name: string; lead: string }> = {
  office: { name: "Kantor", lead: "Kop tanda terima, pengelola pengaduan, jam layanan." },
  numbering: { name: "Penomoran", lead: "Susunan nomor register loket ini. Nomor yang sudah diberikan tidak pernah berubah." },
  days: { name: "Hari kerja dan libur", lead: "Menentukan kapan sebuah tenggat dikerjakan. Tanggal hukumnya tidak bergeser." },
  rules: { name: "Tenggat dan dasar hukum", lead: "Aturan yang dipakai program untuk menghitung, dan seberapa pasti angkanya." },
  officers: { name: "Petugas", lead: "Yang berhenti dinonaktifkan, tidak dihapus: catatan lama tetap bernama." },
  lists: { name: "Daftar pilihan", lead: "Layanan yang ditawarkan saat mencatat aduan." },
  copies: { name: "Cadangan", lead: "Cadangan terkunci; hanya dapat dibuka dengan kunci pemulihan." },
  old: { name: "Register lama", lead: "Memasukkan buku register lama dari berkas CSV. Nomor lamanya disimpan sebagai teks, di luar penomoran loket ini." },
  look: { name: "Tampilan", lead: "Berlaku untuk Anda sendiri, di komputer ini." },
  practice: { name: "Latihan", lead: "Kantor contoh untuk belajar tanpa takut salah." },
};

export const renewText = {
  title: "Buat kunci pemulihan baru",
  open: "Buat kunci pemulihan baru …",
  hint: "Bila lembar kunci hilang, belum pernah disimpan, atau terlihat orang lain.",
  lead: "Program membuat kunci baru dan menampilkannya satu kali. Siapkan printer, diska lepas, atau kertas untuk menyalinnya.",
  old: "Cadangan yang dibuat sesudah ini dibuka dengan kunci baru. Cadangan yang lama tetap dibuka dengan kunci lama.",
  make: "Buat kunci",
  confirm: "Pastikan kunci",
  unfinished: "Kunci dianggap tersimpan sesudah dua blok diketik kembali.",
  done: "Kunci pemulihan baru sudah dipastikan. Buat cadangan sekarang agar dibuka dengan kunci ini.",
} as const;

export const settingsText = {
  sections: "Bagian pengaturan",
  saved: (what: string, time: string) => `${what} disimpan, ${time}`,
  officeSaved: "Pengaturan kantor",
  save: "Simpan perubahan",
  program: "Program",
  dataPlace: "Tempat data",
  change: "Ubah",
  // numbering
  template: "Susunan", officeCode: "Kode kantor", counterCode: "Kode loket", reset: "Kembali ke 1", yearly: "setiap 1 Januari", monthly: "setiap awal bulan",
  lastPaper: "Nomor terakhir di buku saat mulai", next: "Nomor berikutnya", nextHint: "Perkiraan; nomor diberikan saat aduan didaftarkan.",
  afterReset: (day: string) => `Pertama pada ${day}`, frozen: "ditahan sampai nomor terakhir di kertas diisi",
  // days
  week: "Hari kerja", hours: "Jam layanan", holidays: "Hari libur", date: "Tanggal", holiday: "Nama hari libur", addTitle: "Tambah libur daerah",
  addHoliday: "Tambah hari libur", holidayHint: "Misalnya Hari Jadi Kabupaten Contoh", holidayNeeded: "Isi nama hari libur.", dateNeeded: "Lengkapi tanggal: tanggal, bulan, tahun.",
  upcoming: "Mulai hari ini", past: (n: number) => `Tampilkan ${n} hari libur yang sudah lewat`, holidayAdded: (name: string) => `${name} ditambahkan`, noHolidays: "Belum ada hari libur sesudah hari ini.",
  // rules
  rule: "Tenggat", span: "Lamanya", basis: "Dasar hukum", certainty: "Kepastian",
  // officers
  name: "Nama", post: "Jabatan", roles: "Peran", state: "Keadaan", active: "aktif", inactive: "nonaktif", addOfficer: "Tambah petugas", right: "Kewenangan", rights: "Siapa boleh apa",
  rightsHint: "Tabel ini yang dipakai program, di layar maupun di baris perintah. Yang berperan lebih dari satu mendapat jangkauan terluas. Pegawai yang diadukan tidak melihat aduan itu dan tidak menanganinya (Pasal 45).", newOfficer: "Petugas baru",
  changeOfficer: (name: string) => `Ubah ${name}`, officerActive: "Aktif: boleh masuk dengan PIN", pinKeep: "kosongkan bila PIN tidak diganti",
  officerSaved: (name: string) => `Data ${name} disimpan`, officerMissing: "Isi nama petugas.",
  // lists
  service: (n: number) => `Layanan ke-${n}`, offered: "Ditawarkan", offeredOf: (name: string) => `${name} ditawarkan`, addService: "Tambah layanan",
  neverDeleted: "Layanan yang tidak ditawarkan lagi tetap terbaca pada aduan lama.", servicesSaved: "Daftar layanan",
  // copies
  last: "Cadangan terakhir", lastSecond: "Terakhir di tempat kedua", never: "belum pernah", secondPlace: "Tempat kedua", noSecond: "belum dipilih",
  notReachable: "Tempat kedua sekarang tidak terhubung. Colokkan USB atau hubungkan foldernya.", copyNow: "Cadangkan sekarang", copying: "Mencadangkan …",
  copied: (text: string) => `Cadangan dibuat: ${text}`, chooseSecond: "Pilih tempat kedua …", changeSecond: "Ganti tempat kedua …", secondChosen: (place: string) => `Tempat kedua: ${place}`,
  restore: "Pulihkan dari cadangan …", restoreHint: "Hanya bila register ini rusak atau hilang. Yang sekarang dipindahkan, tidak dihapus.",
  complaints: (n: string) => `${n} aduan`, startPassword: "Kata sandi pembuka", asked: "diminta setiap kali program dimulai", notAsked: "tidak diminta; kunci disimpan oleh Windows",
  // look
  theme: "Warna", density: "Kerapatan", text: "Ukuran teks", larger: "Besarkan", smaller: "Kecilkan", normal: "Ukuran biasa", percent: (n: number) => `${n}%`,
  sample: "Contoh", sampleText: "Antre obat lima jam, hanya satu loket dibuka",
  // practice
  enter: "Masuk ke kantor latihan", leave: "Keluar dari latihan", practiceIs: "Anda sedang di kantor latihan. Semua nomor berawalan LATIHAN dan tidak ada yang masuk ke register yang sebenarnya.",
  practiceNot: "Kantor latihan punya register sendiri, petugas contoh, dan sepuluh cerita pelapor. Draf Anda di sini tetap tersimpan.", stories: "Cerita untuk berlatih", hint: "Petunjuk",
} as const;

export const themeText: Record<Preferences["theme"], string> = { system: "Ikuti sistem", light: "Terang", dark: "Gelap" };
export const densityText: Record<Preferences["density"], string> = { rapat: "Rapat", lapang: "Lapang" };
