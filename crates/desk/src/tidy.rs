//! Work that a commit leaves for later, so that no officer waits for it: merging the segments of the full-text index,
//! and taking the write-ahead log into the file.

use crate::error::Result;
use crate::open::Desk;
use crate::store::words;
use std::sync::atomic::Ordering;

/// Subjects folded before it is done. FTS5 merges by itself, inside a save, at sixteen segments of one level.
const TIDY_AFTER: usize = 8;

impl Desk {
    pub(crate) fn untidy(&self, folded: usize) {
        self.folded.fetch_add(folded, Ordering::Relaxed);
    }

    /// Is there enough of it?
    #[must_use]
    pub fn is_untidy(&self) -> bool {
        self.folded.load(Ordering::Relaxed) >= TIDY_AFTER
    }

    /// Does what the last commits left for later, if there is enough of it. Call it when nobody waits for an answer.
    ///
    /// # Errors
    /// [`crate::Error::Database`], [`crate::Error::DiskFull`]; nothing that was acknowledged depends on it.
    pub async fn tidy(&self) -> Result<()> {
        if self.is_untidy() {
            self.folded.store(0, Ordering::Relaxed);
            // A save that comes meanwhile waits for one piece at most.
            while words::merge(&mut *self.store.writer.lock().await).await? {}
            crate::store::checkpoint(&mut *self.store.writer.lock().await).await?;
        }
        Ok(())
    }
}
