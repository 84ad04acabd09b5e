//! Registering: from an input to a number, a tracking code and a durable entry, in one transaction.

use crate::calendar;
use crate::error::{Error, Result};
use crate::files::MOST_IN_ENTRY;
use crate::open::{Desk, clock_doubt};
use crate::store::{complaints, local, log, similar, unit};
use crate::tracking::{Codes, Drawn};
use crate::write::{Act, Fact, Write};
use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use loket_domain::dates::Zone;
use loket_domain::facts::{ReservedFacts, kind};
use loket_domain::intake::{self, ComplaintInput, FieldError, Intake};
use loket_domain::number::{
    NumberParts, PRACTICE_PREFIX, Reserved, SpanState, Template, effective_date, parse_code, period_key,
};
use loket_domain::rights::Right;
use loket_domain::tracking::TrackingCode;
use loket_domain::vocabulary::Role;
use loket_domain::{clock, law};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// What the officer tells the complainant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// Id of the complaint.
    pub id: Uuid,
    /// The legal number.
    pub number: String,
    /// The tracking code, `C0NT-0H42-T`.
    pub tracking: String,
}

impl Desk {
    /// Registers a complaint. The number is given here, in the transaction that writes the entry: what fails gives no
    /// number, what is retried gives the same.
    ///
    /// # Errors
    /// [`Error::Invalid`] with all fields; [`Error::SeriesFrozen`]; [`Error::Precondition`] `clock_ahead` while a clock
    /// far ahead was not confirmed; [`Error::DiskFull`].
    pub async fn register(&self, input: &ComplaintInput, draft: Option<Uuid>, act: Act) -> Result<Registered> {
        let mut writer = self.store.writer.lock().await;
        let known = log::answered_request(&mut writer, act.request, kind::COMPLAINT_REGISTERED).await?;
        if let Some(id) = known {
            return registered(&mut writer, id).await;
        }
        let mut w = self.write(&mut writer, act).await?;
        let told = w.tracking_code(&self.codes).await?;
        let (id, number) = self.register_in(&mut w, input, draft, Some(told)).await?;
        w.commit().await?;
        Ok(Registered { id, number, tracking: told.code.to_string() })
    }

    /// Registers within an open transaction, so that many complaints can share one: all or none of them is kept.
    /// Returns id and number. Complaints of before this program have no tracking code that anybody was told.
    ///
    /// # Errors
    /// As [`Desk::register`].
    pub async fn register_in(
        &self,
        w: &mut Write<'_>,
        input: &ComplaintInput,
        draft: Option<Uuid>,
        told: Option<Drawn>,
    ) -> Result<(Uuid, String)> {
        self.require(w.act.officer, Right::Register).await?;
        let mut intake = self.intake(w, input).await?;
        let (mut links, mut more_files) = (Vec::new(), Vec::new());
        if let Some(draft) = draft {
            links = similar::choices(&mut w.tx, draft).await?;
            let mut files = local::attachments(&mut w.tx, draft).await?;
            more_files = files.split_off(files.len().min(MOST_IN_ENTRY));
            intake = intake::with_attachments(intake, files.into_iter().map(|f| (f.fact, f.name)).collect());
            local::delete_draft(&mut w.tx, draft).await?;
        }
        w.number_for(&input.form_number, &mut intake, self.practice).await?;
        w.promise(&mut intake, told).await?;
        let number = intake.facts.number.clone().unwrap_or_default();
        let id = Uuid::now_v7();
        w.append(
            Fact::new(id, kind::COMPLAINT_REGISTERED, &intake.facts).identity(&intake.identity).matter(&intake.matter),
        )
        .await?;
        for (other, _) in links.iter().filter(|(_, link)| *link) {
            w.link(id, *other).await?;
        }
        w.add_attachments(id, &more_files).await?;
        w.make_receipt(id, self.practice).await?;
        Ok((id, number))
    }

