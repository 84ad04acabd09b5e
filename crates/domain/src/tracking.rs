//! The tracking code: 8 random Crockford characters and a check character, `C0NT-0H42-T`.
//!
//! It is short enough to be told on the telephone and says nothing about the complaint. The check
//! character finds every single wrong character and every swap of two neighbours.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Crockford's base 32, then the five signs that only a check character can be.
const ALPHABET: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
const BITS: u32 = 40;
const BODY_LENGTH: usize = 8;
const CHECK_MODULUS: u64 = 37;
/// Check values below this are letters and digits; the others cannot be told on the telephone.
const READABLE: u64 = 32;

/// A tracking code whose check character is a letter or a digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct TrackingCode(u64);

/// Why a text is no tracking code; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrackingCodeError {
    /// Not nine letters and digits.
    #[error("Kode lacak terdiri atas 9 huruf dan angka, misalnya C0NT-0H42-T.")]
    Length,
    /// A character that no code holds.
    #[error("Kode lacak hanya memuat huruf dan angka.")]
    Character,
    /// The check character does not fit: something was misheard or mistyped.
    #[error("Kode lacak tidak cocok. Mohon periksa kembali hurufnya.")]
    Check,
}

impl TrackingCode {
    /// The code of the lower 40 bits; `None` if its check character would be one of `* ~ $ = U`.
    pub fn from_u64(random: u64) -> Option<Self> {
        let value = random & ((1 << BITS) - 1);
        (value % CHECK_MODULUS < READABLE).then_some(Self(value))
    }

    /// The first usable code from a source of random numbers (32 of 37 are usable).
    pub fn from_random(mut random: impl FnMut() -> u64) -> Self {
        loop {
            if let Some(code) = Self::from_u64(random()) {
                return code;
            }
        }
    }
}

impl TrackingCode {
    /// `C0NT0H42T`: without hyphens, for addresses and comparison.
    pub fn compact(self) -> String {
        self.to_string().replace('-', "")
    }
}

impl fmt::Display for TrackingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |value: u64| char::from(ALPHABET[value as usize]);
        for place in 0..BODY_LENGTH {
            if place == BODY_LENGTH / 2 {
                f.write_str("-")?;
            }
            let shift = BITS - 5 * (place as u32 + 1);
            write!(f, "{}", sign((self.0 >> shift) & 31))?;
        }
        write!(f, "-{}", sign(self.0 % CHECK_MODULUS))
    }
}

impl FromStr for TrackingCode {
    type Err = TrackingCodeError;

    /// Reads what a person says or a scanner sends: any case, hyphens and spaces anywhere, `O` for
    /// 0, `I` and `L` for 1, with or without the `LA1:` or the address that a QR code holds.
    fn from_str(text: &str) -> Result<Self, TrackingCodeError> {
        let code = text.rsplit([':', '/']).next().unwrap_or(text);
        let mut values = Vec::with_capacity(BODY_LENGTH + 1);
        for c in code.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value =
                ALPHABET.iter().position(|&known| char::from(known) == c).ok_or(TrackingCodeError::Character)?;
            values.push(value as u64);
        }
        if values.len() != BODY_LENGTH + 1 {
            return Err(TrackingCodeError::Length);
        }
        if values.iter().any(|&value| value >= READABLE) {
            return Err(TrackingCodeError::Character);
        }
        let body = values[..BODY_LENGTH].iter().fold(0, |sum, value| (sum << 5) | value);
        if body % CHECK_MODULUS != values[BODY_LENGTH] {
            return Err(TrackingCodeError::Check);
        }
        Ok(Self(body))
    }
}

impl From<TrackingCode> for String {
    fn from(code: TrackingCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for TrackingCode {
    type Error = TrackingCodeError;

    fn try_from(text: String) -> Result<Self, TrackingCodeError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_example_of_the_papers_is_valid() {
        let code: TrackingCode = "C0NT-0H42-T".parse().unwrap();
        assert_eq!(code.to_string(), "C0NT-0H42-T");
        assert_eq!(code.compact(), "C0NT0H42T");
        for spoken in ["c0nt0h42t", " CONT OH42 T ", "LA1:C0NT-0H42-T", "HTTPS://ADUAN.CONTOH.GO.ID/S/C0NT0H42T"] {
            assert_eq!(spoken.parse(), Ok(code), "{spoken}");
        }
    }

    #[test]
    fn letters_that_look_like_digits_are_read_as_digits() {
        let ones = TrackingCode::from_u64(1 << 10 | 1).unwrap().to_string();
        assert_eq!(ones.replace('1', "I").parse(), ones.parse::<TrackingCode>());
        assert_eq!(ones.replace('1', "l").parse(), ones.parse::<TrackingCode>());
    }

    #[test]
    fn faults_are_named() {
        let fault = |text: &str| text.parse::<TrackingCode>().unwrap_err();
        assert_eq!(fault(""), TrackingCodeError::Length);
        assert_eq!(fault("C0NT-0H42"), TrackingCodeError::Length);
        assert_eq!(fault("C0NT-0H42-TT"), TrackingCodeError::Length);
        assert_eq!(fault("C0NT-0H42-X"), TrackingCodeError::Check);
        assert_eq!(fault("C0NU-0H42-T"), TrackingCodeError::Character);
        assert_eq!(fault("C0NT!0H42-T"), TrackingCodeError::Character);
    }

    #[test]
    fn a_code_with_an_unreadable_check_character_is_never_issued() {
        assert_eq!(TrackingCode::from_u64(32), None);
        assert_eq!(TrackingCode::from_u64(36), None);
        let mut source = [36, 33, 7].into_iter();
        let code = TrackingCode::from_random(|| source.next().unwrap());
        assert_eq!(code.to_string(), "0000-0007-7");
        // 36 with its check sign U, as another program might write it.
        assert_eq!("0000-0014-U".parse::<TrackingCode>(), Err(TrackingCodeError::Character));
    }

    #[test]
    fn the_stored_form_is_text() {
        let schema = schemars::schema_for!(TrackingCode);
        assert_eq!(schema.get("type"), Some(&serde_json::json!("string")));
    }

    proptest! {
        #[test]
        fn a_code_is_read_back(random: u64) {
            if let Some(code) = TrackingCode::from_u64(random) {
                prop_assert_eq!(code.to_string().parse(), Ok(code));
                let json = serde_json::to_string(&code).unwrap();
                prop_assert_eq!(serde_json::from_str::<TrackingCode>(&json).unwrap(), code);
            }
        }

        #[test]
        fn one_wrong_character_or_a_swap_is_found(
            random: u64,
            place in 0usize..9,
            other in 0usize..32,
        ) {
            let Some(code) = TrackingCode::from_u64(random) else { return Ok(()) };
            let signs: Vec<u8> = code.to_string().bytes().filter(|b| *b != b'-').collect();
            let mut wrong = signs.clone();
            wrong[place] = ALPHABET[other];
            if wrong != signs {
                prop_assert!(String::from_utf8(wrong).unwrap().parse::<TrackingCode>().is_err());
            }
            let mut swapped = signs.clone();
            swapped.swap(place, (place + 1) % 9);
            if place < 7 && swapped != signs {
                prop_assert!(String::from_utf8(swapped).unwrap().parse::<TrackingCode>().is_err());
            }
        }
    }
}
