//! The system's printers: which there are and how they stand, handing a paper over, and following it until it came out.
//! CUPS takes a PDF as it is; printing on Windows goes another way and comes later.

mod follow;
mod ipp;
mod media;
mod wire;

pub use follow::{Ended, Stage};
pub use wire::PrintSystem;

use crate::error::{Error, Result};
use ipp::Group;
use loket_domain::printing::{COPIES, Media, PrintReason};
use std::path::Path;

/// How a printer stands. What it lacks is told before what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrinterState {
    /// Waits for work.
    Ready,
    /// Prints.
    Printing,
    /// Something keeps it from printing: paused, without paper, jammed, open, without ink, not connected, or refusing.
    Hindered(PrintReason),
    /// It says nothing that this program knows.
    Unknown,
}

/// A printer of this PC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// The name of its queue.
    pub name: String,
    /// What its owner calls it; empty when nothing else than the queue.
    pub description: String,
    /// Where it stands, as its owner says; may be empty.
    pub location: String,
    /// The system's default.
    pub is_default: bool,
    /// How it stands.
    pub state: PrinterState,
    /// Papers that it knows; `None` when it does not say.
    pub media: Option<Vec<Media>>,
    /// Whether it prints on both sides; `None` when it does not say.
    pub two_sided: Option<bool>,
    /// Names of papers as the printer itself writes them.
    own_media: Vec<String>,
}

/// What to print where, and how often.
#[derive(Clone, Debug)]
pub struct Order {
    /// The queue.
    pub printer: String,
    /// How many (1 to 9).
    pub copies: u32,
    /// Papers that do, the best one first.
    pub media: &'static [Media],
    /// On both sides, turned over the long edge.
    pub two_sided: bool,
}

/// A paper in the hands of the print system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The queue.
    pub printer: String,
    /// Paper it is printed on.
    pub media: Media,
    /// The print system's number.
    id: u32,
}

const WANTED: [&str; 8] = [
    "printer-name",
    "printer-info",
    "printer-location",
    "printer-state",
    "printer-state-reasons",
    "printer-is-accepting-jobs",
    "media-supported",
    "sides-supported",
];

