//! When invented complaints come, are typed, answered and closed.

use crate::chance::Chance;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use loket_domain::calendar::{self, Calendar, WorkWeek};
use loket_domain::dates::Zone;

/// Arrive on days on which the office is closed.
const ON_CLOSED_DAYS: f64 = 0.23;
/// Repeat another one of the fourteen days before.
const NEAR_DUPLICATES: f64 = 0.044;
/// Never answered.
const UNANSWERED: f64 = 0.06;
/// Of the answered ones, so many end.
const CLOSED: f64 = 0.85;
/// Longest time that a sample covers: five years.
const LONGEST_DAYS: u64 = 1_826;
/// A small sample does not stretch over years.
const SHORTEST_DAYS: u64 = 30;
const PER_DAY_AT_LEAST: usize = 4;

/// One complaint's times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Place in the sample: the seed of all that it says.
    pub n: u64,
    /// The complaint that it repeats.
    pub repeats: Option<u64>,
    /// When it reached the office.
    pub received: DateTime<Utc>,
    /// When it was typed: on a day on which the office is open.
    pub recorded: DateTime<Utc>,
    /// When the answer was conveyed.
    pub answered: Option<DateTime<Utc>>,
    /// When it ended.
    pub closed: Option<DateTime<Utc>>,
}

/// What happens, to be written in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    /// The complaint of this place is registered.
    Registered(usize),
    /// It is answered.
    Answered(usize),
    /// It is closed.
    Closed(usize),
}

/// The calendar of the invented office.
#[must_use]
pub fn calendar() -> Calendar {
    Calendar::new(WorkWeek::Five, calendar::national())
}

/// First day of a sample of `count` complaints that ends on `until`.
#[must_use]
pub fn first_day(count: usize, until: NaiveDate) -> NaiveDate {
    let days = (count / PER_DAY_AT_LEAST) as u64;
    until - Days::new(days.clamp(SHORTEST_DAYS, LONGEST_DAYS))
}

/// The times of `count` complaints up to `until`, by the time at which they are typed.
#[must_use]
pub fn complaints(count: usize, seed: u64, until: NaiveDate) -> Vec<Planned> {
    let calendar = calendar();
    let days = Calling::new(seed, first_day(count, until), until, &calendar);
    let mut planned: Vec<Planned> = Vec::with_capacity(count);
    for n in 0..count as u64 {
        let mut chance = Chance::new(seed, n);
        chance.draw();
        let earlier = (n > 0 && chance.happens(NEAR_DUPLICATES)).then(|| chance.place(n as usize));
        // A repetition of a repetition repeats the first.
        let original = earlier.filter(|e| planned[*e].repeats.is_none());
        let received = match original {
            Some(at) => planned[at].received + repeated_after(&mut chance),
            None => days.moment(&mut chance),
        };
        let (repeats, received) = match original {
            Some(at) if Zone::Wib.date(&received) < until => (Some(planned[at].n), received),
            Some(_) => (None, days.moment(&mut chance)),
            None => (None, received),
        };
        let recorded = at_work(&mut chance, received, &calendar);
        let answered = (!chance.happens(UNANSWERED)).then(|| later(&mut chance, recorded, 5.0, &calendar));
        let closed = answered.filter(|_| chance.happens(CLOSED)).map(|a| later(&mut chance, a, 2.0, &calendar));
        let passed = |at: &DateTime<Utc>| Zone::Wib.date(at) <= until;
        let (answered, closed) = (answered.filter(passed), closed.filter(passed));
        planned.push(Planned { n, repeats, received, recorded, answered, closed });
    }
    planned.sort_by_key(|p| (p.recorded, p.n));
    planned
}

/// All that happens, in the order of time: a clock that runs back would be noticed.
#[must_use]
pub fn events(planned: &[Planned]) -> Vec<(DateTime<Utc>, Event)> {
    let mut events = Vec::with_capacity(planned.len() * 3);
    for (place, p) in planned.iter().enumerate() {
        events.push((p.recorded, Event::Registered(place)));
        events.extend(p.answered.map(|at| (at, Event::Answered(place))));
        events.extend(p.closed.map(|at| (at, Event::Closed(place))));
    }
    events.sort_unstable();
    events
}

/// Days of the sample, some far busier than others.
struct Calling {
    open: Vec<(NaiveDate, f64)>,
    closed: Vec<(NaiveDate, f64)>,
}

