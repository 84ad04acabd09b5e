//! Rows of those who tell of a complaint, and of links between complaints.

use crate::error::Result;
use loket_domain::complaint::Complaint;
use loket_domain::similar::name_key;
use loket_domain::vocabulary::IdentityMode;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// Takes the rows of one complaint away.
pub async fn remove(conn: &mut SqliteConnection, complaint: Uuid) -> Result<()> {
    let id = &complaint.as_bytes()[..];
    sqlx::query!("DELETE FROM reporter WHERE complaint_id = ?", id).execute(&mut *conn).await?;
    sqlx::query!("DELETE FROM link WHERE complaint_id = ?", id).execute(conn).await?;
    Ok(())
}

/// Writes the rows of a complaint that has none.
pub async fn add(conn: &mut SqliteConnection, no: i64, c: &Complaint) -> Result<()> {
    let id = &c.id.as_bytes()[..];
    for other in &c.links {
        let other = &other.as_bytes()[..];
        sqlx::query!("INSERT INTO link (complaint_id, other_id) VALUES (?, ?)", id, other).execute(&mut *conn).await?;
    }
    let ids = std::iter::once(c.id).chain(c.reporters.iter().map(|r| r.id));
    for (reporter, voice) in ids.zip(c.voices()) {
        set_one(conn, no, id, reporter, &voice).await?;
    }
    Ok(())
}

async fn set_one(conn: &mut SqliteConnection, no: i64, id: &[u8], reporter: Uuid, c: &Complaint) -> Result<()> {
    let reporter = &reporter.as_bytes()[..];
    let who = c.identity.clone().filter(|_| c.identity_mode() == IdentityMode::Open).unwrap_or_default();
    let matter = c.matter.clone().unwrap_or_default();
    let received = c.facts.received_at.as_deref().and_then(|t| chrono::DateTime::parse_from_rfc3339(t).ok());
    let received = received.map_or(0, |t| t.timestamp());
    let event = c.facts.event_date.map(|d| d.to_string()).unwrap_or_default();
    let text = |value: Option<String>| value.unwrap_or_default();
    let (name, phone, nik) = (name_key(&text(who.name)), text(who.phone), text(who.nik));
    let (tracking, description, place) = (text(matter.tracking), text(matter.description), text(matter.event_place));
    sqlx::query_file!(
        "src/store/sql/set_reporter.sql",
        reporter,
        no,
        id,
        tracking,
        received,
        name,
        phone,
        nik,
        description,
        place,
        event
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The complaint of an id that may be a further reporter's, and that reporter.
pub async fn whose(conn: &mut SqliteConnection, id: Uuid) -> Result<Option<(Uuid, Option<Uuid>)>> {
    let bytes = &id.as_bytes()[..];
    let complaint = sqlx::query_scalar!("SELECT complaint_id FROM reporter WHERE reporter_id = ?", bytes)
        .fetch_optional(conn)
        .await?
        .and_then(|c| Uuid::from_slice(&c).ok());
    Ok(complaint.map(|c| (c, (c != id).then_some(id))))
}

/// Complaints linked with this one, from either side, oldest first.
pub async fn linked(conn: &mut SqliteConnection, complaint: Uuid) -> Result<Vec<Uuid>> {
    let id = &complaint.as_bytes()[..];
    let ids = sqlx::query_file_scalar!("src/store/sql/linked.sql", id).fetch_all(conn).await?;
    Ok(ids.iter().filter_map(|id| Uuid::from_slice(id).ok()).collect())
}
