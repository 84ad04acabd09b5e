//! The register sorted by deadline, as a paper for the desk.

use serde::{Deserialize, Serialize};

use super::Letterhead;

/// A list of complaints with their nearest deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineList {
    pub office: Letterhead,
    /// `Daftar Tenggat Pengaduan`.
    pub title: String,
    /// What was filtered, in words: `Belum selesai, semua layanan`.
    pub filter: String,
    /// `20 November–31 Desember 2026`.
    pub period: String,
    pub rows: Vec<DeadlineRow>,
    pub printing: ListPrinting,
    pub training: bool,
}

/// One complaint of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineRow {
    pub number: String,
    /// `20-11-2026 09.15`.
    pub received: String,
    pub subject: String,
    /// Name, or `Pelapor (identitas dirahasiakan)`.
    pub reporter: String,
    pub service: String,
    pub state: String,
    /// `04-12-2026`, if a deadline runs.
    pub due: Option<String>,
    pub due_state: DueState,
    /// A remark under the date: `lewat 3 hari`.
    pub due_note: Option<String>,
}

/// How a deadline stands on the day of printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueState {
    Running,
    Today,
    Late,
    /// Nothing runs: done, resting or void.
    None,
}

/// Who printed a list, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListPrinting {
    /// `20 November 2026, pukul 09.20 WIB`.
    pub at: String,
    /// The same moment in seconds since 1970, for the properties of the file.
    pub at_unix: i64,
    pub officer_name: String,
    pub officer_code: String,
    /// Hash of the entry that recorded the making, in hex; empty leaves it out.
    pub fingerprint: String,
}