impl Calling {
    fn new(seed: u64, from: NaiveDate, until: NaiveDate, calendar: &Calendar) -> Self {
        let mut chance = Chance::new(seed, u64::MAX);
        let (mut open, mut closed) = (Vec::new(), Vec::new());
        let mut sums = (0.0, 0.0);
        for day in from.iter_days().take_while(|d| *d < until) {
            let weight = (0.45 * chance.bell()).exp();
            if calendar.why_closed(day).is_none() {
                sums.0 += weight;
                open.push((day, sums.0));
            } else {
                sums.1 += weight;
                closed.push((day, sums.1));
            }
        }
        Self { open, closed }
    }

    fn moment(&self, chance: &mut Chance) -> DateTime<Utc> {
        let days = if chance.happens(ON_CLOSED_DAYS) { &self.closed } else { &self.open };
        let all = days.last().map_or(0.0, |(_, sum)| *sum);
        let place = chance.part() * all;
        let (day, _) = days[days.partition_point(|(_, sum)| *sum < place).min(days.len() - 1)];
        at_hour(chance, day, 6, 16)
    }
}

/// Most repetitions come within the hour, the others within fourteen days.
fn repeated_after(chance: &mut Chance) -> TimeDelta {
    let minutes = if chance.happens(0.7) { 1 + chance.place(59) } else { 60 + chance.place(13 * 24 * 60) };
    TimeDelta::minutes(minutes as i64)
}

fn at_hour(chance: &mut Chance, day: NaiveDate, from: u32, hours: u32) -> DateTime<Utc> {
    let seconds = chance.place((hours * 3_600) as usize) as i64;
    let midnight = day.and_hms_opt(from, 0, 0).unwrap_or_default();
    let local = midnight.and_local_timezone(Zone::Wib.offset()).single().unwrap_or_default();
    local.to_utc() + TimeDelta::seconds(seconds)
}

/// The same day when the office was open then, else the morning of the next open day.
fn at_work(chance: &mut Chance, received: DateTime<Utc>, calendar: &Calendar) -> DateTime<Utc> {
    let day = Zone::Wib.date(&received);
    let hour = Zone::Wib.local(&received).format("%H").to_string().parse::<u32>().unwrap_or(0);
    if calendar.why_closed(day).is_none() && (8..14).contains(&hour) {
        return received;
    }
    at_hour(chance, calendar.next_open_after(day), 8, 2)
}

/// Some days later, by a long-tailed chance with this median, in the hours of the office.
fn later(chance: &mut Chance, from: DateTime<Utc>, median: f64, calendar: &Calendar) -> DateTime<Utc> {
    let days = (median * (0.8 * chance.bell()).exp()).clamp(0.0, 120.0) as u64;
    at_hour(chance, calendar.next_open_after(Zone::Wib.date(&from) + Days::new(days)), 8, 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).expect("day")
    }

    #[test]
    fn days_are_shaped_as_real_ones() {
        let planned = complaints(20_000, 7, until());
        let all = planned.len() as f64;
        let calendar = calendar();
        let day = |p: &Planned| Zone::Wib.date(&p.received);
        let closed = planned.iter().filter(|p| calendar.why_closed(day(p)).is_some()).count() as f64 / all;
        assert!((0.21..0.25).contains(&closed), "{closed} on closed days");
        let repeated = planned.iter().filter(|p| p.repeats.is_some()).count() as f64 / all;
        assert!((0.037..0.05).contains(&repeated), "{repeated} repeated");
        let waits = planned.iter().filter(|p| p.answered.is_none()).count() as f64 / all;
        assert!((0.05..0.09).contains(&waits), "{waits} not answered");
        assert!(planned.iter().all(|p| p.recorded >= p.received && p.answered.is_none_or(|a| a > p.recorded)));
        let busiest = planned.iter().fold(std::collections::BTreeMap::new(), |mut days, p| {
            *days.entry(day(p)).or_insert(0) += 1;
            days
        });
        let mean = all / busiest.len() as f64;
        assert!(f64::from(*busiest.values().max().expect("days")) > 3.0 * mean, "some day is far busier");
        for p in planned.iter().filter(|p| p.repeats.is_some()) {
            let first = planned.iter().find(|o| Some(o.n) == p.repeats).expect("original");
            assert!(p.received - first.received < TimeDelta::days(14));
        }
    }

    #[test]
    fn events_stand_in_the_order_of_time() {
        let planned = complaints(300, 1, until());
        assert_eq!(planned, complaints(300, 1, until()), "the seed decides");
        let events = events(&planned);
        assert!(events.windows(2).all(|pair| pair[0].0 <= pair[1].0));
        assert!(events.iter().all(|(at, _)| Zone::Wib.date(at) <= until() + Days::new(4)));
    }
}
