//! The one door: every change of the register is a transaction that appends entries and folds their subjects.

use crate::error::{Error, Result};
use crate::keys;
use crate::open::Desk;
use crate::store::log::Sealed;
use crate::store::{complaints, imports, log, projection};
use chrono::{DateTime, FixedOffset, Utc};
use loket_domain::calendar::Calendar;
use loket_domain::complaint::{Complaint, object};
use loket_domain::entry::{self, BODY_VERSION, Body, Digest, Header, MAX_PART_BYTES, Part, PartName};
use loket_domain::facts::LogHead;
use loket_domain::fold::Opened;
use serde::Serialize;
use serde_json::{Map, Value};
use sqlx::{Sqlite, SqliteConnection, Transaction};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Who acts, when, and by which press of a button.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    /// The officer; nil for the program itself.
    pub officer: Uuid,
    /// The time, asked at the edge.
    pub now: DateTime<Utc>,
    /// A retry carries the same id.
    pub request: Uuid,
}

impl Act {
    /// An act with a request of its own.
    #[must_use]
    pub fn new(officer: Uuid, now: DateTime<Utc>) -> Self {
        Self { officer, now, request: Uuid::now_v7() }
    }
}

/// One fact to append.
pub struct Fact<'a> {
    /// What it is about.
    pub subject: Uuid,
    /// One of [`loket_domain::facts::kind`].
    pub kind: &'a str,
    /// An older program may not ignore it.
    pub must: bool,
    /// Ids, codes, dates, numbers.
    pub facts: Map<String, Value>,
    /// Part `identity`.
    pub identity: Map<String, Value>,
    /// Part `matter`.
    pub matter: Map<String, Value>,
}

impl<'a> Fact<'a> {
    /// A fact of `kind` about `subject`.
    pub fn new(subject: Uuid, kind: &'a str, facts: &impl Serialize) -> Self {
        let facts = object(facts);
        Self { subject, kind, must: false, facts, identity: Map::new(), matter: Map::new() }
    }

    /// With the matter.
    #[must_use]
    pub fn matter(mut self, matter: &impl Serialize) -> Self {
        self.matter = object(matter);
        self
    }

    /// With the identity.
    #[must_use]
    pub fn identity(mut self, identity: &impl Serialize) -> Self {
        self.identity = object(identity);
        self
    }

    /// Not to be ignored.
    #[must_use]
    pub const fn must(mut self) -> Self {
        self.must = true;
        self
    }
}

/// An open transaction of the one writer.
pub struct Write<'a> {
    /// For the reads that a use case needs inside its transaction.
    pub tx: Transaction<'a, Sqlite>,
    /// The act.
    pub act: Act,
    /// The act's time as the office writes it.
    pub at: DateTime<FixedOffset>,
    desk: &'a Desk,
    head: Option<(u64, Digest)>,
    touched: Vec<Uuid>,
    folded: usize,
    calendar: Option<Calendar>,
}

impl Desk {
    /// Opens the door. Nothing is written until [`Write::commit`]; dropping it undoes all.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn write<'a>(&'a self, writer: &'a mut SqliteConnection, act: Act) -> Result<Write<'a>> {
        let at = self.local(act.now).await?;
        let mut tx = self.store.begin(writer).await?;
        let head = log::head(&mut tx, self.log_id).await?;
        Ok(Write { tx, act, at, desk: self, head, touched: Vec::new(), folded: 0, calendar: None })
    }
}

