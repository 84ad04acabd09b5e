//! One row of an old register, read into a complaint or refused with all its reasons.

use super::map::{Field, ImportMap};
use super::moment::{Written, read_moment, read_time};
use super::words::{channel_of, mode_of, state_of};
use crate::dates::Zone;
use crate::entry::Digest;
use crate::facts::{ImportedFacts, ImportedMatter};
use crate::intake::{self, ComplaintInput, FieldError, Intake, MAX_DESCRIPTION, MAX_LINE};
use crate::text;
use crate::vocabulary::{Capacity, Channel, IdentityMode, Salutation, State};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone};
use std::collections::HashMap;
use uuid::Uuid;

const SOURCE_KEY: &str = "loket-aduan import source v1";
const CONTENT_KEY: &str = "loket-aduan import content v1";

/// What reading needs beside the row.
pub struct Context {
    /// The office's zone.
    pub zone: Zone,
    /// Now, by the office's clock: nothing was received later.
    pub now: DateTime<FixedOffset>,
    /// The office's services by their names in small letters.
    pub services: HashMap<String, Uuid>,
    /// The unit: keys of two offices are never alike.
    pub unit: Uuid,
}

/// Where each mapped field stands in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<(Field, usize)>);

impl Columns {
    /// Finds the mapped columns in a header.
    ///
    /// # Errors
    /// One [`FieldError`] `unknown` for each field whose column is not in the header, `required` for a field without
    /// which nothing can be read.
    pub fn find(map: &ImportMap, header: &[String]) -> Result<Self, Vec<FieldError>> {
        let (mut places, mut errors) = (Vec::new(), Vec::new());
        for (field, column) in &map.columns {
            match header.iter().position(|h| same_name(h, column)) {
                Some(place) => places.push((*field, place)),
                None => errors.push(FieldError::new(field.code(), "unknown")),
            }
        }
        for field in [Field::Received, Field::Description] {
            if !map.columns.contains_key(&field) {
                errors.push(FieldError::new(field.code(), "no_column"));
            }
        }
        if errors.is_empty() { Ok(Self(places)) } else { Err(errors) }
    }

    fn cell(&self, field: Field, record: &[&str]) -> String {
        let found = self.0.iter().find(|(f, _)| *f == field).and_then(|(_, place)| record.get(*place));
        cell_text(found.copied().unwrap_or_default())
    }
}

/// Header names are compared without case and surplus blanks.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let plain = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(a) == plain(b)
}

/// Text of a cell: line breaks of HTML become line breaks, the quote that keeps a spreadsheet from calculating goes,
/// control characters go as everywhere.
fn cell_text(cell: &str) -> String {
    let guarded = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    text::clean(&line_breaks(guarded.unwrap_or(cell)))
}

/// `<br>`, `<br/>`, `<BR />`.
fn line_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        let end = tag.bytes().take(6).position(|b| b == b'>');
        let is_break = end.is_some_and(|end| {
            tag.get(..end).is_some_and(|name| name.trim().trim_end_matches('/').trim().eq_ignore_ascii_case("br"))
        });
        match (is_break, end) {
            (true, Some(end)) => {
                out.push_str(&rest[..at]);
                out.push('\n');
                rest = &tag[end + 1..];
            }
            _ => {
                out.push_str(&rest[..=at]);
                rest = tag;
            }
        }
    }
    out.push_str(rest);
    out
}

/// What makes a row the same row again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Of the id that the other program gave.
    pub source: Option<Digest>,
    /// Of received time as written, old number, name and description.
    pub content: Digest,
}

/// A row, read.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedRow {
    /// Fields of the complaint; without number, tracking code and deadline.
    pub intake: Intake,
    /// What only an imported complaint has; without import and row.
    pub imported: ImportedFacts,
    /// Answer and result of the old register.
    pub matter: ImportedMatter,
    /// What it is known by.
    pub keys: Keys,
}

