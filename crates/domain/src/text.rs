//! What people type, made harmless: no control characters, no tricks of direction, no endless blank lines.

/// Longest subject line that is proposed, in characters.
const SUBJECT: usize = 80;

/// Characters that turn the direction of text around them: they can make a name read as another.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text without control characters (line feed and tab stay), without characters that turn direction, with at most one
/// empty line in a row and nothing around it.
#[must_use]
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter(|c| !turns_direction(*c) && (!c.is_control() || matches!(c, '\n' | '\t')) && *c != '\u{feff}')
        .collect();
    let mut lines: Vec<&str> = Vec::new();
    for line in kept.split('\n').map(str::trim_end) {
        let empty_before = lines.last().is_none_or(|l| l.is_empty());
        if !(line.is_empty() && empty_before) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

/// *Hal*, proposed from the service and the first words of the description until somebody edits it.
#[must_use]
pub fn propose_subject(service: &str, description: &str) -> String {
    let first =
        description.split(['.', '\n', '?', '!', ';']).map(str::trim).find(|s| !s.is_empty()).unwrap_or_default();
    let service = service.split(['(', ',']).next().unwrap_or_default().trim();
    let whole = match (service.is_empty(), first.is_empty()) {
        (true, _) => first.to_owned(),
        (false, true) => service.to_owned(),
        (false, false) => format!("{service}: {}", lower_first(first)),
    };
    shorten(&whole.split_whitespace().collect::<Vec<_>>().join(" "), SUBJECT)
}

/// Words that stay whole up to `most` characters, then an ellipsis.
#[must_use]
pub fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split(' ') {
        if short.chars().count() + 1 + word.chars().count() > most - 1 {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = text.chars().take(most - 1).collect();
    }
    short.push('…');
    short
}

/// `Nomor` becomes `nomor`; `KTP` stays.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn control_and_direction_characters_go_and_line_breaks_stay() {
        assert_eq!(clean("a\u{0}b\u{202e}c\r\nd\te\u{feff}"), "abc\nd\te");
        assert_eq!(clean("\n\na\n\n\n\nb  \n\n"), "a\n\nb");
    }

    #[test]
    fn a_subject_is_proposed_from_service_and_first_words() {
        assert_eq!(
            propose_subject("Pendaftaran", "Nomor antrean tidak dipanggil. Lalu pulang."),
            "Pendaftaran: nomor antrean tidak dipanggil"
        );
        assert_eq!(propose_subject("", "KTP belum dicetak"), "KTP belum dicetak");
        assert_eq!(propose_subject("KTP elektronik", ""), "KTP elektronik");
        let long = propose_subject("Layanan", &"kata ".repeat(40));
        assert!(long.chars().count() <= SUBJECT && long.ends_with("kata…"), "{long}");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once);
        }

        #[test]
        fn a_subject_is_one_short_line(service in ".{0,60}", text in any::<String>()) {
            let subject = propose_subject(&clean(&service), &clean(&text));
            prop_assert!(subject.chars().count() <= SUBJECT);
            prop_assert!(!subject.contains('\n'));
        }
    }
}
