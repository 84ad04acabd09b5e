//! Pieces of attachments, in a file of their own. Pieces are durable first; the entry that names them comes after. Beside
//! them lie the pictures to look at, which follow from them.

use crate::error::Result;
use crate::picture::Reduced;
use loket_domain::entry::Digest;
use sqlx::{Connection, SqliteConnection};
use std::collections::HashSet;
use uuid::Uuid;

const CHUNK_BYTES: usize = 256 * 1024;
const ORPHAN_SECONDS: i64 = 7 * 24 * 3600;

/// Stores all pieces of a file in one transaction.
pub async fn put(conn: &mut SqliteConnection, id: Uuid, bytes: &[u8], now: i64) -> Result<()> {
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await?;
    let id = &id.as_bytes()[..];
    for (n, piece) in (0_i64..).zip(bytes.chunks(CHUNK_BYTES)) {
        sqlx::query!("INSERT INTO chunk (attachment_id, n, bytes, stored_at) VALUES (?, ?, ?, ?)", id, n, piece, now)
            .execute(&mut *tx)
            .await?;
    }
    Ok(tx.commit().await?)
}

/// Reads a file back; `None` when it is not here or not whole.
pub async fn get(conn: &mut SqliteConnection, id: Uuid, digest: Digest) -> Result<Option<Vec<u8>>> {
    let id = &id.as_bytes()[..];
    let pieces =
        sqlx::query_scalar!("SELECT bytes FROM chunk WHERE attachment_id = ? ORDER BY n", id).fetch_all(conn).await?;
    let bytes = pieces.concat();
    Ok((blake3::hash(&bytes).as_bytes() == &digest.0).then_some(bytes))
}

/// Keeps the picture of an attachment.
pub async fn put_picture(conn: &mut SqliteConnection, id: Uuid, picture: &Reduced) -> Result<()> {
    let id = &id.as_bytes()[..];
    sqlx::query!(
        "INSERT OR REPLACE INTO picture (attachment_id, width, height, jpeg) VALUES (?, ?, ?, ?)",
        id,
        picture.width,
        picture.height,
        picture.jpeg
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The picture of an attachment, if one was made.
pub async fn picture(conn: &mut SqliteConnection, id: Uuid) -> Result<Option<Reduced>> {
    let id = &id.as_bytes()[..];
    let row = sqlx::query!(
        r#"SELECT width AS "width: u32", height AS "height: u32", jpeg FROM picture WHERE attachment_id = ?"#,
        id
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|r| Reduced { width: r.width, height: r.height, jpeg: r.jpeg }))
}

/// Removes pieces, with their picture, that no entry and no draft has named for seven days.
pub async fn collect_orphans(conn: &mut SqliteConnection, named: &HashSet<Uuid>, now: i64) -> Result<u64> {
    let before = now - ORPHAN_SECONDS;
    let ids = sqlx::query_scalar!("SELECT DISTINCT attachment_id FROM chunk WHERE stored_at < ?", before)
        .fetch_all(&mut *conn)
        .await?;
    let mut removed = 0;
    for id in ids {
        if Uuid::from_slice(&id).is_ok_and(|u| !named.contains(&u)) {
            sqlx::query!("DELETE FROM chunk WHERE attachment_id = ?", id).execute(&mut *conn).await?;
            sqlx::query!("DELETE FROM picture WHERE attachment_id = ?", id).execute(&mut *conn).await?;
            removed += 1;
        }
    }
    Ok(removed)
}