/// Reads one record.
///
/// # Errors
/// All reasons together; `zone` for `received` when a time has no zone and the mapping names none.
pub fn read_row(
    map: &ImportMap,
    columns: &Columns,
    record: &[&str],
    context: &Context,
) -> Result<ImportedRow, Vec<FieldError>> {
    let cell = |field| columns.cell(field, record);
    let mut errors = Vec::new();
    let received = received(map, &cell(Field::Received), &cell(Field::ReceivedTime), context);
    let received = received.map_err(|e| errors.push(e)).ok();
    let (channel, word) = channel(map, &cell(Field::Channel));
    let name = cell(Field::Name);
    let (mode, restricted) = mode(map, &cell(Field::IdentityMode), !name.is_empty());
    let service_text = cell(Field::Service);
    let service = context.services.get(&service_text.to_lowercase()).copied();
    let event = day(map, Field::EventDate, &cell(Field::EventDate), &mut errors);
    let channel_ref = Some(cell(Field::ChannelRef)).filter(|text| !text.is_empty()).unwrap_or(word);
    let old_number = cell(Field::OldNumber);
    let source_id = cell(Field::SourceId);
    for (field, text, most) in [("old_number", &old_number, MAX_LINE), ("source_id", &source_id, MAX_LINE)] {
        if text.chars().count() > most {
            errors.push(FieldError::new(field, "too_long"));
        }
    }
    let input = ComplaintInput {
        channel,
        channel_ref,
        channel_date: None,
        received_at: received.as_ref().map(|r| r.at),
        form_number: String::new(),
        identity_mode: mode,
        restricted,
        capacity: Capacity::Oneself,
        on_behalf_of: String::new(),
        proxy_date: None,
        salutation: Salutation::Unknown,
        name,
        phone: cell(Field::Phone),
        email: cell(Field::Email),
        nik: cell(Field::Nik),
        address: cell(Field::Address),
        village_code: String::new(),
        village_text: cell(Field::Village),
        occupation: cell(Field::Occupation),
        service,
        service_text,
        event_date: event,
        event_place: cell(Field::EventPlace),
        subject: cell(Field::Subject),
        description: cell(Field::Description),
        loss: cell(Field::Loss),
        settlement: cell(Field::Settlement),
        accused_officer: None,
        accused_text: cell(Field::Accused),
        read_back: false,
    };
    let parsed = intake::parse(&input, context.now).map_err(|more| errors.extend(more)).ok();
    let mut imported = ImportedFacts {
        received_day_only: received.as_ref().is_some_and(|r| r.day_only).then_some(true),
        ..ImportedFacts::default()
    };
    let day_received = received.as_ref().map(|r| r.at.date_naive());
    after(map, &cell, day_received, context, &mut imported, &mut errors);
    let matter = ImportedMatter { old_answer: cell(Field::Answer), old_result: cell(Field::Result) };
    for (field, text) in [("answer", &matter.old_answer), ("result", &matter.old_result)] {
        if text.chars().count() > MAX_DESCRIPTION {
            errors.push(FieldError::new(field, "too_long"));
        }
    }
    let (Some(received), Some(mut intake), true) = (received, parsed, errors.is_empty()) else {
        return Err(errors);
    };
    let keys = keys(
        context.unit,
        &map.source,
        &source_id,
        [
            &received.written,
            &old_number,
            intake.identity.name.as_deref().unwrap_or_default(),
            intake.matter.description.as_deref().unwrap_or_default(),
        ],
    );
    imported.source_key = keys.source;
    imported.content_key = Some(keys.content);
    intake.matter.old_number = Some(old_number).filter(|number| !number.is_empty());
    Ok(ImportedRow { intake, imported, matter, keys })
}

/// Digests under which a row is known again. The content is compared without case and blanks, since spreadsheets
/// change both; the zone is left out, so that another answer about it makes no second complaint.
#[must_use]
pub fn keys(unit: Uuid, register: &str, source_id: &str, content: [&str; 4]) -> Keys {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let digest = |context: &str, pieces: &[&str]| {
        let mut hasher = blake3::Hasher::new_derive_key(context);
        hasher.update(unit.as_bytes());
        for piece in pieces {
            let piece = plain(piece);
            hasher.update(&(piece.len() as u64).to_be_bytes());
            hasher.update(piece.as_bytes());
        }
        Digest(*hasher.finalize().as_bytes())
    };
    Keys {
        source: (!source_id.is_empty()).then(|| digest(SOURCE_KEY, &[register, source_id])),
        content: digest(CONTENT_KEY, &content),
    }
}

struct Received {
    at: DateTime<FixedOffset>,
    day_only: bool,
    /// As the file says it, in one form.
    written: String,
}

