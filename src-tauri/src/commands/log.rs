//! The log as evidence: who did what when, whether it holds, and a bundle for those who check it.

use super::{Program, papers, shown_name};
use crate::dto::form::PaperPreview;
use crate::dto::list::TableFormat;
use crate::dto::log::{LogCheck, LogLine, LogPage, LogQuery};
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{CommandError, Failure, Reply, told};
use crate::host::Ask;
use crate::state::{Seated, id};
use crate::view::paper;
use chrono::{NaiveDate, Utc};
use loket_desk::Error;
use loket_desk::audit::{AuditQuery, Line};
use loket_desk::issue::Format;
use loket_desk::verify::Report;
use loket_domain::dates;
use loket_domain::intake::FieldError;
use loket_domain::paper::AccessLog;
use loket_domain::printing::Media;

/// Papers that the list fits.
const MEDIA: &[Media] = &[Media::A4, Media::F4];
/// Title of the paper.
const TITLE: &str = "Daftar jejak akses";

fn asked(query: &LogQuery) -> Result<AuditQuery, Failure> {
    let wrong = || Failure::from(Error::Invalid(vec![FieldError::new("period", "impossible")]));
    let day = |text: &Option<String>| -> Result<Option<NaiveDate>, Failure> {
        text.as_ref().map(|text| text.parse().map_err(|_| wrong())).transpose()
    };
    Ok(AuditQuery {
        officer: query.officer_id.as_deref().map(id).transpose()?,
        about: query.about.clone(),
        group: query.group.map(Into::into),
        from: day(&query.from)?,
        to: day(&query.to)?,
    })
}

fn line(line: Line) -> LogLine {
    let told = line.told;
    LogLine {
        key: line.entry_no.to_string(),
        at: told.at,
        officer: told.officer,
        what: told.what,
        number: told.number,
        complaint_id: line.complaint.map(|id| id.to_string()),
        fingerprint: told.fingerprint,
    }
}

/// One page of the log.
#[tauri::command]
#[specta::specta]
pub async fn access_log(shell: Program<'_>, query: LogQuery, cursor: Option<String>) -> Reply<LogPage> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let before = cursor.and_then(|cursor| cursor.parse().ok());
            let page = s.desk.audit(&asked(&query)?, before, s.officer).await?;
            let next = page.next.map(|next| next.to_string());
            Ok(LogPage { lines: page.lines.into_iter().map(line).collect(), next })
        })
        .await
}

async fn list_of(s: &Seated, query: &LogQuery) -> Result<AccessLog, Failure> {
    let asked = asked(query)?;
    let mut words = Vec::new();
    if let Some(officer) = asked.officer {
        words.push(format!("petugas {}", s.desk.officer(officer).await?.matter.name));
    }
    words.extend(asked.group.map(|group| format!("kegiatan {}", group.label())));
    let about = query.about.trim();
    words.extend((!about.is_empty()).then(|| about.to_owned()));
    Ok(s.desk.access_log(&asked, &words.join(", "), s.act()).await?)
}

/// The list on paper, as pictures; looking at it records nothing.
#[tauri::command]
#[specta::specta]
pub async fn access_log_preview(shell: Program<'_>, query: LogQuery) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let list = list_of(&s, &query).await?;
            let lines =
                list.rows.iter().map(|r| [&r.at, &r.officer, &r.what, &r.number].map(String::as_str).join(" · "));
            let head = [TITLE.to_owned(), list.filter.clone(), list.period.clone()];
            let text = head.into_iter().chain(lines).collect::<Vec<_>>().join("\n");
            paper::preview_of(move || loket_desk::paper::access_log(&list), TITLE, text).await
        })
        .await
}

/// Prints the list.
#[tauri::command]
#[specta::specta]
pub async fn print_access_log(shell: Program<'_>, query: LogQuery, choice: PrintChoice) -> Reply<PrintJob> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let list = list_of(&s, &query).await?;
            let made = s.desk.issue_access_log(list, Format::Pdf, s.act()).await?;
            papers::send(&shell, &s, &made, papers::order(choice, MEDIA), TITLE).await
        })
        .await
}

/// Saves the list as a PDF or as a table.
#[tauri::command]
#[specta::specta]
pub async fn save_access_log(shell: Program<'_>, query: LogQuery, format: TableFormat) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let list = list_of(&s, &query).await?;
            let format = Format::from(format);
            let name = format!("jejak-akses-{}.{}", s.desk.today(Utc::now()).await?, format.code());
            let Some(path) = papers::ask_place(&shell, name).await? else { return Ok(None) };
            let act = s.act();
            let made = s.desk.issue_access_log(list, format, act).await?;
            s.desk.save_paper(made.run, &made.bytes, &path, act).await?;
            Ok(Some(shown_name(&path)))
        })
        .await
}

/// Checks hashes, chains, signatures and parts of the whole register.
#[tauri::command]
#[specta::specta]
pub async fn check_log(shell: Program<'_>) -> Reply<LogCheck> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (report, wrong) = match s.desk.prove(s.officer).await {
                Ok(report) => (report, None),
                Err(Error::Verify(flaw)) => (Report::default(), Some(flaw.words())),
                Err(other) => return Err(other.into()),
            };
            let zone = s.desk.zone().await?;
            let few = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
            Ok(LogCheck {
                holds: wrong.is_none(),
                wrong: wrong.unwrap_or_default(),
                entries: few(report.entries),
                logs: few(report.logs),
                parts_absent: few(report.parts_absent),
                at: dates::date_time(loket_desk::calendar::local(Utc::now(), zone), zone),
            })
        })
        .await
}

/// Asks for a folder and writes a bundle for verification into a new one inside it; tells that one's name.
#[tauri::command]
#[specta::specta]
pub async fn save_bundle(shell: Program<'_>) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let chosen = shell.choose(Ask::Folder { title: "Pilih tempat bukti verifikasi" }).await?;
            let Some(folder) = chosen.into_iter().next() else { return Ok(None) };
            match s.desk.save_bundle(&folder, s.act()).await {
                Ok(made) => Ok(Some(shown_name(&made))),
                Err(Error::Verify(_)) => Err(told(CommandError::precondition("log_broken"))),
                Err(other) => Err(other.into()),
            }
        })
        .await
}
