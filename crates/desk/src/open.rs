//! An open register: who holds it, whose log it is, and what a person must know after opening.

use crate::error::{Error, Result};
use crate::keys::{self, KeyFile, Opener, Secrets};
use crate::place::{Place, machine};
use crate::store::{self, Store, local, log, unit};
use crate::tracking::Codes;
use crate::write::{Act, Fact};
use crate::{calendar, witness};
use chrono::{DateTime, FixedOffset, TimeDelta, Utc};
use ed25519_dalek::SigningKey;
use loket_domain::dates::Zone;
use loket_domain::entry::{Digest, log_id};
use loket_domain::facts::{LogHead, LogOpened, SeriesTail, kind};
use sqlx::{Connection, SqliteConnection};
use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use uuid::Uuid;

/// The clock is set back when it stands this much before the last entry.
const SET_BACK: TimeDelta = TimeDelta::minutes(5);
/// It is far ahead when nothing was written for longer than an office can rest.
const FAR_AHEAD: TimeDelta = TimeDelta::days(400);

/// What a person must know after opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Entries that were acknowledged are gone: the file is older than its witness.
    Witness,
    /// The register came from a copy.
    Restored,
    /// The folder was opened on another PC.
    Clone,
    /// The PC's clock runs behind the register or far ahead of it.
    Clock,
    /// The number series rests.
    Frozen,
    /// The recovery key was never typed back.
    RecoveryUnconfirmed,
}

/// An open register of which this process is the writer.
pub struct Desk {
    /// Its folder.
    pub place: Place,
    /// Its connections.
    pub store: Store,
    /// Unit of the register.
    pub unit: Uuid,
    /// Practice office.
    pub practice: bool,
    pub(crate) log_id: Digest,
    pub(crate) log_key: SigningKey,
    pub(crate) keys: KeyFile,
    pub(crate) data: keys::DataKey,
    pub(crate) codes: Codes,
    pub(crate) witness: Arc<witness::Pen>,
    pub(crate) folded: AtomicUsize,
    _lock: File,
}

impl Desk {
    /// Opens the register in `place`.
    ///
    /// # Errors
    /// [`Error::NoRegister`], [`Error::Held`], [`Error::KeyMissing`], [`Error::KeyWrong`], [`Error::Newer`];
    /// [`Error::Damaged`] after the damaged file was moved aside.
    pub async fn open(place: &Place, opener: &Opener, now: DateTime<Utc>) -> Result<Self> {
        let keys = KeyFile::read(&place.keys())?;
        let lock = place.lock()?;
        let wrapped = keys.lock.as_ref().ok_or(Error::KeyMissing)?;
        let secrets = keys::unwrap(keys.register, wrapped, opener).await?;
        Self::open_with(place, keys, secrets, opener, lock, now).await
    }

    async fn open_with(
        place: &Place,
        keys: KeyFile,
        secrets: Secrets,
        opener: &Opener,
        lock: File,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        if !place.register().exists() {
            return Err(Error::NoRegister);
        }
        let store = match store::open(&place.register(), &place.attachments(), &secrets.data).await {
            // A key file is named by a person: another register's file makes this one look damaged.
            Err(e)
                if e.is_damage()
                    && matches!(opener, Opener::File(_))
                    && !witness::is_of(place, log_id(&secrets.log.verifying_key())) =>
            {
                return Err(Error::KeyWrong);
            }
            Err(e) if e.is_damage() => {
                let moved_to = place.move_aside(&now.format("%Y%m%d-%H%M%S").to_string())?;
                return Err(Error::Damaged { moved_to });
            }
            other => other?,
        };
        let unit = unit::settings(&mut *store.writer.lock().await).await?.map_or(keys.register, |(id, _, _)| id);
        let mut desk = Self {
            place: place.clone(),
            store,
            unit,
            practice: keys.practice,
            log_id: log_id(&secrets.log.verifying_key()),
            log_key: secrets.log.clone(),
            keys,
            data: secrets.data.clone(),
            codes: Codes::default(),
            witness: witness::Pen::new(place.clone()),
            folded: AtomicUsize::new(0),
            _lock: lock,
        };
        if let Some(reason) = desk.why_new_log().await? {
            desk.begin_log(reason, opener, secrets, now).await?;
        }
        Ok(desk)
    }

