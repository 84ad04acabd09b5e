//! The receipt: made with the registration, kept as a value in the entry of its making, drawn from there each time.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::paper;
use crate::printing::{Job, Order, PrintSystem};
use crate::printout::{Paper, Printout};
use crate::store::{log, reporters, unit};
use crate::write::{self, Act, Fact, Write};
use chrono::{DateTime, FixedOffset};
use loket_domain::complaint::{Complaint, part};
use loket_domain::entry::{Digest, PartName};
use loket_domain::facts::{DocumentFacts, UnitMatter, kind};
use loket_domain::paper::{
    Attachment, Contacts, Letterhead, Logo, Printing, Receipt, ReceiptForm, ReceiptFrame, ReceiptIdentity,
    ReceiptMatter, Receiver, Reception, Reporter, ReporterOf, Representation, Run,
};
use loket_domain::rights::Right;
use loket_domain::vocabulary::{Capacity, Channel, IdentityMode, Salutation};
use loket_domain::{dates, person};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Letter of the receipt among the papers.
const PAPER: &str = "a";
/// Title of the job in the print system's queue; it names nobody.
const TITLE: &str = "Tanda terima pengaduan";
/// The setting that holds the arms of the region.
const LOGO: &str = "unit";

/// A receipt ready to be shown, printed or saved.
pub struct Drawn {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The value it was drawn from.
    pub receipt: Receipt,
    /// The complaint, also where the receipt is a further reporter's.
    pub complaint: Uuid,
    /// Entry of its making.
    pub document: Digest,
    /// 0 for an original.
    pub copy: u32,
}

/// What stands in the matter of the entry: all but the identity.
#[derive(Serialize, Deserialize)]
struct StoredMatter {
    frame: ReceiptFrame,
    matter: ReceiptMatter,
}

impl Write<'_> {
    /// Makes the receipt of the complaint as it stands in this transaction.
    pub(crate) async fn make_receipt(&mut self, id: Uuid, practice: bool) -> Result<Digest> {
        self.make_receipt_for(id, None, practice).await
    }

    /// Makes the receipt of one reporter; the others' names and words do not stand in it.
    pub(crate) async fn make_receipt_for(
        &mut self,
        id: Uuid,
        reporter: Option<Uuid>,
        practice: bool,
    ) -> Result<Digest> {
        let whole = write::complaint(&mut self.tx, id).await?;
        let place = reporter.and_then(|id| whole.reporters.iter().find(|r| r.id == id)).map_or(1, |r| r.place);
        let several = ReporterOf { n: place, of: whole.reporters_ever };
        let complaint = voice(whole, reporter)?;
        let (_, facts, office) = unit::settings(&mut self.tx).await?.ok_or(Error::NotFound("unit"))?;
        let officers = unit::officers(&mut self.tx).await?;
        let officer =
            officers.into_iter().find(|o| o.id == complaint.registered_by).ok_or(Error::NotFound("officer"))?;
        let mut frame = frame(&complaint, &office, &officer.matter, facts.zone, practice);
        frame.reporter_of = Some(several).filter(|s| s.of > 1);
        let (identity, matter) = (identity(&complaint), matter(&complaint));
        let value = Receipt {
            frame,
            identity,
            matter,
            printing: printing(&officer.matter.name, self.at, facts.zone, Run::Original, ""),
        };
        let made = DocumentFacts {
            paper: PAPER.to_owned(),
            correction: complaint.corrections,
            receipt: value.missing().is_empty(),
            reporter,
        };
        let stored = StoredMatter { frame: value.frame, matter: value.matter };
        self.append(Fact::new(id, kind::DOCUMENT_MADE, &made).identity(&value.identity).matter(&stored)).await
    }
}

