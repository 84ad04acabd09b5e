//! Keys of one register: what they are, where each lies, how each is wrapped. `docs/keys.md` tells the same to people.
//!
//! The data key and the log's signing key never lie open on disk. They are held by the system's key store, or sealed
//! under a start-up password where there is none, or (tests, servers) in a key file that somebody names. The data key
//! is also wrapped to the recovery identity, whose private half exists on paper only.

mod file;
mod password;
pub mod recovery;
mod system;

pub use file::{KeyFile, Lock};
pub use system::available as system_store_available;

use crate::error::{Error, Result};
use ed25519_dalek::SigningKey;
use rand_core::{OsRng, RngCore};
use std::path::PathBuf;
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The 256-bit key of the register file.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

impl DataKey {
    /// A new random key.
    #[must_use]
    pub fn random() -> Self {
        Self(random_bytes())
    }

    /// As SQLCipher's raw key.
    #[must_use]
    pub fn pragma(&self) -> String {
        format!("\"x'{}'\"", hex::encode(self.0))
    }

    /// The key of the file of attachments: derived, so that one secret opens both.
    #[must_use]
    pub fn for_attachments(&self) -> Self {
        Self(blake3::derive_key("loket-aduan attachments key v1", &self.0))
    }

    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self> {
        Ok(Self(bytes.try_into().map_err(|_| Error::KeyWrong)?))
    }
}

/// What opens and continues one register on this PC.
pub struct Secrets {
    /// Opens the file.
    pub data: DataKey,
    /// Signs entries of this PC's log.
    pub log: SigningKey,
}

impl Secrets {
    /// A new log key beside `data`.
    #[must_use]
    pub fn with_new_log(data: DataKey) -> Self {
        Self { data, log: SigningKey::from_bytes(&random_bytes()) }
    }

    fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([&self.data.0[..], &self.log.to_bytes()[..]].concat())
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let (data, log) = bytes.split_at_checked(32).ok_or(Error::KeyWrong)?;
        let log: [u8; 32] = log.try_into().map_err(|_| Error::KeyWrong)?;
        Ok(Self { data: DataKey::from_bytes(data)?, log: SigningKey::from_bytes(&log) })
    }
}

/// How the secrets of this PC are kept, as the person who opens it says.
#[derive(Clone)]
pub enum Opener {
    /// The key store of the operating system.
    System,
    /// A password asked at each start.
    Password(Zeroizing<String>),
    /// A file that somebody names; for tests and servers without a key store.
    File(PathBuf),
}

/// Wraps the secrets as `opener` says and returns what `kunci.json` remembers of it.
///
/// # Errors
/// [`Error::KeyStore`], [`Error::Io`].
pub async fn wrap(register: Uuid, secrets: &Secrets, opener: &Opener) -> Result<Lock> {
    let bytes = secrets.to_bytes();
    let opener = opener.clone();
    tokio::task::spawn_blocking(move || match opener {
        Opener::System => system::put(register, &bytes),
        Opener::Password(password) => password::seal(&password, &bytes),
        Opener::File(path) => file::write_key_file(&path, &bytes),
    })
    .await?
}

/// Opens the secrets.
///
/// # Errors
/// [`Error::KeyWrong`] when the password or file does not fit, [`Error::KeyMissing`] when the store has no such key or
/// another kind of opener is needed.
pub async fn unwrap(register: Uuid, lock: &Lock, opener: &Opener) -> Result<Secrets> {
    let (lock, opener) = (lock.clone(), opener.clone());
    let bytes = tokio::task::spawn_blocking(move || match (&lock, &opener) {
        (Lock::System, Opener::System) => system::get(register),
        (Lock::Password(sealed), Opener::Password(password)) => password::open(password, sealed),
        (Lock::KeyFile, Opener::File(path)) => file::read_key_file(path),
        _ => Err(Error::KeyMissing),
    })
    .await??;
    Secrets::from_bytes(&bytes)
}

/// Random bytes of the operating system.
#[must_use]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    OsRng.fill_bytes(&mut bytes);
    bytes
}
