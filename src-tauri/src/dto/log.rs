//! The log as a list, and what its check found.

use super::codes::LogGroup;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What of the log is asked for.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogQuery {
    pub officer_id: Option<String>,
    /// Number, tracking code, or the fingerprint on a paper; empty for all.
    pub about: String,
    pub group: Option<LogGroup>,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// One entry.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    pub key: String,
    pub at: String,
    pub officer: String,
    pub what: String,
    pub number: String,
    /// Opens in the register.
    pub complaint_id: Option<String>,
    pub fingerprint: String,
}

/// At most 100 entries, newest first.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogPage {
    pub lines: Vec<LogLine>,
    pub next: Option<String>,
}

/// What a check of the whole register found.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LogCheck {
    /// Hashes, chains, signatures and parts agree.
    pub holds: bool,
    /// The first thing that does not, in words.
    pub wrong: String,
    pub entries: u32,
    pub logs: u32,
    /// Parts that are not on this PC.
    pub parts_absent: u32,
    /// When it was checked, in words.
    pub at: String,
}