/// When it was received. A day without a time is the office's day; a time without a zone needs the mapping's word.
fn received(map: &ImportMap, date: &str, time: &str, context: &Context) -> Result<Received, FieldError> {
    let error = |code| FieldError::new("received", code);
    if date.is_empty() {
        return Err(error("required"));
    }
    let mut written = read_moment(date, map.date_order).map_err(|_| error("date"))?;
    // A spreadsheet writes midnight after every day of a column that holds days; a column of its own says the time.
    if !time.is_empty() {
        let with_day = read_moment(&format!("{} {time}", written.date), map.date_order);
        let own = with_day.map_err(|_| error("time"))?;
        let plain = || read_time(time).ok();
        written = Written { time: own.time.or_else(plain), zone: own.zone.or(written.zone), ..written };
        if written.time.is_none() {
            return Err(error("time"));
        }
    }
    let (time, offset) = match (written.time, written.zone) {
        (None, _) => (NaiveTime::MIN, context.zone.offset()),
        (Some(time), Some(offset)) => (time, offset),
        (Some(time), None) => (time, map.zone.ok_or_else(|| error("zone"))?.offset()),
    };
    let at = offset.from_local_datetime(&written.date.and_time(time)).single().ok_or_else(|| error("date"))?;
    let clock = written.time.map(|t| t.format(" %H:%M").to_string()).unwrap_or_default();
    Ok(Received {
        at: context.zone.local(&at),
        day_only: written.time.is_none(),
        written: format!("{}{clock}", written.date),
    })
}

/// The channel, and the word itself where it is none of ours, to be kept as reference.
fn channel(map: &ImportMap, word: &str) -> (Channel, String) {
    match (word.is_empty(), channel_of(word, map)) {
        (true, _) => (map.channel, String::new()),
        (false, Some(channel)) => (channel, String::new()),
        (false, None) => (Channel::Other, word.to_owned()),
    }
}

/// Openness, and whether the content is restricted. *Anonim* of SP4N-LAPOR! with a name is our *dirahasiakan*, without
/// one *tanpa identitas*; its *rahasia* restricts the content. A word that nobody knows is read on the safe side.
fn mode(map: &ImportMap, word: &str, named: bool) -> (IdentityMode, bool) {
    let hidden = if named { IdentityMode::Confidential } else { IdentityMode::None };
    let (mode, restricted) = match (word.to_lowercase().as_str(), mode_of(word, map)) {
        (_, Some(mode)) => (mode, false),
        ("", None) => (if named { IdentityMode::Open } else { IdentityMode::None }, false),
        ("rahasia", None) => (hidden, true),
        (_, None) => (hidden, false),
    };
    // Nobody is known without a name, whatever the column says.
    (if named { mode } else { IdentityMode::None }, restricted)
}

fn day(map: &ImportMap, field: Field, text: &str, errors: &mut Vec<FieldError>) -> Option<NaiveDate> {
    if text.is_empty() {
        return None;
    }
    let read = read_moment(text, map.date_order);
    read.map_err(|_| errors.push(FieldError::new(field.code(), "date"))).ok().map(|w| w.date)
}

/// What became of it: dates first, then the word, then what the mapping says of rows that say nothing.
fn after(
    map: &ImportMap,
    cell: &impl Fn(Field) -> String,
    received: Option<NaiveDate>,
    context: &Context,
    imported: &mut ImportedFacts,
    errors: &mut Vec<FieldError>,
) {
    for (field, place) in [(Field::Answered, &mut imported.answered_on), (Field::Closed, &mut imported.closed_on)] {
        *place = day(map, field, &cell(field), errors);
        if let Some(day) = *place {
            if day > context.now.date_naive() {
                errors.push(FieldError::new(field.code(), "future"));
            } else if received.is_some_and(|r| day < r) {
                errors.push(FieldError::new(field.code(), "before_received"));
            }
        }
    }
    let word = cell(Field::State);
    let told = match (imported.closed_on, imported.answered_on) {
        (Some(_), _) => State::Closed,
        (None, Some(_)) => State::Answered,
        (None, None) => map.state,
    };
    let said = if word.is_empty() { Some(told) } else { state_of(&word, map) };
    match said {
        Some(state) => imported.state = Some(state),
        None => errors.push(FieldError::new(Field::State.code(), "unknown")),
    }
}

#[cfg(test)]
#[path = "row_tests.rs"]
mod tests;
