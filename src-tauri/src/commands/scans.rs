//! The scanner's folder: chosen once for this PC, looked into while the page asks, copied from.

use super::Program;
use super::drafts::own_draft;
use super::files::begin;
use crate::dto::files::{ScanLook, Taking};
use crate::error::{Failure, Reply};
use crate::host::Ask;
use crate::scanning::Scans;
use crate::state::{Seated, Shell};
use chrono::DateTime;
use std::time::SystemTime;
use uuid::Uuid;

/// Asks for the folder of this PC's scanner and looks into it; null when cancelled.
#[tauri::command]
#[specta::specta]
pub async fn choose_scan_folder(shell: Program<'_>, draft_id: String) -> Reply<Option<ScanLook>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let chosen = shell.choose(Ask::Folder { title: "Pilih folder pindaian" }).await?;
            let Some(folder) = chosen.first() else { return Ok(None) };
            s.desk.set_scan_folder(folder).await?;
            Ok(Some(look(&shell, &s, draft).await?))
        })
        .await
}

/// What the scanner wrote since the draft was begun. The page asks while its list is open.
#[tauri::command]
#[specta::specta]
pub async fn look_into_scan_folder(shell: Program<'_>, draft_id: String) -> Reply<ScanLook> {
    shell
        .answer(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            look(&shell, &s, draft).await
        })
        .await
}

async fn look(shell: &Shell, s: &Seated, draft: Uuid) -> Result<ScanLook, Failure> {
    let Some(folder) = s.desk.scan_folder().await? else {
        return Ok(ScanLook { folder: None, trouble: None, files: Vec::new(), more: 0 });
    };
    let began = s.desk.drafts(s.officer).await?.into_iter().find(|d| d.draft_id == draft).map(|d| d.started_at);
    let began = began.and_then(|at| DateTime::parse_from_rfc3339(&at).ok());
    let since = began.map_or(SystemTime::UNIX_EPOCH, SystemTime::from);
    let zone = s.desk.zone().await?;
    let mut running = shell.scans.lock().await;
    let before = running.take();
    let scans = running.insert(Scans::of(before, draft, &folder, since));
    Ok(scans.look(&shell.takings, zone).await)
}

/// Begins to take files of the scanner; only those that the last look showed.
#[tauri::command]
#[specta::specta]
pub async fn take_scans(shell: Program<'_>, draft_id: String, names: Vec<String>) -> Reply<Taking> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let paths = shell.scans.lock().await.as_ref().map(|scans| scans.paths(draft, &names));
            begin(&shell, &s, draft, paths.unwrap_or_default()).await
        })
        .await
}
