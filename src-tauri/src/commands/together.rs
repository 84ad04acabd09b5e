//! Complaints that belong together: hints while typing, links, several reporters under one number.

use super::Program;
use super::complaints::Ground;
use super::drafts::own_draft;
use super::receipt::{answer, confirm_clock, wait_for_files};
use crate::dto::form::{ComplaintForm, Registered};
use crate::dto::together::{SimilarChoice, SimilarHit};
use crate::error::Reply;
use crate::form;
use crate::state::id;
use crate::suggestions;
use crate::view::together::hit;
use chrono::Utc;
use loket_desk::Error;
use loket_desk::duplicates::Choice;

/// Complaints like the one that is being typed. It informs; it stops nothing.
#[tauri::command]
#[specta::specta]
pub async fn similar(shell: Program<'_>, draft_id: String, form: ComplaintForm) -> Reply<Vec<SimilarHit>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (now, zone) = (Utc::now(), s.desk.zone().await?);
            let (input, _) = form::lenient(&form, form::Desk { zone, now: zone.local(&now) });
            let hits = s.desk.similar(&input, id(&draft_id)?, s.officer, now).await?;
            if hits.is_empty() {
                return Ok(Vec::new());
            }
            let today = Ground::of(&s).await?.today;
            Ok(hits.iter().map(|h| hit(h, &today)).collect())
        })
        .await
}

/// What the officer says of a similar complaint; kept with the draft.
#[tauri::command]
#[specta::specta]
pub async fn choose_similar(
    shell: Program<'_>,
    draft_id: String,
    complaint_id: String,
    choice: SimilarChoice,
) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let choice = match choice {
                SimilarChoice::Link => Choice::Link,
                SimilarChoice::Undecided => Choice::Undecided,
                SimilarChoice::Other => Choice::Other,
            };
            let draft = own_draft(&s, &draft_id).await?;
            Ok(s.desk.choose_similar(draft, id(&complaint_id)?, choice, s.officer).await?)
        })
        .await
}

/// The person of this form joins an existing complaint; one press of the button is one `request_id`.
#[tauri::command]
#[specta::specta]
pub async fn merge(
    shell: Program<'_>,
    draft_id: String,
    form: ComplaintForm,
    complaint_id: String,
    request_id: String,
) -> Reply<Registered> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let act = s.act_of(&request_id)?;
            let zone = s.desk.zone().await?;
            let input = form::read(&form, form::Desk { zone, now: zone.local(&act.now) }).map_err(Error::Invalid)?;
            let draft = own_draft(&s, &draft_id).await.ok();
            if let Some(draft) = draft {
                wait_for_files(&shell, draft).await?;
            }
            let into = id(&complaint_id)?;
            let done = match s.desk.merge(into, &input, draft, act).await {
                Err(Error::Precondition("clock_doubt")) => {
                    confirm_clock(&shell, &s, act).await?;
                    s.desk.merge(into, &input, draft, act).await?
                }
                other => other?,
            };
            if let Some(draft) = draft {
                shell.takings.forget(draft);
            }
            suggestions::remember(&s, &form).await?;
            let saved_at = shell.saved(&s.desk).await?;
            answer(&s, done.id, saved_at).await
        })
        .await
}

/// A further reporter becomes a complaint of their own, with a reason; gives the new complaint.
#[tauri::command]
#[specta::specta]
pub async fn separate(
    shell: Program<'_>,
    reporter_id: String,
    reason: String,
    request_id: String,
) -> Reply<Registered> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let done = s.desk.separate(id(&reporter_id)?, &reason, s.act_of(&request_id)?).await?;
            shell.count(&s.desk).await?;
            let saved_at = shell.saved(&s.desk).await?;
            answer(&s, done.id, saved_at).await
        })
        .await
}

/// Takes a link back.
#[tauri::command]
#[specta::specta]
pub async fn unlink(shell: Program<'_>, complaint_id: String, other_id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            s.desk.unlink(id(&complaint_id)?, id(&other_id)?, s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}
