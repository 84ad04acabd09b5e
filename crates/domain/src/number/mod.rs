//! Register numbers: the office's template, its codes, and the proof that no number repeats.
//!
//! A number is given at the counter, offline. It names sequence, counter and period so plainly that
//! each can be read back from it; so two different triples never give the same number, which is
//! what makes two counters and two years safe without a connection. A template for which that
//! could fail is refused when the office sets it, never when a citizen waits.

mod ledger;
mod template;

pub use ledger::{Ledger, MOST_RESERVED, Reserved, Span, SpanState};
pub use template::{NumberParts, Template, TemplateError};

use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::closed_list;

/// Numbers of a practice register begin with this; a template must not.
pub const PRACTICE_PREFIX: &str = "LATIHAN-";

const LONGEST_CODE: usize = 12;

closed_list! {
    /// When the sequence goes back to 1.
    Reset {
        /// On 1 January.
        Yearly = "yearly",
        /// On the first of each month.
        Monthly = "monthly",
    }
}

/// The code of an office or of a counter: 1–12 characters `A–Z 0–9 . -`, no sign at either end and
/// no two signs in a row.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Code(String);

impl Code {
    /// The code as it stands in numbers.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.0
    }
}

impl TryFrom<String> for Code {
    type Error = CodeError;

    fn try_from(text: String) -> Result<Self, CodeError> {
        parse_code(&text)
    }
}

/// Why a code is refused; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Nothing was typed.
    #[error("Isi kodenya.")]
    Empty,
    /// More than 12 characters.
    #[error("Kode paling banyak 12 huruf atau angka.")]
    TooLong,
    /// A character outside `A–Z 0–9 . -`.
    #[error("Kode hanya memuat huruf A–Z, angka, titik, dan tanda hubung.")]
    Character,
    /// A point or hyphen at an end, or two in a row.
    #[error("Titik atau tanda hubung hanya di antara huruf atau angka.")]
    Separator,
}

impl CodeError {
    /// The code that crosses to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "required",
            Self::TooLong => "too_long",
            Self::Character => "character",
            Self::Separator => "separator",
        }
    }
}

/// Reads a code; small letters become capitals, spaces around it are dropped.
pub fn parse_code(text: &str) -> Result<Code, CodeError> {
    let code = text.trim().to_ascii_uppercase();
    if code.is_empty() {
        return Err(CodeError::Empty);
    }
    if code.chars().count() > LONGEST_CODE {
        return Err(CodeError::TooLong);
    }
    let is_sign = |c: char| matches!(c, '.' | '-');
    if !code.chars().all(|c| c.is_ascii_alphanumeric() || is_sign(c)) {
        return Err(CodeError::Character);
    }
    if code.split(is_sign).any(str::is_empty) {
        return Err(CodeError::Separator);
    }
    Ok(Code(code))
}

/// The period within which a sequence runs: `2026` or `2026-11`.
pub fn period_key(date: NaiveDate, reset: Reset) -> String {
    match reset {
        Reset::Yearly => format!("{:04}", date.year()),
        Reset::Monthly => format!("{:04}-{:02}", date.year(), date.month()),
    }
}

/// The date that numbers carry: today, but never earlier than the date of the last number of this
/// counter, so that a clock set back cannot reopen a period that was left.
pub fn effective_date(today: NaiveDate, last_used: Option<NaiveDate>) -> NaiveDate {
    last_used.map_or(today, |last| last.max(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn codes_become_capitals() {
        assert_eq!(parse_code(" pkm.sks ").unwrap().as_str(), "PKM.SKS");
        assert_eq!(parse_code("a").unwrap().as_str(), "A");
        assert_eq!(parse_code("L1").unwrap().to_string(), "L1");
    }

    #[test]
    fn odd_codes_are_refused() {
        assert_eq!(parse_code("  "), Err(CodeError::Empty));
        assert_eq!(parse_code("ABCDEFGHIJKLM"), Err(CodeError::TooLong));
        assert_eq!(parse_code("A/B"), Err(CodeError::Character));
        assert_eq!(parse_code("A B"), Err(CodeError::Character));
        assert_eq!(parse_code("É"), Err(CodeError::Character));
        for code in ["-A", "A.", "A..B", "A.-B", "-"] {
            assert_eq!(parse_code(code), Err(CodeError::Separator), "{code}");
        }
    }

    #[test]
    fn a_stored_code_is_checked_again() {
        assert_eq!(serde_json::from_str::<Code>("\"DKC\"").unwrap().as_str(), "DKC");
        assert!(serde_json::from_str::<Code>("\"A/B\"").is_err());
    }

    #[test]
    fn periods_and_the_date_of_numbers() {
        assert_eq!(period_key(date("2026-11-21"), Reset::Yearly), "2026");
        assert_eq!(period_key(date("2026-11-21"), Reset::Monthly), "2026-11");
        let today = date("2026-01-03");
        assert_eq!(effective_date(today, None), today);
        assert_eq!(effective_date(today, Some(date("2026-01-02"))), today);
        // The clock was set back over New Year: numbers stay in the new year.
        let last = date("2027-01-04");
        assert_eq!(effective_date(date("2026-12-30"), Some(last)), last);
    }
}
