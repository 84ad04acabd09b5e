/** Invented villages, stories and complaints. */
import type { RegionChoice, Story } from "../contract";

const region = (code: string, village: string, district: string): RegionChoice => ({ code, village, label: `${village}, Kec. ${district}, Kab. Contoh` });

export const regions: RegionChoice[] = [
  region("99.01.01.2001", "Sukamisal", "Umpama"),
  region("99.01.01.2002", "Muara Asri", "Umpama"),
  region("99.01.01.2003", "Karanganyar Contoh", "Umpama"),
  region("99.01.02.2001", "Tirta Teladan", "Andaikan"),
  region("99.01.02.2002", "Sumber Misal", "Andaikan"),
  region("99.01.02.2003", "Muara Ibarat", "Andaikan"),
  region("99.01.03.2001", "Lembah Seumpama", "Bukit Contoh"),
];

const story = (id: number, title: string, spoken: string, hint: string): Story => ({ id: `story-${id}`, title, spoken, hint });

export const stories: Story[] = [
  story(1, "Antre obat", "Saya Melati Contohwati. Kemarin antre obat dari pukul delapan, baru dilayani pukul satu. Loket farmasi hanya satu yang buka. Saya minta loketnya ditambah.", "Tatap muka, terbuka."),
  story(2, "Surat pengantar", "Nama saya Budi Umpama. Sudah dua kali datang minta surat rujukan, petugasnya selalu tidak ada di tempat.", "Tatap muka; tanggal kejadian dua hari lalu."),
  story(3, "Minta dirahasiakan", "Tolong nama saya jangan disebut. Saya dimintai uang rokok waktu daftar.", "Dirahasiakan; isi dibatasi."),
  story(4, "Lewat telepon", "Ini Sari Andaikan dari Muara Asri. Imunisasi anak saya ditunda tiga minggu karena vaksin katanya habis.", "Telepon; bacakan ulang isian."),
  story(5, "Kotak aduan", "Secarik kertas tanpa nama: “Toilet ruang tunggu rusak sudah sebulan.”", "Kotak aduan; tanpa identitas."),
  story(6, "Kuasa", "Saya mewakili ibu saya, Wati Seandainya. Beliau sakit dan tidak bisa datang.", "Bertindak sebagai kuasa."),
  story(7, "Kelompok", "Kami dua belas orang dari RT 04. Puskesmas keliling tidak datang dua bulan.", "Kelompok; sebut nama kelompoknya."),
  story(8, "WhatsApp", "Pesan: “Pak, hasil lab saya hilang, sudah bayar 45 ribu.”", "WhatsApp; kerugian uang."),
  story(9, "Terpotong", "Pelapor pergi sebelum selesai, dan berjanji kembali siang.", "Tutup draf dengan Ctrl+W, buka lagi nanti."),
  story(10, "Salah tulis", "Nomor HP pelapor keliru satu angka, tanda terima sudah tercetak.", "Register, F2, betulkan data."),
];

export const subjects: [string, string, string][] = [
  ["Antre obat lima jam, hanya satu loket dibuka", "Farmasi", "Melati Contohwati"],
  ["Surat rujukan tidak dapat diminta, petugas tidak di tempat", "Pendaftaran", "Budi Umpama"],
  ["Dimintai uang saat mendaftar", "Pendaftaran", ""],
  ["Imunisasi anak ditunda tiga minggu", "KIA dan imunisasi", "Sari Andaikan"],
  ["Toilet ruang tunggu rusak sebulan", "Pendaftaran", "-"],
  ["Hasil laboratorium hilang", "Laboratorium", "Yosef Andaikata"],
  ["Petugas berbicara kasar kepada lansia", "Poli umum", "Siti Ibaratwati"],
  ["Antrean daring tidak diakui di loket", "Pendaftaran", "Dewi Contohsari"],
  ["Obat yang diberikan tidak sesuai resep", "Farmasi", "Togar Seumpama"],
  ["Jadwal poli gigi berubah tanpa pemberitahuan", "Poli gigi", "Ratna Dimisalkan"],
];
