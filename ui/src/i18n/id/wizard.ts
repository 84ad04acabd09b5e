/** First start: seven steps from nothing to the first number. */
import type { OfficeKind, Role } from "../../backend/contract";

export const STEPS = ["office", "services", "numbering", "officers", "copies", "key", "done"] as const;
export type Step = (typeof STEPS)[number];

export const stepText: Record<Step, { name: string; under: string; title: string; lead: string }> = {
  office: {
    name: "Kantor", under: "kop surat dan pengelola", title: "Kantor apa ini?",
    lead: "Isian ini menjadi kop tanda terima dan surat. Semuanya dapat diubah nanti di Pengaturan.",
  },
  services: {
    name: "Layanan dan jam", under: "libur nasional sudah terisi", title: "Layanan apa yang diberikan, dan kapan?",
    lead: "Daftar layanan dipakai saat mencatat aduan. Hari kerja menentukan kapan sebuah tenggat dikerjakan.",
  },
  numbering: {
    name: "Penomoran", under: "nomor register dan kode loket", title: "Bagaimana kantor Anda memberi nomor?",
    lead: "Ikuti kebiasaan buku register yang sekarang. Nomor diberikan di loket tanpa sambungan, tidak pernah diubah, dan tidak pernah dipakai ulang.",
  },
  officers: {
    name: "Petugas", under: "nama, PIN, peran", title: "Siapa yang bekerja dengan program ini?",
    lead: "Setiap petugas masuk dengan PIN sendiri. Satu orang boleh memegang beberapa peran; sedikitnya satu orang Admin.",
  },
  copies: {
    name: "Cadangan", under: "ke USB atau komputer lain", title: "Di mana cadangan kedua disimpan?",
    lead: "Program membuat cadangan terkunci dengan sendirinya. Tempat kedua menyelamatkan register bila komputer ini rusak atau hilang.",
  },
  key: {
    name: "Kunci pemulihan", under: "dicetak sekali, disimpan di brankas", title: "Kunci pemulihan di atas kertas",
    lead: "Hanya dengan kunci ini register dapat dibuka di komputer lain. Kunci tidak disimpan di komputer dan tidak dapat diminta kepada siapa pun.",
  },
  done: {
    name: "Selesai", under: "loket siap bekerja", title: "Loket siap bekerja",
    lead: "Aduan pertama dapat didaftarkan sekarang.",
  },
};

export const kindText: Record<OfficeKind, string> = {
  health_centre: "Puskesmas", kelurahan: "Kelurahan", civil_registry: "Disdukcapil", licensing: "DPMPTSP", secretariat_division: "Bagian Setda", other: "Kantor lain",
};

export const roleHint: Record<Role, string> = {
  counter_officer: "mencatat aduan dan mencetak tanda terima",
  complaint_manager: "mengelola semua aduan, menanggapi, membatalkan nomor",
  head: "membaca semua aduan; membuka identitas dengan alasan",
  inspector: "menangani aduan berkadar pengawasan",
  auditor: "hanya membaca, identitas tertutup",
  administrator: "mengubah pengaturan, petugas, dan cadangan",
};

export const officeText = {
  kind: "Jenis kantor", name: "Nama kantor", nameHint: "Seperti pada papan nama, misalnya Puskesmas Sukamisal",
  parentAgency: "Instansi induk", government: "Pemerintah daerah", governmentHint: "Misalnya Pemerintah Kabupaten Contoh",
  address: "Alamat kantor", phone: "Telepon kantor", email: "Pos-el kantor", emailHint: "Misalnya puskesmas@contoh.go.id",
  emailOdd: "Pos-el ini tampaknya keliru. Contoh: puskesmas@contoh.go.id", city: "Kota atau kecamatan pada surat",
  cityHint: "Tercetak di depan tanggal", village: "Desa atau kelurahan kantor", villageHint: "Supaya desa di sekitar kantor muncul lebih dahulu",
  zone: "Zona waktu", logo: "Lambang pada kop", logoPick: "Pilih gambar …", logoRemove: "Hapus lambang", logoAlt: "Lambang kantor",
  manager: "Pengelola pengaduan", managerLead: "Nama dan nomor ini diumumkan dan tercetak di tanda terima (UU 25/2009 Pasal 36).",
  managerName: "Nama pengelola pengaduan", managerPhone: "Telepon pengelola",
  pdp: "Pelindungan data pribadi", pdpLater: "boleh nanti", pdpOfficer: "Petugas pelindungan data", pdpContact: "Cara menghubunginya",
  letterhead: "Contoh kop", first: "Belum yakin?", practice: "Coba kantor latihan dulu",
  practiceHint: "Kantor contoh dengan cerita untuk berlatih. Tidak ada yang masuk ke register yang sebenarnya.",
  restore: "Pulihkan dari cadangan", restoreHint: "Bila register kantor ini sudah pernah ada di komputer lain.",
} as const;

