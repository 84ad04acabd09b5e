//! Entries in words: what happened, by what the body of an entry tells. One source for timeline, log list and paper.

use crate::dates::{self, Zone};
use crate::facts::kind;
use crate::labels::entry_label;
use crate::printing::{PrintOutcome, PrintReason};
use crate::vocabulary::{Channel, Conveyance};
use chrono::{DateTime, NaiveDate};
use serde_json::{Map, Value};

/// What happened, from what the body of the entry tells: `Tanda terima dicetak, salinan ke-1`. Nothing here is personal.
#[must_use]
pub fn title(entry_kind: &str, facts: &Map<String, Value>, zone: Zone) -> String {
    let title = plain(entry_kind, facts, zone);
    // Says so of what belongs to a further reporter.
    let further = facts.contains_key("reporter") && !entry_kind.starts_with("reporter.");
    if further { format!("{title}, pelapor tambahan") } else { title }
}

fn plain(entry_kind: &str, facts: &Map<String, Value>, zone: Zone) -> String {
    let text = |field: &str| facts.get(field).and_then(Value::as_str).unwrap_or_default();
    let conveyed = || Conveyance::from_code(text("by"));
    match entry_kind {
        kind::COMPLAINT_REGISTERED => {
            let channel = Channel::from_code(text("channel")).map_or("", |c| c.label());
            format!("Terdaftar di Loket {}, {}", text("counter"), lower(channel))
        }
        kind::COMPLAINT_ANSWERED => {
            let at =
                DateTime::parse_from_rfc3339(text("conveyed_at")).map(|t| format!(", {}", dates::date_time(t, zone)));
            format!("{}{}", answered(conveyed()), at.unwrap_or_default())
        }
        kind::COMPLAINT_CLOSED => closed(facts),
        kind::RECEIPT_HANDED_OVER => {
            format!("Lembar 1 diserahkan: {}", conveyed().map_or("", Conveyance::on_paper))
        }
        kind::DOCUMENT_MADE => {
            let name = paper(text("paper"), facts.get("receipt").and_then(Value::as_bool));
            match facts.get("correction").and_then(Value::as_u64) {
                Some(n) if n > 0 => format!("{name} dibuat, perbaikan ke-{n}"),
                _ => format!("{name} dibuat"),
            }
        }
        kind::DOCUMENT_PRINTED => printed(facts),
        kind::PIN_RESET if facts.get("by_recovery_key") == Some(&Value::Bool(true)) => {
            "PIN baru diberikan dengan kunci pemulihan".to_owned()
        }
        kind::ATTACHMENT_SAVED => match facts.get("original").and_then(Value::as_bool) {
            Some(false) => "Lampiran disimpan di luar program, tanpa data kamera".to_owned(),
            _ => "Lampiran disimpan di luar program, berkas asli".to_owned(),
        },
        other => entry_label(other).to_owned(),
    }
}

/// Name of a paper by its letter.
fn paper(letter: &str, receipt: Option<bool>) -> &'static str {
    match (letter, receipt) {
        ("b", _) => "Formulir pengaduan",
        ("j", _) => "Buku register",
        ("list", _) => "Daftar tenggat",
        ("log", _) => "Daftar jejak akses",
        (_, Some(false)) => "Bukti pencatatan",
        _ => "Tanda terima",
    }
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
    let paper = paper(code("paper"), None);
    let sheets = if matches!(code("paper"), "" | "a") { SHEETS } else { 1 };
    let times = match facts.get("copies").and_then(Value::as_u64) {
        Some(n) if n > 1 => format!(", {} rangkap", n * sheets),
        _ => String::new(),
    };
    match PrintOutcome::from_code(code("outcome")) {
        Some(PrintOutcome::Saved) => format!("{paper} disimpan sebagai berkas{run}"),
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
