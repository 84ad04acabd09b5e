//! *Jejak akses*: the log as evidence of who did what when. What was said stays where it was said: a line tells the kind
//! of an entry, its officer, its time and its complaint.

use crate::csv::{self, Separator};
use crate::error::{Error, Result};
use crate::issue::{Format, Frame, Issued, table_fact};
use crate::open::Desk;
use crate::paper;
use crate::store::audit::{self, AuditFilter, AuditRow};
use crate::store::complaints;
use crate::store::unit::{self, Officer};
use crate::verify::{self, Report};
use crate::witness;
use crate::write::Act;
use chrono::{DateTime, NaiveDate};
use loket_domain::dates::{self, Zone};
use loket_domain::entry::{self, Body, Digest};
use loket_domain::facts::kind;
use loket_domain::paper::{AccessLog, AccessRow};
use loket_domain::rights::{self, Reach, Right};
use loket_domain::told;
use sqlx::SqliteConnection;
use uuid::Uuid;

/// What its entries call this paper.
const PAPER: &str = "log";
/// Longest list on paper.
const MAX_PRINTED: usize = 2_000;

/// Kinds that belong together in the words of an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Identities opened, papers made and printed, files saved.
    Access,
    /// Complaints and steps.
    Complaints,
    /// Office, officers, numbers, keys, imports.
    Office,
}

impl Group {
    /// As the paper says it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Access => "akses dan cetak",
            Self::Complaints => "aduan dan langkah",
            Self::Office => "kantor dan pengaturan",
        }
    }

    /// Its kinds.
    #[must_use]
    pub const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Access => &[
                kind::IDENTITY_VIEWED,
                kind::ATTACHMENT_SAVED,
                kind::DOCUMENT_MADE,
                kind::DOCUMENT_PRINTED,
                kind::RECEIPT_HANDED_OVER,
            ],
            Self::Complaints => &[
                kind::COMPLAINT_REGISTERED,
                kind::COMPLAINT_CORRECTED,
                kind::COMPLAINT_VOIDED,
                kind::COMPLAINT_UNVOIDED,
                kind::COMPLAINT_NOTED,
                kind::COMPLAINT_ANSWERED,
                kind::COMPLAINT_CLOSED,
                kind::COMPLAINT_CLASSIFIED,
                kind::COMPLAINT_TAKEN_OVER,
                kind::COMPLAINT_LINKED,
                kind::COMPLAINT_UNLINKED,
                kind::COMPLAINT_IMPORTED,
                kind::REPORTER_JOINED,
                kind::REPORTER_SEPARATED,
                kind::RECEIPT_SIGNED,
                kind::ATTACHMENT_ADDED,
                kind::DRAFT_DELETED,
            ],
            Self::Office => &[
                kind::LOG_OPENED,
                kind::UNIT_CHANGED,
                kind::OFFICER_CHANGED,
                kind::PIN_RESET,
                kind::SERVICE_CHANGED,
                kind::HOLIDAY_ADDED,
                kind::NUMBERING_SET,
                kind::NUMBERING_FROZEN,
                kind::NUMBERING_RESUMED,
                kind::NUMBERING_RESERVED,
                kind::NUMBERING_UNUSED,
                kind::RECOVERY_RENEWED,
                kind::BUNDLE_MADE,
                kind::IMPORT_MADE,
                kind::IMPORT_UNDONE,
            ],
        }
    }
}

/// What an officer asks of the log.
#[derive(Clone, Debug, Default)]
pub struct AuditQuery {
    /// Who acted.
    pub officer: Option<Uuid>,
    /// Number, tracking code or id of a complaint, or the fingerprint on a paper; empty for all.
    pub about: String,
    /// Kinds of entries.
    pub group: Option<Group>,
    /// First day at the office.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

/// One entry as lists show it.
pub struct Line {
    /// Place of arrival.
    pub entry_no: i64,
    /// The complaint that it is about.
    pub complaint: Option<Uuid>,
    /// Its words.
    pub told: AccessRow,
}

/// A page of the log.
pub struct AuditPage {
    /// At most 100 entries, newest first.
    pub lines: Vec<Line>,
    /// Where the next page begins.
    pub next: Option<i64>,
}

impl Desk {
    /// One page of the log for those who may read it.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::NotFound`] for what is asked about and not there.
    pub async fn audit(&self, query: &AuditQuery, before: Option<i64>, officer: Uuid) -> Result<AuditPage> {
        self.log_reading(query, officer).await?.page(&mut *self.reader().await?, before).await
    }

    /// What is the same for every page of a list.
    async fn log_reading(&self, query: &AuditQuery, officer: Uuid) -> Result<Reading> {
        self.require(officer, Right::ReadLog).await?;
        let (roles, zone) = (self.roles(officer).await?, self.zone().await?);
        let mut conn = self.reader().await?;
        let officers = unit::officers(&mut conn).await?;
        let (subject, prefix) = about(&mut conn, query.about.trim()).await?;
        let filter = AuditFilter {
            officer: query.officer,
            subject,
            prefix,
            kinds: query.group.map(|group| group.kinds().to_vec()).unwrap_or_default(),
            from: query.from,
            to: query.to,
            supervisory_only: !rights::reaches(&roles, Right::ReadLog).any(|reach| reach == Reach::All),
        };
        Ok(Reading { filter, officers, zone })
    }

