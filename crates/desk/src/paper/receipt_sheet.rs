//! The receipt on sheets of its own, A4, A4 in large type or A5; long descriptions flow to
//! continuation pages, nothing is cut.

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
use super::receipt_grid::{Rights, SheetGrid};
use super::receipt_text::{CONTACT_HEAD, DESCRIPTION_HEAD, LAW, PROMISES_HEAD, RECEPTION_HEAD, SheetText, TRAINING};
use super::text::wrap;

/// The text of a sheet divided over its pages.
struct Division {
    /// Lines of page 1, the first where the items begin.
    first: Vec<Line>,
    /// Whether promises, rights and contacts stand on page 1, above the signatures.
    foot_first: bool,
    /// Lines of each continuation page.
    next: Vec<Vec<Line>>,
}

/// Draws all pages of one sheet.
pub(super) fn draw_sheet(
    grid: &SheetGrid,
    text: &SheetText,
    office: &Letterhead,
    arms: Option<&Arms>,
    training: bool,
) -> Result<Vec<PdfPage>, PaperError> {
    let foot = foot(grid, text);
    let confirmation = confirmation(grid, text);
    let taken = match confirmation.lines.is_empty() {
        true => 0.0,
        false => confirmation.depth() + confirmation.pitch + 1.35,
    };
    let foot_end = grid.foot_end - taken;
    let division = divide(grid, text, &foot, foot_end);
    let count = 1 + division.next.len();
    let mut pages = Vec::new();
    let mut page = start(grid, training);
    draw_head(&mut page, &head_grid(grid, text), office, arms);
    page.rule((grid.left, grid.head_rule.0), (grid.head_rule.1, grid.head_rule.0), 0.35);
    draw_title(&mut page, grid, text);
    draw_code(&mut page, grid, text)?;
    draw(&mut page, &division.first, grid.body.1, grid.left, grid.items_top);
    if division.foot_first {
        foot.draw(&mut page, grid.left, foot_end - foot.depth());
    }
    confirmation.draw(&mut page, grid.left, grid.foot_end - confirmation.depth());
    draw_signatures(&mut page, grid, text);
    draw_footer(&mut page, grid, text, 1, count);
    pages.push(page.finish());
    for (n, lines) in division.next.iter().enumerate() {
        let mut page = start(grid, training);
        let head = format!("Lanjutan {} Nomor {}, halaman {} dari {count}", text.title, text.number, n + 2);
        let y = grid.next_head;
        page.text(grid.left, y, bold(grid.foot.0).fitting(&head, grid.width(), 6.0), &head);
        page.rule((grid.left, y + 2.5), (grid.right, y + 2.5), RULE);
        draw(&mut page, lines, grid.body.1, grid.left, grid.next_top);
        draw_initials(&mut page, grid, text);
        draw_footer(&mut page, grid, text, n + 2, count);
        pages.push(page.finish());
    }
    Ok(pages)
}

fn start(grid: &SheetGrid, training: bool) -> Page {
    let (wide, high) = grid.page;
    let mut page = Page::new(wide, high);
    if training {
        page.watermark(wide / 2.0, high * 0.54, 50.0, bold(grid.mark), TRAINING);
    }
    page
}

fn body(grid: &SheetGrid) -> Column {
    Column::new(grid.body.0, grid.body.1, grid.width())
}

fn opening(grid: &SheetGrid, text: &SheetText) -> Vec<Line> {
    let mut column = body(grid);
    for paragraph in &text.denial {
        column.paragraph(0.0, 0.0, paragraph);
    }
    column.head(grid.air, &text.reporter_head);
    for line in &text.reporter {
        column.paragraph(grid.indent, 0.0, line);
    }
    column.head(grid.air, DESCRIPTION_HEAD);
    column.lines
}

fn story(grid: &SheetGrid, text: &SheetText) -> Vec<Line> {
    let mut column = body(grid);
    column.paragraph(grid.indent, 0.0, &text.description);
    if let Some(details) = &text.details {
        column.paragraph(grid.indent, 0.0, details);
    }
    if let Some(note) = text.substitutes {
        column.paragraph(grid.indent, 0.0, note);
    }
    column.lines
}

