import type { HelpPage } from "./page";

export const log: HelpPage = {
  title: "Jejak akses",
  what: "Membuktikan siapa melakukan apa, dan kapan: mendaftarkan, membuka identitas, mencetak, mengubah pengaturan. Setiap kegiatan menjadi entri yang tidak dapat diubah atau dihapus tanpa tampak. Nama pelapor dan isi aduan tidak ada di sini.",
  steps: [
    { text: "Ketik nomor register, kode lacak, atau sidik yang tercetak di kertas, lalu tekan Enter. Delapan angka atau huruf pertama sidik sudah cukup.", keys: ["Enter"] },
    { text: "Persempit dengan petugas, kegiatan, dan waktu. “Atur ulang” membuka semuanya." },
    { text: "Pilih baris; Enter membuka aduannya di Register.", keys: ["↓", "Enter"] },
    { text: "Cetak daftar yang tampak, atau simpan sebagai PDF atau CSV. Pencetakan ini tercatat juga.", keys: ["Ctrl+P"] },
    { text: "“Periksa rantai” mencocokkan sidik, urutan, dan tanda tangan setiap entri di register ini." },
    { text: "“Simpan bukti” menulis berkas yang dapat diperiksa Ombudsman atau Inspektorat tanpa register ini." },
  ],
  troubles: [
    { when: "Petugas menyangkal sebuah kegiatan.", then: "Jejak menyebut petugas yang masuk di komputer ini dengan PIN-nya. Bila PIN dipinjamkan, jejak tidak dapat mengetahuinya. Karena itu setiap orang memakai PIN sendiri dan mengunci layar dengan Ctrl+L." },
    { when: "Waktunya janggal.", then: "Waktu diambil dari jam komputer ini. Urutan entri tetap pasti, juga bila jamnya keliru." },
    { when: "Nomor atau sidik tidak ditemukan.", then: "Periksa angkanya satu per satu. Sidik pada kertas dari kantor lain tidak ada di register ini." },
    { when: "Periksa rantai menyatakan tidak utuh.", then: "Jangan menulis lagi. Simpan berkas registernya, beri tahu admin, lalu pulihkan dari cadangan." },
    { when: "Ada bagian yang tidak disimpan di komputer ini.", then: "Entrinya tetap terperiksa. Yang tidak ada hanya isinya, misalnya karena sudah dihapus menurut aturan." },
    { when: "Layar Laporan tidak ada.", then: "Jejak akses dibaca oleh pengelola, pimpinan, pengawas, dan auditor." },
  ],
};
