//! Copies and the status bar.

use serde::Serialize;
use specta::Type;

/// Where a snapshot lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SnapshotPlace {
    Local,
    Second,
    Other,
}

/// A copy of the register.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    pub path: String,
    pub taken_at: String,
    pub taken_at_text: String,
    pub complaints: u32,
    pub place: SnapshotPlace,
}

/// How copies stand.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CopyStatus {
    pub last: Option<Snapshot>,
    pub last_second: Option<Snapshot>,
    pub second_place: Option<String>,
    pub second_place_reachable: bool,
    pub text: String,
}

/// The figures of the status bar.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    pub saved_at: Option<String>,
    pub last_copy: Option<String>,
    pub copy_old: bool,
    pub unsent_entries: u32,
    pub open_drafts: u32,
    pub clock_doubt: bool,
    pub numbers_frozen: bool,
}
