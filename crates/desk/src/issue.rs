//! A paper on its way out: its making is an entry, drawn with the hash of that entry, then saved or sent; what became
//! of it is another.

use crate::csv::Separator;
use crate::error::Result;
use crate::open::Desk;
use crate::printing::Ended;
use crate::printout::Printout;
use crate::write::{Act, Fact};
use loket_domain::entry::Digest;
use loket_domain::facts::{DocumentFacts, TableFacts, TableMatter, kind};
use loket_domain::printing::PrintOutcome;
use std::path::Path;

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

impl Desk {
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

    /// Saves a paper where the officer chose.
    ///
    /// # Errors
    /// [`Error::Io`](crate::Error::Io), [`Error::DiskFull`](crate::Error::DiskFull); no outcome is recorded then.
    pub async fn save_issued(&self, issued: &Issued, path: &Path, act: Act) -> Result<()> {
        crate::place::write_durably(path, &issued.bytes)?;
        self.record_print(issued.run, Ended { outcome: PrintOutcome::Saved, reason: None }, act).await
    }
}
