//! Printers, and papers on their way.

use super::Program;
use crate::dto::printing::{PrintProgress, Printer};
use crate::error::{CommandError, Reply, told};
use crate::state::id;

/// Printers that the system knows.
#[tauri::command]
#[specta::specta]
pub async fn printers(shell: Program<'_>) -> Reply<Vec<Printer>> {
    shell
        .answer(async {
            let found = shell.host.print_system().printers().await?;
            Ok(found.into_iter().map(Into::into).collect())
        })
        .await
}

/// Where a paper is, once that differs from what was seen, or after some seconds.
#[tauri::command]
#[specta::specta]
pub async fn print_progress(shell: Program<'_>, job: String, seen: Option<PrintProgress>) -> Reply<PrintProgress> {
    shell
        .answer(async { shell.prints.progress(id(&job)?, seen).await.ok_or_else(|| told(CommandError::NotFound)) })
        .await
}

/// Takes a paper back that has not come out. One that has come out meanwhile is no error: its progress says so.
#[tauri::command]
#[specta::specta]
pub async fn cancel_print(shell: Program<'_>, job: String) -> Reply<()> {
    shell
        .reply(async {
            let Some(job) = shell.prints.job(id(&job)?) else { return Ok(()) };
            Ok(shell.host.print_system().cancel(&job).await?)
        })
        .await
}
