//! The three embedded faces and the width of a text in them.

use std::sync::OnceLock;

use printpdf::{FontId, ParsedFont};

/// A face of the papers. Liberation Sans has the widths of Arial, which the rules of official
/// letters ask for; the ledger face keeps digits in columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    Sans,
    Bold,
    Mono,
}

pub(super) const FACES: [Face; 3] = [Face::Sans, Face::Bold, Face::Mono];

/// Millimetres per point.
pub(super) const PT: f32 = 25.4 / 72.0;

/// A face at a size in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub face: Face,
    pub size: f32,
}

pub(super) const fn sans(size: f32) -> Style {
    Style { face: Face::Sans, size }
}

pub(super) const fn bold(size: f32) -> Style {
    Style { face: Face::Bold, size }
}

pub(super) const fn mono(size: f32) -> Style {
    Style { face: Face::Mono, size }
}

impl Face {
    /// Name of the face inside the file; six capitals, as the mark of a subset must be.
    pub(super) fn id(self) -> FontId {
        FontId(
            match self {
                Face::Sans => "LASANS",
                Face::Bold => "LABOLD",
                Face::Mono => "LAMONO",
            }
            .to_owned(),
        )
    }

    pub(super) fn parsed(self) -> &'static ParsedFont {
        static PARSED: OnceLock<[ParsedFont; 3]> = OnceLock::new();
        let all = PARSED.get_or_init(|| {
            [
                parse(include_bytes!("fonts/LiberationSans-Regular.ttf")),
                parse(include_bytes!("fonts/LiberationSans-Bold.ttf")),
                parse(include_bytes!("fonts/LiberationMono-Bold.ttf")),
            ]
        });
        match self {
            Face::Sans => &all[0],
            Face::Bold => &all[1],
            Face::Mono => &all[2],
        }
    }

    /// Whether the face can draw `c`.
    pub(super) fn has(self, c: char) -> bool {
        self.parsed().lookup_glyph_index(c as u32).is_some_and(|glyph| glyph != 0)
    }
}

fn parse(bytes: &[u8]) -> ParsedFont {
    ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).expect("the embedded faces are sound")
}

impl Style {
    /// Width of `text` in millimetres, from the metrics of the face itself.
    pub(super) fn width(self, text: &str) -> f32 {
        let font = self.face.parsed();
        let units: u32 = text
            .chars()
            .filter_map(|c| font.lookup_glyph_index(shown(c) as u32))
            .map(|glyph| u32::from(font.get_horizontal_advance(glyph)))
            .sum();
        units as f32 / f32::from(font.font_metrics.units_per_em) * self.size * PT
    }

    /// The same face, small enough for `text` to fit `width`, but at least `least` points.
    pub(super) fn fitting(self, text: &str, width: f32, least: f32) -> Style {
        let needed = self.width(text);
        let size = if needed > width { (self.size * width / needed).max(least) } else { self.size };
        Style { size, ..self }
    }
}

/// The no-break space only steers line breaks; on paper, and when searched, it is a space.
pub(super) fn shown(c: char) -> char {
    if c == '\u{a0}' { ' ' } else { c }
}
