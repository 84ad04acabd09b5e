//! What the register and earlier rows of the same file are known by: a look that writes nothing answers as the register
//! would if they had been written.

use loket_domain::entry::Digest;
use loket_domain::import::Keys;
use std::collections::{HashMap, HashSet};

/// What the register, or an earlier row, holds of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Nothing.
    New,
    /// The same complaint.
    Same,
    /// A complaint of the same source id with other content.
    Other,
}

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
    /// Remembers what is there.
    pub fn hold(&mut self, keys: Keys) {
        let content = short(keys.content);
        match keys.source.map(short) {
            Some(source) => drop(self.sources.entry(source).or_insert(content)),
            None => drop(self.nameless.insert(content)),
        }
        self.contents.insert(content);
    }

    /// What is held of a row, by its source id where it has one, else by its content; a new row is held from then on.
    pub fn known(&mut self, keys: Keys) -> Known {
        let content = short(keys.content);
        let known = match keys.source.map(short) {
            Some(source) => match self.sources.get(&source) {
                Some(held) if *held == content => Known::Same,
                Some(_) => Known::Other,
                None if self.nameless.contains(&content) => Known::Same,
                None => Known::New,
            },
            None if self.contents.contains(&content) => Known::Same,
            None => Known::New,
        };
        if known == Known::New {
            self.hold(keys);
        }
        known
    }
}

fn short(digest: Digest) -> u64 {
    digest.0[..8].iter().fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(source: Option<u8>, content: u8) -> Keys {
        let digest = |byte| Digest([byte; 32]);
        Keys { source: source.map(digest), content: digest(content) }
    }

    #[test]
    fn a_refused_row_is_not_held() {
        let mut seen = Seen::default();
        assert_eq!(seen.known(keys(Some(1), 10)), Known::New);
        assert_eq!(seen.known(keys(Some(1), 10)), Known::Same);
        assert_eq!(seen.known(keys(Some(1), 11)), Known::Other);
        assert_eq!(seen.known(keys(None, 11)), Known::New, "nothing of that content was taken");
        assert_eq!(seen.known(keys(None, 10)), Known::Same);
        assert_eq!(seen.known(keys(Some(2), 11)), Known::Same, "taken without a source id");
    }

    #[test]
    fn what_the_register_holds_counts_as_an_earlier_row() {
        let mut seen = Seen::default();
        seen.hold(keys(Some(1), 10));
        seen.hold(keys(None, 12));
        assert_eq!(seen.known(keys(Some(1), 11)), Known::Other);
        assert_eq!(seen.known(keys(Some(3), 12)), Known::Same);
        assert_eq!(seen.known(keys(Some(3), 10)), Known::New, "the same words under another source id");
    }
}
