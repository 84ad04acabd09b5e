//! The start-up password, where the system has no key store or the office wants one all the same.

use super::file::{Lock, Sealed};
use super::random_bytes;
use crate::error::{Error, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

/// OWASP's second recommendation for argon2id, doubled in time: 19 MiB, 4 passes, 1 lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 4;

fn key(password: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<Zeroizing<[u8; 32]>> {
    let params = Params::new(memory_kib.min(1 << 20), passes.min(64), 1, Some(32)).map_err(|_| Error::KeyWrong)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut key[..])
        .map_err(|_| Error::KeyWrong)?;
    Ok(key)
}

pub fn seal(password: &str, secret: &[u8]) -> Result<Lock> {
    let (salt, nonce) = (random_bytes::<16>(), random_bytes::<24>());
    let key = key(password, &salt, MEMORY_KIB, PASSES)?;
    let sealed = XChaCha20Poly1305::new((&*key).into())
        .encrypt(XNonce::from_slice(&nonce), secret)
        .map_err(|_| Error::KeyWrong)?;
    Ok(Lock::Password(Sealed {
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        salt: hex::encode(salt),
        nonce: hex::encode(nonce),
        sealed: hex::encode(sealed),
    }))
}

pub fn open(password: &str, s: &Sealed) -> Result<Zeroizing<Vec<u8>>> {
    let bytes = |text: &str| hex::decode(text).map_err(|_| Error::KeyWrong);
    let nonce = bytes(&s.nonce)?;
    if nonce.len() != 24 {
        return Err(Error::KeyWrong);
    }
    let key = key(password, &bytes(&s.salt)?, s.memory_kib, s.passes)?;
    XChaCha20Poly1305::new((&*key).into())
        .decrypt(XNonce::from_slice(&nonce), &*bytes(&s.sealed)?)
        .map(Zeroizing::new)
        .map_err(|_| Error::KeyWrong)
}
