//! The fold on disk: what the entries of a subject say, as rows for lists, search and forms.
//!
//! Each row follows from the log alone, so `rebuild` drops and remakes all of them and gets the same.

use super::{PROJECTION_VERSION, complaints, local, log, unit};
use crate::error::Result;
use loket_domain::complaint::Complaint;
use loket_domain::entry::PartName;
use loket_domain::facts::{
    HolidayFacts, NumberingFacts, OfficerFacts, OfficerMatter, SeriesTail, ServiceFacts, TextMatter, UnitFacts,
    UnitMatter, kind,
};
use loket_domain::fold::{self, Opened, Place};
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::{Connection, SqliteConnection};
use std::collections::HashSet;
use uuid::Uuid;

const BATCH: i64 = 500;

/// Makes the rows of one subject anew from its entries.
pub async fn refold(conn: &mut SqliteConnection, subject: Uuid) -> Result<()> {
    let entries = log::of_subject(conn, subject).await?;
    if let Some(complaint) = Complaint::from_entries(subject, &entries) {
        return complaints::set(conn, &complaint).await;
    }
    let ordered = fold::causal_order(&entries);
    let has = |kind: &str| ordered.iter().any(|e| e.body.kind == kind);
    if has(kind::OFFICER_CHANGED) {
        let (facts, matter): (OfficerFacts, OfficerMatter) = shown(&ordered, kind::OFFICER_CHANGED)?;
        unit::set_officer(conn, subject, &facts, &matter).await?;
    }
    if has(kind::SERVICE_CHANGED) {
        let (facts, matter): (ServiceFacts, TextMatter) = shown(&ordered, kind::SERVICE_CHANGED)?;
        unit::set_service(conn, subject, &facts, &matter.text).await?;
    }
    if has(kind::HOLIDAY_ADDED) {
        let (facts, matter): (HolidayFacts, TextMatter) = shown(&ordered, kind::HOLIDAY_ADDED)?;
        unit::set_holiday(conn, subject, &facts.date.to_string(), &matter.text).await?;
    }
    if has(kind::UNIT_CHANGED) {
        let (facts, matter): (UnitFacts, UnitMatter) = shown(&ordered, kind::UNIT_CHANGED)?;
        unit::set_settings(conn, subject, &facts, &matter).await?;
    }
    numbering(conn, &ordered).await
}

/// Facts and matter of a subject that is changed by one kind of entry.
fn shown<F: DeserializeOwned, M: DeserializeOwned>(ordered: &[&Opened], kind: &str) -> Result<(F, M)> {
    let fields = fold::fields(ordered, &[kind]);
    let facts = fold::shown(&fields, Place::Facts);
    let matter = fold::shown(&fields, Place::Part(PartName::Matter));
    Ok((serde_json::from_value(Value::Object(facts))?, serde_json::from_value(Value::Object(matter))?))
}

/// The series: the last template, the highest presumed number, and whether it rests.
async fn numbering(conn: &mut SqliteConnection, ordered: &[&Opened]) -> Result<()> {
    let mut current: Option<(NumberingFacts, bool)> = None;
    for entry in ordered {
        let facts = Value::Object(entry.body.facts.clone());
        match entry.body.kind.as_str() {
            kind::NUMBERING_SET => {
                let set: NumberingFacts = serde_json::from_value(facts)?;
                unit::raise_last_number(conn, &set.counter_code, &set.period, set.last_paper_number).await?;
                let frozen = current.as_ref().is_some_and(|(_, frozen)| *frozen);
                current = Some((set, frozen));
            }
            kind::NUMBERING_FROZEN => current = current.map(|(set, _)| (set, true)),
            kind::NUMBERING_RESUMED => {
                let tail: SeriesTail = serde_json::from_value(facts)?;
                if let Some((set, frozen)) = &mut current {
                    *frozen = false;
                    let last = tail.last_on_paper.unwrap_or(0).max(tail.last_known);
                    unit::raise_last_number(conn, &set.counter_code, &tail.period, last).await?;
                }
            }
            _ => {}
        }
    }
    match current {
        Some((set, frozen)) => unit::set_numbering(conn, &set, frozen).await,
        None => Ok(()),
    }
}

/// Drops the projection and makes it anew from the log, in one transaction.
///
/// # Errors
/// [`crate::Error::Entry`] when an entry cannot be read; nothing is changed then.
pub async fn rebuild(conn: &mut SqliteConnection) -> Result<u64> {
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    super::reset_projection(&mut tx).await?;
    let (mut after, mut seen, mut unit, mut complaints) = (0, HashSet::new(), Vec::new(), Vec::new());
    loop {
        let batch = log::walk(&mut tx, after, BATCH).await?;
        let Some((last, _, _)) = batch.last() else { break };
        after = *last;
        for (_, entry, _) in &batch {
            log::index(&mut tx, entry).await?;
            if seen.insert(entry.body.subject) {
                let registers = entry.body.kind == kind::COMPLAINT_REGISTERED;
                if registers { &mut complaints } else { &mut unit }.push(entry.body.subject);
            }
        }
    }
    // Days to work depend on the calendar: settings and days off come before complaints.
    for subject in unit.iter().chain(&complaints) {
        refold(&mut tx, *subject).await?;
    }
    local::set(&mut tx, "projection_version", PROJECTION_VERSION).await?;
    tx.commit().await?;
    Ok(seen.len() as u64)
}

/// Tables of the projection whose ordered dumps are equal before and after a rebuild.
pub const TABLES: &[(&str, &str)] = &[
    ("entry_index", "entry_hash"),
    ("subject_head", "subject, hash"),
    ("unit", "unit_id"),
    ("officer", "officer_id"),
    ("service", "service_id"),
    ("holiday", "holiday_id"),
    ("numbering", "one"),
    ("series", "counter, period"),
    ("complaint", "complaint_no"),
    ("reporter", "reporter_id"),
    ("link", "complaint_id, other_id"),
    ("text_open", "rowid"),
    ("text_closed", "rowid"),
];

/// A digest of each listed table in order.
pub async fn dump(conn: &mut SqliteConnection) -> Result<Vec<(&'static str, String)>> {
    let mut dumps = Vec::new();
    for (table, order) in TABLES {
        let columns = sqlx::query_scalar!(r#"SELECT group_concat('quote("' || name || '")', ' || char(31) || ') AS "c: String" FROM pragma_table_info(?)"#, table)
            .fetch_one(&mut *conn)
            .await?
            .unwrap_or_default();
        let sql = format!("SELECT {columns} FROM {table} ORDER BY {order}");
        let rows: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await?;
        let mut hasher = blake3::Hasher::new();
        for row in &rows {
            hasher.update(row.as_bytes());
            hasher.update(b"\n");
        }
        dumps.push((*table, format!("{} {}", rows.len(), hasher.finalize().to_hex())));
    }
    Ok(dumps)
}
