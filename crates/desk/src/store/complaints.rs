//! Rows of complaints: written by the fold, read by lists and searches.

use super::{reporters, unit, words};
use crate::error::Result;
use crate::stem;
use loket_domain::complaint::Complaint;
use loket_domain::person;
use loket_domain::tracking::TrackingCode;
use loket_domain::vocabulary::{IdentityMode, State};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

/// Rows a page holds.
pub const PAGE: i64 = 50;
/// Counts are exact up to here.
pub const COUNT_LIMIT: i64 = 1_000;
/// Sorts after every day: its clock does not run.
const AFTER_ALL: &str = "9999-12-31";

/// Writes the row and the words of one complaint.
pub async fn set(conn: &mut SqliteConnection, c: &Complaint) -> Result<()> {
    let id = &c.id.as_bytes()[..];
    let old = sqlx::query_scalar!("SELECT complaint_no FROM complaint WHERE complaint_id = ?", id)
        .fetch_optional(&mut *conn)
        .await?;
    let no = match old {
        Some(no) => no,
        None => {
            sqlx::query_scalar!("SELECT coalesce(max(complaint_no), 0) + 1 FROM complaint")
                .fetch_one(&mut *conn)
                .await?
        }
    };
    let (facts, matter) = (&c.facts, c.matter.clone().unwrap_or_default());
    let text = |v: &Option<String>| v.clone().unwrap_or_default();
    let date = |v: Option<chrono::NaiveDate>| v.map(|d| d.to_string()).unwrap_or_default();
    let (number, counter, period) = (text(&facts.number), text(&facts.counter), text(&facts.period));
    let seq = facts.seq.unwrap_or(0);
    let received_at = text(&facts.received_at);
    let received = chrono::DateTime::parse_from_rfc3339(&received_at).ok();
    let received_utc = received.map_or(0, |r| r.timestamp());
    let received_on = date(received.map(|r| r.date_naive()));
    let state = c.state();
    let clock = nearest_clock(c);
    let answer_due = date(clock.due);
    let answered_on = clock.answered_on.map(|d| d.to_string());
    let running = clock.due.filter(|_| clock.runs);
    let work_day = match running {
        Some(due) => {
            crate::calendar::of(conn).await?.last_open_on_or_before(due).max(clock.received.unwrap_or(due)).to_string()
        }
        None => String::new(),
    };
    let due_sort = if running.is_some() { work_day.clone() } else { AFTER_ALL.to_owned() };
    let mode = c.identity_mode();
    let person = match (&c.identity, mode) {
        (Some(identity), IdentityMode::Open) => person::short_name(identity.name.as_deref().unwrap_or_default()),
        _ => String::new(),
    };
    let (channel, state, mode_code) = (facts.channel.map_or("LL", |c| c.code()), state.code(), mode.code());
    let service_id = facts.service.map(|s| s.as_bytes().to_vec());
    let (service, subject, tracking) = (text(&matter.service_text), text(&matter.subject), text(&matter.tracking));
    let registered_by = &c.registered_by.as_bytes()[..];
    let accused = matter.accused_officer.map(|o| o.as_bytes().to_vec());
    let (numbered_on, restricted, two_versions) =
        (date(facts.numbered_on), facts.restricted.unwrap_or(false), !c.undecided.is_empty());
    let closed_to_typist =
        c.voices().iter().any(|v| v.identity_mode() != IdentityMode::Open && v.registered_by != c.registered_by);
    sqlx::query_file!(
        "src/store/sql/set_complaint.sql",
        no,
        id,
        number,
        counter,
        period,
        seq,
        numbered_on,
        tracking,
        channel,
        received_at,
        received_utc,
        received_on,
        service_id,
        service,
        state,
        subject,
        mode_code,
        person,
        restricted,
        registered_by,
        accused,
        answer_due,
        work_day,
        answered_on,
        due_sort,
        two_versions,
        closed_to_typist
    )
    .execute(&mut *conn)
    .await?;
    unit::raise_last_number(conn, &counter, &period, seq).await?;
    reporters::set(conn, no, c).await?;
    words::set(conn, no, c).await
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

/// A row of the register.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Row {
    /// Place in the file, the tie of every sort.
    pub complaint_no: i64,
    /// Id.
    pub complaint_id: Uuid,
    /// Register number.
    pub number: String,
    /// Tracking code without hyphens.
    pub tracking: String,
    /// Channel code.
    pub channel: String,
    /// RFC 3339.
    pub received_at: String,
    /// Seconds.
    pub received_utc: i64,
    /// Name of the service.
    pub service: String,
    /// State code.
    pub state: String,
    /// *Hal*.
    pub subject: String,
    /// Openness code.
    pub identity_mode: String,
    /// Short name, empty unless open.
    pub person: String,
    /// *Isi dibatasi*.
    pub restricted: bool,
    /// Who registered it.
    pub registered_by: Uuid,
    /// Legal date of the first answer.
    pub answer_due: String,
    /// Day to work on it; empty unless the clock runs.
    pub work_day: String,
    /// Day of the answer.
    pub answered_on: Option<String>,
    /// Sort key of the deadline.
    pub due_sort: String,
    /// Fields with two undecided values.
    pub two_versions: bool,
}

