//! Street, number, RT and RW.

use super::{capital, capitalise_typed};

/// Short words that the papers write out.
const EXPANSIONS: [(&[&str], &str); 3] = [
    (&["jl", "jl.", "jln", "jln.", "jalan"], "Jalan"),
    (&["gg", "gg.", "gang"], "Gang"),
    (&["no", "no.", "nomor", "nmr"], "Nomor"),
];
const ROMAN_NUMERALS: [&str; 12] = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii", "xiv", "xv"];

/// Large first letters, and `Jalan`, `Gang`, `Nomor`, `RT 04/RW 02` written out, as when the
/// officer leaves the field. Words that hold a capital already stay as typed, unless the whole
/// address was typed in capitals.
pub fn capitalise_address(address: &str) -> String {
    capitalise_typed(address, |typed| {
        let lines: Vec<String> = typed.lines().map(capitalise_line).collect();
        lines.join("\n")
    })
}

fn capitalise_line(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut shown: Vec<String> = Vec::new();
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        if let Some((block, used)) = neighbourhood(rest) {
            if let Some(last) = shown.last_mut()
                && !last.ends_with(',')
            {
                last.push(',');
            }
            shown.push(block);
            rest = &rest[used..];
            continue;
        }
        shown.push(capitalise_word(word));
        rest = after;
    }
    shown.join(" ")
}

fn capitalise_word(word: &str) -> String {
    let lower = word.to_lowercase();
    let expanded = EXPANSIONS.iter().find(|(short, _)| short.contains(&lower.as_str()));
    if let Some((_, long)) = expanded {
        return (*long).to_owned();
    }
    if let Some(house) = lower.strip_prefix("no").map(|rest| rest.trim_start_matches('.'))
        && house.starts_with(|c: char| c.is_ascii_digit())
    {
        return format!("Nomor {}", house.to_uppercase());
    }
    if word.chars().any(char::is_uppercase) {
        return word.to_owned();
    }
    if lower.starts_with(|c: char| c.is_ascii_digit()) || ROMAN_NUMERALS.contains(&lower.trim_end_matches(',')) {
        return lower.to_uppercase();
    }
    lower.split_inclusive(['.', '-', '/', '(']).map(capital).collect()
}

/// Reads `rt4 rw2`, `RT. 04/RW. 02`, `rt/rw 4/2`, `rt 4` at the start of the words: the written
/// form and how many words it took.
fn neighbourhood(words: &[&str]) -> Option<(String, usize)> {
    const MOST_WORDS: usize = 5;
    (1..=MOST_WORDS.min(words.len()))
        .rev()
        .find_map(|used| read_neighbourhood(&words[..used]).map(|block| (block, used)))
}

fn read_neighbourhood(words: &[&str]) -> Option<String> {
    let joined = words.join(" ").to_lowercase();
    let comma = if joined.ends_with(',') { "," } else { "" };
    let plain = joined.trim_end_matches(',').replace(['.', ':'], " ");
    let numbers = plain.strip_prefix("rt")?.trim_start_matches([' ', '/']);
    let block = if let Some(numbers) = numbers.strip_prefix("rw") {
        let (rt, rw) = numbers.split_once('/')?;
        both(rt, rw)?
    } else {
        match numbers.split_once("rw").or(numbers.split_once('/')) {
            Some((rt, rw)) => both(rt.trim_end_matches([' ', '/', ',']), rw)?,
            None => format!("RT {}", two_digits(numbers)?),
        }
    };
    Some(block + comma)
}

fn both(rt: &str, rw: &str) -> Option<String> {
    Some(format!("RT {}/RW {}", two_digits(rt)?, two_digits(rw)?))
}

/// `04` of `4`, `004` and `04`; numbers from 100 keep three digits.
fn two_digits(number: &str) -> Option<String> {
    let number = number.trim();
    let few = (1..=3).contains(&number.len());
    let value: u16 = few.then(|| number.parse().ok())??;
    number.bytes().all(|b| b.is_ascii_digit()).then(|| format!("{value:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_written_out() {
        for (typed, shown) in [
            ("jl contoh 7 rt4 rw2", "Jalan Contoh 7, RT 04/RW 02"),
            ("jl. andaikan no. 7, rt 03/rw 02", "Jalan Andaikan Nomor 7, RT 03/RW 02"),
            ("JL. ANDAIKAN NO.7A RT.003 RW.002", "Jalan Andaikan Nomor 7A, RT 03/RW 02"),
            ("gg umpama ii no7", "Gang Umpama II Nomor 7"),
            ("dusun misal rt/rw 4/2", "Dusun Misal, RT 04/RW 02"),
            ("rt 4 rw 12, dusun misal", "RT 04/RW 12, Dusun Misal"),
            ("rt 4 / rw 2", "RT 04/RW 02"),
            ("rt 4, rw 2", "RT 04/RW 02"),
            ("rt 4 4 rw 2", "RT 04 4 Rw 2"),
            ("blok b-12 rt 4", "Blok B-12, RT 04"),
            ("perum GriyaContoh", "Perum GriyaContoh"),
            ("rt 101/rw 2", "RT 101/RW 02"),
            ("jalan rtx contoh", "Jalan Rtx Contoh"),
            ("novel andai", "Novel Andai"),
            ("baris satu\nbaris dua", "Baris Satu\nBaris Dua"),
            ("", ""),
        ] {
            assert_eq!(capitalise_address(typed), shown, "{typed}");
        }
    }

    #[test]
    fn the_written_form_stays() {
        let shown = "Jalan Andaikan Nomor 7, RT 03/RW 02, Kelurahan Misal";
        assert_eq!(capitalise_address(shown), shown);
    }

    proptest! {
        #[test]
        fn leaving_the_field_twice_changes_nothing(
            words in prop::collection::vec(
                prop::sample::select(vec![
                    "jl", "jl.", "no", "no.7", "no7a", "rt4", "rt", "rw2", "4", "03/02", "rt/rw",
                    "4/rw2", "gg", "melati", "ii", "b-12", "RT", "No.", ",", "x,", "kec.", "A.Yani", "UMPAMA",
                ]),
                0..9,
            ),
        ) {
            let once = capitalise_address(&words.join(" "));
            prop_assert_eq!(capitalise_address(&once), once);
        }

        #[test]
        fn any_text_is_taken(address in ".{0,40}") {
            let once = capitalise_address(&address);
            prop_assert_eq!(capitalise_address(&once), once.clone());
        }
    }
}
