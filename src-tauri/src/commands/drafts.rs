//! Drafts and the check of the form.

use super::Program;
use crate::dto::form::{
    AttachmentView, ComplaintForm, Draft, FormCheck, Formatted, Readiness, SuggestedField, Warning,
};
use crate::dto::office::ServiceItem;
use crate::dto::start::OfficerBrief;
use crate::error::{CommandError, Failure, Reply, told};
use crate::form;
use crate::state::{Seated, Shell, id};
use crate::suggestions;
use crate::view::detail::completeness_item;
use chrono::{DateTime, NaiveDate, Utc};
use loket_desk::drafts::DraftInput;
use loket_desk::files::Attached;
use loket_desk::store::local::DraftRow;
use loket_domain::calendar::Calendar;
use loket_domain::checks::{self, Reception};
use loket_domain::vocabulary::IdentityMode;
use loket_domain::{person, text};
use uuid::Uuid;

/// Open drafts of the officer.
#[tauri::command]
#[specta::specta]
pub async fn drafts(shell: Program<'_>) -> Reply<Vec<Draft>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let calendar = loket_desk::calendar::of(&mut *s.desk.reader().await?).await?;
            let today = s.desk.today(Utc::now()).await?;
            let mut drafts = Vec::new();
            for row in s.desk.drafts(s.officer).await? {
                let attachments = s.desk.draft_attachments(row.draft_id).await?;
                drafts.push(draft(row, &attachments, &calendar, today)?);
            }
            Ok(drafts)
        })
        .await
}

fn draft(row: DraftRow, attachments: &[Attached], calendar: &Calendar, today: NaiveDate) -> Result<Draft, Failure> {
    let form: ComplaintForm = serde_json::from_str(&row.form)?;
    let saved_on = DateTime::parse_from_rfc3339(&row.saved_at).map_or(today, |t| t.date_naive());
    Ok(Draft {
        id: row.draft_id.to_string(),
        form: ComplaintForm { attachments: attachments.iter().map(attachment).collect(), ..form },
        started_at: row.started_at,
        saved_at: Some(row.saved_at),
        title: row.title,
        older_than_workday: row.has_description && calendar.open_days_between(saved_on, today) > 0,
    })
}

/// A file of a draft.
pub fn attachment(a: &Attached) -> AttachmentView {
    AttachmentView {
        id: a.fact.id.to_string(),
        name: a.name.clone(),
        size: u32::try_from(a.fact.size).unwrap_or(u32::MAX),
        mime: a.fact.mime.clone(),
    }
}

/// A new, empty draft.
#[tauri::command]
#[specta::specta]
pub async fn new_draft(shell: Program<'_>) -> Reply<Draft> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (id, form) = (Uuid::now_v7(), ComplaintForm::default());
            let json = serde_json::to_string(&form)?;
            let empty = DraftInput { form: &json, title: "", has_description: false };
            let started_at = s.desk.new_draft(s.officer, id, empty, Utc::now()).await?;
            Ok(Draft {
                id: id.to_string(),
                form,
                started_at,
                saved_at: None,
                title: String::new(),
                older_than_workday: false,
            })
        })
        .await
}

/// Writes a draft and says when it was durable.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(shell: Program<'_>, id: String, form: ComplaintForm) -> Reply<String> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (json, title) = (serde_json::to_string(&form)?, form::title(&form));
            let told = !form.description.trim().is_empty();
            let draft = DraftInput { form: &json, title: &title, has_description: told };
            let at = s.desk.save_draft(s.officer, crate::state::id(&id)?, draft, Utc::now()).await?;
            shell.saved(&s.desk).await?;
            Ok(at)
        })
        .await
}

/// A draft of this officer, and of no other.
pub async fn own_draft(s: &Seated, text: &str) -> Result<Uuid, Failure> {
    let draft = id(text)?;
    let own = s.desk.drafts(s.officer).await?.iter().any(|d| d.draft_id == draft);
    if own { Ok(draft) } else { Err(told(CommandError::NotFound)) }
}

/// Deletes a draft; one that tells a story asks a reason.
#[tauri::command]
#[specta::specta]
pub async fn delete_draft(shell: Program<'_>, id: String, reason: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = crate::state::id(&id)?;
            s.desk.delete_draft(draft, &reason, s.act()).await?;
            shell.takings.forget(draft);
            Ok(())
        })
        .await
}

/// What the program says of a form while it is written. It informs; it stops nothing.
#[tauri::command]
#[specta::specta]
pub async fn check_form(shell: Program<'_>, form: ComplaintForm) -> Reply<FormCheck> {
    shell.reply(async { check(&shell, &form).await }).await
}

async fn check(shell: &Shell, typed: &ComplaintForm) -> Result<FormCheck, Failure> {
    let s = shell.seated().await?;
    let now = Utc::now();
    let (facts, office) = s.desk.settings().await?;
    let at = form::Desk { zone: facts.zone, now: facts.zone.local(&now) };
    let (mut input, _) = form::lenient(typed, at);
    if let Some(service) = input.service {
        let found = s.desk.services().await?.into_iter().find(|o| o.id == service);
        input.service_text = found.map(|o| o.name).unwrap_or_default();
    }
    let officer = s.desk.officer(s.officer).await?;
    let received = input.received_at.map_or(at.now.date_naive(), |t| facts.zone.date(&t));
    let reception = Reception { place: &office.name, receiver: &officer.matter.name, received };
    let stated = form::stated(&input, &reception);
    let missing = checks::receipt_missing(&stated);
    let warning = |w: checks::Warning| Warning { field: w.field.to_owned(), code: w.code.to_owned(), text: w.text };
    Ok(FormCheck {
        completeness: checks::completeness(&stated).into_iter().map(completeness_item).collect(),
        receipt: Readiness {
            ready: missing.is_empty(),
            missing: missing.into_iter().map(|m| m.label().to_owned()).collect(),
            no_answer_possible: input.identity_mode == IdentityMode::None && checks::clocks_rest(&stated),
        },
        warnings: checks::warnings(&stated).into_iter().map(warning).collect(),
        subject_proposal: text::propose_subject(&input.service_text, &input.description),
        next_number: s.desk.next_number(now).await?,
        formatted: Formatted {
            name: person::capitalise_name(&typed.name),
            address: person::capitalise_address(&typed.address),
            phone: person::national_phone(&person::normalise_phone(&typed.phone)),
            nik: person::normalise_nik(&typed.nik),
        },
    })
}

/// Services that the form offers.
#[tauri::command]
#[specta::specta]
pub async fn services(shell: Program<'_>) -> Reply<Vec<ServiceItem>> {
    shell
        .reply(async {
            let found = shell.seated().await?.desk.services().await?;
            let item = |s: loket_desk::store::unit::Service| ServiceItem {
                id: s.id.to_string(),
                name: s.name,
                active: s.active,
            };
            Ok(found.into_iter().filter(|s| s.active).map(item).collect())
        })
        .await
}

/// Officers who work here.
#[tauri::command]
#[specta::specta]
pub async fn officers(shell: Program<'_>) -> Reply<Vec<OfficerBrief>> {
    shell.reply(async { Ok(OfficerBrief::list(&shell.seated().await?.desk.officers().await?)) }).await
}

/// Usual words for a field, and those that this officer wrote lately.
#[tauri::command]
#[specta::specta]
pub async fn suggestions(shell: Program<'_>, field: SuggestedField, text: String) -> Reply<Vec<String>> {
    shell.reply(async { suggestions::find(&shell.seated().await?, field, &text).await }).await
}
