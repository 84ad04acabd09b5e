//! Importing an old register: looked through first, then written in batches that are each durable. Interrupted at any
//! place, the same import goes on when it is run again; what the register holds already is not taken twice.

mod read;
mod records;
mod rejects;
mod seen;
mod source;
mod undo;

pub use rejects::beside;
pub use source::Source;
pub use undo::Undone;

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::imports::{self, ImportRow};
use crate::store::unit;
use crate::write::{Act, Fact};
use loket_domain::facts::{ImportFacts, ImportMatter, kind};
use loket_domain::import::{Columns, Context, ImportMap, ImportedRow, Keys, MAP_VERSION, is_summary, reason};
use loket_domain::intake::FieldError;
use loket_domain::rights::Right;
use read::{Item, Reading};
use rejects::Rejects;
use seen::{Known, Seen};
use serde::Serialize;
use sqlx::SqliteConnection;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Rows of the preview.
pub const PREVIEWED: usize = 20;

/// What came, or would come, of an import.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// The import; absent when nothing was written.
    pub import: Option<Uuid>,
    /// Rows read.
    pub rows: u64,
    /// Complaints taken.
    pub imported: u64,
    /// Rows that the register, or an earlier row, holds already.
    pub skipped: u64,
    /// Rows refused.
    pub rejected: u64,
    /// How many rows were refused for which reason.
    pub reasons: BTreeMap<String, u64>,
    /// First line with a time whose zone nobody knows; nothing can be imported before the mapping names it.
    pub zone_needed: Option<u64>,
    /// Stopped by a person; what was taken stays.
    pub cancelled: bool,
    /// Where the refused rows stand.
    pub rejects: Option<PathBuf>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// It writes; before that it looks through the file.
    pub writing: bool,
    /// Bytes of the file behind it.
    pub bytes: u64,
    /// Bytes of the file.
    pub all_bytes: u64,
    /// Rows read.
    pub rows: u64,
    /// Complaints taken.
    pub imported: u64,
    /// Rows refused.
    pub rejected: u64,
}

/// What a running import is told and tells.
pub struct Control<'a> {
    /// Set to stop after the batch at hand.
    pub cancelled: &'a AtomicBool,
    /// Called after each batch.
    pub tell: &'a (dyn Fn(Progress) + Send + Sync),
}

/// A file as it would be imported.
pub struct Preview {
    /// What the file is.
    pub source: Source,
    /// Columns that no field reads, those that sum up among them.
    pub unused: Vec<String>,
    /// What would come of it.
    pub report: Report,
    /// The first rows.
    pub rows: Vec<PreviewRow>,
}

/// One row as it would be read.
pub struct PreviewRow {
    /// Line of the file.
    pub line: u64,
    /// The complaint, or all reasons against it.
    pub read: std::result::Result<Box<ImportedRow>, Vec<String>>,
    /// It is in the register already.
    pub known: bool,
}

/// What is done with the rows.
enum Purpose<'a> {
    Look(&'a mut Vec<PreviewRow>),
    Write(Uuid, Act),
}

impl Desk {
    /// Looks through a file as an import would, and writes nothing to the register; refused rows go to `rejects` where
    /// it is named.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] without the role of administrator; [`Error::Invalid`] when the mapping does not fit the
    /// file; [`Error::Precondition`] `import_empty`; [`Error::Io`].
    pub async fn preview_import(
        &self,
        path: &Path,
        map: &ImportMap,
        rejects: Option<&Path>,
        act: Act,
        control: &Control<'_>,
    ) -> Result<Preview> {
        self.require(act.officer, Right::Settings).await?;
        let reading = self.reading(path, map, act).await?;
        rejects.map_or(Ok(()), |rejects| apart(path, rejects))?;
        let mut rows = Vec::new();
        let rejects =
            rejects.map(|path| Rejects::new(path.to_owned(), &reading.source.header, reading.source.delimiter));
        let report = self.go_through(&reading, Purpose::Look(&mut rows), rejects, control).await?;
        let unused = reading.source.header.iter().filter(|h| !h.is_empty() && !map.columns.values().any(|c| c == *h));
        Ok(Preview { unused: unused.cloned().collect(), report, rows, source: reading.source.clone() })
    }

