//! Dates and times in Indonesian, and the office's zone.

mod field;

pub(crate) use field::month_named;
pub use field::{DateFieldError, parse_fields};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeZone, Timelike};

use crate::vocabulary::closed_list;
use crate::words::number_in_words;

pub(crate) const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const SHORT_MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
/// From Monday.
const WEEKDAYS: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
/// Beyond this many days a deadline is told by its date.
const TOLD_IN_DAYS: i64 = 14;

closed_list! {
    /// The time zone of an office. Indonesia has no summer time.
    Zone {
        /// Waktu Indonesia Barat, UTC+7.
        Wib = "WIB",
        /// Waktu Indonesia Tengah, UTC+8.
        Wita = "WITA",
        /// Waktu Indonesia Timur, UTC+9.
        Wit = "WIT",
    }
}

impl Zone {
    /// The offset from UTC.
    pub fn offset(self) -> FixedOffset {
        let hours = match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        };
        FixedOffset::east_opt(hours * 3600).expect("less than a day")
    }

    /// The word after a time: `WIB`.
    pub fn label(self) -> &'static str {
        self.code()
    }

    /// Reads `WIB`, `WITA`, `WIT` in any case.
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_code(&text.trim().to_ascii_uppercase())
    }

    /// The same instant on the office's wall.
    pub fn local<T: TimeZone>(self, time: &DateTime<T>) -> DateTime<FixedOffset> {
        time.with_timezone(&self.offset())
    }

    /// The date on the office's wall: the date of law.
    pub fn date<T: TimeZone>(self, time: &DateTime<T>) -> NaiveDate {
        self.local(time).date_naive()
    }
}

/// `Jumat`.
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

