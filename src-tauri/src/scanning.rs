//! The scanner's folder, as one officer looks into it for one draft.

use crate::commands::shown_name;
use crate::dto::files::{ScanFile, ScanLook, ScanState, ScanTrouble};
use crate::taking::Takings;
use chrono::{DateTime, Utc};
use loket_desk::scans::{Look, Scan, Trouble, Watch};
use loket_domain::dates::{self, Zone};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use uuid::Uuid;

/// A folder that is looked into for a draft.
pub struct Scans {
    draft: Uuid,
    watch: Watch,
}

impl Scans {
    /// The watch of this draft and folder: the one that runs, or a new one from the draft's beginning on.
    pub fn of(running: Option<Self>, draft: Uuid, folder: &Path, since: SystemTime) -> Self {
        running
            .filter(|s| s.draft == draft && s.watch.folder() == folder)
            .unwrap_or_else(|| Self { draft, watch: Watch::new(folder.to_owned(), since) })
    }

    /// Looks once and says it for the page.
    pub async fn look(&mut self, takings: &Takings, zone: Zone) -> ScanLook {
        let folder = Some(shown_name(self.watch.folder()));
        match self.watch.look().await {
            Ok(Look { scans, more }) => ScanLook {
                folder,
                trouble: None,
                files: scans.iter().map(|scan| self.view(scan, takings, zone)).collect(),
                more: u32::try_from(more).unwrap_or(u32::MAX),
            },
            Err(trouble) => ScanLook { folder, trouble: Some(said(trouble)), files: Vec::new(), more: 0 },
        }
    }

    fn view(&self, scan: &Scan, takings: &Takings, zone: Zone) -> ScanFile {
        let taken = self.watch.path(&scan.name).is_some_and(|path| takings.has(self.draft, &path));
        ScanFile {
            name: scan.name.clone(),
            size: u32::try_from(scan.size).unwrap_or(u32::MAX),
            at_text: when(scan.at, zone),
            state: match (taken, scan.ready) {
                (true, _) => ScanState::Taken,
                (false, true) => ScanState::Ready,
                (false, false) => ScanState::BeingWritten,
            },
        }
    }

    /// Where these files lie, as far as the last look for this draft showed them.
    pub fn paths(&self, draft: Uuid, names: &[String]) -> Vec<PathBuf> {
        if self.draft != draft {
            return Vec::new();
        }
        names.iter().filter_map(|name| self.watch.path(name)).collect()
    }
}

/// "09.14" today, else "21 Nov, 09.14".
fn when(at: SystemTime, zone: Zone) -> String {
    let (at, now) = (zone.local(&DateTime::<Utc>::from(at)), zone.local(&Utc::now()));
    let time = at.format("%H.%M").to_string();
    if at.date_naive() == now.date_naive() { time } else { format!("{}, {time}", dates::short_date(at.date_naive())) }
}

fn said(trouble: Trouble) -> ScanTrouble {
    match trouble {
        Trouble::Gone => ScanTrouble::Gone,
        Trouble::Unreadable => ScanTrouble::Unreadable,
        Trouble::Silent => ScanTrouble::Silent,
    }
}
