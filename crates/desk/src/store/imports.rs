//! Imports and what came by them: written by the fold, read by the next import.

use crate::error::Result;
use loket_domain::complaint::Complaint;
use loket_domain::entry::Digest;
use loket_domain::facts::{ImportFacts, ImportMatter};
use loket_domain::import::ImportMap;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// What the register holds of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nothing.
    New,
    /// The same complaint.
    Same,
    /// A complaint of the same source id with other content.
    Other,
}

/// Looks up a row by its keys: by source id where it has one, else by content.
pub async fn known(conn: &mut SqliteConnection, source: Option<Digest>, content: Digest) -> Result<Known> {
    let content = &content.0[..];
    if let Some(source) = source {
        let source = &source.0[..];
        let held = sqlx::query_scalar!("SELECT content_key FROM imported WHERE source_key = ? LIMIT 1", source)
            .fetch_optional(&mut *conn)
            .await?;
        if let Some(held) = held {
            return Ok(if held == content { Known::Same } else { Known::Other });
        }
        let nameless =
            sqlx::query_scalar!("SELECT count(*) FROM imported WHERE content_key = ? AND source_key IS NULL", content)
                .fetch_one(conn)
                .await?;
        return Ok(if nameless > 0 { Known::Same } else { Known::New });
    }
    let held =
        sqlx::query_scalar!("SELECT count(*) FROM imported WHERE content_key = ?", content).fetch_one(conn).await?;
    Ok(if held > 0 { Known::Same } else { Known::New })
}

/// Notes what an imported complaint is known by.
pub async fn set_complaint(conn: &mut SqliteConnection, c: &Complaint) -> Result<()> {
    let Some(imported) = &c.imported else { return Ok(()) };
    let id = &c.id.as_bytes()[..];
    let import = imported.facts.import.unwrap_or_default();
    let import = &import.as_bytes()[..];
    let source = imported.facts.source_key.map(|k| k.0.to_vec());
    let content = imported.facts.content_key.map(|k| k.0.to_vec()).unwrap_or_default();
    sqlx::query!(
        "INSERT OR REPLACE INTO imported (complaint_id, import_id, source_key, content_key, untouched)
         VALUES (?, ?, ?, ?, ?)",
        id,
        import,
        source,
        content,
        imported.untouched
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Has this complaint left the register: its import was taken back before anybody worked on it?
pub async fn has_left(conn: &mut SqliteConnection, c: &Complaint) -> Result<bool> {
    let Some(import) = c.imported.as_ref().filter(|i| i.untouched).and_then(|i| i.facts.import) else {
        return Ok(false);
    };
    let import = &import.as_bytes()[..];
    let undone =
        sqlx::query_scalar!("SELECT count(*) FROM import WHERE import_id = ? AND undone_at IS NOT NULL", import)
            .fetch_one(conn)
            .await?;
    Ok(undone > 0)
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