export const servicesText = {
  services: "Layanan", lead: "Sesuaikan dengan papan layanan kantor. Dapat ditambah kapan saja.",
  item: (n: number) => `Layanan ke-${n}`, remove: (name: string) => `Hapus ${name || "baris ini"}`, add: "Tambah layanan",
  preset: (kind: string) => `Isi dengan contoh untuk ${kind}`,
  hours: "Jam layanan", hoursHint: "Tercetak di tanda terima, misalnya Senin–Jumat, 08.00–15.00",
  week: "Hari kerja", five: "5 hari, Senin–Jumat", six: "6 hari, Senin–Sabtu",
  preview: "Pekan kerja", open: "kerja", closed: "tutup",
  holidays: "Libur nasional dan cuti bersama sampai 2027 sudah terisi. Libur daerah dapat ditambah di Pengaturan.",
} as const;

export const numberingText = {
  patterns: "Pola yang sering dipakai",
  patternHints: ["urut, kode, loket, bulan, tahun", "kode, loket, tahun, urut", "loket dan urut bulanan"],
  template: "Susunan nomor", templateKeys: "pilih bagian", templateMove: "geser", templateRemove: "hapus",
  parts: { URUT: "Urut", KODE: "Kode kantor", LOKET: "Loket", BULAN: "Bulan", BULAN_ROMAWI: "Bulan Romawi", TAHUN: "Tahun", TAHUN2: "Tahun, 2 angka" } as Record<string, string>,
  sequence: (width: number) => (width > 1 ? `Urut, ${width} angka` : "Urut"),
  separator: "Pemisah", addPart: "Tambah bagian", free: "Tulis susunan sendiri", freeHint: "Bagian ditulis dalam kurung kurawal, misalnya {URUT:4}/{KODE}/{LOKET}/{TAHUN}",
  officeCode: "Kode kantor", officeCodeHint: "Huruf dan angka, misalnya PKM-SKM",
  counterCode: "Kode loket komputer ini", counterHint: "Misalnya A. Komputer lain di kantor ini harus memakai kode lain.",
  reset: "Nomor urut kembali ke 1", yearly: "Setiap 1 Januari", monthly: "Setiap awal bulan",
  last: "Nomor terakhir di buku", lastHint: "Angka urut terakhir yang sudah dipakai pada periode ini. 0 bila bukunya baru.",
  example: "Contoh", firstNumber: "Aduan pertama", next: "Sesudahnya",
  resetNote: (day: string) => `Pada ${day} nomor urut kembali ke 1. Kode loket membuat dua loket tidak pernah bertabrakan, juga tanpa sambungan.`,
  fill: "Isi kode kantor dan kode loket untuk melihat contohnya.",
  later: "Setelah aduan pertama terdaftar, susunan hanya berlaku untuk nomor berikutnya.",
  partOf: (name: string, n: number, of: number) => `${name}, bagian ${n} dari ${of}`,
} as const;

export const officersText = {
  officer: (n: number) => `Petugas ${n}`, name: "Nama lengkap", nameHint: "dengan gelar, bila ada", post: "Jabatan", nip: "NIP",
  roles: "Peran", pin: "PIN", pinHint: "Enam angka yang tidak berurutan. Atau kata sandi, paling sedikit 8 karakter.", pinAgain: "Ulangi PIN",
  pinDiffers: "Kedua PIN tidak sama. Ketik ulang.", add: "Tambah petugas", remove: (name: string) => `Hapus ${name || "petugas ini"}`,
  rolesTitle: "Apa arti tiap peran", noAdministrator: "Sedikitnya satu petugas harus berperan Admin.", noRole: "Pilih sedikitnya satu peran.",
  pinsLost: "PIN tidak disimpan selama pengaturan belum selesai. Ketik lagi PIN setiap petugas.",
} as const;

