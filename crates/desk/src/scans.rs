//! The folder into which a scanner writes. It is looked into while somebody asks for it and never changed: files are
//! copied out of it, none is moved or deleted. Looking again and again works on shares too, where a system tells nothing.

use crate::error::Result;
use crate::open::Desk;
use crate::store::local;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Most files that one look tells of.
pub const MOST: usize = 50;
/// How long a share may take to answer.
const SILENCE: Duration = Duration::from_secs(5);
/// Key of the folder among the marks of this PC.
const FOLDER: &str = "scan_folder";
/// Endings of files that another program is still making.
const HALF_MADE: [&str; 4] = [".tmp", ".part", ".partial", ".crdownload"];

/// A file that the scanner wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its name in the folder.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// When it came, by the clock of the disk it lies on.
    pub at: SystemTime,
    /// Size and time were the same in two looks: nobody writes any more.
    pub ready: bool,
}

/// What a look found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// New files, the newest first, at most [`MOST`].
    pub scans: Vec<Scan>,
    /// How many more there are.
    pub more: usize,
}

/// Why there is nothing to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The folder is not there: deleted, renamed, its disk pulled out.
    Gone,
    /// It is there and may not be read.
    Unreadable,
    /// Its place does not answer.
    Silent,
}

/// What was seen of a file.
type Sight = (u64, SystemTime);

/// A folder that is looked into again and again.
pub struct Watch {
    folder: PathBuf,
    since: SystemTime,
    /// Files that were there at the first look.
    first: Option<HashSet<String>>,
    before: HashMap<String, Sight>,
    /// Held by the look that runs: one that hangs on a dead share is not joined by a second.
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Watch {
    /// Watches `folder` for files from `since` on, and for any that come while it is watched.
    #[must_use]
    pub fn new(folder: PathBuf, since: SystemTime) -> Self {
        Self { folder, since, first: None, before: HashMap::new(), turn: Arc::default() }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Looks once.
    ///
    /// # Errors
    /// [`Trouble`]; the next look may find the folder again.
    pub async fn look(&mut self) -> Result<Look, Trouble> {
        let turn = self.turn.clone().try_lock_owned().map_err(|_| Trouble::Silent)?;
        let folder = self.folder.clone();
        let reading = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            sights(&folder)
        });
        let now = tokio::time::timeout(SILENCE, reading).await.map_err(|_| Trouble::Silent)?;
        let now = now.map_err(|_| Trouble::Unreadable)??;
        let first = self.first.get_or_insert_with(|| now.keys().cloned().collect());
        let new = now.iter().filter(|(name, (_, at))| *at >= self.since || !first.contains(*name));
        let mut scans: Vec<Scan> = new
            .map(|(name, sight)| Scan {
                name: name.clone(),
                size: sight.0,
                at: sight.1,
                ready: sight.0 > 0 && self.before.get(name) == Some(sight),
            })
            .collect();
        self.before = now;
        scans.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.name.cmp(&b.name)));
        let more = scans.len().saturating_sub(MOST);
        scans.truncate(MOST);
        Ok(Look { scans, more })
    }

    /// Where a file of the last look lies; `None` for a name that was not there, so that no name leads out of the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.before.contains_key(name).then(|| self.folder.join(name))
    }
}

/// Files of a folder; folders in it, links and files that are being made are passed over.
fn sights(folder: &Path) -> Result<HashMap<String, Sight>, Trouble> {
    let trouble = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Trouble::Gone,
        _ => Trouble::Unreadable,
    };
    let mut found = HashMap::new();
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        // A file that went since the folder was read is no trouble; a name that is no text cannot be shown.
        let (Ok(name), Ok(about)) = (entry.file_name().into_string(), entry.metadata()) else { continue };
        let half_made = name.starts_with(['.', '~']) || HALF_MADE.iter().any(|e| name.to_lowercase().ends_with(e));
        if about.is_file() && !half_made {
            let changed = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            // A copied file keeps its old time of change; where it was made here is newer then.
            found.insert(name, (about.len(), about.created().map_or(changed, |made| made.max(changed))));
        }
    }
    Ok(found)
}

impl Desk {
    /// The folder of this PC's scanner.
    ///
    /// # Errors
    /// [`crate::Error::Database`].
    pub async fn scan_folder(&self) -> Result<Option<PathBuf>> {
        Ok(local::get(&mut *self.reader().await?, FOLDER).await?.map(PathBuf::from))
    }