fn closing(grid: &SheetGrid, text: &SheetText) -> Vec<Line> {
    let mut column = body(grid);
    column.head(grid.air, RECEPTION_HEAD);
    for line in &text.reception {
        column.paragraph(grid.indent, 0.0, line);
    }
    column.paragraph(0.0, grid.air, &text.attachments);
    column.lines
}

/// Promises, rights, contacts: what stands above the signatures.
fn foot(grid: &SheetGrid, text: &SheetText) -> Column {
    let mut column = Column::new(grid.foot.0, grid.foot.1, grid.width());
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
    match grid.rights {
        Rights::Points => text.rights.iter().for_each(|right| column.point(right)),
        Rights::Running => column.paragraph(0.0, 0.0, &text.rights.join(" ")),
    }
    if let Some(contact) = &text.contact {
        column.head(1.2, CONTACT_HEAD);
        column.paragraph(0.0, 0.0, contact);
    }
    column.paragraph(0.0, 1.2, LAW);
    if let Some(words) = &text.data_protection {
        column.paragraph(0.0, 0.0, words);
    }
    if let Some(words) = grid.ask {
        column.paragraph(0.0, 0.0, words);
    }
    column
}

/// What the reporter signs for, directly above the signature on page 1.
fn confirmation(grid: &SheetGrid, text: &SheetText) -> Column {
    let mut column = Column::new(grid.foot.0, grid.foot.1, grid.width());
    if let Some(words) = text.confirmation {
        column.paragraph(0.0, 0.0, words);
    }
    column
}

/// Page 1 keeps the items, the promises and the signatures; the story flows on. Only where even
/// the fixed items leave no room for them do the promises flow on too.
fn divide(grid: &SheetGrid, text: &SheetText, foot: &Column, foot_end: f32) -> Division {
    let opening = opening(grid, text);
    let story = story(grid, text);
    let closing = closing(grid, text);
    let end = foot_end - foot.depth() - foot.pitch - 3.0;
    let room = |end: f32| end - grid.items_top;
    let whole: Vec<Line> = [opening.clone(), story.clone(), closing.clone()].concat();
    if depth(&whole, grid.body.1) <= room(end) {
        return Division { first: whole, foot_first: true, next: Vec::new() };
    }
    let notice = {
        let mut column = body(grid);
        column.paragraph_in(
            bold(grid.body.0),
            grid.indent,
            0.0,
            &format!("Uraian berlanjut pada halaman 2, yang merupakan bagian {} ini.", text.called),
        );
        column.lines
    };
    let fixed: Vec<Line> = [opening.clone(), notice.clone(), closing.clone()].concat();
    let spare = room(end) - depth(&fixed, grid.body.1);
    let kept = (spare / grid.body.1).floor() as isize;
    if kept >= 3 {
        let kept = kept as usize;
        let first = [opening, story[..kept].to_vec(), notice, closing].concat();
        return Division { first, foot_first: true, next: spread(grid, &story[kept..]) };
    }
    let mut rest = whole;
    let kept = fitting(grid.body.1, &rest, room(foot_end) - 2.0 * grid.body.1);
    let mut first: Vec<Line> = rest.drain(..kept).collect();
    first.extend(notice);
    rest.extend(foot.lines.iter().cloned());
    Division { first, foot_first: false, next: spread(grid, &rest) }
}

/// How many of `lines` fit `room` millimetres below the first baseline.
fn fitting(pitch: f32, lines: &[Line], room: f32) -> usize {
    let mut used = 0.0;
    for (n, line) in lines.iter().enumerate() {
        if n > 0 {
            used += pitch + line.air;
        }
        if used > room {
            return n;
        }
    }
    lines.len()
}

fn spread(grid: &SheetGrid, lines: &[Line]) -> Vec<Vec<Line>> {
    let mut pages = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let (page, after) = rest.split_at(fitting(grid.body.1, rest, grid.next_end - grid.next_top));
        pages.push(page.to_vec());
        rest = after;
    }
    pages
}

/// The head, shorter where the secrecy stands beside it.
fn head_grid(grid: &SheetGrid, text: &SheetText) -> HeadGrid {
    match text.secrecy {
        Some(_) => HeadGrid { right: grid.beside_secrecy, ..grid.head },
        None => grid.head,
    }
}

