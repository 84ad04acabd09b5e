//! The register sorted by deadline.

use loket_domain::paper::{DeadlineList, DeadlineRow, DueState};

use super::PaperError;
use super::table::{Row, Table, draw};

/// Heads and widths of the columns; the widths add up to the table's.
const COLUMNS: [(&str, f32); 8] = [
    ("No.", 9.0),
    ("Nomor register", 39.0),
    ("Diterima", 27.0),
    ("Hal", 70.0),
    ("Pelapor", 39.0),
    ("Layanan", 32.0),
    ("Keadaan", 25.0),
    ("Batas waktu", 26.0),
];

/// Renders the list. Late rows stand in bold with the word *lewat*, so that they show on a
/// photocopy too.
///
/// # Errors
/// `Write` if the file cannot be composed.
pub fn deadline_list(list: &DeadlineList) -> Result<Vec<u8>, PaperError> {
    draw(&Table {
        office: &list.office,
        title: &list.title,
        about: [("Periode", &list.period), ("Saringan", &list.filter)],
        columns: &COLUMNS,
        rows: list.rows.iter().enumerate().map(|(n, row)| cells(n + 1, row)).collect(),
        closing: totals(list),
        printing: &list.printing,
        training: list.training,
    })
}

fn cells(n: usize, row: &DeadlineRow) -> Row {
    let due = match (&row.due, &row.due_note) {
        (Some(due), Some(note)) => format!("{due}\n{note}"),
        (Some(due), None) => due.clone(),
        (None, _) => String::new(),
    };
    let r = row.clone();
    let cells = vec![n.to_string(), r.number, r.received, r.subject, r.reporter, r.service, r.state, due];
    Row { cells, strong: row.due_state == DueState::Late }
}

fn totals(list: &DeadlineList) -> String {
    let count = |state| list.rows.iter().filter(|row| row.due_state == state).count();
    if list.rows.is_empty() {
        return "Tidak ada pengaduan pada daftar ini.".to_owned();
    }
    format!(
        "Jumlah {} pengaduan: {} lewat tenggat, {} jatuh tempo hari ini, {} masih berjalan, {} tidak berjalan lagi.",
        list.rows.len(),
        count(DueState::Late),
        count(DueState::Today),
        count(DueState::Running),
        count(DueState::None)
    )
}
