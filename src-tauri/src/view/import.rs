//! From the desk's import to what the screen shows.

use super::rows;
use crate::dto::codes::ComplaintState;
use crate::dto::import::{
    ImportColumn, ImportField, ImportFile, ImportMapping, ImportPreview, ImportPreviewRow, ImportReport, ImportZone,
};
use chrono::DateTime;
use loket_desk::import::{Preview, PreviewRow, Report, Source, summaries};
use loket_domain::dates::{self, Zone};
use loket_domain::import::{DateOrder, Field, ImportMap, SourceZone, guess, is_summary};
use loket_domain::person;
use loket_domain::vocabulary::{IdentityMode, State};

/// A file with a first proposal.
pub fn file(source: &Source, name: String) -> ImportFile {
    ImportFile {
        name,
        encoding: source.encoding_label(),
        delimiter: delimiter(source.delimiter).to_owned(),
        columns: source.header.iter().filter(|h| !h.is_empty()).cloned().collect(),
        summaries: summaries(&source.header),
        fields: Field::ALL.iter().map(|f| field(*f)).collect(),
        mapping: mapping(&guess(&source.header)),
    }
}

fn field(f: Field) -> ImportField {
    let needed = matches!(f, Field::Received | Field::Description);
    ImportField { code: f.code().to_owned(), label: f.label().to_owned(), needed }
}

const fn delimiter(byte: u8) -> &'static str {
    match byte {
        b',' => "koma",
        b';' => "titik koma",
        b'\t' => "tab",
        _ => "garis tegak",
    }
}

/// The mapping as the page edits it.
fn mapping(map: &ImportMap) -> ImportMapping {
    let zone = |z| match z {
        SourceZone::Wib => ImportZone::Wib,
        SourceZone::Wita => ImportZone::Wita,
        SourceZone::Wit => ImportZone::Wit,
        SourceZone::Utc => ImportZone::Utc,
    };
    let column = |(f, c): (&Field, &String)| ImportColumn { field: f.code().to_owned(), column: c.clone() };
    ImportMapping {
        source: map.source.clone(),
        columns: map.columns.iter().map(column).collect(),
        zone: map.zone.map(zone),
        month_first: map.date_order == DateOrder::MonthFirst,
        state: ComplaintState::from(map.state),
    }
}

/// The mapping as the page edited it. A field that this program does not know is left out.
pub fn map(m: &ImportMapping) -> ImportMap {
    let columns = m.columns.iter().filter_map(|c| Some((Field::from_code(&c.field)?, c.column.clone())));
    let order = if m.month_first { DateOrder::MonthFirst } else { DateOrder::DayFirst };
    ImportMap {
        source: m.source.trim().to_owned(),
        zone: m.zone.map(Into::into),
        date_order: order,
        state: State::from(m.state),
        ..ImportMap::of(columns.collect())
    }
}

/// What came, or would come, of it.
pub fn report(r: &Report, done: bool) -> ImportReport {
    ImportReport {
        import_id: r.import.map(|id| id.to_string()),
        words: r.words(done),
        rows: count(r.rows),
        imported: count(r.imported),
        skipped: count(r.skipped),
        rejected: count(r.rejected),
        zone_needed: r.zone_needed.map(count),
        cancelled: r.cancelled,
        rejects: r.rejects.as_deref().map(crate::commands::shown_name),
    }
}

/// The preview of the first rows.
pub fn preview(p: &Preview, today: &rows::Today) -> ImportPreview {
    ImportPreview {
        report: report(&p.report, false),
        unused: p.unused.iter().filter(|column| !is_summary(column)).cloned().collect(),
        rows: p.rows.iter().map(|r| preview_row(r, today.zone)).collect(),
    }
}

fn preview_row(r: &PreviewRow, zone: Zone) -> ImportPreviewRow {
    let mut shown = ImportPreviewRow {
        line: count(r.line),
        known: r.known,
        reasons: Vec::new(),
        number: String::new(),
        received: String::new(),
        person: String::new(),
        subject: String::new(),
        service: String::new(),
        state: String::new(),
    };
    let row = match &r.read {
        Err(reasons) => {
            shown.reasons.clone_from(reasons);
            return shown;
        }
        Ok(row) => row,
    };
    let (facts, matter) = (&row.intake.facts, &row.intake.matter);
    let received = facts.received_at.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let day_only = row.imported.received_day_only == Some(true);
    let when = |t| if day_only { dates::long_date(zone.date(&t)) } else { dates::date_time(t, zone) };
    shown.received = received.map(when).unwrap_or_default();
    shown.number = matter.old_number.clone().unwrap_or_default();
    shown.subject = matter.subject.clone().unwrap_or_default();
    shown.service = matter.service_text.clone().unwrap_or_default();
    shown.person = match facts.identity_mode {
        Some(IdentityMode::Open) => person::short_name(row.intake.identity.name.as_deref().unwrap_or_default()),
        Some(mode) => mode.label().to_owned(),
        None => String::new(),
    };
    shown.state = row.imported.state.map(State::label).unwrap_or_default().to_owned();
    shown
}

/// A figure of the page.
pub fn count(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
