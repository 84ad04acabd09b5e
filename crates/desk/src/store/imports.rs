//! Imports and what came by them: written by the fold, read by the next import.

use super::rows;
use crate::error::Result;
use loket_domain::complaint::Complaint;
use loket_domain::entry::Digest;
use loket_domain::facts::{ImportFacts, ImportMatter};
use loket_domain::import::{ImportMap, Keys};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashSet;
use uuid::Uuid;

/// Keys of imported complaints that share a source id or their content with one of these rows.
pub async fn held(conn: &mut SqliteConnection, rows: &[Keys]) -> Result<Vec<Keys>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut q = QueryBuilder::<Sqlite>::new("SELECT source_key, content_key FROM imported WHERE source_key IN (");
    let mut keys = q.separated(", ");
    for source in rows.iter().filter_map(|keys| keys.source) {
        keys.push_bind(source.0.to_vec());
    }
    q.push(") UNION SELECT source_key, content_key FROM imported WHERE content_key IN (");
    let mut keys = q.separated(", ");
    for row in rows {
        keys.push_bind(row.content.0.to_vec());
    }
    q.push(")");
    let held: Vec<(Option<Vec<u8>>, Vec<u8>)> = q.build_query_as().fetch_all(conn).await?;
    let keys = |(source, content): (Option<Vec<u8>>, Vec<u8>)| {
        Some(Keys { source: source.and_then(|s| Digest::from_slice(&s)), content: Digest::from_slice(&content)? })
    };
    Ok(held.into_iter().filter_map(keys).collect())
}

/// Notes what imported complaints are known by; others are passed over.
pub async fn set_complaints(conn: &mut SqliteConnection, complaints: &[(i64, Complaint)]) -> Result<()> {
    let imported = complaints.iter().filter_map(|(_, c)| Some((c.id, c.imported.as_ref()?)));
    let statement = rows::values(
        "INSERT OR REPLACE INTO imported (complaint_id, import_id, source_key, content_key, untouched) ",
        imported,
        |mut row, (id, imported)| {
            row.push_bind(id.as_bytes().to_vec())
                .push_bind(imported.facts.import.unwrap_or_default().as_bytes().to_vec())
                .push_bind(imported.facts.source_key.map(|k| k.0.to_vec()))
                .push_bind(imported.facts.content_key.map(|k| k.0.to_vec()).unwrap_or_default())
                .push_bind(imported.untouched);
        },
    );
    rows::write(conn, statement).await?;
    Ok(())
}

/// Has this complaint left the register: its import was taken back before anybody worked on it?
pub async fn has_left(conn: &mut SqliteConnection, c: &Complaint) -> Result<bool> {
    Ok(c.imported.is_some() && went(c, &undone(conn).await?))
}

/// As [`has_left`], by the imports that were taken back.
pub fn went(c: &Complaint, undone: &HashSet<Uuid>) -> bool {
    let untouched = c.imported.as_ref().filter(|i| i.untouched);
    untouched.and_then(|i| i.facts.import).is_some_and(|import| undone.contains(&import))
}

/// Imports that were taken back.
pub async fn undone(conn: &mut SqliteConnection) -> Result<HashSet<Uuid>> {
    let ids = sqlx::query_scalar!("SELECT import_id FROM import WHERE undone_at IS NOT NULL").fetch_all(conn).await?;
    Ok(ids.iter().filter_map(|id| Uuid::from_slice(id).ok()).collect())
}

/// Sets one import; takes away what nobody has worked on when it was undone.
pub async fn set(
    conn: &mut SqliteConnection,
    id: Uuid,
    (actor, made_at): (Uuid, &str),
    facts: &ImportFacts,
    matter: &ImportMatter,
    undone_at: Option<&str>,
) -> Result<()> {
    let (id, actor, file) = (&id.as_bytes()[..], &actor.as_bytes()[..], &facts.file.0[..]);
    let map = serde_json::to_string(&matter.map)?;
    let rows = i64::try_from(facts.rows).unwrap_or(i64::MAX);
    sqlx::query!(
        "INSERT OR REPLACE INTO import (import_id, made_at, actor, rows, file, file_name, map, undone_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        made_at,
        actor,
        rows,
        file,
        matter.file_name,
        map,
        undone_at
    )
    .execute(&mut *conn)
    .await?;
    if undone_at.is_none() {
        return Ok(());
    }
    sqlx::query_file!("src/store/sql/undo_import_open.sql", id).execute(&mut *conn).await?;
    sqlx::query_file!("src/store/sql/undo_import_closed.sql", id).execute(&mut *conn).await?;
    sqlx::query_file!("src/store/sql/undo_import_reporters.sql", id).execute(&mut *conn).await?;
    sqlx::query_file!("src/store/sql/undo_import_complaints.sql", id).execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM imported WHERE import_id = ? AND untouched = 1", id).execute(conn).await?;
    Ok(())
}

/// An import that is not undone, of this file by this mapping: to be continued.
pub async fn unfinished(conn: &mut SqliteConnection, file: Digest, map: &ImportMap) -> Result<Option<Uuid>> {
    let (file, map) = (&file.0[..], serde_json::to_string(map)?);
    let id = sqlx::query_scalar!(
        "SELECT import_id FROM import WHERE file = ? AND map = ? AND undone_at IS NULL ORDER BY made_at LIMIT 1",
        file,
        map
    )
    .fetch_optional(conn)
    .await?;
    Ok(id.and_then(|id| Uuid::from_slice(&id).ok()))
}

/// One import, for a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its id.
    pub id: Uuid,
    /// When, RFC 3339.
    pub made_at: String,
    /// Who.
    pub actor: Uuid,
    /// Rows of the file.
    pub rows: i64,
    /// Name of the file.
    pub file_name: String,
    /// When it was undone.
    pub undone_at: Option<String>,
    /// Complaints of it that the register holds now.
    pub complaints: i64,
}

/// All imports, newest first.
pub async fn all(conn: &mut SqliteConnection) -> Result<Vec<ImportRow>> {
    let rows = sqlx::query_file!("src/store/sql/imports.sql").fetch_all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|r| ImportRow {
            id: Uuid::from_slice(&r.import_id).unwrap_or_default(),
            made_at: r.made_at,
            actor: Uuid::from_slice(&r.actor).unwrap_or_default(),
            rows: r.rows,
            file_name: r.file_name,
            undone_at: r.undone_at,
            complaints: r.complaints,
        })
        .collect())
}
