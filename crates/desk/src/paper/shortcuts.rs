//! The shortcut sheet on paper: the commands of one role, in three columns on A4 landscape.

use super::PaperError;
use super::file::{Properties, write};
use super::font::{bold, mono, sans};
use super::page::Page;
use super::text::printable;

/// Commands of one place, each with its keys.
#[derive(Clone, Debug)]
pub struct ShortcutGroup {
    /// Where they work.
    pub title: String,
    /// What they do, and the keys.
    pub rows: Vec<(String, String)>,
}

const WIDE: f32 = 297.0;
const HIGH: f32 = 210.0;
const LEFT: f32 = 15.0;
const RIGHT: f32 = 282.0;
const TOP: f32 = 32.0;
const END: f32 = 196.0;
const COLUMNS: usize = 3;
const GUTTER: f32 = 9.0;
const ROW: f32 = 6.2;
const TITLE: &str = "Pintasan Papan Ketik";

/// Renders the sheet; what does not fit goes on to another page.
///
/// # Errors
/// `Write` if the file cannot be composed.
pub fn shortcut_sheet(groups: &[ShortcutGroup], made_unix: i64) -> Result<Vec<u8>, PaperError> {
    let column = (RIGHT - LEFT - GUTTER * (COLUMNS - 1) as f32) / COLUMNS as f32;
    let mut pages = Vec::new();
    let mut page = begun();
    let (mut at, mut y) = (0, TOP);
    for group in groups {
        // A head never stands alone at the end of a column.
        if y + 3.0 * ROW > END {
            (at, y) = (at + 1, TOP);
        }
        for (n, (what, keys)) in
            std::iter::once((&group.title, &String::new())).chain(group.rows.iter().map(|(w, k)| (w, k))).enumerate()
        {
            if y > END {
                (at, y) = (at + 1, TOP);
            }
            if at == COLUMNS {
                pages.push(std::mem::replace(&mut page, begun()).finish());
                at = 0;
            }
            let x = LEFT + at as f32 * (column + GUTTER);
            let (what, keys) = (printable(what).text, printable(keys).text);
            if n == 0 {
                page.text(x, y, bold(10.5), &what);
            } else {
                let taken = mono(9.0).width(&keys);
                page.text(x, y, sans(9.5).fitting(&what, column - taken - 3.0, 6.0), &what);
                page.text_right(x + column, y, mono(9.0), &keys);
                page.rule((x, y + 1.9), (x + column, y + 1.9), 0.1);
            }
            y += ROW;
        }
        y += ROW * 0.6;
    }
    pages.push(page.finish());
    write(&Properties { title: TITLE.to_owned(), made_unix }, None, pages)
}

fn begun() -> Page {
    let mut page = Page::new(WIDE, HIGH);
    page.text(LEFT, 18.0, bold(15.0), TITLE);
    page.text_right(RIGHT, 18.0, sans(9.0), "Loket Aduan · Enter tidak pernah mendaftarkan aduan.");
    page.rule((LEFT, 22.0), (RIGHT, 22.0), 0.35);
    page
}
