//! Rows of those who tell of a complaint, and of links between complaints.

use super::rows;
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

/// Writes the rows of complaints that have none.
pub async fn add(conn: &mut SqliteConnection, complaints: &[(i64, Complaint)]) -> Result<()> {
    let links = complaints.iter().flat_map(|(_, c)| c.links.iter().map(|other| (c.id, *other)));
    let links = rows::values("INSERT INTO link (complaint_id, other_id) ", links, |mut row, (id, other)| {
        row.push_bind(id.as_bytes().to_vec()).push_bind(other.as_bytes().to_vec());
    });
    rows::write(conn, links).await?;
    let voices = complaints.iter().flat_map(|(no, c)| {
        let ids = std::iter::once(c.id).chain(c.reporters.iter().map(|r| r.id));
        ids.zip(c.voices()).map(|(reporter, voice)| (*no, c.id, reporter, voice))
    });
    rows::write(conn, rows::values(include_str!("sql/set_reporter.sql"), voices, bind)).await?;
    Ok(())
}

/// The row of one reporter, in the order of `set_reporter.sql`.
fn bind(mut row: rows::Columns<'_>, (no, id, reporter, voice): (i64, Uuid, Uuid, Complaint)) {
    let received = voice.facts.received_at.as_deref().and_then(|t| chrono::DateTime::parse_from_rfc3339(t).ok());
    let event = voice.facts.event_date.map(|d| d.to_string()).unwrap_or_default();
    let open = voice.identity_mode() == IdentityMode::Open;
    let (who, matter) = (voice.identity.filter(|_| open).unwrap_or_default(), voice.matter.unwrap_or_default());
    row.push_bind(reporter.as_bytes().to_vec())
        .push_bind(no)
        .push_bind(id.as_bytes().to_vec())
        .push_bind(matter.tracking.unwrap_or_default())
        .push_bind(received.map_or(0, |t| t.timestamp()))
        .push_bind(name_key(&who.name.unwrap_or_default()))
        .push_bind(who.phone.unwrap_or_default())
        .push_bind(who.nik.unwrap_or_default())
        .push_bind(matter.description.unwrap_or_default())
        .push_bind(matter.event_place.unwrap_or_default())
        .push_bind(event);
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
