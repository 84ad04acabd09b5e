//! The log tables: append, read, walk.

use super::rows;
use crate::error::{Error, Result};
use crate::flaw::{Broken, Flaw};
use loket_domain::entry::{self, Digest, Entry, Header, Part, PartName};
use loket_domain::facts::ComplaintFacts;
use loket_domain::fold::Opened;
use serde_json::{Map, Value};
use sqlx::{QueryBuilder, Row, Sqlite, SqliteConnection};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// A sealed entry with its parts.
pub type Sealed = (Entry, BTreeMap<PartName, Part>);

/// Seq and hash of the last entry of a log.
pub async fn head(conn: &mut SqliteConnection, log: Digest) -> Result<Option<(u64, Digest)>> {
    let log = &log.0[..];
    let row = sqlx::query!("SELECT seq, hash FROM entry WHERE log = ? ORDER BY seq DESC LIMIT 1", log)
        .fetch_optional(conn)
        .await?;
    Ok(row.and_then(|r| Some((u64::try_from(r.seq).ok()?, Digest::from_slice(&r.hash)?))))
}

/// Is this entry here?
pub async fn holds(conn: &mut SqliteConnection, hash: Digest) -> Result<bool> {
    let hash = &hash.0[..];
    let n = sqlx::query_scalar!("SELECT count(*) FROM entry WHERE hash = ?", hash).fetch_one(conn).await?;
    Ok(n > 0)
}

/// Writes entries with their parts and returns the `entry_no` of the first; the others follow it. The caller holds the
/// transaction.
pub async fn insert(conn: &mut SqliteConnection, sealed: &[Sealed]) -> Result<i64> {
    let entries =
        rows::values("INSERT INTO entry (hash, log, seq, prev, body, signature) ", sealed, |mut row, (e, _)| {
            row.push_bind(e.hash.0.to_vec())
                .push_bind(e.header.log.0.to_vec())
                .push_bind(i64::try_from(e.header.seq).unwrap_or(i64::MAX))
                .push_bind(e.header.prev.map(|p| p.0.to_vec()))
                .push_bind(e.body_bytes.clone())
                .push_bind(e.signature.to_vec());
        });
    let last = rows::write(conn, entries).await?;
    let parts = sealed.iter().flat_map(|(e, parts)| parts.iter().map(|part| (e.hash, part)));
    let parts = rows::values(
        "INSERT INTO entry_part (entry_hash, name, salt, bytes) ",
        parts,
        |mut row, (hash, (name, part))| {
            row.push_bind(hash.0.to_vec())
                .push_bind(name.as_str())
                .push_bind(part.salt.to_vec())
                .push_bind(part.bytes.clone());
        },
    );
    rows::write(conn, parts).await?;
    let entries: Vec<&Entry> = sealed.iter().map(|(entry, _)| entry).collect();
    index(conn, &entries).await?;
    Ok(last + 1 - i64::try_from(sealed.len()).unwrap_or(i64::MAX))
}

/// Projection rows that follow from the bodies alone: where to find the entries, and the heads of their subjects.
pub async fn index(conn: &mut SqliteConnection, entries: &[&Entry]) -> Result<()> {
    let places = rows::values(
        "INSERT INTO entry_index (entry_hash, subject, kind, request, actor, at) ",
        entries,
        |mut row, e| {
            row.push_bind(e.hash.0.to_vec())
                .push_bind(e.body.subject.as_bytes().to_vec())
                .push_bind(e.body.kind.clone())
                .push_bind(e.body.request.as_bytes().to_vec())
                .push_bind(e.body.actor.as_bytes().to_vec())
                .push_bind(e.body.at.clone());
        },
    );
    rows::write(conn, places).await?;
    let heads = entries.iter().map(|e| (e.body.subject, e.hash));
    rows::write(conn, rows::values("INSERT INTO subject_head (subject, hash) ", heads, bind_head)).await?;
    let bases = entries.iter().flat_map(|e| e.body.base.iter().map(|base| (e.body.subject, *base)));
    let mut gone = rows::values("DELETE FROM subject_head WHERE (subject, hash) IN (", bases, bind_head);
    for statement in &mut gone {
        statement.push(")");
    }
    rows::write(conn, gone).await?;
    Ok(())
}

