//! The *panduan kilat*: two A4 pages for the wall beside the counter. Its pictures are made from the real window by
//! `tests/tests/guide.rs`.

use printpdf::PdfPage;

use super::PaperError;
use super::column::Column;
use super::file::{Properties, write};
use super::font::{bold, mono, sans};
use super::guide_text::{CAPTIONS, FOOTER, KEYS, KEYS_HEAD, LEAD, SECOND, SECTIONS, STEPS, TITLE};
use super::logo::{Arms, own_picture};
use super::page::Page;

const PICTURES: [(&str, &[u8]); 3] = [
    ("Form", include_bytes!("../../../../docs/pictures/panduan-1.png")),
    ("Registered", include_bytes!("../../../../docs/pictures/panduan-2.png")),
    ("Register", include_bytes!("../../../../docs/pictures/panduan-3.png")),
];

const LEFT: f32 = 15.0;
const RIGHT: f32 = 195.0;
const GUTTER: f32 = 8.0;
const HALF: f32 = (RIGHT - LEFT - GUTTER) / 2.0;
const FOOT: f32 = 287.0;
/// Words beside each other: size in points, pitch in millimetres.
const SIZE: f32 = 11.0;
const PITCH: f32 = 5.1;

/// Renders the guide.
///
/// # Errors
/// `Picture` if a picture of it cannot be read; `Write` if the file cannot be composed.
pub fn guide(made_unix: i64) -> Result<Vec<u8>, PaperError> {
    let pictures: Option<Vec<Arms>> = PICTURES.iter().map(|(id, png)| own_picture(id, png)).collect();
    let pictures = pictures.ok_or(PaperError::Picture)?;
    let pages = vec![first(&pictures), second()];
    write(&Properties { title: TITLE.to_owned(), made_unix }, pictures, pages)
}

/// The words in the order of reading.
#[must_use]
pub fn guide_words() -> String {
    let steps = (1..).zip(&STEPS).map(|(n, (what, how))| format!("{n}. {what}. {how}"));
    let sections = SECTIONS.iter().flat_map(|(head, points)| {
        std::iter::once((*head).to_owned()).chain(points.iter().map(|point| format!("• {point}")))
    });
    let keys = KEYS.iter().map(|(key, what)| format!("{key}: {what}"));
    let heads = [TITLE.to_owned(), LEAD.to_owned()].into_iter();
    let lines = heads.chain(steps).chain([SECOND.to_owned()]).chain(sections).chain([KEYS_HEAD.to_owned()]).chain(keys);
    lines.collect::<Vec<_>>().join("\n")
}

fn head(page: &mut Page, title: &str, lead: &str) {
    page.text(LEFT, 20.0, bold(18.0), title);
    page.text(LEFT, 26.5, sans(10.5), lead);
    page.rule((LEFT, 30.0), (RIGHT, 30.0), 0.35);
}

fn foot(page: &mut Page, n: usize) {
    page.text(LEFT, FOOT, sans(6.5), FOOTER);
    page.text_right(RIGHT, FOOT, sans(6.5), &format!("Halaman {n} dari 2"));
}

/// Six steps on the left, the pictures on the right.
fn first(pictures: &[Arms]) -> PdfPage {
    /// Steps are read from a metre away.
    const WORDS: f32 = 68.0;
    const WIDE: f32 = RIGHT - LEFT - WORDS - GUTTER;
    const TOP: f32 = 36.0;
    let mut page = Page::a4();
    head(&mut page, TITLE, LEAD);
    let mut y = TOP + 5.0;
    for (n, (what, how)) in (1..).zip(&STEPS) {
        page.text(LEFT, y + 1.0, bold(20.0), &format!("{n}"));
        let mut words = Column::new(11.5, 5.3, WORDS - 10.0);
        words.paragraph_in(bold(12.5), 0.0, 0.0, what);
        words.paragraph(0.0, 1.0, how);
        let end = words.draw(&mut page, LEFT + 10.0, y);
        y = end + 12.5;
    }
    let x = LEFT + WORDS + GUTTER;
    let mut top = TOP;
    for (picture, caption) in pictures.iter().zip(CAPTIONS) {
        let pixels = (picture.image.width, picture.image.height);
        let high = WIDE * pixels.1 as f32 / pixels.0 as f32;
        page.picture(picture.id.clone(), pixels, x, top, WIDE);
        page.frame(x, top, WIDE, high);
        page.text(x, top + high + 4.2, sans(8.5), caption);
        top += high + 19.0;
    }
    foot(&mut page, 1);
    page.finish()
}

/// Sections in two columns, the keys below.
fn second() -> PdfPage {
    let mut page = Page::a4();
    head(&mut page, SECOND, "Semua ini dapat dilakukan dengan papan ketik.");
    let (mut lowest, half) = (0.0_f32, SECTIONS.len() / 2);
    for (n, sections) in [&SECTIONS[..half + 1], &SECTIONS[half + 1..]].into_iter().enumerate() {
        let mut column = Column::new(SIZE, PITCH, HALF);
        for (n, (title, points)) in sections.iter().enumerate() {
            column.paragraph_in(bold(12.5), 0.0, if n == 0 { 0.0 } else { 4.0 }, title);
            for point in *points {
                column.point(point);
            }
        }
        lowest = lowest.max(column.draw(&mut page, LEFT + n as f32 * (HALF + GUTTER), 38.0));
    }
    keys(&mut page, lowest + 12.0);
    foot(&mut page, 2);
    page.finish()
}

fn keys(page: &mut Page, top: f32) {
    const ROW: f32 = 7.4;
    page.text(LEFT, top, bold(12.5), KEYS_HEAD);
    let rows = KEYS.len().div_ceil(2);
    for (n, (key, what)) in KEYS.iter().enumerate() {
        let (x, y) = (LEFT + (n / rows) as f32 * (HALF + GUTTER), top + 7.0 + (n % rows) as f32 * ROW);
        page.text(x, y, mono(11.0), key);
        page.text(x + 33.0, y, sans(SIZE), what);
        page.rule((x, y + 2.1), (x + HALF, y + 2.1), 0.1);
    }
}
