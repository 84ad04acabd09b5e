//! A table on A4 landscape, its head on every page: what a list of complaints and a list of entries have in common.

use loket_domain::paper::{Letterhead, ListPrinting};
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

/// One table with all that stands around it.
pub(super) struct Table<'a> {
    pub office: &'a Letterhead,
    pub title: &'a str,
    /// What the table is about, each with its label; an empty one is left out.
    pub about: [(&'a str, &'a str); 2],
    /// Heads and widths in mm; the widths add up to 267.
    pub columns: &'a [(&'a str, f32)],
    pub rows: Vec<Row>,
    /// Below the last row.
    pub closing: String,
    pub printing: &'a ListPrinting,
    pub training: bool,
}

/// Texts of a row, one for each column.
pub(super) struct Row {
    pub cells: Vec<String>,
    /// In bold, so that it shows on a photocopy too.
    pub strong: bool,
}

/// A row wrapped into its cells.
struct Wrapped {
    cells: Vec<Vec<String>>,
    style: Style,
}

impl Wrapped {
    fn of(row: &Row, columns: &[(&str, f32)]) -> Self {
        let style = if row.strong { bold(CELL) } else { sans(CELL) };
        let wrap = |(text, (_, width)): (&String, &(&str, f32))| {
            cell(&printable(text).text, style, width - 2.0 * PAD, MOST_LINES)
        };
        Self { cells: row.cells.iter().zip(columns).map(wrap).collect(), style }
    }

    fn height(&self) -> f32 {
        let lines = self.cells.iter().map(Vec::len).max().unwrap_or(1).max(1);
        lines as f32 * PITCH + 2.0 * PAD
    }
}

/// Renders the table.
///
/// # Errors
/// `Write` if the file cannot be composed.
pub(super) fn draw(table: &Table<'_>) -> Result<Vec<u8>, PaperError> {
    let arms = arms(table.office.logo.as_ref());
    let rows: Vec<Wrapped> = table.rows.iter().map(|row| Wrapped::of(row, table.columns)).collect();
    let pages = divided(&rows);
    let drawn =
        pages.iter().enumerate().map(|(n, rows)| draw_page(table, arms.as_ref(), rows, n, pages.len())).collect();
    let properties = Properties { title: printable(table.title).text, made_unix: table.printing.at_unix };
    write(&properties, arms, drawn)
}

fn divided(rows: &[Wrapped]) -> Vec<&[Wrapped]> {
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

fn draw_page(table: &Table<'_>, arms: Option<&Arms>, rows: &[Wrapped], n: usize, count: usize) -> PdfPage {
    let mut page = Page::new(WIDE, HIGH);
    if table.training {
        page.watermark(WIDE / 2.0, 110.0, 28.0, bold(60.0), TRAINING);
    }
    let title = printable(table.title).text;
    let about = about(table);
    let top = if n == 0 {
        draw_head(&mut page, &HEAD, table.office, arms);
        page.rule((LEFT, 24.5), (RIGHT, 24.5), 0.35);
        page.text(LEFT, 32.5, bold(14.0), &title);
        page.text(LEFT, 38.5, sans(9.0).fitting(&about, RIGHT - LEFT, 6.0), &about);
        FIRST_TOP
    } else {
        page.text(LEFT, 15.0, bold(10.0), &title);
        page.text_right(RIGHT, 15.0, sans(8.0).fitting(&about, 190.0, 5.0), &about);
        NEXT_TOP
    };
    let end = draw_rows(&mut page, table.columns, rows, top);
    if n + 1 == count {
        page.text(LEFT, end + 6.0, bold(8.5), &table.closing);
    }
    draw_footer(&mut page, table.printing, n + 1, count);
    page.finish()
}

fn about(table: &Table<'_>) -> String {
    table
        .about
        .into_iter()
        .map(|(label, text)| (label, printable(text).text))
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("{label}: {text}"))
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Draws the head of the table and `rows`; gives the lower edge.
fn draw_rows(page: &mut Page, columns: &[(&str, f32)], rows: &[Wrapped], top: f32) -> f32 {
    let head = PITCH + 2.0 * PAD;
    page.band(LEFT, top, RIGHT - LEFT, head);
    page.rule((LEFT, top), (RIGHT, top), 0.35);
    let mut x = LEFT;
    for (label, width) in columns {
        page.text(x + PAD, top + PAD + 2.5, bold(CELL), label);
        x += width;
    }
    let mut y = top + head;
    page.rule((LEFT, y), (RIGHT, y), 0.35);
    for row in rows {
        let mut x = LEFT;
        for (lines, (_, width)) in row.cells.iter().zip(columns) {
            for (n, line) in lines.iter().enumerate() {
                page.text(x + PAD, y + PAD + 2.5 + PITCH * n as f32, row.style, line);
            }
            x += width;
        }
        y += row.height();
        page.rule((LEFT, y), (RIGHT, y), RULE);
    }
    y
}

fn draw_footer(page: &mut Page, printing: &ListPrinting, n: usize, count: usize) {
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
