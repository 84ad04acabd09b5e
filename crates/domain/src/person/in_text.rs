//! Numbers of persons inside a story: masked where a paper or a file must not hold them.

use super::mask_nik;

/// Fewest digits of a group: a date written as `08-11-2026` is no telephone number.
const SHORTEST_GROUP: usize = 3;

/// `text` with every NIK (16 digits) masked and of every mobile number only its first four digits: paper j and files
/// for a spreadsheet hold neither.
#[must_use]
pub fn mask_numbers(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        let end = run(&chars, at);
        let digits: String = chars[at..end].iter().filter(|c| c.is_ascii_digit()).collect();
        let mobile = (10..=15).contains(&digits.len()) && (digits.starts_with("08") || digits.starts_with("628"));
        match digits.len() {
            16 => out.push_str(&mask_nik(&digits)),
            _ if mobile => {
                out.push_str(&digits[..4]);
                out.push_str(&"*".repeat(digits.len() - 4));
            }
            _ => out.extend(&chars[at..end]),
        }
        at = end;
    }
    out
}

/// End of the run of digits at `start`: groups with one space, hyphen or point between them while each is long enough.
fn run(chars: &[char], start: usize) -> usize {
    let group = |from: usize| chars[from..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + group(start);
    let country = start > 0 && chars[start - 1] == '+' && end - start == 2;
    if end - start < SHORTEST_GROUP && !country {
        return end;
    }
    while chars.get(end).is_some_and(|c| matches!(c, ' ' | '-' | '.')) {
        let next = group(end + 1);
        if next < SHORTEST_GROUP {
            break;
        }
        end += 1 + next;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_persons_are_masked_and_others_stay() {
        assert_eq!(
            mask_numbers("NIK 9906034107900001, hubungi 0899-0000-0001."),
            "NIK 9906********0001, hubungi 0899********."
        );
        assert_eq!(mask_numbers("9906 0341 0790 0001"), "9906********0001");
        assert_eq!(mask_numbers("+62 899 0000 0001"), "+6289*********");
        assert_eq!(mask_numbers("6289900000001"), "6289*********");
        for plain in ["08-11-2026 pukul 09.15", "Rp25.000.000,00", "antrean 12", "Nomor 0042/ADU/L1/XI/2026", ""] {
            assert_eq!(mask_numbers(plain), plain);
        }
    }
}
