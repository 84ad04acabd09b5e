//! A complaint: the fold of its entries, read into types.

use crate::checks::{self, Reception, Stated};
use crate::entry::{Digest, PartName};
use crate::facts::{
    AnsweredFacts, AttachmentFact, ClosedFacts, ComplaintFacts, ComplaintIdentity, ComplaintMatter, DocumentFacts,
    HandedOverFacts, ImportedFacts, ImportedMatter, PrintedFacts, RecipientIdentity, TextMatter, kind,
};
use crate::fold::{self, Opened, Place};
use crate::intake::Intake;
use crate::printing::PrintOutcome;
use crate::reporters::{self, Reporter};
use crate::vocabulary::{Conveyance, IdentityMode, State};
use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use uuid::Uuid;

mod changes;

pub use changes::{Changes, changes};

/// Kinds whose facts and parts are fields of the complaint.
const FIELD_KINDS: &[&str] =
    &[kind::COMPLAINT_REGISTERED, kind::COMPLAINT_IMPORTED, kind::COMPLAINT_CORRECTED, kind::COMPLAINT_CLASSIFIED];

/// All kinds of complaint entries that this program understands.
const KNOWN_KINDS: &[&str] = &[
    kind::COMPLAINT_REGISTERED,
    kind::COMPLAINT_IMPORTED,
    kind::COMPLAINT_CORRECTED,
    kind::COMPLAINT_VOIDED,
    kind::COMPLAINT_UNVOIDED,
    kind::COMPLAINT_NOTED,
    kind::COMPLAINT_ANSWERED,
    kind::COMPLAINT_CLOSED,
    kind::COMPLAINT_CLASSIFIED,
    kind::COMPLAINT_TAKEN_OVER,
    kind::RECEIPT_SIGNED,
    kind::RECEIPT_HANDED_OVER,
    kind::DOCUMENT_MADE,
    kind::DOCUMENT_PRINTED,
    kind::IDENTITY_VIEWED,
    kind::ATTACHMENT_ADDED,
    kind::ATTACHMENT_SAVED,
    kind::COMPLAINT_LINKED,
    kind::COMPLAINT_UNLINKED,
    kind::REPORTER_JOINED,
    kind::REPORTER_SEPARATED,
];

/// The answer that stopped the 14 days of Ps44(3).
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// When it reached the person, RFC 3339.
    pub conveyed_at: String,
    /// How.
    pub by: Conveyance,
    /// What was answered.
    pub text: String,
    /// Who took it.
    pub recipient: String,
}

/// How the complaint ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    /// When and in which way.
    pub facts: ClosedFacts,
    /// The result.
    pub result: String,
}

/// What an old register said of a complaint.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// Ids, days, state.
    pub facts: ImportedFacts,
    /// Its answer and result.
    pub matter: ImportedMatter,
    /// Nobody has written anything about it since.
    pub untouched: bool,
}

/// A complaint as its entries tell it.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Its id, the subject of its entries.
    pub id: Uuid,
    /// Codes, dates, numbers.
    pub facts: ComplaintFacts,
    /// Who complains; `None` when the part is withheld or destroyed.
    pub identity: Option<ComplaintIdentity>,
    /// About what; `None` when the part is withheld or destroyed.
    pub matter: Option<ComplaintMatter>,
    /// Who registered it, on this PC's word.
    pub registered_by: Uuid,
    /// It came from an old register.
    pub imported: Option<Imported>,
    /// Reason of the void that stands.
    pub void_reason: Option<String>,
    /// First answer that was conveyed.
    pub answered: Option<Answered>,
    /// Last closing.
    pub closed: Option<Closed>,
    /// A manager other than the registering officer has acted on it.
    pub taken_over: bool,
    /// Both sheets were signed.
    pub signed: bool,
    /// How Lembar 1 was first handed over.
    pub handed_over: Option<Conveyance>,
    /// Receipts made so far, each with the entry of its making; the last one prints.
    pub receipts: Vec<(Digest, DocumentFacts)>,
    /// Receipts printed and saved so far, failed ones left out.
    pub prints: Vec<PrintedFacts>,
    /// Corrections so far that changed something a receipt prints.
    pub corrections: u32,
    /// Complaints that this one was linked to. A link that stands on the other one is not here.
    pub links: BTreeSet<Uuid>,
    /// Further people who tell of the same event, in the order in which they came.
    pub reporters: Vec<Reporter>,
    /// Reporters so far, the first one and separated ones counted: the place of the next one follows.
    pub reporters_ever: u32,
    /// Fields with more than one undecided value.
    pub undecided: Vec<String>,
    /// Entries that this program does not know but may not ignore: it appends nothing.
    pub needs_newer: bool,
    /// Hash of the last entry in causal order.
    pub last_entry: Digest,
}

