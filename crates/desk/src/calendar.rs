//! The office's calendar and clock zone, from its settings and days off.

use crate::error::Result;
use crate::store::unit;
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use loket_domain::calendar::{Calendar, HolidayKind, WorkWeek, national};
use loket_domain::dates::Zone;
use sqlx::SqliteConnection;

/// The calendar in force: national days and those that the office added.
pub async fn of(conn: &mut SqliteConnection) -> Result<Calendar> {
    let week = unit::settings(conn).await?.map_or(WorkWeek::Five, |(_, facts, _)| facts.work_week);
    let mut holidays = national();
    for (date, name) in unit::holidays(conn).await? {
        if let Ok(date) = date.parse::<NaiveDate>() {
            holidays.add(date, HolidayKind::Local, &name);
        }
    }
    Ok(Calendar::new(week, holidays))
}

/// `now` as the office writes it.
#[must_use]
pub fn local(now: DateTime<Utc>, zone: Zone) -> DateTime<FixedOffset> {
    now.with_timezone(&zone.offset())
}
