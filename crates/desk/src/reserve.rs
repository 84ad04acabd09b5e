//! Numbers on blank forms for a power cut: reserved before it, taken by the form that is typed in after it, or told
//! as not used. No number is issued twice: the series goes on after the reserved ones.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::register::numbers_from_now;
use crate::store::{log, series, unit};
use crate::write::{Act, Fact, Write};
use loket_domain::facts::{ReservedFacts, TextMatter, UnusedFacts, kind};
use loket_domain::intake::FieldError;
use loket_domain::number::{MOST_RESERVED, Reserved, SpanState};
use loket_domain::rights::Right;
use loket_domain::text;

/// Longest reason for a number that is not used, in characters.
const LONGEST_REASON: usize = 200;

/// Numbers on blank forms of this counter that no complaint took so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenNumbers {
    /// Offered when a form is typed in.
    pub open: Vec<Reserved>,
    /// Open before a restore or loss: a person must look at the forms first.
    pub doubtful: Vec<Reserved>,
}

impl Desk {
    /// Reserves the next `count` numbers of this counter and tells them. The same press twice reserves once.
    ///
    /// # Errors
    /// [`Error::Invalid`] `count` unless it is 1 to 50; [`Error::SeriesFrozen`].
    pub async fn reserve_numbers(&self, count: u32, act: Act) -> Result<Vec<String>> {
        if !(1..=MOST_RESERVED).contains(&count) {
            return Err(Error::Invalid(vec![FieldError::new("count", "impossible")]));
        }
        self.require(act.officer, Right::Register).await?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if log::answered_request(&mut w.tx, act.request, kind::NUMBERING_RESERVED).await?.is_some() {
            return self.reserved_by(&mut w).await;
        }
        let told = numbers_from_now(&mut w.tx, w.at.date_naive(), self.practice, count).await?;
        let told = told.ok_or(Error::SeriesFrozen)?;
        w.append(Fact::new(self.unit, kind::NUMBERING_RESERVED, &told)).await?;
        w.commit().await?;
        Ok(told.numbers)
    }

    async fn reserved_by(&self, w: &mut Write<'_>) -> Result<Vec<String>> {
        let entries = log::of_subject(&mut w.tx, self.unit).await?;
        let mut told = entries
            .into_iter()
            .filter(|e| e.body.request == w.act.request && e.body.kind == kind::NUMBERING_RESERVED)
            .map(|e| serde_json::from_value::<ReservedFacts>(serde_json::Value::Object(e.body.facts)));
        Ok(told.next().transpose()?.map(|facts| facts.numbers).unwrap_or_default())
    }

    /// Numbers on blank forms that no complaint took so far.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn open_numbers(&self) -> Result<OpenNumbers> {
        let mut conn = self.reader().await?;
        let Some((numbering, _)) = unit::numbering(&mut conn).await? else { return Ok(OpenNumbers::default()) };
        let ledger = series::spans(&mut conn).await?;
        let mut found = OpenNumbers::default();
        for (state, list) in [(SpanState::Open, &mut found.open), (SpanState::Doubtful, &mut found.doubtful)] {
            for number in ledger.in_state(&numbering.counter_code, state) {
                if !series::is_recorded(&mut conn, &numbering.counter_code, &number.period, number.seq).await? {
                    list.push(number);
                }
            }
        }
        Ok(found)
    }

    /// Tells that a reserved number is not used, and why.
    ///
    /// # Errors
    /// [`Error::Invalid`] without a reason; [`Error::NotFound`] `number` unless it is open or doubtful.
    pub async fn drop_number(&self, number: &str, reason: &str, act: Act) -> Result<()> {
        let reason = text::clean(reason);
        if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
            let code = if reason.is_empty() { "required" } else { "too_long" };
            return Err(Error::Invalid(vec![FieldError::new("reason", code)]));
        }
        self.require(act.officer, Right::Register).await?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if log::request_done(&mut w.tx, act.request).await? {
            return Ok(());
        }
        let (counter, found, _) = w.reserved(number).await?.ok_or(Error::NotFound("number"))?;
        let facts = UnusedFacts { period: found.period, counter, number: found.seq };
        w.append(Fact::new(self.unit, kind::NUMBERING_UNUSED, &facts).matter(&TextMatter { text: reason })).await?;
        w.commit().await
    }

    /// After a restore: whoever holds the blank form says that this number is still free.
    ///
    /// # Errors
    /// [`Error::NotFound`] `number` unless it is doubtful; [`Error::SeriesFrozen`] before the series goes on.
    pub async fn confirm_number(&self, number: &str, act: Act) -> Result<()> {
        self.require(act.officer, Right::Register).await?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if log::request_done(&mut w.tx, act.request).await? {
            return Ok(());
        }
        if unit::numbering(&mut w.tx).await?.is_none_or(|(_, frozen)| frozen) {
            return Err(Error::SeriesFrozen);
        }
        let found = w.reserved(number).await?.filter(|(_, _, state)| *state == SpanState::Doubtful);
        let (counter, found, _) = found.ok_or(Error::NotFound("number"))?;
        let facts = ReservedFacts {
            period: found.period,
            counter,
            first: found.seq,
            last: found.seq,
            numbered_on: found.date,
            numbers: vec![found.number],
        };
        w.append(Fact::new(self.unit, kind::NUMBERING_RESERVED, &facts)).await?;
        w.commit().await
    }
}

impl Write<'_> {
    /// The reserved number of this counter that reads so and that no complaint took: counter, number, state.
    pub(crate) async fn reserved(&mut self, number: &str) -> Result<Option<(String, Reserved, SpanState)>> {
        let Some((numbering, _)) = unit::numbering(&mut self.tx).await? else { return Ok(None) };
        let counter = numbering.counter_code;
        let ledger = series::spans(&mut self.tx).await?;
        for state in [SpanState::Open, SpanState::Doubtful] {
            let found = ledger.in_state(&counter, state).into_iter().find(|r| r.number == number.trim());
            if let Some(found) = found {
                let taken = series::is_recorded(&mut self.tx, &counter, &found.period, found.seq).await?;
                return Ok((!taken).then_some((counter, found, state)));
            }
        }
        Ok(None)
    }
}