    /// Imports a file: looks through it first, then writes batch after batch. Refused rows go to `rejects`.
    ///
    /// # Errors
    /// As [`Desk::preview_import`]; [`Error::Precondition`] `zone_needed` when a time has no zone and the mapping names
    /// none; [`Error::DiskFull`] and the like end it with what is durable so far: run it again to go on.
    pub async fn import(
        &self,
        path: &Path,
        map: &ImportMap,
        rejects: &Path,
        act: Act,
        control: &Control<'_>,
    ) -> Result<Report> {
        self.require(act.officer, Right::Settings).await?;
        let reading = self.reading(path, map, act).await?;
        apart(path, rejects)?;
        let refused = || Rejects::new(rejects.to_owned(), &reading.source.header, reading.source.delimiter);
        let looked = self.go_through(&reading, Purpose::Look(&mut Vec::new()), None, control).await?;
        if looked.zone_needed.is_some() {
            return Err(Error::Precondition("zone_needed"));
        }
        if looked.cancelled {
            return Ok(looked);
        }
        let known = imports::unfinished(&mut *self.reader().await?, reading.source.digest, map).await?;
        let import = match known {
            Some(import) => import,
            None if looked.imported > 0 => self.begin_import(&reading, looked.rows, act).await?,
            None => Uuid::nil(),
        };
        let report = self.go_through(&reading, Purpose::Write(import, act), Some(refused()), control).await?;
        Ok(Report { import: Some(import).filter(|id| !id.is_nil()), ..report })
    }

    /// All imports, newest first.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn imports(&self) -> Result<Vec<ImportRow>> {
        imports::all(&mut *self.reader().await?).await
    }

    async fn reading(&self, path: &Path, map: &ImportMap, act: Act) -> Result<Arc<Reading>> {
        if map.v != MAP_VERSION {
            return Err(Error::Invalid(vec![FieldError::new("v", "unknown")]));
        }
        let path = path.to_owned();
        let source = tokio::task::spawn_blocking(move || Source::look(&path)).await??;
        let columns = Columns::find(map, &source.header).map_err(Error::Invalid)?;
        let (facts, _) = self.settings().await?;
        let mut conn = self.reader().await?;
        let services = unit::services(&mut conn).await?;
        let context = Context {
            zone: facts.zone,
            now: crate::calendar::local(act.now, facts.zone),
            services: services.into_iter().map(|s| (s.name.to_lowercase(), s.id)).collect(),
            unit: self.unit,
        };
        let calendar = crate::calendar::of(&mut conn).await?;
        Ok(Arc::new(Reading { source, map: map.clone(), columns, context, calendar }))
    }

    async fn begin_import(&self, reading: &Reading, rows: u64, act: Act) -> Result<Uuid> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let file_name = reading.source.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let facts = ImportFacts {
            rows,
            file: reading.source.digest,
            map_version: MAP_VERSION,
            office_zone: reading.context.zone,
            zone: reading.map.zone,
        };
        let id = Uuid::now_v7();
        let matter = ImportMatter { file_name, map: reading.map.clone() };
        w.append(Fact::new(id, kind::IMPORT_MADE, &facts).matter(&matter)).await?;
        w.commit().await?;
        Ok(id)
    }

    async fn go_through(
        &self,
        reading: &Arc<Reading>,
        mut purpose: Purpose<'_>,
        mut rejects: Option<Rejects>,
        control: &Control<'_>,
    ) -> Result<Report> {
        let mut report = Report::default();
        let mut seen = Seen::default();
        let (mut batches, reader) = read::start(reading);
        while let Some(batch) = batches.recv().await {
            if control.cancelled.load(Ordering::Relaxed) {
                report.cancelled = true;
                break;
            }
            let known = match &mut purpose {
                Purpose::Look(_) => look_up(&mut *self.reader().await?, &batch.items, &mut seen).await?,
                Purpose::Write(import, act) => self.write_batch(&batch.items, *import, *act).await?,
            };
            for (item, known) in batch.items.iter().zip(&known) {
                report.count(item, *known, rejects.as_mut())?;
            }
            if let Purpose::Look(rows) = &mut purpose {
                rows.extend(batch.items.into_iter().zip(known).take(PREVIEWED - rows.len()).map(preview_row));
            }
            (control.tell)(Progress {
                writing: matches!(purpose, Purpose::Write(..)),
                bytes: batch.bytes,
                all_bytes: reading.source.bytes,
                rows: report.rows,
                imported: report.imported,
                rejected: report.rejected,
            });
        }
        drop(batches);
        reader.await??;
        report.rejects = rejects.map(Rejects::finish).transpose()?.flatten();
        Ok(report)
    }

    /// Writes what is new of one batch, in one transaction.
    async fn write_batch(&self, items: &[Item], import: Uuid, act: Act) -> Result<Vec<Known>> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let all = look_up(&mut w.tx, items, &mut Seen::default()).await?;
        let at = w.at.to_rfc3339();
        let new = items.iter().zip(&all).filter(|(_, known)| **known == Known::New);
        let facts = new.filter_map(|(item, _)| Some(imported(item.read.as_ref().ok()?, item.row, import, &at)));
        w.append_new(facts.collect()).await?;
        w.commit().await?;
        Ok(all)
    }
}

