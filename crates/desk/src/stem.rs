//! Words and stems for the search: *pengaduan* finds *diadukan*.

use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Words whose Snowball stem is wrong, with the stem that serves them.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("menindaklanjuti", "tindaklanjut"),
    ("ditindaklanjuti", "tindaklanjut"),
    ("tindaklanjuti", "tindaklanjut"),
    ("menindaklanjutinya", "tindaklanjut"),
    ("penindaklanjutan", "tindaklanjut"),
    ("selesai", "selesai"),
];

/// Lower-case words of a text: letters and digits, as the full-text index cuts them.
pub fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase)
}

/// The stem of one lower-case Indonesian word.
#[must_use]
pub fn stem(word: &str) -> String {
    if let Some((_, stem)) = EXCEPTIONS.iter().find(|(w, _)| *w == word) {
        return (*stem).to_owned();
    }
    if word.chars().any(|c| !c.is_ascii_lowercase()) {
        return word.to_owned();
    }
    Stemmer::create(Algorithm::Indonesian).stem(word).into_owned()
}

/// Stems of all words of a text, with a space between.
#[must_use]
pub fn stems(text: &str) -> String {
    words(text).map(|w| stem(&w)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet() {
        for (a, b) in [
            ("pengaduan", "diadukan"),
            ("kerusakan", "merusak"),
            ("menindaklanjuti", "ditindaklanjuti"),
            ("penyelesaian", "selesai"),
            ("diselesaikan", "menyelesaikan"),
            ("pelayanan", "dilayani"),
        ] {
            assert_eq!(stem(a), stem(b), "{a} and {b}");
        }
        assert_ne!(stem("antrean"), stem("aduan"));
    }

    #[test]
    fn numbers_and_names_keep_their_letters() {
        assert_eq!(stems("KTP-el 0042, Café"), "ktp el 0042 café");
    }
}
