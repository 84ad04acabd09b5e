//! Entries in words: what happened, by whom, and what a correction changed.

use crate::dto::detail::{ChangeView, TimelineItem};
use crate::view::facts::mask_email;
use chrono::{DateTime, NaiveDate};
use loket_desk::detail::{Change, Item};
use loket_domain::dates::{self, Zone};
use loket_domain::facts::kind;
use loket_domain::labels::entry_label;
use loket_domain::person;
use loket_domain::printing::{PrintOutcome, PrintReason};
use loket_domain::vocabulary::{Capacity, Channel, Conveyance, IdentityMode, Salutation};
use serde_json::{Map, Value};

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
        title: of_reporter(i, title(i, zone)),
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

fn title(i: &Item, zone: Zone) -> String {
    let text = |field: &str| i.facts.get(field).and_then(Value::as_str).unwrap_or_default();
    let conveyed = || Conveyance::from_code(text("by"));
    match i.kind.as_str() {
        kind::COMPLAINT_REGISTERED => {
            let channel = Channel::from_code(text("channel")).map_or("", |c| c.label());
            format!("Terdaftar di Loket {}, {}", text("counter"), lower(channel))
        }
        kind::COMPLAINT_ANSWERED => {
            let at =
                DateTime::parse_from_rfc3339(text("conveyed_at")).map(|t| format!(", {}", dates::date_time(t, zone)));
            format!("{}{}", answered(conveyed()), at.unwrap_or_default())
        }
        kind::COMPLAINT_CLOSED => closed(&i.facts),
        kind::RECEIPT_HANDED_OVER => {
            format!("Lembar 1 diserahkan: {}", conveyed().map_or("", Conveyance::on_paper))
        }
        kind::DOCUMENT_MADE if text("paper") == "b" => "Formulir pengaduan dibuat".to_owned(),
        kind::DOCUMENT_MADE => {
            match (i.facts.get("receipt").and_then(Value::as_bool), i.facts.get("correction").and_then(Value::as_u64)) {
                (receipt, Some(n)) if n > 0 => format!("{} dibuat, perbaikan ke-{n}", paper(receipt)),
                (receipt, _) => format!("{} dibuat", paper(receipt)),
            }
        }
        kind::DOCUMENT_PRINTED => printed(&i.facts),
        kind::ATTACHMENT_SAVED => match i.facts.get("original").and_then(Value::as_bool) {
            Some(false) => "Lampiran disimpan di luar program, tanpa data kamera".to_owned(),
            _ => "Lampiran disimpan di luar program, berkas asli".to_owned(),
        },
        other => entry_label(other).to_owned(),
    }
}

/// Says so of what belongs to a further reporter.
fn of_reporter(i: &Item, title: String) -> String {
    let further = i.facts.contains_key("reporter") && !i.kind.starts_with("reporter.");
    if further { format!("{title}, pelapor tambahan") } else { title }
}

fn paper(receipt: Option<bool>) -> &'static str {
    if receipt == Some(true) { "Tanda terima" } else { "Bukti pencatatan" }
}

fn answered(by: Option<Conveyance>) -> String {
    match by {
        Some(Conveyance::InPerson) => "Ditanggapi, disampaikan langsung".to_owned(),
        Some(Conveyance::NoticeBoard) => "Ditanggapi di papan pengumuman".to_owned(),
        Some(by) => format!("Ditanggapi lewat {}", by.on_paper()),
        None => "Ditanggapi".to_owned(),
    }
}

fn closed(facts: &Map<String, Value>) -> String {
    let flag = |field: &str| facts.get(field).and_then(Value::as_bool).unwrap_or(false);
    let day = facts.get("date").and_then(Value::as_str).and_then(|d| d.parse::<NaiveDate>().ok());
    let day = day.map(|d| format!(", {}", dates::long_date(d))).unwrap_or_default();
    match (flag("at_counter"), flag("agreed")) {
        (true, true) => format!("Selesai di tempat, pelapor menerima{day}"),
        (true, false) => format!("Selesai di tempat{day}"),
        (false, _) => format!("Selesai{day}"),
    }
}

/// Lembar 1 and Lembar 2.
const SHEETS: u64 = 2;

fn printed(facts: &Map<String, Value>) -> String {
    let copy = facts.get("copy").and_then(Value::as_u64).unwrap_or(0);
    let run = if copy > 0 { format!(", salinan ke-{copy}") } else { String::new() };
    let code = |field: &str| facts.get(field).and_then(Value::as_str).unwrap_or_default();
    let why = PrintReason::from_code(code("reason")).map_or("", PrintReason::label);
    let (paper, sheets) = if code("paper") == "b" { ("Formulir pengaduan", 1) } else { ("Tanda terima", SHEETS) };
    let times = match facts.get("copies").and_then(Value::as_u64) {
        Some(n) if n > 1 => format!(", {} rangkap", n * sheets),
        _ => String::new(),
    };
    match PrintOutcome::from_code(code("outcome")) {
        Some(PrintOutcome::Saved) => format!("{paper} disimpan sebagai PDF{run}"),
        Some(PrintOutcome::Failed) if why.is_empty() => format!("{paper} belum tercetak"),
        Some(PrintOutcome::Failed) => format!("{paper} belum tercetak: {why}"),
        Some(PrintOutcome::Sent) if why.is_empty() => format!("{paper} dikirim ke printer{run}{times}"),
        Some(PrintOutcome::Sent) => format!("{paper} dikirim ke printer{run}{times}; {why}"),
        Some(PrintOutcome::Printed) | None => format!("{paper} dicetak{run}{times}"),
    }
}

/// First letter small, unless the word is a name or an abbreviation.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    let first = letters.next();
    let proper = label.chars().skip(1).any(char::is_uppercase);
    match first {
        Some(c) if !proper => c.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
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
