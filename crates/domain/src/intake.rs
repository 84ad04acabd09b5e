//! From what was typed to a new complaint: parse once, name every field in error, trust afterwards.
//!
//! Only what makes no sense stops a registration (UU 25/2009 Ps48(2): a complaint must be accepted): no description,
//! an impossible or future time, no name with an identity that is said to be known, text beyond every measure. All
//! else warns, see [`crate::checks`].

use crate::facts::{AttachmentFact, ComplaintFacts, ComplaintIdentity, ComplaintMatter};
use crate::person;
use crate::text;
use crate::vocabulary::{Capacity, Channel, IdentityMode, Salutation};
use chrono::{DateTime, FixedOffset, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Longest description in characters (the longest real one seen has 8,471).
pub const MAX_DESCRIPTION: usize = 20_000;
/// Longest loss or settlement in characters.
pub const MAX_PARAGRAPH: usize = 4_000;
/// Longest one-line field in characters.
pub const MAX_LINE: usize = 300;

/// A complaint as it is read from a form or a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplaintInput {
    /// How it came; default `TM`, at the counter.
    #[serde(default = "at_the_counter")]
    pub channel: Channel,
    /// Letter number, Tracking ID, account.
    #[serde(default)]
    pub channel_ref: String,
    /// Date of the letter or of the opening of the box.
    #[serde(default)]
    pub channel_date: Option<NaiveDate>,
    /// When the office received it, RFC 3339 with offset; absent means now.
    #[serde(default)]
    pub received_at: Option<DateTime<FixedOffset>>,
    /// The reserved number that stands on the form which is typed in; empty means the next one.
    #[serde(default)]
    pub form_number: String,
    /// Openness of the identity.
    #[serde(default = "openly")]
    pub identity_mode: IdentityMode,
    /// *Isi dibatasi*.
    #[serde(default)]
    pub restricted: bool,
    /// In which capacity.
    #[serde(default = "for_oneself")]
    pub capacity: Capacity,
    /// Giver of the proxy, group or legal body.
    #[serde(default)]
    pub on_behalf_of: String,
    /// Date of the letter of proxy.
    #[serde(default)]
    pub proxy_date: Option<NaiveDate>,
    /// Form of address.
    #[serde(default = "unsaid")]
    pub salutation: Salutation,
    /// Full name.
    #[serde(default)]
    pub name: String,
    /// Telephone or WhatsApp.
    #[serde(default)]
    pub phone: String,
    /// E-mail.
    #[serde(default)]
    pub email: String,
    /// NIK, optional.
    #[serde(default)]
    pub nik: String,
    /// Street, number, RT/RW.
    #[serde(default)]
    pub address: String,
    /// Code of village or kelurahan, `PP.KK.CC.DDDD`.
    #[serde(default)]
    pub village_code: String,
    /// Village as text; filled from the code when empty.
    #[serde(default)]
    pub village_text: String,
    /// Occupation.
    #[serde(default)]
    pub occupation: String,
    /// Service from the office's list.
    #[serde(default)]
    pub service: Option<Uuid>,
    /// Service as text, when it is not in the list.
    #[serde(default)]
    pub service_text: String,
    /// Day of the event.
    #[serde(default)]
    pub event_date: Option<NaiveDate>,
    /// Where it happened.
    #[serde(default)]
    pub event_place: String,
    /// *Hal*; proposed from service and description when empty.
    #[serde(default)]
    pub subject: String,
    /// What does not meet the standard.
    pub description: String,
    /// Loss, of money or not.
    #[serde(default)]
    pub loss: String,
    /// Settlement asked for.
    #[serde(default)]
    pub settlement: String,
    /// Officer complained of, from the list.
    #[serde(default)]
    pub accused_officer: Option<Uuid>,
    /// Officer complained of, as typed.
    #[serde(default)]
    pub accused_text: String,
    /// The story was read back to the complainant.
    #[serde(default)]
    pub read_back: bool,
}

const fn at_the_counter() -> Channel {
    Channel::FaceToFace
}
const fn openly() -> IdentityMode {
    IdentityMode::Open
}
const fn for_oneself() -> Capacity {
    Capacity::Oneself
}
const fn unsaid() -> Salutation {
    Salutation::Unknown
}

/// One field that stops, or warns about, a registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// Name of the field in the form.
    pub field: String,
    /// What is wrong: `required`, `too_long`, `future`, `impossible`, `unknown`.
    pub code: String,
    /// A limit or a date, never what was typed.
    pub detail: Option<String>,
}

impl FieldError {
    /// An error of `field`.
    #[must_use]
    pub fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), detail: None }
    }
}

/// What a registration needs and what a correction compares: the fields, cleaned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// Codes, dates, ids.
    pub facts: ComplaintFacts,
    /// Who complains; all empty with *tanpa identitas*.
    pub identity: ComplaintIdentity,
    /// About what.
    pub matter: ComplaintMatter,
}

