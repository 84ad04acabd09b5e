//! What a correction changes.

use super::object;
use crate::intake::Intake;
use serde::Serialize;
use serde_json::{Map, Value};

/// What a correction changes: maps of new values, `null` where a field is emptied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Changed facts.
    pub facts: Map<String, Value>,
    /// Changed identity.
    pub identity: Map<String, Value>,
    /// Changed matter.
    pub matter: Map<String, Value>,
}

impl Changes {
    /// Nothing changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.identity.is_empty() && self.matter.is_empty()
    }
}

/// Facts that the register gives and no correction touches.
const FIXED: &[&str] = &[
    "number",
    "period",
    "seq",
    "counter",
    "tracking_hash",
    "tracking",
    "old_number",
    "recorded_at",
    "numbered_on",
    "clock_doubt",
    "attachments",
    "attachment_names",
    "answer_rule",
    "classification",
];

/// Compares field by field.
#[must_use]
pub fn changes(before: &Intake, after: &Intake) -> Changes {
    Changes {
        facts: difference(&before.facts, &after.facts),
        identity: difference(&before.identity, &after.identity),
        matter: difference(&before.matter, &after.matter),
    }
}

fn difference<T: Serialize>(before: &T, after: &T) -> Map<String, Value> {
    let (before, after) = (object(before), object(after));
    let mut changed = Map::new();
    for key in before.keys().chain(after.keys()) {
        let new = after.get(key).unwrap_or(&Value::Null);
        if !FIXED.contains(&key.as_str()) && before.get(key).unwrap_or(&Value::Null) != new {
            changed.insert(key.clone(), new.clone());
        }
    }
    changed
}
