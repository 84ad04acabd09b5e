//! One complaint in full: its fold, its row, and the timeline of its entries with old and new values.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::receipt::voice;
use crate::rights::Rights;
use crate::store::complaints::{self, Row};
use crate::store::{log, reporters};
use loket_domain::complaint::{Complaint, text_of};
use loket_domain::entry::{Digest, PartName};
use loket_domain::facts::kind;
use loket_domain::fold::{Opened, causal_order};
use loket_domain::rights::Right;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A complaint with all that a pane shows.
pub struct Detail {
    /// The fold.
    pub complaint: Complaint,
    /// Its row in lists.
    pub row: Row,
    /// Entries, newest first.
    pub timeline: Vec<Item>,
    /// What this officer may do with it.
    pub rights: Rights,
    /// Rows of linked complaints.
    pub links: Vec<Row>,
    /// Further reporters: place among all, and the complaint as each knows it.
    pub others: Vec<(u32, Detail)>,
}

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The entry.
    pub entry: Digest,
    /// Its kind.
    pub kind: String,
    /// RFC 3339.
    pub at: String,
    /// Who acted.
    pub actor: Uuid,
    /// The text of a note, answer, result or reason.
    pub text: String,
    /// Facts of the body.
    pub facts: serde_json::Map<String, Value>,
    /// Corrected fields: old and new value. Values of a closed part are left out for those without the right.
    pub changes: Vec<Change>,
}

/// One corrected field.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Field name.
    pub field: String,
    /// Value before.
    pub before: Value,
    /// Value after.
    pub after: Value,
    /// It belongs to the identity.
    pub identity: bool,
}

impl Desk {
    /// Reads one complaint for this officer's eyes. The id of a further reporter gives the complaint as that one knows it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn detail(&self, id: Uuid, officer: Uuid) -> Result<Detail> {
        let (id, reporter, entries, row) = {
            let mut conn = self.reader().await?;
            let (id, reporter) = reporters::whose(&mut conn, id).await?.ok_or(Error::NotFound("complaint"))?;
            (id, reporter, log::of_subject(&mut conn, id).await?, complaints::row(&mut conn, id).await?)
        };
        let whole = Complaint::from_entries(id, &entries).ok_or(Error::NotFound("complaint"))?;
        let row = row.ok_or(Error::NotFound("complaint"))?;
        let mut others = Vec::new();
        for who in whole.reporters.iter().filter(|_| reporter.is_none()) {
            let own = voice(whole.clone(), Some(who.id))?;
            others.push((who.place, self.seen(own, row.clone(), officer).await?));
        }
        let timeline = timeline(&entries);
        let seen = self.seen(voice(whole, reporter)?, row, officer).await?;
        Ok(Detail { timeline, others, links: self.linked(id, officer).await?, ..seen })
    }

    /// What this officer may do with a complaint, without its surroundings.
    async fn seen(&self, complaint: Complaint, row: Row, officer: Uuid) -> Result<Detail> {
        let rights = self.rights(&complaint, officer).await?;
        let row = if rights.may(Right::Read) { row } else { row.closed() };
        Ok(Detail { rights, links: Vec::new(), others: Vec::new(), timeline: Vec::new(), row, complaint })
    }

    /// A complaint by number, tracking code or id.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn find(&self, reference: &str) -> Result<Uuid> {
        complaints::find(&mut *self.reader().await?, reference).await?.ok_or(Error::NotFound("complaint"))
    }
}

/// Entries newest first; corrections with the value that each field had before.
fn timeline(entries: &[Opened]) -> Vec<Item> {
    let mut known: BTreeMap<(bool, String), Value> = BTreeMap::new();
    let mut items = Vec::new();
    for entry in causal_order(entries) {
        let registered = [kind::COMPLAINT_REGISTERED, kind::COMPLAINT_IMPORTED].contains(&entry.body.kind.as_str());
        let corrected = entry.body.kind == kind::COMPLAINT_CORRECTED;
        let mut changes = Vec::new();
        if registered || corrected {
            let parts = entry.parts.iter().map(|(name, map)| (*name == PartName::Identity, map));
            for (identity, map) in std::iter::once((false, &entry.body.facts)).chain(parts) {
                for (field, after) in map {
                    let before = known.insert((identity, field.clone()), after.clone());
                    if corrected {
                        changes.push(Change {
                            field: field.clone(),
                            before: before.unwrap_or(Value::Null),
                            after: after.clone(),
                            identity,
                        });
                    }
                }
            }
        }
        items.push(Item {
            entry: entry.hash,
            kind: entry.body.kind.clone(),
            at: entry.body.at.clone(),
            actor: entry.body.actor,
            text: if registered || corrected { String::new() } else { text_of(entry) },
            facts: entry.body.facts.clone(),
            changes,
        });
    }
    items.reverse();
    items
}
