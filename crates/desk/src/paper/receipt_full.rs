//! The receipt on A4 sheets of its own, in larger type; long descriptions flow to continuation
//! pages, nothing is cut.

use loket_domain::paper::Letterhead;
use printpdf::PdfPage;

use super::PaperError;
use super::column::{Column, Line, depth, draw};
use super::font::{bold, sans};
use super::head::{HeadGrid, draw_head};
use super::logo::Arms;
use super::page::{Page, RULE};
use super::qr::Square;
use super::receipt::draw_receiver_caption;
use super::receipt_text::{
    ASK, CONTACT_HEAD, DESCRIPTION_HEAD, LAW, PROMISES_HEAD, RECEPTION_HEAD, SheetText, TRAINING,
};
use super::text::wrap;

const LEFT: f32 = 20.0;
const RIGHT: f32 = 195.0;
const WIDTH: f32 = RIGHT - LEFT;
const SIZE: f32 = 10.0;
const PITCH: f32 = 4.3;
const ITEMS_TOP: f32 = 55.0;
/// Last baseline of what stands above the signatures.
const FOOT_END: f32 = 245.8;
const SIGNATURES: f32 = 253.0;
const NAME: f32 = 275.0;
const HANDED: f32 = 284.5;
const FOOTER: f32 = 289.5;
/// Continuation pages: first and last baseline.
const NEXT_TOP: f32 = 24.0;
const NEXT_END: f32 = 268.0;
const INITIALS: f32 = 281.0;
const INDENT: f32 = 4.6;
const AIR: f32 = 1.6;

const HEAD: HeadGrid =
    HeadGrid { left: LEFT, right: 163.0, arms: (12.0, 16.0, 19.0), rows: (16.5, 23.5, 29.0), sizes: (10.5, 14.0, 8.0) };

/// The text of a sheet divided over its pages.
struct Division {
    /// Lines of page 1 from [`ITEMS_TOP`] on.
    first: Vec<Line>,
    /// Whether promises, rights and contacts stand on page 1, above the signatures.
    foot_first: bool,
    /// Lines of each continuation page.
    next: Vec<Vec<Line>>,
}

/// Draws all pages of one sheet.
pub(super) fn draw_full(
    text: &SheetText,
    office: &Letterhead,
    arms: Option<&Arms>,
    training: bool,
) -> Result<Vec<PdfPage>, PaperError> {
    let foot = foot(text);
    let confirmation = confirmation(text);
    let taken = match confirmation.lines.is_empty() {
        true => 0.0,
        false => confirmation.depth() + 5.0,
    };
    let foot_end = FOOT_END - taken;
    let division = divide(text, &foot, foot_end);
    let count = 1 + division.next.len();
    let mut pages = Vec::new();
    let mut page = start(training);
    draw_head(&mut page, &head_grid(text), office, arms);
    page.rule((LEFT, 34.0), (165.0, 34.0), 0.35);
    draw_title(&mut page, text);
    draw_code(&mut page, text)?;
    draw(&mut page, &division.first, PITCH, LEFT, ITEMS_TOP);
    if division.foot_first {
        foot.draw(&mut page, LEFT, foot_end - foot.depth());
    }
    confirmation.draw(&mut page, LEFT, FOOT_END - confirmation.depth());
    draw_signatures(&mut page, text);
    draw_footer(&mut page, text, 1, count);
    pages.push(page.finish());
    for (n, lines) in division.next.iter().enumerate() {
        let mut page = start(training);
        let head = format!("Lanjutan {} Nomor {}, halaman {} dari {count}", text.title, text.number, n + 2);
        page.text(LEFT, 15.0, bold(9.0).fitting(&head, WIDTH, 6.0), &head);
        page.rule((LEFT, 17.5), (RIGHT, 17.5), RULE);
        draw(&mut page, lines, PITCH, LEFT, NEXT_TOP);
        draw_initials(&mut page, text);
        draw_footer(&mut page, text, n + 2, count);
        pages.push(page.finish());
    }
    Ok(pages)
}

fn start(training: bool) -> Page {
    let mut page = Page::a4();
    if training {
        page.watermark(105.0, 160.0, 50.0, bold(56.0), TRAINING);
    }
    page
}

fn body() -> Column {
    Column::new(SIZE, PITCH, WIDTH)
}

