//! Lists on paper: deadlines, and who did what when.

use loket_desk::paper::{access_log, deadline_list};
use loket_domain::paper::{AccessLog, AccessRow, DeadlineList, DeadlineRow, DueState, ListPrinting};

use crate::example;
use crate::tools::{page_count, words};

/// Every variant that is compared with a committed paper.
pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("deadlines", deadline_list(&deadlines(40)).unwrap()),
        ("deadlines-none", deadline_list(&deadlines(0)).unwrap()),
        ("access-log", access_log(&log(45)).unwrap()),
        ("access-log-none", access_log(&log(0)).unwrap()),
    ]
}

pub fn deadlines(count: usize) -> DeadlineList {
    let rows = (0..count)
        .map(|n| DeadlineRow {
            number: format!("{:04}/ADU/L1/XI/2026", 30 + n),
            received: format!("{:02}-11-2026 09.15", 3 + n % 20),
            subject: ["Antrean loket pendaftaran tidak dipanggil menurut nomor sehingga pasien yang datang lebih awal dilayani belakangan dan harus pulang tanpa diperiksa, padahal sudah menunggu sejak pagi di ruang tunggu", "Obat habis, tidak ada kabar", "Sikap petugas"][n % 3].into(),
            reporter: ["Melati Contohwati", "Pelapor (identitas dirahasiakan)", "Pelapor (tanpa identitas)"][n % 3].into(),
            service: ["Pendaftaran", "Farmasi", "Rawat jalan"][n % 3].into(),
            state: ["Diperiksa", "Menunggu kelengkapan", "Diproses"][n % 3].into(),
            due: (n % 3 != 2).then(|| format!("{:02}-12-2026", 1 + n % 28)),
            due_state: match n {
                0 | 1 => DueState::Late,
                3 => DueState::Today,
                n if n % 3 == 2 => DueState::None,
                _ => DueState::Running,
            },
            due_note: match n {
                0 | 1 => Some("lewat 3 hari".into()),
                3 => Some("hari ini".into()),
                _ => None,
            },
        })
        .collect();
    DeadlineList {
        office: example::office(),
        title: "Daftar Tenggat Pengaduan".into(),
        filter: "belum selesai, semua layanan".into(),
        period: "1–30 November 2026".into(),
        rows,
        printing: ListPrinting {
            at: "20 November 2026, pukul 09.20 WIB".into(),
            at_unix: 1_795_141_200,
            officer_name: "Budi Umpama, A.Md.Kep.".into(),
            officer_code: "BU".into(),
            fingerprint: String::new(),
        },
        training: false,
    }
}

/// The log of busy days, newest first.
fn log(count: usize) -> AccessLog {
    let rows = (0..count)
        .map(|n| AccessRow {
            at: format!("{:02}-11-2026 {:02}.{:02}", 20 - n / 30, 15 - n % 8, 59 - n % 60),
            officer: ["Budi Umpama, A.Md.Kep.", "Sari Andaikan, S.K.M., M.Kes."][n % 2].into(),
            what: [
                "Identitas dibuka",
                "Tanda terima dicetak, salinan ke-1, 2 rangkap",
                "Terdaftar di Loket L1, tatap muka",
                "Kunci pemulihan baru dibuat",
            ][n % 4]
                .into(),
            number: if n % 4 == 3 { String::new() } else { format!("{:04}/ADU/L1/XI/2026", 900 - n) },
            fingerprint: format!("7C1E-88A0-D2F4-5B61-{n:04X}"),
        })
        .collect();
    let DeadlineList { office, printing, .. } = deadlines(0);
    let (title, period) = ("Daftar Jejak Akses".into(), "18–20 November 2026".into());
    AccessLog { office, title, filter: String::new(), period, rows, printing, training: false }
}

#[test]
fn every_page_of_a_list_repeats_its_head() {
    let pdf = deadline_list(&deadlines(40)).unwrap();
    let pages = page_count(&pdf);
    assert!(pages > 1);
    let words = words(&pdf);
    assert_eq!(words.matches("Nomor register").count(), pages);
    assert_eq!(words.matches("Daftar Tenggat Pengaduan").count(), pages);
    assert_eq!(words.matches("Budi Umpama, A.Md.Kep.").count(), pages);
    assert!(words.contains(&format!("Halaman {pages} dari {pages}")));
    assert_eq!(words.matches("Jumlah 40 pengaduan: 2 lewat tenggat, 1 jatuh tempo hari ini").count(), 1);
    for row in &deadlines(40).rows {
        assert_eq!(words.matches(&row.number).count(), 1, "{}", row.number);
    }
}

#[test]
fn the_log_on_paper_names_every_entry_once() {
    let value = log(45);
    let pdf = access_log(&value).unwrap();
    let words = words(&pdf);
    assert_eq!(words.matches("Sidik entri").count(), page_count(&pdf));
    assert!(words.contains("Jumlah 45 kegiatan."));
    for row in &value.rows {
        assert_eq!(words.matches(&row.fingerprint).count(), 1, "{}", row.fingerprint);
    }
}
