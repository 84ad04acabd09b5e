//! What kind of file it is: encoding, delimiter, header. Found from the bytes, never from the name.

use super::records::{Decoded, Record, Records};
use crate::error::{Error, Result};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use loket_domain::entry::Digest;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

const CHUNK: usize = 64 * 1024;
/// Enough of the text to tell its delimiter and its header.
const SAMPLE: usize = 256 * 1024;
/// Records of the sample that are looked at.
const LOOKED_AT: usize = 60;
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A file that can be read as a table.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// How its characters are written.
    pub encoding: &'static Encoding,
    /// It begins with a byte order mark.
    pub bom: bool,
    /// What parts its cells.
    pub delimiter: u8,
    /// Names of its columns.
    pub header: Vec<String>,
    /// Records up to and with the header.
    pub before_rows: usize,
    /// Length in bytes.
    pub bytes: u64,
    /// BLAKE3 of its bytes.
    pub digest: Digest,
}

impl Source {
    /// Looks at a file from its first to its last byte, without keeping it.
    ///
    /// # Errors
    /// [`Error::Io`]; [`Error::Precondition`] `import_empty` without a header.
    pub fn look(path: &Path) -> Result<Self> {
        let scanned = scan(path)?;
        let mut sample = Decoded::new(File::open(path)?, scanned.encoding).take_text(SAMPLE)?;
        let cut = scanned.bytes > SAMPLE as u64;
        let mut delimiter = best_delimiter(&sample, cut);
        if let Some(named) = sample.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
            delimiter = named;
        }
        if cut && let Some(end) = sample.rfind('\n') {
            sample.truncate(end);
        }
        let records = first_records(&sample, delimiter);
        let place = header_place(&records).ok_or(Error::Precondition("import_empty"))?;
        Ok(Self {
            path: path.to_owned(),
            encoding: scanned.encoding,
            bom: scanned.bom,
            delimiter,
            header: records[place].iter().map(|cell| cell.trim().to_owned()).collect(),
            before_rows: place + 1,
            bytes: scanned.bytes,
            digest: scanned.digest,
        })
    }

    /// The rows after the header.
    ///
    /// # Errors
    /// [`Error::Io`].
    pub fn rows(&self) -> Result<Records<BufReader<File>>> {
        let file = BufReader::with_capacity(CHUNK, File::open(&self.path)?);
        let mut records = Records::new(Decoded::new(file, self.encoding), self.delimiter);
        for _ in 0..self.before_rows {
            records.read()?;
        }
        Ok(records)
    }

    /// `UTF-8 dengan BOM`, `Windows-1252`.
    #[must_use]
    pub fn encoding_label(&self) -> String {
        let name = if self.encoding == WINDOWS_1252 {
            "Windows-1252"
        } else if self.encoding == UTF_8 {
            "UTF-8"
        } else {
            "UTF-16"
        };
        if self.bom { format!("{name} dengan BOM") } else { name.to_owned() }
    }
}

struct Scanned {
    encoding: &'static Encoding,
    bom: bool,
    bytes: u64,
    digest: Digest,
}

/// One pass over the bytes: their digest, and whether all of them are UTF-8.
fn scan(path: &Path) -> Result<Scanned> {
    let mut file = File::open(path)?;
    let (mut hasher, mut buffer, mut carried) = (blake3::Hasher::new(), vec![0; CHUNK], 0);
    let (mut bytes, mut valid, mut begins) = (0_u64, true, None);
    loop {
        let read = file.read(&mut buffer[carried..])?;
        let held = carried + read;
        hasher.update(&buffer[carried..held]);
        bytes += read as u64;
        begins.get_or_insert_with(|| beginning(&buffer[..held]));
        if read == 0 {
            valid &= carried == 0;
            break;
        }
        carried = 0;
        if valid && let Err(e) = std::str::from_utf8(&buffer[..held]) {
            // A character that is cut by the end of the chunk is read with the next one.
            valid = e.error_len().is_none();
            let rest = e.valid_up_to()..held;
            carried = if valid { rest.len() } else { 0 };
            buffer.copy_within(held - carried..held, 0);
        }
    }
    let (encoding, bom) = match begins.flatten() {
        Some((encoding, bom)) => (encoding, bom),
        None if valid => (UTF_8, false),
        None => (WINDOWS_1252, false),
    };
    Ok(Scanned { encoding, bom, bytes, digest: Digest(*hasher.finalize().as_bytes()) })
}

/// What the first bytes alone tell: a byte order mark, or the NULs of UTF-16 without one.
fn beginning(bytes: &[u8]) -> Option<(&'static Encoding, bool)> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some((encoding, true));
    }
    let pairs = bytes.len() / 2;
    let nuls = |at: usize| bytes.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    if pairs >= 2 && odd * 10 > pairs * 4 && even * 10 < pairs {
        return Some((UTF_16LE, false));
    }
    (pairs >= 2 && even * 10 > pairs * 4 && odd * 10 < pairs).then_some((UTF_16BE, false))
}

fn first_records(sample: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut records = Records::new(Decoded::new(sample.as_bytes(), UTF_8), delimiter);
    let mut read = Vec::new();
    while read.len() < LOOKED_AT
        && let Ok(Some(record)) = records.read()
    {
        read.push(match record {
            Record::Cells { cells, .. } => cells.iter().map(|cell| (*cell).to_owned()).collect(),
            Record::TooLong { .. } => Vec::new(),
        });
    }
    read
}

/// The delimiter under which most records have the same, and many, cells.
fn best_delimiter(sample: &str, cut: bool) -> u8 {
    let score = |delimiter: u8| {
        let mut records = first_records(sample, delimiter);
        if cut && records.len() < LOOKED_AT {
            records.pop();
        }
        let count = usual_count(&records);
        if count < 2 { 0 } else { count * records.iter().filter(|r| r.len() == count).count() }
    };
    // Of equal ones the first in the list.
    DELIMITERS.into_iter().rev().max_by_key(|d| score(*d)).unwrap_or(b',')
}

/// The number of cells that most records have.
fn usual_count(records: &[Vec<String>]) -> usize {
    let like = |count: usize| records.iter().filter(|r| r.len() == count).count();
    records.iter().map(Vec::len).max_by_key(|count| (like(*count), *count)).unwrap_or(0)
}

/// The header is the first record that is nearly as wide as the table; titles above it are narrower.
fn header_place(records: &[Vec<String>]) -> Option<usize> {
    let filled = |r: &Vec<String>| r.iter().filter(|cell| !cell.trim().is_empty()).count();
    let usual = usual_count(records).min(records.iter().map(filled).max()?);
    let wide = records.iter().position(|r| filled(r) > 0 && filled(r) * 10 >= usual * 6);
    wide.filter(|at| !records[*at].is_empty())
}
