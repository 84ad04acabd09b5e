//! Telephone numbers and e-mail addresses.

use super::digits_of;

/// Digits of an Indonesian number with its leading 0.
const NATIONAL_LENGTH: std::ops::RangeInclusive<usize> = 10..=13;
const LANDLINE_LENGTH: std::ops::RangeInclusive<usize> = 8..=12;
/// Area codes of three digits (with the 0); all others have four.
const SHORT_AREA_CODES: [&str; 5] = ["021", "022", "024", "031", "061"];

/// Why a number looks odd; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneWarning {
    /// It is not a telephone number.
    #[error("Nomor telepon tidak terbaca. Contoh: 0899-0000-0001.")]
    Unreadable,
    /// Too short or too long.
    #[error("Panjang nomor telepon tidak lazim. Mohon periksa kembali.")]
    Length,
    /// A number of another country.
    #[error("Nomor ini dari luar Indonesia.")]
    Foreign,
}

impl PhoneWarning {
    /// The code that crosses to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "phone_unreadable",
            Self::Length => "phone_length",
            Self::Foreign => "phone_foreign",
        }
    }
}

/// `+62…` for every way of typing an Indonesian number, `+…` for a foreign one; what is no number
/// stays as typed.
pub fn normalise_phone(typed: &str) -> String {
    let typed = typed.trim();
    let is_sign = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '+' | '\u{a0}');
    let digits = digits_of(typed);
    let readable = !digits.is_empty()
        && typed.chars().all(|c| c.is_ascii_digit() || is_sign(c))
        && typed.rfind('+').is_none_or(|at| at == 0 || typed.starts_with("(+"));
    if !readable {
        return typed.to_owned();
    }
    if typed.contains('+') {
        return match digits.strip_prefix("62") {
            Some(number) => format!("+62{}", number.trim_start_matches('0')),
            None => format!("+{digits}"),
        };
    }
    if let Some(abroad) = digits.strip_prefix("00") {
        return normalise_phone(&format!("+{abroad}"));
    }
    if let Some(number) = digits.strip_prefix('0') {
        return format!("+62{number}");
    }
    match digits.strip_prefix("62") {
        Some(number) if digits.len() >= *NATIONAL_LENGTH.start() => {
            format!("+62{}", number.trim_start_matches('0'))
        }
        _ if digits.starts_with('8') && digits.len() >= 9 => format!("+62{digits}"),
        _ => typed.to_owned(),
    }
}

/// Whether a call can reach anybody: at least eight digits, as the shortest landline has with its area code. A shorter
/// text is kept and warned of, but it is no way to answer.
pub fn can_be_called(typed: &str) -> bool {
    let number = normalise_phone(typed);
    digits_of(national_digits(&number).as_deref().unwrap_or(&number)).len() >= *LANDLINE_LENGTH.start()
}

/// Whether the number looks odd; `None` for an empty field.
pub fn phone_warning(typed: &str) -> Option<PhoneWarning> {
    let number = normalise_phone(typed);
    if number.is_empty() {
        return None;
    }
    match national_digits(&number) {
        Some(national) => {
            let usual = if national.starts_with("08") { NATIONAL_LENGTH } else { LANDLINE_LENGTH };
            (!usual.contains(&national.len())).then_some(PhoneWarning::Length)
        }
        None if number.starts_with('+') => Some(PhoneWarning::Foreign),
        None => Some(PhoneWarning::Unreadable),
    }
}

/// `0899-0000-0001`, a landline `0742-21234`; a foreign or unreadable number as it is.
pub fn national_phone(number: &str) -> String {
    let normal = normalise_phone(number);
    let Some(digits) = national_digits(&normal) else {
        return normal;
    };
    let area = area_length(&digits);
    if digits.starts_with("08") && digits.len() > 8 {
        return format!("{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..]);
    }
    match digits.split_at_checked(area) {
        Some((area, rest)) if !rest.is_empty() => format!("{area}-{rest}"),
        _ => digits,
    }
}

/// `0899-••••-0139`: the first group and the last four digits, of a short number the last two.
/// What is no number is hidden whole.
pub fn mask_phone(number: &str) -> String {
    let normal = normalise_phone(number);
    if normal.is_empty() {
        return normal;
    }
    let Some(digits) = national_digits(&normal) else {
        return "•".repeat(8);
    };
    let shown_at_end = if digits.len() >= 11 { 4 } else { 2 };
    let shown_at_start = area_length(&digits);
    let Some(hidden) = digits.len().checked_sub(shown_at_start + shown_at_end).filter(|hidden| *hidden >= 2) else {
        return "•".repeat(8);
    };
    let (start, end) = (&digits[..shown_at_start], &digits[digits.len() - shown_at_end..]);
    format!("{start}-{}-{end}", "•".repeat(hidden))
}

/// The digits with their leading 0, of an Indonesian number in normal form.
fn national_digits(normal: &str) -> Option<String> {
    let number = normal.strip_prefix("+62")?;
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| format!("0{number}"))
}

