//! Rows of the register: masked, with the deadline in a word.

use crate::dto::codes::ComplaintState;
use crate::dto::list::{DeadlineMark, MarkKind, RegisterQuery, RegisterRow, SortBy};
use crate::error::Failure;
use crate::state::id;
use chrono::{DateTime, NaiveDate};
use loket_desk::list::{self, Mark};
use loket_desk::store::complaints::{Filter, Row, Sort};
use loket_domain::calendar::Calendar;
use loket_domain::dates::{self, Zone};
use loket_domain::vocabulary::State;

/// What rows are read against.
pub struct Today {
    /// The day on the office's wall.
    pub date: NaiveDate,
    /// Zone of the office.
    pub zone: Zone,
    /// Days on which it is open.
    pub calendar: Calendar,
}

/// One row.
pub fn row(r: &Row, today: &Today) -> RegisterRow {
    let state = State::from_code(&r.state).unwrap_or(State::Received);
    let received = DateTime::parse_from_rfc3339(&r.received_at).ok().map(|t| today.zone.date(&t));
    RegisterRow {
        id: r.complaint_id.to_string(),
        number: list::number(r).to_owned(),
        imported: r.imported,
        received: r.received_at.clone(),
        received_short: received.map(|d| short(d, today.date)).unwrap_or_default(),
        subject: list::subject(r),
        person: list::person(r),
        service: r.service.clone(),
        state: ComplaintState::from(state),
        state_label: state.label().to_owned(),
        deadline: deadline(r, today),
        restricted: r.restricted,
        has_two_versions: r.two_versions,
    }
}

/// "28 Des", or with the year where it is another one.
fn short(date: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike;
    if date.year() == today.year() {
        dates::short_date(date)
    } else {
        format!("{} {}", dates::short_date(date), date.year())
    }
}

/// The deadline in the words of lists; late, today and tomorrow in words, the rest as a date.
fn deadline(r: &Row, today: &Today) -> DeadlineMark {
    let mark = list::mark(r, today.date, &today.calendar);
    let legal = r.answer_due.parse::<NaiveDate>().ok();
    let in_words = || legal.map(|d| dates::deadline_in_words(d, today.date)).unwrap_or_default();
    let as_date = || legal.map(|d| short(d, today.date)).unwrap_or_default();
    let (kind, text) = match mark {
        Mark::Late(_) => (MarkKind::Late, in_words()),
        Mark::Today => (MarkKind::Today, work_today(legal, today.date)),
        Mark::Soon(_) => (MarkKind::Soon, in_words()),
        Mark::Later(_) => (MarkKind::Later, as_date()),
        Mark::Done(on) => (MarkKind::Done, short(on, today.date)),
        Mark::DoneLate(on) => (MarkKind::DoneLate, format!("{}, lewat", short(on, today.date))),
        Mark::None => (MarkKind::None, "–".to_owned()),
    };
    let known = |text: &str| Some(text.to_owned()).filter(|t| kind != MarkKind::None && !t.is_empty());
    DeadlineMark { kind, text, legal: known(&r.answer_due), work_day: known(&r.work_day) }
}

/// The day to work is today: the legal date may lie on a closed day after it.
fn work_today(legal: Option<NaiveDate>, today: NaiveDate) -> String {
    match legal {
        Some(legal) if legal > today => format!("Hari ini; batas {}", dates::short_date(legal)),
        _ => "Hari ini".to_owned(),
    }
}

/// The filter of a query.
pub fn filter(q: &RegisterQuery) -> Result<Filter, Failure> {
    let listed = |text: &Option<String>| text.as_deref().filter(|t| !t.is_empty()).map(id).transpose();
    Ok(Filter {
        text: q.text.chars().take(200).collect(),
        from: q.from.clone(),
        to: q.to.clone(),
        channel: q.channel.map(|c| loket_domain::vocabulary::Channel::from(c).code().to_owned()),
        service: listed(&q.service_id)?,
        state: q.state.map(|s| State::from(s).code().to_owned()),
        officer: listed(&q.officer_id)?,
        sort: match q.sort {
            SortBy::Received => Sort::Received,
            SortBy::Deadline => Sort::Deadline,
            SortBy::Number => Sort::Number,
        },
        descending: q.descending,
    })
}

/// Filter and period as a paper tells them.
pub fn filter_words(q: &RegisterQuery, service: Option<&str>, officer: Option<&str>) -> (String, String) {
    let mut words: Vec<String> = Vec::new();
    words.push(q.state.map_or_else(|| "Semua tahap".to_owned(), |s| State::from(s).label().to_owned()));
    words.extend(q.channel.map(|c| format!("saluran {}", loket_domain::vocabulary::Channel::from(c).label())));
    words.push(service.map_or_else(|| "semua layanan".to_owned(), |s| format!("layanan {s}")));
    words.extend(officer.map(|o| format!("dicatat {o}")));
    words.extend(Some(q.text.trim()).filter(|t| !t.is_empty()).map(|t| format!("memuat “{t}”")));
    let day = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<NaiveDate>().ok());
    let period = match (day(&q.from), day(&q.to)) {
        (Some(from), Some(to)) => dates::date_span(from, to),
        (Some(from), None) => format!("sejak {}", dates::long_date(from)),
        (None, Some(to)) => format!("sampai {}", dates::long_date(to)),
        (None, None) => "semua waktu".to_owned(),
    };
    (words.join(", "), period)
}