impl Desk {
    /// Draws the receipt in `form` as the next print would be, without recording anything. `id` is a complaint, for its
    /// first reporter, or a further reporter; so in all of this file.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Paper`].
    pub async fn draw_receipt(&self, id: Uuid, form: ReceiptForm, act: Act) -> Result<Drawn> {
        let (whole, complaint, entries) = {
            let mut conn = self.reader().await?;
            let (id, reporter) = reporters::whose(&mut conn, id).await?.ok_or(Error::NotFound("complaint"))?;
            let entries = log::of_subject(&mut conn, id).await?;
            let whole = Complaint::from_entries(id, &entries).ok_or(Error::NotFound("complaint"))?;
            (id, voice(whole, reporter)?, entries)
        };
        self.require_of(&complaint, act.officer, Right::Papers).await?;
        let (document, _) = complaint.receipts.last().ok_or(Error::NotFound("receipt"))?;
        let made = entries.iter().find(|e| e.hash == *document).ok_or(Error::NotFound("receipt"))?;
        let stored = made.parts.get(&PartName::Matter).cloned().ok_or(Error::NotFound("receipt"))?;
        let stored: StoredMatter = serde_json::from_value(serde_json::Value::Object(stored))?;
        let (facts, office) = self.settings().await?;
        let copy = complaint.next_copy();
        let first =
            DateTime::parse_from_rfc3339(&made.body.at).map(|t| dates::long_date(t.date_naive())).unwrap_or_default();
        let run = if copy == 0 { Run::Original } else { Run::Reprint { n: copy, first } };
        let officer = self.officer(act.officer).await?;
        let at = crate::calendar::local(act.now, facts.zone);
        let mut receipt = Receipt {
            frame: stored.frame,
            identity: part(made, PartName::Identity),
            matter: stored.matter,
            printing: printing(&officer.matter.name, at, facts.zone, run, &document.to_string()),
        };
        draw_logo(&mut receipt.frame.office, &office);
        let (value, document) = (receipt.clone(), *document);
        let pdf = tokio::task::spawn_blocking(move || paper::receipt(&value, form)).await?;
        let pdf = pdf.map_err(|e| Error::Paper(e.to_string()))?;
        Ok(Drawn { pdf, receipt, complaint: whole, document, copy })
    }

    /// Hands the receipt to a printer. What becomes of it is recorded when it is known: see [`Desk::record_print`].
    ///
    /// # Errors
    /// [`Error::Printer`], recorded as a failed print; the complaint is registered and kept in any case.
    pub async fn send_receipt(
        &self,
        id: Uuid,
        form: ReceiptForm,
        system: &PrintSystem,
        order: &Order,
        act: Act,
    ) -> Result<(Drawn, Job)> {
        let drawn = self.draw_receipt(id, form, act).await?;
        let paper = Paper { run: Printout::of(&drawn), pdf: &drawn.pdf, title: TITLE };
        let job = self.send(system, paper, order, act).await?;
        Ok((drawn, job))
    }

    /// Saves the receipt as a PDF where the officer chose.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::DiskFull`]; nothing is recorded then.
    pub async fn save_receipt(&self, id: Uuid, form: ReceiptForm, path: &std::path::Path, act: Act) -> Result<Drawn> {
        let drawn = self.draw_receipt(id, form, act).await?;
        self.save_paper(Printout::of(&drawn), &drawn.pdf, path, act).await?;
        Ok(drawn)
    }
}

/// The complaint as one of its reporters knows it.
pub(crate) fn voice(complaint: Complaint, reporter: Option<Uuid>) -> Result<Complaint> {
    match reporter {
        None => Ok(complaint),
        Some(reporter) => complaint.of_reporter(reporter).ok_or(Error::NotFound("reporter")),
    }
}

/// A file name for a receipt: the number only, no name of a person.
#[must_use]
pub fn file_name(number: &str) -> String {
    format!("tanda-terima-{}.pdf", in_file_name(number))
}

