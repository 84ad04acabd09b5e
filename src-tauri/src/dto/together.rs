//! Complaints that belong together: hints, links, several reporters.

use super::detail::Fact;
use super::form::{Messages, ReceiptKind};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A complaint that may tell of the same.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SimilarHit {
    pub complaint: LinkView,
    pub reasons: Vec<String>,
    pub linked: bool,
    pub merge_refused: Option<String>,
}

/// What the officer says of it.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SimilarChoice {
    Link,
    Undecided,
    Other,
}

/// Another complaint in one line.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    pub id: String,
    pub number: String,
    pub received_short: String,
    pub subject: String,
    pub person: String,
    pub state_label: String,
}

/// A further reporter.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReporterView {
    pub id: String,
    pub label: String,
    pub person: String,
    pub received_text: String,
    pub tracking_code: String,
    pub facts: Vec<Fact>,
    pub may_open_identity: bool,
    pub identity_needs_reason: bool,
    pub description: String,
    pub deadline: String,
    pub receipt: ReceiptKind,
    pub printed: u32,
    pub signed: bool,
    pub handed_over: bool,
    pub may_print: bool,
    pub messages: Messages,
}

/// What belongs to a complaint beside itself.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Together {
    pub links: Vec<LinkView>,
    pub reporters: Vec<ReporterView>,
    pub may: bool,
}
