//! Papers of the help: the quick guide, and the shortcuts of a role. They hold nothing of the register, so they need
//! nobody signed in and leave no entry.

use super::{Program, papers};
use crate::dto::form::PaperPreview;
use crate::dto::help::HelpPaper;
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{Failure, Reply};
use crate::view::paper;
use chrono::Utc;
use loket_desk::Error;
use loket_desk::paper::{ShortcutGroup, guide, guide_words, shortcut_sheet};
use loket_domain::printing::Media;

const MEDIA: &[Media] = &[Media::A4, Media::F4];

async fn draw(paper: HelpPaper) -> Result<Vec<u8>, Failure> {
    let now = Utc::now().timestamp();
    let drawn = tokio::task::spawn_blocking(move || match paper {
        HelpPaper::Guide => guide(now),
        HelpPaper::Shortcuts { groups } => {
            let groups: Vec<ShortcutGroup> = groups.into_iter().map(Into::into).collect();
            shortcut_sheet(&groups, now)
        }
    });
    Ok(drawn.await?.map_err(|e| Error::Paper(e.to_string()))?)
}

/// A paper of the help as pictures.
#[tauri::command]
#[specta::specta]
pub async fn help_preview(shell: Program<'_>, paper: HelpPaper) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let (title, words) = (paper.title(), paper.words(guide_words));
            paper::preview(draw(paper).await?, title, words, "").await
        })
        .await
}

/// Prints a paper of the help.
#[tauri::command]
#[specta::specta]
pub async fn print_help(shell: Program<'_>, paper: HelpPaper, choice: PrintChoice) -> Reply<PrintJob> {
    shell
        .reply(async {
            let title = paper.title();
            papers::print(&shell, &draw(paper).await?, papers::order(choice, MEDIA), title).await
        })
        .await
}

/// Saves a paper of the help where the person chooses.
#[tauri::command]
#[specta::specta]
pub async fn save_help(shell: Program<'_>, paper: HelpPaper) -> Reply<Option<String>> {
    shell
        .reply(async {
            let name = format!("{}.pdf", paper.title().to_lowercase().replace(' ', "-"));
            papers::save(&shell, &draw(paper).await?, name).await
        })
        .await
}
