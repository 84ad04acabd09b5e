//! Deadlines: a dated rule, a start and the office's calendar give a due date that can explain
//! itself day by day. Clocks of the law live in [`crate::law`]; an office can add newer versions.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Closed};
use crate::vocabulary::closed_list;

/// A deadline is *soon* when at most this many open days are left.
const SOON_WORKING_DAYS: usize = 3;

closed_list! {
    /// What a day of a rule is.
    DayUnit {
        /// *Hari kalender*.
        Calendar = "calendar",
        /// *Hari kerja*: open days of the office.
        Working = "working",
    }
}

closed_list! {
    /// How sure we are of a figure.
    Certainty {
        /// Seen in the text of the regulation.
        Seen = "seen",
        /// Seen in a secondary source only.
        Secondary = "secondary",
        /// Superseded or inferred: an office must check it before it is printed.
        Unconfirmed = "unconfirmed",
    }
}

/// A deadline as dated data. `id` and `in_force_from` together name one version of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// Stable name over all versions.
    pub id: Cow<'static, str>,
    /// What is due, in Indonesian.
    pub label: Cow<'static, str>,
    /// How many days.
    pub days: u32,
    /// Which days are counted.
    pub unit: DayUnit,
    /// Legal basis in full.
    pub basis: Cow<'static, str>,
    /// Legal basis in short.
    pub short_basis: Cow<'static, str>,
    /// First day of the rule; it holds for clocks that start on or after it.
    #[schemars(with = "String")]
    pub in_force_from: NaiveDate,
    /// How sure we are of the number and the unit.
    pub certainty: Certainty,
}

/// The version of rule `id` that holds for a clock that starts on `start`.
pub fn in_force<'a>(rules: impl IntoIterator<Item = &'a Rule>, id: &str, start: NaiveDate) -> Option<&'a Rule> {
    rules.into_iter().filter(|rule| rule.id == id && rule.in_force_from <= start).max_by_key(|rule| rule.in_force_from)
}

/// The two dates of a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Due {
    /// The date of the law; *late* is counted from it.
    #[schemars(with = "String")]
    pub legal: NaiveDate,
    /// The last open day on or before it: the day to work. Never before the start.
    #[schemars(with = "String")]
    pub work_day: NaiveDate,
}

/// When a clock that starts with an event on `start` falls due. The day after `start` is day 1.
///
/// Deadlines in calendar days are not moved off holidays: the earlier date is the safe reading,
/// since UU 25/2009 does not define *hari*. If the office is closed from the start to the legal
/// date, the day to work is the legal date itself.
pub fn due(rule: &Rule, start: NaiveDate, calendar: &Calendar) -> Due {
    match rule.unit {
        DayUnit::Calendar => {
            let legal = start.checked_add_days(Days::new(rule.days.into())).unwrap_or(NaiveDate::MAX);
            let open = calendar.last_open_on_or_before(legal);
            let work_day = if open < start { legal } else { open };
            Due { legal, work_day }
        }
        DayUnit::Working => {
            let legal = (0..rule.days).fold(start, |day, _| calendar.next_open_after(day));
            let work_day = legal;
            Due { legal, work_day }
        }
    }
}

/// One day in the account of a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DayCount {
    /// The day.
    #[schemars(with = "String")]
    pub date: NaiveDate,
    /// Its number in the count; `None` when it is not counted.
    pub number: Option<u32>,
    /// Why the office is closed; calendar days are counted all the same.
    pub closed: Option<Closed>,
}

/// Accounts for every day after `start` up to and including the legal date of [`due`].
pub fn explain(rule: &Rule, start: NaiveDate, calendar: &Calendar) -> Vec<DayCount> {
    let legal = due(rule, start, calendar).legal;
    let mut counted = 0;
    start
        .iter_days()
        .skip(1)
        .take_while(|&date| date <= legal)
        .map(|date| {
            let closed = calendar.why_closed(date);
            let counts = rule.unit == DayUnit::Calendar || closed.is_none();
            let number = counts.then(|| {
                counted += 1;
                counted
            });
            DayCount { date, number, closed }
        })
        .collect()
}

closed_list! {
    /// How near a deadline is; the order is the order of the work list.
    Urgency {
        /// The legal date has passed.
        Late = "late",
        /// The day to work is today or has passed, the legal date has not.
        Today = "today",
        /// At most three open days are left.
        Soon = "soon",
        /// Later.
        Later = "later",
    }
}

