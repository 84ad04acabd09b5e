//! The register as a list, on the screen and on paper.

use super::complaints::Ground;
use super::{Program, papers};
use crate::dto::form::PaperPreview;
use crate::dto::list::{RegisterPage, RegisterQuery};
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{Failure, Reply};
use crate::state::Seated;
use crate::view::{paper, rows};
use loket_desk::printout::{Paper, Printout};
use loket_desk::store::complaints::Filter;
use loket_domain::entry::Digest;
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
            let number = |n: i64| u32::try_from(n).unwrap_or(0);
            Ok(RegisterPage {
                rows: page.rows.iter().map(|r| rows::row(r, &today)).collect(),
                next: page.next,
                count: number(page.count),
                more: page.more,
                all: number(page.all),
                outside_filter: number(page.outside_filter),
                terms: query.text.split_whitespace().take(12).map(str::to_owned).collect(),
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

async fn drawn(s: &Seated, query: &RegisterQuery) -> Result<(Vec<u8>, Digest), Failure> {
    let filter = rows::filter(query)?;
    let (filter_words, period) = words(s, query, &filter).await?;
    Ok(s.desk.print_list(&filter, &filter_words, &period, s.act()).await?)
}

/// The list on paper, as pictures.
#[tauri::command]
#[specta::specta]
pub async fn list_preview(shell: Program<'_>, query: RegisterQuery) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (filter, today) = (rows::filter(&query)?, Ground::of(&s).await?.today);
            let (filter_words, period) = words(&s, &query, &filter).await?;
            let page = s.desk.list(&filter, None, s.officer).await?;
            let lines = page.rows.iter().map(|r| {
                let r = rows::row(r, &today);
                [r.number, r.received_short, r.subject, r.person, r.state_label, r.deadline.text].join(" · ")
            });
            let head = [TITLE.to_owned(), filter_words, period];
            let text = head.into_iter().chain(lines).collect::<Vec<_>>().join("\n");
            paper::preview(drawn(&s, &query).await?.0, TITLE, text, "").await
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
            let (pdf, document) = drawn(&s, &query).await?;
            let (order, act, system) = (papers::order(choice, MEDIA), s.act(), shell.host.print_system());
            let run = Printout { subject: s.desk.unit, document, copy: 0, on: None };
            let job = s.desk.send(&system, Paper { run, pdf: &pdf, title: TITLE }, &order, act).await;
            let job = job.map_err(papers::not_printed(&order.printer))?;
            Ok(papers::follow(&shell, s.desk.clone(), act, run, order.copies, job))
        })
        .await
}

/// Saves the list as a PDF.
#[tauri::command]
#[specta::specta]
pub async fn save_list(shell: Program<'_>, query: RegisterQuery) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (bytes, _) = drawn(&s, &query).await?;
            let name = format!("daftar-tenggat-{}.pdf", s.desk.today(chrono::Utc::now()).await?);
            papers::save(&shell, &bytes, name).await
        })
        .await
}
