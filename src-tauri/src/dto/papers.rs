//! Blank forms and the numbers reserved on them.

use loket_desk::forms::Numbered;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A stack of blank forms.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BlankForms {
    /// 1 to 50.
    pub count: u8,
    /// Each carries a number of its own, for a power cut.
    pub reserve: bool,
}

impl BlankForms {
    /// As the desk says it.
    pub const fn numbered(self) -> Numbered {
        if self.reserve { Numbered::Reserve } else { Numbered::Not }
    }
}

/// A number on a blank form that no complaint took so far.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenNumber {
    pub number: String,
    /// The date in the number, in words.
    pub reserved_on: String,
    /// Reserved before a restore: a person must look at the form first.
    pub doubtful: bool,
}
