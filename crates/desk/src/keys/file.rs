//! `kunci.json`: what lies open beside the register and its copies.

use super::recovery::RecoveryPublic;
use crate::error::{Error, Result};
use crate::place::write_durably;
use serde::{Deserialize, Serialize};
use std::path::Path;
use uuid::Uuid;
use zeroize::Zeroizing;

/// Secrets sealed under a password (argon2id, XChaCha20-Poly1305), hexadecimal.
#[derive(Clone, Serialize, Deserialize)]
pub struct Sealed {
    /// argon2id memory in KiB.
    pub memory_kib: u32,
    /// argon2id passes.
    pub passes: u32,
    /// 16 bytes.
    pub salt: String,
    /// 24 bytes.
    pub nonce: String,
    /// Secrets and tag.
    pub sealed: String,
}

/// Where the secrets of this PC lie.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Lock {
    /// In the system's key store, under the register's id.
    System,
    /// Here, sealed.
    Password(Sealed),
    /// In a file that is named when the register is opened.
    KeyFile,
}

/// The file itself. It holds no secret that opens anything by itself.
#[derive(Clone, Serialize, Deserialize)]
pub struct KeyFile {
    /// Version of this file.
    pub v: u32,
    /// Id of the register, name of its secret in the key store.
    pub register: Uuid,
    /// Name of the office, so that a person knows which register this is.
    pub office: String,
    /// Practice register.
    pub practice: bool,
    /// Public half of the recovery key.
    pub recovery: RecoveryPublic,
    /// The data key, wrapped to the recovery key (age, armoured).
    pub data_key_for_recovery: String,
    /// Fingerprint of the PC that opened it last: a copied folder is noticed.
    #[serde(default)]
    pub machine: String,
    /// Absent in snapshots: a copy carries no way in but the recovery key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
}

impl KeyFile {
    /// Reads it.
    ///
    /// # Errors
    /// [`Error::NoRegister`] when there is none, [`Error::Json`] when it is damaged.
    pub fn read(path: &Path) -> Result<Self> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes)?),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => Err(Error::NoRegister),
            Err(e) => Err(e.into()),
        }
    }

    /// Writes it whole or not at all.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::DiskFull`].
    pub fn write(&self, path: &Path) -> Result<()> {
        write_durably(path, &serde_json::to_vec_pretty(self)?)
    }
}

/// 128 hexadecimal digits and a line end.
pub fn write_key_file(path: &Path, secret: &[u8]) -> Result<Lock> {
    write_durably(path, format!("{}\n", hex::encode(secret)).as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(Lock::KeyFile)
}

pub fn read_key_file(path: &Path) -> Result<Zeroizing<Vec<u8>>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Err(Error::KeyMissing),
        Err(_) => return Err(Error::KeyWrong),
    };
    hex::decode(text.trim()).map(Zeroizing::new).map_err(|_| Error::KeyWrong)
}
