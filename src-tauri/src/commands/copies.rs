//! Copies, restoring, and the status bar.

use super::Program;
use crate::dto::copies::{CopyStatus, Snapshot, SnapshotPlace, Status};
use crate::dto::start::AppState;
use crate::error::{CommandError, Failure, Reply, told};
use crate::host::Ask;
use crate::opening;
use crate::state::{LAST_FILES, Shell, close};
use crate::view::copies;
use chrono::Utc;
use loket_desk::keys::{KeyFile, recovery::RecoveryKey};
use loket_desk::{Error, Notice, restore, snapshot};
use loket_domain::rights::Right;
use std::path::{Path, PathBuf};

/// The figures of the status bar.
#[tauri::command]
#[specta::specta]
pub async fn status(shell: Program<'_>) -> Reply<Status> {
    shell
        .answer(async {
            let s = shell.seated().await?;
            let notices = s.desk.notices(Utc::now()).await?;
            let (last_copy, copy_old) = copies::bar(&s.desk).await?;
            Ok(Status {
                saved_at: shell.saved_at(&s.desk),
                last_copy,
                copy_old,
                unsent_entries: 0,
                open_drafts: u32::try_from(s.desk.drafts(s.officer).await?.len()).unwrap_or(u32::MAX),
                clock_doubt: notices.contains(&Notice::Clock),
                numbers_frozen: notices.contains(&Notice::Frozen),
            })
        })
        .await
}

/// Makes a copy now, here and on the second place.
#[tauri::command]
#[specta::specta]
pub async fn copy_now(shell: Program<'_>) -> Reply<CopyStatus> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let _one = shell.copying.lock().await;
            let second = s.desk.second_place().await?;
            let (_, there) = s.desk.snapshot(Utc::now()).await?;
            if second.is_some_and(|p| !p.is_dir()) {
                return Err(told(CommandError::precondition("second_place_missing")));
            }
            if let Some(there) = there {
                there?;
            }
            copies::status(&s.desk).await
        })
        .await
}

/// Asks for the second place of copies.
#[tauri::command]
#[specta::specta]
pub async fn set_second_place(shell: Program<'_>) -> Reply<Option<CopyStatus>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            s.desk.require(s.officer, Right::Settings).await?;
            let chosen = shell.choose(Ask::Folder { title: "Pilih tempat kedua untuk cadangan" }).await?;
            let Some(folder) = chosen.first() else { return Ok(None) };
            s.desk.set_second_place(Some(folder)).await?;
            Ok(Some(copies::status(&s.desk).await?))
        })
        .await
}

/// Copies in a folder, newest first; without one the person chooses it.
#[tauri::command]
#[specta::specta]
pub async fn snapshots_in(shell: Program<'_>, folder: Option<String>) -> Reply<Vec<Snapshot>> {
    shell
        .reply(async {
            let folder = match folder {
                Some(folder) => Some(PathBuf::from(folder)),
                None => shell.choose(Ask::Folder { title: "Pilih folder cadangan" }).await?.into_iter().next(),
            };
            let Some(folder) = folder else { return Ok(Vec::new()) };
            let place = place_of(&shell, &folder).await;
            let found = tokio::task::spawn_blocking(move || snapshot::in_folder(&folder)).await??;
            Ok(found.into_iter().map(|s| copies::snapshot(s, place, None)).collect())
        })
        .await
}

async fn place_of(shell: &Shell, folder: &Path) -> SnapshotPlace {
    if folder == shell.place.snapshots() {
        return SnapshotPlace::Local;
    }
    let second = match shell.desk().await {
        Ok(desk) => desk.second_place().await.ok().flatten(),
        Err(_) => None,
    };
    if second.as_deref() == Some(folder) { SnapshotPlace::Second } else { SnapshotPlace::Other }
}

/// Restores a copy with the recovery key. Over an open register only an admin may, and the key is tried before the
/// register is closed.
#[tauri::command]
#[specta::specta]
pub async fn restore(
    shell: Program<'_>,
    path: String,
    recovery_digits: String,
    new_password: Option<String>,
) -> Reply<AppState> {
    shell
        .reply(async {
            if shell.seat.read().await.desk.is_some() {
                let s = shell.seated().await?;
                if s.desk.practice {
                    return Err(told(CommandError::NotAllowed));
                }
                s.desk.require(s.officer, Right::Settings).await?;
            }
            let opener = opening::new_opener(&shell, new_password.as_deref(), "newPassword").await?;
            let path = PathBuf::from(path);
            let (file, digits) = (snapshot::beside(&path, "kunci"), recovery_digits.clone());
            tokio::task::spawn_blocking(move || fits(&file, &digits)).await??;
            shell.takings.stop_all(LAST_FILES).await;
            let open = shell.seat.write().await.desk.take();
            if let Some(desk) = open {
                shell.prints.end().await;
                close(desk).await;
            }
            let desk = restore::restore(&shell.place, &path, &recovery_digits, &opener, Utc::now()).await?;
            opening::take(&shell, desk).await
        })
        .await
}

/// Does the recovery key open this copy?
fn fits(key_file: &Path, digits: &str) -> Result<(), Error> {
    let recovery = RecoveryKey::parse(digits)?;
    let keys = KeyFile::read(key_file)?;
    recovery.unwrap_data_key(&keys.data_key_for_recovery).map(drop)
}

/// The series goes on after the last number found on paper.
#[tauri::command]
#[specta::specta]
pub async fn resume_numbers(shell: Program<'_>, last_on_paper: u32) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            s.desk.resume_numbers(last_on_paper, s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok::<_, Failure>(())
        })
        .await
}
