//! Steps after registering: note, answer, closing; both sheets signed, Lembar 1 handed over; identity opened.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::receipt::voice;
use crate::store::reporters;
use crate::write::{self, Act, Fact, Write};
use chrono::{DateTime, FixedOffset, NaiveDate};
use loket_domain::complaint::Complaint;
use loket_domain::facts::{
    AnsweredFacts, ClassifiedFacts, ClosedFacts, ComplaintIdentity, HandedOverFacts, OfReporter, RecipientIdentity,
    TextMatter, kind,
};
use loket_domain::intake::{FieldError, MAX_DESCRIPTION};
use loket_domain::rights::Right;
use loket_domain::text;
use loket_domain::vocabulary::{Classification, Conveyance};
use uuid::Uuid;

/// A step as an officer records it.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// *Catatan*.
    Note {
        /// What was noted.
        text: String,
    },
    /// *Ditanggapi*: an answer reached the complainant; stops the 14 days of Ps44(3).
    Answered {
        /// When it reached the person.
        conveyed_at: DateTime<FixedOffset>,
        /// How.
        by: Conveyance,
        /// Who took it.
        recipient: String,
        /// What was answered.
        text: String,
    },
    /// *Selesai*.
    Closed {
        /// Day of the end.
        date: NaiveDate,
        /// The result.
        result: String,
        /// Solved at the counter.
        at_counter: bool,
        /// The complainant agreed.
        agreed: bool,
    },
}

impl Desk {
    /// Sets the class. *Berkadar pengawasan* restricts the content at once, for good; an older program that would show it
    /// openly appends nothing more.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Precondition`] `voided`, `nothing_changed`.
    pub async fn classify(&self, id: Uuid, class: Classification, act: Act) -> Result<()> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if crate::store::log::request_done(&mut w.tx, act.request).await? {
            return Ok(());
        }
        let complaint = write::complaint(&mut w.tx, id).await?;
        self.require_of(&complaint, act.officer, Right::Classify).await?;
        if complaint.void_reason.is_some() {
            return Err(Error::Precondition("voided"));
        }
        if complaint.facts.classification == Some(class) {
            return Err(Error::Precondition("nothing_changed"));
        }
        let supervisory = class == Classification::Supervisory;
        let facts = ClassifiedFacts { classification: class, restricted: supervisory.then_some(true) };
        let fact = Fact::new(id, kind::COMPLAINT_CLASSIFIED, &facts);
        w.append(if supervisory { fact.must() } else { fact }).await?;
        w.take_over(self, &complaint).await?;
        w.commit().await
    }

    /// Records a step. The same request twice is one step. An answer reaches the reporter whom `id` names: the first one
    /// by the complaint's id, a further one by their own.
    ///
    /// # Errors
    /// [`Error::Invalid`]; [`Error::NotAllowed`]; [`Error::Precondition`] `voided` or `accused_officer` (Ps45).
    pub async fn step(&self, id: Uuid, step: &Step, act: Act) -> Result<()> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if crate::store::log::request_done(&mut w.tx, act.request).await? {
            return Ok(());
        }
        self.step_in(&mut w, id, step).await?;
        w.commit().await
    }

    /// Records a step within an open transaction.
    ///
    /// # Errors
    /// As [`Desk::step`].
    pub async fn step_in(&self, w: &mut Write<'_>, id: Uuid, step: &Step) -> Result<()> {
        let (id, reporter) = reporters::whose(&mut w.tx, id).await?.unwrap_or((id, None));
        let complaint = voice(write::complaint(&mut w.tx, id).await?, reporter)?;
        check(step, &complaint, w.act.officer, w.at)?;
        self.require_of(&complaint, w.act.officer, Right::Step).await?;
        let fact = match step {
            Step::Note { text } => Fact::new(id, kind::COMPLAINT_NOTED, &()).matter(&words(text)),
            Step::Answered { conveyed_at, by, recipient, text } => {
                let facts = AnsweredFacts { conveyed_at: conveyed_at.to_rfc3339(), by: *by, reporter };
                let recipient = RecipientIdentity { recipient: text::clean(recipient) };
                Fact::new(id, kind::COMPLAINT_ANSWERED, &facts).identity(&recipient).matter(&words(text))
            }
            Step::Closed { date, result, at_counter, agreed } => {
                let facts = ClosedFacts { date: *date, at_counter: *at_counter, agreed: *agreed };
                Fact::new(id, kind::COMPLAINT_CLOSED, &facts).matter(&words(result))
            }
        };
        w.append(fact).await?;
        w.take_over(self, &complaint).await
    }

    /// Both sheets were signed by complainant and officer. `id` may be a further reporter's.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn record_signed(&self, id: Uuid, act: Act) -> Result<()> {
        let fact = |id, reporter| Fact::new(id, kind::RECEIPT_SIGNED, &OfReporter { reporter });
        self.record_once(id, |c| c.signed, fact, act).await
    }

    /// Lembar 1 was handed over: every print after it is a copy. `id` may be a further reporter's.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Precondition`] `not_printed` before any print.
    pub async fn record_handed_over(&self, id: Uuid, by: Conveyance, act: Act) -> Result<()> {
        let fact = |id, reporter| Fact::new(id, kind::RECEIPT_HANDED_OVER, &HandedOverFacts { by, reporter });
        self.record_once(id, |c| c.handed_over.is_some(), fact, act).await
    }

    async fn record_once(
        &self,
        id: Uuid,
        done: fn(&Complaint) -> bool,
        fact: impl FnOnce(Uuid, Option<Uuid>) -> Fact<'static>,
        act: Act,
    ) -> Result<()> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let (id, reporter) = reporters::whose(&mut w.tx, id).await?.ok_or(Error::NotFound("complaint"))?;
        let complaint = voice(write::complaint(&mut w.tx, id).await?, reporter)?;
        if done(&complaint) {
            return Ok(());
        }
        self.require_of(&complaint, act.officer, Right::Papers).await?;
        if complaint.prints.is_empty() {
            return Err(Error::Precondition("not_printed"));
        }
        w.append(fact(id, reporter)).await?;
        w.commit().await
    }

    /// Opens the identity of a reporter, which is an entry; with *dirahasiakan*, and by those who do not work at the
    /// counter, for a reason.
    ///
    /// # Errors
    /// [`Error::NotAllowed`], [`Error::Invalid`] without a reason.
    pub async fn open_identity(&self, id: Uuid, reason: &str, act: Act) -> Result<ComplaintIdentity> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let (id, reporter) = reporters::whose(&mut w.tx, id).await?.ok_or(Error::NotFound("complaint"))?;
        let complaint = voice(write::complaint(&mut w.tx, id).await?, reporter)?;
        let rights = self.rights(&complaint, act.officer).await?;
        if !rights.may(Right::OpenIdentity) {
            return Err(Error::NotAllowed);
        }
        let identity = complaint.identity.clone().ok_or(Error::NotFound("identity"))?;
        let reason = text::clean(reason);
        if reason.is_empty() && rights.asks_reason(complaint.identity_mode()) {
            return Err(Error::Invalid(vec![FieldError::new("reason", "required")]));
        }
        let viewed = Fact::new(id, kind::IDENTITY_VIEWED, &OfReporter { reporter });
        w.append(if reason.is_empty() { viewed } else { viewed.matter(&TextMatter { text: reason }) }).await?;
        w.commit().await?;
        Ok(identity)
    }
}

