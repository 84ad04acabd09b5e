//! Several people under one number: joining a complaint, and becoming a complaint of one's own again.

use crate::duplicates::merge_refused;
use crate::error::{Error, Result};
use crate::open::Desk;
use crate::register::{Registered, registered};
use crate::store::{local, log, reporters};
use crate::write::{self, Act, Fact};
use loket_domain::complaint::{Complaint, object};
use loket_domain::facts::{AnsweredFacts, LinkFacts, RecipientIdentity, SeparatedFacts, TextMatter, joined, kind};
use loket_domain::intake::{ComplaintInput, FieldError};
use loket_domain::rights::Right;
use loket_domain::text;
use loket_domain::tracking::TrackingCode;
use loket_domain::vocabulary::State;
use uuid::Uuid;

impl Desk {
    /// *Gabungkan*: the person of this form becomes a further reporter of `into`, with a received time, clock, receipt and
    /// tracking code of their own. The answer carries the id of the reporter and the number of the complaint.
    ///
    /// # Errors
    /// As [`Desk::register`]; [`Error::NotAllowed`]; [`Error::Precondition`] `merge_answered`, `merge_closed`, `voided`,
    /// `merge_imported` for a complaint that can only be linked, `merge_restricted` for restricted words under a number that is not.
    pub async fn merge(&self, into: Uuid, input: &ComplaintInput, draft: Option<Uuid>, act: Act) -> Result<Registered> {
        let mut writer = self.store.writer.lock().await;
        if let Some(done) = log::answered_request(&mut writer, act.request, kind::REPORTER_JOINED).await? {
            let complaint = write::complaint(&mut writer, done).await?;
            let who = complaint.reporters.iter().find(|r| r.request == act.request).map(|r| r.id);
            return joined_as(&complaint, who.ok_or(Error::NotFound("reporter"))?);
        }
        let mut w = self.write(&mut writer, act).await?;
        let complaint = write::complaint(&mut w.tx, into).await?;
        self.require_of(&complaint, act.officer, Right::Tie).await?;
        if let Some(why) = refused(&complaint) {
            return Err(Error::Precondition(why));
        }
        let mut intake = self.intake(&mut w, input).await?;
        if intake.facts.restricted == Some(true) && complaint.facts.restricted != Some(true) {
            return Err(Error::Precondition("merge_restricted"));
        }
        let told = w.tracking_code(&self.codes).await?;
        w.promise(&mut intake, Some(told)).await?;
        let reporter = Uuid::now_v7();
        w.append(Fact {
            subject: into,
            kind: kind::REPORTER_JOINED,
            must: true,
            facts: joined(reporter, &intake.facts),
            identity: object(&intake.identity),
            matter: object(&intake.matter),
        })
        .await?;
        if let Some(draft) = draft {
            let files = local::attachments(&mut w.tx, draft).await?;
            w.add_attachments(into, &files).await?;
            local::delete_draft(&mut w.tx, draft).await?;
        }
        w.make_receipt_for(into, Some(reporter), self.practice).await?;
        let done = joined_as(&write::complaint(&mut w.tx, into).await?, reporter)?;
        w.commit().await?;
        Ok(done)
    }

    /// *Pisahkan*: a further reporter becomes a complaint of their own under the next number, linked with the former one.
    /// Received time, clock, tracking code and a conveyed answer stay. The complaint keeps the reporter's id.
    ///
    /// # Errors
    /// [`Error::NotFound`] for who is no further reporter; [`Error::Invalid`] without a reason; [`Error::NotAllowed`];
    /// [`Error::Precondition`] `voided`; [`Error::SeriesFrozen`].
    pub async fn separate(&self, reporter: Uuid, reason: &str, act: Act) -> Result<Registered> {
        let reason = text::clean(reason);
        if reason.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("reason", "required")]));
        }
        let mut writer = self.store.writer.lock().await;
        if let Some(id) = log::answered_request(&mut writer, act.request, kind::COMPLAINT_REGISTERED).await? {
            return registered(&mut writer, id).await;
        }
        let mut w = self.write(&mut writer, act).await?;
        let Some((former, Some(_))) = reporters::whose(&mut w.tx, reporter).await? else {
            return Err(Error::NotFound("reporter"));
        };
        let complaint = write::complaint(&mut w.tx, former).await?;
        self.require_of(&complaint, act.officer, Right::Tie).await?;
        if complaint.void_reason.is_some() {
            return Err(Error::Precondition("voided"));
        }
        let own = complaint.of_reporter(reporter).ok_or(Error::NotFound("reporter"))?;
        let mut intake = own.intake();
        let told = complaint.reporters.iter().find(|r| r.id == reporter).and_then(|r| r.matter.as_ref());
        intake.matter.subject = told.and_then(|matter| matter.subject.clone());
        w.number_for("", &mut intake, self.practice).await?;
        let facts = SeparatedFacts { reporter, complaint: reporter };
        w.append(Fact::new(former, kind::REPORTER_SEPARATED, &facts).matter(&TextMatter { text: reason }).must())
            .await?;
        let fact = Fact::new(reporter, kind::COMPLAINT_REGISTERED, &intake.facts);
        w.append(fact.identity(&intake.identity).matter(&intake.matter)).await?;
        w.append(Fact::new(reporter, kind::COMPLAINT_LINKED, &LinkFacts { other: former })).await?;
        if let Some(answer) = own.answered {
            let facts = AnsweredFacts { conveyed_at: answer.conveyed_at, by: answer.by, reporter: None };
            let fact = Fact::new(reporter, kind::COMPLAINT_ANSWERED, &facts);
            let fact = fact.identity(&RecipientIdentity { recipient: answer.recipient });
            w.append(fact.matter(&TextMatter { text: answer.text })).await?;
        }
        w.make_receipt(reporter, self.practice).await?;
        w.commit().await?;
        registered(&mut writer, reporter).await
    }
}

/// Why nobody can join; once somebody was answered, further people are linked.
fn refused(complaint: &Complaint) -> Option<&'static str> {
    let state = if complaint.answered.is_some() { State::Answered } else { complaint.state() };
    merge_refused(state, complaint.imported.is_some())
}

/// What the officer tells a further reporter.
fn joined_as(complaint: &Complaint, reporter: Uuid) -> Result<Registered> {
    let own = complaint.of_reporter(reporter).ok_or(Error::NotFound("reporter"))?;
    let tracking = own.matter.and_then(|m| m.tracking).unwrap_or_default();
    let tracking = tracking.parse::<TrackingCode>().map(|t| t.to_string()).unwrap_or(tracking);
    Ok(Registered { id: reporter, number: own.facts.number.unwrap_or_default(), tracking })
}
