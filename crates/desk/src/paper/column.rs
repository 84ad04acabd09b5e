//! A column of lines at one pitch: heads, paragraphs, points; measured before it is drawn.

use super::font::{Style, bold, sans};
use super::page::Page;
use super::text::wrap;

/// One line of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Pieces of text with their distance in millimetres from the left edge of the column.
    pub pieces: Vec<(f32, Style, String)>,
    /// Millimetres of air above, besides the pitch.
    pub air: f32,
}

/// Lines of one size and pitch, wrapped to one width.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub size: f32,
    /// Millimetres from baseline to baseline.
    pub pitch: f32,
    pub width: f32,
    pub lines: Vec<Line>,
}

impl Column {
    pub(super) fn new(size: f32, pitch: f32, width: f32) -> Column {
        Column { size, pitch, width, lines: Vec::new() }
    }

    /// A bold line with air above.
    pub(super) fn head(&mut self, air: f32, text: &str) {
        self.paragraph_in(bold(self.size), 0.0, air, text);
    }

    pub(super) fn paragraph(&mut self, indent: f32, air: f32, text: &str) {
        self.paragraph_in(sans(self.size), indent, air, text);
    }

    pub(super) fn paragraph_in(&mut self, style: Style, indent: f32, air: f32, text: &str) {
        for (n, text) in wrap(text, style, self.width - indent).into_iter().enumerate() {
            self.lines.push(Line { pieces: vec![(indent, style, text)], air: if n == 0 { air } else { 0.0 } });
        }
    }

    /// A point of a list, its lines hanging beside the bullet.
    pub(super) fn point(&mut self, text: &str) {
        let style = sans(self.size);
        let hang = style.width("•\u{a0}\u{a0}");
        let first = self.lines.len();
        self.paragraph_in(style, hang, 0.0, text);
        self.lines[first].pieces.insert(0, (0.0, style, "•".to_owned()));
    }

    /// Millimetres from the first baseline to the last.
    pub(super) fn depth(&self) -> f32 {
        depth(&self.lines, self.pitch)
    }

    /// Draws all lines, the first on `y`; gives the last baseline.
    pub(super) fn draw(&self, page: &mut Page, x: f32, y: f32) -> f32 {
        draw(page, &self.lines, self.pitch, x, y)
    }
}

/// Millimetres from the first baseline of `lines` to the last.
pub(super) fn depth(lines: &[Line], pitch: f32) -> f32 {
    lines.iter().skip(1).map(|line| pitch + line.air).sum()
}

/// Draws `lines`, the first on `y`; gives the last baseline.
pub(super) fn draw(page: &mut Page, lines: &[Line], pitch: f32, x: f32, y: f32) -> f32 {
    let mut y = y;
    for (n, line) in lines.iter().enumerate() {
        if n > 0 {
            y += pitch + line.air;
        }
        for (at, style, text) in &line.pieces {
            page.text(x + at, y, *style, text);
        }
    }
    y
}