    /// Remembers the folder of this PC's scanner.
    ///
    /// # Errors
    /// [`crate::Error::Database`].
    pub async fn set_scan_folder(&self, folder: &Path) -> Result<()> {
        local::set(&mut *self.store.writer.lock().await, FOLDER, &folder.to_string_lossy()).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(look: &Look) -> Vec<(&str, bool)> {
        look.scans.iter().map(|s| (s.name.as_str(), s.ready)).collect()
    }

    #[tokio::test]
    async fn new_files_are_told_once_nobody_writes_them_any_more() {
        let dir = tempfile::tempdir().expect("dir");
        let old = dir.path().join("lama.pdf");
        std::fs::write(&old, b"%PDF-1").expect("file");
        let hour_ago = SystemTime::now() - Duration::from_secs(3_600);
        let since = SystemTime::now() + Duration::from_secs(3_600);
        std::fs::File::options().write(true).open(&old).expect("open").set_modified(hour_ago).expect("time");
        // The clock of a share may stand wrong: what comes while watching is new whatever its time.
        let mut watch = Watch::new(dir.path().to_owned(), since);
        assert_eq!(watch.look().await.expect("look"), Look::default(), "what was there before is not offered");

        let scan = dir.path().join("pindai 1.jpg");
        std::fs::write(&scan, b"\xff\xd8").expect("half");
        std::fs::write(dir.path().join("kosong.pdf"), b"").expect("empty");
        for passed_over in [".rahasia.jpg", "~$surat.pdf", "unduhan.part"] {
            std::fs::write(dir.path().join(passed_over), b"x").expect("file");
        }
        std::fs::create_dir(dir.path().join("folder.jpg")).expect("folder");
        #[cfg(unix)]
        std::os::unix::fs::symlink("/etc/passwd", dir.path().join("tautan.jpg")).expect("link");
        assert!(watch.look().await.expect("look").scans.iter().all(|s| !s.ready), "seen once");
        std::fs::write(&scan, b"\xff\xd8\xff\xe0 lebih").expect("more");
        assert!(watch.look().await.expect("look").scans.iter().all(|s| !s.ready), "it has grown");
        let look = watch.look().await.expect("look");
        let mut found = names(&look);
        found.sort_unstable();
        assert_eq!(found, [("kosong.pdf", false), ("pindai 1.jpg", true)]);
        assert_eq!(watch.path("pindai 1.jpg"), Some(scan.clone()));
        for trick in ["../kunci", "/etc/passwd", "tautan.jpg", "folder.jpg", ""] {
            assert_eq!(watch.path(trick), None, "{trick}");
        }
        assert!(scan.exists() && old.exists(), "nothing is moved or deleted");
    }

    #[tokio::test]
    async fn the_newest_comes_first_and_a_crowd_is_cut() {
        let dir = tempfile::tempdir().expect("dir");
        let start = SystemTime::now() - Duration::from_secs(600);
        let mut watch = Watch::new(dir.path().to_owned(), start);
        let later = SystemTime::now() + Duration::from_secs(3_600);
        for n in 0..60_u64 {
            let file = std::fs::File::create(dir.path().join(format!("{n:02}.pdf"))).expect("file");
            file.set_modified(later + Duration::from_secs(n)).expect("time");
        }
        let look = watch.look().await.expect("look");
        assert_eq!((look.scans.len(), look.more), (MOST, 10));
        assert_eq!(look.scans[0].name, "59.pdf");
    }

    #[tokio::test]
    async fn a_folder_that_goes_is_told_and_found_again() {
        let dir = tempfile::tempdir().expect("dir");
        let folder = dir.path().join("pindaian");
        std::fs::create_dir(&folder).expect("folder");
        let mut watch = Watch::new(folder.clone(), SystemTime::UNIX_EPOCH);
        watch.look().await.expect("look");
        std::fs::remove_dir(&folder).expect("gone");
        assert_eq!(watch.look().await, Err(Trouble::Gone));
        std::fs::write(&folder, b"now a file").expect("file");
        assert_eq!(watch.look().await, Err(Trouble::Gone));
        std::fs::remove_file(&folder).expect("gone");
        std::fs::create_dir(&folder).expect("back");
        std::fs::write(folder.join("a.pdf"), b"%PDF-").expect("file");
        assert_eq!(names(&watch.look().await.expect("again")), [("a.pdf", false)]);
    }

    #[tokio::test]
    async fn a_place_that_hangs_is_silent_and_asked_no_second_time() {
        let dir = tempfile::tempdir().expect("dir");
        let mut watch = Watch::new(dir.path().to_owned(), SystemTime::UNIX_EPOCH);
        let hanging = watch.turn.clone().lock_owned().await;
        assert_eq!(watch.look().await, Err(Trouble::Silent));
        drop(hanging);
        assert!(watch.look().await.is_ok());
    }
}
