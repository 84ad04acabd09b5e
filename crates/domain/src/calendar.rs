//! Days on which an office is open: the week, holidays, joint leave and local days.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::vocabulary::closed_list;

/// Rows `date,kind,name` for 2022–2027; where they come from stands in `data/README.md`.
const NATIONAL_ROWS: &str = include_str!("../data/holidays.csv");

/// No office is closed longer than this without a break; the bound keeps every search finite.
const LONGEST_CLOSURE_DAYS: u64 = 366;

closed_list! {
    /// Why a date stands in the table of holidays.
    HolidayKind {
        /// *Libur nasional*, by joint decree of three ministers.
        National = "libur_nasional",
        /// *Cuti bersama*, by the same decree.
        JointLeave = "cuti_bersama",
        /// A day that the regency or the office adds.
        Local = "local",
    }
}

closed_list! {
    /// The working week of an office (Perpres 21/2023; units that serve the public may differ).
    WorkWeek {
        /// Monday to Friday.
        Five = "five",
        /// Monday to Saturday.
        Six = "six",
    }
}

/// Why an office is closed on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "reason", content = "name")]
pub enum Closed {
    /// Sunday, or Saturday in a week of five days.
    Weekend,
    /// A national holiday, with its name.
    Holiday(String),
    /// Joint leave, with its name.
    JointLeave(String),
    /// A local day, with its name.
    Local(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Holiday {
    kind: HolidayKind,
    name: String,
}

/// A row of a holiday table that cannot be read; `line` counts from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidayRowError {
    /// Fewer than three columns.
    #[error("line {line}: expected date,kind,name")]
    Columns {
        /// Line in the text.
        line: usize,
    },
    /// The date is not `YYYY-MM-DD`.
    #[error("line {line}: not a date")]
    Date {
        /// Line in the text.
        line: usize,
    },
    /// The kind is not one of [`HolidayKind`].
    #[error("line {line}: unknown kind of day")]
    Kind {
        /// Line in the text.
        line: usize,
    },
}

/// A table of days on which offices are closed beside the weekend.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays {
    days: BTreeMap<NaiveDate, Holiday>,
}

impl Holidays {
    /// Reads rows `date,kind,name` with one header line; the name may hold commas.
    pub fn parse(text: &str) -> Result<Self, HolidayRowError> {
        let mut holidays = Self::default();
        for (index, row) in text.lines().enumerate().skip(1) {
            let line = index + 1;
            if row.trim().is_empty() {
                continue;
            }
            let mut columns = row.splitn(3, ',');
            let (Some(date), Some(kind), Some(name)) = (columns.next(), columns.next(), columns.next()) else {
                return Err(HolidayRowError::Columns { line });
            };
            let date = date.trim().parse().map_err(|_| HolidayRowError::Date { line })?;
            let kind = HolidayKind::from_code(kind.trim()).ok_or(HolidayRowError::Kind { line })?;
            holidays.add(date, kind, name.trim());
        }
        Ok(holidays)
    }

    /// Adds a day. If the date is known already the stronger kind stays (national before joint
    /// leave before local); two names of the same kind are both kept.
    pub fn add(&mut self, date: NaiveDate, kind: HolidayKind, name: &str) {
        match self.days.get_mut(&date) {
            Some(known) if known.kind < kind => {}
            Some(known) if known.kind == kind => {
                if known.name != name {
                    known.name = format!("{} dan {name}", known.name);
                }
            }
            _ => {
                let name = name.to_owned();
                self.days.insert(date, Holiday { kind, name });
            }
        }
    }

    /// Whether national holidays of that year are in the table. Deadlines that reach into a year
    /// without them are preliminary.
    pub fn covers_year(&self, year: i32) -> bool {
        self.days.iter().any(|(date, day)| date.year() == year && day.kind == HolidayKind::National)
    }

    /// All days in order: date, kind, name.
    pub fn iter(&self) -> impl Iterator<Item = (NaiveDate, HolidayKind, &str)> {
        self.days.iter().map(|(date, day)| (*date, day.kind, day.name.as_str()))
    }
}

/// The bundled table of national holidays and joint leave, 2022–2027.
pub fn national() -> Holidays {
    Holidays::parse(NATIONAL_ROWS).expect("the bundled table is read by a test")
}

/// The days on which one office is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Its working week.
    pub week: WorkWeek,
    /// Its holidays: the national table and what the office added.
    pub holidays: Holidays,
}

impl Calendar {
    /// A calendar of this week with these holidays.
    pub fn new(week: WorkWeek, holidays: Holidays) -> Self {
        Self { week, holidays }
    }

    /// Whether the office is open on that date.
    pub fn is_open(&self, date: NaiveDate) -> bool {
        !self.is_weekend(date) && !self.holidays.days.contains_key(&date)
    }

    /// Why it is closed; `None` when open. A holiday on a weekend is named as the holiday.
    pub fn why_closed(&self, date: NaiveDate) -> Option<Closed> {
        match self.holidays.days.get(&date) {
            Some(day) => {
                let name = day.name.clone();
                Some(match day.kind {
                    HolidayKind::National => Closed::Holiday(name),
                    HolidayKind::JointLeave => Closed::JointLeave(name),
                    HolidayKind::Local => Closed::Local(name),
                })
            }
            None => self.is_weekend(date).then_some(Closed::Weekend),
        }
    }