fn bind_head(mut row: rows::Columns<'_>, (subject, hash): (Uuid, Digest)) {
    row.push_bind(subject.as_bytes().to_vec()).push_bind(hash.0.to_vec());
}

/// Heads of a subject, sorted: the `base` of its next entry.
pub async fn heads(conn: &mut SqliteConnection, subject: Uuid) -> Result<Vec<Digest>> {
    let subject = &subject.as_bytes()[..];
    let rows = sqlx::query_scalar!("SELECT hash FROM subject_head WHERE subject = ? ORDER BY hash", subject)
        .fetch_all(conn)
        .await?;
    Ok(rows.iter().filter_map(|h| Digest::from_slice(h)).collect())
}

/// Subject of the first entry that a request wrote, when the request came before.
pub async fn answered_request(conn: &mut SqliteConnection, request: Uuid, kind: &str) -> Result<Option<Uuid>> {
    let request = &request.as_bytes()[..];
    // `+kind`: a request has a few entries, a kind has most of the register, and only the first index is of use.
    let subject =
        sqlx::query_scalar!("SELECT subject FROM entry_index WHERE request = ? AND +kind = ? LIMIT 1", request, kind)
            .fetch_optional(conn)
            .await?;
    Ok(subject.and_then(|s| Uuid::from_slice(&s).ok()))
}

/// Did any entry of this request arrive before?
pub async fn request_done(conn: &mut SqliteConnection, request: Uuid) -> Result<bool> {
    let request = &request.as_bytes()[..];
    Ok(sqlx::query_scalar!("SELECT count(*) FROM entry_index WHERE request = ?", request).fetch_one(conn).await? > 0)
}

/// A subject with the place of its first entry and all of its entries in order of arrival.
pub struct Subject {
    /// Its id.
    pub id: Uuid,
    /// `entry_no` of its first entry.
    pub first: i64,
    /// Its entries with their parts.
    pub entries: Vec<Opened>,
}

/// Entries of one subject with their parts, in order of arrival.
pub async fn of_subject(conn: &mut SqliteConnection, subject: Uuid) -> Result<Vec<Opened>> {
    Ok(of_subjects(conn, &[subject]).await?.pop().map(|s| s.entries).unwrap_or_default())
}

/// Entries of several subjects, read at once; subjects in the order of their first entries.
pub async fn of_subjects(conn: &mut SqliteConnection, subjects: &[Uuid]) -> Result<Vec<Subject>> {
    let mut q = QueryBuilder::<Sqlite>::new(
        "SELECT e.entry_no, e.log, e.seq, e.prev, e.body, e.signature, p.name, p.bytes FROM entry_index AS i \
         JOIN entry AS e ON e.hash = i.entry_hash LEFT JOIN entry_part AS p ON p.entry_hash = e.hash WHERE i.subject IN (",
    );
    let mut ids = q.separated(", ");
    for subject in subjects {
        ids.push_bind(subject.as_bytes().to_vec());
    }
    q.push(") ORDER BY e.entry_no");
    let (mut found, mut places) = (Vec::<Subject>::new(), HashMap::<Uuid, usize>::new());
    let (mut last, mut place) = (None, 0);
    for row in q.build().fetch_all(conn).await? {
        let no: i64 = row.try_get(0)?;
        if last != Some(no) {
            last = Some(no);
            let prev: Option<Vec<u8>> = row.try_get(3)?;
            let entry = stored(row.try_get(1)?, row.try_get(2)?, prev.as_deref(), row.try_get(4)?, row.try_get(5)?)?;
            let id = entry.body.subject;
            place = *places.entry(id).or_insert_with(|| {
                found.push(Subject { id, first: no, entries: Vec::new() });
                found.len() - 1
            });
            found[place].entries.push(Opened { hash: entry.hash, parts: BTreeMap::new(), body: entry.body });
        }
        let part: Option<(&str, &[u8])> = row.try_get::<Option<&str>, _>(6)?.zip(row.try_get::<Option<&[u8]>, _>(7)?);
        if let Some((name, bytes)) = part
            && let Some(entry) = found[place].entries.last_mut()
        {
            entry.parts.insert(part_name(name), object(bytes));
        }
    }
    Ok(found)
}

