//! Finding complaints: what a list shows, in which order, and the conditions that make it so.

use super::newest;
use super::row::{self, Row};
use crate::error::Result;
use crate::stem;
use loket_domain::rights::Reach;
use loket_domain::tracking::TrackingCode;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use std::collections::HashSet;
use uuid::Uuid;

/// Rows a page holds.
pub const PAGE: i64 = 50;
/// Counts are exact up to here.
pub const COUNT_LIMIT: i64 = 1_000;
const DAY_SECONDS: i64 = 86_400;
/// The index keeps beginnings of words up to so many letters (`prefix` in `projection.sql`).
const LONGEST_PREFIX: usize = 3;

/// Which complaints a right reaches: the reaches of several roles together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sees {
    ordinary: bool,
    supervisory: bool,
    own: bool,
}

impl Sees {
    /// All but those of the class *berkadar pengawasan*.
    pub const ORDINARY: Self = Self { ordinary: true, ..Self::NONE };
    /// None.
    pub const NONE: Self = Self { ordinary: false, supervisory: false, own: false };

    /// These, and those within `reach`.
    #[must_use]
    pub fn and(self, reach: Reach) -> Self {
        Self {
            ordinary: self.ordinary || matches!(reach, Reach::Ordinary | Reach::All),
            supervisory: self.supervisory || matches!(reach, Reach::Supervisory | Reach::All),
            own: self.own || matches!(reach, Reach::Own | Reach::OwnUnsigned),
        }
    }

    /// As a condition on rows of `complaint`; `own` narrows what an officer registered.
    fn condition(self, q: &mut QueryBuilder<Sqlite>, officer: Uuid, own: &str) {
        q.push(match (self.ordinary, self.supervisory) {
            (true, true) => "(1",
            (true, false) => "(supervisory = 0",
            (false, true) => "(supervisory = 1",
            (false, false) => "(0",
        });
        if self.own {
            q.push(" OR registered_by = ").push_bind(officer.as_bytes().to_vec()).push(own);
        }
        q.push(")");
    }
}

/// Who looks: decides what lists hold and what words find.
#[derive(Clone, Copy, Debug)]
pub struct Viewer {
    /// The officer.
    pub officer: Uuid,
    /// Complaints that may be found at all.
    pub read: Sees,
    /// Restricted ones among them.
    pub restricted: Sees,
    /// Those whose confidential identity may be opened.
    pub identity: Sees,
}

