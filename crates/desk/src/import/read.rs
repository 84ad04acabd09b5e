//! Reading beside writing: rows are read and understood on a thread of their own, at most a few batches ahead.

use super::records::Record;
use super::source::Source;
use crate::error::Result;
use loket_domain::calendar::Calendar;
use loket_domain::import::{Columns, Context, ImportMap, ImportedRow, read_row};
use loket_domain::intake::FieldError;
use loket_domain::{clock, law};
use std::sync::Arc;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Rows of one transaction.
const BATCH: usize = 500;
/// A batch of long rows ends sooner, so that memory does not grow with them.
const BATCH_BYTES: usize = 4 * 1024 * 1024;
/// Batches that wait for the writer.
const AHEAD: usize = 2;

/// All that reading needs.
pub(super) struct Reading {
    pub source: Source,
    pub map: ImportMap,
    pub columns: Columns,
    pub context: Context,
    pub calendar: Calendar,
}

/// One row of the file.
pub(super) struct Item {
    /// The first row after the header is 1.
    pub row: u64,
    /// Line of the file on which it begins.
    pub line: u64,
    /// The record as it stands.
    pub cells: Cells,
    /// What it says.
    pub read: std::result::Result<Box<ImportedRow>, Vec<FieldError>>,
}

/// Cells of a record, in one piece of memory.
pub(super) struct Cells {
    text: String,
    ends: Vec<usize>,
}

impl Cells {
    fn of(cells: &[&str]) -> Self {
        let mut kept = Self { text: String::with_capacity(cells.iter().map(|c| c.len()).sum()), ends: Vec::new() };
        for cell in cells {
            kept.text.push_str(cell);
            kept.ends.push(kept.text.len());
        }
        kept
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).map(|(from, to)| &self.text[from..*to])
    }
}

/// Rows that are written together.
pub(super) struct Batch {
    pub items: Vec<Item>,
    /// Bytes of the file behind it.
    pub bytes: u64,
}

/// Starts to read; the receiver ends the reading when it is dropped.
pub(super) fn start(reading: &Arc<Reading>) -> (mpsc::Receiver<Batch>, JoinHandle<Result<()>>) {
    let (send, receive) = mpsc::channel(AHEAD);
    let reading = Arc::clone(reading);
    (receive, tokio::task::spawn_blocking(move || read(&reading, &send)))
}

fn read(reading: &Reading, send: &mpsc::Sender<Batch>) -> Result<()> {
    let mut records = reading.source.rows()?;
    let (mut items, mut size, mut row) = (Vec::with_capacity(BATCH), 0, 0);
    while let Some(record) = records.read()? {
        row += 1;
        let item = item(reading, row, &record);
        size += item.cells.text.len();
        items.push(item);
        if items.len() == BATCH || size >= BATCH_BYTES {
            let batch =
                Batch { items: std::mem::replace(&mut items, Vec::with_capacity(BATCH)), bytes: records.bytes() };
            size = 0;
            if send.blocking_send(batch).is_err() {
                return Ok(());
            }
        }
    }
    if !items.is_empty() {
        let _nobody_waits = send.blocking_send(Batch { items, bytes: records.bytes() });
    }
    Ok(())
}

fn item(reading: &Reading, row: u64, record: &Record<'_>) -> Item {
    match record {
        Record::TooLong { line, begins } => Item {
            row,
            line: *line,
            cells: Cells::of(&[begins]),
            read: Err(vec![FieldError::new("line", "line_too_long")]),
        },
        Record::Cells { line, cells } => {
            let read = read_row(&reading.map, &reading.columns, cells, &reading.context);
            Item {
                row,
                line: *line,
                cells: Cells::of(cells),
                read: read.map(|row| Box::new(with_deadline(row, &reading.calendar))),
            }
        }
    }
}

/// The fourteen days of Ps44(3) are counted for old complaints too; whether they still run, the fold says.
fn with_deadline(mut row: ImportedRow, calendar: &Calendar) -> ImportedRow {
    let facts = &mut row.intake.facts;
    let received = facts.received_at.as_deref().and_then(loket_domain::complaint::day);
    facts.answer_due = received.map(|day| clock::due(&law::FIRST_RESPONSE, day, calendar).legal);
    facts.answer_rule = Some(law::FIRST_RESPONSE.id.to_string());
    row
}