    /// What was typed, parsed; a doubtful clock is refused until it was confirmed, and marked then.
    pub(crate) async fn intake(&self, w: &mut Write<'_>, input: &ComplaintInput) -> Result<Intake> {
        let mut intake = intake::parse(&self.with_names(w, input).await?, w.at).map_err(Error::Invalid)?;
        let doubt = clock_doubt(&mut w.tx, self.log_id, w.act.now).await?;
        if doubt && local::get(&mut w.tx, "clock_confirmed").await?.as_deref() != Some(&w.at.date_naive().to_string()) {
            return Err(Error::Precondition("clock_doubt"));
        }
        intake.facts.clock_doubt = doubt.then_some(true);
        Ok(intake)
    }

    /// Service and village as text, so that old papers print what was true then; the content is restricted where the
    /// one complained of would handle it.
    pub(crate) async fn with_names(&self, w: &mut Write<'_>, input: &ComplaintInput) -> Result<ComplaintInput> {
        let mut input = input.clone();
        if let Some(id) = input.service {
            let service =
                unit::services(&mut w.tx).await?.into_iter().find(|s| s.id == id).ok_or(Error::NotFound("service"))?;
            input.service_text = service.name;
        }
        if let Some(region) = loket_domain::region::by_code(&input.village_code)
            && input.village_text.is_empty()
        {
            input.village_text = region.label();
        }
        // Ps45: a complaint about the typist, the manager or the head goes to the superior, out of their sight.
        if let Some(accused) = input.accused_officer {
            let officers = unit::officers(&mut w.tx).await?;
            let person = officers.iter().find(|o| o.id == accused).ok_or(Error::NotFound("officer"))?;
            let near = accused == w.act.officer || person.is(Role::ComplaintManager) || person.is(Role::Head);
            input.restricted |= near;
        }
        Ok(input)
    }

    /// A forecast of the next number; none while the series rests.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn next_number(&self, now: DateTime<Utc>) -> Result<Option<String>> {
        next_number(&mut *self.reader().await?, now, self.practice).await
    }

    /// The officer has looked at the PC's clock and goes on; holds for this day of that clock.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn confirm_clock(&self, now: DateTime<Utc>) -> Result<()> {
        let day = self.local(now).await?.date_naive().to_string();
        local::set(&mut *self.store.writer.lock().await, "clock_confirmed", &day).await
    }
}

/// As [`Desk::next_number`], for a reader beside the program that holds the register.
///
/// # Errors
/// [`Error::Database`].
pub async fn next_number(conn: &mut SqliteConnection, now: DateTime<Utc>, practice: bool) -> Result<Option<String>> {
    let zone = unit::settings(conn).await?.map_or(Zone::Wib, |(_, facts, _)| facts.zone);
    let today = crate::calendar::local(now, zone).date_naive();
    Ok(upcoming(conn, today, practice).await?.map(|n| n.number))
}

struct Upcoming {
    number: String,
    period: String,
    counter: String,
    seq: u32,
    date: NaiveDate,
}

/// The number after the last one of this counter. Month and year of a number never run back, whatever the clock says.
async fn upcoming(conn: &mut SqliteConnection, today: NaiveDate, practice: bool) -> Result<Option<Upcoming>> {
    let Some(next) = numbers_from_now(conn, today, practice, 1).await? else { return Ok(None) };
    let ReservedFacts { period, counter, first: seq, numbered_on: date, numbers, .. } = next;
    Ok(numbers.into_iter().next().map(|number| Upcoming { number, period, counter, seq, date }))
}

