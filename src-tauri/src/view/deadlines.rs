//! The deadline of a complaint, counted day by day.

use super::rows::Today;
use crate::dto::detail::{DayCount, DayMark};
use crate::dto::form::RunningDeadline;
use chrono::{DateTime, NaiveDate};
use loket_domain::calendar::Closed;
use loket_domain::clock::{self, DayCount as Counted};
use loket_domain::complaint::Complaint;
use loket_domain::vocabulary::State;
use loket_domain::{dates, law};

/// Day of receipt on the office's wall.
pub fn received_on(c: &Complaint, today: &Today) -> NaiveDate {
    let at = c.facts.received_at.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    at.map_or(today.date, |t| today.zone.date(&t))
}

/// The deadlines that run now: the first answer of Pasal 44 ayat (3), until it was conveyed. `rest`: there is nobody
/// whom an answer could reach.
pub fn running(c: &Complaint, rest: bool, today: &Today) -> Vec<RunningDeadline> {
    let over = c.state() != State::Received || c.answered_on().is_some();
    let Some(legal) = c.facts.answer_due.filter(|_| !over && !rest) else { return Vec::new() };
    let start = received_on(c, today);
    let work_day = today.calendar.last_open_on_or_before(legal).max(start);
    let rule = &law::FIRST_RESPONSE;
    vec![RunningDeadline {
        date: legal.to_string(),
        date_text: dates::weekday_date(legal),
        what: rule.label.to_string(),
        span: rule.span(),
        basis: rule.short_basis.to_string(),
        work_day: dates::weekday_date(work_day),
        closed_reason: today.calendar.why_closed(legal).map(|c| c.label()),
    }]
}

/// Every day from receipt to the legal date, each with a sentence of its own.
pub fn day_counts(c: &Complaint, today: &Today) -> Vec<DayCount> {
    let start = received_on(c, today);
    let counted = clock::explain(&law::FIRST_RESPONSE, start, &today.calendar);
    let last = counted.last().map(|d| d.date);
    let first = DayCount {
        date: start.to_string(),
        number: None,
        closed: today.calendar.why_closed(start).map(|c| closed_label(&c)),
        mark: Some(DayMark::Received),
        spoken: format!("{}: diterima, hitungan mulai esok hari", dates::weekday_date(start)),
    };
    let day = |d: &Counted| {
        let mark = match d.date {
            date if Some(date) == last => Some(DayMark::Due),
            date if date == today.date => Some(DayMark::Today),
            _ => None,
        };
        DayCount {
            date: d.date.to_string(),
            number: d.number,
            closed: d.closed.as_ref().map(closed_label),
            mark,
            spoken: spoken(d, mark),
        }
    };
    std::iter::once(first).chain(counted.iter().map(day)).collect()
}

/// The name of the day off alone: the calendar shows it in a narrow cell.
fn closed_label(closed: &Closed) -> String {
    match closed {
        Closed::Weekend => "Akhir pekan".to_owned(),
        Closed::Holiday(name) | Closed::JointLeave(name) | Closed::Local(name) => name.clone(),
    }
}

fn spoken(d: &Counted, mark: Option<DayMark>) -> String {
    let mut parts = vec![match d.number {
        Some(n) => format!("{}: hari ke-{n}", dates::weekday_date(d.date)),
        None => format!("{}: tidak dihitung", dates::weekday_date(d.date)),
    }];
    parts.extend(d.closed.as_ref().map(Closed::label));
    parts.extend(mark.and_then(|m| match m {
        DayMark::Received => None,
        DayMark::Today => Some("hari ini".to_owned()),
        DayMark::Due => Some("batas".to_owned()),
    }));
    parts.join(", ")
}
