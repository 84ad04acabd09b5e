//! Restoring a snapshot with the recovery key, on the same PC or a new one: a new log, and a number series that rests
//! until the last number on paper is given.

use crate::error::{Error, Result};
use crate::flaw::Flaw;
use crate::keys::{self, KeyFile, Opener, Secrets, recovery::RecoveryKey};
use crate::open::Desk;
use crate::place::{Place, machine, sync_folder};
use crate::snapshot::beside;
use crate::{store, verify};
use chrono::{DateTime, Utc};
use std::path::Path;

/// Restores `snapshot` into `place`. A register that lies there is moved aside, never deleted; whatever fails before
/// the last step leaves it as it was.
///
/// # Errors
/// [`Error::KeyWrong`] for digits that do not open it, [`Error::NoRegister`] without its key file,
/// [`Error::Verify`] for a snapshot that is damaged, [`Error::Held`], [`Error::DiskFull`].
pub async fn restore(
    place: &Place,
    snapshot: &Path,
    digits: &str,
    opener: &Opener,
    now: DateTime<Utc>,
) -> Result<Desk> {
    let recovery = RecoveryKey::parse(digits)?;
    let keys = KeyFile::read(&beside(snapshot, "kunci"))?;
    let data = recovery.unwrap_data_key(&keys.data_key_for_recovery)?;
    place.prepare()?;
    let lock = place.lock()?;
    let mut conn = store::open_reader(snapshot, &data).await.map_err(unreadable)?;
    verify::file(&mut conn).await?;
    sqlx::Connection::close(conn).await?;
    let (register, files) = (place.root().join("register.pulih"), place.root().join("lampiran.pulih"));
    copy(snapshot, &register)?;
    let from = beside(snapshot, "lampiran");
    if from.exists() {
        copy(&from, &files)?;
    }
    if place.holds_register() {
        place.move_aside(&now.format("%Y%m%d-%H%M%S").to_string())?;
    }
    let secrets = Secrets::with_new_log(data);
    let opened = KeyFile { lock: Some(keys::wrap(keys.register, &secrets, opener).await?), machine: machine(), ..keys };
    std::fs::rename(&register, place.register())?;
    if files.exists() {
        std::fs::rename(&files, place.attachments())?;
    }
    opened.write(&place.keys())?;
    sync_folder(place.root())?;
    drop(lock);
    let mut desk = Desk::open(place, opener, now).await?;
    if desk.last_head().await?.is_none() {
        desk.begin_log("restore", opener, secrets, now).await?;
    }
    Ok(desk)
}

/// Opens a register whose key this PC has lost, with the recovery key: the same data, a new log.
///
/// # Errors
/// [`Error::KeyWrong`], [`Error::NoRegister`], [`Error::Held`].
pub async fn open_with_recovery_key(place: &Place, digits: &str, opener: &Opener, now: DateTime<Utc>) -> Result<Desk> {
    let recovery = RecoveryKey::parse(digits)?;
    let keys = KeyFile::read(&place.keys())?;
    let data = recovery.unwrap_data_key(&keys.data_key_for_recovery)?;
    let secrets = Secrets::with_new_log(data);
    let opened = KeyFile { lock: Some(keys::wrap(keys.register, &secrets, opener).await?), machine: machine(), ..keys };
    opened.write(&place.keys())?;
    let mut desk = Desk::open(place, opener, now).await?;
    if desk.last_head().await?.is_none() {
        desk.begin_log("key_lost", opener, secrets, now).await?;
    }
    Ok(desk)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to)?;
    Ok(std::fs::File::open(to)?.sync_all()?)
}

fn unreadable(e: Error) -> Error {
    if e.is_damage() { Error::Verify(Flaw::Snapshot) } else { e }
}
