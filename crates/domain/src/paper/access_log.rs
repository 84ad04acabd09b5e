//! *Jejak akses* as a paper: who did what when.

use serde::{Deserialize, Serialize};

use super::{Letterhead, ListPrinting};

/// A list of entries, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessLog {
    pub office: Letterhead,
    /// `Daftar Jejak Akses`.
    pub title: String,
    /// What was filtered, in words: `Petugas: Sari Andaikan`.
    pub filter: String,
    /// `20–21 November 2026`; empty for all days.
    pub period: String,
    pub rows: Vec<AccessRow>,
    pub printing: ListPrinting,
    pub training: bool,
}

/// One entry of the list. It says nothing of what the entry holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessRow {
    /// `20-11-2026 09.15`.
    pub at: String,
    pub officer: String,
    /// `Identitas dibuka`.
    pub what: String,
    /// Register number of the complaint, where it is about one.
    pub number: String,
    /// Beginning of the hash of the entry, in groups of four.
    pub fingerprint: String,
}