impl Viewer {
    /// Nobody in particular: finds what is open to all, and nothing that complains of an officer.
    pub const NOBODY: Self =
        Self { officer: Uuid::nil(), read: Sees::ORDINARY, restricted: Sees::NONE, identity: Sees::NONE };
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

impl Filter {
    /// Nothing but words narrows the list.
    fn is_words_alone(&self) -> bool {
        let narrow = [&self.from, &self.to, &self.channel, &self.state].iter().any(|value| value.is_some());
        !narrow && self.service.is_none() && self.officer.is_none()
    }
}

impl Sort {
    const fn columns(self) -> &'static str {
        match self {
            Self::Received => "received_utc",
            Self::Deadline => "due_sort",
            Self::Number => "counter, period, seq",
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

/// A page of a list.
pub struct Page {
    /// At most 50 rows.
    pub rows: Vec<Row>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// One page after `cursor`.
pub async fn page(conn: &mut SqliteConnection, f: &Filter, v: Viewer, cursor: Option<&str>) -> Result<Page> {
    let mut after = None;
    if let Some(no) = cursor.and_then(|c| c.parse::<i64>().ok()) {
        let mut q = row::select();
        q.push("complaint_no = ").push_bind(no);
        after = row::fetch(conn, q).await?.pop();
    }
    let words = expression(conn, &f.text).await?;
    let mut rows = match words {
        Some(words) if f.sort == Sort::Received && f.descending => {
            newest::newest(conn, f, v, &words, after.map(|row| (row.received_utc, row.complaint_no))).await?
        }
        words => sorted(conn, f, v, words, after).await?,
    };
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > size;
    rows.truncate(size);
    let next = rows.last().filter(|_| more).map(|row| row.complaint_no.to_string());
    Ok(Page { rows, next })
}

/// One row more than a page, in any order; the index of the order is walked until the page is full.
async fn sorted(
    conn: &mut SqliteConnection,
    f: &Filter,
    v: Viewer,
    words: Option<String>,
    after: Option<Row>,
) -> Result<Vec<Row>> {
    let mut q = row::select();
    visible(&mut q, v);
    plain_conditions(&mut q, f);
    word_conditions(&mut q, v, words);
    if let Some(row) = after {
        let beyond = if f.descending { "<" } else { ">" };
        q.push(format!(" AND ({}, complaint_no) {beyond} (", f.sort.columns()));
        match f.sort {
            Sort::Received => q.push_bind(row.received_utc),
            Sort::Deadline => q.push_bind(row.due_sort),
            Sort::Number => q.push_bind(row.counter).push(", ").push_bind(row.period).push(", ").push_bind(row.seq),
        };
        q.push(", ").push_bind(row.complaint_no).push(")");
    }
    q.push(f.sort.order(f.descending)).push(" LIMIT ").push_bind(PAGE + 1);
    row::fetch(conn, q).await
}

/// Rows that match, exact up to [`COUNT_LIMIT`]; one more means more.
pub async fn count(conn: &mut SqliteConnection, f: &Filter, v: Viewer) -> Result<i64> {
    let words = expression(conn, &f.text).await?;
    if let Some(words) = words.as_ref().filter(|_| f.is_words_alone()) {
        return newest::count(conn, v, words).await;
    }
    let mut q = QueryBuilder::new("SELECT count(*) FROM (SELECT 1 FROM complaint WHERE ");
    visible(&mut q, v);
    plain_conditions(&mut q, f);
    word_conditions(&mut q, v, words);
    q.push(" LIMIT ").push_bind(COUNT_LIMIT + 1).push(")");
    Ok(q.build_query_scalar().fetch_one(conn).await?)
}

/// All conditions but the words.
pub(super) fn plain_conditions(q: &mut QueryBuilder<Sqlite>, f: &Filter) {
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
    // The local day decides; the span of seconds around it, in any zone, lets the index find it.
    let day = |text: &String| Some(text.parse::<chrono::NaiveDate>().ok()?.and_time(chrono::NaiveTime::MIN).and_utc());
    if let Some(from) = &f.from {
        q.push(" AND received_on >= ").push_bind(from.clone());
        q.push(" AND received_utc >= ").push_bind(day(from).map_or(i64::MIN, |d| d.timestamp() - DAY_SECONDS));
    }
    if let Some(to) = &f.to {
        q.push(" AND received_on <= ").push_bind(to.clone());
        q.push(" AND received_utc <= ").push_bind(day(to).map_or(i64::MAX, |d| d.timestamp() + 2 * DAY_SECONDS));
    }
}

fn word_conditions(q: &mut QueryBuilder<Sqlite>, v: Viewer, words: Option<String>) {
    let Some(words) = words else { return };
    q.push(" AND (complaint_no IN (SELECT rowid FROM text_open WHERE text_open MATCH ").push_bind(words.clone());
    q.push(") OR (complaint_no IN (SELECT rowid FROM text_closed WHERE text_closed MATCH ").push_bind(words);
    q.push(")");
    may_find_closed(q, v);
    q.push("))");
}

/// Complaints of which somebody may be kept out. Few: their index holds all that [`visible`] asks.
const DELICATE: &str = "(restricted = 1 OR supervisory = 1 OR accused IS NOT NULL)";
/// A counter officer's own, until the manager takes over.
const NOT_TAKEN_OVER: &str = " AND taken_over = 0";

/// The officer may find this complaint: the rule of [`loket_domain::rights::may_of`] for [`Right::Read`] as SQL.
///
/// [`Right::Read`]: loket_domain::rights::Right::Read
pub(super) fn visible(q: &mut QueryBuilder<Sqlite>, v: Viewer) {
    q.push("(accused IS NULL");
    if !v.officer.is_nil() {
        q.push(" OR accused <> ").push_bind(v.officer.as_bytes().to_vec());
    }
    q.push(") AND ");
    v.read.condition(q, v.officer, NOT_TAKEN_OVER);
    q.push(" AND (restricted = 0 OR ");
    v.restricted.condition(q, v.officer, NOT_TAKEN_OVER);
    q.push(")");
}

/// Numbers of the complaints that this officer may not find, as a subquery: some of the delicate ones, or nearly all.
pub(super) fn hidden(q: &mut QueryBuilder<Sqlite>, v: Viewer) {
    let among = if v.read.ordinary { DELICATE } else { "1" };
    q.push(format!("(SELECT complaint_no FROM complaint WHERE {among} AND NOT ("));
    visible(q, v);
    q.push("))");
}

/// Those of these complaints that the officer may find.
pub(super) async fn visible_among(conn: &mut SqliteConnection, v: Viewer, numbers: &[i64]) -> Result<HashSet<i64>> {
    let mut q = QueryBuilder::new("SELECT complaint_no FROM complaint WHERE ");
    in_list(&mut q, numbers)?;
    q.push(" AND ");
    visible(&mut q, v);
    Ok(q.build_query_scalar().fetch_all(conn).await?.into_iter().collect())
}

pub(super) fn in_list(q: &mut QueryBuilder<Sqlite>, rows: &[i64]) -> Result<()> {
    q.push("complaint_no IN (SELECT value FROM json_each(").push_bind(serde_json::to_string(rows)?).push("))");
    Ok(())
}

/// Words kept from most are found by those with the right, or by who registered them; never by the one complained of.
pub(super) fn may_find_closed(q: &mut QueryBuilder<Sqlite>, v: Viewer) {
    q.push(" AND ");
    v.identity.condition(q, v.officer, " AND taken_over = 0 AND closed_to_typist = 0");
}

/// The words of a search as an FTS5 expression: every word must be found, as the beginning of a word or by its stem.
/// What was typed is only ever a quoted string, never syntax.
#[must_use]
pub fn match_expression(text: &str) -> Option<String> {
    joined(typed(text).iter().map(|word| beginning(word)))
}

/// As [`match_expression`], but a word that more than [`COUNT_LIMIT`] complaints hold as it stands is taken as it
/// stands: for the beginnings of a common word FTS5 reads every place where one of them occurs.
async fn expression(conn: &mut SqliteConnection, text: &str) -> Result<Option<String>> {
    let mut terms = Vec::new();
    for word in typed(text) {
        let whole = format!("(words : \"{word}\" OR stems : \"{}\")", stem::stem(&word));
        let common = word.chars().count() > LONGEST_PREFIX && is_common(conn, &whole).await?;
        terms.push(if common { whole } else { beginning(&word) });
    }
    Ok(joined(terms))
}

async fn is_common(conn: &mut SqliteConnection, whole: &str) -> Result<bool> {
    let beyond = "SELECT EXISTS (SELECT rowid FROM text_open WHERE text_open MATCH ? LIMIT 1 OFFSET ?)";
    Ok(sqlx::query_scalar(beyond).bind(whole).bind(COUNT_LIMIT).fetch_one(conn).await?)
}

fn beginning(word: &str) -> String {
    format!("(words : \"{word}\" * OR stems : \"{}\")", stem::stem(word))
}

fn joined(terms: impl IntoIterator<Item = String>) -> Option<String> {
    let terms: Vec<String> = terms.into_iter().collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// At most twelve words; what belongs together is one.
fn typed(text: &str) -> Vec<String> {
    let text = text.replace('+', " ");
    let words = joined_code(&text).map_or_else(|| stem::words(&text).collect(), |code| vec![code]);
    words.into_iter().take(12).collect()
}

/// A tracking code or telephone number that was typed with hyphens or spaces is one word in the index.
fn joined_code(text: &str) -> Option<String> {
    if let Ok(code) = text.parse::<TrackingCode>() {
        return Some(code.compact().to_lowercase());
    }
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.')).collect();
    (digits.len() >= 9 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}
