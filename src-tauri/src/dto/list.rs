//! The register as a list.

use super::codes::{BookVersion, ChannelCode, ComplaintState};
use loket_desk::csv::Separator;
use loket_desk::issue::Format;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    Received,
    Deadline,
    Number,
}

/// What a list shows.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterQuery {
    pub text: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub channel: Option<ChannelCode>,
    pub service_id: Option<String>,
    pub state: Option<ComplaintState>,
    pub officer_id: Option<String>,
    pub sort: SortBy,
    pub descending: bool,
    pub cursor: Option<String>,
}

/// Which register book.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BookQuery {
    pub from: String,
    pub to: String,
    pub version: BookVersion,
}

/// What a list or book is saved as; tables for a spreadsheet with semicolons or commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TableFormat {
    Pdf,
    Csv,
    CsvComma,
}

impl From<TableFormat> for Format {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Pdf => Self::Pdf,
            TableFormat::Csv => Self::Csv(Separator::Semicolon),
            TableFormat::CsvComma => Self::Csv(Separator::Comma),
        }
    }
}

/// How near a deadline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MarkKind {
    Late,
    Today,
    Soon,
    Later,
    Done,
    DoneLate,
    None,
}

/// A deadline in a word.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineMark {
    pub kind: MarkKind,
    pub text: String,
    pub legal: Option<String>,
    pub work_day: Option<String>,
}

/// A row of the register.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRow {
    pub id: String,
    pub number: String,
    /// From an old register: the number is the old one, and may be empty.
    pub imported: bool,
    pub received: String,
    pub received_short: String,
    pub subject: String,
    pub person: String,
    pub service: String,
    pub state: ComplaintState,
    pub state_label: String,
    pub deadline: DeadlineMark,
    pub restricted: bool,
    pub has_two_versions: bool,
}

/// One page of the register.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterPage {
    pub rows: Vec<RegisterRow>,
    pub next: Option<String>,
    pub terms: Vec<String>,
}

/// How much the register holds of what a query asks for.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegisterCount {
    /// Exact to 1,000; then `more` is true.
    pub count: u32,
    pub more: bool,
    pub all: u32,
    pub outside_filter: u32,
}
