//! Entries in words: what happened, by whom, and what a correction changed.

use crate::dto::detail::{ChangeView, TimelineItem};
use crate::view::facts::mask_email;
use chrono::DateTime;
use loket_desk::detail::{Change, Item};
use loket_domain::dates::{self, Zone};
use loket_domain::facts::kind;
use loket_domain::person;
use loket_domain::told;
use loket_domain::vocabulary::{Capacity, Channel, IdentityMode, Salutation};
use serde_json::Value;

/// Stands for a value that this officer may not read.
const HIDDEN: &str = "(disembunyikan)";

/// How much of a complaint this officer may read.
#[derive(Clone, Copy)]
pub struct Sight {
    /// What was said: subject, description, notes.
    pub content: bool,
    /// Who complains; NIK and telephone stay masked all the same.
    pub identity: bool,
}

/// One entry; `officer` is the name of who acted.
pub fn item(
    i: &Item,
    officer: String,
    sight: Sight,
    zone: Zone,
    name_of: &dyn Fn(&str) -> Option<String>,
) -> TimelineItem {
    let at = DateTime::parse_from_rfc3339(&i.at).ok().map(|t| zone.local(&t));
    TimelineItem {
        entry: i.entry.to_string(),
        at_text: at
            .map(|t| format!("{}, {}", dates::short_date(t.date_naive()), t.format("%H.%M")))
            .unwrap_or_default(),
        at: i.at.clone(),
        kind: i.kind.replace('.', "_"),
        title: told::title(&i.kind, &i.facts, zone),
        detail: if sight.content || i.kind == kind::COMPLAINT_VOIDED || i.kind == kind::IDENTITY_VIEWED {
            i.text.clone()
        } else {
            String::new()
        },
        officer,
        access: matches!(
            i.kind.as_str(),
            kind::IDENTITY_VIEWED | kind::ATTACHMENT_SAVED | kind::DOCUMENT_PRINTED | kind::DOCUMENT_MADE
        ),
        changes: i.changes.iter().filter_map(|c| change(c, sight, zone, name_of)).collect(),
    }
}

/// A corrected field in words; what follows from another field has none.
fn change(c: &Change, sight: Sight, zone: Zone, name_of: &dyn Fn(&str) -> Option<String>) -> Option<ChangeView> {
    let label = label(&c.field)?;
    let matter = !c.identity && !FACTS.contains(&c.field.as_str());
    let hidden = (c.identity && !sight.identity) || (matter && !sight.content);
    let read = |v: &Value| if hidden { HIDDEN.to_owned() } else { value(&c.field, v, zone, name_of) };
    Some(ChangeView { label: label.to_owned(), before: read(&c.before), after: read(&c.after) })
}

/// Fields of the body: codes and dates, open to every officer.
const FACTS: &[&str] = &[
    "channel",
    "channel_date",
    "received_at",
    "identity_mode",
    "restricted",
    "capacity",
    "proxy_date",
    "salutation",
    "service",
    "event_date",
    "read_back",
    "answer_due",
];

fn label(field: &str) -> Option<&'static str> {
    Some(match field {
        "channel" => "Saluran",
        "channel_date" => "Tanggal surat atau kotak dibuka",
        "channel_ref" => "Rujukan saluran",
        "received_at" => "Diterima",
        "identity_mode" => "Identitas",
        "restricted" => "Isi dibatasi",
        "capacity" => "Bertindak sebagai",
        "proxy_date" => "Tanggal surat kuasa",
        "on_behalf_of" => "Yang diwakili",
        "salutation" => "Sapaan",
        "name" => "Nama lengkap",
        "phone" => "Telepon",
        "email" => "Pos-el",
        "nik" => "NIK",
        "address" => "Alamat",
        "village_text" => "Desa atau kelurahan",
        "occupation" => "Pekerjaan",
        "service_text" => "Layanan",
        "event_date" => "Tanggal kejadian",
        "event_place" => "Tempat kejadian",
        "subject" => "Hal",
        "description" => "Uraian",
        "loss" => "Kerugian",
        "settlement" => "Penyelesaian yang diminta",
        "accused_officer" => "Petugas yang diadukan",
        "accused_text" => "Pihak yang diadukan",
        "read_back" => "Dibacakan kembali",
        "answer_due" => "Batas tanggapan pertama",
        _ => return None,
    })
}

fn value(field: &str, v: &Value, zone: Zone, name_of: &dyn Fn(&str) -> Option<String>) -> String {
    if let Some(flag) = v.as_bool() {
        return if flag { "ya" } else { "tidak" }.to_owned();
    }
    let Some(text) = v.as_str() else { return String::new() };
    let code = |label: Option<&'static str>| label.unwrap_or(text).to_owned();
    match field {
        "nik" => person::mask_nik_on_screen(text),
        "phone" => person::mask_phone(text),
        "email" => mask_email(text),
        "channel" => code(Channel::from_code(text).map(Channel::label)),
        "identity_mode" => code(IdentityMode::from_code(text).map(IdentityMode::label)),
        "capacity" => code(Capacity::from_code(text).map(Capacity::label)),
        "salutation" => code(Salutation::from_code(text).map(Salutation::label)),
        "accused_officer" => name_of(text).unwrap_or_default(),
        "received_at" => {
            DateTime::parse_from_rfc3339(text).map_or_else(|_| text.to_owned(), |t| dates::date_time(t, zone))
        }
        "channel_date" | "proxy_date" | "event_date" | "answer_due" => {
            text.parse().map_or_else(|_| text.to_owned(), dates::long_date)
        }
        _ => text.to_owned(),
    }
}
