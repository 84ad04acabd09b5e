//! Facts of an import and of the complaints that came by it.

use crate::dates::Zone;
use crate::entry::Digest;
use crate::import::{ImportMap, SourceZone};
use crate::vocabulary::State;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Facts of [`super::kind::IMPORT_MADE`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportFacts {
    /// Rows of the file, refused ones too.
    pub rows: u64,
    /// BLAKE3 of the file's bytes.
    pub file: Digest,
    /// Version of the mapping's format.
    pub map_version: u32,
    /// The office's zone: days without a time are days there.
    pub office_zone: Zone,
    /// Zone of times that were written without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<SourceZone>,
}

/// Matter of [`super::kind::IMPORT_MADE`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportMatter {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// How its columns were read.
    pub map: ImportMap,
}

/// What a [`super::kind::COMPLAINT_IMPORTED`] states beside the fields of a complaint.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportedFacts {
    /// The import.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<Uuid>,
    /// Row of the file, the first after the header is 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// See [`crate::import::keys`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_key: Option<Digest>,
    /// See [`crate::import::keys`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_key: Option<Digest>,
    /// The old register knows the day of receipt only; `received_at` then stands at midnight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_day_only: Option<bool>,
    /// How far it was in the old register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Day of the answer in the old register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<NaiveDate>,
    /// Day of the end in the old register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<NaiveDate>,
}

/// Texts of the old register that no other field of a complaint holds; they stand in the matter of its entry.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportedMatter {
    /// What was answered.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub old_answer: String,
    /// The result.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub old_result: String,
}
