//! The date field of three boxes: day, month, year.

use chrono::{Datelike, Days, NaiveDate};

use super::MONTHS;

/// Other spellings of month names that officers type, as they stand before the full name's start.
const OTHER_MONTH_NAMES: [(&str, u32); 6] =
    [("pebruari", 2), ("peb", 2), ("nopember", 11), ("nop", 11), ("agt", 8), ("agust", 8)];
/// No complaint and no event is older.
const FIRST_YEAR: i32 = 1900;
const SHORTEST_MONTH_NAME: usize = 3;

/// Why the boxes hold no usable date; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateFieldError {
    /// Day or month is empty.
    #[error("Isi tanggal dan bulannya.")]
    Incomplete,
    /// A box holds something else than a number, a month name or `h`, `k`, `-3`.
    #[error("Tanggal tidak terbaca. Contoh: 17 11 2026, h untuk hari ini, k untuk kemarin.")]
    Unreadable,
    /// The calendar has no such day.
    #[error("Tanggal itu tidak ada di kalender.")]
    NoSuchDay,
    /// The day has not come yet.
    #[error("Tanggal itu belum tiba. Isi tanggal hari ini atau sebelumnya.")]
    Future,
    /// Before 1900.
    #[error("Periksa tahunnya.")]
    TooOld,
}

impl DateFieldError {
    /// The code that crosses to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Incomplete | Self::Unreadable => "incomplete_date",
            Self::NoSuchDay | Self::TooOld => "impossible_date",
            Self::Future => "future_date",
        }
    }
}

/// Reads the three boxes of a date that has passed.
///
/// The first box alone may hold `h` (today), `k` (yesterday) or `-3` (three days ago). The month is
/// a number or an Indonesian name or its beginning. The year may have two digits, or be empty: then
/// it is the latest year in which that day is not in the future.
pub fn parse_fields(day: &str, month: &str, year: &str, today: NaiveDate) -> Result<NaiveDate, DateFieldError> {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    if month.is_empty()
        && let Some(date) = relative(day, today)
    {
        return Ok(date);
    }
    if day.is_empty() || month.is_empty() {
        return Err(DateFieldError::Incomplete);
    }
    let day = number(day)?;
    let month = month_number(month)?;
    let date = if year.is_empty() {
        latest(day, month, today)?
    } else {
        let year = full_year(year, today)?;
        NaiveDate::from_ymd_opt(year, month, day).ok_or(DateFieldError::NoSuchDay)?
    };
    if date > today {
        return Err(DateFieldError::Future);
    }
    if date.year() < FIRST_YEAR {
        return Err(DateFieldError::TooOld);
    }
    Ok(date)
}

fn relative(day: &str, today: NaiveDate) -> Option<NaiveDate> {
    let back = match day.to_lowercase().as_str() {
        "h" => 0,
        "k" => 1,
        other => {
            let days = other.strip_prefix(['-', '−', '–'])?;
            (days.len() <= 3).then(|| number(days).ok()).flatten()?
        }
    };
    today.checked_sub_days(Days::new(back.into()))
}

fn number(text: &str) -> Result<u32, DateFieldError> {
    if !text.bytes().all(|b| b.is_ascii_digit()) || text.is_empty() {
        return Err(DateFieldError::Unreadable);
    }
    text.parse().map_err(|_| DateFieldError::Unreadable)
}

fn month_number(text: &str) -> Result<u32, DateFieldError> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return number(text);
    }
    month_named(text).ok_or(DateFieldError::Unreadable)
}

/// The month of an Indonesian name, of its beginning (three letters or more) or of another spelling.
pub(crate) fn month_named(text: &str) -> Option<u32> {
    let name = text.trim_end_matches('.').to_lowercase();
    if let Some((_, month)) = OTHER_MONTH_NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*month);
    }
    if name.chars().count() < SHORTEST_MONTH_NAME {
        return None;
    }
    MONTHS.iter().position(|month| month.to_lowercase().starts_with(&name)).map(|index| index as u32 + 1)
}

/// Two digits mean this century, or the last one where this would lie in the future.
fn full_year(text: &str, today: NaiveDate) -> Result<i32, DateFieldError> {
    let year = i32::try_from(number(text)?).map_err(|_| DateFieldError::Unreadable)?;
    match text.len() {
        2 => {
            let century = today.year() - today.year() % 100;
            let near = century + year;
            Ok(if near > today.year() { near - 100 } else { near })
        }
        4 => Ok(year),
        _ => Err(DateFieldError::Unreadable),
    }
}

