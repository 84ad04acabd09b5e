//! The register as a list: search, filters, keyset pages, and the list on paper.

use crate::csv::{self, Separator};
use crate::error::{Error, Result};
use crate::issue::{Format, Frame, Issued, table_fact};
use crate::open::Desk;
use crate::paper;
use crate::store::complaints::{self, COUNT_LIMIT, Filter, Page, Row, Viewer};
use crate::write::Act;
use chrono::{NaiveDate, Utc};
use loket_domain::calendar::Calendar;
use loket_domain::dates;
use loket_domain::entry::Digest;
use loket_domain::paper::{DeadlineList, DeadlineRow, DueState};
use loket_domain::rights::Right;
use loket_domain::vocabulary::{IdentityMode, State};
use sqlx::SqliteConnection;

/// What its entries call this paper.
const PAPER: &str = "list";
/// Longest list on paper.
const MAX_PRINTED: usize = 2_000;

/// How much a list holds. Counted apart from its pages, which wait for no count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Matching complaints, exact up to 1,000.
    pub count: i64,
    /// There are more than `count`.
    pub more: bool,
    /// All complaints of the register.
    pub all: i64,
    /// What the words alone would find, when the filters hide all of it.
    pub outside_filter: i64,
}

/// How the first answer of a complaint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Past its legal date, by days.
    Late(i64),
    /// To be done today.
    Today,
    /// Within three working days; days to the legal date.
    Soon(i64),
    /// Later; days to the legal date.
    Later(i64),
    /// Answered in time on this day.
    Done(NaiveDate),
    /// Answered after its legal date on this day.
    DoneLate(NaiveDate),
    /// No clock: closed or void without an answer.
    None,
}

impl Desk {
    /// One page of the register for this officer's eyes. What is closed to them answers only to its whole number or
    /// tracking code, with number, day, stage and next date.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn list(&self, filter: &Filter, cursor: Option<&str>, officer: uuid::Uuid) -> Result<Page> {
        let viewer = self.viewer(officer).await?;
        let mut conn = self.reader().await?;
        let mut page = complaints::page(&mut conn, filter, viewer, cursor).await?;
        if cursor.is_none() {
            page.rows.extend(closed_to(&mut conn, filter, viewer).await?);
        }
        Ok(page)
    }

    /// How much the list holds for this officer's eyes.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn count(&self, filter: &Filter, officer: uuid::Uuid) -> Result<Counts> {
        let viewer = self.viewer(officer).await?;
        let mut conn = self.reader().await?;
        let told = closed_to(&mut conn, filter, viewer).await?.is_some();
        let count = complaints::count(&mut conn, filter, viewer).await? + i64::from(told);
        // Only a list that finds nothing says what its filters hide.
        let words = Filter { text: filter.text.clone(), ..Filter::default() };
        let outside_filter = if count == 0 { complaints::count(&mut conn, &words, viewer).await? } else { 0 };
        let all = complaints::all(&mut conn).await?;
        Ok(Counts { count: count.min(COUNT_LIMIT), more: count > COUNT_LIMIT, all, outside_filter })
    }

    /// The list as it would stand on paper, without recording anything: its fingerprint is still empty.
    ///
    /// # Errors
    /// [`Error::Precondition`] `list_too_long` beyond 2,000 rows.
    pub async fn deadline_list(&self, filter: &Filter, words: &str, period: &str, act: Act) -> Result<DeadlineList> {
        self.require(act.officer, Right::Lists).await?;
        let mut rows: Vec<Row> = Vec::new();
        let mut cursor: Option<String> = None;
        loop {
            let page = self.list(filter, cursor.as_deref(), act.officer).await?;
            rows.extend(page.rows);
            cursor = page.next;
            if rows.len() > MAX_PRINTED {
                return Err(Error::Precondition("list_too_long"));
            }
            if cursor.is_none() {
                break;
            }
        }
        let calendar = crate::calendar::of(&mut *self.reader().await?).await?;
        let Frame { head, at, printing, .. } = self.frame(act).await?;
        Ok(DeadlineList {
            office: head,
            title: "Daftar Tenggat Pengaduan".to_owned(),
            filter: words.to_owned(),
            period: period.to_owned(),
            rows: rows.iter().map(|r| printed_row(r, at.date_naive(), &calendar)).collect(),
            printing,
            training: self.practice,
        })
    }

    /// The list to be printed or saved; its making is an entry.
    ///
    /// # Errors
    /// [`Error::Paper`], [`Error::Database`].
    pub async fn issue_list(&self, mut list: DeadlineList, format: Format, act: Act) -> Result<Issued> {
        let last = self.last_head().await?.map(|head| head.hash);
        let content = serde_json::to_vec(&list.rows)?;
        let words = [list.period.as_str(), list.filter.as_str()].join(" · ");
        let made = table_fact(PAPER, format, list.rows.len(), last, &content, &words);
        let draw = move |document: Digest| match format {
            Format::Csv(separator) => Ok(list_csv(&list, separator)),
            Format::Pdf => {
                list.printing.fingerprint = document.to_string();
                paper::deadline_list(&list).map_err(|e| Error::Paper(e.to_string()))
            }
        };
        self.issue(PAPER, self.table(&made), draw, act).await
    }

    /// Days and hours of today at the office.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn today(&self, now: chrono::DateTime<Utc>) -> Result<NaiveDate> {
        Ok(self.local(now).await?.date_naive())
    }
}

