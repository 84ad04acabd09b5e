//! The register as a list, on the screen and on paper.

use super::complaints::Ground;
use super::{Program, papers, shown_name};
use crate::dto::form::PaperPreview;
use crate::dto::list::{RegisterCount, RegisterPage, RegisterQuery, TableFormat};
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{Failure, Reply};
use crate::state::Seated;
use crate::view::{paper, rows};
use loket_desk::issue::Format;
use loket_desk::store::complaints::Filter;
use loket_domain::paper::DeadlineList;
use loket_domain::printing::Media;

/// Papers that the list fits.
const MEDIA: &[Media] = &[Media::A4, Media::F4];
/// Title of the paper.
const TITLE: &str = "Daftar tenggat pengaduan";

/// One page of the register.
#[tauri::command]
#[specta::specta]
pub async fn list(shell: Program<'_>, query: RegisterQuery) -> Reply<RegisterPage> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let filter = rows::filter(&query)?;
            let page = s.desk.list(&filter, query.cursor.as_deref(), s.officer).await?;
            let today = Ground::of(&s).await?.today;
            Ok(RegisterPage {
                rows: page.rows.iter().map(|r| rows::row(r, &today)).collect(),
                next: page.next,
                terms: query.text.split_whitespace().take(12).map(str::to_owned).collect(),
            })
        })
        .await
}

/// How much the register holds of what a query asks for.
#[tauri::command]
#[specta::specta]
pub async fn count(shell: Program<'_>, query: RegisterQuery) -> Reply<RegisterCount> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let counts = s.desk.count(&rows::filter(&query)?, s.officer).await?;
            let number = |n: i64| u32::try_from(n).unwrap_or(0);
            Ok(RegisterCount {
                count: number(counts.count),
                more: counts.more,
                all: number(counts.all),
                outside_filter: number(counts.outside_filter),
            })
        })
        .await
}

/// Filter and period as the paper tells them.
async fn words(s: &Seated, query: &RegisterQuery, filter: &Filter) -> Result<(String, String), Failure> {
    let service = match filter.service {
        Some(id) => s.desk.services().await?.into_iter().find(|o| o.id == id).map(|o| o.name),
        None => None,
    };
    let officer = match filter.officer {
        Some(id) => Some(s.desk.officer(id).await?.matter.name),
        None => None,
    };
    Ok(rows::filter_words(query, service.as_deref(), officer.as_deref()))
}

async fn deadlines(s: &Seated, query: &RegisterQuery) -> Result<DeadlineList, Failure> {
    let filter = rows::filter(query)?;
    let (filter_words, period) = words(s, query, &filter).await?;
    Ok(s.desk.deadline_list(&filter, &filter_words, &period, s.act()).await?)
}

/// The list on paper, as pictures; looking at it records nothing.
#[tauri::command]
#[specta::specta]
pub async fn list_preview(shell: Program<'_>, query: RegisterQuery) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let list = deadlines(&s, &query).await?;
            let lines = list.rows.iter().map(|r| {
                let due =
                    [r.due.as_deref(), r.due_note.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
                [&r.number, &r.received, &r.subject, &r.reporter, &r.state, &due].map(String::as_str).join(" · ")
            });
            let head = [TITLE.to_owned(), list.filter.clone(), list.period.clone()];
            let text = head.into_iter().chain(lines).collect::<Vec<_>>().join("\n");
            paper::preview_of(move || loket_desk::paper::deadline_list(&list), TITLE, text).await
        })
        .await
}

/// Prints the list.
#[tauri::command]
#[specta::specta]
pub async fn print_list(shell: Program<'_>, query: RegisterQuery, choice: PrintChoice) -> Reply<PrintJob> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let list = deadlines(&s, &query).await?;
            let made = s.desk.issue_list(list, Format::Pdf, s.act()).await?;
            papers::send(&shell, &s, &made, papers::order(choice, MEDIA), TITLE).await
        })
        .await
}

/// Saves the list as a PDF or as a table.
#[tauri::command]
#[specta::specta]
pub async fn save_list(shell: Program<'_>, query: RegisterQuery, format: TableFormat) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let list = deadlines(&s, &query).await?;
            let format = Format::from(format);
            let today = s.desk.today(chrono::Utc::now()).await?;
            let name = format!("daftar-tenggat-{today}.{}", format.code());
            let Some(path) = papers::ask_place(&shell, name).await? else { return Ok(None) };
            let act = s.act();
            let made = s.desk.issue_list(list, format, act).await?;
            s.desk.save_paper(made.run, &made.bytes, &path, act).await?;
            Ok(Some(shown_name(&path)))
        })
        .await
}
