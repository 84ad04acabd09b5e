//! From the print system's queue to what became of a paper.

use super::{Job, PrintSystem, PrinterState, WANTED, hindrance, ipp, refused, state};
use crate::error::Result;
use loket_domain::printing::{PrintOutcome, PrintReason};
use std::time::Duration;
use tokio::time::Instant;

/// Where a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Handed over, others before it.
    Queued,
    /// Coming out.
    Printing,
    /// Something keeps it from coming out; it comes out when that is mended.
    Waiting(PrintReason),
}

/// What became of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Printed, failed, or sent when it was not reported in time.
    pub outcome: PrintOutcome,
    /// Why it failed, or what it waited for.
    pub reason: Option<PrintReason>,
}

impl Ended {
    /// Handed over, and not followed any further.
    pub const UNKNOWN: Self = Self { outcome: PrintOutcome::Sent, reason: None };
}

/// How often the print system is asked, at first and after some seconds.
const OFTEN: Duration = Duration::from_millis(200);
const SELDOM: Duration = Duration::from_secs(1);
const SOON: Duration = Duration::from_secs(10);

/// Values of `job-state` (RFC 8011 section 5.3.7).
const HELD: u32 = 4;
const PROCESSING: u32 = 5;
const STOPPED: u32 = 6;
const CANCELED: u32 = 7;
const ABORTED: u32 = 8;
const COMPLETED: u32 = 9;

impl PrintSystem {
    /// Follows a paper until the print system reports its end, at most `limit`. `tell` hears each change of its stage.
    pub async fn follow(&self, job: &Job, limit: Duration, mut tell: impl FnMut(Stage)) -> Ended {
        let began = Instant::now();
        let mut last = None;
        loop {
            match self.look(job).await {
                Look::Ended(ended) => return ended,
                // The print system forgot the job, or does not answer any more.
                Look::Lost => return Ended::UNKNOWN,
                Look::At(stage) => {
                    if last.replace(stage) != Some(stage) {
                        tell(stage);
                    }
                    if began.elapsed() >= limit {
                        let reason = if let Stage::Waiting(reason) = stage { Some(reason) } else { None };
                        return Ended { outcome: PrintOutcome::Sent, reason };
                    }
                }
            }
            tokio::time::sleep(if began.elapsed() < SOON { OFTEN } else { SELDOM }).await;
        }
    }

    async fn look(&self, job: &Job) -> Look {
        let uri = format!("ipp://localhost/jobs/{}", job.id);
        let asked = ipp::request(ipp::GET_JOB, Some(("job-uri", &uri)), &["job-state", "job-state-reasons"]);
        let answer = self.ask(&format!("/jobs/{}", job.id), &asked).await.and_then(|bytes| ipp::answer(&bytes));
        let Some(group) = answer.and_then(|groups| groups.into_iter().next()) else { return Look::Lost };
        let failed = |reason| Look::Ended(Ended { outcome: PrintOutcome::Failed, reason: Some(reason) });
        match group.number("job-state") {
            Some(COMPLETED) => Look::Ended(Ended { outcome: PrintOutcome::Printed, reason: None }),
            Some(CANCELED) => failed(PrintReason::Canceled),
            Some(ABORTED) => failed(hindrance(&group.texts("job-state-reasons")).unwrap_or(PrintReason::Aborted)),
            Some(job_state) => Look::At(self.stage(job, job_state).await),
            None => Look::Lost,
        }
    }

    async fn stage(&self, job: &Job, job_state: u32) -> Stage {
        let path = format!("/printers/{}", in_address(&job.printer));
        let asked = ipp::request(ipp::GET_PRINTER, Some(("printer-uri", &format!("ipp://localhost{path}"))), &WANTED);
        let answer = self.ask(&path, &asked).await.and_then(|bytes| ipp::answer(&bytes));
        let printer = answer.and_then(|groups| groups.into_iter().next()).map(|group| state(&group));
        match (job_state, printer) {
            (HELD, _) => Stage::Waiting(PrintReason::Held),
            // A queue that takes no further jobs still prints those it has.
            (PROCESSING, Some(PrinterState::Hindered(PrintReason::Rejecting))) => Stage::Printing,
            (_, Some(PrinterState::Hindered(reason))) if reason != PrintReason::Rejecting => Stage::Waiting(reason),
            (STOPPED, _) => Stage::Waiting(PrintReason::Unknown),
            (PROCESSING, _) => Stage::Printing,
            _ => Stage::Queued,
        }
    }

    /// Takes a paper back from the queue; what came out already stays.
    ///
    /// # Errors
    /// [`crate::Error::Printer`] with the print system's own words, e.g. when it has come out already.
    pub async fn cancel(&self, job: &Job) -> Result<()> {
        let output = self.program("cancel").arg(format!("{}-{}", job.printer, job.id)).output().await;
        let output = output.map_err(|_| refused(PrintReason::NoSystem, "cancel cannot be started"))?;
        if output.status.success() {
            return Ok(());
        }
        Err(refused(PrintReason::Unknown, String::from_utf8_lossy(&output.stderr).trim()))
    }
}

enum Look {
    At(Stage),
    Ended(Ended),
    Lost,
}

/// The name of a queue as it stands in an address.
fn in_address(name: &str) -> String {
    let mut address = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::in_address;

    #[test]
    fn names_of_queues_fit_into_an_address() {
        assert_eq!(in_address("EPSON_L3210-2"), "EPSON_L3210-2");
        assert_eq!(in_address("Loket 1?é"), "Loket%201%3F%C3%A9");
    }
}
