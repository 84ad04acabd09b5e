//! The register book of a period, on paper or as a table.

use super::{Program, papers, shown_name};
use crate::dto::form::PaperPreview;
use crate::dto::list::{BookQuery, TableFormat};
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{Failure, Reply};
use crate::view::paper;
use loket_desk::Error;
use loket_desk::book::{BookOrder, file_name};
use loket_desk::issue::Format;
use loket_domain::intake::FieldError;
use loket_domain::paper::{BookLine, RegisterBook};
use loket_domain::printing::Media;

/// Papers that the book fits.
const MEDIA: &[Media] = &[Media::A4, Media::F4];
/// Title of the paper.
const TITLE: &str = "Buku register pengaduan";
/// Lines of the book that are read aloud in the preview.
const SPOKEN: usize = 80;

fn order(query: &BookQuery) -> Result<BookOrder, Failure> {
    let day = |text: &str| {
        text.parse().map_err(|_| Failure::from(Error::Invalid(vec![FieldError::new("period", "impossible")])))
    };
    Ok(BookOrder { from: day(&query.from)?, to: day(&query.to)?, version: query.version.into() })
}

fn spoken(book: &RegisterBook) -> String {
    let lines = book.lines.iter().take(SPOKEN).map(|line| match line {
        BookLine::Gap(text) => text.clone(),
        BookLine::Record(r) => {
            [&r.number, &r.received, &r.reporter, &r.description, &r.service, &r.state].map(String::as_str).join(" · ")
        }
    });
    [TITLE.to_owned(), book.period.clone()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// The book as pictures of its first pages; looking at it records nothing.
#[tauri::command]
#[specta::specta]
pub async fn book_preview(shell: Program<'_>, query: BookQuery) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let book = s.desk.book(order(&query)?, s.act()).await?;
            let text = spoken(&book);
            paper::preview_of(move || loket_desk::paper::register_book(&book), TITLE, text).await
        })
        .await
}

/// Prints the book.
#[tauri::command]
#[specta::specta]
pub async fn print_book(shell: Program<'_>, query: BookQuery, choice: PrintChoice) -> Reply<PrintJob> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let made = s.desk.issue_book(order(&query)?, Format::Pdf, s.act()).await?;
            papers::send(&shell, &s, &made, papers::order(choice, MEDIA), TITLE).await
        })
        .await
}

/// Saves the book as a PDF or as a table.
#[tauri::command]
#[specta::specta]
pub async fn save_book(shell: Program<'_>, query: BookQuery, format: TableFormat) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (order, format) = (order(&query)?, Format::from(format));
            let Some(path) = papers::ask_place(&shell, file_name(order, format)).await? else { return Ok(None) };
            let act = s.act();
            let made = s.desk.issue_book(order, format, act).await?;
            s.desk.save_paper(made.run, &made.bytes, &path, act).await?;
            Ok(Some(shown_name(&path)))
        })
        .await
}