    /// Entries gone, or a folder that was opened elsewhere: the old log must not go on, it would fork.
    async fn why_new_log(&self) -> Result<Option<&'static str>> {
        let mut writer = self.store.writer.lock().await;
        if let Some(head) = witness::read(&self.place)
            && head.log == self.log_id
            && !log::holds(&mut writer, head.hash).await?
        {
            return Ok(Some("loss"));
        }
        Ok((!self.keys.machine.is_empty() && self.keys.machine != machine()).then_some("clone"))
    }

    /// Begins a new log after `reason` and lets the number series rest.
    pub(crate) async fn begin_log(
        &mut self,
        reason: &str,
        opener: &Opener,
        old: Secrets,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let previous = self.last_head().await?;
        let secrets = Secrets::with_new_log(old.data.clone());
        self.log_key = secrets.log.clone();
        self.log_id = log_id(&secrets.log.verifying_key());
        // The new key is kept before the first entry is signed with it.
        self.keys.lock = Some(keys::wrap(self.keys.register, &secrets, opener).await?);
        self.keys.machine = machine();
        self.keys.write(&self.place.keys())?;
        witness::forget(&self.place)?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, Act::new(Uuid::nil(), now)).await?;
        w.append(self.log_opened(reason, previous)).await?;
        if let Some((numbering, _)) = unit::numbering(&mut w.tx).await? {
            let period = loket_domain::number::period_key(w.at.date_naive(), numbering.reset);
            let last_known = unit::last_number(&mut w.tx, &numbering.counter_code, &period).await?;
            let tail = SeriesTail { period, last_known, last_on_paper: None };
            w.append(Fact::new(self.unit, kind::NUMBERING_FROZEN, &tail)).await?;
        }
        local::set(&mut w.tx, "opened_because", reason).await?;
        w.commit().await
    }

    pub(crate) fn log_opened(&self, reason: &str, previous: Option<LogHead>) -> Fact<'static> {
        let facts = LogOpened {
            public_key: Digest(*self.log_key.verifying_key().as_bytes()),
            program: store::PROGRAM.to_owned(),
            practice: self.practice,
            reason: reason.to_owned(),
            previous,
        };
        Fact::new(self.unit, kind::LOG_OPENED, &facts)
    }

    /// Head of this PC's log.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn last_head(&self) -> Result<Option<LogHead>> {
        let head = log::head(&mut *self.store.writer.lock().await, self.log_id).await?;
        Ok(head.map(|(seq, hash)| LogHead { log: self.log_id, seq, hash }))
    }

    /// What a person must know now.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn notices(&self, now: DateTime<Utc>) -> Result<Vec<Notice>> {
        let mut conn = self.reader().await?;
        let mut notices = Vec::new();
        if unit::numbering(&mut conn).await?.is_some_and(|(_, frozen)| frozen) {
            notices.push(match local::get(&mut conn, "opened_because").await?.as_deref() {
                Some("loss") => Notice::Witness,
                Some("clone") => Notice::Clone,
                _ => Notice::Restored,
            });
            notices.push(Notice::Frozen);
        }
        if clock_doubt(&mut conn, self.log_id, now).await? {
            notices.push(Notice::Clock);
        }
        if local::get(&mut conn, "recovery_confirmed").await?.as_deref() != Some("1") && !self.practice {
            notices.push(Notice::RecoveryUnconfirmed);
        }
        Ok(notices)
    }

    /// A connection that reads.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn reader(&self) -> Result<sqlx::pool::PoolConnection<sqlx::Sqlite>> {
        Ok(self.store.readers.acquire().await?)
    }

    /// The office's zone; WIB until it is set.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn zone(&self) -> Result<Zone> {
        let mut conn = self.reader().await?;
        Ok(unit::settings(&mut conn).await?.map_or(Zone::Wib, |(_, facts, _)| facts.zone))
    }

    /// `now` as the office writes it.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn local(&self, now: DateTime<Utc>) -> Result<DateTime<FixedOffset>> {
        Ok(calendar::local(now, self.zone().await?))
    }

    /// Notes that two blocks of the recovery key were typed back rightly.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn confirm_recovery(&self) -> Result<()> {
        local::set(&mut *self.store.writer.lock().await, "recovery_confirmed", "1").await
    }

    /// Checkpoints and closes; what was acknowledged is on disk in any case.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn close(self) -> Result<()> {
        self.witness.write_now();
        self.store.readers.close().await;
        self.store.writer.into_inner().close().await?;
        Ok(self.store.attachments.into_inner().close().await?)
    }
}

/// Does the clock contradict the register?
pub(crate) async fn clock_doubt(conn: &mut SqliteConnection, log_id: Digest, now: DateTime<Utc>) -> Result<bool> {
    let last = log::last_time(conn, log_id).await?;
    let last = last.and_then(|at| DateTime::parse_from_rfc3339(&at).ok());
    Ok(last.is_some_and(|last| now + SET_BACK < last || now > last + FAR_AHEAD))
}
