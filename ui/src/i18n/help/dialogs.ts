import type { HelpPage } from "./page";

export const step: HelpPage = {
  title: "Catat langkah",
  what: "Setiap kemajuan sebuah aduan dicatat di sini, dengan akibatnya sebelum Anda menekan Catat.",
  steps: [
    { text: "Pilih jenis langkah.", keys: ["↑", "↓"] },
    { text: "Isi yang diminta langkah itu. “Ditanggapi” dihitung sejak benar-benar disampaikan: kapan, lewat apa, kepada siapa." },
    { text: "Catat.", keys: ["Ctrl+Enter"] },
  ],
  troubles: [
    { when: "Tanggal ditolak.", then: "Langkah tidak boleh sebelum aduan diterima atau sesudah hari ini." },
    { when: "Salah catat.", then: "Catat langkah baru yang membetulkannya. Yang lama tidak dihapus." },
  ],
  law: "Pihak yang diadukan tidak menangani aduannya: Pasal 45 Undang-Undang Nomor 25 Tahun 2009.",
};

export const correct: HelpPage = {
  title: "Betulkan data",
  what: "Membetulkan isian sesudah aduan terdaftar. Nomor, kode lacak, dan waktu pencatatan tidak berubah.",
  steps: [
    { text: "Ubah hanya yang keliru." },
    { text: "Catat. Tanda terima yang dicetak sesudahnya memuat isian baru.", keys: ["Ctrl+Enter"] },
  ],
  troubles: [{ when: "Pembetulan tidak diizinkan.", then: "Petugas loket membetulkan aduan yang ia catat sampai Lembar 1 diserahkan. Sesudahnya minta pengelola." }],
};

export const voiding: HelpPage = {
  title: "Batalkan nomor",
  what: "Mencoret nomor yang keliru, misalnya aduan yang tercatat dua kali. Nomor tetap tampak beserta alasannya.",
  steps: [{ text: "Tulis alasan yang dapat dibaca orang lain." }, { text: "Batalkan nomor.", keys: ["Ctrl+Enter"] }],
  troubles: [
    { when: "Salah pilih.", then: "“Ambil kembali pembatalan” mengembalikan aduan seperti semula." },
    { when: "Tanda terima sudah di tangan pelapor.", then: "Beri tahu pelapor dengan pesan yang disiapkan di layar." },
  ],
};

export const together: HelpPage = {
  title: "Gabungkan dan pisahkan",
  what: "Beberapa orang yang mengadukan kejadian yang sama dicatat di bawah satu nomor. Setiap orang mempunyai tanda terima, tenggat, dan kode lacaknya sendiri.",
  steps: [
    { text: "Gabungkan bila kejadiannya memang sama. Orang ini menjadi pelapor tambahan; nomor baru tidak diberikan.", keys: ["Ctrl+Enter"] },
    { text: "Cetak dan serahkan tanda terimanya. Nama pelapor lain tidak tercantum di situ." },
    { text: "Pisahkan bila ternyata berbeda: tulis alasannya. Orang itu mendapat nomor register berikutnya, dan kedua aduan tertaut.", keys: ["Ctrl+Enter"] },
  ],
  troubles: [
    { when: "Aduan itu sudah ditanggapi, selesai, atau berasal dari register lama.", then: "Tautkan saja: kedua aduan tetap bernomor sendiri." },
    { when: "Anda ragu kejadiannya sama.", then: "Tautkan, jangan gabungkan. Tautan dapat dilepas kapan saja." },
  ],
};

export const print: HelpPage = {
  title: "Mencetak",
  what: "Melihat kertas sebelum dicetak, memilih printer, dan mengikuti cetakan sampai keluar.",
  steps: [
    { text: "Periksa printer dan keadaannya, kertas, dan rangkap. Pilihan terakhir diingat untuk setiap jenis kertas." },
    { text: "Mengganti kertas langsung mengubah gambarnya." },
    { text: "Cetak. Tulisan di bawah berubah dari “Dikirim” menjadi “Tercetak” bila printer sudah melaporkannya.", keys: ["Enter"] },
  ],
  troubles: [
    { when: "Cetakan menunggu.", then: "Isi kertas atau lanjutkan printer; cetakan keluar sendiri. Atau pilih “Batalkan cetakan”, lalu printer lain." },
    { when: "Printer tidak mengenal ukuran kertas.", then: "Pilih kertas atau printer lain." },
    { when: "Hasilnya belum diketahui.", then: "Lihat kertasnya di printer sebelum mencetak lagi." },
    { when: "Sistem cetak tidak berjalan.", then: "Simpan PDF dahulu, nyalakan ulang komputer, lalu cetak." },
  ],
};