/// `November`.
pub fn month(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

/// `20 November 2026`.
pub fn long_date(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `Jumat, 20 November 2026`.
pub fn weekday_date(date: NaiveDate) -> String {
    format!("{}, {}", weekday(date), long_date(date))
}

/// `20 Nov`.
pub fn short_date(date: NaiveDate) -> String {
    format!("{} {}", date.day(), SHORT_MONTHS[date.month0() as usize])
}

/// `20-11-2026`, for tables.
pub fn table_date(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// `09.15 WIB`.
pub fn clock_time(time: DateTime<FixedOffset>, zone: Zone) -> String {
    let local = zone.local(&time);
    format!("{:02}.{:02} {}", local.hour(), local.minute(), zone.label())
}

/// `20 November 2026, pukul 09.15 WIB`.
pub fn date_time(time: DateTime<FixedOffset>, zone: Zone) -> String {
    let date = long_date(zone.date(&time));
    format!("{date}, pukul {}", clock_time(time, zone))
}

/// `Jumat, 20 November 2026, pukul 09.15 WIB`.
pub fn weekday_date_time(time: DateTime<FixedOffset>, zone: Zone) -> String {
    let day = weekday(zone.date(&time));
    format!("{day}, {}", date_time(time, zone))
}

/// `20-11-2026 09.15`, for tables; in the offset that the time carries.
pub fn table_date_time(time: DateTime<FixedOffset>) -> String {
    time.format("%d-%m-%Y %H.%M").to_string()
}

/// `tanggal delapan belas bulan Desember tahun dua ribu dua puluh enam (18-12-2026)`, for a
/// *berita acara*.
pub fn date_in_words(date: NaiveDate) -> String {
    format!(
        "tanggal {} bulan {} tahun {} ({})",
        number_in_words(date.day().into()),
        month(date),
        number_in_words(u64::from(date.year().unsigned_abs())),
        table_date(date)
    )
}

/// `20–27 November 2026`, as short as it stays clear.
pub fn date_span(from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        long_date(from)
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{}", from.day(), long_date(to))
    } else if from.year() == to.year() {
        format!("{} {}–{}", from.day(), month(from), long_date(to))
    } else {
        format!("{}–{}", long_date(from), long_date(to))
    }
}

/// A deadline seen from today: `Lewat 3 hari`, `Hari ini`, `Besok`, `6 hari lagi`, or the date
/// beyond 14 days. Counts calendar days.
pub fn deadline_in_words(legal: NaiveDate, today: NaiveDate) -> String {
    match legal.signed_duration_since(today).num_days() {
        late if late < 0 => format!("Lewat {} hari", -late),
        0 => "Hari ini".to_owned(),
        1 => "Besok".to_owned(),
        days if days <= TOLD_IN_DAYS => format!("{days} hari lagi"),
        _ => long_date(legal),
    }
}

/// A past date seen from today: `hari ini`, `kemarin`, `41 hari lalu`; the date if it lies ahead.
pub fn days_ago_in_words(date: NaiveDate, today: NaiveDate) -> String {
    match today.signed_duration_since(date).num_days() {
        0 => "hari ini".to_owned(),
        1 => "kemarin".to_owned(),
        days if days > 1 => format!("{days} hari lalu"),
        _ => long_date(date),
    }
}

/// The instant of a date and time on the office's wall; `None` for an hour or minute that no clock
/// shows.
pub fn from_local(date: NaiveDate, hour: u32, minute: u32, zone: Zone) -> Option<DateTime<FixedOffset>> {
    let time = date.and_hms_opt(hour, minute, 0)?;
    time.and_local_timezone(zone.offset()).single()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn time(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn forms_of_the_papers() {
        let received = time("2026-11-20T02:15:00Z");
        assert_eq!(weekday_date_time(received, Zone::Wib), "Jumat, 20 November 2026, pukul 09.15 WIB");
        assert_eq!(date_time(received, Zone::Wita), "20 November 2026, pukul 10.15 WITA");
        assert_eq!(table_date_time(time("2026-11-20T09:15:59+07:00")), "20-11-2026 09.15");
        assert_eq!(short_date(date("2026-11-20")), "20 Nov");
        assert_eq!(long_date(date("2026-11-03")), "3 November 2026");
        assert_eq!(
            date_in_words(date("2026-12-18")),
            "tanggal delapan belas bulan Desember tahun dua ribu dua puluh enam (18-12-2026)"
        );
        let midnight = from_local(date("2026-11-20"), 0, 0, Zone::Wit).unwrap();
        assert_eq!(clock_time(midnight, Zone::Wit), "00.00 WIT");
        assert_eq!(from_local(date("2026-11-20"), 24, 0, Zone::Wib), None);
    }

    #[test]
    fn spans() {
        let span = |a, b| date_span(date(a), date(b));
        assert_eq!(span("2026-11-20", "2026-11-20"), "20 November 2026");
        assert_eq!(span("2026-11-20", "2026-11-27"), "20–27 November 2026");
        assert_eq!(span("2026-11-20", "2026-12-01"), "20 November–1 Desember 2026");
        assert_eq!(span("2026-12-30", "2027-01-02"), "30 Desember 2026–2 Januari 2027");
    }

    #[test]
    fn the_zone_decides_the_date_of_law() {
        let late_evening = time("2026-11-20T16:30:00Z");
        assert_eq!(Zone::Wib.date(&late_evening), date("2026-11-20"));
        assert_eq!(Zone::Wita.date(&late_evening), date("2026-11-21"));
        assert_eq!(Zone::parse(" wita "), Some(Zone::Wita));
        assert_eq!(Zone::parse("UTC"), None);
    }

    #[test]
    fn weekdays_and_months() {
        let week: Vec<_> = (21..28).map(|day| weekday(NaiveDate::from_ymd_opt(2026, 12, day).unwrap())).collect();
        assert_eq!(week, WEEKDAYS);
        assert_eq!(month(date("2026-02-01")), "Februari");
        assert_eq!(short_date(date("2026-08-09")), "9 Agu");
    }

    #[test]
    fn deadlines_in_words() {
        let words = |legal| deadline_in_words(date(legal), date("2026-12-21"));
        assert_eq!(words("2026-12-18"), "Lewat 3 hari");
        assert_eq!(words("2026-12-21"), "Hari ini");
        assert_eq!(words("2026-12-22"), "Besok");
        assert_eq!(words("2027-01-04"), "14 hari lagi");
        assert_eq!(words("2027-01-05"), "5 Januari 2027");
        let ago = |day| days_ago_in_words(date(day), date("2026-12-28"));
        assert_eq!(ago("2026-12-28"), "hari ini");
        assert_eq!(ago("2026-12-27"), "kemarin");
        assert_eq!(ago("2026-11-17"), "41 hari lalu");
        assert_eq!(ago("2026-12-29"), "29 Desember 2026");
    }
}
