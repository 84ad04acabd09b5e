//! Complaints that may be told twice: hints while typing, links between complaints.
//!
//! An identity that is kept confidential feeds no hint, on neither side: a hint, or a link that follows from it, would
//! tell who the person is. Restricted content feeds hints of those only who may read it; void complaints are not offered.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::complaints::{self, Row};
use crate::store::reporters;
use crate::store::similar::{self, Wanted, candidates};
use crate::write::{self, Act, Fact, Write};
use chrono::{DateTime, Utc};
use loket_domain::complaint::Complaint;
use loket_domain::facts::{LinkFacts, kind};
use loket_domain::intake::ComplaintInput;
use loket_domain::person::{normalise_nik, normalise_phone};
use loket_domain::rights::Right;
use loket_domain::similar::{Likeness, Reason, Telling, Told, name_key, telling_words, weigh};
use loket_domain::vocabulary::{IdentityMode, State};
use std::collections::HashMap;
use uuid::Uuid;

/// Hints shown at once.
const SHOWN: usize = 3;
/// Words that are looked up.
const WORDS: usize = 14;

/// A complaint that may tell of the same.
#[derive(Debug)]
pub struct Hit {
    /// Its row.
    pub row: Row,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The officer chose to link this draft with it.
    pub linked: bool,
    /// Why nobody can join it: the code of a precondition; `None` when one can.
    pub merge_refused: Option<&'static str>,
}

/// What an officer says of a similar complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// *Tautkan*: the link is written with the registration.
    Link,
    /// The link is not wanted after all.
    Undecided,
    /// *Bukan aduan yang sama*: not shown again for this draft.
    Other,
}

impl Desk {
    /// Complaints like the one that is being typed, the likeliest first; chosen links always.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown officer, [`Error::Database`].
    pub async fn similar(
        &self,
        input: &ComplaintInput,
        draft: Uuid,
        officer: Uuid,
        now: DateTime<Utc>,
    ) -> Result<Vec<Hit>> {
        let viewer = self.viewer(officer).await?;
        let open = input.identity_mode == IdentityMode::Open;
        let shown = |text: &str| if open { text.to_owned() } else { String::new() };
        let (name, phone, nik) =
            (shown(&input.name), shown(&normalise_phone(&input.phone)), shown(&normalise_nik(&input.nik)));
        let received = input.received_at.map_or(now.timestamp(), |t| t.timestamp());
        let words = telling_words(&input.description, WORDS);
        let told = Told::new(&Telling {
            name: &name,
            phone: &phone,
            nik: &nik,
            description: &input.description,
            service: input.service,
            place: &input.event_place,
            event_date: input.event_date,
            received,
        });
        let key = name_key(&name);
        let wanted = Wanted {
            name: if key.contains(' ') { &key } else { "" },
            phone: if phone.len() > 6 { &phone } else { "" },
            nik: if nik.len() == 16 { &nik } else { "" },
            event_date: input.event_date,
            service: input.service,
            words: &words,
        };
        let mut conn = self.reader().await?;
        let choices = similar::choices(&mut conn, draft).await?;
        let mut best: HashMap<Uuid, Likeness> = HashMap::new();
        let (ids, tellings): (Vec<Uuid>, Vec<Told>) =
            candidates(&mut conn, &wanted, viewer).await?.into_iter().map(|c| (c.complaint, c.told)).unzip();
        for (id, found) in ids.into_iter().zip(weigh(&told, &tellings)) {
            let known = best.get(&id).is_some_and(|k| k.points >= found.points);
            if found.shown() && !known {
                best.insert(id, found);
            }
        }
        let links: Vec<Uuid> = choices.iter().filter(|(_, link)| *link).map(|(id, _)| *id).collect();
        let mut found: Vec<(Uuid, Likeness)> =
            best.into_iter().filter(|(id, _)| !choices.iter().any(|(c, _)| c == id)).collect();
        found.sort_by(|a, b| b.1.points.cmp(&a.1.points).then(b.0.cmp(&a.0)));
        found.truncate(SHOWN);
        let chosen = links.into_iter().map(|id| (id, Vec::new(), true));
        let mut hits = Vec::new();
        for (id, reasons, linked) in chosen.chain(found.into_iter().map(|(id, like)| (id, like.reasons, false))) {
            if let Some(row) = complaints::row(&mut conn, id).await? {
                let state = State::from_code(&row.state).unwrap_or(State::Closed);
                let merge_refused = merge_refused(state, row.imported);
                hits.push(Hit { row, reasons, linked, merge_refused });
            }
        }
        Ok(hits)
    }

