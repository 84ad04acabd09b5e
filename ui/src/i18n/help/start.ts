import type { HelpPage } from "./page";

export const firstStart: HelpPage = {
  title: "Pengaturan awal",
  what: "Menyiapkan loket dalam lima menit. Setiap langkah langsung disimpan; Anda boleh berhenti dan melanjutkan kapan saja.",
  steps: [
    { text: "Isi nama dan alamat kantor seperti pada kop surat.", keys: ["Enter"] },
    { text: "Pilih layanan yang sering diadukan. Daftarnya dapat diubah kemudian." },
    { text: "Susun nomor register. Contohnya tampak di samping; isi nomor terakhir di buku supaya nomornya bersambung." },
    { text: "Masukkan petugas dan PIN enam angka. Sedikitnya satu petugas berperan Admin." },
    { text: "Pilih tempat cadangan kedua, misalnya USB. Boleh nanti." },
    { text: "Cetak, simpan, atau salin kunci pemulihan, lalu ketik kembali dua bloknya." },
  ],
  troubles: [
    { when: "Kantor ini sudah punya register.", then: "Pilih “Pulihkan dari cadangan”." },
    { when: "Ingin mencoba dahulu.", then: "Pilih “Coba kantor latihan dulu”: kantor contoh yang tidak tercampur dengan register Anda." },
    { when: "Tidak ada printer untuk lembar kunci.", then: "Simpan ke USB atau salin dengan tangan." },
  ],
  law: "Penanggung jawab pengelola pengaduan dicantumkan pada tanda terima: Pasal 36 Undang-Undang Nomor 25 Tahun 2009.",
};

export const signIn: HelpPage = {
  title: "Masuk",
  what: "Memilih petugas yang duduk di loket. Semua langkah tercatat atas namanya.",
  steps: [
    { text: "Tekan angka di depan nama Anda, atau pilih dengan panah.", keys: ["1", "…", "9"] },
    { text: "Ketik PIN. Layar terbuka pada angka keenam; dengan kata sandi tekan Enter." },
  ],
  troubles: [
    { when: "PIN tidak cocok.", then: "Sesudah beberapa kali salah Anda menunggu sebentar. Draf Anda tetap aman." },
    { when: "Lupa PIN.", then: "Admin memberi PIN baru di Pengaturan, bagian Petugas." },
    { when: "Nama Anda tidak ada.", then: "Minta admin menambahkan Anda. Jangan memakai PIN orang lain." },
  ],
};

export const password: HelpPage = {
  title: "Membuka register",
  what: "Register ini terkunci dengan kata sandi pembuka, yang diminta setiap kali program dibuka.",
  steps: [{ text: "Ketik kata sandi pembuka kantor.", keys: ["Enter"] }],
  troubles: [{ when: "Kata sandi terlupa.", then: "Buka dengan kunci pemulihan: 48 angka pada lembar yang dicetak saat pemasangan." }],
};

export const restore: HelpPage = {
  title: "Pulihkan dari cadangan",
  what: "Membuka kembali register dari cadangan, di komputer ini atau komputer pengganti.",
  steps: [
    { text: "Colokkan USB atau pilih folder cadangan." },
    { text: "Pilih cadangan yang terbaru." },
    { text: "Ketik 48 angka kunci pemulihan. Angka terakhir tiap blok memeriksa blok itu." },
    { text: "Sesudah pulih, isi nomor terakhir yang tertulis di kertas supaya tidak ada nomor ganda." },
  ],
  troubles: [
    { when: "Cadangan tidak utuh.", then: "Pilih cadangan sebelumnya. Setiap cadangan diperiksa sebelum dipakai." },
    { when: "Kunci tidak cocok.", then: "Periksa blok demi blok; mungkin lembar itu milik kantor lain atau kunci yang lama." },
    { when: "Ada aduan sesudah cadangan.", then: "Cocokkan dengan Lembar 2 di arsip, lalu daftarkan kembali yang kurang." },
  ],
};