impl Write<'_> {
    /// Appends one signed entry and returns its hash.
    ///
    /// # Errors
    /// [`Error::Precondition`] `needs_newer_program` for a subject with entries that this program may not ignore;
    /// [`Error::Entry`].
    pub async fn append(&mut self, fact: Fact<'_>) -> Result<Digest> {
        let subject = fact.subject;
        let base = log::heads(&mut self.tx, subject).await?;
        let sealed = self.seal(fact, base)?;
        let hash = sealed.0.hash;
        log::insert(&mut self.tx, &[sealed]).await?;
        self.touch(subject);
        Ok(hash)
    }

    /// Appends the first entries of new complaints and folds them from memory, without reading them back: for imports.
    ///
    /// # Errors
    /// As [`Write::append`].
    pub async fn append_new(&mut self, facts: Vec<Fact<'_>>) -> Result<()> {
        if facts.is_empty() {
            return Ok(());
        }
        let (mut sealed, mut parts) = (Vec::with_capacity(facts.len()), Vec::with_capacity(facts.len()));
        for fact in facts {
            parts.push([(PartName::Identity, fact.identity.clone()), (PartName::Matter, fact.matter.clone())]);
            sealed.push(self.seal(fact, Vec::new())?);
        }
        let first = log::insert(&mut self.tx, &sealed).await?;
        let complaints: Vec<(i64, Complaint)> = (first..)
            .zip(sealed.into_iter().zip(parts))
            .filter_map(|(no, ((entry, _), parts))| {
                let parts = parts.into_iter().filter(|(_, part)| !part.is_empty()).collect();
                let opened = Opened { hash: entry.hash, parts, body: entry.body };
                Some((no, Complaint::from_entries(opened.body.subject, &[opened])?))
            })
            .collect();
        complaints::add(&mut self.tx, &complaints, &mut self.calendar).await
    }

    /// Signs an entry that follows the last one.
    fn seal(&mut self, fact: Fact<'_>, base: Vec<Digest>) -> Result<Sealed> {
        let mut parts = BTreeMap::new();
        for (name, map) in [(PartName::Identity, fact.identity), (PartName::Matter, fact.matter)] {
            if !map.is_empty() {
                let bytes = serde_json::to_vec(&Value::Object(map))?;
                if bytes.len() > MAX_PART_BYTES {
                    return Err(entry::EntryError::PartTooLong(bytes.len()).into());
                }
                parts.insert(name, Part { salt: keys::random_bytes(), bytes });
            }
        }
        let body = Body {
            v: BODY_VERSION,
            kind: fact.kind.to_owned(),
            must: fact.must,
            unit: self.desk.unit,
            to: None,
            subject: fact.subject,
            actor: self.act.officer,
            at: self.at.to_rfc3339(),
            request: self.act.request,
            base,
            parts: parts.iter().map(|(name, part)| (*name, part.digest(*name))).collect(),
            facts: fact.facts,
        };
        let header = Header {
            log: self.desk.log_id,
            seq: self.head.map_or(1, |(seq, _)| seq + 1),
            prev: self.head.map(|(_, hash)| hash),
        };
        let entry = entry::seal(header, &body, &self.desk.log_key)?;
        self.head = Some((header.seq, entry.hash));
        Ok((entry, parts))
    }

    /// Goes on as another act: what follows is by this officer at this time, in the same transaction.
    pub fn go_on_as(&mut self, act: Act) {
        self.at = act.now.with_timezone(self.at.offset());
        self.act = act;
    }

    /// Has `subject` folded before the commit.
    pub fn touch(&mut self, subject: Uuid) {
        if !self.touched.contains(&subject) {
            self.touched.push(subject);
        }
    }

    /// Folds what was touched so far, so that the next number and the lists of this transaction know it.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn fold(&mut self) -> Result<()> {
        for subject in std::mem::take(&mut self.touched) {
            projection::refold(&mut self.tx, subject, &mut self.calendar).await?;
            self.folded += 1;
        }
        Ok(())
    }

    /// Folds what was touched and commits durably; the witness follows, and what [`Desk::tidy`] does.
    ///
    /// # Errors
    /// [`Error::DiskFull`], [`Error::Database`]; nothing is written then.
    pub async fn commit(mut self) -> Result<()> {
        self.fold().await?;
        self.tx.commit().await?;
        if let Some((seq, hash)) = self.head {
            self.desk.witness.write_soon(LogHead { log: self.desk.log_id, seq, hash });
        }
        self.desk.untidy(self.folded);
        Ok(())
    }
}

/// The complaint of `id`, ready to append to: known, and without entries that ask for a newer program.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Precondition`].
pub async fn complaint(conn: &mut SqliteConnection, id: Uuid) -> Result<Complaint> {
    let entries = log::of_subject(conn, id).await?;
    let complaint = Complaint::from_entries(id, &entries).ok_or(Error::NotFound("complaint"))?;
    if imports::has_left(conn, &complaint).await? {
        return Err(Error::NotFound("complaint"));
    }
    if complaint.needs_newer {
        return Err(Error::Precondition("needs_newer_program"));
    }
    Ok(complaint)
}
