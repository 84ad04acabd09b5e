//! Words of old registers, read into codes; reasons for a refused row, said in Indonesian.

use super::map::{Field, ImportMap};
use crate::intake::FieldError;
use crate::vocabulary::{Channel, IdentityMode, State};
use std::collections::BTreeMap;

const CHANNELS: &[(&str, Channel)] = &[
    ("tatap muka", Channel::FaceToFace),
    ("langsung", Channel::FaceToFace),
    ("datang langsung", Channel::FaceToFace),
    ("loket", Channel::FaceToFace),
    ("offline", Channel::FaceToFace),
    ("kotak saran", Channel::SuggestionBox),
    ("kotak aduan", Channel::SuggestionBox),
    ("kotak pengaduan", Channel::SuggestionBox),
    ("surat", Channel::Letter),
    ("telepon", Channel::Telephone),
    ("telp", Channel::Telephone),
    ("call center", Channel::Telephone),
    ("sms", Channel::Sms),
    ("wa", Channel::WhatsApp),
    ("whatsapp", Channel::WhatsApp),
    ("whats app", Channel::WhatsApp),
    ("email", Channel::Email),
    ("e-mail", Channel::Email),
    ("surel", Channel::Email),
    ("pos-el", Channel::Email),
    ("website", Channel::Website),
    ("web", Channel::Website),
    ("laman", Channel::Website),
    ("media sosial", Channel::SocialMedia),
    ("medsos", Channel::SocialMedia),
    ("facebook", Channel::SocialMedia),
    ("instagram", Channel::SocialMedia),
    ("twitter", Channel::SocialMedia),
    ("lapor", Channel::Sp4n),
    ("lapor!", Channel::Sp4n),
    ("sp4n", Channel::Sp4n),
    ("sp4n lapor", Channel::Sp4n),
    ("sp4n-lapor", Channel::Sp4n),
    ("ombudsman", Channel::Ombudsman),
    ("dprd", Channel::Parliament),
    ("dpr", Channel::Parliament),
    ("media massa", Channel::MassMedia),
    ("koran", Channel::MassMedia),
    ("musyawarah", Channel::Forum),
];

const STATES: &[(&str, State)] = &[
    ("selesai", State::Closed),
    ("tuntas", State::Closed),
    ("ditutup", State::Closed),
    ("ditutup oleh admin", State::Closed),
    ("ditutup oleh sistem", State::Closed),
    ("diarsipkan", State::Closed),
    ("diarsipkan oleh admin", State::Closed),
    ("diarsipkan oleh sistem", State::Closed),
    ("dicabut", State::Closed),
    ("dianggap mencabut", State::Closed),
    ("closed", State::Closed),
    ("done", State::Closed),
    ("dijawab", State::Answered),
    ("sudah dijawab", State::Answered),
    ("sudah ditanggapi", State::Answered),
    ("ditanggapi oleh pelapor", State::Answered),
    ("answered", State::Answered),
    ("baru", State::Received),
    ("belum", State::Received),
    ("belum terverifikasi", State::Received),
    ("belum ditindaklanjuti", State::Received),
    ("terverifikasi", State::Received),
    ("proses", State::Received),
    ("diproses", State::Received),
    ("dalam proses", State::Received),
    ("sedang diproses", State::Received),
    ("tertunda", State::Received),
    ("open", State::Received),
];

/// *Anonim* and *rahasia* are words of SP4N-LAPOR! with another sense there; see [`super::row`].
const MODES: &[(&str, IdentityMode)] = &[
    ("nama disembunyikan", IdentityMode::Confidential),
    ("publik", IdentityMode::Open),
    ("normal", IdentityMode::Open),
];

fn plain(word: &str) -> String {
    word.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The office's own words first, then codes, labels and usual words.
fn find<T: Copy>(
    word: &str,
    own: &BTreeMap<String, T>,
    all: &[T],
    names: impl Fn(T) -> [&'static str; 2],
    usual: &[(&str, T)],
) -> Option<T> {
    let word = plain(word);
    own.iter()
        .find(|(known, _)| plain(known) == word)
        .map(|(_, value)| *value)
        .or_else(|| all.iter().copied().find(|v| names(*v).iter().any(|name| plain(name) == word)))
        .or_else(|| usual.iter().find(|(known, _)| *known == word).map(|(_, value)| *value))
}

/// The channel that a word names.
#[must_use]
pub fn channel_of(word: &str, map: &ImportMap) -> Option<Channel> {
    find(word, &map.channels, Channel::ALL, |c| [c.code(), c.label()], CHANNELS)
}

/// The state that a word names.
#[must_use]
pub fn state_of(word: &str, map: &ImportMap) -> Option<State> {
    let old = [State::Received, State::Answered, State::Closed];
    find(word, &map.states, &old, |s| [s.code(), s.label()], STATES)
}

/// The openness that a word names.
#[must_use]
pub fn mode_of(word: &str, map: &ImportMap) -> Option<IdentityMode> {
    find(word, &map.identity_modes, IdentityMode::ALL, |m| [m.code(), m.label()], MODES)
}

/// Why a row is refused, as the person reads it: the field and what is wrong, never what stood there.
#[must_use]
pub fn reason(error: &FieldError) -> String {
    let what = match error.code.as_str() {
        "required" => "kosong",
        "date" => "tidak terbaca",
        "time" => "jam tidak terbaca",
        "zone" => "berjam tanpa zona waktu",
        "future" => "sesudah hari ini",
        "impossible" => "tidak mungkin",
        "before_received" => "sebelum aduan diterima",
        "too_long" => "terlalu panjang",
        "unknown" => "tidak dikenal",
        "line_too_long" => "lebih panjang daripada satu mebibita; periksa tanda kutipnya",
        "other_content" => "sudah ada dengan isi lain",
        other => other,
    };
    format!("{} {what}", subject(&error.field))
}

/// Errors name fields as forms do, `eventDate`; some name what no form holds.
fn subject(field: &str) -> &'static str {
    let code = match field {
        "receivedAt" => "received",
        "villageText" => "village",
        "serviceText" => "service",
        "eventDate" => "event_date",
        "eventPlace" => "event_place",
        "accusedText" => "accused",
        "channelRef" => "channel_ref",
        other => other,
    };
    Field::from_code(code).map_or("Baris", Field::label)
}
