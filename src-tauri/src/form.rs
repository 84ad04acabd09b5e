//! Between the form on the screen and the input of the domain. What the boxes of a date hold is read here; every field
//! in error is named with the field's own name.

use crate::dto::form::{AttachmentView, ComplaintForm, DateFields};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime};
use loket_domain::checks::{Reception, Stated};
use loket_domain::complaint::Complaint;
use loket_domain::dates::{self, Zone, parse_fields};
use loket_domain::intake::{self, ComplaintInput, FieldError};
use loket_domain::person;
use loket_domain::vocabulary::{Capacity, Channel, IdentityMode, Salutation};
use uuid::Uuid;

/// Where and when a form is read.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Zone of the office.
    pub zone: Zone,
    /// Now, as the office writes it.
    pub now: DateTime<FixedOffset>,
}

/// Reads a form. All fields in error come together, those of the domain too.
///
/// # Errors
/// Dates that cannot be read, ids that name nothing, and what the domain refuses.
pub fn read(form: &ComplaintForm, desk: Desk) -> Result<ComplaintInput, Vec<FieldError>> {
    let (input, mut errors) = lenient(form, desk);
    if let Err(more) = intake::parse(&input, desk.now) {
        errors.extend(
            more.into_iter().filter(|e| !errors.iter().any(|known| known.field == e.field)).collect::<Vec<_>>(),
        );
    }
    if errors.is_empty() { Ok(input) } else { Err(errors) }
}

/// Reads a form that may be half written: what cannot be read is left out and named.
pub fn lenient(form: &ComplaintForm, desk: Desk) -> (ComplaintInput, Vec<FieldError>) {
    let mut errors = Vec::new();
    let today = desk.now.date_naive();
    let mut keep = |field: &str, read: Result<Option<NaiveDate>, dates::DateFieldError>| match read {
        Ok(date) => date,
        Err(e) => {
            errors.push(FieldError::new(field, e.code()));
            None
        }
    };
    let channel_date = keep("channelDate", date(&form.channel_date, today));
    let proxy_date = keep("proxyDate", date(&form.proxy_date, today));
    let event_date = keep("eventDate", date(&form.event_date, today));
    let received_at = received(&form.received_at, desk.zone).unwrap_or_else(|()| {
        errors.push(FieldError::new("receivedAt", "impossible_date"));
        None
    });
    let mut listed = |field: &str, text: &str| match text {
        "" => None,
        text => Uuid::parse_str(text).map_err(|_| errors.push(FieldError::new(field, "unknown"))).ok(),
    };
    let input = ComplaintInput {
        form_number: form.form_number.clone(),
        service: listed("serviceId", &form.service_id),
        accused_officer: listed("accusedOfficerId", &form.accused_officer_id),
        channel: form.channel.into(),
        channel_ref: form.channel_ref.clone(),
        channel_date,
        received_at,
        identity_mode: form.identity.into(),
        restricted: form.restricted,
        capacity: form.capacity.into(),
        on_behalf_of: form.on_behalf_of.clone(),
        proxy_date,
        salutation: form.salutation.into(),
        name: form.name.clone(),
        phone: form.phone.clone(),
        email: form.email.clone(),
        nik: form.nik.clone(),
        address: form.address.clone(),
        village_code: form.village_code.clone(),
        village_text: form.village_text.clone(),
        occupation: form.occupation.clone(),
        service_text: form.service_text.clone(),
        event_date,
        event_place: form.event_place.clone(),
        subject: if form.subject_edited { form.subject.clone() } else { String::new() },
        description: form.description.clone(),
        loss: form.loss.clone(),
        settlement: form.settlement.clone(),
        accused_text: form.accused_text.clone(),
        read_back: form.read_back,
    };
    (input, errors)
}

fn date(boxes: &DateFields, today: NaiveDate) -> Result<Option<NaiveDate>, dates::DateFieldError> {
    let DateFields { day, month, year } = boxes;
    if [day, month, year].iter().all(|b| b.trim().is_empty()) {
        return Ok(None);
    }
    parse_fields(day, month, year, today).map(Some)
}

/// A day that may lie ahead, such as a day off: all three boxes are asked.
pub fn any_date(boxes: &DateFields) -> Result<NaiveDate, FieldError> {
    let latest = NaiveDate::from_ymd_opt(2199, 12, 31).unwrap_or(NaiveDate::MAX);
    let year = boxes.year.trim();
    let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    if year.is_empty() {
        return Err(FieldError::new("date", "incomplete_date"));
    }
    parse_fields(&boxes.day, &boxes.month, &year, latest).map_err(|e| FieldError::new("date", e.code()))
}

