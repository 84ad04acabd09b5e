//! The entry: one signed, append-only fact in a log. `docs/entry.md` describes the format for other programs;
//! `tests/vectors/` holds bytes, hashes and signatures. Nothing here may change for entries of version 1.
//!
//! An entry is a header `{log, seq, prev}`, a **body** (exact UTF-8 JSON bytes, written once, never re-serialised)
//! and up to two **parts** beside it ([`PartName`]). The body names the digest of each part, so that a part can be
//! withheld, sealed or destroyed and the chain still verifies.

use crate::strict_json::{self, StrictJsonError};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;
use uuid::Uuid;

/// Version of the body that this program writes.
pub const BODY_VERSION: u64 = 1;
/// Longest part in bytes (salt not counted).
pub const MAX_PART_BYTES: usize = 1024 * 1024;

const HASH_CONTEXT: &str = "loket-aduan entry v1";
const PART_CONTEXT: &str = "loket-aduan part v1";
const LOG_CONTEXT: &str = "loket-aduan log id v1";

/// 32 bytes that are shown and written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Reads 64 hexadecimal digits.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// Reads 32 bytes.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(Self(bytes.try_into().ok()?))
    }

    /// The *sidik* that papers print: the first 20 digits in groups of four (`papers.md` 0.8).
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let hex = hex::encode_upper(&self.0[..10]);
        let groups: Vec<&str> = (0..5).map(|i| &hex[i * 4..i * 4 + 4]).collect();
        groups.join("-")
    }
}

/// How a hash begins, from a fingerprint as it is read off a paper: 8 digits or more, with or without its dashes.
#[must_use]
pub fn fingerprint_prefix(typed: &str) -> Option<Vec<u8>> {
    let digits: String = typed.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    hex::decode(digits).ok().filter(|prefix| (4..=32).contains(&prefix.len()))
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}…", hex::encode(&self.0[..4]))
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::from_hex(&text).ok_or_else(|| serde::de::Error::custom("not 64 hexadecimal digits"))
    }
}

/// A log is a key: the id is the fingerprint of its Ed25519 public key.
#[must_use]
pub fn log_id(key: &VerifyingKey) -> Digest {
    Digest(blake3::derive_key(LOG_CONTEXT, key.as_bytes()))
}

/// The two parts that may stand beside a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartName {
    /// Names, addresses, contacts and NIK of complainants.
    Identity,
    /// Description, subject, people accused, file names, notes; settings and officers in plain words.
    Matter,
}

impl PartName {
    /// The name as it is hashed, stored and written in bodies.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Matter => "matter",
        }
    }
}

/// Random salt and bytes of one part. The salt keeps a short text (a NIK) from being guessed out of the digest.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    /// 16 random bytes.
    pub salt: [u8; 16],
    /// UTF-8 JSON, stored and sent verbatim.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Part({} bytes)", self.bytes.len())
    }
}

impl Part {
    /// The salted digest that the body names: BLAKE3 in key-derivation mode over name, salt and bytes, each with its
    /// length before it.
    #[must_use]
    pub fn digest(&self, name: PartName) -> Digest {
        let mut hasher = blake3::Hasher::new_derive_key(PART_CONTEXT);
        for piece in [name.as_str().as_bytes(), &self.salt, &self.bytes] {
            hash_piece(&mut hasher, piece);
        }
        Digest(*hasher.finalize().as_bytes())
    }
}

/// What the header says: which log, which place in it, and the entry before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// The log's id.
    pub log: Digest,
    /// Dense from 1.
    pub seq: u64,
    /// Hash of entry `seq - 1` of the same log; none for the first.
    pub prev: Option<Digest>,
}

/// Body fields of version 1 in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// [`BODY_VERSION`].
    pub v: u64,
    /// What happened, e.g. `complaint.registered`.
    pub kind: String,
    /// An older program may not ignore this entry.
    pub must: bool,
    /// Unit whose register this is.
    pub unit: Uuid,
    /// Receiving unit, when the entry is meant for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Uuid>,
    /// What the entry is about: a complaint, an officer, the unit.
    pub subject: Uuid,
    /// The officer who acted, as that PC says; nil for the program itself.
    pub actor: Uuid,
    /// When, RFC 3339 with the office's offset.
    pub at: String,
    /// One id per press of a button: a retry carries the same id.
    pub request: Uuid,
    /// Hashes of all heads of the subject that the writer held.
    pub base: Vec<Digest>,
    /// Digest of each part by name.
    pub parts: BTreeMap<PartName, Digest>,
    /// Ids, codes, dates and numbers of a schema that the kind fixes. Never personal data.
    pub facts: Map<String, Value>,
}

