//! Printing through a real print system, a CUPS server of the test's own: what comes out, what waits, what fails, and
//! that each outcome is the entry that the print system reported.

use std::time::Duration;

use loket_desk::printing::{Ended, Job, Order, PrinterState, Stage};
use loket_desk::printout::Printout;
use loket_desk::{Act, Error};
use loket_domain::paper::ReceiptForm;
use loket_domain::printing::{Media, PrintOutcome, PrintReason};
use loket_tests::office::{Office, complaint};
use loket_tests::print_server::{PrintServer, printed_text};
use uuid::Uuid;

/// Longer than any job of these tests takes on a slow machine.
const LONG: Duration = Duration::from_secs(60);
const A4: &[Media] = &[Media::A4];

fn order(printer: &str, copies: u32, media: &'static [Media]) -> Order {
    Order { printer: printer.to_owned(), copies, media, two_sided: false }
}

/// Follows a job and says what became of it, and what it did before.
async fn ended(server: &PrintServer, job: &Job, limit: Duration) -> (Ended, Vec<Stage>) {
    let mut stages = Vec::new();
    let ended = server.system().follow(job, limit, |stage| stages.push(stage)).await;
    (ended, stages)
}

/// Outcomes of the complaint's prints, oldest first: outcome, reason, copies, media.
async fn outcomes(office: &Office, id: Uuid) -> Vec<String> {
    let told = office.desk.detail(id, office.budi).await.expect("detail").timeline;
    let prints = told.iter().rev().filter(|item| item.facts.contains_key("outcome"));
    prints
        .map(|item| {
            let fact = |name: &str| item.facts.get(name).map_or(String::new(), |v| v.to_string().replace('"', ""));
            ["outcome", "reason", "copies", "media"].map(fact).join(" ").trim_end().to_owned()
        })
        .collect()
}

