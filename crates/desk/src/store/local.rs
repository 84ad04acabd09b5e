//! What belongs to this PC alone: marks, drafts, PIN verifiers, preferences.

use crate::error::Result;
use crate::files::Attached;
use loket_domain::entry::Digest;
use loket_domain::facts::AttachmentFact;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// A mark of this PC.
pub async fn get(conn: &mut SqliteConnection, key: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("SELECT value FROM meta WHERE key = ?", key).fetch_optional(conn).await?)
}

/// Sets a mark.
pub async fn set(conn: &mut SqliteConnection, key: &str, value: &str) -> Result<()> {
    sqlx::query!(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key,
        value
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A draft as it lies on disk.
pub struct DraftRow {
    /// Its id.
    pub draft_id: Uuid,
    /// JSON of the form.
    pub form: String,
    /// "Melati C." or empty.
    pub title: String,
    /// It tells a story already.
    pub has_description: bool,
    /// RFC 3339.
    pub started_at: String,
    /// RFC 3339.
    pub saved_at: String,
}

/// Open drafts of one officer, oldest first.
pub async fn drafts(conn: &mut SqliteConnection, officer: Uuid) -> Result<Vec<DraftRow>> {
    let officer = &officer.as_bytes()[..];
    let rows = sqlx::query!(
        r#"SELECT draft_id AS "draft_id: Uuid", form, title, has_description AS "has_description: bool", started_at, saved_at
           FROM draft WHERE officer_id = ? ORDER BY started_at, draft_id"#,
        officer
    )
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|r| DraftRow {
            draft_id: r.draft_id,
            form: r.form,
            title: r.title,
            has_description: r.has_description,
            started_at: r.started_at,
            saved_at: r.saved_at,
        })
        .collect())
}

/// Puts down a new draft.
pub async fn new_draft(conn: &mut SqliteConnection, officer: Uuid, d: &DraftRow) -> Result<()> {
    let (id, officer) = (&d.draft_id.as_bytes()[..], &officer.as_bytes()[..]);
    sqlx::query_file!(
        "src/store/sql/new_draft.sql",
        id,
        officer,
        d.form,
        d.title,
        d.has_description,
        d.started_at,
        d.saved_at
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes a draft that is there; false when it is gone, since a save that comes late must not bring it back.
pub async fn save_draft(conn: &mut SqliteConnection, officer: Uuid, d: &DraftRow) -> Result<bool> {
    let (id, officer) = (&d.draft_id.as_bytes()[..], &officer.as_bytes()[..]);
    let done =
        sqlx::query_file!("src/store/sql/save_draft.sql", d.form, d.title, d.has_description, d.saved_at, id, officer)
            .execute(conn)
            .await?;
    Ok(done.rows_affected() == 1)
}

/// Removes a draft, what was said of similar complaints, and the list of its attachments; the pieces become orphans
/// unless an entry names them.
pub async fn delete_draft(conn: &mut SqliteConnection, draft: Uuid) -> Result<()> {
    let id = &draft.as_bytes()[..];
    sqlx::query!("DELETE FROM draft WHERE draft_id = ?", id).execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM draft_similar WHERE draft_id = ?", id).execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM draft_attachment WHERE draft_id = ?", id).execute(conn).await?;
    Ok(())
}

/// Puts an attachment into a draft; false when the draft is gone, lest a file hang on nothing.
pub async fn add_attachment(conn: &mut SqliteConnection, draft: Uuid, a: &Attached) -> Result<bool> {
    let (id, draft, digest) = (&a.fact.id.as_bytes()[..], &draft.as_bytes()[..], &a.fact.digest.0[..]);
    let size = i64::try_from(a.fact.size).unwrap_or(i64::MAX);
    let done = sqlx::query!(
        "INSERT INTO draft_attachment (attachment_id, draft_id, name, size, mime, digest)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM draft WHERE draft_id = ?2)",
        id,
        draft,
        a.name,
        size,
        a.fact.mime,
        digest
    )
    .execute(conn)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes an attachment out of a draft.
pub async fn remove_attachment(conn: &mut SqliteConnection, draft: Uuid, attachment: Uuid) -> Result<()> {
    let (draft, id) = (&draft.as_bytes()[..], &attachment.as_bytes()[..]);
    sqlx::query!("DELETE FROM draft_attachment WHERE draft_id = ? AND attachment_id = ?", draft, id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Attachments of a draft in the order in which they came.
pub async fn attachments(conn: &mut SqliteConnection, draft: Uuid) -> Result<Vec<Attached>> {
    let draft = &draft.as_bytes()[..];
    let rows = sqlx::query!(
        r#"SELECT attachment_id AS "id: Uuid", name, size, mime, digest FROM draft_attachment WHERE draft_id = ? ORDER BY rowid"#,
        draft
    )
    .fetch_all(conn)
    .await?;
    let read = |id, size, mime, digest: Vec<u8>| AttachmentFact {
        id,
        size: u64::try_from(size).unwrap_or(0),
        mime,
        digest: Digest::from_slice(&digest).unwrap_or(Digest([0; 32])),
    };
    Ok(rows
        .into_iter()
        .map(|r| Attached { fact: read(r.id, r.size, r.mime, r.digest), name: r.name, unseen: None })
        .collect())
}

/// PIN verifier of an officer: PHC string, wrong tries, waiting until.
pub async fn pin(conn: &mut SqliteConnection, officer: Uuid) -> Result<Option<(String, i64, Option<String>)>> {
    let officer = &officer.as_bytes()[..];
    let row = sqlx::query!("SELECT verifier, wrong, wait_until FROM pin WHERE officer_id = ?", officer)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|r| (r.verifier, r.wrong, r.wait_until)))
}

/// Sets a new verifier and forgets wrong tries.
pub async fn set_pin(conn: &mut SqliteConnection, officer: Uuid, verifier: &str) -> Result<()> {
    let officer = &officer.as_bytes()[..];
    sqlx::query!(
        "INSERT INTO pin (officer_id, verifier) VALUES (?, ?)
         ON CONFLICT (officer_id) DO UPDATE SET verifier = excluded.verifier, wrong = 0, wait_until = NULL",
        officer,
        verifier
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Notes a try.
pub async fn set_tries(
    conn: &mut SqliteConnection,
    officer: Uuid,
    wrong: i64,
    wait_until: Option<String>,
) -> Result<()> {
    let officer = &officer.as_bytes()[..];
    sqlx::query!("UPDATE pin SET wrong = ?, wait_until = ? WHERE officer_id = ?", wrong, wait_until, officer)
        .execute(conn)
        .await?;
    Ok(())
}

/// A choice that an officer made, JSON.
pub async fn preference(conn: &mut SqliteConnection, officer: Uuid, key: &str) -> Result<Option<String>> {
    let officer = &officer.as_bytes()[..];
    Ok(sqlx::query_scalar!("SELECT value FROM preference WHERE officer_id = ? AND key = ?", officer, key)
        .fetch_optional(conn)
        .await?)
}

/// Remembers a choice.
pub async fn set_preference(conn: &mut SqliteConnection, officer: Uuid, key: &str, value: &str) -> Result<()> {
    let officer = &officer.as_bytes()[..];
    sqlx::query!(
        "INSERT INTO preference (officer_id, key, value) VALUES (?, ?, ?)
         ON CONFLICT (officer_id, key) DO UPDATE SET value = excluded.value",
        officer,
        key,
        value
    )
    .execute(conn)
    .await?;
    Ok(())
}
