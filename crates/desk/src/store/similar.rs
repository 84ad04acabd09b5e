//! Complaints that may be told again: found cheaply by person, event and rare words, then weighed by the domain.

use super::complaints::Viewer;
use super::search::visible_among;
use crate::error::Result;
use crate::stem;
use chrono::NaiveDate;
use loket_domain::similar::{Telling, Told};
use sqlx::SqliteConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// Newest complaints that hold one word.
const PER_WORD: i64 = 300;
/// Newest complaints of one name, telephone, NIK or day.
const PER_SIGN: i64 = 25;
/// Complaints that are compared for their words.
const BY_WORDS: usize = 40;

/// What candidates are looked for by. Empty fields look for nothing.
pub struct Wanted<'a> {
    /// As [`loket_domain::similar::name_key`] makes it.
    pub name: &'a str,
    /// Normalised.
    pub phone: &'a str,
    /// Normalised.
    pub nik: &'a str,
    /// Day of the event.
    pub event_date: Option<NaiveDate>,
    /// Service from the list.
    pub service: Option<Uuid>,
    /// Words that tell complaints apart.
    pub words: &'a [String],
}

/// A telling in the register.
pub struct Candidate {
    /// The complaint.
    pub complaint: Uuid,
    /// What is compared.
    pub told: Told,
}

/// Tellings worth comparing, as far as this officer may find them: never void ones. Rows hold no identity that is not open.
pub async fn candidates(conn: &mut SqliteConnection, wanted: &Wanted<'_>, v: Viewer) -> Result<Vec<Candidate>> {
    let mut numbers = signs(conn, wanted).await?;
    numbers.extend(by_words(conn, wanted.words).await?);
    numbers.sort_unstable();
    numbers.dedup();
    let wanted = serde_json::to_string(&numbers)?;
    let rows = sqlx::query_file!("src/store/sql/similar_candidates.sql", wanted).fetch_all(&mut *conn).await?;
    let open = visible_among(conn, v, &numbers).await?;
    Ok(rows
        .into_iter()
        .filter(|r| open.contains(&r.complaint_no))
        .map(|r| Candidate {
            complaint: r.complaint_id,
            told: Told::new(&Telling {
                name: &r.name,
                phone: &r.phone,
                nik: &r.nik,
                description: &r.description,
                service: r.service_id,
                place: &r.event_place,
                event_date: r.event_date.parse().ok(),
                received: r.received_utc,
            }),
        })
        .collect())
}

async fn signs(conn: &mut SqliteConnection, wanted: &Wanted<'_>) -> Result<Vec<i64>> {
    let (name, phone, nik) = (wanted.name, wanted.phone, wanted.nik);
    let mut found = sqlx::query_scalar!(
        "SELECT complaint_no FROM reporter WHERE name = ? AND name <> '' ORDER BY complaint_no DESC LIMIT ?",
        name,
        PER_SIGN
    )
    .fetch_all(&mut *conn)
    .await?;
    found.extend(
        sqlx::query_scalar!(
            "SELECT complaint_no FROM reporter WHERE phone = ? AND phone <> '' ORDER BY complaint_no DESC LIMIT ?",
            phone,
            PER_SIGN
        )
        .fetch_all(&mut *conn)
        .await?,
    );
    found.extend(
        sqlx::query_scalar!(
            "SELECT complaint_no FROM reporter WHERE nik = ? AND nik <> '' ORDER BY complaint_no DESC LIMIT ?",
            nik,
            PER_SIGN
        )
        .fetch_all(&mut *conn)
        .await?,
    );
    if let (Some(day), Some(service)) = (wanted.event_date, wanted.service) {
        let (day, service) = (day.to_string(), service.as_bytes().to_vec());
        found.extend(
            sqlx::query_file_scalar!("src/store/sql/same_event.sql", day, service, PER_SIGN).fetch_all(conn).await?,
        );
    }
    Ok(found)
}

/// The complaints that share the most and the rarest words. Of each word the newest complaints are read; how close
/// together they lie tells how rare it is.
async fn by_words(conn: &mut SqliteConnection, words: &[String]) -> Result<Vec<i64>> {
    let mut weights: HashMap<i64, f64> = HashMap::new();
    for word in words {
        let term = format!("stems : \"{}\" OR words : \"{word}\"", stem::stem(word));
        for table in ["text_open", "text_closed"] {
            let sql = format!("SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT {PER_WORD}");
            let found: Vec<i64> =
                sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(&term).fetch_all(&mut *conn).await?;
            let Some((newest, oldest)) = found.first().zip(found.last()) else { continue };
            #[expect(clippy::cast_precision_loss, reason = "a weight needs no more than 52 bits")]
            let rarity = ((newest - oldest + 2) as f64 / found.len() as f64).ln_1p();
            for no in found {
                *weights.entry(no).or_default() += rarity;
            }
        }
    }
    let mut best: Vec<(i64, f64)> = weights.into_iter().collect();
    best.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    Ok(best.into_iter().take(BY_WORDS).map(|(no, _)| no).collect())
}

/// What the officer said of similar complaints in this draft: the complaint, and whether it is to be linked.
pub async fn choices(conn: &mut SqliteConnection, draft: Uuid) -> Result<Vec<(Uuid, bool)>> {
    let draft = &draft.as_bytes()[..];
    let rows = sqlx::query!(
        r#"SELECT complaint_id AS "id: Uuid", choice FROM draft_similar WHERE draft_id = ? ORDER BY rowid"#,
        draft
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.choice == "link")).collect())
}

/// Remembers or forgets what the officer said.
pub async fn choose(conn: &mut SqliteConnection, draft: Uuid, complaint: Uuid, link: Option<bool>) -> Result<()> {
    let (draft, complaint) = (&draft.as_bytes()[..], &complaint.as_bytes()[..]);
    let Some(link) = link else {
        sqlx::query!("DELETE FROM draft_similar WHERE draft_id = ? AND complaint_id = ?", draft, complaint)
            .execute(conn)
            .await?;
        return Ok(());
    };
    let choice = if link { "link" } else { "other" };
    sqlx::query!(
        "INSERT INTO draft_similar (draft_id, complaint_id, choice) VALUES (?, ?, ?)
         ON CONFLICT (draft_id, complaint_id) DO UPDATE SET choice = excluded.choice",
        draft,
        complaint,
        choice
    )
    .execute(conn)
    .await?;
    Ok(())
}