fn opening(text: &SheetText) -> Vec<Line> {
    let mut column = body();
    for paragraph in &text.denial {
        column.paragraph(0.0, 0.0, paragraph);
    }
    column.head(AIR, &text.reporter_head);
    for line in &text.reporter {
        column.paragraph(INDENT, 0.0, line);
    }
    column.head(AIR, DESCRIPTION_HEAD);
    column.lines
}

fn story(text: &SheetText) -> Vec<Line> {
    let mut column = body();
    column.paragraph(INDENT, 0.0, &text.description);
    if let Some(details) = &text.details {
        column.paragraph(INDENT, 0.0, details);
    }
    if let Some(note) = text.substitutes {
        column.paragraph(INDENT, 0.0, note);
    }
    column.lines
}

fn closing(text: &SheetText) -> Vec<Line> {
    let mut column = body();
    column.head(AIR, RECEPTION_HEAD);
    for line in &text.reception {
        column.paragraph(INDENT, 0.0, line);
    }
    column.paragraph(0.0, AIR, &text.attachments);
    column.lines
}

/// Promises, rights, contacts: what stands above the signatures.
fn foot(text: &SheetText) -> Column {
    let mut column = Column::new(9.0, 3.65, WIDTH);
    if let Some(solved) = &text.solved {
        column.paragraph(0.0, 0.0, solved);
    }
    if !text.promises.is_empty() {
        column.head(0.0, PROMISES_HEAD);
        for promise in &text.promises {
            column.point(promise);
        }
    }
    column.head(1.2, &text.rights_head);
    for right in text.rights {
        column.point(right);
    }
    if let Some(contact) = &text.contact {
        column.head(1.2, CONTACT_HEAD);
        column.paragraph(0.0, 0.0, contact);
    }
    column.paragraph(0.0, 1.2, LAW);
    if let Some(words) = &text.data_protection {
        column.paragraph(0.0, 0.0, words);
    }
    column.paragraph(0.0, 0.0, ASK);
    column
}

/// What the reporter signs for, directly above the signature on page 1.
fn confirmation(text: &SheetText) -> Column {
    let mut column = Column::new(9.0, 3.65, WIDTH);
    if let Some(words) = text.confirmation {
        column.paragraph(0.0, 0.0, words);
    }
    column
}

/// Page 1 keeps the items, the promises and the signatures; the story flows on. Only where even
/// the fixed items leave no room for them do the promises flow on too.
fn divide(text: &SheetText, foot: &Column, foot_end: f32) -> Division {
    let opening = opening(text);
    let story = story(text);
    let closing = closing(text);
    let end = foot_end - foot.depth() - foot.pitch - 3.0;
    let room = |end: f32| end - ITEMS_TOP;
    let whole: Vec<Line> = [opening.clone(), story.clone(), closing.clone()].concat();
    if depth(&whole, PITCH) <= room(end) {
        return Division { first: whole, foot_first: true, next: Vec::new() };
    }
    let notice = {
        let mut column = body();
        column.paragraph_in(
            bold(SIZE),
            INDENT,
            0.0,
            &format!("Uraian berlanjut pada halaman 2, yang merupakan bagian {} ini.", text.called),
        );
        column.lines
    };
    let fixed: Vec<Line> = [opening.clone(), notice.clone(), closing.clone()].concat();
    let spare = room(end) - depth(&fixed, PITCH);
    let kept = (spare / PITCH).floor() as isize;
    if kept >= 3 {
        let kept = kept as usize;
        let first = [opening, story[..kept].to_vec(), notice, closing].concat();
        return Division { first, foot_first: true, next: spread(&story[kept..]) };
    }
    let mut rest = whole;
    let kept = fitting(&rest, room(foot_end) - 2.0 * PITCH);
    let mut first: Vec<Line> = rest.drain(..kept).collect();
    first.extend(notice);
    rest.extend(foot.lines.iter().cloned());
    Division { first, foot_first: false, next: spread(&rest) }
}

/// How many of `lines` fit `room` millimetres below the first baseline.
fn fitting(lines: &[Line], room: f32) -> usize {
    let mut used = 0.0;
    for (n, line) in lines.iter().enumerate() {
        if n > 0 {
            used += PITCH + line.air;
        }
        if used > room {
            return n;
        }
    }
    lines.len()
}

