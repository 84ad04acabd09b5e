//! Numbers in Indonesian words (*terbilang*) and sums in rupiah.

const DIGITS: [&str; 12] =
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];

/// Scales above a thousand, largest first.
const SCALES: [(u64, &str); 5] = [
    (1_000_000_000_000_000_000, "kuintiliun"),
    (1_000_000_000_000_000, "kuadriliun"),
    (1_000_000_000_000, "triliun"),
    (1_000_000_000, "miliar"),
    (1_000_000, "juta"),
];

/// The number in words as official papers write it: *seratus* and *seribu*, but *satu juta*, and
/// *seratus satu ribu*.
pub fn number_in_words(number: u64) -> String {
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    let mut words = Vec::new();
    let mut rest = number;
    for (scale, name) in SCALES {
        if rest >= scale {
            below_thousand(rest / scale, &mut words);
            words.push(name);
            rest %= scale;
        }
    }
    match rest / 1000 {
        0 => {}
        1 => words.push("seribu"),
        thousands => {
            below_thousand(thousands, &mut words);
            words.push("ribu");
        }
    }
    below_thousand(rest % 1000, &mut words);
    words.join(" ")
}

/// Words of 1–999; nothing for 0.
fn below_thousand(number: u64, words: &mut Vec<&'static str>) {
    match number / 100 {
        0 => {}
        1 => words.push("seratus"),
        hundreds => words.extend([DIGITS[hundreds as usize], "ratus"]),
    }
    let rest = number % 100;
    match rest {
        0 => {}
        1..=11 => words.push(DIGITS[rest as usize]),
        12..=19 => words.extend([DIGITS[rest as usize - 10], "belas"]),
        _ => {
            words.extend([DIGITS[rest as usize / 10], "puluh"]);
            let units = rest % 10;
            if units > 0 {
                words.push(DIGITS[units as usize]);
            }
        }
    }
}

/// `14 (empat belas) hari`: figure and words, as deadlines print on official papers.
pub fn days_in_words(days: u32) -> String {
    format!("{days} ({}) hari", number_in_words(days.into()))
}

/// `1.250`: thousands parted by points.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// `Rp10.000`: the short form of screens and tables. Whole rupiah.
pub fn rupiah(amount: u64) -> String {
    format!("Rp{}", grouped(amount))
}

/// `Rp25.000,00 (dua puluh lima ribu rupiah)`: the form of official papers. Whole rupiah.
pub fn rupiah_in_words(amount: u64) -> String {
    format!("{},00 ({} rupiah)", rupiah(amount), number_in_words(amount))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn vectors_of_the_papers() {
        let vectors = [
            (0, "nol"),
            (1, "satu"),
            (10, "sepuluh"),
            (11, "sebelas"),
            (12, "dua belas"),
            (14, "empat belas"),
            (19, "sembilan belas"),
            (20, "dua puluh"),
            (21, "dua puluh satu"),
            (60, "enam puluh"),
            (100, "seratus"),
            (110, "seratus sepuluh"),
            (111, "seratus sebelas"),
            (200, "dua ratus"),
            (1_000, "seribu"),
            (1_001, "seribu satu"),
            (1_100, "seribu seratus"),
            (2_026, "dua ribu dua puluh enam"),
            (10_000, "sepuluh ribu"),
            (11_000, "sebelas ribu"),
            (21_000, "dua puluh satu ribu"),
            (25_000, "dua puluh lima ribu"),
            (100_000, "seratus ribu"),
            (101_000, "seratus satu ribu"),
            (111_111, "seratus sebelas ribu seratus sebelas"),
            (1_000_000, "satu juta"),
            (1_001_000, "satu juta seribu"),
            (1_000_000_000, "satu miliar"),
            (1_000_000_000_000, "satu triliun"),
        ];
        for (number, words) in vectors {
            assert_eq!(number_in_words(number), words);
        }
    }

    #[test]
    fn sums_and_deadlines() {
        assert_eq!(rupiah(10_000), "Rp10.000");
        assert_eq!(rupiah(0), "Rp0");
        assert_eq!(grouped(1_204), "1.204");
        assert_eq!(grouped(999), "999");
        assert_eq!(rupiah_in_words(25_000), "Rp25.000,00 (dua puluh lima ribu rupiah)");
        assert_eq!(days_in_words(14), "14 (empat belas) hari");
        assert_eq!(days_in_words(60), "60 (enam puluh) hari");
    }

    /// Reads words back by the rules of the language, not of this file.
    fn value(words: &str) -> u64 {
        let (mut total, mut group, mut last) = (0u64, 0u64, 0u64);
        for word in words.split(' ') {
            match word {
                "belas" => last += 10,
                "puluh" => (group, last) = (group + last * 10, 0),
                "ratus" => (group, last) = (group + last * 100, 0),
                "seratus" => group += 100,
                "seribu" => total += 1_000,
                "ribu" => (total, group, last) = (total + (group + last) * 1_000, 0, 0),
                "juta" | "miliar" | "triliun" | "kuadriliun" | "kuintiliun" => {
                    let scale = SCALES.iter().find(|(_, name)| *name == word).unwrap().0;
                    (total, group, last) = (total + (group + last) * scale, 0, 0);
                }
                digit => last = DIGITS.iter().position(|d| *d == digit).unwrap() as u64,
            }
        }
        total + group + last
    }

    proptest! {
        #[test]
        fn words_are_read_back(number: u64, small in 0u64..2_000_000) {
            prop_assert_eq!(value(&number_in_words(number)), number);
            prop_assert_eq!(value(&number_in_words(small)), small);
            prop_assert!(!number_in_words(number).contains("satu ratus"));
        }
    }
}
