//! Taking over an old register from the command line.

use crate::answer::Answer;
use crate::opening::{content, officer, value, with_desk};
use loket_desk::import::{Control, Progress, Report, Source, beside, summaries};
use loket_desk::place::Place;
use loket_desk::{Act, Result};
use loket_domain::import::{ImportMap, guess};
use serde_json::json;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

/// A first mapping for a file, to be checked by a person; the register is not asked.
pub fn propose(file: &Path) -> Result<Answer> {
    let source = Source::look(file)?;
    let json = serde_json::to_value(guess(&source.header))?;
    Ok(Answer { lines: vec![serde_json::to_string_pretty(&json)?], json })
}

pub async fn import(
    place: &Place,
    key_file: Option<&Path>,
    file: &Path,
    map: &Path,
    dry_run: bool,
    rejects: Option<&Path>,
) -> Result<Answer> {
    let map: ImportMap = value(&content(map)?)?;
    with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let control = Control { cancelled: &AtomicBool::new(false), tell: &tell };
        if dry_run {
            let preview = desk.preview_import(file, &map, rejects, act, &control).await?;
            let source = &preview.source;
            let kind = format!("{}, pemisah {}", source.encoding_label(), delimiter_word(source.delimiter));
            let unread = format!("Kolom yang tidak dibaca: {}.", preview.unused.join(", "));
            let mut answer = told(&preview.report, false);
            answer.lines.insert(0, kind);
            answer.lines.extend((!preview.unused.is_empty()).then_some(unread));
            answer.json["encoding"] = json!(source.encoding_label());
            answer.json["delimiter"] = json!(char::from(source.delimiter).to_string());
            answer.json["unused"] = json!(preview.unused);
            answer.json["summaries"] = json!(summaries(&source.header));
            return Ok(answer);
        }
        let refused: PathBuf = rejects.map_or_else(|| beside(file), Path::to_owned);
        Ok(told(&desk.import(file, &map, &refused, act, &control).await?, true))
    })
    .await
}

pub async fn undo(place: &Place, key_file: Option<&Path>, id: Uuid, reason: &str) -> Result<Answer> {
    let undone = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        desk.undo_import(id, reason, act).await
    })
    .await?;
    let stay = match undone.stay {
        0 => String::new(),
        n => format!(" {n} aduan tetap ada karena sudah dikerjakan."),
    };
    Ok(Answer {
        lines: vec![format!("Impor dibatalkan: {} aduan keluar dari register.{stay}", undone.left)],
        json: serde_json::to_value(undone)?,
    })
}

fn told(report: &Report, done: bool) -> Answer {
    let mut lines = vec![report.words(done)];
    if let Some(line) = report.zone_needed {
        lines.push(format!(
            "Jam tanpa zona waktu, mulai baris {line}. Jam siapa itu? Isikan \"zone\" pada peta: WIB, WITA, WIT, atau UTC."
        ));
    }
    if let Some(path) = &report.rejects {
        lines.push(format!("Baris yang tidak dimasukkan: {}", path.display()));
    }
    lines.extend(report.import.map(|id| format!("Id impor: {id}")));
    Answer { lines, json: serde_json::to_value(report).unwrap_or_default() }
}

/// On a terminal only: a script reads the answer.
fn tell(progress: Progress) {
    let mut screen = std::io::stderr();
    if screen.is_terminal() {
        let percent = progress.bytes * 100 / progress.all_bytes.max(1);
        let what = if progress.writing { "Mengimpor" } else { "Memeriksa" };
        let _ = write!(screen, "\r{what}: {} baris, {percent} %   ", progress.rows);
    }
}

const fn delimiter_word(delimiter: u8) -> &'static str {
    match delimiter {
        b',' => "koma",
        b';' => "titik koma",
        b'\t' => "tab",
        _ => "garis tegak",
    }
}
