//! What was not taken, in a file that can be put right in a spreadsheet and imported again: line, reason, the record.

use crate::error::{Error, Result};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file beside the imported one that is not there yet: in an older one somebody may be putting rows right.
#[must_use]
pub fn beside(source: &Path) -> PathBuf {
    let stem = source.file_stem().unwrap_or_default().to_string_lossy();
    let named = |n: u32| match n {
        1 => source.with_file_name(format!("{stem}-ditolak.csv")),
        n => source.with_file_name(format!("{stem}-ditolak-{n}.csv")),
    };
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
}

/// Writes refused records; the file begins to exist with the first of them.
pub struct Rejects {
    path: PathBuf,
    header: Vec<String>,
    delimiter: u8,
    file: Option<BufWriter<File>>,
}

impl Rejects {
    /// Will write to `path`, with the columns and the delimiter of the source.
    #[must_use]
    pub fn new(path: PathBuf, header: &[String], delimiter: u8) -> Self {
        let columns = ["Baris".to_owned(), "Alasan".to_owned()];
        Self { path, header: columns.into_iter().chain(header.iter().cloned()).collect(), delimiter, file: None }
    }

    /// Adds a record.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::DiskFull`].
    pub fn add<'a>(&mut self, line: u64, reason: &str, cells: impl Iterator<Item = &'a str>) -> Result<()> {
        let mut text = Vec::new();
        let file = match &mut self.file {
            Some(file) => file,
            None => {
                text.extend_from_slice("\u{feff}".as_bytes());
                for column in &self.header {
                    cell(&mut text, column, self.delimiter);
                }
                end_line(&mut text);
                self.file.insert(BufWriter::new(File::create(&self.path)?))
            }
        };
        cell(&mut text, &line.to_string(), self.delimiter);
        cell(&mut text, reason, self.delimiter);
        for kept in cells {
            cell(&mut text, kept, self.delimiter);
        }
        end_line(&mut text);
        Ok(file.write_all(&text)?)
    }

    /// Makes the file durable and tells where it is; `None` when nothing was refused.
    ///
    /// # Errors
    /// [`Error::Io`], [`Error::DiskFull`].
    pub fn finish(self) -> Result<Option<PathBuf>> {
        let Some(file) = self.file else { return Ok(None) };
        file.into_inner().map_err(|e| Error::from(e.into_error()))?.sync_all()?;
        Ok(Some(self.path))
    }
}

/// A cell in quotes, and what parts it from the next; one that a spreadsheet would calculate gets a quote mark before
/// it, which an import takes off again.
fn cell(out: &mut Vec<u8>, text: &str, delimiter: u8) {
    out.push(b'"');
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        out.push(b'\'');
    }
    out.extend(text.replace('"', "\"\"").into_bytes());
    out.extend([b'"', delimiter]);
}

/// A line end in place of the last delimiter.
fn end_line(out: &mut Vec<u8>) {
    out.pop();
    out.extend_from_slice(b"\r\n");
}
