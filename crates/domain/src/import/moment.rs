//! Dates and times as people and programs write them into tables.

use super::map::DateOrder;
use crate::dates::{Zone, month_named};
use chrono::{FixedOffset, NaiveDate, NaiveTime};

/// A date as a cell says it, and the time and zone if it says them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// The day.
    pub date: NaiveDate,
    /// The time of day.
    pub time: Option<NaiveTime>,
    /// Where that time holds.
    pub zone: Option<FixedOffset>,
}

/// The cell holds no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct WrittenError;

/// English names that programs write, as far as they are not the beginning of an Indonesian one.
const ENGLISH: [(&str, u32); 12] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("aug", 8),
    ("august", 8),
    ("oct", 10),
    ("october", 10),
    ("dec", 12),
    ("december", 12),
];
/// A cell longer than this holds no date.
const LONGEST: usize = 64;

/// Reads `2024-01-05T10:20:30+07:00`, `5/1/2024 10.20`, `Jumat, 5 Januari 2024 pukul 10.20 WIB`, `3 Jan 2026` and the
/// like. Numbers alone (a spreadsheet's count of days) are no date.
///
/// # Errors
/// [`WrittenError`] when no day can be read for certain.
pub fn read_moment(text: &str, order: DateOrder) -> Result<Written, WrittenError> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return Err(WrittenError);
    }
    let lower = text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
    let (rest, zone) = take_zone(&lower)?;
    let (date, time) = split_time(rest)?;
    Ok(Written { date: read_date(date, order)?, time, zone: zone.filter(|_| time.is_some()) })
}

/// A zone at the end: `wib`, `z`, `+07:00`, `utc`, `gmt+7`.
fn take_zone(text: &str) -> Result<(&str, Option<FixedOffset>), WrittenError> {
    let utc = FixedOffset::east_opt(0);
    for (word, offset) in [
        ("wita", Some(Zone::Wita.offset())),
        ("wib", Some(Zone::Wib.offset())),
        ("wit", Some(Zone::Wit.offset())),
        ("utc", utc),
        ("gmt", utc),
    ] {
        if let Some(rest) = text.strip_suffix(word) {
            return Ok((rest.trim_end(), offset));
        }
    }
    if let Some(rest) = text.strip_suffix('z')
        && rest.ends_with(|c: char| c.is_ascii_digit())
    {
        return Ok((rest, utc));
    }
    // An offset follows a time, so that `05-01-2024` is not taken for one.
    if let Some(at) = text.rfind(['+', '-'])
        && text[..at].contains(':')
    {
        let (rest, offset) = text.split_at(at);
        let digits: String = offset[1..].chars().filter(|c| *c != ':').collect();
        if !digits.bytes().all(|b| b.is_ascii_digit()) || !matches!(digits.len(), 1 | 2 | 4) {
            return Err(WrittenError);
        }
        let hours: i32 = digits[..digits.len().min(2)].parse().map_err(|_| WrittenError)?;
        let minutes: i32 =
            digits.get(2..).filter(|m| !m.is_empty()).map_or(Ok(0), str::parse).map_err(|_| WrittenError)?;
        let seconds = (hours * 60 + minutes) * 60;
        let east = if offset.starts_with('-') { -seconds } else { seconds };
        let rest = rest.trim_end().trim_end_matches("utc").trim_end_matches("gmt").trim_end();
        return Ok((rest, Some(FixedOffset::east_opt(east).ok_or(WrittenError)?)));
    }
    Ok((text, None))
}