/// Who looks: decides what the words may find.
#[derive(Clone, Copy, Debug)]
pub struct Viewer {
    /// The officer.
    pub officer: Uuid,
    /// May read identities kept confidential and restricted content of all complaints.
    pub all: bool,
}

/// Order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Received time.
    #[default]
    Received,
    /// Day to work on the first answer; clocks that do not run come last.
    Deadline,
    /// Counter, period, place in the series.
    Number,
}

/// What a list shows.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words, beginnings of words, numbers.
    pub text: String,
    /// First local day received.
    pub from: Option<String>,
    /// Last local day received.
    pub to: Option<String>,
    /// Channel code.
    pub channel: Option<String>,
    /// Service.
    pub service: Option<Uuid>,
    /// State code.
    pub state: Option<String>,
    /// Officer who registered it.
    pub officer: Option<Uuid>,
    /// Order.
    pub sort: Sort,
    /// Newest, latest or highest first.
    pub descending: bool,
}

impl Sort {
    const fn key(self) -> &'static str {
        match self {
            Self::Received => "printf('%012d', received_utc)",
            Self::Deadline => "due_sort",
            Self::Number => "counter || char(31) || period || char(31) || printf('%08d', seq)",
        }
    }
    const fn order(self, descending: bool) -> &'static str {
        match (self, descending) {
            (Self::Received, false) => " ORDER BY received_utc, complaint_no",
            (Self::Received, true) => " ORDER BY received_utc DESC, complaint_no DESC",
            (Self::Deadline, false) => " ORDER BY due_sort, complaint_no",
            (Self::Deadline, true) => " ORDER BY due_sort DESC, complaint_no DESC",
            (Self::Number, false) => " ORDER BY counter, period, seq, complaint_no",
            (Self::Number, true) => " ORDER BY counter DESC, period DESC, seq DESC, complaint_no DESC",
        }
    }
}

/// One page after `cursor`, and the cursor of the next.
pub async fn page(
    conn: &mut SqliteConnection,
    f: &Filter,
    v: Viewer,
    cursor: Option<&str>,
) -> Result<(Vec<Row>, Option<String>)> {
    let key = f.sort.key();
    let mut q = QueryBuilder::new(format!("SELECT *, {key} AS sort_key FROM complaint WHERE 1 = 1"));
    conditions(&mut q, f, v);
    if let Some((at, no)) = cursor.and_then(|c| c.rsplit_once('|')) {
        let beyond = if f.descending { "<" } else { ">" };
        q.push(format!(" AND ({key}, complaint_no) {beyond} (")).push_bind(at.to_owned());
        q.push(", ").push_bind(no.parse::<i64>().unwrap_or(0)).push(")");
    }
    q.push(f.sort.order(f.descending)).push(" LIMIT ").push_bind(PAGE + 1);
    let mut rows: Vec<(Row, String)> = q
        .build()
        .fetch_all(conn)
        .await?
        .iter()
        .map(|r| Ok((sqlx::FromRow::from_row(r)?, sqlx::Row::try_get(r, "sort_key")?)))
        .collect::<Result<_, sqlx::Error>>()?;
    let more = rows.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|(r, key)| format!("{key}|{}", r.complaint_no));
    Ok((rows.into_iter().map(|(r, _)| r).collect(), next))
}