fn reason(error: Error) -> PrintReason {
    match error {
        Error::Printer { reason, .. } => reason,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_receipt_reaches_the_printer_and_its_outcome_is_an_entry() {
    let server = PrintServer::start();
    let paper = server.printer("Loket");
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let act = office.act(office.budi);
    let (drawn, job) = office
        .desk
        .send_receipt(done.id, ReceiptForm::TwoUp, &server.system(), &order("Loket", 2, A4), act)
        .await
        .expect("sent");
    assert_eq!((drawn.copy, job.media), (0, Media::A4), "an original until Lembar 1 was handed over");
    assert!(outcomes(&office, done.id).await.is_empty(), "nothing is recorded before it is known");
    let (end, _) = ended(&server, &job, LONG).await;
    assert_eq!(end, Ended { outcome: PrintOutcome::Printed, reason: None });
    let run = Printout::of(&drawn).on(2, job.media);
    office.desk.record_print(run, end, act).await.expect("recorded");
    office.desk.record_print(run, end, act).await.expect("a retry is recorded once");
    assert_eq!(outcomes(&office, done.id).await, ["printed  2 a4"]);
    let text = printed_text(&paper);
    assert!(text.contains(&done.number) && text.contains("TANDA TERIMA PENGADUAN"), "{text}");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn printers_tell_how_they_stand_and_what_they_know() {
    let mut server = PrintServer::start();
    assert_eq!(server.system().printers().await.expect("an answer"), [], "a print system without printers");
    let (_raw, _ppd) = (server.printer("B-polos"), server.printer_of_a4_and_f4("A-depan"));
    let (_paused, _rejecting) = (server.printer("C-jeda"), server.printer("D-tolak"));
    server.admin("cupsdisable", &["C-jeda"]);
    server.admin("cupsreject", &["D-tolak"]);
    server.admin("lpadmin", &["-d", "B-polos"]);
    let found = server.system().printers().await.expect("printers");
    let names: Vec<&str> = found.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(names, ["A-depan", "B-polos", "C-jeda", "D-tolak"]);
    assert_eq!((found[0].description.as_str(), found[0].location.as_str()), ("Printer loket depan", "Loket A"));
    assert_eq!((found[0].media.clone(), found[0].two_sided), (Some(vec![Media::A4, Media::F4]), Some(true)));
    assert_eq!((found[1].media.clone(), found[1].two_sided), (None, None), "it does not say");
    assert_eq!(found.iter().map(|p| p.is_default).collect::<Vec<_>>(), [false, true, false, false]);
    assert_eq!(found[0].state, PrinterState::Ready);
    assert_eq!(found[2].state, PrinterState::Hindered(PrintReason::Paused));
    assert_eq!(found[3].state, PrinterState::Hindered(PrintReason::Rejecting));
    server.stop();
    assert_eq!(reason(server.system().printers().await.expect_err("no print system")), PrintReason::NoSystem);
}

#[tokio::test]
async fn what_a_printer_cannot_take_is_refused_with_a_reason_that_is_an_entry() {
    let mut server = PrintServer::start();
    let _rejecting = server.printer("Tolak");
    let paper = server.printer_of_a4_and_f4("Depan");
    server.admin("cupsreject", &["Tolak"]);
    let _gone_soon = server.printer("Hilang");
    let listed = server.system().printers().await.expect("printers");
    assert!(listed.iter().any(|p| p.name == "Hilang"));
    server.admin("lpadmin", &["-x", "Hilang"]);

    let mut office = Office::new().await;
    let id = office.register(&complaint()).await.id;
    let tries: [(&str, &[Media], PrintReason); 3] = [
        ("Hilang", A4, PrintReason::Vanished),
        ("Tolak", A4, PrintReason::Rejecting),
        ("Depan", &[Media::A5], PrintReason::Media),
    ];
    for (printer, media, why) in tries {
        let act = office.act(office.budi);
        let sent =
            office.desk.send_receipt(id, ReceiptForm::TwoUp, &server.system(), &order(printer, 1, media), act).await;
        assert_eq!(sent.map(|_| ()).map_err(reason), Err(why), "{printer}");
    }
    server.stop();
    let act = office.act(office.budi);
    let sent = office.desk.send_receipt(id, ReceiptForm::TwoUp, &server.system(), &order("Depan", 1, A4), act).await;
    assert_eq!(sent.map(|_| ()).map_err(reason), Err(PrintReason::NoSystem));
    let told = outcomes(&office, id).await;
    assert_eq!(told, ["failed vanished 1 a4", "failed rejecting 1 a4", "failed media 1 a5", "failed no_system 1 a4"]);
    assert!(!paper.exists(), "nothing came out");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn a_paused_queue_keeps_the_paper_until_it_goes_on_or_is_taken_back() {
    let server = PrintServer::start();
    let paper = server.printer("Loket");
    server.admin("cupsdisable", &["Loket"]);
    let pdf = b"%PDF-1.4\n%%EOF\n";
    let submit = async || server.system().submit(&order("Loket", 1, A4), pdf, "Tanda terima").await.expect("accepted");
    let waits = Some(PrintReason::Paused);

    let job = submit().await;
    let (end, stages) = ended(&server, &job, Duration::from_millis(500)).await;
    assert_eq!(end, Ended { outcome: PrintOutcome::Sent, reason: waits }, "not known in time, and said so");
    assert_eq!(stages, [Stage::Waiting(PrintReason::Paused)], "each change is told once");
    server.system().cancel(&job).await.expect("taken back");
    let (end, _) = ended(&server, &job, LONG).await;
    assert_eq!(end, Ended { outcome: PrintOutcome::Failed, reason: Some(PrintReason::Canceled) });
    assert!(!paper.exists());
    assert!(server.system().cancel(&job).await.is_err(), "there is nothing left to take back");

    let job = submit().await;
    let (resumed, (end, stages)) = tokio::join!(
        async {
            tokio::time::sleep(Duration::from_millis(500)).await;
            server.admin("cupsenable", &["Loket"]);
        },
        ended(&server, &job, LONG)
    );
    let () = resumed;
    assert_eq!(end, Ended { outcome: PrintOutcome::Printed, reason: None });
    assert_eq!(stages.first(), Some(&Stage::Waiting(PrintReason::Paused)));
}

#[tokio::test]
async fn a_job_that_the_printer_gives_up_has_failed() {
    let server = PrintServer::start();
    server.broken_printer("Rusak");
    let mut office = Office::new().await;
    let id = office.register(&complaint()).await.id;
    let act: Act = office.act(office.budi);
    let (drawn, job) = office
        .desk
        .send_receipt(id, ReceiptForm::TwoUp, &server.system(), &order("Rusak", 3, A4), act)
        .await
        .expect("accepted");
    let (end, _) = ended(&server, &job, LONG).await;
    assert_eq!(end, Ended { outcome: PrintOutcome::Failed, reason: Some(PrintReason::Aborted) });
    office.desk.record_print(Printout::of(&drawn).on(3, job.media), end, act).await.expect("recorded");
    assert_eq!(outcomes(&office, id).await, ["failed aborted 3 a4"]);
    office.desk.close().await.expect("close");
}
