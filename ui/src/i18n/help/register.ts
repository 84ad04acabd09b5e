import type { HelpPage } from "./page";

export const register: HelpPage = {
  title: "Register",
  what: "Menemukan aduan, memahami tenggatnya, dan mencatat langkah.",
  steps: [
    { text: "Cari dengan nomor, nama, telepon, kode lacak, atau kata dari uraian.", keys: ["F3"] },
    { text: "Pilih baris, lalu buka aduannya. Esc kembali ke daftar.", keys: ["↓", "Enter", "Esc"] },
    { text: "Jelaskan tenggat hari demi hari.", keys: ["Ctrl+J"] },
    { text: "Catat langkah: catatan, ditanggapi, atau selesai.", keys: ["Ctrl+T"] },
    { text: "Betulkan data. Nilai lama tetap tampak di linimasa.", keys: ["F2"] },
    { text: "Cetak tanda terima lagi dari aduan, atau daftar tenggat dari daftar.", keys: ["Ctrl+P"] },
  ],
  troubles: [
    { when: "Aduan tidak ditemukan.", then: "Lihat saringan di bawah kotak cari; “Atur ulang” membuka semuanya. Aduan yang dibatasi dicari dengan nomor atau kode lacaknya yang penuh." },
    { when: "Tombol langkah tidak ada.", then: "Peran Anda tidak mencatatnya, atau Anda pihak yang diadukan. Minta pengelola." },
    { when: "NIK dan telepon tertutup titik.", then: "Ctrl+I membuka identitas. Setiap pembukaan tercatat di Jejak akses." },
    { when: "Pelapor tambahan ternyata mengadukan hal lain.", then: "Di tab Pelapor pilih “Pisahkan”. Ia mendapat nomor register berikutnya; tenggat dan kode lacaknya tetap." },
    { when: "Nomor terlanjur diberikan.", then: "Batalkan dengan alasan. Nomor tetap tampak dan tidak dipakai lagi." },
  ],
  law: "Tanggapan tentang kelengkapan paling lambat 14 hari: Pasal 44 ayat (3). Keputusan paling lambat 60 hari sejak berkas lengkap: Pasal 50 ayat (1) Undang-Undang Nomor 25 Tahun 2009.",
};
