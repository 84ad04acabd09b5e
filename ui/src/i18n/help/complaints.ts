import type { HelpPage } from "./page";

export const complaints: HelpPage = {
  title: "Aduan baru",
  what: "Mencatat aduan selagi pelapor bercerita. Yang Anda ketik tersimpan sendiri sebagai draf; nomor baru diberikan saat Anda mendaftarkan.",
  steps: [
    { text: "Mulai aduan. Saluran, waktu, dan tempat sudah terisi; betulkan bila aduan datang lewat surat, kotak, atau telepon.", keys: ["Ctrl+N"] },
    { text: "Ketik nama, nomor HP, dan alamat. Enter atau Tab pindah ke bidang berikutnya; bidang bertanda “boleh kosong” dilewati dengan Enter.", keys: ["Enter"] },
    { text: "Pilih layanan dan tanggal kejadian. Ketik h untuk hari ini, k untuk kemarin.", keys: ["↓", "Enter"] },
    { text: "Tulis uraian. Garis miring membuka kalimat siap pakai.", keys: ["/"] },
    { text: "Lampirkan foto atau surat bila ada.", keys: ["Ctrl+O"] },
    { text: "Bacakan kembali kepada pelapor, lalu daftarkan.", keys: ["Ctrl+Enter"] },
  ],
  troubles: [
    { when: "Pelapor tidak mau menyebut nama.", then: "Pilih Tanpa identitas. Aduan tetap mendapat nomor; pelapor membawa bukti pencatatan dan kode lacak." },
    { when: "Pelapor takut namanya diketahui.", then: "Pilih Dirahasiakan. Nama hanya dibuka oleh yang berwenang, dan setiap pembukaan tercatat." },
    { when: "Ada orang lain yang harus didahulukan.", then: "Tekan Ctrl+N. Draf ini menunggu; kembali dengan Ctrl+Tab atau F9." },
    { when: "Daftar galat muncul di atas formulir.", then: "Tekan Enter pada tautannya: Anda dibawa ke isian yang perlu dibetulkan." },
    { when: "Di samping formulir tertulis “Mungkin sudah pernah”.", then: "Lihat aduan itu dan tanyakan kepada pelapor. Ctrl+G menautkan keduanya; “Gabungkan” menjadikannya pelapor tambahan di bawah nomor yang sama; “Bukan aduan yang sama” menutup petunjuk itu. Petunjuk tidak pernah menghalangi pendaftaran." },
    { when: "Kelengkapan belum penuh.", then: "Daftarkan juga. Yang kurang diminta kemudian; pelapor tidak ditolak." },
  ],
  law: "Isi pengaduan: Pasal 42 ayat (3) Undang-Undang Nomor 25 Tahun 2009. Identitas dirahasiakan: Pasal 42 ayat (5). Tanpa biaya: Pasal 48 ayat (1).",
};
