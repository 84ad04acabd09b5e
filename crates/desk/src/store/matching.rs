//! From what is typed into the search to an expression of the full-text tables.

use crate::stem;
use loket_domain::tracking::TrackingCode;

/// The words of a search as an FTS5 expression: every word must be found, as the beginning of a word or by its stem.
/// What was typed is only ever a quoted string, never syntax.
#[must_use]
pub fn match_expression(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    let joined = joined_code(&text);
    let terms: Vec<String> = joined
        .map_or_else(|| stem::words(&text).collect(), |code| vec![code])
        .into_iter()
        .take(12)
        .map(|w| format!("(words : \"{w}\" * OR stems : \"{}\")", stem::stem(&w)))
        .collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// A tracking code or telephone number that was typed with hyphens or spaces is one word in the index.
fn joined_code(text: &str) -> Option<String> {
    if let Ok(code) = text.parse::<TrackingCode>() {
        return Some(code.compact().to_lowercase());
    }
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    (digits.len() >= 9 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}