    /// Remembers what the officer said of a similar complaint, in the draft.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a draft or complaint that is not there; [`Error::NotAllowed`] for content that this
    /// officer may not read.
    pub async fn choose_similar(&self, draft: Uuid, complaint: Uuid, choice: Choice, officer: Uuid) -> Result<()> {
        if !self.drafts(officer).await?.iter().any(|d| d.draft_id == draft) {
            return Err(Error::NotFound("draft"));
        }
        self.require_of(&self.known(complaint).await?, officer, Right::Tie).await?;
        let link = match choice {
            Choice::Link => Some(true),
            Choice::Other => Some(false),
            Choice::Undecided => None,
        };
        similar::choose(&mut *self.store.writer.lock().await, draft, complaint, link).await
    }

    /// Links two complaints; each keeps its number, clocks and receipts. The entry stands on `id`.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Precondition`] `same_complaint`, `needs_newer_program`.
    pub async fn link(&self, id: Uuid, other: Uuid, act: Act) -> Result<()> {
        if id == other {
            return Err(Error::Precondition("same_complaint"));
        }
        for side in [id, other] {
            self.require_of(&self.known(side).await?, act.officer, Right::Tie).await?;
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        write::complaint(&mut w.tx, id).await?;
        if reporters::linked(&mut w.tx, id).await?.contains(&other) {
            return Ok(());
        }
        w.link(id, other).await?;
        w.commit().await
    }

    /// Takes a link back, on whichever side it stands.
    ///
    /// # Errors
    /// As [`Desk::link`]; [`Error::NotFound`] when there is none.
    pub async fn unlink(&self, id: Uuid, other: Uuid, act: Act) -> Result<()> {
        for side in [id, other] {
            self.require_of(&self.known(side).await?, act.officer, Right::Tie).await?;
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let mut found = false;
        for (side, far) in [(id, other), (other, id)] {
            if write::complaint(&mut w.tx, side).await?.links.contains(&far) {
                w.append(Fact::new(side, kind::COMPLAINT_UNLINKED, &LinkFacts { other: far })).await?;
                found = true;
            }
        }
        if found { w.commit().await } else { Err(Error::NotFound("link")) }
    }

    /// Rows of the complaints linked with this one, oldest first, for this officer's eyes.
    ///
    /// # Errors
    /// [`Error::Database`], [`Error::NotFound`] for an unknown officer.
    pub async fn linked(&self, id: Uuid, officer: Uuid) -> Result<Vec<Row>> {
        let viewer = self.viewer(officer).await?;
        let mut conn = self.reader().await?;
        let mut rows = Vec::new();
        for other in reporters::linked(&mut conn, id).await? {
            rows.extend(complaints::row_for(&mut conn, other, viewer).await?);
        }
        Ok(rows)
    }

    pub(crate) async fn known(&self, id: Uuid) -> Result<Complaint> {
        write::complaint(&mut *self.reader().await?, id).await
    }
}

impl Write<'_> {
    /// Appends a link.
    pub(crate) async fn link(&mut self, id: Uuid, other: Uuid) -> Result<()> {
        self.append(Fact::new(id, kind::COMPLAINT_LINKED, &LinkFacts { other })).await?;
        Ok(())
    }
}

/// Why nobody can join this complaint, as a precondition; a decided or closed one can only be linked, and so can one of
/// an old register, which has no number that the person could be told.
pub(crate) const fn merge_refused(state: State, imported: bool) -> Option<&'static str> {
    match state {
        State::Received if imported => Some("merge_imported"),
        State::Received => None,
        State::Answered => Some("merge_answered"),
        State::Closed => Some("merge_closed"),
        State::Voided => Some("voided"),
    }
}
