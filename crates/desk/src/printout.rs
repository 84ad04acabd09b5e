//! What became of a paper, as an entry: the print system's own report, never a hope.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::printing::{Ended, Job, Order, PrintSystem};
use crate::receipt::Drawn;
use crate::store::log;
use crate::write::{Act, Fact};
use loket_domain::entry::Digest;
use loket_domain::facts::{PrintedFacts, kind};
use loket_domain::printing::{Media, PrintOutcome};
use uuid::Uuid;

/// One run of a paper.
#[derive(Clone, Copy, Debug)]
pub struct Printout {
    /// The complaint, or the unit.
    pub subject: Uuid,
    /// Entry of the paper's making.
    pub document: Digest,
    /// Letter of the paper, unless it is a receipt.
    pub paper: Option<&'static str>,
    /// 0 for an original, else the number of the copy.
    pub copy: u32,
    /// How many, on which paper; nothing for a saved one.
    pub on: Option<(u32, Media)>,
}

/// A paper on its way to a printer.
pub struct Paper<'a> {
    /// Which run.
    pub run: Printout,
    /// The file.
    pub pdf: &'a [u8],
    /// What stands in the queue; it names nobody.
    pub title: &'a str,
}

impl Printout {
    /// A run of a receipt, not yet on any paper.
    #[must_use]
    pub fn of(drawn: &Drawn) -> Self {
        Self { subject: drawn.complaint, document: drawn.document, paper: None, copy: drawn.copy, on: None }
    }

    /// The same run, printed so often on this paper.
    #[must_use]
    pub fn on(self, copies: u32, media: Media) -> Self {
        Self { on: Some((copies, media)), ..self }
    }
}

impl Desk {
    /// Hands a paper to a printer. A refusal is recorded at once as a failed print; what becomes of a job is recorded
    /// by [`Desk::record_print`] when the print system has reported it.
    ///
    /// # Errors
    /// [`Error::Printer`], [`Error::Database`].
    pub async fn send(&self, system: &PrintSystem, paper: Paper<'_>, order: &Order, act: Act) -> Result<Job> {
        let sent = system.submit(order, paper.pdf, paper.title).await;
        if let Err(Error::Printer { reason, .. }) = &sent {
            let run = order.media.first().map_or(paper.run, |media| paper.run.on(order.copies, *media));
            let failed = Ended { outcome: PrintOutcome::Failed, reason: Some(*reason) };
            self.record_print(run, failed, act).await?;
        }
        sent
    }

    /// Records what became of a run. A retry of the same request is recorded once.
    ///
    /// # Errors
    /// [`Error::Database`], [`Error::DiskFull`].
    pub async fn record_print(&self, run: Printout, ended: Ended, act: Act) -> Result<()> {
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if log::answered_request(&mut w.tx, act.request, kind::DOCUMENT_PRINTED).await?.is_some() {
            return Ok(());
        }
        let facts = PrintedFacts {
            document: run.document,
            copy: run.copy,
            paper: run.paper.map(str::to_owned),
            outcome: ended.outcome.code().to_owned(),
            copies: run.on.map(|(copies, _)| copies),
            media: run.on.map(|(_, media)| media.code().to_owned()),
            reason: ended.reason.map(|reason| reason.code().to_owned()),
        };
        w.append(Fact::new(run.subject, kind::DOCUMENT_PRINTED, &facts)).await?;
        w.commit().await
    }
}
