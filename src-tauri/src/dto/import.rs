//! Taking over an old register.

use super::codes::ComplaintState;
use loket_domain::import as domain;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A field that a column can hold.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportField {
    pub code: String,
    pub label: String,
    /// Without it nothing can be imported.
    pub needed: bool,
}

/// Which column a field is read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    pub field: String,
    pub column: String,
}

/// The zone of times without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum ImportZone {
    Wib,
    Wita,
    Wit,
    Utc,
}

impl From<ImportZone> for domain::SourceZone {
    fn from(zone: ImportZone) -> Self {
        match zone {
            ImportZone::Wib => Self::Wib,
            ImportZone::Wita => Self::Wita,
            ImportZone::Wit => Self::Wit,
            ImportZone::Utc => Self::Utc,
        }
    }
}

/// How a file is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportMapping {
    pub source: String,
    pub columns: Vec<ImportColumn>,
    pub zone: Option<ImportZone>,
    pub month_first: bool,
    /// State of rows that do not say it.
    pub state: ComplaintState,
}

/// A chosen file, and a first proposal how to read it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportFile {
    pub name: String,
    pub encoding: String,
    pub delimiter: String,
    pub columns: Vec<String>,
    /// Columns that sum up what stands elsewhere: never read.
    pub summaries: Vec<String>,
    pub fields: Vec<ImportField>,
    pub mapping: ImportMapping,
}

/// One row as it would be read.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreviewRow {
    pub line: u32,
    pub known: bool,
    /// Why it is refused; empty when it is taken.
    pub reasons: Vec<String>,
    pub number: String,
    pub received: String,
    pub person: String,
    pub subject: String,
    pub service: String,
    pub state: String,
}

/// What came, or would come, of an import.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    pub import_id: Option<String>,
    /// In one line.
    pub words: String,
    pub rows: u32,
    pub imported: u32,
    pub skipped: u32,
    pub rejected: u32,
    /// First line with a time without a zone.
    pub zone_needed: Option<u32>,
    pub cancelled: bool,
    /// Name of the file of refused rows, beside the imported one.
    pub rejects: Option<String>,
}

/// What would come of it, with the first rows.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    pub report: ImportReport,
    pub unused: Vec<String>,
    pub rows: Vec<ImportPreviewRow>,
}

/// How far it is.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    pub writing: bool,
    pub percent: u32,
    pub rows: u32,
    pub imported: u32,
}

/// One import of the past.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportItem {
    pub id: String,
    pub file_name: String,
    pub made_at_text: String,
    pub officer: String,
    pub rows: u32,
    pub complaints: u32,
    pub undone: bool,
}

/// What came of taking one back.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ImportUndone {
    pub left: u32,
    pub stay: u32,
}
