//! Commands that read: they work beside an open window, through a connection that cannot write.

use crate::answer::{AMBIGUOUS, Answer};
use crate::opening::{Reader, with_reader};
use chrono::DateTime;
use clap::ValueEnum;
use loket_desk::place::Place;
use loket_desk::store::complaints::{COUNT_LIMIT, Filter, Viewer};
use loket_desk::{Error, Result, list, register, store, verify as proving, witness};
use loket_domain::complaint::Complaint;
use loket_domain::dates::{self, Zone};
use loket_domain::entry::fingerprint_prefix;
use loket_domain::facts::LogHead;
use loket_domain::intake::{ComplaintInput, FieldError};
use loket_domain::labels::entry_label;
use loket_domain::office::OfficeSetup;
use loket_domain::person;
use loket_domain::reporters::Reporter;
use loket_domain::vocabulary::{IdentityMode, State};
use serde_json::{Value, json};
use sqlx::SqliteConnection;
use std::path::Path;
use uuid::Uuid;

/// What a schema is asked of.
#[derive(Clone, Copy, ValueEnum)]
pub enum Schema {
    /// The file of `init`.
    Office,
    /// The file of `register`.
    Complaint,
    /// The mapping of `import`.
    ImportMap,
}

pub fn schema(what: Schema) -> Result<Answer> {
    let schema = match what {
        Schema::Office => schemars::schema_for!(OfficeSetup),
        Schema::Complaint => schemars::schema_for!(ComplaintInput),
        Schema::ImportMap => schemars::schema_for!(loket_domain::import::ImportMap),
    };
    let json = serde_json::to_value(schema)?;
    Ok(Answer { lines: vec![serde_json::to_string_pretty(&json)?], json })
}

/// One complaint as lists show it: identities kept confidential stay closed, nobody is signed in here.
pub async fn show(place: &Place, key_file: Option<&Path>, reference: &str) -> Result<Answer> {
    with_reader(place, key_file, async |reader| show_one(reader, reference).await).await
}

async fn show_one(reader: &mut Reader, reference: &str) -> Result<Answer> {
    let conn = &mut reader.conn;
    let zone = zone(conn).await?;
    let id = one(conn, reference).await?;
    let row = store::complaints::row(conn, id).await?.ok_or(Error::NotFound("complaint"))?;
    let entries = store::log::of_subject(conn, id).await?;
    let complaint = Complaint::from_entries(id, &entries).ok_or(Error::NotFound("complaint"))?;
    let mut linked = Vec::new();
    for other in store::reporters::linked(conn, id).await? {
        linked.extend(store::complaints::row(conn, other).await?.map(|r| list::number(&r).to_owned()));
    }
    let timeline: Vec<Value> = entries
        .iter()
        .map(|e| json!({ "at": e.body.at, "kind": e.body.kind, "fingerprint": e.hash.fingerprint() }))
        .collect();
    let number = match row.imported {
        true => format!("Dari register lama, nomor lama {}", row.old_number),
        false => row.number.clone(),
    };
    let received = format!("Diterima {}", at_words(&row.received_at, zone));
    let state = State::from_code(&row.state).map_or("", State::label);
    let due = row.answer_due.parse().map(|day| format!("batas tanggapan {}", dates::long_date(day)));
    let mut lines = vec![
        joined(&[&number, &list::subject(&row)]),
        joined(&[&received, &row.service, &list::person(&row)]),
        joined(&[&format!("Keadaan: {state}"), &due.unwrap_or_default()]),
    ];
    lines.extend(linked.iter().map(|number| format!("Tertaut dengan {number}")));
    lines.extend(complaint.reporters.iter().map(|r| format!("Pelapor ke-{} · {}", r.place, further(r, zone))));
    lines.push("Linimasa:".to_owned());
    lines.extend(entries.iter().map(|e| format!("  {}  {}", at_words(&e.body.at, zone), entry_label(&e.body.kind))));
    let reporters: Vec<Value> = complaint
        .reporters
        .iter()
        .map(|r| json!({ "id": r.id, "place": r.place, "received_at": r.facts.received_at, "answer_due": r.facts.answer_due, "answered": r.answered.is_some() }))
        .collect();
    Ok(Answer {
        lines,
        json: json!({ "links": linked, "reporters": reporters, "id": id, "number": row.number, "old_number": row.old_number, "imported": row.imported, "received_at": row.received_at, "state": row.state, "answer_due": row.answer_due, "entries": timeline }),
    })
}

/// A further reporter as lists show one.
fn further(r: &Reporter, zone: Zone) -> String {
    let name = r.identity.as_ref().and_then(|i| i.name.as_deref()).unwrap_or_default();
    let who = match r.facts.identity_mode {
        Some(IdentityMode::Open) => person::short_name(name),
        Some(IdentityMode::None) => "Tanpa identitas".to_owned(),
        _ => "Identitas dirahasiakan".to_owned(),
    };
    let received = format!("diterima {}", at_words(r.facts.received_at.as_deref().unwrap_or_default(), zone));
    let due = r.facts.answer_due.map(|day| format!("batas tanggapan {}", dates::long_date(day)));
    joined(&[&who, &received, &due.unwrap_or_default()])
}

