//! *Jejak akses*: who did what when.

use loket_domain::paper::AccessLog;

use super::PaperError;
use super::table::{Row, Table, draw};

/// Heads and widths of the columns; the widths add up to the table's.
const COLUMNS: [(&str, f32); 6] = [
    ("No.", 12.0),
    ("Waktu", 36.0),
    ("Petugas", 62.0),
    ("Kegiatan", 74.0),
    ("Nomor register", 43.0),
    ("Sidik entri", 40.0),
];

/// Renders the list.
///
/// # Errors
/// `Write` if the file cannot be composed.
pub fn access_log(log: &AccessLog) -> Result<Vec<u8>, PaperError> {
    let rows = log.rows.iter().enumerate().map(|(n, row)| {
        let r = row.clone();
        Row { cells: vec![(n + 1).to_string(), r.at, r.officer, r.what, r.number, r.fingerprint], strong: false }
    });
    draw(&Table {
        office: &log.office,
        title: &log.title,
        about: [("Periode", &log.period), ("Saringan", &log.filter)],
        columns: &COLUMNS,
        rows: rows.collect(),
        closing: if log.rows.is_empty() {
            "Tidak ada kegiatan pada daftar ini.".to_owned()
        } else {
            format!("Jumlah {} kegiatan. Waktu dan petugas menurut komputer yang mencatatnya.", log.rows.len())
        },
        printing: &log.printing,
        training: log.training,
    })
}
