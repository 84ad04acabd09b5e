import type { HelpPage } from "./page";

export const registered: HelpPage = {
  title: "Aduan terdaftar",
  what: "Menyerahkan tanda terima kepada pelapor, lalu melanjutkan. Aduan sudah tersimpan sebelum layar ini tampil.",
  steps: [
    { text: "Lihat printer, kertas, dan rangkap di atas gambar kertas, lalu cetak. Yang dipakai terakhir diingat.", keys: ["Enter"] },
    { text: "Pelapor dan petugas menandatangani kedua lembar. Centang “Kedua lembar ditandatangani”.", keys: ["Spasi"] },
    { text: "Serahkan Lembar 1, simpan Lembar 2. Centang “Lembar 1 diserahkan”.", keys: ["Spasi"] },
    { text: "Sebutkan kode lacak; pelapor memakainya untuk bertanya.", keys: [] },
    { text: "Aduan berikutnya.", keys: ["Ctrl+N"] },
  ],
  troubles: [
    { when: "Printer dijeda, macet, atau kertasnya habis.", then: "Cetakan menunggu dan keluar sendiri sesudah dibereskan. Atau batalkan cetakan, pilih printer lain, dan cetak lagi." },
    { when: "Tidak ada printer.", then: "Simpan PDF ke USB dan cetak di komputer lain, atau kirim ke pelapor." },
    { when: "Pelapor sulit membaca huruf kecil.", then: "Pada Kertas pilih “A4 · huruf besar”." },
    { when: "Yang tercetak bukti pencatatan, bukan tanda terima.", then: "Salah satu dari empat unsur belum ada; layar menyebut yang mana. Lengkapi dengan F2 di Register, lalu cetak lagi." },
    { when: "Kertas rusak sesudah Lembar 1 diserahkan.", then: "Cetak lagi. Kertasnya bertanda “Salinan ke-…”." },
  ],
  law: "Tanda terima memuat empat unsur Pasal 44 ayat (2) Undang-Undang Nomor 25 Tahun 2009: identitas lengkap, uraian, tempat dan waktu penerimaan, nama dan tanda tangan penerima.",
};
