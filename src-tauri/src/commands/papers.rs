//! What becomes of a drawn paper: printer or file.

use super::shown_name;
use crate::error::{CommandError, Failure, told};
use crate::host::Ask;
use crate::state::Shell;
use loket_desk::{Error, place, printing};
use std::path::PathBuf;

/// Prints a PDF. A failure names the printer; the print system's own words go to the technical log.
pub async fn print(pdf: &[u8], printer: &str, title: &str) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("cetak.pdf");
    tokio::fs::write(&file, pdf).await?;
    printing::print(printer, &file, title).await.map_err(|e| not_printed(e, printer))
}

/// A printer's failure as the window says it.
pub fn not_printed(e: Error, printer: &str) -> Failure {
    match e {
        Error::Printer(_) => told(CommandError::Printer { detail: printer.to_owned() }),
        other => other.into(),
    }
}

/// Asks where a new file shall lie; `None` when cancelled.
pub async fn ask_place(shell: &Shell, name: String) -> Result<Option<PathBuf>, Failure> {
    let ending = name.rsplit_once('.').map(|(_, e)| e.to_owned());
    let chosen = shell.choose(Ask::Save { title: "Simpan", name }).await?.into_iter().next();
    Ok(chosen.map(|path| match (path.extension(), ending) {
        (None, Some(ending)) => path.with_extension(ending),
        _ => path,
    }))
}

/// Saves a paper where the person chooses and tells the name of the file.
pub async fn save(shell: &Shell, pdf: &[u8], name: String) -> Result<Option<String>, Failure> {
    let Some(path) = ask_place(shell, name).await? else { return Ok(None) };
    place::write_durably(&path, pdf)?;
    Ok(Some(shown_name(&path)))
}
