//! Words of complaints for the search.

use super::rows;
use crate::error::Result;
use crate::stem;
use loket_domain::complaint::Complaint;
use loket_domain::facts::{ComplaintIdentity, ComplaintMatter};
use loket_domain::vocabulary::IdentityMode;
use sqlx::{Connection, SqliteConnection};

/// Bytes of words that FTS5 gathers before it writes a segment, unless told otherwise.
pub const GATHERED: i64 = 1 << 20;

/// Pages that one merge writes at most in each index.
const MERGE_PAGES: i64 = 500;

/// Gives both indexes a special command of FTS5.
async fn command(conn: &mut SqliteConnection, name: &str, value: Option<i64>) -> Result<()> {
    for index in ["text_open", "text_closed"] {
        let text = format!("INSERT INTO {index} ({index}, rank) VALUES (?, ?)");
        sqlx::query(sqlx::AssertSqlSafe(text)).bind(name).bind(value).execute(&mut *conn).await?;
    }
    Ok(())
}

/// Has both indexes gather so many bytes of words before they write a segment: fewer segments, fewer merges.
pub async fn gather(conn: &mut SqliteConnection, bytes: i64) -> Result<()> {
    command(conn, "hashsize", Some(bytes)).await
}

/// Makes one segment of all in each index: a search opens every segment anew for each word.
pub async fn unite(conn: &mut SqliteConnection) -> Result<()> {
    command(conn, "optimize", None).await
}

/// Merges segments of one size in each index, a bounded piece at a time. `false` when none of that was left: then each
/// index has as many segments as the number of its complaints has binary digits, at most.
pub async fn merge(conn: &mut SqliteConnection) -> Result<bool> {
    let changes = "SELECT total_changes()";
    let before: i64 = sqlx::query_scalar(changes).fetch_one(&mut *conn).await?;
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    command(&mut tx, "merge", Some(MERGE_PAGES)).await?;
    tx.commit().await?;
    let after: i64 = sqlx::query_scalar(changes).fetch_one(&mut *conn).await?;
    // One change for each command that found nothing to do: <https://sqlite.org/fts5.html#the_merge_command>.
    Ok(after - before > 2)
}

/// Takes the words of one complaint away.
pub async fn remove(conn: &mut SqliteConnection, no: i64) -> Result<()> {
    sqlx::query!("DELETE FROM text_open WHERE rowid = ?", no).execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM text_closed WHERE rowid = ?", no).execute(&mut *conn).await?;
    Ok(())
}

/// Words that all may find go to `text_open`; a complaint with words that only some may find has all its words in
/// `text_closed` as well. Every reporter is found by name, number and tracking code,
/// an imported complaint by its old number.
pub async fn add(conn: &mut SqliteConnection, complaints: &[(i64, Complaint)]) -> Result<()> {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    for (no, c) in complaints {
        let (for_all, for_some) = of(c);
        open.push((*no, for_all));
        closed.extend(for_some.map(|words| (*no, words)));
    }
    for (index, found) in [("text_open", open), ("text_closed", closed)] {
        let start = format!("INSERT INTO {index} (rowid, words, stems) ");
        let statement = rows::values(&start, found, |mut row, (no, [words, stems])| {
            row.push_bind(no).push_bind(words).push_bind(stems);
        });
        rows::write(conn, statement).await?;
    }
    Ok(())
}

/// Words and stems of one complaint for all, and for some.
fn of(c: &Complaint) -> ([String; 2], Option<[String; 2]>) {
    let voices = c.voices();
    let joined = |parts: Vec<String>| parts.join(" ");
    let number = c.facts.number.clone().unwrap_or_default();
    let codes = voices.iter().filter_map(|v| v.matter.as_ref()?.tracking.clone()).collect();
    let old_number = c.matter.as_ref().and_then(|m| m.old_number.clone()).unwrap_or_default();
    let codes = format!("{number} {old_number} {}", joined(codes));
    let service = c.matter.as_ref().and_then(|m| m.service_text.clone()).unwrap_or_default();
    let content = joined(voices.iter().filter_map(|v| v.matter.as_ref()).map(content_words).collect());
    let named = |v: &&Complaint| v.identity_mode() == IdentityMode::Open;
    let who = |v: &Complaint| v.identity.as_ref().map(identity_words).unwrap_or_default();
    let open = joined(voices.iter().filter(named).map(who).collect());
    let restricted = c.facts.restricted.unwrap_or(false);
    // Names and numbers have no stems: `ADU` in every number must not answer *pengaduan*.
    let story = if restricted { service.clone() } else { format!("{service} {content}") };
    let for_all = [format!("{codes} {story} {open}"), stem::stems(&story)];
    if !restricted && voices.iter().all(|v| named(&v)) {
        return (for_all, None);
    }
    let all = joined(voices.iter().map(who).collect());
    let stems = stem::stems(&format!("{service} {content}"));
    (for_all, Some([format!("{codes} {service} {content} {all}"), stems]))
}

fn content_words(m: &ComplaintMatter) -> String {
    let fields = [&m.subject, &m.description, &m.loss, &m.settlement, &m.event_place, &m.accused_text, &m.channel_ref];
    fields.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
}

/// Telephone numbers stand in both forms, since people type either.
fn identity_words(i: &ComplaintIdentity) -> String {
    let phone = i.phone.as_ref().map(|p| {
        let digits: String = p.chars().filter(char::is_ascii_digit).collect();
        format!("{digits} {}", digits.strip_prefix("62").map(|d| format!("0{d}")).unwrap_or_default())
    });
    let fields = [&i.name, &phone, &i.email, &i.nik, &i.address, &i.village_text, &i.on_behalf_of, &i.occupation];
    fields.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
}