/// A day that has passed or is today.
pub fn past_date(boxes: &DateFields, today: NaiveDate) -> Result<NaiveDate, FieldError> {
    parse_fields(&boxes.day, &boxes.month, &boxes.year, today).map_err(|e| FieldError::new("date", e.code()))
}

/// `YYYY-MM-DDTHH:MM` on the office's wall; empty means now.
fn received(text: &str, zone: Zone) -> Result<Option<DateTime<FixedOffset>>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let local = NaiveDateTime::parse_from_str(text.trim(), "%Y-%m-%dT%H:%M").map_err(|_| ())?;
    local.and_local_timezone(zone.offset()).single().map(Some).ok_or(())
}

/// `09:15` or `09.15` of a day on the office's wall.
pub fn moment(day: NaiveDate, time: &str, zone: Zone) -> Result<DateTime<FixedOffset>, FieldError> {
    let wrong = || FieldError::new("time", "impossible");
    let (hour, minute) = time.trim().split_once([':', '.']).ok_or_else(wrong)?;
    let (hour, minute) = (hour.parse().map_err(|_| wrong())?, minute.parse().map_err(|_| wrong())?);
    dates::from_local(day, hour, minute, zone).ok_or_else(wrong)
}

/// A registered complaint as a form, to be corrected.
pub fn of_complaint(c: &Complaint, attachments: Vec<AttachmentView>, zone: Zone) -> ComplaintForm {
    let (facts, matter, identity) =
        (&c.facts, c.matter.clone().unwrap_or_default(), c.identity.clone().unwrap_or_default());
    let text = |value: Option<String>| value.unwrap_or_default();
    let id = |value: Option<Uuid>| value.map(|v| v.to_string()).unwrap_or_default();
    let received = facts.received_at.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    ComplaintForm {
        form_number: String::new(),
        channel: facts.channel.unwrap_or(Channel::Other).into(),
        channel_ref: text(matter.channel_ref),
        channel_date: boxes(facts.channel_date),
        received_at: received.map(|t| zone.local(&t).format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default(),
        identity: c.identity_mode().into(),
        restricted: facts.restricted.unwrap_or(false),
        capacity: facts.capacity.unwrap_or(Capacity::Oneself).into(),
        on_behalf_of: text(identity.on_behalf_of),
        proxy_date: boxes(facts.proxy_date),
        name: text(identity.name),
        salutation: facts.salutation.unwrap_or(Salutation::Unknown).into(),
        phone: identity.phone.map(|p| person::national_phone(&p)).unwrap_or_default(),
        email: text(identity.email),
        nik: text(identity.nik),
        address: text(identity.address),
        village_code: text(identity.village_code),
        village_text: text(identity.village_text),
        occupation: text(identity.occupation),
        service_id: id(facts.service),
        service_text: text(matter.service_text),
        event_date: boxes(facts.event_date),
        event_place: text(matter.event_place),
        subject: text(matter.subject),
        subject_edited: true,
        description: text(matter.description),
        loss: text(matter.loss),
        settlement: text(matter.settlement),
        accused_officer_id: id(matter.accused_officer),
        accused_text: text(matter.accused_text),
        read_back: facts.read_back.unwrap_or(false),
        attachments,
    }
}

fn boxes(date: Option<NaiveDate>) -> DateFields {
    date.map_or_else(DateFields::default, |d| DateFields {
        day: d.day().to_string(),
        month: d.month().to_string(),
        year: d.year().to_string(),
    })
}

/// A form as the checks of the law read it.
pub fn stated<'a>(input: &'a ComplaintInput, at: &'a Reception<'a>) -> Stated<'a> {
    Stated {
        channel: input.channel,
        channel_ref: &input.channel_ref,
        identity_mode: input.identity_mode,
        capacity: input.capacity,
        on_behalf_of: &input.on_behalf_of,
        name: &input.name,
        address: &input.address,
        village: &input.village_text,
        phone: &input.phone,
        email: &input.email,
        nik: &input.nik,
        description: &input.description,
        loss: &input.loss,
        settlement: &input.settlement,
        event_date: input.event_date,
        received: at.received,
        place: at.place,
        receiver: at.receiver,
        signed: false,
    }
}

/// "Sulastri C." for tabs that the public can see.
pub fn title(form: &ComplaintForm) -> String {
    match form.identity.into() {
        IdentityMode::Open => person::short_name(&person::capitalise_name(&form.name)),
        IdentityMode::Confidential | IdentityMode::None => String::new(),
    }
}