/// What the register, or an earlier row, holds of each row that can be read.
async fn look_up(conn: &mut SqliteConnection, items: &[Item], seen: &mut Seen) -> Result<Vec<Known>> {
    let keys: Vec<Keys> = items.iter().filter_map(|item| Some(item.read.as_ref().ok()?.keys)).collect();
    for held in imports::held(conn, &keys).await? {
        seen.hold(held);
    }
    Ok(items.iter().map(|item| item.read.as_ref().map_or(Known::New, |row| seen.known(row.keys))).collect())
}

/// The entry of one row.
fn imported(row: &ImportedRow, number: u64, import: Uuid, at: &str) -> Fact<'static> {
    let mut intake = row.intake.clone();
    intake.facts.recorded_at = Some(at.to_owned());
    let mut imported = row.imported.clone();
    (imported.import, imported.row) = (Some(import), Some(number));
    let mut fact = Fact::new(Uuid::now_v7(), kind::COMPLAINT_IMPORTED, &intake.facts)
        .identity(&intake.identity)
        .matter(&intake.matter);
    fact.facts.extend(loket_domain::complaint::object(&imported));
    fact.matter.extend(loket_domain::complaint::object(&row.matter));
    fact
}

impl Report {
    fn count(&mut self, item: &Item, known: Known, rejects: Option<&mut Rejects>) -> Result<()> {
        self.rows += 1;
        let reasons = match (&item.read, known) {
            (Ok(_), Known::New) => {
                self.imported += 1;
                return Ok(());
            }
            (Ok(_), Known::Same) => {
                self.skipped += 1;
                return Ok(());
            }
            (Ok(_), Known::Other) => vec![reason(&FieldError::new("source_id", "other_content"))],
            (Err(errors), _) => {
                if errors.iter().any(|e| e.code == "zone") {
                    self.zone_needed.get_or_insert(item.line);
                }
                errors.iter().map(reason).collect()
            }
        };
        self.rejected += 1;
        for reason in &reasons {
            *self.reasons.entry(reason.clone()).or_default() += 1;
        }
        rejects.map_or(Ok(()), |file| file.add(item.line, &reasons.join("; "), item.cells.iter()))
    }

    /// `212 baris dibaca, 3 tidak dimasukkan: tanggal diterima tidak terbaca.`
    #[must_use]
    pub fn words(&self, done: bool) -> String {
        let taken = if done { "dimasukkan" } else { "akan dimasukkan" };
        let refused = match self.rejected {
            0 => String::new(),
            n => {
                let reasons: Vec<String> =
                    self.reasons.iter().map(|(r, n)| format!("{} ({n})", lower_first(r))).collect();
                format!(" {n} tidak dimasukkan: {}.", reasons.join(", "))
            }
        };
        let twice = match self.skipped {
            0 => "Tidak ada yang ganda.".to_owned(),
            n => format!("{n} sudah ada dan dilewati."),
        };
        format!("{} baris dibaca, {} {taken}.{refused} {twice}", self.rows, self.imported)
    }
}

/// Refused rows never go over the file that is being read.
fn apart(source: &Path, rejects: &Path) -> Result<()> {
    match (source.canonicalize(), rejects.canonicalize()) {
        (Ok(a), Ok(b)) if a == b => Err(Error::Invalid(vec![FieldError::new("rejects", "same_file")])),
        _ => Ok(()),
    }
}

fn lower_first(text: &str) -> String {
    // NIK stays.
    match text.chars().nth(1) {
        Some(second) if second.is_lowercase() => text[..1].to_lowercase() + &text[1..],
        _ => text.to_owned(),
    }
}

fn preview_row((item, known): (Item, Known)) -> PreviewRow {
    let other = || vec![reason(&FieldError::new("source_id", "other_content"))];
    PreviewRow {
        line: item.line,
        known: known == Known::Same,
        read: match (item.read, known) {
            (Ok(_), Known::Other) => Err(other()),
            (Ok(row), _) => Ok(row),
            (Err(errors), _) => Err(errors.iter().map(reason).collect()),
        },
    }
}

/// Columns that are left out because they sum up what stands elsewhere.
#[must_use]
pub fn summaries(header: &[String]) -> Vec<String> {
    header.iter().filter(|h| is_summary(h)).cloned().collect()
}