impl Complaint {
    /// Reads the entries of one complaint; `None` when none of them registers or imports it.
    #[must_use]
    pub fn from_entries(id: Uuid, entries: &[Opened]) -> Option<Self> {
        let ordered = fold::causal_order(entries);
        let begins =
            |e: &&&Opened| [kind::COMPLAINT_REGISTERED, kind::COMPLAINT_IMPORTED].contains(&e.body.kind.as_str());
        let first = ordered.iter().find(begins)?;
        let last_entry = ordered.last()?.hash;
        let fields = fold::fields(&ordered, FIELD_KINDS);
        let held = |name| first.parts.contains_key(&name) || !first.body.parts.contains_key(&name);
        let mut complaint = Self {
            id,
            facts: read(fold::shown(&fields, Place::Facts)),
            identity: held(PartName::Identity).then(|| read(fold::shown(&fields, Place::Part(PartName::Identity)))),
            matter: held(PartName::Matter).then(|| read(fold::shown(&fields, Place::Part(PartName::Matter)))),
            registered_by: first.body.actor,
            imported: (first.body.kind == kind::COMPLAINT_IMPORTED).then(|| Imported {
                facts: read(first.body.facts.clone()),
                matter: part(first, PartName::Matter),
                untouched: ordered.len() == 1,
            }),
            void_reason: None,
            answered: None,
            closed: None,
            taken_over: false,
            signed: false,
            handed_over: None,
            receipts: Vec::new(),
            prints: Vec::new(),
            corrections: 0,
            links: BTreeSet::new(),
            reporters: Vec::new(),
            reporters_ever: 1,
            undecided: fold::undecided(&fields),
            needs_newer: false,
            last_entry,
        };
        for entry in &ordered {
            complaint.apply(entry);
        }
        Some(complaint)
    }

    fn apply(&mut self, entry: &Opened) {
        if reporters::apply(self, entry) {
            return;
        }
        let facts = || Value::Object(entry.body.facts.clone());
        match entry.body.kind.as_str() {
            kind::COMPLAINT_VOIDED => self.void_reason = Some(text_of(entry)),
            kind::COMPLAINT_UNVOIDED => self.void_reason = None,
            kind::COMPLAINT_ANSWERED => self.apply_answer(entry),
            kind::COMPLAINT_CLOSED => {
                if let Ok(facts) = serde_json::from_value(facts()) {
                    self.closed = Some(Closed { facts, result: text_of(entry) });
                }
            }
            kind::COMPLAINT_TAKEN_OVER => self.taken_over = true,
            kind::RECEIPT_SIGNED => self.signed = true,
            kind::RECEIPT_HANDED_OVER => {
                if let Ok(HandedOverFacts { by, .. }) = serde_json::from_value(facts()) {
                    self.handed_over.get_or_insert(by);
                }
            }
            kind::DOCUMENT_MADE => {
                if let Ok(made) = serde_json::from_value::<DocumentFacts>(facts())
                    && made.paper == "a"
                {
                    self.receipts.push((entry.hash, made));
                }
            }
            kind::DOCUMENT_PRINTED => {
                if let Ok(printed) = serde_json::from_value::<PrintedFacts>(facts())
                    && printed.outcome != PrintOutcome::Failed.code()
                    && printed.paper.is_none()
                {
                    self.prints.push(printed);
                }
            }
            kind::COMPLAINT_CORRECTED if prints(entry) => self.corrections += 1,
            kind::ATTACHMENT_ADDED => self.apply_attachment(entry),
            other => self.needs_newer |= entry.body.must && !KNOWN_KINDS.contains(&other),
        }
    }

    /// The earliest conveyance counts: it is the act of Ps44(3).
    fn apply_answer(&mut self, entry: &Opened) {
        self.answered = earlier(self.answered.take(), answer(entry));
    }

    fn apply_attachment(&mut self, entry: &Opened) {
        let added: ComplaintFacts = read(entry.body.facts.clone());
        let names: ComplaintMatter = part(entry, PartName::Matter);
        self.facts.attachments.get_or_insert_default().extend(added.attachments.unwrap_or_default());
        if let Some(matter) = &mut self.matter {
            matter.attachment_names.get_or_insert_default().extend(names.attachment_names.unwrap_or_default());
        }
    }

    /// The shortest honest summary. It is answered when every reporter is.
    #[must_use]
    pub fn state(&self) -> State {
        let before = self.imported.as_ref().and_then(|i| i.facts.state);
        if self.void_reason.is_some() {
            State::Voided
        } else if self.closed.is_some() || before == Some(State::Closed) {
            State::Closed
        } else if (self.answered.is_some() || before == Some(State::Answered))
            && self.reporters.iter().all(|r| r.answered.is_some())
        {
            State::Answered
        } else {
            State::Received
        }
    }

    /// Openness of the identity; unknown reads as confidential, the safe side.
    #[must_use]
    pub fn identity_mode(&self) -> IdentityMode {
        self.facts.identity_mode.unwrap_or(IdentityMode::Confidential)
    }

