//! Paper j, the register book of a period: read from the complaints themselves, on paper or as CSV.

use crate::csv::{self, Separator};
use crate::error::{Error, Result};
use crate::issue::{Format, Frame, Issued, table_fact};
use crate::open::Desk;
use crate::paper;
use crate::store::unit::Officer;
use crate::store::{log, series, unit};
use crate::write::Act;
use chrono::{DateTime, Datelike, NaiveDate};
use loket_domain::complaint::{Complaint, text_of};
use loket_domain::dates::{self, Zone};
use loket_domain::entry::Digest;
use loket_domain::facts::kind;
use loket_domain::fold::{Opened, causal_order};
use loket_domain::intake::FieldError;
use loket_domain::number::SpanState;
use loket_domain::paper::{BookLine, BookRecord, BookVersion, RegisterBook, Unrecorded, Why, explain};
use loket_domain::person;
use loket_domain::rights::Right;
use loket_domain::vocabulary::{Channel, IdentityMode, Role};

/// Letter of the book among the papers.
const PAPER: &str = "j";
/// Most records of one book.
const MOST_RECORDS: usize = 20_000;
/// Longest period in days: ten years.
const LONGEST: i64 = 3_660;

/// Which book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookOrder {
    /// First day: numbers dated from here.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// For whom.
    pub version: BookVersion,
}

impl Desk {
    /// The book as it stands, without recording anything: its fingerprint is still empty.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] unless the officer is complaint manager, head or auditor; the auditor sees the
    /// public version only. [`Error::Invalid`] `period`; [`Error::Precondition`] `list_too_long`.
    pub async fn book(&self, order: BookOrder, act: Act) -> Result<RegisterBook> {
        let right = if order.version == BookVersion::Public { Right::PublicBook } else { Right::Book };
        self.require(act.officer, right).await?;
        if order.to < order.from || (order.to - order.from).num_days() > LONGEST {
            return Err(Error::Invalid(vec![FieldError::new("period", "impossible")]));
        }
        let officers = unit::officers(&mut *self.reader().await?).await?;
        let Frame { office, head, zone, printing, .. } = self.frame(act).await?;
        let lines = self.lines(order, &officers, zone, act.officer).await?;
        let chief = officers.iter().find(|o| o.facts.active && o.is(Role::Head));
        let last = self.last_head().await?;
        Ok(RegisterBook {
            office: head,
            period: period(order.from, order.to),
            version: order.version,
            lines,
            manager: office.manager_name,
            head: chief.map(|o| (o.matter.post.clone(), o.matter.name.clone())).unwrap_or_default(),
            last_entry: last.map(|l| l.hash.to_string()).unwrap_or_default(),
            device: self.log_id.to_string(),
            printing,
            training: self.practice,
        })
    }

    /// The book to be printed or saved; its making is an entry.
    ///
    /// # Errors
    /// As [`Desk::book`]; [`Error::Paper`].
    pub async fn issue_book(&self, order: BookOrder, format: Format, act: Act) -> Result<Issued> {
        let mut book = self.book(order, act).await?;
        let last = self.last_head().await?.map(|head| head.hash);
        let mut made = table_fact(PAPER, format, book.records(), last, &serde_json::to_vec(&book.lines)?, "");
        (made.0.from, made.0.to, made.0.version) = (Some(order.from), Some(order.to), Some(order.version));
        let draw = move |document: Digest| match format {
            Format::Csv(separator) => Ok(book_csv(&book, separator)),
            Format::Pdf => {
                book.printing.fingerprint = document.to_string();
                paper::register_book(&book).map_err(|e| Error::Paper(e.to_string()))
            }
        };
        self.issue(PAPER, self.table(&made), draw, act).await
    }

