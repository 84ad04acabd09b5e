//! Officers and settings: signing in with a PIN, adding people, changing what the office says of itself.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::unit::{self, Officer, Service};
use crate::store::{local, log};
use crate::write::{Act, Fact, Write};
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use loket_domain::facts::{
    HolidayFacts, OfficerFacts, OfficerMatter, PinResetFacts, SeriesTail, ServiceFacts, TextMatter, UnitFacts,
    UnitMatter, kind,
};
use loket_domain::intake::FieldError;
use loket_domain::number;
use loket_domain::office::pin_error;
use loket_domain::rights::Right;
use loket_domain::text;
use loket_domain::vocabulary::Role;
use uuid::Uuid;

/// Wrong tries before the first wait.
const FREE_TRIES: i64 = 4;
/// Longest wait in minutes.
const LONGEST_WAIT: i64 = 60;

/// What came of a try to sign in.
#[derive(Clone, Debug, PartialEq)]
pub enum SignIn {
    /// The right PIN.
    Welcome(Officer),
    /// Not the PIN; tries left before a wait begins.
    Wrong {
        /// Tries before the next wait.
        tries_left: i64,
    },
    /// Wait before the next try.
    Wait {
        /// Seconds.
        seconds: i64,
    },
}

/// argon2id with OWASP's floor (19 MiB, 2 passes, 1 lane): a switch of officers stays under two seconds on an old PC.
fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|_| Error::KeyWrong)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The verifier of a PIN, a PHC string. Blocks for tens of milliseconds.
pub(crate) fn verifier(pin: &str) -> Result<String> {
    let salt = SaltString::encode_b64(&crate::keys::random_bytes::<16>()).map_err(|_| Error::KeyWrong)?;
    Ok(hasher()?.hash_password(pin.as_bytes(), &salt).map_err(|_| Error::KeyWrong)?.to_string())
}

