//! Words that are offered and never forced: usual ones, after those that the officer wrote lately.

use crate::dto::form::{ComplaintForm, SuggestedField};
use crate::error::Failure;
use crate::state::Seated;

/// Suggestions offered at once.
const OFFERED: usize = 8;
/// Own words that are remembered for each field.
const REMEMBERED: usize = 12;
/// Longer texts tell a story of their own and are not remembered.
const LONGEST: usize = 60;

const LOSS: &[&str] = &[
    "Waktu dan ongkos",
    "Waktu",
    "Ongkos perjalanan",
    "Uang",
    "Kehilangan upah harian",
    "Layanan tertunda",
    "Tidak dapat berobat",
    "Berkas hilang",
    "Rasa malu atau tersinggung",
];
const SETTLEMENT: &[&str] = &[
    "Dilayani pekan ini",
    "Penjelasan tertulis",
    "Permintaan maaf",
    "Uang dikembalikan",
    "Loket ditambah",
    "Berkas diterbitkan",
    "Data dibetulkan",
    "Petugas dibina",
    "Sarana diperbaiki",
];
const EVENT_PLACE: &[&str] = &[
    "Kantor ini",
    "Loket 1, kantor ini",
    "Loket 2, kantor ini",
    "Ruang tunggu",
    "Lewat telepon",
    "Lewat WhatsApp",
    "Di rumah pelapor",
];

const fn usual(field: SuggestedField) -> &'static [&'static str] {
    match field {
        SuggestedField::Loss => LOSS,
        SuggestedField::Settlement => SETTLEMENT,
        SuggestedField::EventPlace => EVENT_PLACE,
    }
}

const fn key(field: SuggestedField) -> &'static str {
    match field {
        SuggestedField::Loss => "recent.loss",
        SuggestedField::Settlement => "recent.settlement",
        SuggestedField::EventPlace => "recent.eventPlace",
    }
}

/// Suggestions that hold every word typed so far.
pub async fn find(s: &Seated, field: SuggestedField, typed: &str) -> Result<Vec<String>, Failure> {
    let words: Vec<String> = typed.to_lowercase().split_whitespace().take(8).map(str::to_owned).collect();
    let recent = recent(s, field).await?;
    let mut found: Vec<String> = Vec::new();
    for text in recent.into_iter().chain(usual(field).iter().map(|t| (*t).to_owned())) {
        let lower = text.to_lowercase();
        if words.iter().all(|w| lower.contains(w)) && !found.contains(&text) {
            found.push(text);
        }
    }
    found.truncate(OFFERED);
    Ok(found)
}

/// Remembers short words of a registered form for this officer; nothing of restricted ones.
pub async fn remember(s: &Seated, form: &ComplaintForm) -> Result<(), Failure> {
    if form.restricted {
        return Ok(());
    }
    let fields = [
        (SuggestedField::Loss, &form.loss),
        (SuggestedField::Settlement, &form.settlement),
        (SuggestedField::EventPlace, &form.event_place),
    ];
    for (field, text) in fields {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST || text.contains('\n') || usual(field).contains(&text) {
            continue;
        }
        let mut list = recent(s, field).await?;
        list.retain(|t| t != text);
        list.insert(0, text.to_owned());
        list.truncate(REMEMBERED);
        s.desk.set_preference(s.officer, key(field), &serde_json::to_string(&list)?).await?;
    }
    Ok(())
}

async fn recent(s: &Seated, field: SuggestedField) -> Result<Vec<String>, Failure> {
    let stored = s.desk.preference(s.officer, key(field)).await?;
    Ok(stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}
