//! The complaint form on paper, and numbers reserved on blank ones.

use super::complaints::papers as allowed;
use super::{Program, papers, shown_name};
use crate::dto::form::PaperPreview;
use crate::dto::papers::{BlankForms, OpenNumber};
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::Reply;
use crate::view::paper;
use loket_desk::forms::{TITLE, file_name};
use loket_desk::reserve::OpenNumbers;
use loket_domain::dates;
use loket_domain::number::Reserved;
use loket_domain::printing::Media;

/// Papers that the form fits.
const MEDIA: &[Media] = &[Media::A4, Media::F4];

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
pub async fn print_blanks(
    shell: Program<'_>,
    forms: BlankForms,
    choice: PrintChoice,
    request_id: String,
) -> Reply<PrintJob> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let act = s.act_of(&request_id)?;
            let (_, made) = s.desk.issue_blanks(u32::from(forms.count), forms.numbered(), act).await?;
            papers::send(&shell, &s, &made, papers::order(choice, MEDIA), TITLE).await
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
            let (_, made) = s.desk.issue_blanks(u32::from(forms.count), forms.numbered(), act).await?;
            s.desk.save_paper(made.run, &made.bytes, &path, act).await?;
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
            paper::preview_of(move || loket_desk::paper::complaint_forms(&[form]), TITLE, text).await
        })
        .await
}

/// Prints the form filled from a complaint.
#[tauri::command]
#[specta::specta]
pub async fn print_form(shell: Program<'_>, id: String, choice: PrintChoice) -> Reply<PrintJob> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let complaint = allowed(&s, crate::state::id(&id)?).await?.complaint.id;
            let made = s.desk.issue_filled(complaint, s.act()).await?;
            papers::send(&shell, &s, &made, papers::order(choice, MEDIA), TITLE).await
        })
        .await
}

/// Saves the form filled from a complaint.
#[tauri::command]
#[specta::specta]
pub async fn save_form(shell: Program<'_>, id: String) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let c = allowed(&s, crate::state::id(&id)?).await?.complaint;
            let Some(path) = papers::ask_place(&shell, file_name(c.facts.number.as_deref())).await? else {
                return Ok(None);
            };
            let act = s.act();
            let made = s.desk.issue_filled(c.id, act).await?;
            s.desk.save_paper(made.run, &made.bytes, &path, act).await?;
            Ok(Some(shown_name(&path)))
        })
        .await
}
