//! The log as a list: who did what when, newest first.

use super::log::last_with;
use crate::error::Result;
use chrono::NaiveDate;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

/// Entries that a page holds.
pub const PAGE: i64 = 100;

/// What a list of entries is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// Who acted.
    pub officer: Option<Uuid>,
    /// About which complaint.
    pub subject: Option<Uuid>,
    /// How the hash begins (the *sidik* of papers); empty for all.
    pub prefix: Vec<u8>,
    /// Kinds; empty means all.
    pub kinds: Vec<&'static str>,
    /// First local day.
    pub from: Option<NaiveDate>,
    /// Last local day.
    pub to: Option<NaiveDate>,
    /// Of complaints *berkadar pengawasan* alone.
    pub supervisory_only: bool,
}

/// One entry in a line.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AuditRow {
    /// Place of arrival; where the next page begins.
    pub entry_no: i64,
    /// Hash.
    pub entry_hash: Vec<u8>,
    /// Its kind.
    pub kind: String,
    /// Exact bytes of its body.
    pub body: Vec<u8>,
    /// Who acted, on that PC's word.
    pub actor: Uuid,
    /// RFC 3339.
    pub at: String,
    /// The complaint that it is about.
    pub complaint_id: Option<Uuid>,
    /// Number of the complaint, or of the old register; empty where it is about none.
    pub number: String,
}

/// One page below `before`, and one row more when there are others.
pub async fn page(conn: &mut SqliteConnection, f: &AuditFilter, before: Option<i64>) -> Result<Vec<AuditRow>> {
    // The order of arrival leads: the newest are read first, and no more than the page needs. Of one complaint or one
    // fingerprint there are few, and their index leads.
    let few = f.subject.is_some() || !f.prefix.is_empty();
    let from = match few {
        true => "entry_index AS i CROSS JOIN entry AS e ON e.hash = i.entry_hash",
        false => "entry AS e CROSS JOIN entry_index AS i ON i.entry_hash = e.hash",
    };
    let mut q = QueryBuilder::<Sqlite>::new(format!(
        "SELECT e.entry_no, i.entry_hash, i.kind, e.body, i.actor, i.at, c.complaint_id,
                coalesce(nullif(c.number, ''), c.old_number, '') AS number
         FROM {from} LEFT JOIN complaint AS c ON c.complaint_id = i.subject WHERE 1 = 1",
    ));
    if let Some(before) = before {
        q.push(" AND e.entry_no < ").push_bind(before);
    }
    for (column, id) in [("i.actor", f.officer), ("i.subject", f.subject)] {
        if let Some(id) = id {
            q.push(format!(" AND {column} = ")).push_bind(id.as_bytes().to_vec());
        }
    }
    if !f.prefix.is_empty() {
        q.push(" AND i.entry_hash BETWEEN ").push_bind(f.prefix.clone()).push(" AND ").push_bind(last_with(&f.prefix));
    }
    if !f.kinds.is_empty() {
        q.push(" AND i.kind IN (SELECT value FROM json_each(").push_bind(serde_json::to_string(&f.kinds)?).push("))");
    }
    for (compares, day) in [(">=", f.from), ("<=", f.to)] {
        if let Some(day) = day {
            q.push(format!(" AND substr(i.at, 1, 10) {compares} ")).push_bind(day.to_string());
        }
    }
    if f.supervisory_only {
        q.push(" AND c.supervisory = 1");
    }
    q.push(" ORDER BY e.entry_no DESC LIMIT ").push_bind(PAGE + 1);
    Ok(q.build_query_as().fetch_all(conn).await?)
}
