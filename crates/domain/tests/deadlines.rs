//! Every row of an independently computed table of deadlines, and the vectors of the study.

use chrono::NaiveDate;
use loket_domain::calendar::{self, Calendar, WorkWeek};
use loket_domain::clock::{DayUnit, Rule, due};
use loket_domain::law;

/// Rows `received,days,unit,week,due`; the week is empty for calendar days.
const ROWS: &str = include_str!("data/deadlines.csv");

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date of the table")
}

fn office(week: WorkWeek) -> Calendar {
    Calendar::new(week, calendar::national())
}

fn legal(received: &str, days: u32, unit: DayUnit, week: WorkWeek) -> NaiveDate {
    let rule = Rule { days, unit, ..law::FIRST_RESPONSE };
    due(&rule, date(received), &office(week)).legal
}

#[test]
fn every_row_of_the_table() {
    let mut rows = 0;
    for row in ROWS.lines().skip(1) {
        let cells: Vec<_> = row.split(',').collect();
        let [received, days, unit, week, expected] = cells[..] else {
            panic!("not five cells: {row}");
        };
        let unit = match unit {
            "hari_kerja" => DayUnit::Working,
            "hari_kalender" => DayUnit::Calendar,
            other => panic!("unknown unit {other}"),
        };
        let week = match week {
            "6" => WorkWeek::Six,
            "5" | "" => WorkWeek::Five,
            other => panic!("unknown week {other}"),
        };
        let found = legal(received, days.parse().unwrap(), unit, week);
        assert_eq!(found, date(expected), "{row}");
        rows += 1;
    }
    assert_eq!(rows, 195);
}

/// Columns: received; 3, 5, 14, 60 working days; 14, 60 calendar days; 5 working days of a
/// six-day week.
#[test]
fn vectors_of_the_study() {
    #[rustfmt::skip]
    let vectors = [
        ["2024-04-05", "2024-04-18", "2024-04-22", "2024-05-06", "2024-07-17", "2024-04-19", "2024-06-04", "2024-04-18"],
        ["2025-12-23", "2025-12-30", "2026-01-02", "2026-01-15", "2026-04-01", "2026-01-06", "2026-02-21", "2025-12-31"],
        ["2026-03-13", "2026-03-25", "2026-03-27", "2026-04-10", "2026-06-24", "2026-03-27", "2026-05-12", "2026-03-26"],
        ["2026-11-20", "2026-11-25", "2026-11-27", "2026-12-10", "2027-02-19", "2026-12-04", "2027-01-19", "2026-11-26"],
        ["2026-12-23", "2026-12-30", "2027-01-04", "2027-01-18", "2027-04-05", "2027-01-06", "2027-02-21", "2026-12-31"],
    ];
    use DayUnit::{Calendar as Cal, Working};
    use WorkWeek::{Five, Six};
    let columns = [
        (3, Working, Five),
        (5, Working, Five),
        (14, Working, Five),
        (60, Working, Five),
        (14, Cal, Five),
        (60, Cal, Five),
        (5, Working, Six),
    ];
    for [received, expected @ ..] in vectors {
        for ((days, unit, week), expected) in columns.into_iter().zip(expected) {
            let found = legal(received, days, unit, week);
            assert_eq!(found, date(expected), "{received} + {days} {unit:?} {week:?}");
        }
    }
}
