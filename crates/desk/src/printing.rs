//! The system's printers. CUPS takes a PDF as it is; printing on Windows goes another way and comes later.

use crate::error::{Error, Result};
use std::path::Path;
use tokio::process::Command;

/// What a printer does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrinterState {
    /// Waits for work.
    Idle,
    /// Prints.
    Printing,
    /// Was stopped, or has a fault.
    Stopped,
}

/// A printer of this PC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// Its name.
    pub name: String,
    /// The system's default.
    pub is_default: bool,
    /// What it does.
    pub state: PrinterState,
}

/// Printers that CUPS knows; none where there is no print system.
pub async fn printers() -> Vec<Printer> {
    let state = lpstat(&["-p"]).await;
    let default = lpstat(&["-d"]).await;
    parse(&state, &default)
}

async fn lpstat(args: &[&str]) -> String {
    let output = Command::new("lpstat").args(args).env("LC_ALL", "C").output().await;
    output.map(|o| String::from_utf8_lossy(&o.stdout).into_owned()).unwrap_or_default()
}

fn parse(state: &str, default: &str) -> Vec<Printer> {
    let default = default.trim().strip_prefix("system default destination: ").unwrap_or_default();
    let lines = state.lines().filter_map(|l| l.strip_prefix("printer "));
    lines
        .filter_map(|line| {
            let (name, rest) = line.split_once(' ')?;
            let state = if rest.starts_with("disabled") {
                PrinterState::Stopped
            } else if rest.starts_with("now printing") {
                PrinterState::Printing
            } else {
                PrinterState::Idle
            };
            Some(Printer { name: name.to_owned(), is_default: name == default, state })
        })
        .collect()
}

/// Hands a PDF to a printer.
///
/// # Errors
/// [`Error::Printer`] with the print system's own words.
pub async fn print(printer: &str, pdf: &Path, title: &str) -> Result<()> {
    let known = printers().await;
    if !known.iter().any(|p| p.name == printer) {
        return Err(Error::Printer("unknown printer".to_owned()));
    }
    let output = Command::new("lp")
        .args(["-d", printer, "-t", title, "-o", "fit-to-page=false", "--"])
        .arg(pdf)
        .output()
        .await?;
    if output.status.success() {
        Ok(())
    } else {
        Err(Error::Printer(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_cups_are_read() {
        let state = "printer EPSON_L3210 is idle.  enabled since Fri\n\tready\nprinter Kantor disabled since Fri -\n\treason unknown\nprinter P3 now printing P3-12.  enabled since Fri\n";
        let found = parse(state, "system default destination: Kantor\n");
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].state, PrinterState::Idle);
        assert!(found[1].is_default && found[1].state == PrinterState::Stopped);
        assert_eq!(found[2].state, PrinterState::Printing);
        assert!(parse("", "no system default destination\n").is_empty());
    }
}
