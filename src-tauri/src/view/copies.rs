//! Snapshots in words.

use crate::dto::copies::{CopyStatus, Snapshot, SnapshotPlace};
use crate::error::Failure;
use chrono::{DateTime, TimeDelta, Utc};
use loket_desk::Desk;
use loket_desk::snapshot::{self, Where};
use loket_domain::dates::{self, Zone};
use std::path::Path;

/// A copy older than this, of a register that has grown since, is old.
const OLD: TimeDelta = TimeDelta::days(2);

/// "Rabu, 23 Desember 2026, pukul 16.00 WIB" from a stored time.
pub fn when(taken_at: &str, zone: Zone) -> String {
    DateTime::parse_from_rfc3339(taken_at).map(|t| dates::weekday_date_time(t, zone)).unwrap_or_default()
}

/// One snapshot; the zone of its own time where the office's is not known.
pub fn snapshot(s: snapshot::Snapshot, place: SnapshotPlace, zone: Option<Zone>) -> Snapshot {
    let zone = zone.or_else(|| zone_of(&s.taken_at)).unwrap_or(Zone::Wib);
    Snapshot {
        path: s.path.to_string_lossy().into_owned(),
        taken_at_text: when(&s.taken_at, zone),
        taken_at: s.taken_at,
        complaints: u32::try_from(s.complaints).unwrap_or(0),
        place,
    }
}

fn zone_of(taken_at: &str) -> Option<Zone> {
    let offset = *DateTime::parse_from_rfc3339(taken_at).ok()?.offset();
    Zone::ALL.iter().copied().find(|z| z.offset() == offset)
}

/// How copies stand.
pub async fn status(desk: &Desk) -> Result<CopyStatus, Failure> {
    let zone = desk.zone().await?;
    let second = desk.second_place().await?;
    let read = |s: Option<snapshot::Snapshot>, place| s.map(|s| snapshot(s, place, Some(zone)));
    let here = desk.place.snapshots();
    let last = read(located(desk.last_snapshot(Where::Local).await?, Some(&here)), SnapshotPlace::Local);
    let last_second = read(located(desk.last_snapshot(Where::Second).await?, second.as_deref()), SnapshotPlace::Second);
    let text = newest([&last, &last_second])
        .map_or_else(|| "Belum ada cadangan".to_owned(), |s| format!("Cadangan terakhir {}", s.taken_at_text));
    Ok(CopyStatus {
        last,
        last_second,
        second_place_reachable: second.as_ref().is_some_and(|p| p.is_dir()),
        second_place: second.map(|p| p.to_string_lossy().into_owned()),
        text,
    })
}

/// A remembered copy with its file, where the folder still holds it; a copy on an unplugged disk has none.
fn located(remembered: Option<snapshot::Snapshot>, folder: Option<&Path>) -> Option<snapshot::Snapshot> {
    let remembered = remembered?;
    let found = folder.and_then(|f| snapshot::in_folder(f).ok()).unwrap_or_default();
    Some(found.into_iter().find(|s| s.taken_at == remembered.taken_at).unwrap_or(remembered))
}

fn newest(copies: [&Option<Snapshot>; 2]) -> Option<&Snapshot> {
    copies.into_iter().flatten().max_by_key(|s| DateTime::parse_from_rfc3339(&s.taken_at).map_or(0, |t| t.timestamp()))
}

/// "Cadangan terakhir 23 Des, 16.00", and whether that is too long ago for what the register holds now.
pub async fn bar(desk: &Desk) -> Result<(Option<String>, bool), Failure> {
    let zone = desk.zone().await?;
    let found = [desk.last_snapshot(Where::Local).await?, desk.last_snapshot(Where::Second).await?];
    let last =
        found.into_iter().flatten().filter_map(|s| Some((DateTime::parse_from_rfc3339(&s.taken_at).ok()?, s.entries)));
    let Some((at, entries)) = last.max_by_key(|(at, _)| *at) else { return Ok((None, false)) };
    let old = Utc::now() - at.to_utc() > OLD && desk.entries().await? > entries;
    let local = zone.local(&at);
    let text = format!("Cadangan terakhir {}, {}", dates::short_date(local.date_naive()), local.format("%H.%M"));
    Ok((Some(text), old))
}