export const copiesText = {
  place: "Tempat kedua", none: "Belum dipilih", choose: "Pilih folder …", change: "Ganti folder …", clear: "Nanti saja",
  hint: "Diska lepas (flashdisk) atau folder bersama di komputer lain. Cadangan di sana terkunci; hanya dapat dibuka dengan kunci pemulihan.",
  later: "Boleh nanti. Sampai tempat kedua dipilih, cadangan hanya ada di komputer ini.",
  why: "Mengapa dua tempat", whys: ["Cadangan di komputer ini menolong bila berkas rusak.", "Cadangan di tempat kedua menolong bila komputer rusak, hilang, atau terkena banjir.", "Cadangan dibuat setiap hari kerja tanpa perlu diingat."],
} as const;

export const keyText = {
  password: "Kata sandi pembuka", passwordMust: "Komputer ini tidak punya tempat penyimpan kunci, jadi kata sandi diminta setiap kali program dibuka.",
  passwordMay: "Bila diisi, kata sandi ini diminta setiap kali program dibuka, sebelum petugas masuk dengan PIN.",
  passwordHint: "Paling sedikit 10 karakter. Beberapa kata yang mudah Anda ingat lebih baik daripada satu kata sulit.",
  passwordAgain: "Ulangi kata sandi pembuka", passwordDiffers: "Kedua kata sandi tidak sama. Ketik ulang.", passwordShort: "Kata sandi pembuka paling sedikit 10 karakter.",
  create: "Buat register dan kunci", creating: "Membuat register …",
  blocks: "Kunci pemulihan kantor ini", blocksSpoken: (n: number, digits: string) => `Blok ${n}: ${digits}`,
  how: "Simpan kunci ini sekarang, sedikitnya dengan satu cara:",
  print: "Cetak lembar kunci", save: "Simpan ke USB …", hand: "Sudah saya salin dengan tangan",
  printed: "Lembar kunci sudah tercetak.", notPrinted: "Lembar kunci belum tercetak", keySafe: "Kunci tetap tampil di layar ini sampai Anda melanjutkan.", saved: (place: string) => `Lembar kunci disimpan di ${place}. Cabut USB-nya dan simpan terpisah dari komputer.`,
  handNote: "Periksa setiap angka. Angka terakhir tiap blok adalah angka periksa.",
  back: "Ketik kembali dua blok dari kertasnya", backHint: "Supaya pasti bahwa yang di kertas dapat dibaca.",
  backWrong: "Tidak cocok dengan kunci tadi. Bandingkan lagi dengan kertasnya.", first: "Cetak, simpan, atau salin dahulu kuncinya.",
  backEmpty: "Ketik kedua blok itu, masing-masing enam angka.",
  warning: "Siapa pun yang memegang kunci ini dapat membuka semua data pelapor. Simpan dalam sampul tertutup di brankas atau lemari terkunci. Jangan difoto dan jangan dikirim lewat pesan.",
  sheet: "Lembar yang dicetak",
} as const;

export const doneText = {
  list: (office: string, counter: string) => [`${office}, Loket ${counter}`, "Kunci pemulihan sudah dipastikan", "Cadangan dibuat setiap hari kerja"],
  first: "Nomor pertama", enter: "Masuk", hint: "Sesudah ini: pilih nama Anda, lalu ketik PIN.",
  noSecond: "Tempat kedua belum dipilih. Pilih nanti di Pengaturan, bagian Cadangan.",
} as const;

export const wizardText = {
  steps: "Langkah pengaturan awal", next: "Lanjut", finish: "Selesai",
  rail: "Tidak memerlukan internet. Setiap langkah langsung disimpan; Anda dapat berhenti dan melanjutkan kapan saja.",
  stopped: "Belum dapat lanjut.", done: "sudah", stepOf: (n: number, of: number) => `Langkah ${n} dari ${of}`,
} as const;
