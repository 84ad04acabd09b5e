//! The words of the *panduan kilat*: by hand, in plain Indonesian.

pub(super) const TITLE: &str = "Panduan Kilat Loket Aduan";
pub(super) const LEAD: &str = "Dari aduan sampai tanda terima dalam enam langkah, tanpa tetikus dan tanpa internet.";
pub(super) const SECOND: &str = "Sesudah terdaftar, dan bila ada yang tidak lancar";

/// Steps of the first page: what, how.
pub(super) const STEPS: [(&str, &str); 6] = [
    ("Masuk", "Tekan angka di depan nama Anda, lalu ketik PIN enam angka. Pindah petugas: Ctrl+L."),
    (
        "Mulai aduan: Ctrl+N",
        "Ketik nama lengkap, nomor HP, dan alamat pelapor. Enter pindah ke bidang berikutnya. Pelapor yang tidak mau menyebut nama tetap dilayani: pilih Tanpa identitas.",
    ),
    (
        "Tulis uraian",
        "Tulis apa yang tidak sesuai, kerugian, dan penyelesaian yang diminta. Bacakan kembali kepada pelapor. Yang diketik tersimpan sendiri sebagai draf.",
    ),
    (
        "Daftarkan: Ctrl+Enter",
        "Nomor register dan kode lacak muncul sesudah aduan tersimpan di komputer ini. Enter saja tidak pernah mendaftarkan.",
    ),
    (
        "Cetak: Enter",
        "Printer, kertas, dan rangkap yang dipakai terakhir tampak di atas gambar kertas. Lembar 1 dan Lembar 2 keluar bersama.",
    ),
    (
        "Tanda tangan dan serahkan",
        "Pelapor dan petugas menandatangani kedua lembar. Serahkan Lembar 1, simpan Lembar 2, lalu centang keduanya. Pelapor berikutnya: Ctrl+N.",
    ),
];

/// Captions of the pictures.
pub(super) const CAPTIONS: [&str; 3] = [
    "Aduan baru: isian dan kelengkapannya",
    "Aduan terdaftar: nomor, kode lacak, kertas",
    "Register: cari, pahami, catat langkah",
];

/// Sections of the second page: head, points.
pub(super) const SECTIONS: [(&str, &[&str]); 6] = [
    (
        "Mencari aduan",
        &[
            "F3 dari layar mana saja, lalu ketik nomor, nama, telepon, kode lacak, atau kata dari uraian.",
            "Panah bawah memilih baris, Enter membuka aduan, Esc kembali.",
        ],
    ),
    (
        "Mencatat langkah",
        &[
            "Ctrl+T pada satu aduan: catatan, ditanggapi, selesai. Ctrl+Enter mencatat.",
            "F2 membetulkan data; nilai lama tetap tampak. Nomor yang dibatalkan tidak dipakai lagi.",
        ],
    ),
    (
        "Tenggat",
        &[
            "Tanggapan tentang kelengkapan paling lambat 14 hari sejak diterima: Pasal 44 ayat (3) Undang-Undang Nomor 25 Tahun 2009.",
            "Ctrl+J menjelaskan tenggat hari demi hari. Batas pada hari libur dikerjakan pada hari kerja sebelumnya.",
        ],
    ),
    (
        "Cadangan dan kunci pemulihan",
        &[
            "Cadangan dibuat sendiri saat layar dikunci dan program ditutup. Colokkan USB tempat kedua setiap hari kerja.",
            "Lembar kunci pemulihan disimpan dalam sampul tertutup, terpisah dari komputer dan dari USB. Jangan difoto dan jangan dikirim lewat pesan.",
            "Komputer rusak: pasang program di komputer lain, pilih Pulihkan dari cadangan, ketik 48 angka kunci itu.",
        ],
    ),
    (
        "Bila …",
        &[
            "printer macet: aduan sudah tersimpan. Pilih printer lain, cetak lagi, atau Simpan PDF.",
            "listrik padam: nyalakan lagi dan masuk. Draf dan aduan ada seperti sebelumnya.",
            "salah ketik: F2 sebelum Lembar 1 diserahkan. Sesudahnya minta pengelola.",
            "penyimpanan penuh: jangan tutup jendela. Kosongkan ruang, lalu coba lagi.",
            "lupa PIN: admin memberi PIN baru di Pengaturan, Petugas.",
            "pelapor meminta namanya dirahasiakan: pilih Dirahasiakan, Pasal 42 ayat (5).",
        ],
    ),
    (
        "Yang tidak pernah dilakukan",
        &[
            "Menolak pelapor karena tanpa NIK, tanpa nama, atau berkasnya belum lengkap.",
            "Meminta biaya: Pasal 48 ayat (1).",
            "Meminjamkan PIN. Setiap langkah tercatat atas nama petugas yang masuk.",
        ],
    ),
];

/// Keys of the second page: key, what it does.
pub(super) const KEYS: [(&str, &str); 14] = [
    ("F1", "bantuan untuk layar ini"),
    ("Ctrl+N", "aduan baru"),
    ("Enter", "bidang berikutnya"),
    ("Ctrl+Enter", "daftarkan, catat"),
    ("Ctrl+P", "cetak yang tampak"),
    ("F3", "cari"),
    ("Ctrl+T", "catat langkah"),
    ("F2", "betulkan data"),
    ("Ctrl+J", "jelaskan tenggat"),
    ("Ctrl+I", "buka identitas"),
    ("Ctrl+O", "tambah lampiran"),
    ("Ctrl+L", "kunci, ganti petugas"),
    ("F6", "panel berikutnya"),
    ("Esc", "tutup, kembali"),
];

pub(super) const KEYS_HEAD: &str = "Tombol";
pub(super) const FOOTER: &str = "Loket Aduan · F1 membuka bantuan untuk layar yang tampak.";