impl PrintSystem {
    /// Printers that the print system knows, in the order of their names.
    ///
    /// # Errors
    /// [`Error::Printer`] with [`PrintReason::NoSystem`] when no print system answers.
    pub async fn printers(&self) -> Result<Vec<Printer>> {
        let answer = self.ask("/", &ipp::request(ipp::GET_PRINTERS, None, &WANTED)).await;
        let answer = answer.ok_or_else(|| refused(PrintReason::NoSystem, "no answer"))?;
        let default = self.default_printer().await;
        // A print system without any printer refuses the question.
        let mut found: Vec<Printer> =
            ipp::answer(&answer).unwrap_or_default().iter().filter_map(|group| printer(group, &default)).collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    /// The default of this person, else of the system; empty when there is none.
    async fn default_printer(&self) -> String {
        let output = self.program("lpstat").arg("-d").output().await;
        let said = output.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default();
        said.trim().rsplit_once("default destination: ").map(|(_, name)| name.to_owned()).unwrap_or_default()
    }

    /// Hands a PDF to a printer. `title` stands in the queue, so it names nobody.
    ///
    /// # Errors
    /// [`Error::Printer`]: no print system, a printer that is gone or takes no jobs, a paper that it does not know, or
    /// the print system's own words.
    pub async fn submit(&self, order: &Order, pdf: &[u8], title: &str) -> Result<Job> {
        let found = self.printers().await?;
        let printer = found.iter().find(|p| p.name == order.printer);
        let printer = printer.ok_or_else(|| refused(PrintReason::Vanished, "unknown printer"))?;
        if printer.state == PrinterState::Hindered(PrintReason::Rejecting) {
            return Err(refused(PrintReason::Rejecting, "not accepting jobs"));
        }
        let (media, name) = printer.paper(order.media).ok_or_else(|| refused(PrintReason::Media, "unknown paper"))?;
        let file = tempfile::Builder::new().suffix(".pdf").tempfile()?;
        tokio::fs::write(file.path(), pdf).await?;
        let said = self.lp(order, printer, &name, file.path(), title).await?;
        // "request id is Loket-12 (1 file(s))"
        let start = format!("{}-", order.printer);
        let id = said.split_whitespace().find_map(|word| word.strip_prefix(&start)?.parse().ok());
        let id = id.ok_or_else(|| refused(PrintReason::Unknown, &said))?;
        Ok(Job { printer: order.printer.clone(), media, id })
    }

    async fn lp(&self, order: &Order, printer: &Printer, media: &str, file: &Path, title: &str) -> Result<String> {
        let copies = order.copies.clamp(*COPIES.start(), *COPIES.end()).to_string();
        let sides = if order.two_sided && printer.two_sided == Some(true) { TWO_SIDED } else { "one-sided" };
        let output = self
            .program("lp")
            .args(["-d", &order.printer, "-t", title, "-n", &copies, "-o", "fit-to-page=false"])
            .args(["-o", &format!("media={media}"), "-o", &format!("sides={sides}"), "--"])
            .arg(file)
            .output()
            .await;
        let output = output.map_err(|_| refused(PrintReason::NoSystem, "lp cannot be started"))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        let reason = if words.contains("does not exist") {
            PrintReason::Vanished
        } else if words.contains("not accepting") {
            PrintReason::Rejecting
        } else {
            PrintReason::Unknown
        };
        Err(refused(reason, &words))
    }
}

fn printer(group: &Group, default: &str) -> Option<Printer> {
    let name = Some(group.text("printer-name")).filter(|n| !n.is_empty())?;
    let own_media = group.texts("media-supported");
    let sides = group.texts("sides-supported");
    Some(Printer {
        is_default: name == default,
        description: Some(group.text("printer-info")).filter(|d| *d != name).unwrap_or_default(),
        location: group.text("printer-location"),
        state: state(group),
        media: (!own_media.is_empty()).then(|| media::known(&own_media)),
        two_sided: (!sides.is_empty()).then(|| sides.iter().any(|s| s == TWO_SIDED)),
        own_media,
        name,
    })
}

const TWO_SIDED: &str = "two-sided-long-edge";

/// Values of `printer-state` (RFC 8011 section 5.4.11).
const IDLE: u32 = 3;
const PROCESSING: u32 = 4;
const STOPPED: u32 = 5;

fn state(group: &Group) -> PrinterState {
    if group.flag("printer-is-accepting-jobs") == Some(false) {
        return PrinterState::Hindered(PrintReason::Rejecting);
    }
    match (group.number("printer-state"), hindrance(&group.texts("printer-state-reasons"))) {
        (_, Some(reason)) => PrinterState::Hindered(reason),
        (Some(IDLE), None) => PrinterState::Ready,
        (Some(PROCESSING), None) => PrinterState::Printing,
        (Some(STOPPED), None) => PrinterState::Hindered(PrintReason::Paused),
        _ => PrinterState::Unknown,
    }
}

/// What keeps a printer from printing (RFC 8011 section 5.4.12); a warning that something runs low keeps it from nothing.
fn hindrance(reasons: &[String]) -> Option<PrintReason> {
    const KNOWN: [(&str, PrintReason); 12] = [
        ("media-jam", PrintReason::Jam),
        ("cover-open", PrintReason::CoverOpen),
        ("door-open", PrintReason::CoverOpen),
        ("interlock-open", PrintReason::CoverOpen),
        ("media-empty", PrintReason::PaperEmpty),
        ("media-needed", PrintReason::PaperEmpty),
        ("toner-empty", PrintReason::InkEmpty),
        ("marker-supply-empty", PrintReason::InkEmpty),
        ("offline", PrintReason::Offline),
        ("shutdown", PrintReason::Offline),
        ("timed-out", PrintReason::Offline),
        ("paused", PrintReason::Paused),
    ];
    let plain = |reason: &String| {
        let end = ["-error", "-warning", "-report"].iter().find_map(|e| reason.strip_suffix(e));
        end.unwrap_or(reason).to_owned()
    };
    let said: Vec<String> = reasons.iter().map(plain).collect();
    KNOWN.iter().find(|(name, _)| said.iter().any(|s| s == name)).map(|(_, reason)| *reason)
}

fn refused(reason: PrintReason, words: &str) -> Error {
    Error::Printer { reason, words: words.to_owned() }
}

impl Printer {
    /// The first of these papers that it knows, with its own name for it; the first of all when it does not say.
    fn paper(&self, media: &[Media]) -> Option<(Media, String)> {
        if self.media.is_none() {
            return media.first().map(|m| (*m, media::usual_name(*m)));
        }
        media.iter().find_map(|m| Some((*m, media::name_of(*m, &self.own_media)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_a_printer_from_printing_is_read() {
        let said = |reasons: &[&str]| hindrance(&reasons.iter().map(|r| (*r).to_owned()).collect::<Vec<_>>());
        assert_eq!(said(&["none"]), None);
        assert_eq!(said(&["media-empty-error", "media-needed"]), Some(PrintReason::PaperEmpty));
        assert_eq!(said(&["toner-low-warning", "media-jam-error"]), Some(PrintReason::Jam));
        assert_eq!(said(&["offline-report"]), Some(PrintReason::Offline));
        assert_eq!(said(&["cover-open"]), Some(PrintReason::CoverOpen));
        assert_eq!(said(&["toner-low-warning", "com.contoh-sesuatu", ""]), None);
        assert_eq!(said(&["paused", "offline-report"]), Some(PrintReason::Offline), "the cause before its effect");
    }

    #[test]
    fn a_printer_offers_the_first_paper_it_knows() {
        let mut printer = Printer {
            name: "Loket".to_owned(),
            description: String::new(),
            location: String::new(),
            is_default: false,
            state: PrinterState::Ready,
            media: None,
            two_sided: None,
            own_media: Vec::new(),
        };
        let (media, _) = printer.paper(&[Media::A5, Media::A4]).expect("it does not say, so it is asked");
        assert_eq!(media, Media::A5);
        printer.own_media = vec!["iso_a4_210x297mm".to_owned()];
        printer.media = Some(vec![Media::A4]);
        assert_eq!(printer.paper(&[Media::A5, Media::A4]).expect("A4").1, "iso_a4_210x297mm");
        assert_eq!(printer.paper(&[Media::A5]), None);
    }
}