/// Reads an input that came at `now`, by the office's clock.
///
/// # Errors
/// All fields in error together.
pub fn parse(input: &ComplaintInput, now: DateTime<FixedOffset>) -> Result<Intake, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut line = |field: &str, value: &str, most: usize| clean(field, value, most, &mut errors);
    let named = input.identity_mode != IdentityMode::None;
    // With "tanpa identitas" only a way to answer may stand: whatever names the person is not kept, nor judged.
    let mut known = |field, value: &str, most| line(field, if named { value } else { "" }, most);
    let identity = ComplaintIdentity {
        name: known("name", &person::capitalise_name(&input.name), MAX_LINE),
        nik: known("nik", &person::normalise_nik(&input.nik), MAX_LINE),
        address: known("address", &person::capitalise_address(&input.address), MAX_LINE),
        village_code: known("villageCode", &input.village_code, 20),
        village_text: known("villageText", &input.village_text, MAX_LINE),
        occupation: known("occupation", &input.occupation, MAX_LINE),
        on_behalf_of: known("onBehalfOf", &input.on_behalf_of, MAX_LINE),
        phone: line("phone", &person::normalise_phone(&input.phone), MAX_LINE),
        email: line("email", &input.email, MAX_LINE),
    };
    let service_text = line("serviceText", &input.service_text, MAX_LINE);
    let description = line("description", &input.description, MAX_DESCRIPTION);
    let subject = line("subject", &one_line(&input.subject), MAX_LINE).or_else(|| {
        let words = description.as_deref().unwrap_or_default();
        non_empty(text::propose_subject(service_text.as_deref().unwrap_or_default(), words))
    });
    let matter = ComplaintMatter {
        subject,
        loss: line("loss", &input.loss, MAX_PARAGRAPH),
        settlement: line("settlement", &input.settlement, MAX_PARAGRAPH),
        event_place: line("eventPlace", &input.event_place, MAX_LINE),
        accused_officer: input.accused_officer,
        accused_text: line("accusedText", &input.accused_text, MAX_LINE),
        channel_ref: line("channelRef", &input.channel_ref, MAX_LINE),
        service_text,
        description,
        ..ComplaintMatter::default()
    };
    if matter.description.is_none() {
        errors.push(FieldError::new("description", "required"));
    }
    if named && identity.name.is_none() {
        errors.push(FieldError::new("name", "required"));
    }
    for (field, date) in
        [("channelDate", input.channel_date), ("proxyDate", input.proxy_date), ("eventDate", input.event_date)]
    {
        errors.extend(date_error(field, date, now.date_naive()));
    }
    if !input.form_number.trim().is_empty() && input.received_at.is_none() {
        // A form filled during a power cut was received then, not when it is typed in.
        errors.push(FieldError::new("receivedAt", "required"));
    }
    let received = input.received_at.unwrap_or(now);
    if received > now {
        errors.push(FieldError::new("receivedAt", "future"));
    } else if received.date_naive() < earliest() {
        errors.push(FieldError::new("receivedAt", "impossible"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let facts = ComplaintFacts {
        channel: Some(input.channel),
        channel_date: input.channel_date,
        received_at: Some(received.with_timezone(now.offset()).to_rfc3339()),
        identity_mode: Some(input.identity_mode),
        restricted: Some(input.restricted),
        capacity: Some(input.capacity),
        proxy_date: input.proxy_date,
        salutation: Some(input.salutation),
        service: input.service,
        event_date: input.event_date,
        read_back: Some(input.read_back),
        ..ComplaintFacts::default()
    };
    Ok(Intake { facts, identity, matter })
}

/// Before this day no date of a running register makes sense.
fn earliest() -> NaiveDate {
    NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or(NaiveDate::MIN)
}

fn date_error(field: &str, date: Option<NaiveDate>, today: NaiveDate) -> Option<FieldError> {
    let date = date?;
    if date > today {
        Some(FieldError::new(field, "future"))
    } else if date < earliest() {
        Some(FieldError::new(field, "impossible"))
    } else {
        None
    }
}

fn clean(field: &str, value: &str, most: usize, errors: &mut Vec<FieldError>) -> Option<String> {
    let value = text::clean(value);
    if value.chars().count() > most {
        errors.push(FieldError { detail: Some(most.to_string()), ..FieldError::new(field, "too_long") });
    }
    non_empty(value)
}

fn one_line(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn non_empty(value: String) -> Option<String> {
    (!value.is_empty()).then_some(value)
}

/// Adds what only the program knows: the attachments.
#[must_use]
pub fn with_attachments(mut intake: Intake, files: Vec<(AttachmentFact, String)>) -> Intake {
    if !files.is_empty() {
        let names: BTreeMap<Uuid, String> = files.iter().map(|(f, name)| (f.id, name.clone())).collect();
        intake.matter.attachment_names = Some(names);
        intake.facts.attachments = Some(files.into_iter().map(|(f, _)| f).collect());
    }
    intake
}

#[cfg(test)]
#[path = "intake_tests.rs"]
mod tests;
