//! Proof: the file is whole, every chain is unbroken, every signature and every part is genuine.

use crate::error::{Error, Result};
use crate::store::{log, projection};
use loket_domain::entry::{self, Digest, Entry};
use loket_domain::facts::{LogOpened, kind};
use serde::Serialize;
use sqlx::SqliteConnection;
use std::collections::HashMap;

const BATCH: i64 = 500;

/// What was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Entries with a genuine hash and signature.
    pub entries: u64,
    /// Parts that are here and match their digest.
    pub parts: u64,
    /// Parts that a body names and this PC does not hold.
    pub parts_absent: u64,
    /// Logs.
    pub logs: u64,
}

/// Verifies the file and its whole log.
///
/// # Errors
/// [`Error::Verify`] naming the first place that is not as it should be.
pub async fn file(conn: &mut SqliteConnection) -> Result<Report> {
    for line in crate::store::integrity(conn).await? {
        if line != "ok" {
            return Err(Error::Verify("database pages are damaged".to_owned()));
        }
    }
    log_of(conn).await
}

/// Verifies the log: dense seqs, unbroken chains, signatures, parts.
///
/// # Errors
/// [`Error::Verify`].
pub async fn log_of(conn: &mut SqliteConnection) -> Result<Report> {
    let mut report = Report::default();
    let mut heads: HashMap<Digest, (Entry, ed25519_dalek::VerifyingKey)> = HashMap::new();
    let mut after = 0;
    loop {
        let batch = log::walk(conn, after, BATCH).await?;
        let Some((last, _, _)) = batch.last() else {
            break;
        };
        after = *last;
        for (no, e, stored_hash) in batch {
            let wrong = |what: &str| Error::Verify(format!("entry {no}: {what}"));
            if stored_hash != e.hash.0 {
                return Err(wrong("hash"));
            }
            let key = match heads.get(&e.header.log) {
                Some((before, key)) => {
                    if e.header.seq != before.header.seq + 1 || e.header.prev != Some(before.hash) {
                        return Err(wrong("chain is broken"));
                    }
                    *key
                }
                None => first_key(&e).ok_or_else(|| wrong("log does not begin with its key"))?,
            };
            entry::verify(&e, &key).map_err(|_| wrong("signature"))?;
            let parts = log::parts(conn, e.hash).await?;
            for (name, part) in &parts {
                entry::verify_part(&e.body, *name, part).map_err(|_| wrong("part"))?;
            }
            report.entries += 1;
            report.parts += parts.len() as u64;
            report.parts_absent += (e.body.parts.len() - parts.len()) as u64;
            heads.insert(e.header.log, (e, key));
        }
    }
    report.logs = heads.len() as u64;
    Ok(report)
}

fn first_key(e: &Entry) -> Option<ed25519_dalek::VerifyingKey> {
    if e.header.seq != 1 || e.header.prev.is_some() || e.body.kind != kind::LOG_OPENED {
        return None;
    }
    let opened: LogOpened = serde_json::from_value(serde_json::Value::Object(e.body.facts.clone())).ok()?;
    ed25519_dalek::VerifyingKey::from_bytes(&opened.public_key.0).ok()
}

/// Rebuilds the projections and compares ordered dumps of each table before and after.
///
/// # Errors
/// [`Error::Verify`] naming tables that differ; the rebuilt ones stand, they follow from the log.
pub async fn rebuild(conn: &mut SqliteConnection) -> Result<u64> {
    let before = projection::dump(conn).await?;
    let subjects = projection::rebuild(conn).await?;
    let after = projection::dump(conn).await?;
    let differ: Vec<&str> = before.iter().zip(&after).filter(|(b, a)| b != a).map(|(b, _)| b.0).collect();
    if differ.is_empty() {
        Ok(subjects)
    } else {
        Err(Error::Verify(format!("rebuilt tables differ: {}", differ.join(", "))))
    }
}
