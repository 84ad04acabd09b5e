//! A paper on its way out: its making is an entry, drawn with the hash of that entry, then saved or sent; what became
//! of it is another.

use crate::csv::Separator;
use crate::error::Result;
use crate::open::Desk;
use crate::printout::Printout;
use crate::receipt::{draw_logo, initials, letterhead};
use crate::write::{Act, Fact};
use chrono::{DateTime, FixedOffset};
use loket_domain::dates::{self, Zone};
use loket_domain::entry::Digest;
use loket_domain::facts::{DocumentFacts, TableFacts, TableMatter, UnitMatter, kind};
use loket_domain::paper::{Letterhead, ListPrinting};

/// A paper that is made and not yet out.
pub struct Issued {
    /// Its entry.
    pub run: Printout,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What a list or book is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A PDF.
    Pdf,
    /// A table for a spreadsheet.
    Csv(Separator),
}

impl Format {
    /// Ending of its file.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv(_) => "csv",
        }
    }
}

/// What the entry keeps of a table: how to make its rows again, and a digest that proves them.
pub(crate) fn table_fact(
    paper: &str,
    format: Format,
    rows: usize,
    last_entry: Option<Digest>,
    content: &[u8],
    filter: &str,
) -> (TableFacts, TableMatter) {
    let facts = TableFacts {
        made: DocumentFacts { paper: paper.to_owned(), correction: 0, receipt: false, reporter: None },
        format: format.code().to_owned(),
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        last_entry,
        from: None,
        to: None,
        version: None,
    };
    let rows_digest = blake3::hash(content).to_hex().to_string();
    (facts, TableMatter { filter: filter.to_owned(), rows_digest })
}

/// What every paper of the unit carries: under which letterhead, who prints it, and when.
pub(crate) struct Frame {
    pub office: UnitMatter,
    pub head: Letterhead,
    pub zone: Zone,
    pub at: DateTime<FixedOffset>,
    /// The fingerprint is still empty: it is the hash of the entry of the making.
    pub printing: ListPrinting,
}

impl Desk {
    pub(crate) async fn frame(&self, act: Act) -> Result<Frame> {
        let (facts, office) = self.settings().await?;
        let at = crate::calendar::local(act.now, facts.zone);
        let officer = self.officer(act.officer).await?;
        let mut head = letterhead(&office);
        draw_logo(&mut head, &office);
        let printing = ListPrinting {
            at: dates::date_time(at, facts.zone),
            at_unix: at.timestamp(),
            officer_code: initials(&officer.matter.name),
            officer_name: officer.matter.name,
            fingerprint: String::new(),
        };
        Ok(Frame { office, head, zone: facts.zone, at, printing })
    }

    pub(crate) fn table(&self, (facts, matter): &(TableFacts, TableMatter)) -> Fact<'static> {
        Fact::new(self.unit, kind::DOCUMENT_MADE, facts).matter(matter)
    }

    /// Records that `paper` (its letter) is made and draws it with the hash of that entry.
    pub(crate) async fn issue<D>(&self, paper: &'static str, made: Fact<'_>, draw: D, act: Act) -> Result<Issued>
    where
        D: FnOnce(Digest) -> Result<Vec<u8>> + Send + 'static,
    {
        let subject = made.subject;
        let document = {
            let mut writer = self.store.writer.lock().await;
            let mut w = self.write(&mut writer, act).await?;
            let document = w.append(made).await?;
            w.commit().await?;
            document
        };
        let bytes = tokio::task::spawn_blocking(move || draw(document)).await??;
        Ok(Issued { run: Printout { subject, document, paper: Some(paper), copy: 0, on: None }, bytes })
    }
}