/// A register number as part of a file name.
pub(crate) fn in_file_name(number: &str) -> String {
    number.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// The letterhead of the office, without its picture.
#[must_use]
pub fn letterhead(office: &UnitMatter) -> Letterhead {
    let above = [&office.government, &office.parent_agency];
    let address = [office.address.clone(), prefixed("telepon ", &office.phone), office.email.clone()];
    Letterhead {
        above: above.into_iter().filter(|l| !l.is_empty()).map(|l| l.to_uppercase()).collect(),
        name: office.name.to_uppercase(),
        address: address.into_iter().filter(|l| !l.is_empty()).collect::<Vec<_>>().join(" · "),
        logo: office.logo_png.as_ref().map(|_| Logo { id: LOGO.to_owned(), png: Vec::new() }),
    }
}

/// Puts the picture into a letterhead that has one.
pub(crate) fn draw_logo(head: &mut Letterhead, office: &UnitMatter) {
    use base64::Engine;
    let png = office.logo_png.as_ref().and_then(|text| base64::engine::general_purpose::STANDARD.decode(text).ok());
    if let (Some(logo), Some(png)) = (&mut head.logo, png) {
        logo.png = png;
    }
}

/// Initials of an officer, as papers and screens show them.
#[must_use]
pub fn initials(name: &str) -> String {
    let plain = name.split(',').next().unwrap_or_default();
    let words = plain.split_whitespace().filter(|w| !w.ends_with('.'));
    words.filter_map(|w| w.chars().next()).take(2).collect::<String>().to_uppercase()
}

fn prefixed(prefix: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{prefix}{text}") }
}

fn printing(officer: &str, at: DateTime<FixedOffset>, zone: dates::Zone, run: Run, fingerprint: &str) -> Printing {
    Printing {
        run,
        at: dates::date_time(at, zone),
        at_unix: at.timestamp(),
        officer_code: initials(officer),
        fingerprint: fingerprint.to_owned(),
    }
}

fn frame(
    c: &Complaint,
    office: &UnitMatter,
    officer: &loket_domain::facts::OfficerMatter,
    zone: dates::Zone,
    practice: bool,
) -> ReceiptFrame {
    let facts = &c.facts;
    let tracking = c.matter.as_ref().and_then(|m| m.tracking.clone()).unwrap_or_default();
    let tracking = tracking.parse::<loket_domain::tracking::TrackingCode>().map(|t| t.to_string()).unwrap_or(tracking);
    let at = |t: &Option<String>| t.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let (received, recorded) = (at(&facts.received_at), at(&facts.recorded_at));
    let differ = received.zip(recorded).is_some_and(|(a, b)| a.timestamp() / 60 != b.timestamp() / 60);
    let channel = facts.channel.unwrap_or(Channel::Other);
    ReceiptFrame {
        office: letterhead(office),
        number: facts.number.clone().unwrap_or_default(),
        qr_payload: format!("LA1:{}", tracking.replace('-', "")),
        tracking,
        identity_mode: c.identity_mode(),
        restricted: facts.restricted.unwrap_or(false),
        training: practice,
        channel: channel.on_paper().to_owned(),
        reception: Reception {
            place: place(facts.counter.as_deref().unwrap_or_default(), office),
            at: received.map(|t| dates::weekday_date_time(t, zone)).unwrap_or_default(),
            recorded_at: recorded.filter(|_| differ).map(|t| dates::date_time(t, zone)),
            box_opened_by: (channel == Channel::SuggestionBox).then(|| officer.name.clone()),
        },
        answer_by: facts.answer_due.filter(|_| !c.clocks_rest()).map(dates::weekday_date),
        salutation: facts.salutation.unwrap_or(Salutation::Unknown),
        contacts: Contacts {
            manager: office.manager_name.clone(),
            address: office.address.clone(),
            phone: if office.manager_phone.is_empty() { office.phone.clone() } else { office.manager_phone.clone() },
            email: office.email.clone(),
            hours: office.service_hours.clone(),
            data_protection: [&office.pdp_officer, &office.pdp_contact]
                .into_iter()
                .filter(|t| !t.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(", "),
        },
        receiver: Receiver {
            name: officer.name.clone(),
            post: officer.post.clone(),
            nip: Some(person::group_nip(&officer.nip)).filter(|n| !n.is_empty()),
        },
        correction: (c.corrections > 0).then_some(c.corrections),
        reporter_of: None,
        delivered: None,
    }
}

/// Place of receipt: counter, office, and the city that the office prints.
fn place(counter: &str, office: &UnitMatter) -> String {
    let parts = [format!("Loket {counter}"), office.name.clone(), office.city.clone()];
    parts.into_iter().filter(|p| !p.trim().is_empty()).collect::<Vec<_>>().join(", ")
}

fn identity(c: &Complaint) -> ReceiptIdentity {
    ReceiptIdentity { reporter: reporter(c) }
}

/// The reporter as papers name one; `None` without an identity.
pub(crate) fn reporter(c: &Complaint) -> Option<Reporter> {
    let who = c.identity.as_ref().filter(|_| c.identity_mode() != IdentityMode::None)?;
    let behalf = who.on_behalf_of.clone().unwrap_or_default();
    let representation = match c.facts.capacity.unwrap_or(Capacity::Oneself) {
        Capacity::Oneself => Representation::Oneself,
        Capacity::Proxy => {
            Representation::Proxy { giver: behalf, letter_date: c.facts.proxy_date.map(dates::long_date) }
        }
        Capacity::Group | Capacity::LegalBody => Representation::Group { name: behalf },
    };
    let address = [who.address.clone(), who.village_text.clone()];
    let address = address.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(Reporter {
        name: who.name.clone().unwrap_or_default(),
        nik_masked: who.nik.as_deref().map(person::mask_nik),
        address: Some(address).filter(|a| !a.is_empty()),
        phone: who.phone.as_deref().map(person::national_phone),
        representation,
    })
}

fn matter(c: &Complaint) -> ReceiptMatter {
    let m = c.matter.clone().unwrap_or_default();
    ReceiptMatter {
        description: m.description.unwrap_or_default(),
        service: m.service_text,
        event_day: c.facts.event_date.map(dates::weekday_date),
        event_place: m.event_place,
        loss: m.loss,
        settlement: m.settlement,
        attachments: c
            .attachments()
            .into_iter()
            .map(|(_, name)| Attachment { name: stem(&name), extent: "1 berkas".to_owned() })
            .collect(),
        solved_on_spot: c.closed.as_ref().filter(|x| x.facts.at_counter && x.facts.agreed).map(|x| x.result.clone()),
    }
}

/// A file's name without its ending.
pub(crate) fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
