//! Paper r on A5: the recovery key, large enough to be copied by hand in poor light.

use loket_domain::paper::RecoverySheet;

use super::PaperError;
use super::column::Column;
use super::file::{Properties, write};
use super::font::{bold, mono, sans};
use super::page::Page;
use super::receipt_text::TRAINING;
use super::text::printable;

const WIDE: f32 = 148.0;
const HIGH: f32 = 210.0;
const LEFT: f32 = 15.0;
const RIGHT: f32 = 133.0;
const BLOCKS_TOP: f32 = 47.0;
const ROW: f32 = 17.0;

/// Renders the sheet.
///
/// # Errors
/// `Write` if the file cannot be composed.
pub fn recovery_sheet(sheet: &RecoverySheet) -> Result<Vec<u8>, PaperError> {
    let mut page = Page::new(WIDE, HIGH);
    if sheet.training {
        page.watermark(WIDE / 2.0, 112.0, 50.0, bold(40.0), TRAINING);
    }
    page.text(LEFT, 24.0, bold(14.0), "KUNCI PEMULIHAN REGISTER PENGADUAN");
    let origin =
        format!("{} · Loket {} · dibuat {}", printable(&sheet.office).text, printable(&sheet.counter).text, sheet.made);
    let mut head = Column::new(10.0, 4.5, RIGHT - LEFT);
    head.paragraph(0.0, 0.0, &origin);
    head.draw(&mut page, LEFT, 31.0);
    draw_blocks(&mut page, &sheet.blocks);
    let rows = sheet.blocks.len().div_ceil(2) as f32;
    words(sheet).draw(&mut page, LEFT, BLOCKS_TOP + rows * ROW + 4.0);
    let properties = Properties { title: "Kunci Pemulihan Register Pengaduan".to_owned(), made_unix: sheet.made_unix };
    write(&properties, None, vec![page.finish()])
}

/// Two blocks a row, numbered in the order of reading.
fn draw_blocks(page: &mut Page, blocks: &[String]) {
    const GUTTER: f32 = 4.0;
    let cell = (RIGHT - LEFT - GUTTER) / 2.0;
    for (n, block) in blocks.iter().enumerate() {
        let x = LEFT + (n % 2) as f32 * (cell + GUTTER);
        let y = BLOCKS_TOP + (n / 2) as f32 * ROW;
        page.frame(x, y - 9.5, cell, 13.5);
        page.text(x + 2.0, y - 6.0, sans(8.0), &(n + 1).to_string());
        let style = mono(24.0).fitting(block, cell - 12.0, 10.0);
        page.text_centred(x + cell / 2.0 + 2.0, y, style, block);
    }
}

fn words(sheet: &RecoverySheet) -> Column {
    let mut column = Column::new(10.5, 4.9, RIGHT - LEFT);
    column.paragraph(0.0, 0.0, "Dengan kunci ini dan salinan cadangan, register dapat dibuka di komputer lain. Siapa pun yang memegangnya dapat membuka semua data pelapor.");
    let keeper = sheet.keeper.as_ref().map(|keeper| format!("{}, {}", keeper.name, keeper.post));
    let place = sheet.place.as_deref();
    column.paragraph(0.0, 2.4, &filled("Simpanlah dalam sampul tertutup bersegel di ", place));
    column.paragraph(0.0, 2.4, &filled("Penyimpan: ", keeper.as_deref()));
    column.paragraph_in(bold(10.5), 0.0, 2.4, "Jangan difoto dan jangan dikirim lewat pesan.");
    if let Some(date) = &sheet.older_void_since {
        column.paragraph(0.0, 2.4, &format!("Kunci yang lama tidak berlaku lagi sejak {date}."));
    }
    column
}

/// `words` and what follows them, or a dotted line to the margin where a hand fills it in.
fn filled(words: &str, value: Option<&str>) -> String {
    if let Some(value) = value {
        return format!("{words}{}.", printable(value).text);
    }
    let mut line = words.to_owned();
    while sans(10.5).width(&line) < RIGHT - LEFT - 1.0 {
        line.push('.');
    }
    line
}
