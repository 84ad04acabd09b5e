//! The unit: its settings, officers, services, days off and number series, as projected.

use crate::error::Result;
use loket_domain::facts::{NumberingFacts, OfficerFacts, OfficerMatter, ServiceFacts, UnitFacts, UnitMatter};
use loket_domain::vocabulary::Role;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// An officer as projected.
#[derive(Clone, Debug, PartialEq)]
pub struct Officer {
    /// Id, the subject of the officer's entries.
    pub id: Uuid,
    /// Name, post, NIP.
    pub matter: OfficerMatter,
    /// Roles; left or not.
    pub facts: OfficerFacts,
}

impl Officer {
    /// Does this person hold `role`?
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.facts.roles.contains(&role)
    }
}

/// A service as projected.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Shown in the form.
    pub active: bool,
}

/// The unit's settings.
pub async fn settings(conn: &mut SqliteConnection) -> Result<Option<(Uuid, UnitFacts, UnitMatter)>> {
    let row = sqlx::query!("SELECT unit_id, facts, matter FROM unit LIMIT 1").fetch_optional(conn).await?;
    row.map(|r| {
        let id = Uuid::from_slice(&r.unit_id).unwrap_or_default();
        Ok((id, serde_json::from_str(&r.facts)?, serde_json::from_str(&r.matter)?))
    })
    .transpose()
}

/// Sets the unit's settings.
pub async fn set_settings(conn: &mut SqliteConnection, id: Uuid, facts: &UnitFacts, matter: &UnitMatter) -> Result<()> {
    let (id, facts, matter) = (&id.as_bytes()[..], serde_json::to_string(facts)?, serde_json::to_string(matter)?);
    sqlx::query!("INSERT OR REPLACE INTO unit (unit_id, facts, matter) VALUES (?, ?, ?)", id, facts, matter)
        .execute(conn)
        .await?;
    Ok(())
}

/// All officers in the order in which they were added, left ones too.
pub async fn officers(conn: &mut SqliteConnection) -> Result<Vec<Officer>> {
    let rows = sqlx::query!(
        r#"SELECT officer_id AS "id: Uuid", name, post, nip, roles, active AS "active: bool" FROM officer ORDER BY rowid"#
    )
    .fetch_all(conn)
    .await?;
    rows.into_iter()
        .map(|r| {
            Ok(Officer {
                id: r.id,
                matter: OfficerMatter { name: r.name, post: r.post, nip: r.nip },
                facts: OfficerFacts { roles: serde_json::from_str(&r.roles)?, active: r.active },
            })
        })
        .collect()
}

/// Sets one officer.
pub async fn set_officer(
    conn: &mut SqliteConnection,
    id: Uuid,
    facts: &OfficerFacts,
    matter: &OfficerMatter,
) -> Result<()> {
    let (id, roles) = (&id.as_bytes()[..], serde_json::to_string(&facts.roles)?);
    sqlx::query!(
        "INSERT INTO officer (officer_id, name, post, nip, roles, active) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (officer_id) DO UPDATE SET name = excluded.name, post = excluded.post, nip = excluded.nip,
           roles = excluded.roles, active = excluded.active",
        id,
        matter.name,
        matter.post,
        matter.nip,
        roles,
        facts.active
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// All services in their order, inactive ones too.
pub async fn services(conn: &mut SqliteConnection) -> Result<Vec<Service>> {
    let rows = sqlx::query!(
        r#"SELECT service_id AS "id: Uuid", name, active AS "active: bool" FROM service ORDER BY rank, name"#
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|r| Service { id: r.id, name: r.name, active: r.active }).collect())
}

/// Sets one service.
pub async fn set_service(conn: &mut SqliteConnection, id: Uuid, facts: &ServiceFacts, name: &str) -> Result<()> {
    let id = &id.as_bytes()[..];
    sqlx::query!(
        "INSERT OR REPLACE INTO service (service_id, name, active, rank) VALUES (?, ?, ?, ?)",
        id,
        name,
        facts.active,
        facts.rank
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Local days off.
pub async fn holidays(conn: &mut SqliteConnection) -> Result<Vec<(String, String)>> {
    let rows = sqlx::query!("SELECT date, name FROM holiday ORDER BY date").fetch_all(conn).await?;
    Ok(rows.into_iter().map(|r| (r.date, r.name)).collect())
}

/// Adds a local day off.
pub async fn set_holiday(conn: &mut SqliteConnection, id: Uuid, date: &str, name: &str) -> Result<()> {
    let id = &id.as_bytes()[..];
    sqlx::query!("INSERT OR REPLACE INTO holiday (holiday_id, date, name) VALUES (?, ?, ?)", id, date, name)
        .execute(conn)
        .await?;
    Ok(())
}

/// The number series, and whether it rests.
pub async fn numbering(conn: &mut SqliteConnection) -> Result<Option<(NumberingFacts, bool)>> {
    let row =
        sqlx::query!(r#"SELECT facts, frozen AS "frozen: bool" FROM numbering LIMIT 1"#).fetch_optional(conn).await?;
    row.map(|r| Ok((serde_json::from_str(&r.facts)?, r.frozen))).transpose()
}

/// Sets the number series.
pub async fn set_numbering(conn: &mut SqliteConnection, facts: &NumberingFacts, frozen: bool) -> Result<()> {
    let facts = serde_json::to_string(facts)?;
    sqlx::query!("INSERT OR REPLACE INTO numbering (one, facts, frozen) VALUES (1, ?, ?)", facts, frozen)
        .execute(conn)
        .await?;
    Ok(())
}

/// Last number used or presumed used.
pub async fn last_number(conn: &mut SqliteConnection, counter: &str, period: &str) -> Result<u32> {
    let last = sqlx::query_scalar!("SELECT last FROM series WHERE counter = ? AND period = ?", counter, period)
        .fetch_optional(conn)
        .await?;
    Ok(last.and_then(|n| u32::try_from(n).ok()).unwrap_or(0))
}

/// Raises the last number; it never goes down.
pub async fn raise_last_number(conn: &mut SqliteConnection, counter: &str, period: &str, last: u32) -> Result<()> {
    sqlx::query!(
        "INSERT INTO series (counter, period, last) VALUES (?, ?, ?)
         ON CONFLICT (counter, period) DO UPDATE SET last = max(last, excluded.last)",
        counter,
        period,
        last
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Latest date that stands in a number of this counter, reserved ones too.
pub async fn last_numbered_on(conn: &mut SqliteConnection, counter: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        r#"SELECT max(d) AS "d: String" FROM (
             SELECT max(numbered_on) AS d FROM complaint WHERE counter = ?1
             UNION ALL SELECT max(date) FROM number_span WHERE counter = ?1)"#,
        counter
    )
    .fetch_one(conn)
    .await?)
}
