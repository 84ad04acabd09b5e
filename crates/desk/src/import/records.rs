//! Records of a table, one at a time, in a buffer that does not grow with the file: text decoded piece by piece, cells
//! parted by the state machine of `csv-core`, a record beyond [`MAX_RECORD`] passed over.

use crate::error::Result;
use csv_core::ReadRecordResult;
use encoding_rs::Encoding;
use std::borrow::Cow;
use std::io::Read;

/// Longest record that is read, in bytes of UTF-8. The longest real complaint has 8,471 characters.
pub const MAX_RECORD: usize = 1024 * 1024;
/// What is kept of a longer one, to recognise it.
const KEPT: usize = 1_000;
/// Most cells of a record.
const MAX_CELLS: usize = 4_096;
const CHUNK: usize = 32 * 1024;

/// Bytes of a file as UTF-8; what cannot be read becomes a replacement character.
pub struct Decoded<R> {
    inner: R,
    decoder: encoding_rs::Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    ended: bool,
    /// Bytes of the file read so far.
    pub bytes: u64,
}

impl<R: Read> Decoded<R> {
    /// Decodes `inner`; a byte order mark at its beginning is no text.
    pub fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { inner, decoder, raw: vec![0; CHUNK], text: Vec::new(), at: 0, ended: false, bytes: 0 }
    }

    /// The next piece of text; empty at the end.
    fn fill(&mut self) -> Result<&[u8]> {
        while self.at == self.text.len() && !self.ended {
            let read = self.inner.read(&mut self.raw)?;
            self.bytes += read as u64;
            self.ended = read == 0;
            let most = self.decoder.max_utf8_buffer_length(read).unwrap_or(CHUNK * 3);
            self.text.resize(most, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw[..read], &mut self.text, self.ended);
            self.text.truncate(written);
            self.at = 0;
        }
        Ok(&self.text[self.at..])
    }

    /// Up to `most` bytes of text from the beginning.
    ///
    /// # Errors
    /// [`crate::Error::Io`].
    pub fn take_text(mut self, most: usize) -> Result<String> {
        let mut text = Vec::new();
        loop {
            let piece = self.fill()?;
            if piece.is_empty() || text.len() >= most {
                return Ok(String::from_utf8_lossy(&text).into_owned());
            }
            text.extend_from_slice(piece);
            self.at = self.text.len();
        }
    }
}

/// One record.
pub enum Record<'a> {
    /// Its cells.
    Cells {
        /// Line of the file on which it begins; the first is 1.
        line: u64,
        /// Text of each cell.
        cells: Vec<&'a str>,
    },
    /// Longer than [`MAX_RECORD`]: passed over.
    TooLong {
        /// Line of the file on which it begins.
        line: u64,
        /// Its first characters.
        begins: Cow<'a, str>,
    },
}

/// Reads records.
pub struct Records<R> {
    text: Decoded<R>,
    core: csv_core::Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
    line: u64,
    after_return: bool,
}

impl<R: Read> Records<R> {
    /// Records whose cells `delimiter` parts; double quotes may hold delimiters and line breaks.
    pub fn new(text: Decoded<R>, delimiter: u8) -> Self {
        let core = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        Self { text, core, out: vec![0; CHUNK], ends: vec![0; 64], line: 1, after_return: false }
    }

    /// Bytes of the file read so far.
    pub const fn bytes(&self) -> u64 {
        self.text.bytes
    }

    /// The next record; `None` at the end.
    ///
    /// # Errors
    /// [`crate::Error::Io`].
    pub fn read(&mut self) -> Result<Option<Record<'_>>> {
        self.skip_line_ends()?;
        let line = self.line;
        let (mut written, mut ended, mut too_long) = (0, 0, false);
        loop {
            let input = self.text.fill()?;
            let (result, taken, out, ends) =
                self.core.read_record(input, &mut self.out[written..], &mut self.ends[ended..]);
            let lines = line_ends(&input[..taken], &mut self.after_return);
            self.line += lines;
            self.text.at += taken;
            (written, ended) = (written + out, ended + ends);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.out.len() < MAX_RECORD => {
                    self.out.resize((self.out.len() * 2).min(MAX_RECORD), 0);
                }
                ReadRecordResult::OutputEndsFull if self.ends.len() < MAX_CELLS => {
                    self.ends.resize(self.ends.len() * 2, 0);
                }
                // What no longer fits is overwritten again and again, behind the beginning that is kept.
                ReadRecordResult::OutputFull => (written, too_long) = (KEPT, true),
                ReadRecordResult::OutputEndsFull => (ended, too_long) = (0, true),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
            }
        }
        if too_long {
            let begins = String::from_utf8_lossy(&self.out[..KEPT.min(self.out.len())]);
            return Ok(Some(Record::TooLong { line, begins }));
        }
        let text = std::str::from_utf8(&self.out[..written]).unwrap_or_default();
        let mut from = 0;
        let cells = self.ends[..ended]
            .iter()
            .map(|end| {
                let cell = text.get(from..*end).unwrap_or_default();
                from = *end;
                cell
            })
            .collect();
        Ok(Some(Record::Cells { line, cells }))
    }

    /// Empty lines before a record belong to none.
    fn skip_line_ends(&mut self) -> Result<()> {
        loop {
            let input = self.text.fill()?;
            let empty = input.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            if empty == 0 {
                return Ok(());
            }
            self.line += line_ends(&input[..empty], &mut self.after_return);
            self.text.at += empty;
        }
    }
}

/// Line ends in a piece: `\n`, `\r\n` and `\r` alone each count once.
fn line_ends(piece: &[u8], after_return: &mut bool) -> u64 {
    let mut count = 0;
    for byte in piece {
        match byte {
            b'\r' => count += 1,
            b'\n' if !*after_return => count += 1,
            _ => {}
        }
        *after_return = *byte == b'\r';
    }
    count
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