    /// Checks the whole register for those who may read the log.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Verify`] naming the first thing that does not hold.
    pub async fn prove(&self, officer: Uuid) -> Result<Report> {
        self.require(officer, Right::ReadLog).await?;
        let witnessed = witness::read(&self.place);
        verify::against(&mut *self.reader().await?, witnessed).await
    }

    /// The list as it would stand on paper, without recording anything: its fingerprint is still empty.
    ///
    /// # Errors
    /// As [`Desk::audit`]; [`Error::Precondition`] `list_too_long` beyond 2,000 entries.
    pub async fn access_log(&self, query: &AuditQuery, filter: &str, act: Act) -> Result<AccessLog> {
        let (mut rows, mut before) = (Vec::new(), None);
        let reading = self.log_reading(query, act.officer).await?;
        loop {
            let page = reading.page(&mut *self.reader().await?, before).await?;
            rows.extend(page.lines.into_iter().map(|line| line.told));
            before = page.next;
            if rows.len() > MAX_PRINTED {
                return Err(Error::Precondition("list_too_long"));
            }
            if before.is_none() {
                break;
            }
        }
        let Frame { head, printing, .. } = self.frame(act).await?;
        let period = match (query.from, query.to) {
            (Some(from), Some(to)) => dates::date_span(from, to),
            (Some(from), None) => format!("sejak {}", dates::long_date(from)),
            (None, Some(to)) => format!("sampai dengan {}", dates::long_date(to)),
            (None, None) => String::new(),
        };
        let (title, filter) = ("Daftar Jejak Akses".to_owned(), filter.to_owned());
        Ok(AccessLog { office: head, title, filter, period, rows, printing, training: self.practice })
    }

    /// The list to be printed or saved; its making is an entry.
    ///
    /// # Errors
    /// [`Error::Paper`], [`Error::Database`].
    pub async fn issue_access_log(&self, mut list: AccessLog, format: Format, act: Act) -> Result<Issued> {
        let last = self.last_head().await?.map(|head| head.hash);
        let words = [list.period.as_str(), list.filter.as_str()].join(" · ");
        let made = table_fact(PAPER, format, list.rows.len(), last, &serde_json::to_vec(&list.rows)?, &words);
        let draw = move |document: Digest| match format {
            Format::Csv(separator) => Ok(log_csv(&list, separator)),
            Format::Pdf => {
                list.printing.fingerprint = document.to_string();
                paper::access_log(&list).map_err(|e| Error::Paper(e.to_string()))
            }
        };
        self.issue(PAPER, self.table(&made), draw, act).await
    }
}

/// A question that is allowed and understood, with what puts its answer into words.
struct Reading {
    filter: AuditFilter,
    officers: Vec<Officer>,
    zone: Zone,
}

impl Reading {
    async fn page(&self, conn: &mut SqliteConnection, before: Option<i64>) -> Result<AuditPage> {
        let mut rows = audit::page(conn, &self.filter, before).await?;
        let size = usize::try_from(audit::PAGE).unwrap_or(usize::MAX);
        let next = rows.get(size).and(rows.get(size - 1)).map(|row| row.entry_no);
        rows.truncate(size);
        Ok(AuditPage { lines: rows.iter().map(|row| line(row, &self.officers, self.zone)).collect(), next })
    }
}

/// A complaint, or how the hash of an entry begins.
async fn about(conn: &mut SqliteConnection, text: &str) -> Result<(Option<Uuid>, Vec<u8>)> {
    if text.is_empty() {
        return Ok((None, Vec::new()));
    }
    if let Some(id) = complaints::find(conn, text).await? {
        return Ok((Some(id), Vec::new()));
    }
    match entry::fingerprint_prefix(text) {
        Some(prefix) => Ok((None, prefix)),
        None => Err(Error::NotFound("complaint")),
    }
}

fn line(row: &AuditRow, officers: &[Officer], zone: Zone) -> Line {
    let facts = serde_json::from_slice::<Body>(&row.body).map(|body| body.facts).unwrap_or_default();
    let at = DateTime::parse_from_rfc3339(&row.at).map(|at| dates::table_date_time(zone.local(&at)));
    let officer = officers.iter().find(|officer| officer.id == row.actor);
    Line {
        entry_no: row.entry_no,
        complaint: row.complaint_id,
        told: AccessRow {
            at: at.unwrap_or_default(),
            officer: officer.map_or("Program", |officer| &officer.matter.name).to_owned(),
            what: told::title(&row.kind, &facts, zone),
            number: row.number.clone(),
            fingerprint: Digest::from_slice(&row.entry_hash).map(|hash| hash.fingerprint()).unwrap_or_default(),
        },
    }
}

/// The list as a table for a spreadsheet.
fn log_csv(list: &AccessLog, separator: Separator) -> Vec<u8> {
    let heads = ["No.", "Waktu", "Petugas", "Kegiatan", "Nomor register", "Sidik entri"].map(str::to_owned).to_vec();
    let rows = list.rows.iter().cloned().enumerate();
    let rows = rows.map(|(n, r)| vec![(n + 1).to_string(), r.at, r.officer, r.what, r.number, r.fingerprint]);
    csv::table(&std::iter::once(heads).chain(rows).collect::<Vec<_>>(), separator)
}
