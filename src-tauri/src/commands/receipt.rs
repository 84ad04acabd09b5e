//! Registering, and the receipt that the complainant takes home.

use super::Program;
use super::complaints::{Ground, papers};
use super::papers::{ask_place, follow, not_printed, order};
use crate::dto::codes::{ConveyedBy, ReceiptForm};
use crate::dto::form::{ComplaintForm, PaperPreview, Registered};
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{CommandError, Failure, Reply, named, told};
use crate::form;
use crate::state::{Seated, Shell, id};
use crate::suggestions;
use crate::view::{deadlines, detail, paper};
use chrono::{DateTime, Utc};
use loket_desk::detail::Detail;
use loket_desk::printout::Printout;
use loket_desk::receipt::{Drawn, file_name};
use loket_desk::{Act, Error};
use loket_domain::checks::{self, Reception, Stated};
use loket_domain::dates;
use loket_domain::intake::ComplaintInput;
use loket_domain::vocabulary::IdentityMode;
use std::time::Duration;
use uuid::Uuid;

/// How long a registration waits for files that are being read.
const FILES: Duration = Duration::from_secs(3);
/// Most files that are named.
const MOST_NAMES: usize = 3;

/// Registers a complaint; one press of the button is one `request_id`.
#[tauri::command]
#[specta::specta]
pub async fn register(
    shell: Program<'_>,
    draft_id: String,
    form: ComplaintForm,
    request_id: String,
) -> Reply<Registered> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let act = s.act_of(&request_id)?;
            let zone = s.desk.zone().await?;
            let input = form::read(&form, form::Desk { zone, now: zone.local(&act.now) }).map_err(Error::Invalid)?;
            let draft = id(&draft_id)?;
            let own = s.desk.drafts(s.officer).await?.iter().any(|d| d.draft_id == draft);
            if own {
                wait_for_files(&shell, draft).await?;
            }
            let done = write(&shell, &s, &input, own.then_some(draft), act).await?;
            shell.takings.forget(draft);
            suggestions::remember(&s, &form).await?;
            shell.count(&s.desk).await?;
            let saved_at = shell.saved(&s.desk).await?;
            answer(&s, done, saved_at).await
        })
        .await
}

/// A complaint is registered with all the files that were chosen for it: those still being read are waited for, and named
/// when they take long.
pub async fn wait_for_files(shell: &Shell, draft: Uuid) -> Result<(), Failure> {
    let unfinished = |names: Vec<String>| {
        let shown = names.iter().take(MOST_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(MOST_NAMES);
        let detail = if more == 0 { shown } else { format!("{shown}, dan {more} berkas lain") };
        told(CommandError::Precondition { what: "attachments_unfinished".to_owned(), detail: Some(detail) })
    };
    shell.takings.settled(Some(draft), FILES).await.map_err(unfinished)
}

/// A doubtful clock is told once; whoever presses again that day goes on, and the time is marked.
async fn write(
    shell: &Shell,
    s: &Seated,
    input: &ComplaintInput,
    draft: Option<Uuid>,
    act: Act,
) -> Result<Uuid, Failure> {
    match s.desk.register(input, draft, act).await {
        Err(Error::Precondition("clock_doubt")) => {
            confirm_clock(shell, s, act).await?;
            Ok(s.desk.register(input, draft, act).await?.id)
        }
        other => Ok(other?.id),
    }
}

/// Refuses the first press under a doubtful clock; the second one that day goes on.
pub async fn confirm_clock(shell: &Shell, s: &Seated, act: Act) -> Result<(), Failure> {
    let today = s.desk.today(act.now).await?;
    if shell.seat.write().await.clock_warned.replace(today) != Some(today) {
        return Err(Error::Precondition("clock_doubt").into());
    }
    Ok(s.desk.confirm_clock(act.now).await?)
}

/// What the officer tells the complainant.
pub async fn answer(s: &Seated, id: Uuid, saved_at: String) -> Result<Registered, Failure> {
    let found = s.desk.detail(id, s.officer).await?;
    let ground = Ground::of(s).await?;
    let (around, c) = (ground.around(), &found.complaint);
    let receiver = around.name(c.registered_by).unwrap_or_default();
    let reception = Reception {
        place: &around.office.name,
        receiver: &receiver,
        received: deadlines::received_on(c, &ground.today),
    };
    let stated = Stated::of(c, &reception);
    let rest = c.clocks_rest();
    let zone = ground.today.zone;
    let at = |t: &Option<String>| t.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let stamp = at(&c.facts.recorded_at).map(|t| zone.local(&t));
    let stamp_time = stamp.map(|t| {
        let date = dates::short_date(t.date_naive()).to_uppercase();
        format!("{date} {} {}", t.format("%Y"), t.format("%H.%M"))
    });
    Ok(Registered {
        id: id.to_string(),
        complaint_id: found.row.complaint_id.to_string(),
        reporter: reporter_label(s, &found).await?,
        number: c.facts.number.clone().unwrap_or_default(),
        tracking_code: detail::tracking(c),
        saved_at,
        receipt: detail::receipt_kind(c),
        missing: checks::receipt_missing(&stated).into_iter().map(|m| m.label().to_owned()).collect(),
        deadlines: deadlines::running(c, rest, &ground.today),
        messages: detail::messages(c, rest, around.office),
        stamp_office: around.office.name.to_uppercase(),
        stamp_time: stamp_time.unwrap_or_default(),
        received_text: at(&c.facts.received_at).map(|t| dates::weekday_date_time(t, zone)).unwrap_or_default(),
    })
}

/// "Pelapor ke-2 dari 3" for a further reporter.
async fn reporter_label(s: &Seated, found: &Detail) -> Result<Option<String>, Failure> {
    let whole = s.desk.detail(found.row.complaint_id, s.officer).await?.complaint;
    let place = whole.reporters.iter().find(|r| r.id == found.complaint.id).map(|r| r.place);
    Ok(place.map(|n| format!("Pelapor ke-{n} dari {}", whole.reporters_ever)))
}

/// The receipt as the next print would be. Who did not register a confidential complaint leaves an entry by looking.
#[tauri::command]
#[specta::specta]
pub async fn receipt_preview(shell: Program<'_>, id: String, form: ReceiptForm) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let found = papers(&s, crate::state::id(&id)?).await?;
            let c = &found.complaint;
            if c.identity_mode() == IdentityMode::Confidential && c.registered_by != s.officer {
                s.desk.open_identity(c.id, "Melihat tanda terima", s.act()).await?;
            }
            preview(s.desk.draw_receipt(c.id, form.into(), s.act()).await?).await
        })
        .await
}

