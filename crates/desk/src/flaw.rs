//! What a check finds wrong, and where: in words for a person, in a line for the technical log.

use std::fmt;

/// The first thing that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Pages of the database file.
    Pages,
    /// The entry at this place of arrival.
    Entry(u64, Broken),
    /// The entry on this line of a bundle.
    Line(u64, Broken),
    /// A bundle without entries.
    Empty,
    /// An entry that the witness saw written is not there.
    Lost,
    /// Tables made anew from the log differ from what stood there.
    Tables(String),
    /// The file of a copy.
    Snapshot,
}

/// How an entry is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Its bytes are no entry.
    Shape,
    /// Its line ends too early or is too long.
    Cut,
    /// Its content does not match its hash.
    Hash,
    /// It does not follow on the one before.
    Chain,
    /// Its log does not begin with the log's key.
    Beginning,
    /// Another key signed it.
    Signature,
    /// A part does not match the digest in its body.
    Part,
}

impl Broken {
    /// For a person: `tanda tangannya tidak cocok`.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Shape => "isinya bukan entri",
            Self::Cut => "terpotong atau terlalu panjang",
            Self::Hash => "isinya tidak cocok dengan sidiknya",
            Self::Chain => "rantainya terputus: ada entri yang dihapus, disisipkan, atau ditukar",
            Self::Beginning => "rantainya tidak diawali dengan kuncinya",
            Self::Signature => "tanda tangannya tidak cocok",
            Self::Part => "uraian atau identitasnya tidak cocok dengan sidiknya",
        }
    }

    const fn told(self) -> &'static str {
        match self {
            Self::Shape => "is no entry",
            Self::Cut => "is cut off or too long",
            Self::Hash => "hash",
            Self::Chain => "chain is broken",
            Self::Beginning => "log does not begin with its key",
            Self::Signature => "signature",
            Self::Part => "part",
        }
    }
}

impl Flaw {
    /// For a person, without a full stop: `Entri ke-5: tanda tangannya tidak cocok`.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Pages => "Halaman berkas register rusak".to_owned(),
            Self::Entry(no, broken) => format!("Entri ke-{no}: {}", broken.words()),
            Self::Line(no, broken) => format!("Baris {no}: {}", broken.words()),
            Self::Empty => "Tidak ada entri".to_owned(),
            Self::Lost => "Entri yang pernah dicatat tidak ada lagi".to_owned(),
            Self::Tables(names) => format!("Daftar yang disusun ulang berbeda: {names}"),
            Self::Snapshot => "Berkas cadangan rusak".to_owned(),
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pages => f.write_str("database pages are damaged"),
            Self::Entry(no, broken) => write!(f, "entry {no}: {}", broken.told()),
            Self::Line(no, broken) => write!(f, "line {no}: {}", broken.told()),
            Self::Empty => f.write_str("no entries"),
            Self::Lost => f.write_str("entries that were acknowledged are missing"),
            Self::Tables(names) => write!(f, "rebuilt tables differ: {names}"),
            Self::Snapshot => f.write_str("snapshot is damaged"),
        }
    }
}