/// Date and time, parted by `t`, a blank, a comma or *pukul*.
fn split_time(text: &str) -> Result<(&str, Option<NaiveTime>), WrittenError> {
    for word in ["pukul", "jam"] {
        if let Some((date, time)) = text.split_once(word) {
            return Ok((date, Some(read_time(time)?)));
        }
    }
    if let Some((date, time)) = text.split_once('t')
        && date.ends_with(|c: char| c.is_ascii_digit())
        && time.starts_with(|c: char| c.is_ascii_digit())
    {
        return Ok((date, Some(read_time(time)?)));
    }
    let text = text.trim();
    let afternoon = [" am", " pm"].iter().any(|half| text.ends_with(half));
    let before = if afternoon { text.len() - 3 } else { text.len() };
    if let Some((date, time)) = text[..before].rsplit_once([' ', ','])
        && (time.contains(':') || (time.matches('.').count() == 1 && time.len() <= 5) || afternoon)
    {
        return Ok((date, Some(read_time(&text[date.len() + 1..])?)));
    }
    Ok((text, None))
}

/// `10:20`, `10.20`, `9:05:30.123`, `2:10 pm`.
pub(super) fn read_time(text: &str) -> Result<NaiveTime, WrittenError> {
    let text = text.trim().trim_start_matches(['.', ',']).trim();
    let (text, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(rest), _) => (rest.trim_end(), Some(0)),
        (_, Some(rest)) => (rest.trim_end(), Some(12)),
        _ => (text, None),
    };
    let parts: Vec<&str> = text.splitn(3, [':', '.']).collect();
    let number = |part: Option<&&str>, most: u32| match part {
        None => Ok(0),
        Some(part) => digits(part, 2).filter(|n| *n <= most).ok_or(WrittenError),
    };
    if parts.len() < 2 && half.is_none() {
        return Err(WrittenError);
    }
    let mut hour = number(parts.first(), 24)?;
    if let Some(half) = half {
        hour = match hour {
            1..=12 => hour % 12 + half,
            _ => return Err(WrittenError),
        };
    }
    let seconds = parts.get(2).map(|s| s.split(['.', ',']).next().unwrap_or_default());
    let (minute, second) = (number(parts.get(1), 59)?, number(seconds.as_ref(), 59)?);
    NaiveTime::from_hms_opt(hour, minute, second).ok_or(WrittenError)
}

fn read_date(text: &str, order: DateOrder) -> Result<NaiveDate, WrittenError> {
    let text = text.trim().trim_end_matches(',').trim();
    // A weekday in front: everything up to the comma, or a first word without digits.
    let text = match text.split_once(',') {
        Some((day, rest)) if !day.contains(|c: char| c.is_ascii_digit()) => rest.trim(),
        _ => text,
    };
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|p| !p.is_empty()).collect();
    let [a, b, c] = parts[..] else {
        return Err(WrittenError);
    };
    let (year, month, day) = match (month_name(a), month_name(b)) {
        (_, Some(month)) if digits(a, 2).is_some() => (year(c)?, month, digits(a, 2)),
        (Some(month), None) => (year(c)?, month, digits(b, 2)),
        (None, None) if a.len() == 4 => (year(a)?, digits(b, 2).ok_or(WrittenError)?, digits(c, 2)),
        (None, None) => {
            let (day, month) = if order == DateOrder::DayFirst { (a, b) } else { (b, a) };
            (year(c)?, digits(month, 2).ok_or(WrittenError)?, digits(day, 2))
        }
        _ => return Err(WrittenError),
    };
    NaiveDate::from_ymd_opt(year, month, day.ok_or(WrittenError)?).ok_or(WrittenError)
}

/// Four digits, or two of this century (an old register does not speak of the future; a later check says so).
fn year(text: &str) -> Result<i32, WrittenError> {
    let number = digits(text, 4).ok_or(WrittenError)?;
    match text.len() {
        4 => Ok(number as i32),
        2 => Ok(if number >= 90 { 1900 } else { 2000 } + number as i32),
        _ => Err(WrittenError),
    }
}