fn draw_title(page: &mut Page, grid: &SheetGrid, text: &SheetText) {
    let right = grid.title_right;
    let (y, size) = grid.title;
    page.text(grid.left, y, bold(size), text.title);
    page.text_right(right, y, bold(grid.label), text.label);
    if let Some(secrecy) = text.secrecy {
        page.text_right(right, grid.secrecy.0, bold(grid.secrecy.1), secrecy);
    }
    let number = format!("Nomor {}      Kode lacak {}", text.number, text.tracking);
    let marks = text.marks.join(" · ");
    let taken = if marks.is_empty() { 0.0 } else { bold(grid.label).width(&marks) + 5.0 };
    let (y, size) = grid.number;
    page.text(grid.left, y, bold(size).fitting(&number, right - grid.left - taken, 6.5), &number);
    page.text_right(right, y, bold(grid.label), &marks);
}

fn draw_code(page: &mut Page, grid: &SheetGrid, text: &SheetText) -> Result<(), PaperError> {
    let (top, least, room) = grid.code;
    let square = Square::new(&text.code)?;
    let Some(caption) = &text.code_caption else {
        square.draw(page, grid.right - 14.0, top, 14.0);
        return Ok(());
    };
    let wide = square.citizen_width().max(least);
    square.draw(page, grid.right - wide, top, wide);
    let style = sans(grid.fine);
    let first = top + wide + square.quiet_zone(wide) + grid.fine * 0.26;
    for (n, line) in wrap(caption, style, room).iter().enumerate() {
        page.text_right(grid.right, first + grid.fine * 0.415 * n as f32, style, line);
    }
    Ok(())
}

fn draw_signatures(page: &mut Page, grid: &SheetGrid, text: &SheetText) {
    let (reporter, receiver, _) = grid.signers;
    page.rule((grid.left, grid.signatures - 4.2), (grid.right, grid.signatures - 4.2), RULE);
    if let Some(name) = &text.reporter_signs {
        page.text_centred(reporter, grid.signatures, sans(grid.body.0), "Pelapor,");
        draw_name(page, grid, reporter, name, &[]);
    }
    draw_receiver_caption(page, receiver, grid.signatures, grid.body.0);
    draw_name(page, grid, receiver, &text.receiver, &text.receiver_post);
    if let Some(handed) = &text.handed {
        page.text(grid.left, grid.handed, sans(grid.small).fitting(handed, grid.width(), 5.5), handed);
    }
}

fn draw_name(page: &mut Page, grid: &SheetGrid, middle: f32, name: &str, post: &[String]) {
    let (_, _, room) = grid.signers;
    let style = sans(grid.body.0);
    for (n, line) in wrap(name, style, room).iter().rev().enumerate() {
        page.text_centred(middle, grid.name - grid.body.1 * n as f32, style, line);
    }
    let whole = post.join(" · ");
    let small = sans(grid.small);
    let rows = if small.width(&whole) <= room { vec![whole] } else { post.to_vec() };
    for (n, row) in rows.iter().enumerate() {
        page.text_centred(middle, grid.name + small.size * (0.47 + 0.4 * n as f32), small.fitting(row, room, 5.0), row);
    }
}

/// Both sides initial a continuation page, so that none can be exchanged.
fn draw_initials(page: &mut Page, grid: &SheetGrid, text: &SheetText) {
    const BOX: f32 = 16.0;
    const OFFICER: &str = "Paraf petugas";
    const REPORTER: &str = "Paraf pelapor";
    let small = sans(grid.small);
    let officer = grid.right - BOX;
    let reporter = officer - small.width(OFFICER) - 6.0 - BOX;
    let boxes = [(REPORTER, reporter, text.reporter_signs.is_some()), (OFFICER, officer, true)];
    for (caption, x, _) in boxes.into_iter().filter(|(_, _, signs)| *signs) {
        page.text_right(x - 1.5, grid.initials, small, caption);
        page.frame(x, grid.initials - 6.5, BOX, 9.0);
    }
}

fn draw_footer(page: &mut Page, grid: &SheetGrid, text: &SheetText, n: usize, count: usize) {
    page.text(grid.left, grid.footer, sans(grid.fine), &text.footer);
    page.text_right(grid.right, grid.footer, sans(grid.fine), &format!("Halaman {n} dari {count}"));
}
