//! Copies: a verified snapshot of register and attachments, here and on a second place.
//!
//! A snapshot is three files with one name: the register, its attachments, and `kunci.json` without a lock, so that only
//! the recovery key opens it. It is made with `VACUUM INTO` beside its final name, opened, checked, and renamed.

use crate::error::{Error, Result};
use crate::keys::KeyFile;
use crate::open::Desk;
use crate::place::{sync_folder, write_durably};
use crate::store::{self, complaints, local, log, unit};
use crate::verify;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Newest snapshots that are kept in each place.
const KEPT: usize = 14;
const REGISTER_ENDING: &str = ".register";

/// Where a snapshot lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// Beside the register.
    Local,
    /// On the second place.
    Second,
}

/// What a snapshot says of itself, in a file beside it; the register inside is the truth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The register file.
    #[serde(skip)]
    pub path: PathBuf,
    /// RFC 3339.
    pub taken_at: String,
    /// Complaints inside.
    pub complaints: i64,
    /// Entries inside.
    pub entries: i64,
}

/// A file that belongs to a snapshot.
#[must_use]
pub fn beside(register: &Path, ending: &str) -> PathBuf {
    register.with_extension(ending)
}

impl Desk {
    /// Makes a snapshot here and, where a second place is set and reachable, there. The first result is the local one.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Verify`]; a half-made snapshot is removed.
    pub async fn snapshot(&self, now: DateTime<Utc>) -> Result<(Snapshot, Option<Result<Snapshot>>)> {
        let here = self.snapshot_to(&self.place.snapshots(), now).await?;
        local::set(&mut *self.store.writer.lock().await, "snapshot_local", &serde_json::to_string(&here)?).await?;
        let Some(second) = self.second_place().await? else {
            return Ok((here, None));
        };
        let there = self.snapshot_to(&second, now).await;
        if let Ok(taken) = &there {
            local::set(&mut *self.store.writer.lock().await, "snapshot_second", &serde_json::to_string(taken)?).await?;
        }
        Ok((here, Some(there)))
    }

    /// Makes one in `folder`.
    ///
    /// # Errors
    /// As [`Desk::snapshot`].
    pub async fn snapshot_to(&self, folder: &Path, now: DateTime<Utc>) -> Result<Snapshot> {
        std::fs::create_dir_all(folder)?;
        let local_now = self.local(now).await?;
        let counter =
            unit::numbering(&mut *self.reader().await?).await?.map_or_else(String::new, |(n, _)| n.counter_code);
        let name = format!("loket-{}-{}", counter.replace('.', "_"), local_now.format("%Y%m%d-%H%M%S-%3f"));
        let half = folder.join(format!("{name}.sedang-dibuat"));
        let result = self.make(&half, folder, &name, local_now.to_rfc3339()).await;
        for leftover in [half.clone(), beside(&half, "lampiran-sedang-dibuat"), journal(&half)] {
            let _ = std::fs::remove_file(leftover);
        }
        let made = result?;
        prune(folder)?;
        Ok(made)
    }

    async fn make(&self, half: &Path, folder: &Path, name: &str, taken_at: String) -> Result<Snapshot> {
        let key = &self.data;
        let half_files = beside(half, "lampiran-sedang-dibuat");
        for path in [half, &half_files] {
            if path.exists() {
                std::fs::remove_file(path)?;
            }
        }
        // The register first, then the attachments: whatever the copy names is in the copy.
        store::copy_into(&self.place.register(), key, half).await?;
        store::copy_into(&self.place.attachments(), &key.for_attachments(), &half_files).await?;
        let mut conn = store::open_reader(half, key).await?;
        verify::file(&mut conn).await?;
        let snapshot = Snapshot {
            path: folder.join(format!("{name}{REGISTER_ENDING}")),
            taken_at,
            complaints: complaints::all(&mut conn).await?,
            entries: log::count(&mut conn).await?,
        };
        sqlx::Connection::close(conn).await?;
        let keys = KeyFile { lock: None, machine: String::new(), ..KeyFile::read(&self.place.keys())? };
        keys.write(&beside(&snapshot.path, "kunci"))?;
        write_durably(&beside(&snapshot.path, "json"), &serde_json::to_vec_pretty(&snapshot)?)?;
        for (from, to) in [(half_files, beside(&snapshot.path, "lampiran")), (half.to_owned(), snapshot.path.clone())] {
            std::fs::File::open(&from)?.sync_all()?;
            std::fs::rename(from, to)?;
        }
        sync_folder(folder)?;
        Ok(snapshot)
    }

    /// The second place for copies, a folder on another disk.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn second_place(&self) -> Result<Option<PathBuf>> {
        let place = local::get(&mut *self.reader().await?, "second_place").await?;
        Ok(place.filter(|p| !p.is_empty()).map(PathBuf::from))
    }

    /// Sets the second place.
    ///
    /// # Errors
    /// [`Error::UnsuitedPlace`] `same` for a folder inside the register's own.
    pub async fn set_second_place(&self, folder: Option<&Path>) -> Result<()> {
        if folder.is_some_and(|f| f.starts_with(self.place.root())) {
            return Err(Error::UnsuitedPlace("same"));
        }
        let text = folder.map(|f| f.to_string_lossy().into_owned()).unwrap_or_default();
        local::set(&mut *self.store.writer.lock().await, "second_place", &text).await
    }

    /// The last snapshot of each place, as this PC remembers.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn last_snapshot(&self, place: Where) -> Result<Option<Snapshot>> {
        let key = match place {
            Where::Local => "snapshot_local",
            Where::Second => "snapshot_second",
        };
        let text = local::get(&mut *self.reader().await?, key).await?;
        Ok(text.map(|t| serde_json::from_str(&t)).transpose()?)
    }
}

/// Snapshots in a folder, newest first.
///
/// # Errors
/// [`Error::Io`].
pub fn in_folder(folder: &Path) -> Result<Vec<Snapshot>> {
    let mut found = Vec::new();
    let Ok(files) = std::fs::read_dir(folder) else {
        return Ok(found);
    };
    for file in files {
        let path = file?.path();
        if path.extension().is_some_and(|e| e == &REGISTER_ENDING[1..])
            && let Ok(bytes) = std::fs::read(beside(&path, "json"))
            && let Ok(snapshot) = serde_json::from_slice::<Snapshot>(&bytes)
        {
            found.push(Snapshot { path, ..snapshot });
        }
    }
    found.sort_by(|a, b| b.taken_at.cmp(&a.taken_at).then_with(|| b.path.cmp(&a.path)));
    Ok(found)
}

/// Keeps the newest; the oldest of a place go when a newer one is whole.
fn prune(folder: &Path) -> Result<()> {
    for old in in_folder(folder)?.iter().skip(KEPT) {
        for ending in ["register", "lampiran", "kunci", "json"] {
            let _ = std::fs::remove_file(beside(&old.path, ending));
        }
    }
    Ok(())
}

fn journal(path: &Path) -> PathBuf {
    let mut name = path.to_owned().into_os_string();
    name.push("-journal");
    PathBuf::from(name)
}
