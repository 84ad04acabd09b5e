//! Printers, what is to be printed, and where a paper is.

use super::codes::{Media, PrintReason};
use loket_desk::printing;
use loket_domain::printing::PrintOutcome;
use serde::{Deserialize, Serialize};
use specta::Type;

/// How a printer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PrinterState {
    Ready,
    Printing,
    Hindered,
    Unknown,
}

/// A printer of this PC.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Printer {
    pub name: String,
    pub description: String,
    pub location: String,
    pub is_default: bool,
    pub state: PrinterState,
    pub reason: Option<PrintReason>,
    pub media: Option<Vec<Media>>,
    pub two_sided: Option<bool>,
}

impl From<printing::Printer> for Printer {
    fn from(p: printing::Printer) -> Self {
        let (state, reason) = match p.state {
            printing::PrinterState::Ready => (PrinterState::Ready, None),
            printing::PrinterState::Printing => (PrinterState::Printing, None),
            printing::PrinterState::Hindered(reason) => (PrinterState::Hindered, Some(reason.into())),
            printing::PrinterState::Unknown => (PrinterState::Unknown, None),
        };
        Self {
            name: p.name,
            description: p.description,
            location: p.location,
            is_default: p.is_default,
            state,
            reason,
            media: p.media.map(|all| all.into_iter().map(Into::into).collect()),
            two_sided: p.two_sided,
        }
    }
}

/// Where to print, and how often.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintChoice {
    pub printer: String,
    pub copies: u32,
    pub two_sided: bool,
}

/// A paper on its way. `job` asks for its progress.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintJob {
    pub job: String,
    pub copy_label: String,
}

/// Where a paper is, or what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PrintStage {
    Queued,
    Printing,
    Waiting,
    Printed,
    Sent,
    Failed,
}

/// A stage and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintProgress {
    pub stage: PrintStage,
    pub reason: Option<PrintReason>,
}

impl PrintProgress {
    /// A stage.
    pub const fn at(stage: PrintStage, reason: Option<PrintReason>) -> Self {
        Self { stage, reason }
    }

    /// Nothing follows any more.
    pub const fn is_over(self) -> bool {
        matches!(self.stage, PrintStage::Printed | PrintStage::Sent | PrintStage::Failed)
    }
}

impl From<printing::Stage> for PrintProgress {
    fn from(stage: printing::Stage) -> Self {
        match stage {
            printing::Stage::Queued => Self::at(PrintStage::Queued, None),
            printing::Stage::Printing => Self::at(PrintStage::Printing, None),
            printing::Stage::Waiting(reason) => Self::at(PrintStage::Waiting, Some(reason.into())),
        }
    }
}

impl From<printing::Ended> for PrintProgress {
    fn from(end: printing::Ended) -> Self {
        let stage = match end.outcome {
            PrintOutcome::Printed | PrintOutcome::Saved => PrintStage::Printed,
            PrintOutcome::Sent => PrintStage::Sent,
            PrintOutcome::Failed => PrintStage::Failed,
        };
        Self::at(stage, end.reason.map(Into::into))
    }
}
