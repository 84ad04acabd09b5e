//! The fold on disk: what the entries of a subject say, as rows for lists, search and forms.
//!
//! Each row follows from the log alone, so `rebuild` drops and remakes all of them and gets the same.

use super::{PROJECTION_VERSION, complaints, imports, local, log, series, unit, words};
use crate::error::Result;
use loket_domain::calendar::Calendar;
use loket_domain::complaint::{Complaint, text_of};
use loket_domain::entry::PartName;
use loket_domain::facts::{
    HolidayFacts, ImportFacts, ImportMatter, NumberingFacts, OfficerFacts, OfficerMatter, ReservedFacts, SeriesTail,
    ServiceFacts, TextMatter, UnitFacts, UnitMatter, UnusedFacts, kind,
};
use loket_domain::fold::{self, Opened, Place};
use loket_domain::number::{Ledger, Span, SpanState};
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::{Connection, Executor, SqliteConnection};
use std::collections::HashSet;
use uuid::Uuid;

const BATCH: i64 = 500;
/// Rows of a dump that are held at once.
const DUMPED: usize = 10_000;
/// Complaints whose entries are read at once in a rebuild.
const FOLDED_TOGETHER: usize = 100;
/// Tables that the bodies alone fill; the fold reads them.
const LOG_TABLES: [&str; 2] = ["entry_index", "subject_head"];
/// Bytes of words that a rebuild gathers before the full-text index writes a segment.
const BULK_WORDS: i64 = 32 << 20;

/// Makes the rows of one subject anew from its entries. `calendar` is kept from one complaint to the next, and
/// forgotten where something else changes.
pub async fn refold(conn: &mut SqliteConnection, subject: Uuid, calendar: &mut Option<Calendar>) -> Result<()> {
    let entries = log::of_subject(conn, subject).await?;
    if let Some(complaint) = Complaint::from_entries(subject, &entries) {
        return match imports::has_left(conn, &complaint).await? {
            true => Ok(()),
            false => complaints::set(conn, complaint, calendar).await,
        };
    }
    *calendar = None;
    other(conn, subject, &entries).await
}

