//! What is known of a person: names, addresses, NIK, NIP, telephone, e-mail.
//!
//! Nothing here refuses: odd forms give warnings, and what was typed is kept. The functions take
//! and give text; whoever stores it must not show it in logs, errors or `Debug`.

mod address;
mod contact;
mod identity_number;
mod in_text;
mod name;

pub use address::capitalise_address;
pub use contact::{
    EmailWarning, PhoneWarning, can_be_called, email_warning, mask_phone, national_phone, normalise_phone,
    phone_warning,
};
pub use identity_number::{
    NikWarning, NipWarning, group_nik, group_nip, mask_nik, mask_nik_on_screen, nik_warnings, nip_warnings,
    normalise_nik,
};
pub use in_text::mask_numbers;
pub use name::{capitalise_name, short_name};

/// First letter large, the others as they are.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Capitalises what was typed, cleaned; a text wholly in capitals counts as typed with the capital key
/// locked. Doing it twice changes nothing.
fn capitalise_typed(typed: &str, capitalise: fn(&str) -> String) -> String {
    let typed = crate::text::clean(typed);
    let shown = if is_shouted(&typed) { capitalise(&typed.to_lowercase()) } else { capitalise(&typed) };
    if is_shouted(&shown) {
        return capitalise(&shown.to_lowercase());
    }
    shown
}

fn is_shouted(text: &str) -> bool {
    let longest = text.split(|c: char| !c.is_alphabetic()).map(|word| word.chars().count()).max().unwrap_or(0);
    longest >= 4 && !text.chars().any(char::is_lowercase)
}

/// Only the digits of a text.
fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
