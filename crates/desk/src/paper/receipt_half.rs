//! The receipt twice on one A4: Lembar 1 above, Lembar 2 below, a line to cut between them.
//! Measures are those of the design's grid, in millimetres from the top left of a half.

use loket_domain::paper::Letterhead;
use printpdf::PdfPage;

use super::PaperError;
use super::column::Column;
use super::font::{bold, sans};
use super::head::{HeadGrid, draw_head};
use super::logo::Arms;
use super::page::{Page, RULE};
use super::qr::Square;
use super::receipt::draw_receiver_caption;
use super::receipt_text::{CONTACT_HEAD, DESCRIPTION_HEAD, LAW, PROMISES_HEAD, RECEPTION_HEAD, SheetText, TRAINING};
use super::text::wrap;

const HALF: f32 = 148.5;
const LEFT: f32 = 20.0;
const RIGHT: f32 = 199.0;
/// The left column and the rule under it.
const LEFT_WIDTH: f32 = 100.0;
const ITEMS_TOP: f32 = 41.5;
const ITEMS_END: f32 = 112.0;
const SIGNATURE_RULE: f32 = 113.0;
/// The right column.
const RIGHT_X: f32 = 126.0;
const RIGHT_WIDTH: f32 = 73.0;
const RIGHT_END: f32 = 142.0;
const DIVIDER_X: f32 = 123.0;
/// Where the title row ends, left of the square code.
const TITLE_RIGHT: f32 = 172.0;
const ARCHIVE_CODE: f32 = 14.0;
const CAPTION: f32 = 117.5;
/// Baseline of the last row under the signatures.
const POST: f32 = 137.4;
const POST_PITCH: f32 = 2.6;
const SIGNER_WIDTH: f32 = 48.0;
const HANDED: f32 = 141.0;
const FOOTER: f32 = 144.2;

const HEAD: HeadGrid =
    HeadGrid { left: LEFT, right: 170.0, arms: (9.0, 12.0, 14.0), rows: (12.0, 17.0, 21.2), sizes: (8.0, 11.0, 6.5) };

/// Columns of one half, wrapped.
struct Columns {
    left: Column,
    right: Column,
    confirmation: Column,
}

/// Whether `text` fits a half without touching the signatures.
pub(super) fn fits_half(text: &SheetText) -> bool {
    let columns = columns(text);
    ITEMS_TOP + columns.left.depth() <= ITEMS_END && ITEMS_TOP + columns.right.depth() <= RIGHT_END
}

/// Draws the two halves of one A4.
pub(super) fn draw_two_up(
    sheets: &[SheetText; 2],
    office: &Letterhead,
    arms: Option<&Arms>,
    training: bool,
) -> Result<PdfPage, PaperError> {
    let mut page = Page::a4();
    for (n, text) in sheets.iter().enumerate() {
        page.start_at(HALF * n as f32);
        draw_half(&mut page, text, office, arms, training)?;
        if n == 0 {
            page.dashed((5.0, HALF), (205.0, HALF));
        }
    }
    Ok(page.finish())
}

fn columns(text: &SheetText) -> Columns {
    Columns {
        left: left(text),
        right: fitting_right(text),
        confirmation: {
            let mut column = Column::new(6.6, 2.7, LEFT_WIDTH);
            if let Some(words) = text.confirmation {
                column.paragraph(0.0, 0.0, words);
            }
            column
        },
    }
}

fn left(text: &SheetText) -> Column {
    const INDENT: f32 = 3.8;
    const AIR: f32 = 0.9;
    let mut column = Column::new(8.5, 3.75, LEFT_WIDTH);
    column.head(0.0, &text.reporter_head);
    for line in &text.reporter {
        column.paragraph(INDENT, 0.0, line);
    }
    column.head(AIR, DESCRIPTION_HEAD);
    column.paragraph(INDENT, 0.0, &text.description);
    if let Some(details) = &text.details {
        column.paragraph(INDENT, 0.5, details);
    }
    column.head(AIR, RECEPTION_HEAD);
    for line in &text.reception {
        column.paragraph(INDENT, 0.0, line);
    }
    column.paragraph(0.0, AIR, &text.attachments);
    if let Some(note) = text.substitutes {
        column.paragraph(0.0, 0.0, note);
    }
    column
}

/// The right column, in slightly smaller type where the denial of a record slip is long.
fn fitting_right(text: &SheetText) -> Column {
    let column = right(text, 8.0, 3.35);
    if ITEMS_TOP + column.depth() <= RIGHT_END {
        return column;
    }
    right(text, 7.5, 3.1)
}

fn right(text: &SheetText, size: f32, pitch: f32) -> Column {
    const AIR: f32 = 1.0;
    let mut column = Column::new(size, pitch, RIGHT_WIDTH);
    for (n, paragraph) in text.denial.iter().enumerate() {
        let style = if n == 0 { bold(size) } else { sans(size) };
        column.paragraph_in(style, 0.0, if n == 0 { 0.0 } else { AIR }, paragraph);
    }
    if let Some(solved) = &text.solved {
        column.paragraph(0.0, 0.0, solved);
    }
    if !text.promises.is_empty() {
        column.head(0.0, PROMISES_HEAD);
        for promise in &text.promises {
            column.point(promise);
        }
    }
    column.head(if column.lines.is_empty() { 0.0 } else { AIR }, &text.rights_head);
    for right in text.rights {
        column.point(right);
    }
    if let Some(contact) = &text.contact {
        column.head(AIR, CONTACT_HEAD);
        column.paragraph(0.0, 0.0, contact);
    }
    column.paragraph(0.0, AIR, LAW);
    if let Some(words) = &text.data_protection {
        column.paragraph(0.0, AIR, words);
    }
    column
}