impl Desk {
    /// Officers who may sign in, in the order in which they were added.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn officers(&self) -> Result<Vec<Officer>> {
        let mut conn = self.reader().await?;
        Ok(unit::officers(&mut conn).await?.into_iter().filter(|o| o.facts.active).collect())
    }

    /// One officer, left or not.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn officer(&self, id: Uuid) -> Result<Officer> {
        let mut conn = self.reader().await?;
        unit::officers(&mut conn).await?.into_iter().find(|o| o.id == id).ok_or(Error::NotFound("officer"))
    }

    /// Tries a PIN. Wrong tries are counted on disk: a restart does not shorten a wait.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an officer who left or never was.
    pub async fn sign_in(&self, officer: Uuid, pin: &str, now: DateTime<Utc>) -> Result<SignIn> {
        let person = self.officer(officer).await?;
        let mut conn = self.store.writer.lock().await;
        let stored = local::pin(&mut conn, officer).await?;
        let (stored, wrong, wait_until) = stored.filter(|_| person.facts.active).ok_or(Error::NotFound("officer"))?;
        if let Some(until) = wait_until.and_then(|t| DateTime::parse_from_rfc3339(&t).ok())
            && now < until
            && until.to_utc() - now <= TimeDelta::minutes(LONGEST_WAIT)
        {
            return Ok(SignIn::Wait { seconds: (until.to_utc() - now).num_seconds().max(1) });
        }
        let typed = pin.to_owned();
        let fits = tokio::task::spawn_blocking(move || {
            let hash = PasswordHash::new(&stored).map_err(|_| Error::KeyWrong)?;
            Ok::<_, Error>(hasher()?.verify_password(typed.as_bytes(), &hash).is_ok())
        })
        .await??;
        if fits {
            local::set_tries(&mut conn, officer, 0, None).await?;
            return Ok(SignIn::Welcome(person));
        }
        let wrong = wrong + 1;
        if wrong < FREE_TRIES {
            local::set_tries(&mut conn, officer, wrong, None).await?;
            return Ok(SignIn::Wrong { tries_left: FREE_TRIES - wrong });
        }
        let minutes = (1_i64 << (wrong - FREE_TRIES).min(6)).min(LONGEST_WAIT);
        let until = now + TimeDelta::minutes(minutes);
        local::set_tries(&mut conn, officer, wrong, Some(until.to_rfc3339())).await?;
        Ok(SignIn::Wait { seconds: minutes * 60 })
    }

    /// Changes the office's settings.
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::Database`].
    pub async fn change_unit(&self, facts: &UnitFacts, matter: &UnitMatter, act: Act) -> Result<()> {
        self.require(act.officer, Right::Settings).await?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        w.append(Fact::new(self.unit, kind::UNIT_CHANGED, facts).matter(matter)).await?;
        w.commit().await
    }

    /// Adds an officer (`id` none) or changes one, and sets a new PIN where one is given.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::NotAllowed`]; [`Error::Precondition`] `last_administrator`.
    pub async fn set_officer(
        &self,
        id: Option<Uuid>,
        facts: &OfficerFacts,
        matter: &OfficerMatter,
        pin: Option<&str>,
        act: Act,
    ) -> Result<Uuid> {
        self.require(act.officer, Right::Settings).await?;
        let mut errors = Vec::new();
        if text::clean(&matter.name).is_empty() {
            errors.push(FieldError::new("name", "required"));
        }
        if facts.roles.is_empty() {
            errors.push(FieldError::new("roles", "required"));
        }
        if let Some(code) = pin.map_or_else(|| id.is_none().then_some("required"), pin_error) {
            errors.push(FieldError::new("pin", code));
        }
        if !errors.is_empty() {
            return Err(Error::Invalid(errors));
        }
        let stays = facts.active && facts.roles.contains(&Role::Administrator);
        let others = self.officers().await?.iter().any(|o| Some(o.id) != id && o.is(Role::Administrator));
        if !stays && !others {
            return Err(Error::Precondition("last_administrator"));
        }
        let verifier = match pin.map(str::to_owned) {
            Some(pin) => Some(tokio::task::spawn_blocking(move || verifier(&pin)).await??),
            None => None,
        };
        let subject = id.unwrap_or_else(Uuid::now_v7);
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        w.append(Fact::new(subject, kind::OFFICER_CHANGED, facts).matter(matter)).await?;
        if let Some(verifier) = verifier {
            if id.is_some() {
                w.append(Fact::new(subject, kind::PIN_RESET, &PinResetFacts { by_recovery_key: false })).await?;
            }
            local::set_pin(&mut w.tx, subject, &verifier).await?;
        }
        w.commit().await?;
        Ok(subject)
    }

    /// Services of the office, inactive ones too.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn services(&self) -> Result<Vec<Service>> {
        unit::services(&mut *self.reader().await?).await
    }

    /// Brings the list of services to `wanted`: renamed, added (nil id), deactivated; none is ever deleted.
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::Database`].
    pub async fn set_services(&self, wanted: &[Service], act: Act) -> Result<()> {
        self.require(act.officer, Right::Choices).await?;
        let old = self.services().await?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        for (rank, service) in (0..).zip(wanted) {
            let name = text::clean(&service.name);
            let place = old.iter().position(|o| o.id == service.id);
            let same = place.is_some_and(|p| {
                u32::try_from(p).ok() == Some(rank) && old[p].name == name && old[p].active == service.active
            });
            if same || name.is_empty() {
                continue;
            }
            let id = if service.id.is_nil() { Uuid::now_v7() } else { service.id };
            let facts = ServiceFacts { active: service.active, rank };
            w.append(Fact::new(id, kind::SERVICE_CHANGED, &facts).matter(&TextMatter { text: name })).await?;
        }
        w.commit().await
    }

    /// Adds a local day off and counts running deadlines anew.
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::Invalid`].
    pub async fn add_holiday(&self, date: NaiveDate, name: &str, act: Act) -> Result<()> {
        self.require(act.officer, Right::Settings).await?;
        let name = text::clean(name);
        if name.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("name", "required")]));
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        w.append(
            Fact::new(Uuid::now_v7(), kind::HOLIDAY_ADDED, &HolidayFacts { date }).matter(&TextMatter { text: name }),
        )
        .await?;
        w.refold_running().await?;
        w.commit().await
    }

    /// The series goes on after the last number found on paper.
    ///
    /// # Errors
    /// [`Error::Precondition`] `not_frozen`; [`Error::Invalid`] when the number is below what the register knows or
    /// beyond reason.
    pub async fn resume_numbers(&self, last_on_paper: u32, act: Act) -> Result<()> {
        self.require(act.officer, Right::Register).await?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let Some((numbering, true)) = unit::numbering(&mut w.tx).await? else {
            return Err(Error::Precondition("not_frozen"));
        };
        let period = number::period_key(w.at.date_naive(), numbering.reset);
        let last_known = unit::last_number(&mut w.tx, &numbering.counter_code, &period).await?;
        if last_on_paper < last_known || last_on_paper > last_known + 100_000 {
            let error =
                FieldError { detail: Some(last_known.to_string()), ..FieldError::new("lastOnPaper", "impossible") };
            return Err(Error::Invalid(vec![error]));
        }
        let tail = SeriesTail { period, last_known, last_on_paper: Some(last_on_paper) };
        w.append(Fact::new(self.unit, kind::NUMBERING_RESUMED, &tail)).await?;
        w.commit().await
    }

    /// A choice that an officer made, JSON.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn preference(&self, officer: Uuid, key: &str) -> Result<Option<String>> {
        local::preference(&mut *self.reader().await?, officer, key).await
    }

    /// Remembers a choice.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn set_preference(&self, officer: Uuid, key: &str, value: &str) -> Result<()> {
        local::set_preference(&mut *self.store.writer.lock().await, officer, key, value).await
    }

    /// The office's settings.
    ///
    /// # Errors
    /// [`Error::NotFound`] before the first entries.
    pub async fn settings(&self) -> Result<(UnitFacts, UnitMatter)> {
        let mut conn = self.reader().await?;
        let (_, facts, matter) = unit::settings(&mut conn).await?.ok_or(Error::NotFound("unit"))?;
        Ok((facts, matter))
    }

    /// Entries in the register.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn entries(&self) -> Result<i64> {
        log::count(&mut *self.reader().await?).await
    }
}

impl Write<'_> {
    /// Folds complaints whose clock runs anew: the calendar changed.
    async fn refold_running(&mut self) -> Result<()> {
        for subject in crate::store::complaints::running(&mut self.tx).await? {
            self.touch(subject);
        }
        Ok(())
    }
}
