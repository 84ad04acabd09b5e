//! A paper of the unit on its way out: its making is an entry, and what became of it is another.

use crate::csv::Separator;
use crate::error::Result;
use crate::open::Desk;
use crate::store::log;
use crate::write::{Act, Fact, Write};
use loket_domain::complaint::PRINT_FAILED;
use loket_domain::entry::Digest;
use loket_domain::facts::{DocumentFacts, PrintedFacts, TableFacts, TableMatter, kind};
use std::path::Path;

/// Where a paper goes.
#[derive(Clone, Copy, Debug)]
pub enum Way<'a> {
    /// To a printer of this PC, with the title of the job.
    Printer(&'a str, &'static str),
    /// Into a file.
    File(&'a Path),
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
        made: DocumentFacts { paper: paper.to_owned(), correction: 0, receipt: false },
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

    /// Records that a paper is made, draws it with the hash of that entry, hands it over and records the
    /// outcome: `printed`, `saved` or `failed`. A retry of a press
    /// that brought the paper out neither draws nor prints again.
    pub(crate) async fn issue<D>(&self, made: Fact<'_>, draw: D, way: Way<'_>, act: Act) -> Result<()>
    where
        D: FnOnce(Digest) -> Result<Vec<u8>> + Send + 'static,
    {
        let subject = made.subject;
        let paper = made.facts.get("paper").and_then(serde_json::Value::as_str).map(str::to_owned);
        let document = {
            let mut writer = self.store.writer.lock().await;
            let mut w = self.write(&mut writer, act).await?;
            if went_out(&mut w, subject).await? {
                return Ok(());
            }
            let document = w.append(made).await?;
            w.commit().await?;
            document
        };
        let bytes = tokio::task::spawn_blocking(move || draw(document)).await??;
        let sent = hand_over(&bytes, way).await;
        let outcome = match (&sent, way) {
            (Err(_), _) => PRINT_FAILED,
            (Ok(()), Way::Printer(..)) => "printed",
            (Ok(()), Way::File(_)) => "saved",
        };
        let facts = PrintedFacts { document, copy: 0, outcome: outcome.to_owned(), paper };
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        w.append(Fact::new(subject, kind::DOCUMENT_PRINTED, &facts)).await?;
        w.commit().await?;
        sent
    }
}

/// Did an earlier try of this press bring the paper out? A failed one may be tried again.
async fn went_out(w: &mut Write<'_>, subject: uuid::Uuid) -> Result<bool> {
    if log::answered_request(&mut w.tx, w.act.request, kind::DOCUMENT_PRINTED).await?.is_none() {
        return Ok(false);
    }
    let entries = log::of_subject(&mut w.tx, subject).await?;
    let ours = entries.iter().filter(|e| e.body.request == w.act.request && e.body.kind == kind::DOCUMENT_PRINTED);
    Ok(ours.into_iter().any(|e| e.body.facts.get("outcome").and_then(serde_json::Value::as_str) != Some(PRINT_FAILED)))
}

async fn hand_over(bytes: &[u8], way: Way<'_>) -> Result<()> {
    match way {
        Way::File(path) => crate::place::write_durably(path, bytes),
        Way::Printer(printer, title) => {
            let file = tempfile::Builder::new().suffix(".pdf").tempfile()?;
            tokio::fs::write(file.path(), bytes).await?;
            crate::printing::print(printer, file.path(), title).await
        }
    }
}
