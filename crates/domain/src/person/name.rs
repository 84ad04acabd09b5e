//! Names of persons.

use super::{capital, capitalise_typed};

/// Parts of names that stay small when typed so: *bin*, *binti*, and `dr.` of a physician, which
/// `Dr.` (a doctorate) is not.
const SMALL_PARTS: [&str; 6] = ["bin", "binti", "alias", "dr.", "drg.", "drh."];

/// Large first letters, as when the officer leaves the field.
///
/// Words that hold a capital already stay as typed (`S.K.M.`, `McContoh`), unless the whole name
/// was typed in capitals. Blanks become single spaces.
pub fn capitalise_name(name: &str) -> String {
    capitalise_typed(name, |typed| {
        let words: Vec<String> = typed.split_whitespace().map(capitalise_word).collect();
        words.join(" ")
    })
}

fn capitalise_word(word: &str) -> String {
    if SMALL_PARTS.contains(&word) || word.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    // After a point or hyphen a new part of a name or title begins; an apostrophe begins one only
    // if something stands before it: Nur'aini stays one name.
    word.split_inclusive(['.', '-'])
        .map(|part| match part.strip_prefix(['\'', '’']) {
            Some(rest) => format!("{}{}", &part[..part.len() - rest.len()], capital(rest)),
            None => capital(part),
        })
        .collect()
}

/// `Sulastri C.`: first name and the initial of the next, for lists in public view.
/// Titles before the name and degrees behind a comma are left out.
pub fn short_name(name: &str) -> String {
    let without_degrees = name.split(',').next().unwrap_or(name);
    let words: Vec<&str> = without_degrees.split_whitespace().collect();
    let first_of_name = words.iter().position(|word| !word.ends_with('.')).unwrap_or(0);
    let (Some(first), next) = (words.get(first_of_name), words.get(first_of_name + 1)) else {
        return String::new();
    };
    match next.and_then(|word| word.chars().find(|c| c.is_alphabetic())) {
        Some(initial) => format!("{first} {}.", initial.to_uppercase()),
        None => (*first).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_get_large_letters() {
        for (typed, shown) in [
            ("sulastri contohwati", "Sulastri Contohwati"),
            ("  melati   contohwati ", "Melati Contohwati"),
            ("MELATI CONTOHWATI", "Melati Contohwati"),
            ("SARI ANDAIKAN, S.K.M.", "Sari Andaikan, S.K.M."),
            ("sari andaikan, S.K.M.", "Sari Andaikan, S.K.M."),
            ("budi umpama, a.md.kep.", "Budi Umpama, A.Md.Kep."),
            ("dr. misal permana", "dr. Misal Permana"),
            ("hj. nur'aini umpama", "Hj. Nur'aini Umpama"),
            ("siti-aminah bin andai", "Siti-Aminah bin Andai"),
            ("'aisyah contohwati", "'Aisyah Contohwati"),
            ("ALI", "ALI"),
            ("a UMPAMA", "A Umpama"),
            ("McContoh", "McContoh"),
            ("élok andaikan", "Élok Andaikan"),
            ("", ""),
        ] {
            assert_eq!(capitalise_name(typed), shown, "{typed}");
        }
    }

    #[test]
    fn lists_show_a_first_name_and_an_initial() {
        for (name, short) in [
            ("Sulastri Contohwati", "Sulastri C."),
            ("Sulastri", "Sulastri"),
            ("Sulastri Ayu Contohwati", "Sulastri A."),
            ("dr. Misal Permana, M.K.M.", "Misal P."),
            ("Hj. Nur'aini", "Nur'aini"),
            ("Nur 'aini", "Nur A."),
            ("H.", "H."),
            ("Budi 2", "Budi"),
            ("", ""),
        ] {
            assert_eq!(short_name(name), short, "{name}");
        }
    }

    proptest! {
        #[test]
        fn leaving_the_field_twice_changes_nothing(name in "[a-zA-Z.' -]{0,40}") {
            let once = capitalise_name(&name);
            prop_assert_eq!(capitalise_name(&once), once.clone());
            prop_assert_eq!(once.to_lowercase().replace(' ', ""), name.to_lowercase().replace(' ', ""));
        }

        #[test]
        fn any_text_is_taken(name in ".{0,40}") {
            let once = capitalise_name(&name);
            prop_assert_eq!(capitalise_name(&once), once.clone());
            let _ = short_name(&once);
        }
    }
}
