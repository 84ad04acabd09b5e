//! Paper b: blank complaint forms, with reserved numbers where a power cut is expected, and forms filled from a
//! registered complaint.

use crate::error::{Error, Result};
use crate::issue::{Frame, Issued};
use crate::open::Desk;
use crate::paper;
use crate::receipt::{in_file_name, reporter};
use crate::write::{self, Act, Fact};
use chrono::DateTime;
use loket_domain::complaint::Complaint;
use loket_domain::dates;
use loket_domain::entry::Digest;
use loket_domain::facts::{DocumentFacts, kind};
use loket_domain::intake::FieldError;
use loket_domain::number::MOST_RESERVED;
use loket_domain::paper::{ComplaintForm, FormAnswers, Representation};
use loket_domain::rights::Right;
use uuid::Uuid;

/// Letter of the form among the papers.
const PAPER: &str = "b";
/// Title of the print job.
pub const TITLE: &str = "Formulir pengaduan";

impl Desk {
    /// The form filled from a registered complaint.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] where the content is closed to this officer.
    pub async fn filled_form(&self, id: Uuid, act: Act) -> Result<ComplaintForm> {
        let complaint = write::complaint(&mut *self.reader().await?, id).await?;
        self.require_of(&complaint, act.officer, Right::Papers).await?;
        let helper = self.officer(complaint.registered_by).await?.matter.name;
        let zone = self.zone().await?;
        let answers = answers(&complaint, helper, zone);
        let tracking = complaint.matter.as_ref().and_then(|m| m.tracking.as_ref()).map(|t| format!("LA1:{t}"));
        let number = complaint.facts.number.clone();
        Ok(ComplaintForm { number, code: tracking, answers: Some(answers), ..self.form_frame(act).await? })
    }

    /// `count` blank forms to be printed or saved; with `reserve` each carries a number that the series passes over.
    /// The numbers are reserved before anything is drawn, and the same press reserves once.
    ///
    /// # Errors
    /// [`Error::Invalid`] `count` unless it is 1 to 50; [`Error::SeriesFrozen`], [`Error::Paper`].
    pub async fn issue_blanks(&self, count: u32, numbered: Numbered, act: Act) -> Result<(Vec<String>, Issued)> {
        if !(1..=MOST_RESERVED).contains(&count) {
            return Err(Error::Invalid(vec![FieldError::new("count", "impossible")]));
        }
        self.require(act.officer, Right::Register).await?;
        let (numbers, forms) = match numbered {
            Numbered::Reserve => {
                let numbers = self.reserve_numbers(count, act).await?;
                let form = self.form_frame(act).await?;
                let forms = numbers.iter().map(|n| ComplaintForm { number: Some(n.clone()), ..form.clone() }).collect();
                (numbers, forms)
            }
            Numbered::Not => (Vec::new(), vec![self.form_frame(act).await?; count as usize]),
        };
        Ok((numbers, self.issue_forms(self.unit, forms, act).await?))
    }

    /// The form filled from a registered complaint, to be printed or saved.
    ///
    /// # Errors
    /// As [`Desk::filled_form`]; [`Error::Paper`].
    pub async fn issue_filled(&self, id: Uuid, act: Act) -> Result<Issued> {
        let form = self.filled_form(id, act).await?;
        self.issue_forms(id, vec![form], act).await
    }

    async fn issue_forms(&self, subject: Uuid, forms: Vec<ComplaintForm>, act: Act) -> Result<Issued> {
        let made = DocumentFacts { paper: PAPER.to_owned(), correction: 0, receipt: false, reporter: None };
        let draw = move |document: Digest| {
            let marked = forms.into_iter().map(|mut form| {
                form.printing.fingerprint = document.to_string();
                form
            });
            let marked: Vec<ComplaintForm> = marked.collect();
            paper::complaint_forms(&marked).map_err(|e| Error::Paper(e.to_string()))
        };
        self.issue(PAPER, Fact::new(subject, kind::DOCUMENT_MADE, &made), draw, act).await
    }

    async fn form_frame(&self, act: Act) -> Result<ComplaintForm> {
        let Frame { office, head, printing, .. } = self.frame(act).await?;
        let data_protection = [office.pdp_officer, office.pdp_contact];
        Ok(ComplaintForm {
            office: head,
            office_name: office.name,
            city: office.city,
            data_protection: data_protection.into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", "),
            number: None,
            code: None,
            answers: None,
            printing,
            training: self.practice,
        })
    }
}

/// Whether blank forms carry numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
    /// Each takes the next number.
    Reserve,
    /// The number is given when the form is typed in.
    Not,
}

fn answers(c: &Complaint, helper: String, zone: dates::Zone) -> FormAnswers {
    let m = c.matter.clone().unwrap_or_default();
    let who = reporter(c);
    let event = [c.facts.event_date.map(dates::long_date), m.event_place];
    let names: Vec<String> = c.attachments().into_iter().map(|(_, name)| crate::receipt::stem(&name)).collect();
    let received = c.facts.received_at.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let known = who.as_ref();
    FormAnswers {
        identity_mode: c.identity_mode(),
        restricted: c.facts.restricted.unwrap_or(false),
        name: known.map(|r| r.name.clone()).unwrap_or_default(),
        address: known.and_then(|r| r.address.clone()).unwrap_or_default(),
        phone: known.and_then(|r| r.phone.clone()).unwrap_or_default(),
        email: known.and(c.identity.as_ref()).and_then(|i| i.email.clone()).unwrap_or_default(),
        nik_masked: known.and_then(|r| r.nik_masked.clone()).unwrap_or_default(),
        representation: who.map_or(Representation::Oneself, |r| r.representation),
        service: m.service_text.unwrap_or_default(),
        event: event.into_iter().flatten().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", "),
        accused: m.accused_text.unwrap_or_default(),
        description: m.description.unwrap_or_default(),
        loss: m.loss.unwrap_or_default(),
        settlement: m.settlement.unwrap_or_default(),
        attachments: names.join("; "),
        received: received.map(|t| dates::date_time(t, zone)).unwrap_or_default(),
        helper,
        read_back: c.facts.read_back.unwrap_or(false),
    }
}

/// A file name for a form: the number only, no name of a person.
#[must_use]
pub fn file_name(number: Option<&str>) -> String {
    let Some(number) = number else { return "formulir-pengaduan.pdf".to_owned() };
    format!("formulir-{}.pdf", in_file_name(number))
}