/// What is told of a complaint that is closed to the viewer, to its whole number or tracking code.
async fn closed_to(conn: &mut SqliteConnection, filter: &Filter, viewer: Viewer) -> Result<Option<Row>> {
    if filter.text.trim().is_empty() {
        return Ok(None);
    }
    let Some(id) = complaints::find(conn, &filter.text).await? else { return Ok(None) };
    Ok(complaints::row_for(conn, id, viewer).await?.filter(|row| row.closed))
}

/// How the first answer stands on `today`.
#[must_use]
pub fn mark(row: &Row, today: NaiveDate, calendar: &Calendar) -> Mark {
    let Ok(legal) = row.answer_due.parse::<NaiveDate>() else {
        return Mark::None;
    };
    if let Some(answered) = row.answered_on.as_ref().and_then(|d| d.parse::<NaiveDate>().ok()) {
        return if answered > legal { Mark::DoneLate(answered) } else { Mark::Done(answered) };
    }
    // Without a day to work the clock does not run: closed, void, or nobody whom an answer could reach.
    let Ok(work_day) = row.work_day.parse::<NaiveDate>() else { return Mark::None };
    let left = (legal - today).num_days();
    if left < 0 {
        Mark::Late(-left)
    } else if work_day <= today {
        Mark::Today
    } else if calendar.open_days_between(today, work_day) <= 3 {
        Mark::Soon(left)
    } else {
        Mark::Later(left)
    }
}

/// The words of lists for the person: first name and initial, or why there is none.
#[must_use]
pub fn person(row: &Row) -> String {
    match IdentityMode::from_code(&row.identity_mode) {
        Some(IdentityMode::Open) => row.person.clone(),
        Some(IdentityMode::None) => "Tanpa identitas".to_owned(),
        _ => "Identitas dirahasiakan".to_owned(),
    }
}

/// The number that a list shows: of this register, or of the old one that it was imported from.
#[must_use]
pub fn number(row: &Row) -> &str {
    if row.imported { &row.old_number } else { &row.number }
}

/// What a list shows as subject: the service only, when the content is restricted.
#[must_use]
pub fn subject(row: &Row) -> String {
    match (row.restricted, row.service.is_empty()) {
        (false, _) => row.subject.clone(),
        (true, false) => row.service.clone(),
        (true, true) => "Isi dibatasi".to_owned(),
    }
}

/// The list as a table for a spreadsheet, with the persons of the paper.
fn list_csv(list: &DeadlineList, separator: Separator) -> Vec<u8> {
    const HEADS: [&str; 9] =
        ["No.", "Nomor register", "Diterima", "Hal", "Pelapor", "Layanan", "Keadaan", "Batas waktu", "Catatan"];
    let heads = HEADS.map(str::to_owned).to_vec();
    let rows = list.rows.iter().enumerate().map(|(n, r)| {
        let r = r.clone();
        let subject = loket_domain::person::mask_numbers(&r.subject);
        let (due, note) = (r.due.unwrap_or_default(), r.due_note.unwrap_or_default());
        vec![(n + 1).to_string(), r.number, r.received, subject, r.reporter, r.service, r.state, due, note]
    });
    csv::table(&std::iter::once(heads).chain(rows).collect::<Vec<_>>(), separator)
}

fn printed_row(row: &Row, today: NaiveDate, calendar: &Calendar) -> DeadlineRow {
    let state = State::from_code(&row.state).unwrap_or(State::Received);
    let legal = row.answer_due.parse::<NaiveDate>().ok();
    let work_day = row.work_day.parse::<NaiveDate>().ok();
    let work_on = |day| format!("kerjakan {}", dates::short_date(day));
    let (due_state, due_note) = match mark(row, today, calendar) {
        Mark::Late(days) => (DueState::Late, Some(format!("lewat {days} hari"))),
        Mark::Today => (DueState::Today, Some("hari ini".to_owned())),
        Mark::Soon(_) | Mark::Later(_) => (DueState::Running, work_day.filter(|day| Some(*day) != legal).map(work_on)),
        Mark::Done(_) | Mark::DoneLate(_) | Mark::None => (DueState::None, None),
    };
    let received = chrono::DateTime::parse_from_rfc3339(&row.received_at).map(dates::table_date_time);
    DeadlineRow {
        number: number(row).to_owned(),
        received: received.unwrap_or_default(),
        subject: subject(row),
        reporter: person(row),
        service: row.service.clone(),
        state: state.label().to_owned(),
        due: legal.filter(|_| due_state != DueState::None).map(dates::table_date),
        due_state,
        due_note,
    }
}