/// Rows of what is no complaint.
async fn other(conn: &mut SqliteConnection, subject: Uuid, entries: &[Opened]) -> Result<()> {
    let ordered = fold::causal_order(entries);
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
    if let Some(made) = ordered.iter().find(|e| e.body.kind == kind::IMPORT_MADE) {
        let (facts, matter): (ImportFacts, ImportMatter) = shown(&ordered, kind::IMPORT_MADE)?;
        let undone = ordered.iter().find(|e| e.body.kind == kind::IMPORT_UNDONE).map(|e| e.body.at.as_str());
        imports::set(conn, subject, (made.body.actor, &made.body.at), &facts, &matter, undone).await?;
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

/// The series: the last template, the highest presumed number, whether it rests, and numbers without a record.
async fn numbering(conn: &mut SqliteConnection, ordered: &[&Opened]) -> Result<()> {
    let mut current: Option<(NumberingFacts, bool)> = None;
    let mut ledger = Ledger::default();
    for entry in ordered {
        let facts = Value::Object(entry.body.facts.clone());
        match entry.body.kind.as_str() {
            kind::NUMBERING_SET => {
                let set: NumberingFacts = serde_json::from_value(facts)?;
                unit::raise_last_number(conn, &set.counter_code, &set.period, set.last_paper_number).await?;
                ledger.tell(span(&set.counter_code, &set.period, 1, set.last_paper_number, SpanState::PaperBook));
                let frozen = current.as_ref().is_some_and(|(_, frozen)| *frozen);
                current = Some((set, frozen));
            }
            kind::NUMBERING_FROZEN => {
                ledger.doubt();
                current = current.map(|(set, _)| (set, true));
            }
            kind::NUMBERING_RESUMED => {
                let tail: SeriesTail = serde_json::from_value(facts)?;
                if let Some((set, frozen)) = &mut current {
                    *frozen = false;
                    let last = tail.last_on_paper.unwrap_or(0).max(tail.last_known);
                    unit::raise_last_number(conn, &set.counter_code, &tail.period, last).await?;
                    let first = tail.last_known + 1;
                    ledger.tell(span(&set.counter_code, &tail.period, first, last, SpanState::PerhapsUsed));
                }
            }
            kind::NUMBERING_RESERVED => {
                let told: ReservedFacts = serde_json::from_value(facts)?;
                unit::raise_last_number(conn, &told.counter, &told.period, told.last).await?;
                let open = span(&told.counter, &told.period, told.first, told.last, SpanState::Open);
                ledger.tell(Span { date: Some(told.numbered_on), numbers: told.numbers, ..open });
            }
            kind::NUMBERING_UNUSED => {
                let told: UnusedFacts = serde_json::from_value(facts)?;
                let before = ledger.of(&told.counter, &told.period, told.number);
                let date = before.and_then(|span| span.date);
                let numbers = before.and_then(|span| span.number(told.number)).map(str::to_owned);
                let numbers = numbers.into_iter().collect();
                let unused = span(&told.counter, &told.period, told.number, told.number, SpanState::Unused);
                ledger.tell(Span { date, numbers, reason: text_of(entry), ..unused });
            }
            _ => {}
        }
    }
    let Some((set, frozen)) = current else { return Ok(()) };
    series::set_spans(conn, &ledger).await?;
    unit::set_numbering(conn, &set, frozen).await
}

fn span(counter: &str, period: &str, first: u32, last: u32, state: SpanState) -> Span {
    let (counter, period) = (counter.to_owned(), period.to_owned());
    Span { counter, period, first, last, date: None, numbers: Vec::new(), state, reason: String::new() }
}

/// Drops the projection and makes it anew from the log, in one transaction.
///
/// # Errors
/// [`crate::Error::Entry`] when an entry cannot be read; nothing is changed then.
pub async fn rebuild(conn: &mut SqliteConnection) -> Result<u64> {
    // What is dropped is written again at once, so its pages need not be emptied one by one first.
    conn.execute("PRAGMA secure_delete = FAST").await?;
    let done = rebuild_in(conn).await;
    conn.execute("PRAGMA secure_delete = ON").await?;
    done
}

async fn rebuild_in(conn: &mut SqliteConnection) -> Result<u64> {
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    super::reset_projection(&mut tx).await?;
    words::gather(&mut tx, BULK_WORDS).await?;
    let (mut after, mut seen, mut unit, mut complaints) = (0, HashSet::new(), Vec::new(), Vec::new());
    loop {
        let batch = log::walk(&mut tx, after, BATCH).await?;
        let Some((last, _, _)) = batch.last() else { break };
        after = *last;
        let batch: Vec<_> = batch.into_iter().map(|(_, entry, _)| entry).collect();
        log::index(&mut tx, &batch.iter().collect::<Vec<_>>()).await?;
        for entry in &batch {
            if seen.insert(entry.body.subject) {
                let registers =
                    [kind::COMPLAINT_REGISTERED, kind::COMPLAINT_IMPORTED].contains(&entry.body.kind.as_str());
                if registers { &mut complaints } else { &mut unit }.push(entry.body.subject);
            }
        }
    }
    super::make_indexes(&mut tx, |table| LOG_TABLES.contains(&table)).await?;
    // Days to work depend on the calendar, and complaints on their import: these come before complaints.
    let mut calendar = None;
    for subject in &unit {
        refold(&mut tx, *subject, &mut calendar).await?;
    }
    let undone = imports::undone(&mut tx).await?;
    for batch in complaints.chunks(FOLDED_TOGETHER) {
        let subjects = log::of_subjects(&mut tx, batch).await?;
        let here = fold_all(&subjects, &undone);
        complaints::add(&mut tx, &here, &mut calendar).await?;
    }
    super::make_indexes(&mut tx, |table| !LOG_TABLES.contains(&table)).await?;
    words::unite(&mut tx).await?;
    words::gather(&mut tx, words::GATHERED).await?;
    local::set(&mut tx, "projection_version", PROJECTION_VERSION).await?;
    tx.commit().await?;
    Ok(seen.len() as u64)
}

/// Complaints with the places of their first entries; those whose import was taken back are left out.
fn fold_all(subjects: &[log::Subject], undone: &HashSet<Uuid>) -> Vec<(i64, Complaint)> {
    let folded = subjects.iter().filter_map(|s| Some((s.first, Complaint::from_entries(s.id, &s.entries)?)));
    folded.filter(|(_, c)| !imports::went(c, undone)).collect()
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
    ("number_span", "span_no"),
    ("complaint", "complaint_no"),
    ("reporter", "reporter_id"),
    ("link", "complaint_id, other_id"),
    ("import", "import_id"),
    ("imported", "complaint_id"),
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
        // The key of the last row, as SQL writes it, is where the next ones begin.
        let key = order.split(", ").map(|column| format!("quote({column})")).collect::<Vec<_>>().join(" || ', ' || ");
        let (mut hasher, mut count, mut beyond) = (blake3::Hasher::new(), 0, String::new());
        loop {
            let sql = format!("SELECT {columns}, {key} FROM {table} {beyond} ORDER BY {order} LIMIT {DUMPED}");
            let rows: Vec<(String, String)> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_all(&mut *conn).await?;
            for (row, _) in &rows {
                hasher.update(row.as_bytes());
                hasher.update(b"\n");
            }
            count += rows.len();
            if let Some((_, last)) = rows.last() {
                beyond = format!("WHERE ({order}) > ({last})");
            }
            if rows.len() < DUMPED {
                break;
            }
        }
        dumps.push((*table, format!("{count} {}", hasher.finalize().to_hex())));
    }
    Ok(dumps)
}
