//! Facts of papers and of the numbers reserved on them.

#[cfg(doc)]
use super::{TextMatter, kind};
use crate::entry::Digest;
use crate::paper::BookVersion;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Facts of [`kind::DOCUMENT_MADE`]; the value of the paper stands in the parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentFacts {
    /// Letter of the paper in `papers.md`: `a` receipt, `b` form, `j` register book, `list`.
    pub paper: String,
    /// 0, else the number of the correction that it prints.
    pub correction: u32,
    /// Tanda terima (true) or Bukti Pencatatan.
    pub receipt: bool,
    /// For which further reporter; absent: for the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Uuid>,
}

/// Facts of [`kind::DOCUMENT_PRINTED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PrintedFacts {
    /// Entry of the paper's making.
    pub document: Digest,
    /// 0 for an original, else the number of the copy.
    pub copy: u32,
    /// Code of a [`crate::printing::PrintOutcome`].
    pub outcome: String,
    /// Letter of the paper, unless it is a receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// How many of it one press printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<u32>,
    /// Code of the [`crate::printing::Media`] it was printed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
    /// Code of the [`crate::printing::PrintReason`] why it waits or failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Facts of [`kind::NUMBERING_RESERVED`]. Told again after a restore, it says that these numbers are still free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservedFacts {
    /// Period of the series.
    pub period: String,
    /// Counter code.
    pub counter: String,
    /// First number.
    pub first: u32,
    /// Last number.
    pub last: u32,
    /// Date that stands in the numbers.
    pub numbered_on: NaiveDate,
    /// The numbers as printed, from `first` to `last`: the template may change before a form comes back.
    pub numbers: Vec<String>,
}

/// Facts of [`kind::NUMBERING_UNUSED`]; the reason stands in the matter as [`TextMatter`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnusedFacts {
    /// Period of the series.
    pub period: String,
    /// Counter code.
    pub counter: String,
    /// The number.
    pub number: u32,
}

/// Facts of [`kind::DOCUMENT_MADE`] for a list, the register book, or either as CSV. The register itself keeps the
/// rows, so the entry keeps what selects them, and in the matter a [`TableMatter`] that proves them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableFacts {
    /// `list` or `j`.
    #[serde(flatten)]
    pub made: DocumentFacts,
    /// `pdf` or `csv`.
    pub format: String,
    /// Records on it.
    pub rows: u32,
    /// Last entry of this PC's log before it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_entry: Option<Digest>,
    /// First day of its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day of its period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// For whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<BookVersion>,
}

/// Matter of [`kind::DOCUMENT_MADE`] for a list or book.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableMatter {
    /// What was filtered, in words.
    pub filter: String,
    /// BLAKE3 of the rows as JSON: whoever makes them again can compare.
    pub rows_digest: String,
}
