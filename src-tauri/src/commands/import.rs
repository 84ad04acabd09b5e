//! Pengaturan, *Register lama*: choose, look, import, take back.

use super::{Program, shown_name};
use crate::dto::import::{
    ImportFile, ImportItem, ImportMapping, ImportPreview, ImportProgress, ImportReport, ImportUndone,
};
use crate::error::{CommandError, Failure, Reply, told};
use crate::host::Ask;
use crate::state::id;
use crate::view::import::{self as view, count};
use crate::view::rows::Today;
use chrono::{DateTime, Utc};
use loket_desk::import::{Progress, Source, beside};
use loket_domain::dates;
use loket_domain::rights::Right;
use std::path::PathBuf;

/// Asks for the file of an old register and proposes how to read it.
#[tauri::command]
#[specta::specta]
pub async fn choose_import(shell: Program<'_>) -> Reply<Option<ImportFile>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            s.desk.require(s.officer, Right::Settings).await?;
            let ask =
                Ask::File { title: "Pilih berkas register lama", kind: "Tabel CSV", endings: &["csv", "txt", "tsv"] };
            let Some(path) = shell.choose(ask).await?.into_iter().next() else { return Ok(None) };
            let looked = path.clone();
            let source = tokio::task::spawn_blocking(move || Source::look(&looked)).await??;
            let name = shown_name(&path);
            shell.importing.take(path);
            Ok(Some(view::file(&source, name)))
        })
        .await
}

/// What would come of importing the chosen file; nothing is written.
#[tauri::command]
#[specta::specta]
pub async fn preview_import(shell: Program<'_>, mapping: ImportMapping) -> Reply<ImportPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let _one = shell.importing.running.lock().await;
            let tell = |p: Progress| shell.importing.note(p);
            let control = shell.importing.begin(&tell);
            let preview =
                s.desk.preview_import(&chosen(&shell)?, &view::map(&mapping), None, s.act(), &control).await?;
            let (facts, _) = s.desk.settings().await?;
            let calendar = loket_desk::calendar::of(&mut *s.desk.reader().await?).await?;
            let today = Today { date: s.desk.today(Utc::now()).await?, zone: facts.zone, calendar };
            Ok(view::preview(&preview, &today))
        })
        .await
}

/// Imports the chosen file. What is taken is durable batch by batch.
#[tauri::command]
#[specta::specta]
pub async fn run_import(shell: Program<'_>, mapping: ImportMapping, request_id: String) -> Reply<ImportReport> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let _one = shell.importing.running.lock().await;
            let tell = |p: Progress| shell.importing.note(p);
            let control = shell.importing.begin(&tell);
            let path = chosen(&shell)?;
            let act = s.act_of(&request_id)?;
            let report = s.desk.import(&path, &view::map(&mapping), &beside(&path), act, &control).await?;
            shell.saved(&s.desk).await?;
            shell.count(&s.desk).await?;
            Ok(view::report(&report, true))
        })
        .await
}

fn chosen(shell: &crate::Shell) -> Result<PathBuf, Failure> {
    shell.importing.file().ok_or_else(|| told(CommandError::precondition("no_import_file")))
}

/// How far the import at hand is.
#[tauri::command]
#[specta::specta]
pub async fn import_progress(shell: Program<'_>) -> Reply<ImportProgress> {
    let p = shell.importing.progress();
    let percent = count(p.bytes.saturating_mul(100) / p.all_bytes.max(1)).min(100);
    Ok(ImportProgress { writing: p.writing, percent, rows: count(p.rows), imported: count(p.imported) })
}

/// Stops the import at hand; what is taken stays.
#[tauri::command]
#[specta::specta]
pub async fn cancel_import(shell: Program<'_>) -> Reply<()> {
    shell.importing.cancel();
    Ok(())
}

/// Takes a whole import back.
#[tauri::command]
#[specta::specta]
pub async fn undo_import(shell: Program<'_>, import_id: String, reason: String) -> Reply<ImportUndone> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let undone = s.desk.undo_import(id(&import_id)?, &reason, s.act()).await?;
            shell.saved(&s.desk).await?;
            shell.count(&s.desk).await?;
            let figure = |n: i64| u32::try_from(n).unwrap_or(0);
            Ok(ImportUndone { left: figure(undone.left), stay: figure(undone.stay) })
        })
        .await
}

/// All imports, newest first.
#[tauri::command]
#[specta::specta]
pub async fn imports(shell: Program<'_>) -> Reply<Vec<ImportItem>> {
    shell
        .answer(async {
            let s = shell.seated().await?;
            s.desk.require(s.officer, Right::Settings).await?;
            let (zone, officers) = (s.desk.zone().await?, s.desk.officers().await?);
            let figure = |n: i64| u32::try_from(n).unwrap_or(0);
            let items = s.desk.imports().await?.into_iter().map(|i| ImportItem {
                id: i.id.to_string(),
                made_at_text: DateTime::parse_from_rfc3339(&i.made_at)
                    .map(|t| dates::date_time(t, zone))
                    .unwrap_or_default(),
                officer: officers.iter().find(|o| o.id == i.actor).map(|o| o.matter.name.clone()).unwrap_or_default(),
                file_name: i.file_name,
                rows: figure(i.rows),
                complaints: figure(i.complaints),
                undone: i.undone_at.is_some(),
            });
            Ok(items.collect())
        })
        .await
}
