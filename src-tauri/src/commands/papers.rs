//! What becomes of a drawn paper: printer or file.

use super::shown_name;
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::error::{CommandError, Failure, told};
use crate::host::Ask;
use crate::state::{Seated, Shell};
use crate::view::paper;
use loket_desk::issue::Issued;
use loket_desk::printing::{Job, Order};
use loket_desk::printout::{Paper, Printout};
use loket_desk::{Act, Desk, Error, place};
use loket_domain::printing::{COPIES, Media};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// What is to be printed, on papers that the document fits.
pub fn order(choice: PrintChoice, media: &'static [Media]) -> Order {
    let copies = choice.copies.clamp(*COPIES.start(), *COPIES.end());
    Order { printer: choice.printer, copies, media, two_sided: choice.two_sided }
}

/// Prints a PDF that is no document of the register: what becomes of it is shown, and no entry.
pub async fn print(shell: &Shell, pdf: &[u8], order: Order, title: &str) -> Result<PrintJob, Failure> {
    let (system, request) = (shell.host.print_system(), Uuid::new_v4());
    let job = system.submit(&order, pdf, title).await.map_err(not_printed(&order.printer))?;
    shell.prints.follow(request, system, job, |_| async {});
    Ok(PrintJob { job: request.to_string(), copy_label: String::new() })
}

/// Follows a document of the register; what became of it is an entry.
pub fn follow(shell: &Arc<Shell>, desk: Arc<Desk>, act: Act, run: Printout, copies: u32, job: Job) -> PrintJob {
    let (log, media) = (shell.clone(), job.media);
    let record = move |end| async move {
        if let Err(e) = desk.record_print(run.on(copies, media), end, act).await {
            // Nobody waits for this any more; the paper itself is out.
            log.log().write("-", &e);
        }
    };
    shell.prints.follow(act.request, shell.host.print_system(), job, record);
    PrintJob { job: act.request.to_string(), copy_label: paper::copy_label(run.copy) }
}

/// Hands a paper whose making is an entry to a printer and follows it.
pub async fn send(
    shell: &Arc<Shell>,
    s: &Seated,
    paper: &Issued,
    order: Order,
    title: &str,
) -> Result<PrintJob, Failure> {
    let (act, system) = (s.act(), shell.host.print_system());
    let sent = s.desk.send(&system, Paper { run: paper.run, pdf: &paper.bytes, title }, &order, act).await;
    let job = sent.map_err(not_printed(&order.printer))?;
    Ok(follow(shell, s.desk.clone(), act, paper.run, order.copies, job))
}

/// Gives a failure of the printer the printer's name; the print system's own words stay in the technical log.
pub fn not_printed(printer: &str) -> impl FnOnce(Error) -> Failure + '_ {
    move |e| match e {
        Error::Printer { reason, .. } => {
            told(CommandError::Printer { detail: printer.to_owned(), reason: reason.into() })
        }
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
