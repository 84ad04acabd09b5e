//! The template of a register number, e.g. `{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}`.

use chrono::{Datelike, NaiveDate};

use super::{Code, PRACTICE_PREFIX, Reset};

const LONGEST_TEMPLATE: usize = 80;
const WIDEST_SEQUENCE: usize = 6;
const ROMAN_MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// Signs that may part two tokens.
fn is_separator(c: char) -> bool {
    matches!(c, '/' | '-' | '.' | '_')
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Sequence { width: usize },
    Office,
    Counter,
    Month,
    MonthRoman,
    Year,
    YearShort,
}

impl Piece {
    fn is_token(&self) -> bool {
        !matches!(self, Self::Literal(_))
    }
}

/// Why a template is refused; the text is for the officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// More than 80 characters.
    #[error("Susunan nomor terlalu panjang.")]
    TooLong,
    /// A brace without its partner.
    #[error("Tanda kurung kurawal tidak berpasangan.")]
    Brace,
    /// A token that does not exist.
    #[error("Bagian {{{0}}} tidak dikenal.")]
    UnknownToken(String),
    /// The width of `URUT` is not 1–6.
    #[error("Lebar nomor urut harus 1 sampai 6 angka.")]
    Width,
    /// A character outside `A–Z a–z 0–9 / - . _`.
    #[error("Tanda “{0}” tidak dapat dipakai dalam nomor.")]
    Character(char),
    /// `URUT` must stand exactly once.
    #[error("Nomor urut harus ada tepat satu kali.")]
    Sequence,
    /// `LOKET` must stand exactly once: it keeps two counters apart.
    #[error("Kode loket harus ada tepat satu kali, supaya nomor dua loket tidak bertabrakan.")]
    Counter,
    /// Two tokens without a sign between them, so that they could be read in two ways.
    #[error("Beri tanda pemisah / - . atau _ di antara dua bagian nomor.")]
    Ambiguous,
    /// Real numbers must not look like those of a practice register.
    #[error("Nomor tidak boleh diawali LATIHAN.")]
    Practice,
    /// A yearly sequence without the year would repeat its numbers.
    #[error("Nomor urut yang kembali ke 1 setiap tahun memerlukan tahun dalam susunan nomor.")]
    YearlyNeedsYear,
    /// A monthly sequence without month and year would repeat its numbers.
    #[error("Nomor urut yang kembali ke 1 setiap bulan memerlukan bulan dan tahun dalam susunan nomor.")]
    MonthlyNeedsMonthAndYear,
    /// A code holds the sign that follows it in the template.
    #[error("Kode {0} memuat tanda pemisah yang sama dengan susunan nomor. Pakai tanda lain.")]
    SeparatorInCode(Code),
    /// `{LOKET}{URUT}` without a sign needs a counter code of letters alone.
    #[error("Kode loket {0} harus huruf saja karena langsung diikuti nomor urut.")]
    CounterNeedsLetters(Code),
}

impl TemplateError {
    /// The code that crosses to the window.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Sequence => "sequence_missing",
            Self::Counter => "counter_missing",
            Self::YearlyNeedsYear | Self::MonthlyNeedsMonthAndYear => "period_missing",
            Self::SeparatorInCode(_) | Self::CounterNeedsLetters(_) => "code_ambiguous",
            Self::Ambiguous => "separator_missing",
            Self::Practice => "practice_prefix",
            Self::TooLong => "too_long",
            Self::Brace | Self::UnknownToken(_) | Self::Width | Self::Character(_) => "template_unreadable",
        }
    }
}

/// What a number is made of.
#[derive(Debug, Clone, Copy)]
pub struct NumberParts<'a> {
    /// Position in the series of this counter and period, from 1.
    pub seq: u32,
    /// Code of the office.
    pub office_code: &'a Code,
    /// Code of the counter.
    pub counter_code: &'a Code,
    /// Date of recording in the office's zone, see [`super::effective_date`].
    pub date: NaiveDate,
}

/// A template whose numbers can be read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

impl Template {
    /// Reads a template. What depends on the reset and on the codes is checked by
    /// [`Template::check`] as soon as these are known.
    pub fn parse(text: &str) -> Result<Self, TemplateError> {
        if text.chars().count() > LONGEST_TEMPLATE {
            return Err(TemplateError::TooLong);
        }
        let pieces = split(text.trim())?;
        let count = |wanted: fn(&Piece) -> bool| pieces.iter().filter(|p| wanted(p)).count();
        if count(|p| matches!(p, Piece::Sequence { .. })) != 1 {
            return Err(TemplateError::Sequence);
        }
        if count(|p| *p == Piece::Counter) != 1 {
            return Err(TemplateError::Counter);
        }
        if let Some(Piece::Literal(first)) = pieces.first()
            && first.to_ascii_uppercase().starts_with(PRACTICE_PREFIX.trim_end_matches('-'))
        {
            return Err(TemplateError::Practice);
        }
        let template = Self { pieces };
        for index in 0..template.pieces.len() {
            let Some((_, between)) = template.follower(index) else {
                continue;
            };
            if !between.contains(is_separator) && !template.counter_touches_sequence(index) {
                return Err(TemplateError::Ambiguous);
            }
        }
        Ok(template)
    }

