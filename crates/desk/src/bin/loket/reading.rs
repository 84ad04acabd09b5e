//! Commands that read.

use crate::answer::Answer;
use crate::opening::{desk, opener};
use clap::ValueEnum;
use loket_desk::place::Place;
use loket_desk::store::complaints::{Filter, Viewer};
use loket_desk::{Error, Result, keys, list, store, verify as proving};
use loket_domain::intake::ComplaintInput;
use loket_domain::office::OfficeSetup;
use serde_json::{Value, json};
use std::path::Path;
use uuid::Uuid;

/// What a schema is asked of.
#[derive(Clone, Copy, ValueEnum)]
pub enum Schema {
    /// The file of `init`.
    Office,
    /// The file of `register`.
    Complaint,
}

pub fn schema(what: Schema) -> Result<Answer> {
    let schema = match what {
        Schema::Office => schemars::schema_for!(OfficeSetup),
        Schema::Complaint => schemars::schema_for!(ComplaintInput),
    };
    let json = serde_json::to_value(schema)?;
    Ok(Answer { lines: vec![serde_json::to_string_pretty(&json)?], json })
}

/// One complaint as lists show it: identities kept confidential stay closed, nobody is signed in here.
pub async fn show(place: &Place, key_file: Option<&Path>, reference: &str) -> Result<Answer> {
    let desk = desk(place, key_file).await?;
    let id = desk.find(reference).await?;
    let mut conn = desk.reader().await?;
    let row = store::complaints::row(&mut conn, id).await?.ok_or(Error::NotFound("complaint"))?;
    let entries = store::log::of_subject(&mut conn, id).await?;
    let timeline: Vec<Value> = entries
        .iter()
        .map(|e| json!({ "at": e.body.at, "kind": e.body.kind, "fingerprint": e.hash.fingerprint() }))
        .collect();
    drop(conn);
    desk.close().await?;
    let mut lines = vec![
        format!("{} · {}", row.number, list::subject(&row)),
        format!("Diterima {} · {} · {}", row.received_at, row.service, list::person(&row)),
        format!("Keadaan {} · batas tanggapan {}", row.state, row.answer_due),
    ];
    lines.extend(entries.iter().map(|e| format!("  {}  {}", e.body.at, e.body.kind)));
    Ok(Answer {
        lines,
        json: json!({ "id": id, "number": row.number, "received_at": row.received_at, "state": row.state, "answer_due": row.answer_due, "entries": timeline }),
    })
}

/// What a search finds for somebody without the right to closed identities.
pub async fn search(place: &Place, key_file: Option<&Path>, words: &str) -> Result<Answer> {
    let desk = desk(place, key_file).await?;
    let filter = Filter { text: words.to_owned(), descending: true, ..Filter::default() };
    let nobody = Viewer { officer: Uuid::nil(), all: false };
    let mut conn = desk.reader().await?;
    let (rows, _) = store::complaints::page(&mut conn, &filter, nobody, None).await?;
    let count = store::complaints::count(&mut conn, &filter, nobody).await?;
    drop(conn);
    desk.close().await?;
    let mut lines: Vec<String> = rows
        .iter()
        .map(|r| format!("{}  {}  {}  {}", r.number, &r.received_at[..10], list::subject(r), list::person(r)))
        .collect();
    lines.push(format!("{count} aduan cocok."));
    let found: Vec<Value> = rows
        .iter()
        .map(|r| json!({ "id": r.complaint_id, "number": r.number, "received_at": r.received_at, "state": r.state }))
        .collect();
    Ok(Answer { lines, json: json!({ "count": count, "rows": found }) })
}

/// Beside an open window this reads through a read-only connection.
pub async fn verify(place: &Place, key_file: Option<&Path>, sidik: Option<&str>) -> Result<Answer> {
    let opener = opener(place, key_file)?;
    let file = keys::KeyFile::read(&place.keys())?;
    let secrets = keys::unwrap(file.register, &file.lock.ok_or(Error::KeyMissing)?, &opener).await?;
    let mut conn = store::open_reader(&place.register(), &secrets.data).await?;
    if let Some(sidik) = sidik {
        let digits: String = sidik.chars().filter(char::is_ascii_hexdigit).collect();
        let prefix = hex::decode(digits).ok().filter(|p| p.len() >= 4).ok_or(Error::NotFound("entry"))?;
        let (subject, kind, at) =
            store::log::by_fingerprint(&mut conn, &prefix).await?.ok_or(Error::NotFound("entry"))?;
        return Ok(Answer {
            lines: vec![format!("{kind}, {at}, pokok {subject}")],
            json: json!({ "subject": subject, "kind": kind, "at": at }),
        });
    }
    let report = proving::file(&mut conn).await?;
    Ok(Answer {
        lines: vec![format!(
            "Utuh: {} entri dalam {} rantai, {} bagian cocok, {} bagian tidak ada di sini.",
            report.entries, report.logs, report.parts, report.parts_absent
        )],
        json: serde_json::to_value(report)?,
    })
}

pub async fn stats(place: &Place, key_file: Option<&Path>) -> Result<Answer> {
    let desk = desk(place, key_file).await?;
    let mut conn = desk.reader().await?;
    let states = store::complaints::by_state(&mut conn).await?;
    let all = store::complaints::all(&mut conn).await?;
    drop(conn);
    let entries = desk.entries().await?;
    let next = desk.next_number(chrono::Utc::now()).await?;
    desk.close().await?;
    let mut lines =
        vec![format!("{all} aduan, {entries} entri. Nomor berikutnya: {}.", next.as_deref().unwrap_or("ditahan"))];
    lines.extend(states.iter().map(|(state, n)| format!("  {state}: {n}")));
    let states: serde_json::Map<String, Value> = states.into_iter().map(|(s, n)| (s, json!(n))).collect();
    Ok(Answer { lines, json: json!({ "complaints": all, "entries": entries, "states": states, "next": next }) })
}