fn digits(text: &str, most: usize) -> Option<u32> {
    let text = text.trim();
    (!text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month_name(text: &str) -> Option<u32> {
    let english = ENGLISH.iter().find(|(known, _)| *known == text.trim_end_matches('.')).map(|(_, month)| *month);
    english.or_else(|| month_named(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        let w = read_moment(text, DateOrder::DayFirst).ok()?;
        let time = w.time.map(|t| format!(" {t}")).unwrap_or_default();
        let zone = w.zone.map(|z| format!(" {z}")).unwrap_or_default();
        Some(format!("{}{time}{zone}", w.date))
    }

    #[test]
    fn days_in_the_usual_forms() {
        for text in [
            "2024-01-05",
            "2024/1/5",
            "5/1/2024",
            "05-01-2024",
            "5.1.2024",
            "05/01/24",
            "5 Januari 2024",
            "5 Jan 2024",
            "5-Jan-24",
            "Jumat, 5 Januari 2024",
            " 5 JANUARI 2024 ",
            "5 January 2024",
            "Jan 5, 2024",
        ] {
            assert_eq!(read(text).as_deref(), Some("2024-01-05"), "{text}");
        }
        for (text, month) in [
            ("3 Mei 2026", 5),
            ("3 May 2026", 5),
            ("3 Agt 2026", 8),
            ("3 Aug 2026", 8),
            ("3 Okt 2026", 10),
            ("3 Oct 2026", 10),
            ("3 Des 2026", 12),
            ("3 Dec 2026", 12),
            ("3 Nopember 2026", 11),
        ] {
            assert_eq!(read(text), Some(format!("2026-{month:02}-03")), "{text}");
        }
    }

    #[test]
    fn times_and_zones() {
        for text in [
            "2024-01-05T10:20",
            "2024-01-05 10:20:00",
            "5/1/2024 10.20",
            "5 Januari 2024 pukul 10.20",
            "5 Jan 2024, 10:20",
            "05-01-2024 10:20:00.000",
            "5/1/2024 10:20 AM",
        ] {
            assert_eq!(read(text).as_deref(), Some("2024-01-05 10:20:00"), "{text}");
        }
        for (text, zone) in [
            ("2024-01-05T10:20:00+07:00", "+07:00"),
            ("2024-01-05T10:20:00Z", "+00:00"),
            ("2024-01-05 10:20 +0800", "+08:00"),
            ("5/1/2024 10.20 WIB", "+07:00"),
            ("5/1/2024 10.20 wita", "+08:00"),
            ("2024-01-05 10:20 UTC", "+00:00"),
            ("2024-01-05 10:20 GMT+7", "+07:00"),
            ("2024-01-05T10:20:00-05:00", "-05:00"),
        ] {
            assert_eq!(read(text), Some(format!("2024-01-05 10:20:00 {zone}")), "{text}");
        }
        assert_eq!(read("5/1/2024 2:10 PM").as_deref(), Some("2024-01-05 14:10:00"));
        assert_eq!(read("5 Januari 2024 WIB").as_deref(), Some("2024-01-05"), "a day has no zone");
    }

    #[test]
    fn what_is_no_date_is_not_made_one() {
        for text in [
            "",
            "-",
            "45296",
            "45296.43",
            "31/2/2024",
            "1/13/2024",
            "kemarin",
            "5 Jan",
            "2024",
            "99/99/9999",
            "1/2/3/4",
            "5 xyz 2024",
            "2024-01-05T25:00",
            "2024-01-05 10:61",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let american = read_moment("1/13/2024", DateOrder::MonthFirst).unwrap();
        assert_eq!(american.date.to_string(), "2024-01-13");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>(), first: bool) {
            let order = if first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
            let _ = read_moment(&text, order);
            let _ = read_time(&text);
        }

        #[test]
        fn dates_of_every_form_are_read_back(days in 0u64..15_000, form in 0usize..5) {
            let day = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + chrono::Days::new(days);
            let text = match form {
                0 => day.to_string(),
                1 => day.format("%d/%m/%Y").to_string(),
                2 => day.format("%d-%m-%Y 08:15").to_string(),
                3 => crate::dates::weekday_date(day),
                _ => crate::dates::long_date(day),
            };
            prop_assert_eq!(read_moment(&text, DateOrder::DayFirst).unwrap().date, day);
        }
    }
}
