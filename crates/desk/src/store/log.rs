//! The log tables: append, read, walk.

use crate::error::Result;
use loket_domain::entry::{self, Digest, Entry, Header, Part, PartName};
use loket_domain::facts::ComplaintFacts;
use loket_domain::fold::Opened;
use serde_json::{Map, Value};
use sqlx::SqliteConnection;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

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

/// Writes an entry and its parts; the caller holds the transaction.
pub async fn insert(conn: &mut SqliteConnection, e: &Entry, parts: &BTreeMap<PartName, Part>) -> Result<()> {
    let (hash, log, signature) = (&e.hash.0[..], &e.header.log.0[..], &e.signature[..]);
    let prev = e.header.prev.map(|p| p.0.to_vec());
    let seq = i64::try_from(e.header.seq).unwrap_or(i64::MAX);
    sqlx::query!(
        "INSERT INTO entry (hash, log, seq, prev, body, signature) VALUES (?, ?, ?, ?, ?, ?)",
        hash,
        log,
        seq,
        prev,
        e.body_bytes,
        signature
    )
    .execute(&mut *conn)
    .await?;
    for (name, part) in parts {
        let (name, salt) = (name.as_str(), &part.salt[..]);
        sqlx::query!(
            "INSERT INTO entry_part (entry_hash, name, salt, bytes) VALUES (?, ?, ?, ?)",
            hash,
            name,
            salt,
            part.bytes
        )
        .execute(&mut *conn)
        .await?;
    }
    index(conn, e).await
}

/// Projection rows that follow from the header alone: where to find the entry, and the heads of its subject.
pub async fn index(conn: &mut SqliteConnection, e: &Entry) -> Result<()> {
    let hash = &e.hash.0[..];
    let (subject, request, actor) =
        (&e.body.subject.as_bytes()[..], &e.body.request.as_bytes()[..], &e.body.actor.as_bytes()[..]);
    sqlx::query!(
        "INSERT INTO entry_index (entry_hash, subject, kind, request, actor, at) VALUES (?, ?, ?, ?, ?, ?)",
        hash,
        subject,
        e.body.kind,
        request,
        actor,
        e.body.at
    )
    .execute(&mut *conn)
    .await?;
    for base in &e.body.base {
        let base = &base.0[..];
        sqlx::query!("DELETE FROM subject_head WHERE subject = ? AND hash = ?", subject, base)
            .execute(&mut *conn)
            .await?;
    }
    sqlx::query!("INSERT INTO subject_head (subject, hash) VALUES (?, ?)", subject, hash).execute(conn).await?;
    Ok(())
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
    let subject =
        sqlx::query_scalar!("SELECT subject FROM entry_index WHERE request = ? AND kind = ? LIMIT 1", request, kind)
            .fetch_optional(conn)
            .await?;
    Ok(subject.and_then(|s| Uuid::from_slice(&s).ok()))
}

/// Did any entry of this request arrive before?
pub async fn request_done(conn: &mut SqliteConnection, request: Uuid) -> Result<bool> {
    let request = &request.as_bytes()[..];
    Ok(sqlx::query_scalar!("SELECT count(*) FROM entry_index WHERE request = ?", request).fetch_one(conn).await? > 0)
}

/// Entries of one subject with their parts, in order of arrival.
pub async fn of_subject(conn: &mut SqliteConnection, subject: Uuid) -> Result<Vec<Opened>> {
    let subject = &subject.as_bytes()[..];
    let rows = sqlx::query_file!("src/store/sql/entries_of_subject.sql", subject).fetch_all(&mut *conn).await?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let entry = stored(&row.log, row.seq, row.prev.as_deref(), row.body, row.signature)?;
        let parts = parts(conn, entry.hash).await?;
        entries.push(Opened {
            hash: entry.hash,
            parts: parts.iter().map(|(name, part)| (*name, object(&part.bytes))).collect(),
            body: entry.body,
        });
    }
    Ok(entries)
}

/// Parts of one entry.
pub async fn parts(conn: &mut SqliteConnection, hash: Digest) -> Result<BTreeMap<PartName, Part>> {
    let hash = &hash.0[..];
    let rows =
        sqlx::query!("SELECT name, salt, bytes FROM entry_part WHERE entry_hash = ?", hash).fetch_all(conn).await?;
    let read = |name: &str| {
        if name == "identity" { PartName::Identity } else { PartName::Matter }
    };
    Ok(rows
        .into_iter()
        .filter_map(|r| Some((read(&r.name), Part { salt: r.salt.try_into().ok()?, bytes: r.bytes })))
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
        .map(|r| Ok((r.entry_no, stored(&r.log, r.seq, r.prev.as_deref(), r.body, r.signature)?, r.hash)))
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
    let length = i64::try_from(prefix.len()).unwrap_or(0);
    let row = sqlx::query!(
        "SELECT subject, kind, at FROM entry_index WHERE substr(entry_hash, 1, ?) = ? LIMIT 1",
        length,
        prefix
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|r| Some((Uuid::from_slice(&r.subject).ok()?, r.kind, r.at))))
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