fn area_length(digits: &str) -> usize {
    let short = SHORT_AREA_CODES.iter().any(|code| digits.starts_with(code));
    if short { 3 } else { 4 }
}

/// An address that no mail reaches; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Pos-el ini tampaknya keliru. Contoh: nama@contoh.id.")]
pub struct EmailWarning;

impl EmailWarning {
    /// The code that crosses to the window.
    pub fn code(self) -> &'static str {
        "email_odd"
    }
}

/// Whether an e-mail address is implausible; `None` for an empty field.
pub fn email_warning(typed: &str) -> Option<EmailWarning> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let plausible = typed.split_once('@').is_some_and(|(name, domain)| {
        let labels: Vec<&str> = domain.split('.').collect();
        !name.is_empty()
            && !typed.contains(char::is_whitespace)
            && !domain.contains('@')
            && labels.len() >= 2
            && labels.iter().all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
    });
    (!plausible).then_some(EmailWarning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_way_of_typing_gives_one_number() {
        for typed in [
            "089900000139",
            "0899-0000-0139",
            "+62 899 0000 0139",
            "6289900000139",
            "62-0899-0000-0139",
            "0062 899 0000 0139",
            "899 0000 0139",
            "(0899) 0000.0139",
            "+62 (0)899 0000 0139",
        ] {
            assert_eq!(normalise_phone(typed), "+6289900000139", "{typed}");
            assert_eq!(national_phone(typed), "0899-0000-0139");
            assert_eq!(mask_phone(typed), "0899-••••-0139");
            assert_eq!(phone_warning(typed), None, "{typed}");
        }
    }

    #[test]
    fn landlines() {
        assert_eq!(national_phone("0742 21234"), "0742-21234");
        assert_eq!(national_phone("021-5000001"), "021-5000001");
        assert_eq!(phone_warning("0742 21234"), None);
        assert_eq!(mask_phone("0742 212345"), "0742-••••-45");
    }

    #[test]
    fn odd_numbers_are_kept_and_warned_of() {
        assert_eq!(normalise_phone("0899-0000"), "+628990000");
        assert_eq!(phone_warning("0899-0000"), Some(PhoneWarning::Length));
        assert_eq!(phone_warning("0899000000012345"), Some(PhoneWarning::Length));
        assert_eq!(normalise_phone("+60 12-345 6789"), "+60123456789");
        assert_eq!(phone_warning("+60 12-345 6789"), Some(PhoneWarning::Foreign));
        for typed in ["tidak ada", "0899 atau 0898", "12345", "0899+1"] {
            assert_eq!(normalise_phone(typed), typed);
            assert_eq!(phone_warning(typed), Some(PhoneWarning::Unreadable), "{typed}");
            assert_eq!(mask_phone(typed), "••••••••");
        }
        assert_eq!(phone_warning("  "), None);
        for (typed, reaches) in [
            ("", false),
            ("0899", false),
            ("+62 899 00", false),
            ("0742-2123", true),
            ("+60 12-3456", true),
            ("nomor ayah", false),
        ] {
            assert_eq!(can_be_called(typed), reaches, "{typed}");
        }
        assert_eq!(mask_phone(""), "");
    }

    #[test]
    fn addresses_of_mail() {
        for good in ["melati@contoh.id", "a.b+c@surat.contoh.go.id", " x@y.zz "] {
            assert_eq!(email_warning(good), None, "{good}");
        }
        for odd in ["melati", "melati@", "@contoh.id", "a@b", "a b@c.id", "a@@b.id", "a@b..id", "a@b.id@c.id"] {
            assert_eq!(email_warning(odd), Some(EmailWarning), "{odd}");
        }
        assert_eq!(email_warning(""), None);
    }

    proptest! {
        #[test]
        fn a_normal_number_stays_normal(typed in "[0-9+() .-]{0,18}") {
            let once = normalise_phone(&typed);
            prop_assert_eq!(normalise_phone(&once), once.clone());
            let shown = national_phone(&once);
            prop_assert_eq!(normalise_phone(&shown), once);
        }

        #[test]
        fn a_masked_number_hides_digits(middle in "[0-9]{4}", end in "[0-9]{4}") {
            let masked = mask_phone(&format!("0899{middle}{end}"));
            prop_assert_eq!(masked, format!("0899-••••-{end}"));
        }

        #[test]
        fn any_text_is_taken(typed in ".{0,20}") {
            let _ = (national_phone(&typed), mask_phone(&typed), phone_warning(&typed), email_warning(&typed));
        }
    }
}