    /// Checks that no number can repeat with this reset, office and counter.
    pub fn check(&self, reset: Reset, office: &Code, counter: &Code) -> Result<(), TemplateError> {
        self.check_reset(reset)?;
        for (index, piece) in self.pieces.iter().enumerate() {
            let code = match piece {
                Piece::Office => office,
                Piece::Counter => counter,
                _ => continue,
            };
            let Some((_, between)) = self.follower(index) else {
                continue;
            };
            match between.chars().find(|&c| is_separator(c)) {
                Some(sign) if code.as_str().contains(sign) => {
                    return Err(TemplateError::SeparatorInCode(code.clone()));
                }
                None if !code.as_str().chars().all(|c| c.is_ascii_uppercase()) => {
                    return Err(TemplateError::CounterNeedsLetters(code.clone()));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Checks that the template shows the period in which the sequence runs.
    pub fn check_reset(&self, reset: Reset) -> Result<(), TemplateError> {
        let has = |wanted: &[Piece]| self.pieces.iter().any(|piece| wanted.contains(piece));
        let year = has(&[Piece::Year, Piece::YearShort]);
        let month = has(&[Piece::Month, Piece::MonthRoman]);
        match reset {
            Reset::Yearly if !year => Err(TemplateError::YearlyNeedsYear),
            Reset::Monthly if !(year && month) => Err(TemplateError::MonthlyNeedsMonthAndYear),
            _ => Ok(()),
        }
    }

    /// The number. A sequence wider than its width is written in full, never cut.
    /// [`Template::check`] must have accepted the codes.
    pub fn render(&self, parts: &NumberParts<'_>) -> String {
        let mut number = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Literal(text) => number.push_str(text),
                Piece::Sequence { width } => number.push_str(&format!("{:0width$}", parts.seq)),
                Piece::Office => number.push_str(parts.office_code.as_str()),
                Piece::Counter => number.push_str(parts.counter_code.as_str()),
                Piece::Month => number.push_str(&format!("{:02}", parts.date.month())),
                Piece::MonthRoman => {
                    number.push_str(ROMAN_MONTHS[parts.date.month0() as usize]);
                }
                Piece::Year => number.push_str(&format!("{:04}", parts.date.year())),
                Piece::YearShort => {
                    number.push_str(&format!("{:02}", parts.date.year().rem_euclid(100)));
                }
            }
        }
        number
    }

    /// For a token: the next token, and the literal text between them. `None` for literals and for
    /// the last token.
    fn follower(&self, index: usize) -> Option<(&Piece, &str)> {
        if !self.pieces[index].is_token() {
            return None;
        }
        match &self.pieces[index + 1..] {
            [Piece::Literal(between), next, ..] => Some((next, between.as_str())),
            [next, ..] if next.is_token() => Some((next, "")),
            _ => None,
        }
    }

    /// `{LOKET}{URUT}`: letters, then digits. Unambiguous if the code is letters alone.
    fn counter_touches_sequence(&self, index: usize) -> bool {
        self.pieces[index] == Piece::Counter && matches!(self.pieces.get(index + 1), Some(Piece::Sequence { .. }))
    }
}

/// Splits into tokens and literals; neighbouring literals are one piece.
fn split(text: &str) -> Result<Vec<Piece>, TemplateError> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('{') {
            let (token, after) = inside.split_once('}').ok_or(TemplateError::Brace)?;
            pieces.push(token_piece(token)?);
            rest = after;
        } else {
            let end = rest.find('{').unwrap_or(rest.len());
            let (literal, after) = rest.split_at(end);
            for c in literal.chars() {
                match c {
                    '}' => return Err(TemplateError::Brace),
                    c if c.is_ascii_alphanumeric() || is_separator(c) => {}
                    other => return Err(TemplateError::Character(other)),
                }
            }
            pieces.push(Piece::Literal(literal.to_owned()));
            rest = after;
        }
    }
    Ok(pieces)
}

fn token_piece(token: &str) -> Result<Piece, TemplateError> {
    if let Some(width) = token.strip_prefix("URUT:") {
        let width = width.parse().map_err(|_| TemplateError::Width)?;
        if !(1..=WIDEST_SEQUENCE).contains(&width) {
            return Err(TemplateError::Width);
        }
        return Ok(Piece::Sequence { width });
    }
    Ok(match token {
        "URUT" => Piece::Sequence { width: 1 },
        "KODE" => Piece::Office,
        "LOKET" => Piece::Counter,
        "BULAN" => Piece::Month,
        "BULAN_ROMAWI" => Piece::MonthRoman,
        "TAHUN" => Piece::Year,
        "TAHUN2" => Piece::YearShort,
        other => return Err(TemplateError::UnknownToken(other.to_owned())),
    })
}

#[cfg(test)]
#[path = "template_tests.rs"]
mod tests;