fn words(text: &str) -> TextMatter {
    TextMatter { text: text::clean(text) }
}

fn check(step: &Step, complaint: &Complaint, officer: Uuid, now: DateTime<FixedOffset>) -> Result<()> {
    if complaint.void_reason.is_some() {
        return Err(Error::Precondition("voided"));
    }
    let accused = complaint.matter.as_ref().and_then(|m| m.accused_officer) == Some(officer);
    if accused && !matches!(step, Step::Note { .. }) {
        return Err(Error::Precondition("accused_officer"));
    }
    let received = complaint.facts.received_at.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let mut errors = Vec::new();
    let (field, text) = match step {
        Step::Note { text } => ("text", text),
        Step::Answered { conveyed_at, text, .. } => {
            if *conveyed_at > now {
                errors.push(FieldError::new("date", "future"));
            } else if received.is_some_and(|r| conveyed_at.timestamp() / 60 < r.timestamp() / 60) {
                errors.push(FieldError::new("date", "before_received"));
            }
            ("text", text)
        }
        Step::Closed { date, result, .. } => {
            if *date > now.date_naive() {
                errors.push(FieldError::new("date", "future"));
            } else if received.is_some_and(|r| *date < r.date_naive()) {
                errors.push(FieldError::new("date", "before_received"));
            }
            ("result", result)
        }
    };
    let length = text::clean(text).chars().count();
    if length == 0 {
        errors.push(FieldError::new(field, "required"));
    } else if length > MAX_DESCRIPTION {
        errors.push(FieldError::new(field, "too_long"));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
}
