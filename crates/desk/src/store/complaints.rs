//! Rows of complaints: written by the fold, read by lists and searches.

pub use super::row::Row;
use super::search::visible_among;
pub use super::search::{COUNT_LIMIT, Filter, PAGE, Page, Sees, Sort, Viewer, count, match_expression, page};
use super::{imports, reporters, row, rows, unit, words};
use crate::error::Result;
use loket_domain::calendar::Calendar;
use loket_domain::complaint::Complaint;
use loket_domain::person;
use loket_domain::tracking::TrackingCode;
use loket_domain::vocabulary::{Classification, IdentityMode, State};
use sqlx::SqliteConnection;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Sorts after every day: its clock does not run.
const AFTER_ALL: &str = "9999-12-31";

/// Writes the row and the words of one complaint, which may be there already.
pub async fn set(conn: &mut SqliteConnection, c: Complaint, calendar: &mut Option<Calendar>) -> Result<()> {
    let id = &c.id.as_bytes()[..];
    let old = sqlx::query_scalar!("SELECT complaint_no FROM complaint WHERE complaint_id = ?", id)
        .fetch_optional(&mut *conn)
        .await?;
    let no = match old {
        Some(no) => {
            words::remove(conn, no).await?;
            reporters::remove(conn, c.id).await?;
            no
        }
        // The place in the log, so that a rebuild gives the same though other complaints have left the register.
        None => sqlx::query_file_scalar!("src/store/sql/first_entry_no.sql", id).fetch_one(&mut *conn).await?,
    };
    add(conn, &[(no, c)], calendar).await
}

/// Writes the rows and the words of complaints that have no words yet, each with the place of its first entry; rows of
/// a table go together.
pub async fn add(
    conn: &mut SqliteConnection,
    complaints: &[(i64, Complaint)],
    calendar: &mut Option<Calendar>,
) -> Result<()> {
    if complaints.is_empty() {
        return Ok(());
    }
    let calendar = match calendar {
        Some(known) => known,
        None => calendar.insert(crate::calendar::of(conn).await?),
    };
    let bind = |row: rows::Columns<'_>, (no, c): &(i64, Complaint)| bind(row, *no, c, calendar);
    let statement = rows::values(include_str!("sql/set_complaint.sql"), complaints, bind);
    rows::write(conn, statement).await?;
    imports::set_complaints(conn, complaints).await?;
    for ((counter, period), last) in last_numbers(complaints) {
        unit::raise_last_number(conn, &counter, &period, last).await?;
    }
    reporters::add(conn, complaints).await?;
    words::add(conn, complaints).await
}

/// The last number of each series, by counter and period; imported complaints have none.
fn last_numbers(complaints: &[(i64, Complaint)]) -> BTreeMap<(String, String), u32> {
    let mut series = BTreeMap::new();
    for facts in complaints.iter().filter(|(_, c)| c.imported.is_none()).map(|(_, c)| &c.facts) {
        let name = (facts.counter.clone().unwrap_or_default(), facts.period.clone().unwrap_or_default());
        let last: &mut u32 = series.entry(name).or_default();
        *last = facts.seq.unwrap_or(0).max(*last);
    }
    series
}

/// The row of one complaint, in the order of `set_complaint.sql`.
fn bind(mut row: rows::Columns<'_>, no: i64, c: &Complaint, calendar: &Calendar) {
    let (facts, matter) = (&c.facts, c.matter.clone().unwrap_or_default());
    let text = |v: &Option<String>| v.clone().unwrap_or_default();
    let date = |v: Option<chrono::NaiveDate>| v.map(|d| d.to_string()).unwrap_or_default();
    let received_at = text(&facts.received_at);
    let received = chrono::DateTime::parse_from_rfc3339(&received_at).ok();
    let clock = nearest_clock(c);
    let running = clock.due.filter(|_| clock.runs);
    let work_day = running
        .map(|due| calendar.last_open_on_or_before(due).max(clock.received.unwrap_or(due)).to_string())
        .unwrap_or_default();
    let due_sort = if running.is_some() { work_day.clone() } else { AFTER_ALL.to_owned() };
    let mode = c.identity_mode();
    let person = match (&c.identity, mode) {
        (Some(identity), IdentityMode::Open) => person::short_name(identity.name.as_deref().unwrap_or_default()),
        _ => String::new(),
    };
    let closed_to_typist =
        c.voices().iter().any(|v| v.identity_mode() != IdentityMode::Open && v.registered_by != c.registered_by);
    let day_only = c.imported.as_ref().is_some_and(|i| i.facts.received_day_only == Some(true));
    row.push_bind(no)
        .push_bind(c.id.as_bytes().to_vec())
        .push_bind(text(&facts.number))
        .push_bind(text(&facts.counter))
        .push_bind(text(&facts.period))
        .push_bind(facts.seq.unwrap_or(0))
        .push_bind(date(facts.numbered_on))
        .push_bind(text(&matter.tracking))
        .push_bind(facts.channel.map_or("LL", |c| c.code()))
        .push_bind(received_at)
        .push_bind(received.map_or(0, |r| r.timestamp()))
        .push_bind(date(received.map(|r| r.date_naive())))
        .push_bind(facts.service.map(|s| s.as_bytes().to_vec()))
        .push_bind(text(&matter.service_text))
        .push_bind(c.state().code())
        .push_bind(text(&matter.subject))
        .push_bind(mode.code())
        .push_bind(person)
        .push_bind(facts.restricted.unwrap_or(false))
        .push_bind(c.registered_by.as_bytes().to_vec())
        .push_bind(matter.accused_officer.map(|o| o.as_bytes().to_vec()))
        .push_bind(date(clock.due))
        .push_bind(work_day)
        .push_bind(clock.answered_on.map(|d| d.to_string()))
        .push_bind(due_sort)
        .push_bind(!c.undecided.is_empty())
        .push_bind(closed_to_typist)
        .push_bind(facts.classification == Some(Classification::Supervisory))
        .push_bind(c.taken_over)
        .push_bind(text(&matter.old_number))
        .push_bind(c.imported.is_some())
        .push_bind(day_only);
}

