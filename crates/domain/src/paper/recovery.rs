//! Paper r: the recovery key on paper.

use serde::{Deserialize, Serialize};

/// The sheet that opens the register when the PC or its account is lost. It holds the secret
/// itself, so it is printed once and never stored: no entry keeps this value.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverySheet {
    pub office: String,
    pub counter: String,
    /// `20 November 2026`.
    pub made: String,
    /// The same moment in seconds since 1970, for the properties of the file.
    pub made_unix: i64,
    /// Groups of digits, each with its check digit, in the order of reading.
    pub blocks: Vec<String>,
    /// Where it is kept; `None` prints a line to write on.
    pub place: Option<String>,
    pub keeper: Option<Keeper>,
    /// Since when older keys are void; `None` at set-up.
    pub older_void_since: Option<String>,
    pub training: bool,
}

/// Who keeps the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeper {
    pub name: String,
    pub post: String,
}

impl std::fmt::Debug for RecoverySheet {
    /// Says nothing of the key: a value in a log line must not open the register.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecoverySheet")
            .field("made", &self.made)
            .field("blocks", &self.blocks.len())
            .finish_non_exhaustive()
    }
}
