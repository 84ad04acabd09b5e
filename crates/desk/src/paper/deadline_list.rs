//! The register sorted by deadline: A4 landscape, the head of the table on every page.

use loket_domain::paper::{DeadlineList, DeadlineRow, DueState};
use printpdf::PdfPage;

use super::PaperError;
use super::file::{Properties, write};
use super::font::{Style, bold, sans};
use super::head::{HeadGrid, draw_head};
use super::logo::{Arms, arms};
use super::page::{Page, RULE};
use super::receipt_text::{TRAINING, fingerprint};
use super::text::{cell, printable};

const WIDE: f32 = 297.0;
const HIGH: f32 = 210.0;
const LEFT: f32 = 15.0;
const RIGHT: f32 = 282.0;
const CELL: f32 = 7.5;
const PITCH: f32 = 3.2;
/// Air between text and the rules of a cell.
const PAD: f32 = 1.4;
const MOST_LINES: usize = 3;
/// Top of the table on the first page and on the others, and its lowest end.
const FIRST_TOP: f32 = 44.0;
const NEXT_TOP: f32 = 22.0;
const END: f32 = 188.0;
const FOOTER: f32 = 201.0;

const HEAD: HeadGrid =
    HeadGrid { left: LEFT, right: 282.0, arms: (9.0, 12.0, 14.0), rows: (12.0, 17.0, 21.2), sizes: (8.0, 11.0, 6.5) };

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

/// A row wrapped into its cells.
struct Row {
    cells: [Vec<String>; 8],
    late: bool,
}

impl Row {
    fn height(&self) -> f32 {
        let lines = self.cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        lines as f32 * PITCH + 2.0 * PAD
    }
}

/// Renders the list. Late rows stand in bold with the word *lewat*, so that they show on a
/// photocopy too.
///
/// # Errors
/// `Write` if the file cannot be composed.
pub fn deadline_list(list: &DeadlineList) -> Result<Vec<u8>, PaperError> {
    let arms = arms(list.office.logo.as_ref());
    let rows: Vec<Row> = list.rows.iter().enumerate().map(|(n, row)| wrapped(n + 1, row)).collect();
    let pages = divided(&rows);
    let drawn =
        pages.iter().enumerate().map(|(n, rows)| draw_page(list, arms.as_ref(), rows, n, pages.len())).collect();
    let properties = Properties { title: printable(&list.title).text, made_unix: list.printing.at_unix };
    write(&properties, arms, drawn)
}

fn wrapped(n: usize, row: &DeadlineRow) -> Row {
    let late = row.due_state == DueState::Late;
    let due = match (&row.due, &row.due_note) {
        (Some(due), Some(note)) => format!("{due}\n{note}"),
        (Some(due), None) => due.clone(),
        (None, _) => String::new(),
    };
    let texts = [
        n.to_string(),
        row.number.clone(),
        row.received.clone(),
        row.subject.clone(),
        row.reporter.clone(),
        row.service.clone(),
        row.state.clone(),
        due,
    ];
    let style = style(late);
    let mut columns = COLUMNS.iter();
    let cells = texts.map(|text| {
        let width = columns.next().map_or(0.0, |(_, width)| *width) - 2.0 * PAD;
        cell(&printable(&text).text, style, width, MOST_LINES)
    });
    Row { cells, late }
}

fn style(late: bool) -> Style {
    if late { bold(CELL) } else { sans(CELL) }
}

fn divided(rows: &[Row]) -> Vec<&[Row]> {
    let mut pages = Vec::new();
    let mut rest = rows;
    loop {
        let top = if pages.is_empty() { FIRST_TOP } else { NEXT_TOP };
        let mut y = top + PITCH + 2.0 * PAD;
        let mut kept = 0;
        for row in rest {
            y += row.height();
            if y > END && kept > 0 {
                break;
            }
            kept += 1;
        }
        let (page, after) = rest.split_at(kept);
        pages.push(page);
        rest = after;
        if rest.is_empty() {
            return pages;
        }
    }
}

fn draw_page(list: &DeadlineList, arms: Option<&Arms>, rows: &[Row], n: usize, count: usize) -> PdfPage {
    let mut page = Page::new(WIDE, HIGH);
    if list.training {
        page.watermark(WIDE / 2.0, 110.0, 28.0, bold(60.0), TRAINING);
    }
    let title = printable(&list.title).text;
    let about = about(list);
    let top = if n == 0 {
        draw_head(&mut page, &HEAD, &list.office, arms);
        page.rule((LEFT, 24.5), (RIGHT, 24.5), 0.35);
        page.text(LEFT, 32.5, bold(14.0), &title);
        page.text(LEFT, 38.5, sans(9.0).fitting(&about, RIGHT - LEFT, 6.0), &about);
        FIRST_TOP
    } else {
        page.text(LEFT, 15.0, bold(10.0), &title);
        page.text_right(RIGHT, 15.0, sans(8.0).fitting(&about, 190.0, 5.0), &about);
        NEXT_TOP
    };
    let end = draw_table(&mut page, rows, top);
    if n + 1 == count {
        page.text(LEFT, end + 6.0, bold(8.5), &totals(list));
    }
    draw_footer(&mut page, list, n + 1, count);
    page.finish()
}

fn about(list: &DeadlineList) -> String {
    [("Periode", &list.period), ("Saringan", &list.filter)]
        .into_iter()
        .map(|(label, text)| (label, printable(text).text))
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("{label}: {text}"))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Draws the head of the table and `rows`; gives the lower edge.
fn draw_table(page: &mut Page, rows: &[Row], top: f32) -> f32 {
    let head = PITCH + 2.0 * PAD;
    page.band(LEFT, top, RIGHT - LEFT, head);
    page.rule((LEFT, top), (RIGHT, top), 0.35);
    let mut x = LEFT;
    for (label, width) in COLUMNS {
        page.text(x + PAD, top + PAD + 2.5, bold(CELL), label);
        x += width;
    }
    let mut y = top + head;
    page.rule((LEFT, y), (RIGHT, y), 0.35);
    for row in rows {
        let mut x = LEFT;
        for (lines, (_, width)) in row.cells.iter().zip(COLUMNS) {
            for (n, line) in lines.iter().enumerate() {
                page.text(x + PAD, y + PAD + 2.5 + PITCH * n as f32, style(row.late), line);
            }
            x += width;
        }
        y += row.height();
        page.rule((LEFT, y), (RIGHT, y), RULE);
    }
    y
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

fn draw_footer(page: &mut Page, list: &DeadlineList, n: usize, count: usize) {
    let printing = &list.printing;
    let parts = [
        format!("Dicetak {}", printing.at),
        printing.officer_name.clone(),
        printing.officer_code.clone(),
        fingerprint(&printing.fingerprint),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    page.text(LEFT, FOOTER, sans(6.5), &printable(&parts.join(" · ")).text);
    page.text_right(RIGHT, FOOTER, sans(6.5), &format!("Halaman {n} dari {count}"));
}
