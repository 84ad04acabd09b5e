//! Tracking codes drawn ahead of need. The hash of a code is slow on purpose (`docs/adr/0006-tracking-code.md`), so it
//! is made while the officer types, not when the officer waits for the number.

use crate::error::{Error, Result};
use crate::keys;
use argon2::{Algorithm, Argon2, Params, Version};
use loket_domain::entry::Digest;
use loket_domain::tracking::TrackingCode;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// How many codes lie ready. One officer types one complaint at a time; a second one covers a quick follower.
const READY: usize = 2;

/// A code and the slow hash that stands in the body of its entry.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The code.
    pub code: TrackingCode,
    /// Its hash.
    pub hash: Digest,
}

/// Codes that lie ready in memory. One that is never used is forgotten with the program.
#[derive(Clone, Default)]
pub struct Codes(Arc<Mutex<VecDeque<Drawn>>>);

impl Codes {
    /// Draws codes on another thread until enough lie ready.
    pub fn prepare(&self) {
        let codes = self.clone();
        if codes.ready() < READY {
            tokio::task::spawn_blocking(move || {
                while codes.ready() < READY
                    && let Ok(drawn) = draw()
                {
                    codes.0.lock().unwrap_or_else(PoisonError::into_inner).push_back(drawn);
                }
            });
        }
    }

    fn ready(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// A code that lies ready, or one drawn now.
    ///
    /// # Errors
    /// [`Error::KeyWrong`] when the hash cannot be made.
    pub fn take(&self) -> Result<Drawn> {
        let ready = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        ready.map_or_else(draw, Ok)
    }
}

impl Drawn {
    /// A code with its hash.
    ///
    /// # Errors
    /// [`Error::KeyWrong`] when the hash cannot be made.
    pub fn of(code: TrackingCode) -> Result<Self> {
        Ok(Self { hash: hash(&code)?, code })
    }
}

fn draw() -> Result<Drawn> {
    Drawn::of(TrackingCode::from_random(|| u64::from_le_bytes(keys::random_bytes())))
}

/// A slow hash of the code stands in the body, so that a hub can answer a code without holding it: 40 bits behind
/// argon2id (19 MiB, 2 passes) under a fixed salt.
fn hash(code: &TrackingCode) -> Result<Digest> {
    let params = Params::new(19 * 1024, 2, 1, Some(32)).map_err(|_| Error::KeyWrong)?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(code.compact().as_bytes(), b"loket-aduan tracking v1", &mut hash)
        .map_err(|_| Error::KeyWrong)?;
    Ok(Digest(hash))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn codes_lie_ready_differ_and_carry_their_own_hash() {
        let codes = Codes::default();
        codes.prepare();
        while codes.ready() < READY {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        let (first, second) = (codes.take().expect("code"), codes.take().expect("code"));
        assert_ne!(first.code.compact(), second.code.compact());
        assert_eq!(hash(&first.code).expect("hash"), first.hash);
        let third = codes.take().expect("drawn when none lies ready");
        assert_eq!(hash(&third.code).expect("hash"), third.hash);
    }
}
