//! Correcting and voiding: old values stay in the log, a number is never used again.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::log;
use crate::write::{self, Act, Fact};
use loket_domain::complaint::{Changes, changes};
use loket_domain::facts::{TextMatter, kind};
use loket_domain::intake::{self, ComplaintInput, FieldError};
use loket_domain::rights::Right;
use loket_domain::text;
use loket_domain::vocabulary::Classification;
use serde_json::{Map, json};
use uuid::Uuid;

impl Desk {
    /// Corrects fields of a complaint; what did not change is not written. A changed received time counts the 14 days
    /// anew; only the manager may move it. What is *berkadar pengawasan* stays restricted.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::NotAllowed`], [`Error::Precondition`] `voided` or `nothing_changed`.
    pub async fn correct(&self, id: Uuid, input: &ComplaintInput, act: Act) -> Result<Changes> {
        let mut writer = self.store.writer.lock().await;
        if log::answered_request(&mut writer, act.request, kind::COMPLAINT_CORRECTED).await?.is_some() {
            return Ok(Changes::default());
        }
        let mut w = self.write(&mut writer, act).await?;
        let complaint = write::complaint(&mut w.tx, id).await?;
        let rights = self.rights(&complaint, act.officer).await?;
        if !rights.may(Right::Correct) {
            return Err(Error::NotAllowed);
        }
        if complaint.void_reason.is_some() {
            return Err(Error::Precondition("voided"));
        }
        let mut input = self.with_names(&mut w, input).await?;
        let before = complaint.intake();
        // A form has no seconds: a received time of the same minute is the same time.
        let old_received =
            before.facts.received_at.as_deref().and_then(|t| chrono::DateTime::parse_from_rfc3339(t).ok());
        if input.received_at.is_none_or(|t| old_received.is_some_and(|old| old.timestamp() / 60 == t.timestamp() / 60))
        {
            input.received_at = old_received;
        }
        input.restricted |= complaint.facts.classification == Some(Classification::Supervisory);
        let mut after = intake::parse(&input, w.at).map_err(Error::Invalid)?;
        after.facts.answer_due = if after.facts.received_at == before.facts.received_at {
            before.facts.answer_due
        } else if rights.may(Right::Manage) {
            Some(w.answer_due(after.facts.received_at.as_deref()).await?)
        } else {
            return Err(Error::NotAllowed);
        };
        let changed = changes(&before, &after);
        if changed.is_empty() {
            return Err(Error::Precondition("nothing_changed"));
        }
        w.append(Fact {
            subject: id,
            kind: kind::COMPLAINT_CORRECTED,
            must: false,
            facts: changed.facts.clone(),
            identity: changed.identity.clone(),
            matter: changed.matter.clone(),
        })
        .await?;
        // This program never received an imported complaint: it has no receipt to give.
        if complaint.imported.is_none() && write::complaint(&mut w.tx, id).await?.corrections > complaint.corrections {
            w.make_receipt(id, self.practice).await?;
        }
        w.take_over(self, &complaint).await?;
        w.commit().await?;
        Ok(changed)
    }

    /// Strikes a complaint with a reason; its number stays used.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a reason, [`Error::NotAllowed`], [`Error::Precondition`] `voided`.
    pub async fn void(&self, id: Uuid, reason: &str, act: Act) -> Result<()> {
        self.set_void(id, reason, true, act).await
    }

    /// Takes a void back, with a reason.
    ///
    /// # Errors
    /// As [`Desk::void`]; [`Error::Precondition`] `not_voided`.
    pub async fn unvoid(&self, id: Uuid, reason: &str, act: Act) -> Result<()> {
        self.set_void(id, reason, false, act).await
    }

    async fn set_void(&self, id: Uuid, reason: &str, voided: bool, act: Act) -> Result<()> {
        let reason = text::clean(reason);
        if reason.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("reason", "required")]));
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let complaint = write::complaint(&mut w.tx, id).await?;
        let right = if complaint.handed_over.is_some() { Right::Manage } else { Right::Correct };
        self.require_of(&complaint, act.officer, right).await?;
        match (complaint.void_reason.is_some(), voided) {
            (true, true) => return Err(Error::Precondition("voided")),
            (false, false) => return Err(Error::Precondition("not_voided")),
            _ => {}
        }
        let kind = if voided { kind::COMPLAINT_VOIDED } else { kind::COMPLAINT_UNVOIDED };
        let facts = Map::from_iter([("voided".to_owned(), json!(voided))]);
        w.append(Fact::new(id, kind, &facts).matter(&TextMatter { text: reason }).must()).await?;
        w.commit().await
    }
}
