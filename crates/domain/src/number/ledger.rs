//! Numbers of a series without a record, and why: the paper book of before, a tail that a restore lost, numbers
//! printed on blank forms for a power cut.

use chrono::NaiveDate;

use crate::vocabulary::closed_list;

closed_list! {
    /// Why numbers of a span have no record.
    SpanState {
        /// The paper book of before holds them.
        PaperBook = "paper_book",
        /// Presumed used before a restore, clone or loss.
        PerhapsUsed = "perhaps_used",
        /// Printed on blank forms; a form that is typed in takes its number.
        Open = "open",
        /// Open before a restore: used meanwhile, or not. Only a person who holds the forms can tell.
        Doubtful = "doubtful",
        /// Reserved, and not used for a reason.
        Unused = "unused",
    }
}

/// Most numbers that are reserved at once: a stack of forms that a counter fills before the power is back.
pub const MOST_RESERVED: u32 = 50;

/// Numbers of one series from `first` to `last`, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Counter code.
    pub counter: String,
    /// Period of the series.
    pub period: String,
    /// First number.
    pub first: u32,
    /// Last number.
    pub last: u32,
    /// Date that stands in the numbers, if they were reserved.
    pub date: Option<NaiveDate>,
    /// The numbers as printed, if they were reserved: the template may change before a form comes back.
    pub numbers: Vec<String>,
    /// Why they have no record.
    pub state: SpanState,
    /// Why they are not used.
    pub reason: String,
}

impl Span {
    /// A number as printed; `None` where it was never reserved.
    #[must_use]
    pub fn number(&self, n: u32) -> Option<&str> {
        let at = usize::try_from(n.checked_sub(self.first)?).ok()?;
        self.numbers.get(at).map(String::as_str)
    }

    /// Does this number belong to the span?
    #[must_use]
    pub fn holds(&self, counter: &str, period: &str, n: u32) -> bool {
        self.counter == counter && self.period == period && (self.first..=self.last).contains(&n)
    }
}

/// A number that stands on a blank form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reserved {
    /// Period of the series.
    pub period: String,
    /// Place in the series.
    pub seq: u32,
    /// Date that stands in the number.
    pub date: NaiveDate,
    /// The number as printed.
    pub number: String,
}

/// Spans in the order in which they were told; the last one that holds a number decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    spans: Vec<Span>,
}

impl Ledger {
    /// A ledger of stored spans, oldest first.
    #[must_use]
    pub const fn new(spans: Vec<Span>) -> Self {
        Self { spans }
    }

    /// Tells a span; an empty one says nothing.
    pub fn tell(&mut self, span: Span) {
        if span.first <= span.last && span.first > 0 {
            self.spans.push(span);
        }
    }

    /// The register was restored, cloned or lost entries: open numbers may be used on paper that it does not know.
    pub fn doubt(&mut self) {
        for span in &mut self.spans {
            if span.state == SpanState::Open {
                span.state = SpanState::Doubtful;
            }
        }
    }

    /// All spans, oldest first.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The span that decides about a number.
    #[must_use]
    pub fn of(&self, counter: &str, period: &str, n: u32) -> Option<&Span> {
        self.spans.iter().rev().find(|span| span.holds(counter, period, n))
    }

    /// Reserved numbers of a counter in this state, in the order of reservation.
    #[must_use]
    pub fn in_state(&self, counter: &str, state: SpanState) -> Vec<Reserved> {
        let mut found: Vec<Reserved> = Vec::new();
        for span in self.spans.iter().filter(|span| span.counter == counter && span.state == state) {
            for n in span.first..=span.last {
                let decides = self.of(counter, &span.period, n) == Some(span);
                let told = found.iter().any(|r| r.period == span.period && r.seq == n);
                if let Some((date, number)) = span.date.zip(span.number(n))
                    && decides
                    && !told
                {
                    let (period, number) = (span.period.clone(), number.to_owned());
                    found.push(Reserved { period, seq: n, date, number });
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: u32, last: u32, state: SpanState) -> Span {
        Span {
            counter: "L1".into(),
            period: "2026".into(),
            first,
            last,
            date: "2026-11-20".parse().ok(),
            numbers: (first..=last).map(|n| format!("{n:04}/ADU/L1/XI/2026")).collect(),
            state,
            reason: String::new(),
        }
    }

    fn numbers(ledger: &Ledger, state: SpanState) -> Vec<u32> {
        ledger.in_state("L1", state).into_iter().map(|r| r.seq).collect()
    }

    #[test]
    fn a_spoiled_form_leaves_the_open_numbers() {
        let mut ledger = Ledger::default();
        ledger.tell(span(42, 46, SpanState::Open));
        ledger.tell(span(44, 44, SpanState::Unused));
        assert_eq!(numbers(&ledger, SpanState::Open), [42, 43, 45, 46]);
        assert_eq!(numbers(&ledger, SpanState::Unused), [44]);
        assert!(ledger.in_state("L2", SpanState::Open).is_empty());
        assert_eq!(ledger.of("L1", "2027", 44), None);
    }

    #[test]
    fn a_restore_doubts_open_numbers_until_a_person_has_looked() {
        let mut ledger = Ledger::default();
        ledger.tell(span(42, 46, SpanState::Open));
        ledger.tell(span(46, 46, SpanState::Unused));
        ledger.doubt();
        assert!(numbers(&ledger, SpanState::Open).is_empty());
        assert_eq!(numbers(&ledger, SpanState::Doubtful), [42, 43, 44, 45]);
        ledger.tell(span(43, 43, SpanState::Open));
        assert_eq!(numbers(&ledger, SpanState::Open), [43]);
        assert_eq!(numbers(&ledger, SpanState::Doubtful), [42, 44, 45]);
        assert_eq!(numbers(&ledger, SpanState::Unused), [46]);
    }

    #[test]
    fn an_empty_span_says_nothing() {
        let mut ledger = Ledger::default();
        ledger.tell(span(1, 0, SpanState::PaperBook));
        ledger.tell(span(0, 5, SpanState::PaperBook));
        assert!(ledger.spans().is_empty());
    }
}
