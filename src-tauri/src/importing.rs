//! The import that a person has in hand: the file that was chosen, how far it is, and whether it is to stop.

use loket_desk::import::{Control, Progress};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// One import at a time.
#[derive(Default)]
pub struct Importing {
    file: Mutex<Option<PathBuf>>,
    progress: Mutex<Progress>,
    cancelled: AtomicBool,
    /// Held while one runs: a second press waits for nothing.
    pub running: tokio::sync::Mutex<()>,
}

impl Importing {
    /// The file was chosen.
    pub fn take(&self, file: PathBuf) {
        *self.file.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    /// The chosen file.
    pub fn file(&self) -> Option<PathBuf> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stops after the batch at hand.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Begins anew, by this way of telling.
    pub fn begin<'a>(&'a self, tell: &'a (dyn Fn(Progress) + Send + Sync)) -> Control<'a> {
        self.cancelled.store(false, Ordering::Relaxed);
        self.note(Progress::default());
        Control { cancelled: &self.cancelled, tell }
    }

    /// Notes how far it is.
    pub fn note(&self, progress: Progress) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}
