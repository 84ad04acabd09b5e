import type { Section } from "../id/settings";
import type { HelpPage } from "./page";

export const settings: Record<Section, HelpPage> = {
  office: {
    title: "Pengaturan: Kantor",
    what: "Nama, alamat, dan pengelola yang tercetak pada tanda terima.",
    steps: [{ text: "Ubah isian seperti pada kop surat kantor." }, { text: "Simpan perubahan. Tanda terima yang sudah dibuat tidak berubah." }],
    troubles: [{ when: "Isian tidak dapat diubah.", then: "Hanya admin yang mengubah pengaturan kantor." }],
    law: "Penyelenggara menyediakan pengelola pengaduan: Pasal 36 Undang-Undang Nomor 25 Tahun 2009.",
  },
  numbering: {
    title: "Pengaturan: Penomoran",
    what: "Menunjukkan susunan nomor loket ini. Nomor yang sudah diberikan tidak pernah berubah.",
    steps: [{ text: "Baca susunan dan contoh nomor berikutnya." }],
    troubles: [{ when: "Nomor ditahan.", then: "Sesudah pemulihan, isi nomor terakhir yang tertulis di kertas pada pemberitahuan di atas layar." }],
  },
  days: {
    title: "Pengaturan: Hari kerja dan libur",
    what: "Menentukan hari mana sebuah tenggat dikerjakan. Batas menurut hukum tidak bergeser.",
    steps: [{ text: "Periksa libur nasional dan cuti bersama." }, { text: "Tambah libur daerah: tanggal dan namanya." }],
    troubles: [{ when: "Hari kerja berubah dari lima menjadi enam.", then: "Ubah di sini; tenggat yang berjalan dihitung ulang hari kerjanya." }],
  },
  rules: {
    title: "Pengaturan: Tenggat dan dasar hukum",
    what: "Menunjukkan setiap lama waktu yang dipakai program, pasalnya, dan seberapa pasti angkanya.",
    steps: [{ text: "Bandingkan dengan peraturan kantor Anda." }],
    troubles: [{ when: "Angkanya berbeda dari aturan daerah.", then: "Program memakai tanggal yang lebih awal. Sampaikan kepada pengelola." }],
    law: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik.",
  },
  old: {
    title: "Pengaturan: Register lama",
    what: "Memasukkan register dari Excel yang disimpan sebagai CSV. Nomor lama tetap sebagai teks, di luar urutan nomor loket ini.",
    steps: [
      { text: "Di Excel, simpan lembarnya sebagai CSV UTF-8, lalu pilih berkas itu." },
      { text: "Cocokkan kolomnya, dan pilih zona waktu bila ditanyakan." },
      { text: "Baca pratinjau dan sebab baris ditolak, lalu impor." },
    ],
    troubles: [
      { when: "Sebagian baris tidak dimasukkan.", then: "Betulkan di Excel menurut berkas penolakan, lalu impor lagi berkas yang sama. Tidak ada yang ganda." },
      { when: "Berkas yang salah terlanjur diimpor.", then: "Batalkan impornya di daftar impor; aduannya hilang dari daftar, jejaknya tetap." },
    ],
  },
  officers: {
    title: "Pengaturan: Petugas",
    what: "Siapa yang boleh masuk, dengan peran apa.",
    steps: [
      { text: "Tambah petugas: nama seperti pada tanda terima, jabatan, peran, PIN enam angka." },
      { text: "Petugas yang pindah dinonaktifkan, tidak dihapus; catatannya tetap bernama." },
      { text: "PIN baru diberikan di sini bila seseorang lupa." },
    ],
    troubles: [{ when: "Admin terakhir tidak dapat dinonaktifkan.", then: "Angkat dahulu admin yang lain." }],
  },
  lists: {
    title: "Pengaturan: Daftar pilihan",
    what: "Layanan yang ditawarkan saat mencatat aduan.",
    steps: [{ text: "Tambah atau ubah nama layanan, lalu simpan." }, { text: "Layanan yang tidak ada lagi dinonaktifkan; aduan lama tetap menyebutnya." }],
    troubles: [{ when: "Layanan pelapor tidak ada dalam daftar.", then: "Ketik saja di formulir. Tambahkan ke daftar bila sering muncul." }],
  },
  copies: {
    title: "Pengaturan: Cadangan",
    what: "Cadangan register yang terkunci dan diperiksa, di komputer ini dan di tempat kedua.",
    steps: [
      { text: "Pilih tempat kedua, misalnya USB yang disimpan terpisah dari komputer." },
      { text: "“Cadangkan sekarang” membuat cadangan di kedua tempat." },
      { text: "Program juga mencadangkan sendiri saat layar dikunci, saat lama tidak dipakai, dan saat ditutup." },
    ],
    troubles: [
      { when: "Tempat kedua tidak terhubung.", then: "Colokkan USB-nya, lalu cadangkan lagi. Cadangan di komputer ini tetap dibuat." },
      { when: "Komputer hilang atau rusak.", then: "Pasang program di komputer lain, pilih Pulihkan dari cadangan, dan ketik kunci pemulihan." },
    ],
  },
  look: {
    title: "Pengaturan: Tampilan",
    what: "Ukuran teks, warna terang atau gelap, dan kerapatan. Berlaku untuk Anda sendiri.",
    steps: [{ text: "Pilih yang nyaman. Ukuran teks juga berubah dari layar mana saja.", keys: ["Ctrl++", "Ctrl+−", "Ctrl+0"] }],
    troubles: [{ when: "Sebagian layar tidak tampak.", then: "Kecilkan teks dengan Ctrl+0. Pada teks besar layar menampilkan satu panel; Esc kembali." }],
  },
  practice: {
    title: "Pengaturan: Latihan",
    what: "Kantor contoh dengan sepuluh cerita. Nomornya berawalan LATIHAN dan tidak tercampur dengan register yang sebenarnya.",
    steps: [{ text: "Buka kantor latihan, lalu masuk sebagai salah satu petugasnya." }, { text: "Bacalah ceritanya, catat aduannya, cetak tanda terimanya." }, { text: "Kembali ke kantor Anda dari bagian ini." }],
    troubles: [{ when: "Bilah atas bergaris dan bertulisan LATIHAN.", then: "Anda berada di kantor latihan. Jangan mencatat aduan pelapor yang sebenarnya di sini." }],
  },
};