/// Rows that match, exact up to [`COUNT_LIMIT`]; one more means more.
pub async fn count(conn: &mut SqliteConnection, f: &Filter, v: Viewer) -> Result<i64> {
    let mut q = QueryBuilder::new("SELECT count(*) FROM (SELECT 1 FROM complaint WHERE 1 = 1");
    conditions(&mut q, f, v);
    q.push(" LIMIT ").push_bind(COUNT_LIMIT + 1).push(")");
    Ok(q.build_query_scalar().fetch_one(conn).await?)
}

fn conditions(q: &mut QueryBuilder<Sqlite>, f: &Filter, v: Viewer) {
    let equal = [("channel", &f.channel), ("state", &f.state)];
    for (column, value) in equal {
        if let Some(value) = value {
            q.push(format!(" AND {column} = ")).push_bind(value.clone());
        }
    }
    for (column, id) in [("service_id", f.service), ("registered_by", f.officer)] {
        if let Some(id) = id {
            q.push(format!(" AND {column} = ")).push_bind(id.as_bytes().to_vec());
        }
    }
    if let Some(from) = &f.from {
        q.push(" AND received_on >= ").push_bind(from.clone());
    }
    if let Some(to) = &f.to {
        q.push(" AND received_on <= ").push_bind(to.clone());
    }
    let Some(words) = match_expression(&f.text) else {
        return;
    };
    q.push(" AND (complaint_no IN (SELECT rowid FROM text_open WHERE text_open MATCH ").push_bind(words.clone());
    q.push(") OR (complaint_no IN (SELECT rowid FROM text_closed WHERE text_closed MATCH ").push_bind(words);
    q.push(")");
    q.push(" AND (accused IS NULL OR accused <> ").push_bind(v.officer.as_bytes().to_vec()).push(")");
    if !v.all {
        q.push(" AND closed_to_typist = 0 AND registered_by = ").push_bind(v.officer.as_bytes().to_vec());
    }
    q.push("))");
}

/// The words of a search as an FTS5 expression: every word must be found, as the beginning of a word or by its stem.
/// What was typed is only ever a quoted string, never syntax.
#[must_use]
pub fn match_expression(text: &str) -> Option<String> {
    let text = text.replace('+', " ");
    let joined = joined_code(&text);
    let terms: Vec<String> = joined
        .map_or_else(|| stem::words(&text).collect(), |code| vec![code])
        .into_iter()
        .take(12)
        .map(|w| format!("(words : \"{w}\" * OR stems : \"{}\")", stem::stem(&w)))
        .collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// A tracking code or telephone number that was typed with hyphens or spaces is one word in the index.
fn joined_code(text: &str) -> Option<String> {
    if let Ok(code) = text.parse::<TrackingCode>() {
        return Some(code.compact().to_lowercase());
    }
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    (digits.len() >= 9 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
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

/// Is a tracking code taken?
pub async fn tracking_taken(conn: &mut SqliteConnection, tracking: &str) -> Result<bool> {
    Ok(sqlx::query_scalar!("SELECT count(*) FROM reporter WHERE tracking = ?", tracking).fetch_one(conn).await? > 0)
}

/// One row.
pub async fn row(conn: &mut SqliteConnection, id: Uuid) -> Result<Option<Row>> {
    let mut q = QueryBuilder::<Sqlite>::new("SELECT * FROM complaint WHERE complaint_id = ");
    q.push_bind(id.as_bytes().to_vec());
    Ok(q.build_query_as().fetch_optional(conn).await?)
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
