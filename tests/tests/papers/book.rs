//! Paper j, the register book, read back.

use loket_desk::paper::register_book;
use loket_domain::paper::{BookLine, BookRecord, BookVersion, RegisterBook};

use crate::tools::{codes, page_count, words};
use crate::{example, lists};

fn record(n: u32) -> BookRecord {
    let kind = n % 4;
    BookRecord {
        number: format!("{n:04}/ADU/L1/XI/2026"),
        tracking: "C0NT-0H42-T".into(),
        received: "20-11-2026 09.15".into(),
        recorded: (kind == 1).then(|| "21-11-2026 08.02".into()),
        channel: ["datang langsung", "kotak pengaduan", "SP4N-LAPOR!", "WhatsApp"][kind as usize].into(),
        reporter: [
            "Melati Contohwati",
            "Pelapor (tanpa identitas)",
            "Pelapor (identitas dirahasiakan)",
            "Mawar Umpamawati",
        ][kind as usize]
            .into(),
        address: if kind == 0 { "Jalan Andaikan Nomor 7, RT 03/RW 02, Kelurahan Misal".into() } else { String::new() },
        description: match kind {
            0 => example::story(977),
            2 => "Isi dibatasi".into(),
            _ => "Nomor antrean 12 belum dipanggil sampai pukul 11.45.".into(),
        },
        service: "Pendaftaran".into(),
        accused: if kind == 0 { "petugas loket pendaftaran".into() } else { String::new() },
        decision: if kind == 3 { "15-01-2027: antrean dipanggil menurut nomor".into() } else { String::new() },
        conveyed: if kind == 3 { "20-01-2027, langsung".into() } else { String::new() },
        state: if kind == 3 { "Selesai".into() } else { "Diterima".into() },
        sp4n: if kind == 2 { "9999042".into() } else { String::new() },
        void: (n == 19).then(|| "tercatat dua kali, 21-11-2026, Budi Umpama, A.Md.Kep.".into()),
        ..BookRecord::default()
    }
}

pub fn book(version: BookVersion) -> RegisterBook {
    let mut lines = vec![BookLine::Gap("Nomor 1–11 tercatat pada buku register kertas.".into())];
    for n in 12..=21 {
        if n == 15 {
            lines.push(BookLine::Gap("Nomor 15 tidak digunakan: formulir kosong rusak terkena tinta".into()));
            continue;
        }
        let mut record = record(n);
        if version == BookVersion::Public {
            (record.reporter, record.address, record.accused) = Default::default();
            record.description = "Antrean tidak dipanggil menurut nomor".into();
        }
        lines.push(BookLine::Record(Box::new(record)));
    }
    RegisterBook {
        office: example::office(),
        period: "Bulan November 2026".into(),
        version,
        lines,
        manager: "Sari Andaikan, S.K.M.".into(),
        head: ("Kepala UPTD Puskesmas Sukamisal".into(), "dr. Misal Permana, M.K.M.".into()),
        last_entry: "5be1c40f77aa01d2f45b6190ab33cd44".into(),
        device: "0a1b2c3d4e5f60718293a4b5c6d7e8f9".into(),
        printing: {
            let mut printing = lists::deadlines(0).printing;
            printing.fingerprint = example::receipt().printing.fingerprint;
            printing
        },
        training: false,
    }
}

pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let mut empty = book(BookVersion::Office);
    empty.lines.clear();
    (empty.manager, empty.head) = Default::default();
    empty.training = true;
    vec![
        ("book", register_book(&book(BookVersion::Office)).unwrap()),
        ("book-public", register_book(&book(BookVersion::Public)).unwrap()),
        ("book-none", register_book(&empty).unwrap()),
    ]
}

#[test]
fn the_cover_counts_in_words_and_every_page_carries_its_sums_and_signatures() {
    let pdf = register_book(&book(BookVersion::Office)).unwrap();
    let (words, pages) = (words(&pdf), page_count(&pdf));
    assert_eq!(pages, 4);
    assert!(words.contains(
        "Buku ini memuat 9 (sembilan) pengaduan, nomor 0012/ADU/L1/XI/2026 sampai dengan 0021/ADU/L1/XI/2026, pada 4 halaman. Sidik entri terakhir: 5BE1-C40F-77AA-01D2."
    ));
    for sums in [
        "Jumlah pengaduan pada halaman ini: 4. Pindahan: 0. Jumlah sampai halaman ini: 4.",
        "Jumlah pengaduan pada halaman ini: 4. Pindahan: 4. Jumlah sampai halaman ini: 8.",
        "Jumlah pengaduan pada halaman ini: 1. Pindahan: 8. Jumlah sampai halaman ini: 9.",
    ] {
        assert_eq!(words.matches(sums).count(), 1, "{sums}");
    }
    assert_eq!(words.matches("Pengelola pengaduan,").count(), pages);
    assert_eq!(words.matches("Mengetahui, Kepala UPTD Puskesmas Sukamisal").count(), pages);
    assert_eq!(words.matches("perangkat 0A1B-2C3D-4E5F-6071-8293").count(), pages);
    assert!(words.contains("BATAL: tercatat dua kali, 21-11-2026, Budi Umpama, A.Md.Kep."));
    assert!(words.contains("Nomor 15 tidak digunakan: formulir kosong rusak terkena tinta"));
    assert!(words.contains("… (lengkap di berkas)"), "a long story points to its file");
    assert_eq!(codes(&pdf), ["LA1:J-7C1E88A0D2F45B6190AB"]);
}

#[test]
fn the_public_book_names_no_reporter() {
    let words = words(&register_book(&book(BookVersion::Public)).unwrap());
    assert!(words.contains("Versi publik"));
    for person in ["Melati", "Mawar", "Andaikan Nomor 7", "petugas loket pendaftaran"] {
        assert!(!words.contains(person), "{person}");
    }
}

#[test]
fn a_period_without_complaints_says_so() {
    let mut empty = book(BookVersion::Office);
    empty.lines.clear();
    let words = words(&register_book(&empty).unwrap());
    assert!(words.contains("Tidak ada pengaduan yang tercatat pada periode ini."));
    assert!(words.contains("Jumlah pengaduan pada halaman ini: 0."));
}

/// A cell of hostile text neither breaks the page nor runs out of its band.
#[test]
fn odd_text_stays_in_its_cell() {
    let mut value = book(BookVersion::Office);
    if let Some(BookLine::Record(record)) = value.lines.get_mut(1) {
        record.description = "x".repeat(8471);
        record.reporter = "😀\n\n\n\n\u{7}".repeat(50);
        record.address = "=HYPERLINK(1)".into();
    }
    assert_eq!(page_count(&register_book(&value).unwrap()), 4);
}