    /// Records and gap lines of all series, in the order of numbers.
    async fn lines(
        &self,
        order: BookOrder,
        officers: &[Officer],
        zone: Zone,
        viewer: uuid::Uuid,
    ) -> Result<Vec<BookLine>> {
        let mut conn = self.reader().await?;
        let ledger = series::spans(&mut conn).await?;
        let mut lines = Vec::new();
        let mut records = 0;
        for series in series::all(&mut conn).await? {
            let recorded = series::recorded(&mut conn, &series, order.from, order.to).await?;
            let (before, later) = series::around(&mut conn, &series, order.from, order.to).await?;
            records += recorded.len();
            if records > MOST_RECORDS {
                return Err(Error::Precondition("list_too_long"));
            }
            let spans: Vec<Unrecorded> = ledger
                .spans()
                .iter()
                .rev()
                .filter(|s| s.counter == series.counter && s.period == series.period)
                .filter(|s| s.date.is_none_or(|d| d <= order.to))
                .map(|s| Unrecorded { first: s.first, last: s.last, why: why(s.state, &s.reason) })
                .collect();
            let mut next = before + 1;
            for (id, seq) in recorded {
                lines.extend(explain(next, seq.saturating_sub(1), &spans).into_iter().map(BookLine::Gap));
                next = seq + 1;
                let entries = log::of_subject(&mut conn, id).await?;
                let Some(complaint) = Complaint::from_entries(id, &entries) else { continue };
                let record = record(&complaint, &entries, officers, zone, order.version, viewer);
                lines.push(BookLine::Record(Box::new(record)));
            }
            let dated = |n: u32| {
                let span = ledger.of(&series.counter, &series.period, n);
                span.and_then(|s| s.date).is_some_and(|d| (order.from..=order.to).contains(&d))
            };
            if !later && (next > before + 1 || (next..=series.last).any(dated)) {
                let spans: Vec<Unrecorded> = spans.into_iter().filter(|s| s.last >= next).collect();
                lines.extend(explain(next, series.last, &spans).into_iter().map(BookLine::Gap));
            }
        }
        Ok(lines)
    }
}

fn why(state: SpanState, reason: &str) -> Why {
    match state {
        SpanState::PaperBook => Why::PaperBook,
        SpanState::PerhapsUsed | SpanState::Doubtful => Why::PerhapsUsed,
        SpanState::Open => Why::Reserved,
        SpanState::Unused => Why::Unused(reason.to_owned()),
    }
}

/// `Bulan November 2026`, `Tahun 2026`, else the span of days.
#[must_use]
pub fn period(from: NaiveDate, to: NaiveDate) -> String {
    let next = to.succ_opt().unwrap_or(to);
    let month = from.day() == 1 && next.day() == 1 && (from.year(), from.month()) == (to.year(), to.month());
    let year = from.ordinal() == 1 && next.ordinal() == 1 && from.year() == to.year();
    if year {
        format!("Tahun {}", from.year())
    } else if month {
        format!("Bulan {} {}", dates::month(from), from.year())
    } else {
        dates::date_span(from, to)
    }
}

/// One complaint as the book shows it. The one complained of sees neither story nor reporter (Ps45).
fn record(
    c: &Complaint,
    entries: &[Opened],
    officers: &[Officer],
    zone: Zone,
    version: BookVersion,
    viewer: uuid::Uuid,
) -> BookRecord {
    let facts = &c.facts;
    let matter = c.matter.clone().unwrap_or_default();
    let name_of = |id| officers.iter().find(|o| o.id == id).map(|o| o.matter.name.clone());
    let closed_to = matter.accused_officer == Some(viewer);
    let restricted = facts.restricted.unwrap_or(false) || closed_to;
    let public = version == BookVersion::Public;
    let at = |t: &Option<String>| t.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let minute = |t: &DateTime<_>| dates::table_date_time(zone.local(t));
    let (received, recorded) = (at(&facts.received_at), at(&facts.recorded_at));
    let (received, recorded) = (received.as_ref().map(minute), recorded.as_ref().map(minute));
    let channel = facts.channel.unwrap_or(Channel::Other);
    let (reporter, address) = match c.identity_mode() {
        _ if public => (String::new(), String::new()),
        IdentityMode::Open if !closed_to => {
            let who = c.identity.clone().unwrap_or_default();
            let address = [who.address, who.village_text].into_iter().flatten().filter(|t| !t.is_empty());
            (who.name.unwrap_or_default(), address.collect::<Vec<_>>().join(", "))
        }
        IdentityMode::None => ("Pelapor (tanpa identitas)".to_owned(), String::new()),
        _ => ("Pelapor (identitas dirahasiakan)".to_owned(), String::new()),
    };
    let reporter = match c.reporters.len() {
        further if further > 0 && !public => format!("{reporter} dan {further} pelapor tambahan"),
        _ => reporter,
    };
    let story = if public { matter.subject } else { matter.description };
    let accused = matter.accused_officer.and_then(name_of).or(matter.accused_text);
    let closed = c.closed.as_ref().map(|closed| {
        let date = dates::table_date(closed.facts.date);
        let told = person::mask_numbers(&closed.result);
        if restricted || public { date } else { format!("{date}: {told}") }
    });
    let answered = c.answered.as_ref().and_then(|a| {
        let at = DateTime::parse_from_rfc3339(&a.conveyed_at).ok()?;
        Some(format!("{}, {}", dates::table_date(zone.date(&at)), a.by.label().to_lowercase()))
    });
    BookRecord {
        number: facts.number.clone().unwrap_or_default(),
        tracking: matter.tracking.as_deref().map(tracking).unwrap_or_default(),
        recorded: recorded.filter(|r| Some(r) != received.as_ref()),
        received: received.unwrap_or_default(),
        channel: channel.on_paper().to_owned(),
        reporter,
        address,
        description: match restricted {
            true => "Isi dibatasi".to_owned(),
            false => person::mask_numbers(&story.unwrap_or_default()),
        },
        service: matter.service_text.unwrap_or_default(),
        accused: accused.filter(|_| !restricted && !public).unwrap_or_default(),
        decision: closed.unwrap_or_default(),
        conveyed: answered.unwrap_or_default(),
        state: c.state().label().to_owned(),
        sp4n: matter.channel_ref.filter(|_| channel == Channel::Sp4n).unwrap_or_default(),
        void: c.void_reason.as_ref().map(|_| void(entries, zone, restricted || public, &name_of)).unwrap_or_default(),
        ..BookRecord::default()
    }
}

