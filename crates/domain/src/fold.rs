//! The fold: entries of one subject in causal order, and the value of each field with the versions that nobody has
//! decided between.
//!
//! Order comes from `base` alone; arrival and clocks never decide it. A write replaces every write that its writer
//! had seen. Writes that did not see each other are kept side by side; the one with the larger (`at`, hash) is shown.

use crate::entry::{Body, Digest, PartName};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// An entry with those of its parts that this PC holds.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its id.
    pub hash: Digest,
    /// Its body.
    pub body: Body,
    /// Parts as JSON objects; a part that is withheld or destroyed is absent.
    pub parts: BTreeMap<PartName, Map<String, Value>>,
}

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the body.
    Facts,
    /// In a part.
    Part(PartName),
}

/// One written value.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Entry that wrote it.
    pub entry: Digest,
    /// Time that the writer's PC gave.
    pub at: String,
    /// The value.
    pub value: Value,
}

/// Field values of one subject; the first version of a field is the one to show.
pub type Fields = BTreeMap<(Place, String), Vec<Version>>;

/// Entries in causal order: every entry after all entries of its base that are present, ties by hash.
#[must_use]
pub fn causal_order(entries: &[Opened]) -> Vec<&Opened> {
    let known: HashMap<Digest, &Opened> = entries.iter().map(|e| (e.hash, e)).collect();
    let mut waiting: HashMap<Digest, usize> = HashMap::new();
    let mut children: HashMap<Digest, Vec<Digest>> = HashMap::new();
    let mut ready: BTreeSet<Digest> = BTreeSet::new();
    for entry in known.values() {
        let parents: HashSet<_> = entry.body.base.iter().filter(|b| known.contains_key(b)).collect();
        for parent in &parents {
            children.entry(**parent).or_default().push(entry.hash);
        }
        if parents.is_empty() {
            ready.insert(entry.hash);
        } else {
            waiting.insert(entry.hash, parents.len());
        }
    }
    let mut order = Vec::with_capacity(known.len());
    while let Some(hash) = ready.pop_first() {
        order.push(known[&hash]);
        for child in children.remove(&hash).unwrap_or_default() {
            let left = waiting.entry(child).or_insert(1);
            *left -= 1;
            if *left == 0 {
                ready.insert(child);
            }
        }
    }
    order
}

/// Hashes that no other entry names in its base, sorted: what the next writer puts into `base`.
#[must_use]
pub fn heads(entries: &[Opened]) -> Vec<Digest> {
    let named: HashSet<&Digest> = entries.iter().flat_map(|e| &e.body.base).collect();
    let heads: BTreeSet<Digest> = entries.iter().map(|e| e.hash).filter(|h| !named.contains(h)).collect();
    heads.into_iter().collect()
}

/// Folds the fields of entries whose kind is in `kinds`; `ordered` is the result of [`causal_order`].
#[must_use]
pub fn fields(ordered: &[&Opened], kinds: &[&str]) -> Fields {
    let ancestors = ancestors(ordered);
    let mut fields = Fields::new();
    for entry in ordered.iter().filter(|e| kinds.contains(&e.body.kind.as_str())) {
        let seen = &ancestors[&entry.hash];
        let parts = entry.parts.iter().map(|(name, map)| (Place::Part(*name), map));
        for (place, map) in std::iter::once((Place::Facts, &entry.body.facts)).chain(parts) {
            for (field, value) in map {
                let versions = fields.entry((place, field.clone())).or_default();
                versions.retain(|v| !seen.contains(&v.entry));
                versions.push(Version { entry: entry.hash, at: entry.body.at.clone(), value: value.clone() });
            }
        }
    }
    for versions in fields.values_mut() {
        versions.sort_by_key(|v| std::cmp::Reverse((instant(&v.at), v.entry)));
    }
    fields
}

/// The shown value of every field of one place, as an object.
#[must_use]
pub fn shown(fields: &Fields, place: Place) -> Map<String, Value> {
    fields
        .iter()
        .filter(|((p, _), _)| *p == place)
        .filter_map(|((_, name), versions)| Some((name.clone(), versions.first()?.value.clone())))
        .collect()
}

/// Names of fields with more than one undecided value (*Dua versi*).
#[must_use]
pub fn undecided(fields: &Fields) -> Vec<String> {
    fields
        .iter()
        .filter(|(_, versions)| versions.iter().any(|v| v.value != versions[0].value))
        .map(|((_, name), _)| name.clone())
        .collect()
}

fn instant(at: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(at).map_or(i64::MIN, |t| t.timestamp_micros())
}

fn ancestors(ordered: &[&Opened]) -> HashMap<Digest, HashSet<Digest>> {
    let mut all: HashMap<Digest, HashSet<Digest>> = HashMap::new();
    for entry in ordered {
        let mut own = HashSet::new();
        for base in &entry.body.base {
            own.insert(*base);
            if let Some(more) = all.get(base) {
                own.extend(more);
            }
        }
        all.insert(entry.hash, own);
    }
    all
}

#[cfg(test)]
#[path = "fold_tests.rs"]
mod tests;
