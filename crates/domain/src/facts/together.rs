//! Facts of complaints that belong together: linked ones, and several reporters of one.

use super::ComplaintFacts;
use crate::complaint::object;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// Facts of [`super::kind::COMPLAINT_LINKED`] and [`super::kind::COMPLAINT_UNLINKED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkFacts {
    /// The other complaint.
    pub other: Uuid,
}

/// Facts of [`super::kind::REPORTER_SEPARATED`]; the reason stands in the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeparatedFacts {
    /// Who goes.
    pub reporter: Uuid,
    /// The complaint that this person is from now on.
    pub complaint: Uuid,
}

/// Facts of [`super::kind::RECEIPT_SIGNED`] and [`super::kind::IDENTITY_VIEWED`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfReporter {
    /// A further reporter; absent: the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Uuid>,
}

/// Facts of [`super::kind::REPORTER_JOINED`]: the id of the reporter beside the facts that a registration would have had,
/// without number, series and service, which are the complaint's.
#[must_use]
pub fn joined(reporter: Uuid, facts: &ComplaintFacts) -> Map<String, Value> {
    let own = ComplaintFacts { service: None, restricted: None, attachments: None, ..facts.clone() };
    let mut map = object(&own);
    map.insert("reporter".to_owned(), json!(reporter));
    map
}