/// A whole entry as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Place in the log.
    pub header: Header,
    /// The exact bytes.
    pub body_bytes: Vec<u8>,
    /// The bytes, read.
    pub body: Body,
    /// The entry's id.
    pub hash: Digest,
    /// Ed25519 over `hash`.
    pub signature: [u8; 64],
}

/// Why an entry is not genuine or not readable.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EntryError {
    /// The body is not strict JSON.
    #[error("body: {0}")]
    Json(#[from] StrictJsonError),
    /// The body lacks a field of version 1 or has one of another type.
    #[error("body is not of version 1")]
    Shape,
    /// The signature does not belong to the hash and the log's key.
    #[error("signature does not verify")]
    Signature,
    /// The public key is not the key of the log.
    #[error("public key does not belong to this log")]
    Key,
    /// A part is larger than [`MAX_PART_BYTES`].
    #[error("part of {0} bytes is too long")]
    PartTooLong(usize),
    /// A part does not have the digest that the body names.
    #[error("part does not match the digest in the body")]
    PartDigest,
}

fn hash_piece(hasher: &mut blake3::Hasher, piece: &[u8]) {
    hasher.update(&(piece.len() as u64).to_be_bytes());
    hasher.update(piece);
}

/// The entry's id: BLAKE3 in key-derivation mode over log, seq (8 bytes, big endian), prev and body, each with its
/// length as 8 bytes big endian before it. A missing prev has length 0.
#[must_use]
pub fn hash(header: &Header, body_bytes: &[u8]) -> Digest {
    let mut hasher = blake3::Hasher::new_derive_key(HASH_CONTEXT);
    let prev = header.prev.map(|d| d.0);
    hash_piece(&mut hasher, &header.log.0);
    hash_piece(&mut hasher, &header.seq.to_be_bytes());
    hash_piece(&mut hasher, prev.as_ref().map_or(&[][..], |d| &d[..]));
    hash_piece(&mut hasher, body_bytes);
    Digest(*hasher.finalize().as_bytes())
}

/// Writes `body` once, hashes and signs it.
///
/// # Errors
/// [`EntryError`] when the written body would not be read back, e.g. because it is too long.
pub fn seal(header: Header, body: &Body, key: &SigningKey) -> Result<Entry, EntryError> {
    let body_bytes = serde_json::to_vec(body).map_err(|_| EntryError::Shape)?;
    let hash = hash(&header, &body_bytes);
    let signature = key.sign(&hash.0).to_bytes();
    read(header, body_bytes, signature)
}

/// Reads stored or received bytes without checking the signature.
///
/// # Errors
/// [`EntryError::Json`] or [`EntryError::Shape`].
pub fn read(header: Header, body_bytes: Vec<u8>, signature: [u8; 64]) -> Result<Entry, EntryError> {
    let value = strict_json::parse(&body_bytes)?;
    let body: Body = serde_json::from_value(value).map_err(|_| EntryError::Shape)?;
    if body.v != BODY_VERSION || chrono::DateTime::parse_from_rfc3339(&body.at).is_err() {
        return Err(EntryError::Shape);
    }
    let hash = hash(&header, &body_bytes);
    Ok(Entry { header, body_bytes, body, hash, signature })
}

/// Checks the signature of `entry` with the public key of its log.
///
/// # Errors
/// [`EntryError::Key`] when the key is another log's, [`EntryError::Signature`] when the signature is not its.
pub fn verify(entry: &Entry, key: &VerifyingKey) -> Result<(), EntryError> {
    if log_id(key) != entry.header.log {
        return Err(EntryError::Key);
    }
    key.verify_strict(&entry.hash.0, &Signature::from_bytes(&entry.signature)).map_err(|_| EntryError::Signature)
}

/// Checks one part against the body of its entry.
///
/// # Errors
/// [`EntryError::PartDigest`] or [`EntryError::PartTooLong`].
pub fn verify_part(body: &Body, name: PartName, part: &Part) -> Result<(), EntryError> {
    if part.bytes.len() > MAX_PART_BYTES {
        return Err(EntryError::PartTooLong(part.bytes.len()));
    }
    if body.parts.get(&name) == Some(&part.digest(name)) { Ok(()) } else { Err(EntryError::PartDigest) }
}

#[cfg(test)]
#[path = "entry_tests.rs"]
mod tests;
