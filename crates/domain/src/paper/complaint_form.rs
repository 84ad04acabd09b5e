//! Paper b: the complaint form (*formulir pengaduan*), UU 25/2009 Pasal 42; blank, or filled from what is known.

use serde::{Deserialize, Serialize};

use super::{Letterhead, ListPrinting, Representation};
use crate::vocabulary::IdentityMode;

/// One form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplaintForm {
    pub office: Letterhead,
    /// Name of the office as a letter of attorney says it.
    pub office_name: String,
    /// City of the office, before the date.
    pub city: String,
    /// Whom to ask about personal data, with a way to reach them.
    pub data_protection: String,
    /// Register number: reserved for a blank, issued for a filled one.
    pub number: Option<String>,
    /// `LA1:…`, on a filled form.
    pub code: Option<String>,
    /// `None` prints lines to write on.
    pub answers: Option<FormAnswers>,
    pub printing: ListPrinting,
    pub training: bool,
}

/// What is known of a complaint. An empty starred field prints `belum diisi`, another one leaves no trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormAnswers {
    pub identity_mode: IdentityMode,
    /// Content restricted (*isi dibatasi*).
    pub restricted: bool,
    pub name: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    /// First four and last four digits.
    pub nik_masked: String,
    pub representation: Representation,
    pub service: String,
    pub event: String,
    pub accused: String,
    pub description: String,
    pub loss: String,
    pub settlement: String,
    pub attachments: String,
    /// `20 November 2026, pukul 09.15 WIB`.
    pub received: String,
    /// Who helped to write it.
    pub helper: String,
    pub read_back: bool,
}
