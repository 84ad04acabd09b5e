//! Ten citizens as they speak, with what to look for. Everybody is invented.

/// One story, to be typed while it is read or heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Story {
    /// Stable id.
    pub id: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// As the citizen tells it.
    pub spoken: &'static str,
    /// What to look for in the form.
    pub hint: &'static str,
}

/// The stories, from easy to long.
#[must_use]
pub const fn stories() -> &'static [Story] {
    STORIES
}

const STORIES: &[Story] = &[
    Story {
        id: "antre-obat",
        title: "Antre obat",
        spoken: "Selamat pagi, saya Melati Contohwati, dari Muara Asri. Kemarin saya antre obat sejak pukul delapan, baru dipanggil pukul satu siang. Loket obatnya hanya satu yang dibuka, padahal yang menunggu banyak sekali. Saya jadi tidak masuk kerja, upah sehari hilang. Saya minta loketnya ditambah kalau pagi. Nomor saya 0899-0000-0139.",
        hint: "Tatap muka, identitas terbuka. Tanggal kejadian: ketik k untuk kemarin.",
    },
    Story {
        id: "untuk-ibu",
        title: "Mewakili ibu yang sakit",
        spoken: "Permisi, saya Togar Seumpama, datang untuk ibu saya, Ratna Dimisalkan. Ibu sudah tidak kuat jalan. Hari Senin lalu ibu diminta pulang karena kartunya katanya tidak terbaca, padahal sedang demam tinggi. Surat kuasanya saya bawa, tanggal kemarin. Kami minta ibu diperiksa di rumah atau diberi tahu apa yang harus kami bawa.",
        hint: "Pilih Kuasa, lalu isi nama pemberi kuasa dan tanggal suratnya. Pelapornya tetap Togar.",
    },
    Story {
        id: "tidak-mau-nama",
        title: "Tidak mau menyebut nama",
        spoken: "Saya tidak mau bilang nama, ya, Pak. Tetangga saya kerja di sini. Saya cuma mau bilang, toilet di ruang tunggu itu sudah sebulan rusak, airnya tidak keluar, orang tua dan anak kecil repot. Tidak usah dikabari, yang penting diperbaiki. Saya permisi dulu.",
        hint: "Tanpa identitas dan tanpa cara menjawab: yang dicetak bukti pencatatan, bukan tanda terima. Aduan tetap harus diterima.",
    },
    Story {
        id: "sudah-lama",
        title: "Kejadian sudah lama",
        spoken: "Saya Wati Seandainya. Ini kejadiannya sudah lama, dua bulan lebih, waktu anak saya mau imunisasi. Katanya vaksinnya habis dan kami disuruh menunggu kabar. Sampai hari ini tidak ada yang menghubungi, padahal nomor saya ditulis di buku. Anak saya sudah lewat jadwalnya. Saya minta kepastian kapan bisa.",
        hint: "Kejadian lebih dari 30 hari: ada peringatan Pasal 42 ayat (2), tetapi aduan tetap didaftarkan.",
    },
    Story {
        id: "uang-rokok",
        title: "Diminta uang, minta dirahasiakan",
        spoken: "Pak, saya mau cerita, tapi tolong nama saya jangan sampai orang tahu. Saya Dewi Contohsari, sering berobat ke sini. Jumat kemarin di pendaftaran saya dimintai dua puluh ribu, katanya uang rokok supaya cepat dipanggil. Saya kasih karena anak saya panas. Saya ingin uangnya kembali dan orang itu ditegur. Tapi saya takut kalau namanya ketahuan.",
        hint: "Dirahasiakan, dan centang Isi dibatasi. Nama tidak tampak di daftar dan di pencarian petugas lain.",
    },
    Story {
        id: "dua-belas-warga",
        title: "Warga satu RT",
        spoken: "Kami dari RT 04 Desa Karang Umpama, saya Siti Ibaratwati yang mewakili. Kami dua belas keluarga. Puskesmas keliling sudah dua bulan tidak datang ke dusun kami, padahal jadwalnya setiap Rabu kedua. Lansia di sini jadi tidak diperiksa tekanan darahnya. Ini daftar nama dan tanda tangan warganya. Kami minta jadwalnya jalan lagi.",
        hint: "Pilih Kelompok dan isi namanya, misalnya Warga RT 04 Desa Karang Umpama. Daftar tanda tangan dilampirkan.",
    },
    Story {
        id: "secarik-kertas",
        title: "Secarik kertas di kotak aduan",
        spoken: "Di kotak aduan yang dibuka tadi pagi ada secarik kertas tanpa nama. Tulisannya: Tolong petugas laboratorium jangan main telepon waktu mengambil darah. Saya dua kali ditusuk, tangan saya biru. Kalau bisa yang ambil darah ibu yang berkerudung hijau saja, dia pelan-pelan. Di bawahnya ada tanggal minggu lalu, tidak ada nomor telepon.",
        hint: "Saluran Kotak aduan: isi tanggal kotak dibuka. Diterima boleh lebih awal daripada dicatat.",
    },
    Story {
        id: "lewat-whatsapp",
        title: "Pesan WhatsApp",
        spoken: "Pesan masuk pukul 07.12 dari 0899-0000-0177: Pagi Bu, saya Ahmad Andaian. Hasil lab saya hilang katanya, padahal saya sudah bayar 45 ribu dan puasa dari malam. Saya disuruh ambil darah lagi dan bayar lagi. Saya tidak mau bayar dua kali. Mohon dijawab lewat WA ini saja, saya kerja di laut.",
        hint: "Saluran WhatsApp, dengan nomornya. Kerugian: uang 45 ribu rupiah. Jawaban lewat WhatsApp menghentikan hitungan 14 hari.",
    },
    Story {
        id: "soal-petugas",
        title: "Mengadukan seorang petugas",
        spoken: "Saya Rahmat Misalkan, tinggal di Sukamisal. Tadi pagi di loket pendaftaran saya dibentak Pak Yosef karena lupa bawa fotokopi kartu keluarga. Orang-orang melihat semua, saya malu. Saya sudah tua, tidak dengar jelas apa yang diminta. Saya minta diperlakukan baik-baik, dan kalau boleh beliau minta maaf.",
        hint: "Pilih Yosef Andaikata sebagai petugas yang diadukan: ia tidak akan menjadi penangan aduan ini (Pasal 45).",
    },
    Story {
        id: "selesai-di-tempat",
        title: "Cerita panjang, selesai di tempat",
        spoken: "Saya Putri Umpamasari, dari Andaian. Ceritanya panjang, Bu. Tiga minggu lalu saya urus surat rujukan untuk suami, disuruh kembali besok. Besoknya dokternya rapat. Lusa nomor antreannya habis. Saya kembali lagi, katanya surat yang lama sudah dicetak tetapi salah nama, jadi harus dari awal. Ongkos ojek sudah habis banyak. Kalau suratnya bisa jadi sekarang, saya sudah senang, tidak apa-apa yang lain.",
        hint: "Tulis urut waktunya, singkat saja. Bila suratnya diberikan saat itu juga: Catat langkah, Selesai di tempat, pelapor menerima.",
    },
];
