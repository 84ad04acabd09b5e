//! One complaint, and the steps on it.

use super::codes::{ClassificationCode, ConveyedBy};
use super::form::{AttachmentView, CompletenessItem, DateFields, Messages, PagePicture, ReceiptKind, RunningDeadline};
use super::list::RegisterRow;
use super::together::Together;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A labelled value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Fact {
    pub label: String,
    pub value: String,
    pub field: String,
}

/// A corrected field in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    pub label: String,
    pub before: String,
    pub after: String,
}

/// One entry in words.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TimelineItem {
    pub entry: String,
    pub at: String,
    pub at_text: String,
    pub kind: String,
    pub title: String,
    pub detail: String,
    pub officer: String,
    pub access: bool,
    pub changes: Vec<ChangeView>,
}

/// What a day of the count is besides its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DayMark {
    Received,
    Today,
    Due,
}

/// One day of a deadline.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DayCount {
    pub date: String,
    pub number: Option<u32>,
    pub closed: Option<String>,
    pub mark: Option<DayMark>,
    pub spoken: String,
}

/// What this officer may do now, and why not.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct May {
    pub correct: bool,
    pub void: bool,
    pub unvoid: bool,
    pub step: bool,
    pub classify: bool,
    pub print: bool,
    pub why: Option<String>,
}

/// One complaint for this officer's eyes.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintDetail {
    pub row: RegisterRow,
    /// Closed to this officer: number, day of receipt, stage and next date are all that is told.
    pub closed: bool,
    pub tracking_code: String,
    pub facts: Vec<Fact>,
    pub reporter: Vec<Fact>,
    pub identity_hidden: bool,
    pub may_open_identity: bool,
    pub identity_needs_reason: bool,
    pub description: String,
    pub deadlines: Vec<RunningDeadline>,
    pub day_counts: Vec<DayCount>,
    pub attachments: Vec<AttachmentView>,
    pub timeline: Vec<TimelineItem>,
    pub completeness: Vec<CompletenessItem>,
    pub handed_over: bool,
    pub signed: bool,
    pub printed: u32,
    pub may: May,
    pub receipt: ReceiptKind,
    pub messages: Messages,
    pub void_reason: Option<String>,
    pub together: Together,
}

/// A step as an officer records it.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum StepInput {
    Note { text: String },
    Answered { date: DateFields, time: String, by: ConveyedBy, recipient: String, text: String },
    Closed { date: DateFields, result: String, at_counter: bool, agreed: bool },
    Classified { classification: ClassificationCode },
}

/// An attachment to look at inside the program.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentPicture {
    pub pages: Vec<PagePicture>,
    pub text: Option<String>,
    pub mime: String,
    pub picture: PictureKind,
}

/// What the pages of an attachment are: photos made small, or drawn pages.
#[derive(Clone, Copy, Debug, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    Jpeg,
    Png,
}
