//! The id under which the window knows an attachment of a complaint. It names both, so that no attachment can be asked
//! for without its complaint, and with it the right to see it.

use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// An attachment of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttachmentKey {
    /// The complaint.
    pub complaint: Uuid,
    /// The attachment.
    pub attachment: Uuid,
}

impl fmt::Display for AttachmentKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.complaint, self.attachment)
    }
}

impl FromStr for AttachmentKey {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        let (complaint, attachment) = text.split_once('_').unwrap_or((text, ""));
        Ok(Self { complaint: Uuid::parse_str(complaint)?, attachment: Uuid::parse_str(attachment)? })
    }
}
