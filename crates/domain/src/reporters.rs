//! People who tell of one event under one number: each with a received time, clock, receipt and tracking code of their own.
//! And complaints that are linked: each with its own number.

use crate::complaint::{self, Answered, Complaint};
use crate::entry::{Digest, PartName};
use crate::facts::{
    ComplaintFacts, ComplaintIdentity, ComplaintMatter, DocumentFacts, HandedOverFacts, LinkFacts, PrintedFacts,
    SeparatedFacts, kind,
};
use crate::fold::Opened;
use crate::printing::PrintOutcome;
use crate::vocabulary::Conveyance;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// A further reporter.
#[derive(Clone, Debug, PartialEq)]
pub struct Reporter {
    /// Id of this person in the complaint.
    pub id: Uuid,
    /// Place among all reporters, the first one being 1; it never changes.
    pub place: u32,
    /// Received time, openness, clock: as of a registration, without number and service.
    pub facts: ComplaintFacts,
    /// Who it is; `None` when the part is withheld or destroyed.
    pub identity: Option<ComplaintIdentity>,
    /// What this person says, and the tracking code; `None` when withheld or destroyed.
    pub matter: Option<ComplaintMatter>,
    /// The officer who wrote it.
    pub joined_by: Uuid,
    /// The press of the button that wrote it.
    pub request: Uuid,
    /// First answer that was conveyed to this person.
    pub answered: Option<Answered>,
    /// Both sheets were signed.
    pub signed: bool,
    /// How Lembar 1 was first handed over.
    pub handed_over: Option<Conveyance>,
    /// Receipts made for this person.
    pub receipts: Vec<(Digest, DocumentFacts)>,
    /// Prints and saved files of them, failed ones left out.
    pub prints: Vec<PrintedFacts>,
}

impl Complaint {
    /// The complaint as one further reporter knows it: number, service, state and void are the complaint's; words, clock,
    /// code, receipts and signature are this person's. Neither the other reporters stand in it, nor what an old register
    /// said of the first one. Its id is the reporter's.
    #[must_use]
    pub fn of_reporter(&self, reporter: Uuid) -> Option<Self> {
        let who = self.reporters.iter().find(|r| r.id == reporter)?.clone();
        let (own, shared) = (who.facts, &self.facts);
        let facts = ComplaintFacts {
            number: shared.number.clone(),
            period: shared.period.clone(),
            seq: shared.seq,
            counter: shared.counter.clone(),
            numbered_on: shared.numbered_on,
            restricted: shared.restricted,
            service: shared.service,
            ..own
        };
        let about = self.matter.clone().unwrap_or_default();
        let matter = who.matter.map(|own| ComplaintMatter {
            subject: about.subject,
            service_text: about.service_text,
            accused_officer: about.accused_officer,
            ..own
        });
        Some(Self {
            id: reporter,
            facts,
            matter,
            identity: who.identity,
            registered_by: who.joined_by,
            imported: None,
            answered: who.answered,
            signed: who.signed,
            handed_over: who.handed_over,
            receipts: who.receipts,
            prints: who.prints,
            corrections: 0,
            reporters: Vec::new(),
            ..self.clone()
        })
    }

    /// The complaint as each of its reporters knows it, the first one first.
    #[must_use]
    pub fn voices(&self) -> Vec<Self> {
        let first = Self { reporters: Vec::new(), ..self.clone() };
        std::iter::once(first).chain(self.reporters.iter().filter_map(|r| self.of_reporter(r.id))).collect()
    }
}

/// Takes an entry that is about links or a further reporter; `false` leaves it to the complaint.
pub(crate) fn apply(c: &mut Complaint, entry: &Opened) -> bool {
    match entry.body.kind.as_str() {
        kind::COMPLAINT_LINKED => {
            c.links.extend(facts::<LinkFacts>(entry).map(|f| f.other));
            true
        }
        kind::COMPLAINT_UNLINKED => {
            if let Some(LinkFacts { other }) = facts(entry) {
                c.links.remove(&other);
            }
            true
        }
        kind::REPORTER_JOINED => {
            join(c, entry);
            true
        }
        kind::REPORTER_SEPARATED => {
            if let Some(SeparatedFacts { reporter, .. }) = facts(entry) {
                c.reporters.retain(|r| r.id != reporter);
            }
            true
        }
        kind::DOCUMENT_PRINTED => printed(c, entry),
        kind::COMPLAINT_ANSWERED | kind::RECEIPT_SIGNED | kind::RECEIPT_HANDED_OVER | kind::DOCUMENT_MADE => {
            let Some(reporter) = named(entry) else { return false };
            if let Some(who) = c.reporters.iter_mut().find(|r| r.id == reporter) {
                own(who, entry);
            }
            true
        }
        _ => false,
    }
}

/// The further reporter whom the facts of an entry name.
fn named(entry: &Opened) -> Option<Uuid> {
    entry.body.facts.get("reporter")?.as_str()?.parse().ok()
}

fn join(c: &mut Complaint, entry: &Opened) {
    let Some(id) = named(entry) else { return };
    let held = |name| entry.parts.contains_key(&name) || !entry.body.parts.contains_key(&name);
    c.reporters_ever += 1;
    c.reporters.push(Reporter {
        id,
        place: c.reporters_ever,
        facts: complaint::read(entry.body.facts.clone()),
        identity: held(PartName::Identity).then(|| complaint::part(entry, PartName::Identity)),
        matter: held(PartName::Matter).then(|| complaint::part(entry, PartName::Matter)),
        joined_by: entry.body.actor,
        request: entry.body.request,
        answered: None,
        signed: false,
        handed_over: None,
        receipts: Vec::new(),
        prints: Vec::new(),
    });
}

fn own(who: &mut Reporter, entry: &Opened) {
    match entry.body.kind.as_str() {
        kind::COMPLAINT_ANSWERED => who.answered = complaint::earlier(who.answered.take(), complaint::answer(entry)),
        kind::RECEIPT_SIGNED => who.signed = true,
        kind::RECEIPT_HANDED_OVER => {
            who.handed_over = who.handed_over.or(facts::<HandedOverFacts>(entry).map(|f| f.by));
        }
        _ => who.receipts.extend(facts::<DocumentFacts>(entry).filter(|d| d.paper == "a").map(|d| (entry.hash, d))),
    }
}

/// A print of a further reporter's receipt; failed ones brought no paper.
fn printed(c: &mut Complaint, entry: &Opened) -> bool {
    let Some(print) = facts::<PrintedFacts>(entry) else { return false };
    let whose = c.reporters.iter_mut().find(|r| r.receipts.iter().any(|(made, _)| *made == print.document));
    let Some(who) = whose else { return false };
    if print.outcome != PrintOutcome::Failed.code() {
        who.prints.push(print);
    }
    true
}

fn facts<T: DeserializeOwned>(entry: &Opened) -> Option<T> {
    serde_json::from_value(Value::Object(entry.body.facts.clone())).ok()
}