    /// The last open day on or before the date; the date itself if the office is closed for more
    /// than a year before it.
    pub fn last_open_on_or_before(&self, date: NaiveDate) -> NaiveDate {
        (0..=LONGEST_CLOSURE_DAYS)
            .filter_map(|back| date.checked_sub_days(Days::new(back)))
            .find(|&day| self.is_open(day))
            .unwrap_or(date)
    }

    /// The first open day after the date; the next day if the office is closed for more than a
    /// year after it.
    pub fn next_open_after(&self, date: NaiveDate) -> NaiveDate {
        (1..=LONGEST_CLOSURE_DAYS)
            .filter_map(|ahead| date.checked_add_days(Days::new(ahead)))
            .find(|&day| self.is_open(day))
            .unwrap_or_else(|| date.succ_opt().unwrap_or(date))
    }

    /// How many open days lie after `from` up to and including `to`; 0 if `to` is not later.
    pub fn open_days_between(&self, from: NaiveDate, to: NaiveDate) -> usize {
        from.iter_days().skip(1).take_while(|&day| day <= to).filter(|&day| self.is_open(day)).count()
    }

    fn is_weekend(&self, date: NaiveDate) -> bool {
        match date.weekday() {
            Weekday::Sun => true,
            Weekday::Sat => self.week == WorkWeek::Five,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn five() -> Calendar {
        Calendar::new(WorkWeek::Five, national())
    }

    #[test]
    fn the_bundled_table_is_whole() {
        let table = Holidays::parse(NATIONAL_ROWS).unwrap();
        assert_eq!(table.iter().count(), 155);
        for year in 2022..=2027 {
            assert!(table.covers_year(year), "{year}");
        }
        assert!(!table.covers_year(2028));
    }

    /// Working days a year of a five-day week, counted independently from the decrees.
    #[test]
    fn working_days_of_a_year() {
        let office = five();
        for (year, days) in [(2024, 238), (2025, 237), (2026, 240), (2027, 242)] {
            let before = NaiveDate::from_ymd_opt(year - 1, 12, 31).unwrap();
            let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
            assert_eq!(office.open_days_between(before, last), days, "{year}");
        }
    }

    #[test]
    fn says_why_it_is_closed() {
        let office = five();
        assert_eq!(office.why_closed(date("2026-12-23")), None);
        assert_eq!(
            office.why_closed(date("2026-12-24")),
            Some(Closed::JointLeave("Cuti Bersama Hari Raya Natal".into()))
        );
        assert_eq!(office.why_closed(date("2026-12-25")), Some(Closed::Holiday("Hari Raya Natal".into())));
        assert_eq!(office.why_closed(date("2026-12-26")), Some(Closed::Weekend));
        let six = Calendar::new(WorkWeek::Six, national());
        assert!(six.is_open(date("2026-12-26")));
        assert_eq!(six.why_closed(date("2026-12-27")), Some(Closed::Weekend));
    }

    #[test]
    fn a_local_day_closes_and_never_hides_a_national_one() {
        let mut holidays = national();
        holidays.add(date("2026-11-23"), HolidayKind::Local, "Hari Jadi Kabupaten Contoh");
        holidays.add(date("2026-12-25"), HolidayKind::Local, "Hari Jadi Kabupaten Contoh");
        let office = Calendar::new(WorkWeek::Five, holidays);
        assert_eq!(office.why_closed(date("2026-11-23")), Some(Closed::Local("Hari Jadi Kabupaten Contoh".into())));
        assert_eq!(office.why_closed(date("2026-12-25")), Some(Closed::Holiday("Hari Raya Natal".into())));
    }

    #[test]
    fn finds_the_open_day_before_and_after() {
        let office = five();
        assert_eq!(office.last_open_on_or_before(date("2026-12-27")), date("2026-12-23"));
        assert_eq!(office.last_open_on_or_before(date("2026-12-23")), date("2026-12-23"));
        assert_eq!(office.next_open_after(date("2026-12-23")), date("2026-12-28"));
    }

    #[test]
    fn bad_rows_name_their_line() {
        let rows = |row: &str| Holidays::parse(&format!("tanggal,jenis,nama\n{row}"));
        assert_eq!(rows("2026-02-30,local,x"), Err(HolidayRowError::Date { line: 2 }));
        assert_eq!(rows("2026-02-20,libur,x"), Err(HolidayRowError::Kind { line: 2 }));
        assert_eq!(rows("2026-02-20,local"), Err(HolidayRowError::Columns { line: 2 }));
    }

    proptest! {
        #[test]
        fn open_and_closed_exclude_each_other(offset in 0u64..2191, six: bool) {
            let week = if six { WorkWeek::Six } else { WorkWeek::Five };
            let office = Calendar::new(week, national());
            let day = date("2022-01-01") + Days::new(offset);
            prop_assert_eq!(office.is_open(day), office.why_closed(day).is_none());
            let before = office.last_open_on_or_before(day);
            prop_assert!(before <= day && office.is_open(before));
            prop_assert!(office.open_days_between(before, day) == 0);
        }
    }
}
