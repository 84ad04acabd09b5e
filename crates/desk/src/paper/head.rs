//! The head of a paper: arms, lines of the office, rule.

use loket_domain::paper::Letterhead;

use super::font::{PT, Style, bold, sans};
use super::logo::Arms;
use super::page::Page;
use super::text::{printable, wrap};

/// Measures of one kind of head, millimetres and points.
#[derive(Clone, Copy)]
pub(super) struct HeadGrid {
    /// Left edge of the arms, and of the lines where there are none.
    pub left: f32,
    /// Right edge that the lines may reach.
    pub right: f32,
    /// Room for the arms: top, width, height.
    pub arms: (f32, f32, f32),
    /// Baselines of the three rows when one line stands above the office's name.
    pub rows: (f32, f32, f32),
    /// Sizes of the three rows.
    pub sizes: (f32, f32, f32),
}

/// Gap between arms and lines.
const GAP: f32 = 3.0;

/// Draws the head; two lines above the name move closer together, none is dropped.
pub(super) fn draw_head(page: &mut Page, grid: &HeadGrid, office: &Letterhead, arms: Option<&Arms>) {
    let mut x = grid.left;
    if let Some(arms) = arms {
        let (top, wide, high) = grid.arms;
        let pixels = (arms.image.width, arms.image.height);
        let ratio = pixels.0 as f32 / pixels.1 as f32;
        let drawn = wide.min(high * ratio);
        let (left, down) = ((wide - drawn) / 2.0, (high - drawn / ratio) / 2.0);
        page.picture(arms.id.clone(), pixels, x + left, top + down, drawn);
        x += wide + GAP;
    }
    let width = grid.right - x;
    let (first, name, address) = grid.rows;
    let (small, large, tiny) = grid.sizes;
    let above: Vec<String> =
        office.above.iter().map(|line| printable(line).text).filter(|line| !line.is_empty()).collect();
    let spread = small * 0.42;
    let extra = above.len().saturating_sub(1) as f32;
    for (n, line) in above.iter().enumerate() {
        let up = spread * 0.62 * extra - spread * n as f32;
        page.text(x, first - up, sans(small).fitting(line, width, 5.0), line);
    }
    let down = if above.is_empty() { -1.5 } else { spread * 0.38 * extra };
    let title = printable(&office.name).text;
    page.text(x, name + down, bold(large).fitting(&title, width, 6.0), &title);
    let place = printable(&office.address).text.replace('\n', " ");
    let (style, lines) = address_lines(&place, tiny, width);
    let pitch = style.size * 1.15 * PT;
    let top = address + down * 0.6 - pitch * 0.38 * lines.len().saturating_sub(1) as f32;
    for (n, line) in lines.iter().enumerate() {
        page.text(x, top + pitch * n as f32, style, line);
    }
}

/// A long address takes two rows before it takes smaller type.
fn address_lines(address: &str, size: f32, width: f32) -> (Style, Vec<String>) {
    const LEAST: f32 = 4.5;
    let mut style = sans(size);
    loop {
        let lines = wrap(address, style, width);
        if lines.len() <= 2 || style.size <= LEAST {
            return (style, lines);
        }
        style.size -= 0.5;
    }
}