fn draw_half(
    page: &mut Page,
    text: &SheetText,
    office: &Letterhead,
    arms: Option<&Arms>,
    training: bool,
) -> Result<(), PaperError> {
    if training {
        page.watermark(100.0, 84.0, 28.0, bold(36.0), TRAINING);
    }
    draw_head(page, &head_grid(text), office, arms);
    page.rule((LEFT, 24.5), (TITLE_RIGHT, 24.5), 0.35);
    draw_title(page, text);
    draw_code(page, text)?;
    let columns = columns(text);
    let end = columns.left.draw(page, LEFT, ITEMS_TOP);
    page.rule((DIVIDER_X, ITEMS_TOP - 2.6), (DIVIDER_X, RIGHT_END), RULE);
    columns.right.draw(page, RIGHT_X, ITEMS_TOP);
    draw_signatures(page, text, &columns.confirmation, end);
    page.text(LEFT, FOOTER, sans(6.5), &text.footer);
    page.text_right(RIGHT, FOOTER, sans(6.5), "Halaman 1 dari 1");
    Ok(())
}

/// The head, shorter where the secrecy stands beside it.
fn head_grid(text: &SheetText) -> HeadGrid {
    const BESIDE_SECRECY: f32 = 145.0;
    match text.secrecy {
        Some(_) => HeadGrid { right: BESIDE_SECRECY, ..HEAD },
        None => HEAD,
    }
}

fn draw_title(page: &mut Page, text: &SheetText) {
    page.text(LEFT, 30.5, bold(13.0), text.title);
    page.text_right(TITLE_RIGHT, 30.5, bold(8.5), text.label);
    if let Some(secrecy) = text.secrecy {
        page.text_right(TITLE_RIGHT, 21.2, bold(10.0), secrecy);
    }
    let number = format!("Nomor {}      Kode lacak {}", text.number, text.tracking);
    let marks = text.marks.join(" · ");
    let marks_width = bold(8.5).width(&marks);
    let room = TITLE_RIGHT - LEFT - if marks.is_empty() { 0.0 } else { marks_width + 5.0 };
    page.text(LEFT, 35.5, bold(10.0).fitting(&number, room, 6.5), &number);
    page.text_right(TITLE_RIGHT, 35.5, bold(8.5), &marks);
}

fn draw_code(page: &mut Page, text: &SheetText) -> Result<(), PaperError> {
    const TOP: f32 = 10.0;
    let square = Square::new(&text.code)?;
    let Some(caption) = &text.code_caption else {
        square.draw(page, RIGHT - ARCHIVE_CODE, TOP, ARCHIVE_CODE);
        return Ok(());
    };
    let wide = square.citizen_width().max(18.0);
    square.draw(page, RIGHT - wide, TOP, wide);
    let style = sans(6.5);
    let first = TOP + wide + square.quiet_zone(wide) + 1.7;
    // Beside the small code the title row ends early; under the large one there is one line's room.
    let room = if wide > 20.0 { 30.0 } else { 25.5 };
    for (n, line) in wrap(caption, style, room).iter().enumerate() {
        page.text_right(RIGHT, first + 2.6 * n as f32, style, line);
    }
    Ok(())
}

/// The two signatures; the confirmation stands above the rule where the items leave room.
fn draw_signatures(page: &mut Page, text: &SheetText, confirmation: &Column, end: f32) {
    let mut caption = CAPTION;
    let above = SIGNATURE_RULE - 1.7 - confirmation.depth();
    if !confirmation.lines.is_empty() {
        if end + 3.2 <= above {
            confirmation.draw(page, LEFT, above);
        } else {
            let last = confirmation.draw(page, LEFT, SIGNATURE_RULE + 2.9);
            caption = last + 4.0;
        }
    }
    page.rule((LEFT, SIGNATURE_RULE), (LEFT + LEFT_WIDTH, SIGNATURE_RULE), RULE);
    let post = post_rows(&text.receiver_post);
    let name_row = POST - 2.9 - POST_PITCH * post.len().saturating_sub(1) as f32;
    if let Some(name) = &text.reporter_signs {
        page.text_centred(44.0, caption, sans(8.5), "Pelapor,");
        draw_name(page, 44.0, name_row, name);
    }
    draw_receiver_caption(page, 96.0, caption, 8.5);
    draw_name(page, 96.0, name_row, &text.receiver);
    for (n, row) in post.iter().enumerate() {
        let style = sans(7.0).fitting(row, SIGNER_WIDTH, 5.0);
        page.text_centred(96.0, name_row + 2.9 + POST_PITCH * n as f32, style, row);
    }
    if let Some(handed) = &text.handed {
        page.text(LEFT, HANDED, sans(7.0), handed);
    }
}

/// Post and number of the receiver in one row where that stays legible.
fn post_rows(post: &[String]) -> Vec<String> {
    let whole = post.join(" · ");
    if sans(6.6).width(&whole) <= SIGNER_WIDTH { vec![whole] } else { post.to_vec() }
}

fn draw_name(page: &mut Page, middle: f32, y: f32, name: &str) {
    let style = sans(8.5);
    let lines = wrap(name, style, SIGNER_WIDTH);
    for (n, line) in lines.iter().rev().enumerate() {
        page.text_centred(middle, y - 3.5 * n as f32, style, line);
    }
}