fn tracking(code: &str) -> String {
    code.parse::<loket_domain::tracking::TrackingCode>().map_or_else(|_| code.to_owned(), |code| code.to_string())
}

/// `{alasan}, {tanggal}, {petugas}` of the void that stands; the reason stays away where the content does.
fn void(
    entries: &[Opened],
    zone: Zone,
    hidden: bool,
    name_of: &dyn Fn(uuid::Uuid) -> Option<String>,
) -> Option<String> {
    let ordered = causal_order(entries);
    let entry = ordered.iter().rev().find(|e| e.body.kind == kind::COMPLAINT_VOIDED)?;
    let date = DateTime::parse_from_rfc3339(&entry.body.at).ok().map(|t| dates::table_date(zone.date(&t)));
    let reason = if hidden { String::new() } else { person::mask_numbers(&text_of(entry)) };
    let parts = [reason, date.unwrap_or_default(), name_of(entry.body.actor).unwrap_or_default()];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
}

/// Heads of the table for a spreadsheet.
const HEADS: [&str; 19] = [
    "No.",
    "Nomor register",
    "Kode lacak",
    "Diterima",
    "Dicatat",
    "Saluran",
    "Pelapor",
    "Alamat",
    "Uraian",
    "Layanan",
    "Pihak yang diadukan",
    "Golongan dan kategori",
    "Kelengkapan",
    "Disposisi dan tindak lanjut",
    "Keputusan",
    "Disampaikan",
    "Status",
    "Nomor SP4N",
    "Keterangan",
];

/// The book as a table; a gap is a line with its explanation alone.
fn book_csv(book: &RegisterBook, separator: Separator) -> Vec<u8> {
    let mut rows = vec![HEADS.map(str::to_owned).to_vec()];
    let mut n = 0;
    for line in &book.lines {
        rows.push(match line {
            BookLine::Gap(text) => {
                let mut row = vec![String::new(); HEADS.len()];
                row[HEADS.len() - 1].clone_from(text);
                row
            }
            BookLine::Record(r) => {
                n += 1;
                let void = r.void.as_ref().map(|text| format!("BATAL: {text}")).unwrap_or_default();
                let r = r.as_ref().clone();
                vec![
                    n.to_string(),
                    r.number,
                    r.tracking,
                    r.received,
                    r.recorded.unwrap_or_default(),
                    r.channel,
                    r.reporter,
                    r.address,
                    r.description,
                    r.service,
                    r.accused,
                    r.class,
                    r.complete,
                    r.action,
                    r.decision,
                    r.conveyed,
                    r.state,
                    r.sp4n,
                    void,
                ]
            }
        });
    }
    csv::table(&rows, separator)
}

/// A file name for the book: its days, no person.
#[must_use]
pub fn file_name(order: BookOrder, format: Format) -> String {
    let public = if order.version == BookVersion::Public { "-publik" } else { "" };
    format!("buku-register-{}-{}{public}.{}", order.from, order.to, format.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_named_as_an_office_says_it() {
        let day = |text: &str| text.parse().unwrap_or_default();
        assert_eq!(period(day("2026-11-01"), day("2026-11-30")), "Bulan November 2026");
        assert_eq!(period(day("2026-01-01"), day("2026-12-31")), "Tahun 2026");
        assert_eq!(period(day("2028-02-01"), day("2028-02-29")), "Bulan Februari 2028");
        assert_eq!(period(day("2026-11-01"), day("2026-11-29")), "1–29 November 2026");
    }
}