/// The clock of Ps44(3) that a list shows.
struct ListClock {
    received: Option<chrono::NaiveDate>,
    due: Option<chrono::NaiveDate>,
    answered_on: Option<chrono::NaiveDate>,
    runs: bool,
}

/// Each reporter has a clock of their own: the nearest one that runs, else the one that was answered latest for its day.
fn nearest_clock(c: &Complaint) -> ListClock {
    let clocks = c.voices().into_iter().map(|v| {
        let answered_on = v.answered_on();
        let received = v.facts.received_at.as_deref().and_then(loket_domain::complaint::day);
        let runs = answered_on.is_none() && matches!(v.state(), State::Received) && !v.clocks_rest();
        ListClock { received, due: v.facts.answer_due, answered_on, runs }
    });
    let late = |c: &ListClock| c.answered_on.zip(c.due).map(|(on, due)| on - due);
    let mut clocks: Vec<ListClock> = clocks.collect();
    match clocks.iter().enumerate().filter(|(_, c)| c.runs).min_by_key(|(_, c)| c.due) {
        Some((nearest, _)) => clocks.swap_remove(nearest),
        None => {
            clocks.sort_by_key(|c| std::cmp::Reverse(late(c)));
            clocks.swap_remove(0)
        }
    }
}

/// A complaint by number, tracking code or id.
pub async fn find(conn: &mut SqliteConnection, reference: &str) -> Result<Option<Uuid>> {
    let tracking = reference.parse().map(TrackingCode::compact).unwrap_or_default();
    let id = Uuid::parse_str(reference).unwrap_or_default().as_bytes().to_vec();
    let reference = reference.trim();
    Ok(sqlx::query_file_scalar!("src/store/sql/find_complaint.sql", reference, tracking, id)
        .fetch_optional(conn)
        .await?
        .and_then(|id| Uuid::from_slice(&id).ok()))
}

/// Numbers that bear this figure in their sequence, in the order of their registration.
pub async fn numbers_of_sequence(conn: &mut SqliteConnection, seq: i64) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!("SELECT number FROM complaint WHERE seq = ? ORDER BY complaint_no LIMIT 50", seq)
        .fetch_all(conn)
        .await?)
}

/// Is a tracking code taken?
pub async fn tracking_taken(conn: &mut SqliteConnection, tracking: &str) -> Result<bool> {
    Ok(sqlx::query_scalar!("SELECT count(*) FROM reporter WHERE tracking = ?", tracking).fetch_one(conn).await? > 0)
}

/// One row.
pub async fn row(conn: &mut SqliteConnection, id: Uuid) -> Result<Option<Row>> {
    let mut q = row::select();
    q.push("complaint_id = ").push_bind(id.as_bytes().to_vec());
    Ok(row::fetch(conn, q).await?.pop())
}

/// The row of a complaint for an officer's eyes: closed where it may not be found.
pub async fn row_for(conn: &mut SqliteConnection, id: Uuid, viewer: Viewer) -> Result<Option<Row>> {
    let Some(row) = row(conn, id).await? else { return Ok(None) };
    let open = visible_among(conn, viewer, &[row.complaint_no]).await?.contains(&row.complaint_no);
    Ok(Some(if open { row } else { row.closed() }))
}

/// Complaints whose first answer is still due.
pub async fn running(conn: &mut SqliteConnection) -> Result<Vec<Uuid>> {
    let ids = sqlx::query_scalar!("SELECT complaint_id FROM complaint WHERE due_sort < '9999'").fetch_all(conn).await?;
    Ok(ids.iter().filter_map(|id| Uuid::from_slice(id).ok()).collect())
}

/// Complaints in the register.
pub async fn all(conn: &mut SqliteConnection) -> Result<i64> {
    Ok(sqlx::query_scalar!("SELECT count(*) FROM complaint").fetch_one(conn).await?)
}

/// Complaints by state.
pub async fn by_state(conn: &mut SqliteConnection) -> Result<Vec<(String, i64)>> {
    let rows = sqlx::query!(r#"SELECT state, count(*) AS "n!: i64" FROM complaint GROUP BY state ORDER BY state"#)
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|r| (r.state, r.n)).collect())
}