/// How near a deadline is on `today`, seen from the day to work.
pub fn urgency(due: Due, today: NaiveDate, calendar: &Calendar) -> Urgency {
    if due.legal < today {
        Urgency::Late
    } else if due.work_day <= today {
        Urgency::Today
    } else if calendar.open_days_between(today, due.work_day) <= SOON_WORKING_DAYS {
        Urgency::Soon
    } else {
        Urgency::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{self, Holidays, WorkWeek};
    use crate::law;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn office() -> Calendar {
        Calendar::new(WorkWeek::Five, calendar::national())
    }

    fn rule(days: u32, unit: DayUnit) -> Rule {
        Rule { days, unit, ..law::FIRST_RESPONSE }
    }

    #[test]
    fn a_calendar_deadline_on_a_closed_day_keeps_its_date_and_is_worked_before() {
        // 11 December 2026 + 14 days is Christmas; the 24th is joint leave.
        let due = due(&law::FIRST_RESPONSE, date("2026-12-11"), &office());
        assert_eq!(due.legal, date("2026-12-25"));
        assert_eq!(due.work_day, date("2026-12-23"));
    }

    #[test]
    fn the_work_day_is_never_before_the_start() {
        // Received on a Saturday, two calendar days in a long weekend.
        let start = date("2026-12-24");
        let found = due(&rule(2, DayUnit::Calendar), start, &office());
        assert_eq!(found.legal, date("2026-12-26"));
        assert_eq!(found.work_day, date("2026-12-26"));
    }

    #[test]
    fn explains_each_day() {
        let days = explain(&rule(3, DayUnit::Working), date("2026-12-23"), &office());
        let told: Vec<_> = days.iter().map(|day| (day.date.to_string(), day.number, day.closed.is_some())).collect();
        assert_eq!(
            told,
            [
                ("2026-12-24".into(), None, true),
                ("2026-12-25".into(), None, true),
                ("2026-12-26".into(), None, true),
                ("2026-12-27".into(), None, true),
                ("2026-12-28".into(), Some(1), false),
                ("2026-12-29".into(), Some(2), false),
                ("2026-12-30".into(), Some(3), false),
            ]
        );
        let days = explain(&law::FIRST_RESPONSE, date("2026-12-11"), &office());
        assert_eq!(days.last().unwrap().number, Some(14));
        assert!(days.last().unwrap().closed.is_some());
    }

    #[test]
    fn the_newest_version_in_force_at_the_start_holds() {
        let old = law::SP4N_ORDINARY;
        let new = Rule { days: 10, in_force_from: date("2026-06-01"), ..law::SP4N_ORDINARY };
        let rules = [new.clone(), old.clone(), law::FIRST_RESPONSE];
        let at = |day| in_force(&rules, &old.id, date(day));
        assert_eq!(at("2026-05-31"), Some(&old));
        assert_eq!(at("2026-06-01"), Some(&new));
        assert_eq!(at("2001-01-01"), None);
    }

    #[test]
    fn urgency_looks_at_the_day_to_work_and_lateness_at_the_law() {
        let due = due(&law::FIRST_RESPONSE, date("2026-12-11"), &office());
        let on = |day| urgency(due, date(day), &office());
        assert_eq!(on("2026-12-17"), Urgency::Later);
        assert_eq!(on("2026-12-18"), Urgency::Soon);
        assert_eq!(on("2026-12-23"), Urgency::Today);
        assert_eq!(on("2026-12-25"), Urgency::Today);
        assert_eq!(on("2026-12-26"), Urgency::Late);
    }

    #[test]
    fn a_table_that_closes_everything_still_ends() {
        let mut holidays = Holidays::default();
        for day in date("2026-01-01").iter_days().take(900) {
            holidays.add(day, crate::calendar::HolidayKind::Local, "tutup");
        }
        let shut = Calendar::new(WorkWeek::Five, holidays);
        let due = due(&rule(5, DayUnit::Working), date("2026-02-01"), &shut);
        assert_eq!(due.legal, date("2026-02-06"));
    }

    proptest! {
        #[test]
        fn the_account_agrees_with_the_due_date(
            offset in 0u64..1800,
            days in 1u32..90,
            working: bool,
            six: bool,
        ) {
            let unit = if working { DayUnit::Working } else { DayUnit::Calendar };
            let week = if six { WorkWeek::Six } else { WorkWeek::Five };
            let office = Calendar::new(week, calendar::national());
            let start = date("2022-01-01") + Days::new(offset);
            let rule = rule(days, unit);
            let due = due(&rule, start, &office);
            let account = explain(&rule, start, &office);
            prop_assert_eq!(account.last().unwrap().date, due.legal);
            prop_assert_eq!(account.last().unwrap().number, Some(days));
            prop_assert_eq!(account.iter().filter(|d| d.number.is_some()).count(), days as usize);
            prop_assert!(due.work_day >= start && due.work_day <= due.legal);
            // A later start never falls due earlier.
            let later = super::due(&rule, start + Days::new(1), &office);
            prop_assert!(later.legal >= due.legal);
        }
    }
}
