//! The folder of a register on this PC, and writing files that survive a power cut.

use crate::error::{Error, Result};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where things lie. Nothing outside this module knows a file name.
#[derive(Clone, Debug)]
pub struct Place {
    root: PathBuf,
}

impl Place {
    /// The folder `root`.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The user's folder for local application data.
    #[must_use]
    pub fn default_for_user() -> Option<Self> {
        let dirs = directories::ProjectDirs::from("id", "", "Loket Aduan")?;
        Some(Self::new(dirs.data_local_dir()))
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }
    /// The encrypted register.
    #[must_use]
    pub fn register(&self) -> PathBuf {
        self.root.join("register.db")
    }
    /// The encrypted attachments.
    #[must_use]
    pub fn attachments(&self) -> PathBuf {
        self.root.join("lampiran.db")
    }
    /// Open key material.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("kunci.json")
    }
    /// The two slots of the head witness.
    #[must_use]
    pub fn witness(&self) -> [PathBuf; 2] {
        [self.root.join("saksi-a.json"), self.root.join("saksi-b.json")]
    }
    /// Where snapshots go.
    #[must_use]
    pub fn snapshots(&self) -> PathBuf {
        self.root.join("cadangan")
    }
    /// What the wizard has so far, without PINs and passwords.
    #[must_use]
    pub fn setup_draft(&self) -> PathBuf {
        self.root.join("pemasangan.json")
    }
    /// The practice office, a register of its own.
    #[must_use]
    pub fn practice(&self) -> Self {
        Self::new(self.root.join("latihan"))
    }
    /// Is there a register?
    #[must_use]
    pub fn holds_register(&self) -> bool {
        self.register().exists() || self.keys().exists()
    }

    /// Makes the folder and refuses places that lose registers: network drives and synchronised folders.
    ///
    /// # Errors
    /// [`Error::UnsuitedPlace`], [`Error::Io`].
    pub fn prepare(&self) -> Result<()> {
        std::fs::create_dir_all(&self.root)?;
        unsuited(&self.root.canonicalize()?).map_or(Ok(()), |why| Err(Error::UnsuitedPlace(why)))
    }

    /// Makes this process the writer of the register; held until the file is dropped.
    ///
    /// # Errors
    /// [`Error::Held`] when another process is.
    pub fn lock(&self) -> Result<File> {
        let file = File::options().create(true).truncate(false).write(true).open(self.root.join("register.kunci"))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(std::fs::TryLockError::WouldBlock) => Err(Error::Held),
            Err(std::fs::TryLockError::Error(e)) => Err(e.into()),
        }
    }

    /// Moves a file that cannot be read aside; nothing is ever deleted.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn move_aside(&self, stamp: &str) -> Result<PathBuf> {
        let aside = self.root.join(format!("rusak-{stamp}"));
        std::fs::create_dir_all(&aside)?;
        for path in [self.register(), self.attachments()] {
            for suffix in ["", "-journal", "-wal", "-shm"] {
                let mut name = path.clone().into_os_string();
                name.push(suffix);
                let from = PathBuf::from(name);
                if let Some(file) = from.file_name().filter(|_| from.exists()) {
                    std::fs::rename(&from, aside.join(file))?;
                }
            }
        }
        Ok(aside)
    }
}

fn unsuited(path: &Path) -> Option<&'static str> {
    const SYNCED: &[&str] = &["onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud"];
    let text = path.to_string_lossy().to_lowercase();
    if text.starts_with(r"\\") && !text.starts_with(r"\\?\") || text.starts_with(r"\\?\unc\") || on_network_mount(path)
    {
        return Some("network");
    }
    path.components()
        .any(|c| SYNCED.iter().any(|s| c.as_os_str().to_string_lossy().to_lowercase().starts_with(s)))
        .then_some("synchronised")
}

/// On Linux the mount table tells; elsewhere drive letters of network drives are told by the path.
fn on_network_mount(path: &Path) -> bool {
    const NETWORK: &[&str] = &["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"];
    let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
    let mount = mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ').skip(1);
            Some((fields.next()?, fields.next()?))
        })
        .filter(|(at, _)| path.starts_with(at))
        .max_by_key(|(at, _)| at.len());
    mount.is_some_and(|(_, kind)| NETWORK.contains(&kind))
}

/// Writes a file so that after a power cut either the old or the new one is there.
///
/// # Errors
/// [`Error::Io`], [`Error::DiskFull`].
pub fn write_durably(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|e| e.error)?;
    sync_folder(folder)
}

/// Makes a rename durable; Windows has no such call and needs none.
///
/// # Errors
/// [`Error::Io`].
pub fn sync_folder(folder: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// A fingerprint of this PC, so that a folder copied to another PC is noticed. Not reversible, not sent anywhere.
#[must_use]
pub fn machine() -> String {
    let id = ["/etc/machine-id", "/var/lib/dbus/machine-id"]
        .iter()
        .find_map(|p| std::fs::read_to_string(p).ok())
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .unwrap_or_default();
    hex::encode(&blake3::derive_key("loket-aduan machine v1", id.trim().as_bytes())[..8])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn synchronised_folders_and_network_paths_are_refused() {
        assert_eq!(unsuited(Path::new("/home/x/OneDrive - Kantor/register")), Some("synchronised"));
        assert_eq!(unsuited(Path::new("/home/x/Dropbox/a")), Some("synchronised"));
        assert_eq!(unsuited(Path::new(r"\\server\bagian")), Some("network"));
        assert_eq!(unsuited(Path::new("/tmp")), None);
    }

    #[test]
    fn one_process_holds_the_register() {
        let dir = tempfile::tempdir().expect("dir");
        let place = Place::new(dir.path());
        let held = place.lock().expect("first");
        assert!(matches!(place.lock(), Err(Error::Held)));
        drop(held);
        place.lock().expect("free again");
    }
}
