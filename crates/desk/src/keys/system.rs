//! The key store of the operating system: Windows Credential Manager (this PC only), Secret Service, Keychain.

use super::file::Lock;
use crate::error::{Error, Result};
use keyring_core::Entry;
use std::collections::HashMap;
use uuid::Uuid;
use zeroize::Zeroizing;

const SERVICE: &str = "id.loketaduan";

/// Is there a key store that keeps and gives back a secret? Blocks while it asks.
#[must_use]
pub fn available() -> bool {
    let probe = || -> keyring_core::Result<bool> {
        let entry = entry(&format!("uji-{}", Uuid::new_v4()))?;
        entry.set_secret(b"uji")?;
        let kept = entry.get_secret()? == b"uji";
        entry.delete_credential()?;
        Ok(kept)
    };
    probe().unwrap_or(false)
}

fn entry(user: &str) -> keyring_core::Result<Entry> {
    // The first call chooses the platform's store.
    if keyring::Entry::store_status().is_err() {
        return Err(keyring_core::Error::NoDefaultStore);
    }
    // Windows keeps credentials with "Enterprise" persistence unless told otherwise: they would roam with the profile.
    let local = HashMap::from([("persistence", "Local")]);
    if cfg!(windows) { Entry::new_with_modifiers(SERVICE, user, &local) } else { Entry::new(SERVICE, user) }
}

pub fn put(register: Uuid, secret: &[u8]) -> Result<Lock> {
    let entry = entry(&register.to_string()).map_err(store)?;
    entry.set_secret(secret).map_err(store)?;
    Ok(Lock::System)
}

pub fn get(register: Uuid) -> Result<Zeroizing<Vec<u8>>> {
    let entry = entry(&register.to_string()).map_err(store)?;
    match entry.get_secret() {
        Ok(secret) => Ok(Zeroizing::new(secret)),
        Err(keyring_core::Error::NoEntry) => Err(Error::KeyMissing),
        Err(e) => Err(store(e)),
    }
}

fn store(e: keyring_core::Error) -> Error {
    match e {
        keyring_core::Error::NoDefaultStore | keyring_core::Error::NoStorageAccess(_) => Error::KeyMissing,
        other => Error::KeyStore(other.to_string()),
    }
}