fn part_name(name: &str) -> PartName {
    if name == "identity" { PartName::Identity } else { PartName::Matter }
}

/// Parts of one entry.
pub async fn parts(conn: &mut SqliteConnection, hash: Digest) -> Result<BTreeMap<PartName, Part>> {
    let hash = &hash.0[..];
    let rows =
        sqlx::query!("SELECT name, salt, bytes FROM entry_part WHERE entry_hash = ?", hash).fetch_all(conn).await?;
    Ok(rows
        .into_iter()
        .filter_map(|r| Some((part_name(&r.name), Part { salt: r.salt.try_into().ok()?, bytes: r.bytes })))
        .collect())
}

/// Up to `limit` entries after `entry_no`, in order of arrival, with the number of the last.
pub async fn walk(conn: &mut SqliteConnection, after: i64, limit: i64) -> Result<Vec<(i64, Entry, Vec<u8>)>> {
    let rows = sqlx::query!(
        "SELECT entry_no, hash, log, seq, prev, body, signature FROM entry WHERE entry_no > ? ORDER BY entry_no LIMIT ?",
        after,
        limit
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|r| {
            let broken = |_| Error::Verify(Flaw::Entry(r.entry_no.unsigned_abs(), Broken::Shape));
            let entry = stored(&r.log, r.seq, r.prev.as_deref(), r.body, r.signature).map_err(broken)?;
            Ok((r.entry_no, entry, r.hash))
        })
        .collect()
}

/// All entries.
pub async fn count(conn: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!("SELECT count(*) FROM entry").fetch_one(conn).await?)
}

/// Time of the last entry of a log, as its body says.
pub async fn last_time(conn: &mut SqliteConnection, log: Digest) -> Result<Option<String>> {
    let log = &log.0[..];
    Ok(sqlx::query_file_scalar!("src/store/sql/last_entry_time.sql", log).fetch_optional(conn).await?)
}

/// Entry by the beginning of its hash (the *sidik* of papers).
pub async fn by_fingerprint(conn: &mut SqliteConnection, prefix: &[u8]) -> Result<Option<(Uuid, String, String)>> {
    let last = last_with(prefix);
    let row = sqlx::query!(
        "SELECT subject, kind, at FROM entry_index WHERE entry_hash BETWEEN ? AND ? LIMIT 1",
        prefix,
        last
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|r| Some((Uuid::from_slice(&r.subject).ok()?, r.kind, r.at))))
}

/// The last hash that begins so.
pub(super) fn last_with(prefix: &[u8]) -> Vec<u8> {
    let mut last = prefix.to_vec();
    last.resize(32, 0xFF);
    last
}

fn stored(log: &[u8], seq: i64, prev: Option<&[u8]>, body: Vec<u8>, signature: Vec<u8>) -> Result<Entry> {
    let header = Header {
        log: Digest::from_slice(log).ok_or(entry::EntryError::Shape)?,
        seq: u64::try_from(seq).map_err(|_| entry::EntryError::Shape)?,
        prev: prev.and_then(Digest::from_slice),
    };
    let signature = signature.try_into().map_err(|_| entry::EntryError::Signature)?;
    Ok(entry::read(header, body, signature)?)
}

fn object(bytes: &[u8]) -> Map<String, Value> {
    serde_json::from_slice(bytes).unwrap_or_default()
}

/// Attachments that a complaint or a draft names.
pub async fn attachment_ids(conn: &mut SqliteConnection) -> Result<HashSet<Uuid>> {
    let mut ids: HashSet<Uuid> = sqlx::query_scalar!(r#"SELECT attachment_id AS "id: Uuid" FROM draft_attachment"#)
        .fetch_all(&mut *conn)
        .await?
        .into_iter()
        .collect();
    let bodies = sqlx::query_file_scalar!("src/store/sql/bodies_with_attachments.sql").fetch_all(conn).await?;
    for body in bodies {
        let facts: Named = serde_json::from_slice(&body)?;
        ids.extend(facts.facts.attachments.into_iter().flatten().map(|a| a.id));
    }
    Ok(ids)
}

#[derive(serde::Deserialize)]
struct Named {
    facts: ComplaintFacts,
}