/// The day of this year, or of the last one if this year's has not come yet or does not exist.
fn latest(day: u32, month: u32, today: NaiveDate) -> Result<NaiveDate, DateFieldError> {
    [today.year(), today.year() - 1]
        .iter()
        .filter_map(|&year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|&date| date <= today)
        .ok_or(DateFieldError::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        date("2026-12-28")
    }

    fn read(day: &str, month: &str, year: &str) -> Result<NaiveDate, DateFieldError> {
        parse_fields(day, month, year, today())
    }

    #[test]
    fn numbers_names_and_empty_years() {
        assert_eq!(read("17", "11", "2026"), Ok(date("2026-11-17")));
        assert_eq!(read("17", "11", ""), Ok(date("2026-11-17")));
        assert_eq!(read("17", "11", "26"), Ok(date("2026-11-17")));
        assert_eq!(read("3", "jan", "99"), Ok(date("1999-01-03")));
        for name in ["agustus", "Agu", "AGT", "agust", "Agu."] {
            assert_eq!(read("9", name, "2026"), Ok(date("2026-08-09")), "{name}");
        }
        for name in ["nopember", "Nov", "nop"] {
            assert_eq!(read("9", name, ""), Ok(date("2026-11-09")), "{name}");
        }
        assert_eq!(read("1", "mei", ""), Ok(date("2026-05-01")));
        assert_eq!(read("1", "pebruari", ""), Ok(date("2026-02-01")));
    }

    #[test]
    fn an_empty_year_in_january_reaches_back_over_new_year() {
        let january = date("2027-01-04");
        let read = |day, month| parse_fields(day, month, "", january);
        assert_eq!(read("28", "12"), Ok(date("2026-12-28")));
        assert_eq!(read("4", "1"), Ok(january));
    }

    #[test]
    fn days_told_from_today() {
        assert_eq!(read("h", "", ""), Ok(today()));
        assert_eq!(read("H", "12", ""), Err(DateFieldError::Unreadable));
        assert_eq!(read("k", "", "2026"), Ok(date("2026-12-27")));
        assert_eq!(read("-3", "", ""), Ok(date("2026-12-25")));
        assert_eq!(read("-x", "", ""), Err(DateFieldError::Incomplete));
        assert_eq!(read("-", "", ""), Err(DateFieldError::Incomplete));
    }

    #[test]
    fn impossible_and_future_days() {
        assert_eq!(read("30", "2", "2026"), Err(DateFieldError::NoSuchDay));
        assert_eq!(read("30", "2", ""), Err(DateFieldError::NoSuchDay));
        assert_eq!(read("29", "2", "2026"), Err(DateFieldError::NoSuchDay));
        assert_eq!(read("29", "2", "2024"), Ok(date("2024-02-29")));
        assert_eq!(read("0", "1", ""), Err(DateFieldError::NoSuchDay));
        assert_eq!(read("1", "13", ""), Err(DateFieldError::NoSuchDay));
        assert_eq!(read("29", "12", "2026"), Err(DateFieldError::Future));
        assert_eq!(read("1", "1", "2027"), Err(DateFieldError::Future));
        assert_eq!(read("1", "1", "1899"), Err(DateFieldError::TooOld));
    }

    #[test]
    fn unreadable_boxes() {
        assert_eq!(read("", "", ""), Err(DateFieldError::Incomplete));
        assert_eq!(read("17", "", ""), Err(DateFieldError::Incomplete));
        for (day, month, year) in [
            ("17a", "11", ""),
            ("17", "x", ""),
            ("17", "ja", ""),
            ("17", "11", "026"),
            ("+7", "11", ""),
            ("99999999999", "1", ""),
        ] {
            assert_eq!(read(day, month, year), Err(DateFieldError::Unreadable));
        }
    }

    proptest! {
        #[test]
        fn every_day_is_read_back(back in 0u64..40_000) {
            let day = today() - Days::new(back);
            let text = day.format("%d %m %Y").to_string();
            let boxes: Vec<_> = text.split(' ').collect();
            prop_assert_eq!(read(boxes[0], boxes[1], boxes[2]), Ok(day));
        }

        #[test]
        fn no_text_panics(day in ".{0,6}", month in ".{0,6}", year in ".{0,6}") {
            let _ = read(&day, &month, &year);
        }
    }
}
