//! Proof: the file is whole, every chain is unbroken, every signature and every part is genuine.

use crate::error::{Error, Result};
use crate::flaw::{Broken, Flaw};
use crate::store::{log, projection};
use loket_domain::entry::{self, Digest, Entry};
use loket_domain::facts::{LogHead, LogOpened, kind};
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
            return Err(Error::Verify(Flaw::Pages));
        }
    }
    log_of(conn).await
}

/// Verifies the file and its whole log, and that the entry is there which the witness saw written last. The witness is
/// read before the file is opened: it never leads.
///
/// # Errors
/// As [`file()`]; [`Flaw::Lost`].
pub async fn against(conn: &mut SqliteConnection, witnessed: Option<LogHead>) -> Result<Report> {
    let report = file(conn).await?;
    match witnessed {
        Some(head) if !log::holds(conn, head.hash).await? => Err(Error::Verify(Flaw::Lost)),
        _ => Ok(report),
    }
}

/// Verifies the log: dense seqs, unbroken chains, signatures, parts.
///
/// # Errors
/// [`Error::Verify`].
pub async fn log_of(conn: &mut SqliteConnection) -> Result<Report> {
    let mut report = Report::default();
    let mut chains = Chains::default();
    let mut after = 0;
    loop {
        let batch = log::walk(conn, after, BATCH).await?;
        let Some((last, _, _)) = batch.last() else {
            break;
        };
        after = *last;
        for (no, e, stored_hash) in batch {
            let wrong = |broken| Error::Verify(Flaw::Entry(no.unsigned_abs(), broken));
            if stored_hash != e.hash.0 {
                return Err(wrong(Broken::Hash));
            }
            chains.follow(&e).map_err(wrong)?;
            let parts = log::parts(conn, e.hash).await?;
            for (name, part) in &parts {
                entry::verify_part(&e.body, *name, part).map_err(|_| wrong(Broken::Part))?;
            }
            report.entries += 1;
            report.parts += parts.len() as u64;
            report.parts_absent += (e.body.parts.len() - parts.len()) as u64;
        }
    }
    report.logs = chains.logs();
    Ok(report)
}

/// The ends of logs that are followed from their first entry on.
#[derive(Default)]
pub(crate) struct Chains(HashMap<Digest, (u64, Digest, ed25519_dalek::VerifyingKey)>);

impl Chains {
    /// The next entry of its log: dense, after the one before, signed by the log's key. Else what is wrong.
    pub(crate) fn follow(&mut self, e: &Entry) -> Result<(), Broken> {
        let key = match self.0.get(&e.header.log) {
            Some((seq, hash, _)) if e.header.seq != seq + 1 || e.header.prev != Some(*hash) => {
                return Err(Broken::Chain);
            }
            Some((_, _, key)) => *key,
            None => first_key(e).ok_or(Broken::Beginning)?,
        };
        entry::verify(e, &key).map_err(|_| Broken::Signature)?;
        self.0.insert(e.header.log, (e.header.seq, e.hash, key));
        Ok(())
    }

    /// Logs that were followed.
    pub(crate) fn logs(&self) -> u64 {
        self.0.len() as u64
    }
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
    if differ.is_empty() { Ok(subjects) } else { Err(Error::Verify(Flaw::Tables(differ.join(", ")))) }
}
