//! Registered complaints: what an officer may see of one, identity, correction, void, steps.

use super::Program;
use crate::dto::detail::{ComplaintDetail, Fact, StepInput};
use crate::dto::form::ComplaintForm;
use crate::error::{CommandError, Failure, Reply, told};
use crate::form;
use crate::state::Seated;
use crate::view::detail::{self, Around};
use crate::view::facts;
use crate::view::rows::Today;
use chrono::Utc;
use loket_desk::Error;
use loket_desk::detail::Detail;
use loket_desk::steps::Step;
use loket_desk::store::unit::{self, Officer};
use loket_domain::facts::UnitMatter;
use loket_domain::rights::Right;
use loket_domain::vocabulary::IdentityMode;
use uuid::Uuid;

/// What a detail is read against, held.
pub struct Ground {
    office: UnitMatter,
    officers: Vec<Officer>,
    /// The day.
    pub today: Today,
}

impl Ground {
    /// Reads it for an officer now.
    pub async fn of(s: &Seated) -> Result<Self, Failure> {
        let (facts, office) = s.desk.settings().await?;
        let (calendar, officers) = {
            let mut conn = s.desk.reader().await?;
            (loket_desk::calendar::of(&mut conn).await?, unit::officers(&mut conn).await?)
        };
        let today = Today { date: facts.zone.date(&Utc::now()), zone: facts.zone, calendar };
        Ok(Self { office, officers, today })
    }

    /// Borrowed.
    pub fn around(&self) -> Around<'_> {
        Around { office: &self.office, officers: &self.officers, today: &self.today }
    }
}

/// The complaint, if this officer may see and print its papers and files.
pub async fn papers(s: &Seated, complaint: Uuid) -> Result<Detail, Failure> {
    let found = s.desk.detail(complaint, s.officer).await?;
    if found.rights.may(Right::Papers) { Ok(found) } else { Err(told(CommandError::NotAllowed)) }
}

/// One complaint for this officer's eyes.
#[tauri::command]
#[specta::specta]
pub async fn detail(shell: Program<'_>, id: String) -> Reply<ComplaintDetail> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let found = s.desk.detail(crate::state::id(&id)?, s.officer).await?;
            Ok(detail::detail(&found, &Ground::of(&s).await?.around()))
        })
        .await
}

/// Opens an identity; with *dirahasiakan* this asks a reason and leaves an entry.
#[tauri::command]
#[specta::specta]
pub async fn open_identity(shell: Program<'_>, id: String, reason: String) -> Reply<Vec<Fact>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let found = s.desk.detail(crate::state::id(&id)?, s.officer).await?;
            let identity = s.desk.open_identity(found.complaint.id, &reason, s.act()).await?;
            Ok(facts::opened(&found.complaint, &identity))
        })
        .await
}

/// A registered complaint as a form. A confidential identity is opened for it, which leaves an entry.
#[tauri::command]
#[specta::specta]
pub async fn correction_form(shell: Program<'_>, id: String) -> Reply<ComplaintForm> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let found = s.desk.detail(crate::state::id(&id)?, s.officer).await?;
            let c = &found.complaint;
            if !found.rights.may(Right::Correct) {
                return Err(told(CommandError::NotAllowed));
            }
            if c.identity_mode() != IdentityMode::None {
                s.desk.open_identity(c.id, "Membetulkan data", s.act()).await?;
            }
            Ok(form::of_complaint(c, detail::attachments(c), s.desk.zone().await?))
        })
        .await
}

/// Corrects fields; old values stay in the log.
#[tauri::command]
#[specta::specta]
pub async fn correct(shell: Program<'_>, id: String, form: ComplaintForm, request_id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (complaint, act) = (crate::state::id(&id)?, s.act_of(&request_id)?);
            let zone = s.desk.zone().await?;
            let input = form::read(&form, form::Desk { zone, now: zone.local(&act.now) }).map_err(Error::Invalid)?;
            s.desk.correct(complaint, &input, act).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}

/// Strikes a complaint with a reason; its number stays used.
#[tauri::command]
#[specta::specta]
pub async fn void(shell: Program<'_>, id: String, reason: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            s.desk.void(crate::state::id(&id)?, &reason, s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}

/// Takes a void back, with a reason.
#[tauri::command]
#[specta::specta]
pub async fn unvoid(shell: Program<'_>, id: String, reason: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            s.desk.unvoid(crate::state::id(&id)?, &reason, s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}

/// Records a step.
#[tauri::command]
#[specta::specta]
pub async fn step(shell: Program<'_>, id: String, input: StepInput, request_id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (complaint, act) = (crate::state::id(&id)?, s.act_of(&request_id)?);
            let zone = s.desk.zone().await?;
            let today = zone.date(&act.now);
            let refused = |e| Error::Invalid(vec![e]);
            let step = match input {
                StepInput::Note { text } => Step::Note { text },
                StepInput::Answered { date, time, by, recipient, text } => {
                    let day = form::past_date(&date, today).map_err(refused)?;
                    let conveyed_at = form::moment(day, &time, zone).map_err(refused)?;
                    Step::Answered { conveyed_at, by: by.into(), recipient, text }
                }
                StepInput::Closed { date, result, at_counter, agreed } => {
                    Step::Closed { date: form::past_date(&date, today).map_err(refused)?, result, at_counter, agreed }
                }
                StepInput::Classified { classification } => {
                    s.desk.classify(complaint, classification.into(), act).await?;
                    shell.saved(&s.desk).await?;
                    return Ok(());
                }
            };
            s.desk.step(complaint, &step, act).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}