/// The complaint that a reference names. Digits alone are a sequence number, when only one complaint bears it.
async fn one(conn: &mut SqliteConnection, reference: &str) -> Result<Uuid> {
    if let Some(id) = store::complaints::find(conn, reference).await? {
        return Ok(id);
    }
    let seq = reference.trim().parse::<u32>().map_err(|_| Error::NotFound("complaint"))?;
    let numbers = store::complaints::numbers_of_sequence(conn, seq.into()).await?;
    match numbers.as_slice() {
        [] => Err(Error::NotFound("complaint")),
        [number] => store::complaints::find(conn, number).await?.ok_or(Error::NotFound("complaint")),
        several => Err(Error::Invalid(vec![FieldError {
            detail: Some(several.join(", ")),
            ..FieldError::new("reference", AMBIGUOUS)
        }])),
    }
}

async fn zone(conn: &mut SqliteConnection) -> Result<Zone> {
    Ok(store::unit::settings(conn).await?.map_or(Zone::Wib, |(_, facts, _)| facts.zone))
}

/// `22 November 2026, 08.28 WIB`; what is no time stays as it is.
fn at_words(at: &str, zone: Zone) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(
        |_| at.to_owned(),
        |time| format!("{}, {}", dates::long_date(zone.date(&time)), dates::clock_time(time, zone)),
    )
}

/// Parts of a line that hold something.
fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

/// What a search finds for somebody without the right to closed identities.
pub async fn search(place: &Place, key_file: Option<&Path>, words: &str) -> Result<Answer> {
    with_reader(place, key_file, async |reader| search_in(reader, words).await).await
}

async fn search_in(reader: &mut Reader, words: &str) -> Result<Answer> {
    let conn = &mut reader.conn;
    let filter = Filter { text: words.to_owned(), descending: true, ..Filter::default() };
    let nobody = Viewer::NOBODY;
    let rows = store::complaints::page(conn, &filter, nobody, None).await?.rows;
    let count = store::complaints::count(conn, &filter, nobody).await?;
    let mut lines: Vec<String> = rows
        .iter()
        .map(|r| format!("{}  {}  {}  {}", list::number(r), &r.received_at[..10], list::subject(r), list::person(r)))
        .collect();
    let more = count > COUNT_LIMIT;
    let count = count.min(COUNT_LIMIT);
    lines.push(if more { format!("Lebih dari {count} aduan cocok.") } else { format!("{count} aduan cocok.") });
    let found: Vec<Value> = rows
        .iter()
        .map(|r| json!({ "id": r.complaint_id, "number": r.number, "received_at": r.received_at, "state": r.state }))
        .collect();
    Ok(Answer { lines, json: json!({ "count": count, "more": more, "rows": found }) })
}

/// Proof of the whole file, or the entry that a paper names.
pub async fn verify(place: &Place, key_file: Option<&Path>, sidik: Option<&str>) -> Result<Answer> {
    // Read before the file is opened: an open window may go on meanwhile, and the witness never leads.
    let witnessed = witness::read(place);
    with_reader(place, key_file, async |reader| match sidik {
        Some(sidik) => entry(reader, sidik).await,
        None => prove(reader, witnessed).await,
    })
    .await
}

/// Proof of a bundle, without any register.
pub fn verify_bundle(path: &Path) -> Result<Answer> {
    let checked = loket_desk::bundle::check(path)?;
    Ok(Answer {
        lines: vec![
            format!("Utuh: {} entri dalam {} rantai. Semua tanda tangan cocok.", checked.entries, checked.logs),
            "Bukti ini tidak memuat nama dan uraian, dan tidak membuktikan bahwa ujung rantainya lengkap.".to_owned(),
        ],
        json: serde_json::to_value(checked)?,
    })
}

async fn entry(reader: &mut Reader, sidik: &str) -> Result<Answer> {
    let prefix = fingerprint_prefix(sidik).ok_or(Error::NotFound("entry"))?;
    let found = store::log::by_fingerprint(&mut reader.conn, &prefix).await?;
    let (subject, kind, at) = found.ok_or(Error::NotFound("entry"))?;
    let zone = zone(&mut reader.conn).await?;
    Ok(Answer {
        lines: vec![format!("{}, {}, pokok {subject}", entry_label(&kind), at_words(&at, zone))],
        json: json!({ "subject": subject, "kind": kind, "at": at }),
    })
}

async fn prove(reader: &mut Reader, witnessed: Option<LogHead>) -> Result<Answer> {
    let conn = &mut reader.conn;
    let report = proving::against(conn, witnessed).await?;
    Ok(Answer {
        lines: vec![format!(
            "Utuh: {} entri dalam {} rantai, {} bagian cocok, {} bagian tidak ada di sini.",
            report.entries, report.logs, report.parts, report.parts_absent
        )],
        json: serde_json::to_value(report)?,
    })
}

pub async fn stats(place: &Place, key_file: Option<&Path>) -> Result<Answer> {
    with_reader(place, key_file, figures).await
}

async fn figures(reader: &mut Reader) -> Result<Answer> {
    let conn = &mut reader.conn;
    let states = store::complaints::by_state(conn).await?;
    let all = store::complaints::all(conn).await?;
    let entries = store::log::count(conn).await?;
    let next = register::next_number(conn, chrono::Utc::now(), reader.practice).await?;
    let mut lines =
        vec![format!("{all} aduan, {entries} entri. Nomor berikutnya: {}.", next.as_deref().unwrap_or("ditahan"))];
    let label = |code: &String| State::from_code(code).map_or_else(|| code.clone(), |state| state.label().to_owned());
    lines.extend(states.iter().map(|(state, n)| format!("  {}: {n}", label(state))));
    let states: serde_json::Map<String, Value> = states.into_iter().map(|(s, n)| (s, json!(n))).collect();
    Ok(Answer { lines, json: json!({ "complaints": all, "entries": entries, "states": states, "next": next }) })
}
