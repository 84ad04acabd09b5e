//! The complaint form on paper, and numbers reserved on blank ones.

use super::complaints::papers as allowed;
use super::{Program, papers, shown_name};
use crate::dto::form::PaperPreview;
use crate::dto::papers::{BlankForms, OpenNumber};
use crate::error::Reply;
use crate::view::paper;
use loket_desk::Error;
use loket_desk::forms::{TITLE, file_name};
use loket_desk::issue::Way;
use loket_desk::reserve::OpenNumbers;
use loket_domain::dates;
use loket_domain::number::Reserved;

/// Numbers on blank forms that no complaint took so far; those that a restore made doubtful come last.
#[tauri::command]
#[specta::specta]
pub async fn open_numbers(shell: Program<'_>) -> Reply<Vec<OpenNumber>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let OpenNumbers { open, doubtful } = s.desk.open_numbers().await?;
            let shown = |doubtful| {
                move |r: Reserved| OpenNumber { number: r.number, reserved_on: dates::long_date(r.date), doubtful }
            };
            Ok(open.into_iter().map(shown(false)).chain(doubtful.into_iter().map(shown(true))).collect())
        })
        .await
}

/// A reserved number is not used, for a reason.
#[tauri::command]
#[specta::specta]
pub async fn drop_number(shell: Program<'_>, number: String, reason: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            Ok(s.desk.drop_number(&number, &reason, s.act()).await?)
        })
        .await
}

/// After a restore: the blank form with this number lies here, unused.
#[tauri::command]
#[specta::specta]
pub async fn confirm_number(shell: Program<'_>, number: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            Ok(s.desk.confirm_number(&number, s.act()).await?)
        })
        .await
}

/// Prints blank forms; numbers are reserved before the printer starts and stay reserved if it fails.
#[tauri::command]
#[specta::specta]
pub async fn print_blanks(shell: Program<'_>, forms: BlankForms, printer: String, request_id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let act = s.act_of(&request_id)?;
            let count = u32::from(forms.count);
            let sent = s.desk.issue_blanks(count, forms.numbered(), Way::Printer(&printer, TITLE), act).await;
            sent.map(|_| ()).map_err(|e| papers::not_printed(e, &printer))
        })
        .await
}

/// Saves blank forms as one PDF. Nothing is reserved when the dialog is cancelled.
#[tauri::command]
#[specta::specta]
pub async fn save_blanks(shell: Program<'_>, forms: BlankForms, request_id: String) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let act = s.act_of(&request_id)?;
            let Some(path) = papers::ask_place(&shell, file_name(None)).await? else { return Ok(None) };
            s.desk.issue_blanks(u32::from(forms.count), forms.numbered(), Way::File(&path), act).await?;
            Ok(Some(shown_name(&path)))
        })
        .await
}

/// The form filled from a complaint, as pictures; looking at it records nothing.
#[tauri::command]
#[specta::specta]
pub async fn form_preview(shell: Program<'_>, id: String) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let complaint = allowed(&s, crate::state::id(&id)?).await?.complaint.id;
            let form = s.desk.filled_form(complaint, s.act()).await?;
            let told = form.answers.as_ref().map(|a| a.description.clone()).unwrap_or_default();
            let text = [TITLE.to_owned(), form.number.clone().unwrap_or_default(), told].join("\n");
            let drawn = tokio::task::spawn_blocking(move || loket_desk::paper::complaint_forms(&[form])).await?;
            paper::preview(drawn.map_err(|e| Error::Paper(e.to_string()))?, TITLE, text, "").await
        })
        .await
}

/// Prints the form filled from a complaint.
#[tauri::command]
#[specta::specta]
pub async fn print_form(shell: Program<'_>, id: String, printer: String, request_id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let complaint = allowed(&s, crate::state::id(&id)?).await?.complaint.id;
            let sent = s.desk.issue_filled(complaint, Way::Printer(&printer, TITLE), s.act_of(&request_id)?).await;
            sent.map_err(|e| papers::not_printed(e, &printer))
        })
        .await
}

/// Saves the form filled from a complaint.
#[tauri::command]
#[specta::specta]
pub async fn save_form(shell: Program<'_>, id: String, request_id: String) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let c = allowed(&s, crate::state::id(&id)?).await?.complaint;
            let act = s.act_of(&request_id)?;
            let Some(path) = papers::ask_place(&shell, file_name(c.facts.number.as_deref())).await? else {
                return Ok(None);
            };
            s.desk.issue_filled(c.id, Way::File(&path), act).await?;
            Ok(Some(shown_name(&path)))
        })
        .await
}
