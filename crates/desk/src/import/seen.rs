//! What earlier rows of the same file are known by, for a look that writes nothing: it answers as the register would
//! if they had been written.

use crate::store::imports::Known;
use loket_domain::entry::Digest;
use loket_domain::import::Keys;
use std::collections::{HashMap, HashSet};

/// Eight bytes of each digest: a look of a million rows errs by chance once in many millions of looks.
#[derive(Default)]
pub(super) struct Seen {
    /// Content by source id.
    sources: HashMap<u64, u64>,
    /// Content of rows without a source id.
    nameless: HashSet<u64>,
    /// Content of all rows.
    contents: HashSet<u64>,
}

impl Seen {
    /// What an earlier row was, and remembers this one if it is new.
    pub fn known(&mut self, keys: Keys) -> Known {
        let content = short(keys.content);
        let known = match keys.source.map(short) {
            Some(source) => match self.sources.get(&source) {
                Some(held) if *held == content => Known::Same,
                Some(_) => Known::Other,
                None if self.nameless.contains(&content) => Known::Same,
                None => {
                    self.sources.insert(source, content);
                    Known::New
                }
            },
            None if self.contents.contains(&content) => Known::Same,
            None => {
                self.nameless.insert(content);
                Known::New
            }
        };
        self.contents.insert(content);
        known
    }
}

fn short(digest: Digest) -> u64 {
    digest.0[..8].iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}