/// The next `count` numbers of this counter; none while the series rests.
pub(crate) async fn numbers_from_now(
    conn: &mut SqliteConnection,
    today: NaiveDate,
    practice: bool,
    count: u32,
) -> Result<Option<ReservedFacts>> {
    let Some((numbering, false)) = unit::numbering(conn).await? else {
        return Ok(None);
    };
    let last_date = unit::last_numbered_on(conn, &numbering.counter_code).await?.and_then(|d| d.parse().ok());
    let date = effective_date(today, last_date);
    let period = period_key(date, numbering.reset);
    let first = unit::last_number(conn, &numbering.counter_code, &period).await? + 1;
    let broken = |_| Error::Precondition("number_template");
    let template = Template::parse(&numbering.template).map_err(|_| Error::Precondition("number_template"))?;
    let (office_code, counter_code) = (parse_code(&numbering.office_code), parse_code(&numbering.counter_code));
    let (office_code, counter_code) = (office_code.map_err(broken)?, counter_code.map_err(broken)?);
    let last = first + count - 1;
    let render = |seq| {
        let parts = NumberParts { seq, office_code: &office_code, counter_code: &counter_code, date };
        let number = template.render(&parts);
        if practice { format!("{PRACTICE_PREFIX}{number}") } else { number }
    };
    let numbers = (first..=last).map(render).collect();
    Ok(Some(ReservedFacts { period, counter: numbering.counter_code, first, last, numbered_on: date, numbers }))
}

impl Write<'_> {
    /// The number on the form that is typed in, or the next one.
    pub(crate) async fn number_for(&mut self, form_number: &str, intake: &mut Intake, practice: bool) -> Result<()> {
        self.fold().await?;
        let next = if form_number.trim().is_empty() {
            upcoming(&mut self.tx, self.at.date_naive(), practice).await?.ok_or(Error::SeriesFrozen)?
        } else {
            let found = self.reserved(form_number).await?.filter(|(_, _, state)| *state == SpanState::Open);
            let unknown = || Error::Invalid(vec![FieldError::new("formNumber", "not_reserved")]);
            let (counter, found, _) = found.ok_or_else(unknown)?;
            let Reserved { period, seq, date, number } = found;
            Upcoming { number, period, counter, seq, date }
        };
        let facts = &mut intake.facts;
        facts.number = Some(next.number);
        facts.period = Some(next.period);
        facts.counter = Some(next.counter);
        facts.seq = Some(next.seq);
        facts.numbered_on = Some(next.date);
        Ok(())
    }

    /// What the office promises to one reporter: a last day for the first answer, and the tracking code that was told.
    pub(crate) async fn promise(&mut self, intake: &mut Intake, told: Option<Drawn>) -> Result<()> {
        let due = self.answer_due(intake.facts.received_at.as_deref()).await?;
        let facts = &mut intake.facts;
        facts.recorded_at = Some(self.at.to_rfc3339());
        facts.tracking_hash = told.map(|t| t.hash);
        facts.answer_due = Some(due);
        facts.answer_rule = Some(law::FIRST_RESPONSE.id.to_string());
        intake.matter.tracking = told.map(|t| t.code.compact());
        Ok(())
    }

    /// A tracking code that nobody was told yet.
    pub(crate) async fn tracking_code(&mut self, codes: &Codes) -> Result<Drawn> {
        loop {
            let drawn = codes.take()?;
            if !complaints::tracking_taken(&mut self.tx, &drawn.code.compact()).await? {
                return Ok(drawn);
            }
        }
    }

    /// Last day for the first answer: 14 calendar days from the day of receipt, Ps44(3).
    pub(crate) async fn answer_due(&mut self, received_at: Option<&str>) -> Result<NaiveDate> {
        let received = received_at.and_then(|t| DateTime::<FixedOffset>::parse_from_rfc3339(t).ok()).unwrap_or(self.at);
        let calendar = calendar::of(&mut self.tx).await?;
        Ok(clock::due(&law::FIRST_RESPONSE, received.date_naive(), &calendar).legal)
    }
}

pub(crate) async fn registered(conn: &mut SqliteConnection, id: Uuid) -> Result<Registered> {
    let row = complaints::row(conn, id).await?.ok_or(Error::NotFound("complaint"))?;
    let tracking = row.tracking.parse::<TrackingCode>().map(|t| t.to_string()).unwrap_or(row.tracking);
    Ok(Registered { id, number: row.number, tracking })
}