    /// Local day on which the 14 days of Ps44(3) ended by an act of the office: answered, or closed at the counter.
    #[must_use]
    pub fn answered_on(&self) -> Option<NaiveDate> {
        let conveyed = self.answered.as_ref().and_then(|a| day(&a.conveyed_at));
        let solved = self.closed.as_ref().filter(|c| c.facts.at_counter && c.facts.agreed).map(|c| c.facts.date);
        let before = self.imported.as_ref().and_then(|i| i.facts.answered_on);
        conveyed.into_iter().chain(solved).chain(before).min()
    }

    /// There is neither a name nor a way to answer: deadlines towards the complainant rest. An identity that is
    /// withheld here is known elsewhere, and its clocks run.
    #[must_use]
    pub fn clocks_rest(&self) -> bool {
        let nowhere = Reception { place: "", receiver: "", received: NaiveDate::MIN };
        self.identity.is_some() && checks::clocks_rest(&Stated::of(self, &nowhere))
    }

    /// Number of the next print: 0 while every print is an original (`papers.md` 0.6), then 1, 2, …
    #[must_use]
    pub fn next_copy(&self) -> u32 {
        match self.handed_over {
            None => 0,
            Some(_) => self.prints.iter().map(|p| p.copy).max().unwrap_or(0) + 1,
        }
    }

    /// Attachments with their names.
    #[must_use]
    pub fn attachments(&self) -> Vec<(AttachmentFact, String)> {
        let names = self.matter.as_ref().and_then(|m| m.attachment_names.as_ref());
        let name = |id| names.and_then(|n| n.get(&id)).cloned().unwrap_or_default();
        self.facts.attachments.iter().flatten().map(|a| (a.clone(), name(a.id))).collect()
    }

    /// The fields as an intake, to compare with a corrected one.
    #[must_use]
    pub fn intake(&self) -> Intake {
        Intake {
            facts: self.facts.clone(),
            identity: self.identity.clone().unwrap_or_default(),
            matter: self.matter.clone().unwrap_or_default(),
        }
    }
}

/// A serialisable struct as a JSON object.
#[must_use]
pub fn object<T: Serialize>(value: &T) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// The answer that an entry conveys.
pub(crate) fn answer(entry: &Opened) -> Option<Answered> {
    let facts: AnsweredFacts = serde_json::from_value(Value::Object(entry.body.facts.clone())).ok()?;
    let recipient: RecipientIdentity = part(entry, PartName::Identity);
    let (conveyed_at, by) = (facts.conveyed_at, facts.by);
    Some(Answered { conveyed_at, by, text: text_of(entry), recipient: recipient.recipient })
}

/// The earlier one of two answers; of the same moment the one that was known before.
pub(crate) fn earlier(known: Option<Answered>, new: Option<Answered>) -> Option<Answered> {
    known.into_iter().chain(new).min_by_key(|a| instant(&a.conveyed_at))
}

/// The text in the matter of a note, answer, result or reason.
#[must_use]
pub fn text_of(entry: &Opened) -> String {
    part::<TextMatter>(entry, PartName::Matter).text
}

/// A part of an entry, read; defaults where it is withheld.
#[must_use]
pub fn part<T: DeserializeOwned + Default>(entry: &Opened, name: PartName) -> T {
    entry.parts.get(&name).map(|map| read(map.clone())).unwrap_or_default()
}

/// Local day of an RFC 3339 time, by its own offset.
#[must_use]
pub fn day(at: &str) -> Option<NaiveDate> {
    chrono::DateTime::parse_from_rfc3339(at).ok().map(|t| t.date_naive())
}

/// A field of a type that this program does not expect is left out; the others are kept.
pub(crate) fn read<T: DeserializeOwned + Default>(map: Map<String, Value>) -> T {
    if let Ok(value) = serde_json::from_value(Value::Object(map.clone())) {
        return value;
    }
    let readable = map.into_iter().filter(|(k, v)| {
        let single = Map::from_iter([(k.clone(), v.clone())]);
        serde_json::from_value::<T>(Value::Object(single)).is_ok()
    });
    serde_json::from_value(Value::Object(readable.collect())).unwrap_or_default()
}

fn instant(at: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(at).map_or(i64::MAX, |t| t.timestamp())
}

/// Does a correction touch something that the receipt prints?
fn prints(entry: &Opened) -> bool {
    const UNPRINTED: &[&str] = &["subject", "accused_officer", "accused_text", "occupation", "email", "answer_due"];
    let parts = entry.parts.values().flat_map(|m| m.keys());
    entry.body.facts.keys().chain(parts).any(|k| !UNPRINTED.contains(&k.as_str()))
}

#[cfg(test)]
#[path = "complaint_tests.rs"]
mod tests;