async fn preview(drawn: Drawn) -> Result<PaperPreview, Failure> {
    let title =
        if drawn.receipt.missing().is_empty() { "Tanda terima pengaduan" } else { "Bukti pencatatan pengaduan" };
    let text = loket_desk::paper::receipt_words(&drawn.receipt);
    paper::preview(drawn.pdf, title, text, &paper::copy_label(drawn.copy)).await
}

/// Prints the receipt; the complaint is registered and kept in any case.
#[tauri::command]
#[specta::specta]
pub async fn print_receipt(
    shell: Program<'_>,
    id: String,
    form: ReceiptForm,
    choice: PrintChoice,
    request_id: String,
) -> Reply<PrintJob> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let complaint = papers(&s, crate::state::id(&id)?).await?.complaint.id;
            let act = s.act_of(&request_id)?;
            if shell.prints.knows(act.request) {
                return Ok(PrintJob { job: request_id, copy_label: String::new() });
            }
            // Lembar 1 and Lembar 2 part ways: never on two sides of one sheet.
            let choice = PrintChoice { two_sided: false, ..choice };
            let form = loket_domain::paper::ReceiptForm::from(form);
            let (order, system) = (order(choice, form.media()), shell.host.print_system());
            let sent = s.desk.send_receipt(complaint, form, &system, &order, act).await;
            let (drawn, job) = sent.map_err(not_printed(&order.printer))?;
            Ok(follow(&shell, s.desk.clone(), act, Printout::of(&drawn), order.copies, job))
        })
        .await
}

/// Saves the receipt as a PDF where the officer chooses.
#[tauri::command]
#[specta::specta]
pub async fn save_receipt(
    shell: Program<'_>,
    id: String,
    form: ReceiptForm,
    request_id: String,
) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let c = papers(&s, crate::state::id(&id)?).await?.complaint;
            let act = s.act_of(&request_id)?;
            let name = file_name(c.facts.number.as_deref().unwrap_or_default());
            let Some(path) = ask_place(&shell, name).await? else { return Ok(None) };
            let act = Act { now: Utc::now(), ..act };
            s.desk.save_receipt(c.id, form.into(), &path, act).await.map_err(named("PDF"))?;
            Ok(Some(super::shown_name(&path)))
        })
        .await
}

/// Both sheets were signed.
#[tauri::command]
#[specta::specta]
pub async fn record_signed(shell: Program<'_>, id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            Ok(s.desk.record_signed(crate::state::id(&id)?, s.act()).await?)
        })
        .await
}

/// Lembar 1 was handed over: every print after it is a copy.
#[tauri::command]
#[specta::specta]
pub async fn record_handed_over(shell: Program<'_>, id: String, by: ConveyedBy) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            Ok(s.desk.record_handed_over(crate::state::id(&id)?, by.into(), s.act()).await?)
        })
        .await
}
