//! Files on their way into a draft, files of the scanner, and files that leave.

use super::form::AttachmentView;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Where a file is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TakingState {
    Waiting,
    Reading,
    Taken,
    Refused,
    Cancelled,
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum TakingReason {
    Empty,
    TooBig,
    Type,
    Unreadable,
    DiskFull,
    Other,
}

/// Why an image has no picture to look at; its file is kept all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UnseenReason {
    Broken,
    TooLarge,
}

/// One file on its way into a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakingFile {
    pub id: u32,
    pub name: String,
    pub state: TakingState,
    pub percent: u8,
    pub reason: Option<TakingReason>,
    pub unseen: Option<UnseenReason>,
}

/// All files on their way into a draft, and those that are in it.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Taking {
    pub files: Vec<TakingFile>,
    pub attachments: Vec<AttachmentView>,
}

/// Whether a file of the scanner can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScanState {
    Ready,
    BeingWritten,
    Taken,
}

/// A file that the scanner wrote.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScanFile {
    pub name: String,
    pub size: u32,
    pub at_text: String,
    pub state: ScanState,
}

/// Why the folder of the scanner shows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScanTrouble {
    Gone,
    Unreadable,
    Silent,
}

/// What the folder of the scanner holds now. `folder` is its own name; null while none was chosen.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ScanLook {
    pub folder: Option<String>,
    pub trouble: Option<ScanTrouble>,
    pub files: Vec<ScanFile>,
    pub more: u32,
}

/// In which form an attachment leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LeavingForm {
    Clean,
    Original,
}
