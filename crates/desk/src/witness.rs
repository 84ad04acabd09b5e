//! The head witness: after each commit the log's head is written beside the register. A lost or torn WAL passes
//! SQLite's own check; the witness tells that acknowledged entries are gone. It may lag, it never leads; so it is
//! written after the answer, on another thread, and the officer does not wait for it.

use crate::error::Result;
use crate::place::{Place, write_durably};
use loket_domain::entry::Digest;
use loket_domain::facts::LogHead;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Serialize, Deserialize)]
struct Slot {
    head: LogHead,
    /// BLAKE3 of the head, so that a torn slot is not believed.
    check: String,
}

fn check(head: &LogHead) -> Result<String> {
    Ok(blake3::hash(&serde_json::to_vec(head)?).to_hex().to_string())
}

/// Writes the head into the slot that its seq names, so that the other keeps the one before.
pub fn write(place: &Place, head: LogHead) -> Result<()> {
    let slot = Slot { check: check(&head)?, head };
    let path = &place.witness()[usize::from(head.seq.is_multiple_of(2))];
    write_durably(path, &serde_json::to_vec(&slot)?)
}

/// Writes heads one after the other; of several that wait, the last.
pub struct Pen {
    place: Place,
    waiting: Mutex<Option<LogHead>>,
    turn: Mutex<()>,
}

impl Pen {
    /// For the register in `place`.
    #[must_use]
    pub fn new(place: Place) -> Arc<Self> {
        Arc::new(Self { place, waiting: Mutex::new(None), turn: Mutex::new(()) })
    }

    /// Has the head of a durable commit written soon.
    pub fn write_soon(self: &Arc<Self>, head: LogHead) {
        *self.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(head);
        let pen = self.clone();
        tokio::task::spawn_blocking(move || pen.write_now());
    }

    /// Writes what waits. One that cannot be written lags, which it may.
    pub fn write_now(&self) {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(head) = waiting {
            let _ = write(&self.place, head);
        }
    }
}

/// The latest head that a slot tells truly.
#[must_use]
pub fn read(place: &Place) -> Option<LogHead> {
    let slots = place.witness().into_iter().filter_map(|path| {
        let slot: Slot = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
        (check(&slot.head).ok()? == slot.check).then_some(slot.head)
    });
    slots.max_by_key(|head| head.seq)
}

/// Does the witness tell of this log? If not, the key at hand may be another register's.
#[must_use]
pub fn is_of(place: &Place, log: Digest) -> bool {
    read(place).is_some_and(|head| head.log == log)
}

/// Forgets what was witnessed: a new log begins.
pub fn forget(place: &Place) -> Result<()> {
    for path in place.witness() {
        if path.exists() {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(seq: u64) -> LogHead {
        LogHead { log: Digest([1; 32]), seq, hash: Digest([2; 32]) }
    }

    #[test]
    fn the_latest_true_slot_is_believed_and_a_torn_one_is_not() {
        let dir = tempfile::tempdir().expect("dir");
        let place = Place::new(dir.path());
        assert_eq!(read(&place), None);
        write(&place, head(1)).expect("write");
        write(&place, head(2)).expect("write");
        assert_eq!(read(&place), Some(head(2)));
        std::fs::write(&place.witness()[1], b"{\"head\":{\"log\"").expect("tear");
        assert_eq!(read(&place), Some(head(1)));
        let forged = std::fs::read_to_string(&place.witness()[0]).expect("read").replace("\"seq\":1", "\"seq\":9");
        std::fs::write(&place.witness()[0], forged).expect("forge");
        assert_eq!(read(&place), None);
    }
}