fn spread(lines: &[Line]) -> Vec<Vec<Line>> {
    let mut pages = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let (page, after) = rest.split_at(fitting(rest, NEXT_END - NEXT_TOP));
        pages.push(page.to_vec());
        rest = after;
    }
    pages
}

/// The head, shorter where the secrecy stands beside it.
fn head_grid(text: &SheetText) -> HeadGrid {
    const BESIDE_SECRECY: f32 = 135.0;
    match text.secrecy {
        Some(_) => HeadGrid { right: BESIDE_SECRECY, ..HEAD },
        None => HEAD,
    }
}

fn draw_title(page: &mut Page, text: &SheetText) {
    const TITLE_RIGHT: f32 = 165.0;
    page.text(LEFT, 41.0, bold(15.0), text.title);
    page.text_right(TITLE_RIGHT, 41.0, bold(10.0), text.label);
    if let Some(secrecy) = text.secrecy {
        page.text_right(TITLE_RIGHT, 29.0, bold(11.0), secrecy);
    }
    let number = format!("Nomor {}      Kode lacak {}", text.number, text.tracking);
    let marks = text.marks.join(" · ");
    let taken = if marks.is_empty() { 0.0 } else { bold(10.0).width(&marks) + 5.0 };
    page.text(LEFT, 47.0, bold(11.0).fitting(&number, TITLE_RIGHT - LEFT - taken, 7.0), &number);
    page.text_right(TITLE_RIGHT, 47.0, bold(10.0), &marks);
}

fn draw_code(page: &mut Page, text: &SheetText) -> Result<(), PaperError> {
    const TOP: f32 = 12.0;
    let square = Square::new(&text.code)?;
    let Some(caption) = &text.code_caption else {
        square.draw(page, RIGHT - 14.0, TOP, 14.0);
        return Ok(());
    };
    let wide = square.citizen_width().max(20.0);
    square.draw(page, RIGHT - wide, TOP, wide);
    let style = sans(6.5);
    for (n, line) in wrap(caption, style, 27.0).iter().enumerate() {
        page.text_right(RIGHT, TOP + wide + square.quiet_zone(wide) + 1.7 + 2.7 * n as f32, style, line);
    }
    Ok(())
}

fn draw_signatures(page: &mut Page, text: &SheetText) {
    page.rule((LEFT, SIGNATURES - 4.2), (RIGHT, SIGNATURES - 4.2), RULE);
    if let Some(name) = &text.reporter_signs {
        page.text_centred(62.0, SIGNATURES, sans(SIZE), "Pelapor,");
        draw_name(page, 62.0, name, &[]);
    }
    draw_receiver_caption(page, 153.0, SIGNATURES, SIZE);
    draw_name(page, 153.0, &text.receiver, &text.receiver_post);
    if let Some(handed) = &text.handed {
        page.text(LEFT, HANDED, sans(8.0), handed);
    }
}

fn draw_name(page: &mut Page, middle: f32, name: &str, post: &[String]) {
    const WIDTH: f32 = 80.0;
    for (n, line) in wrap(name, sans(SIZE), WIDTH).iter().rev().enumerate() {
        page.text_centred(middle, NAME - 4.2 * n as f32, sans(SIZE), line);
    }
    let whole = post.join(" · ");
    let small = sans(8.0);
    let rows = if small.width(&whole) <= WIDTH { vec![whole] } else { post.to_vec() };
    for (n, row) in rows.iter().enumerate() {
        page.text_centred(middle, NAME + 3.8 + 3.2 * n as f32, small.fitting(row, WIDTH, 5.0), row);
    }
}

/// Both sides initial a continuation page, so that none can be exchanged.
fn draw_initials(page: &mut Page, text: &SheetText) {
    let small = sans(8.0);
    if text.reporter_signs.is_some() {
        page.text(120.0, INITIALS, small, "Paraf pelapor");
        page.frame(139.0, INITIALS - 6.5, 16.0, 9.0);
    }
    page.text(160.5, INITIALS, small, "Paraf petugas");
    page.frame(RIGHT - 16.0, INITIALS - 6.5, 16.0, 9.0);
}

fn draw_footer(page: &mut Page, text: &SheetText, n: usize, count: usize) {
    page.text(LEFT, FOOTER, sans(6.5), &text.footer);
    page.text_right(RIGHT, FOOTER, sans(6.5), &format!("Halaman {n} dari {count}"));
}
