//! Registers an invented complaint and prints its receipt on the printer that is named, twice, and once on a printer
//! that is not there. A process of its own, because the print system is chosen by the environment (`CUPS_SERVER`).

use loket_desk::{Error, printing};
use loket_domain::paper::ReceiptForm;
use loket_tests::office::{Office, complaint};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let printer = std::env::args().nth(1).expect("the name of a printer");
    let known = printing::printers().await;
    assert!(known.iter().any(|p| p.name == printer), "the print system knows {known:?}");
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    for _ in 0..2 {
        let act = office.act(office.budi);
        let drawn = office.desk.print_receipt(done.id, ReceiptForm::TwoUp, &printer, act).await.expect("printed");
        assert_eq!(drawn.copy, 0, "an original until Lembar 1 was handed over");
    }
    let act = office.act(office.budi);
    let refused = office.desk.print_receipt(done.id, ReceiptForm::TwoUp, "tidak-ada", act).await;
    assert!(matches!(refused, Err(Error::Printer(_))), "a printer that is not there");
    let told = office.desk.detail(done.id, office.budi).await.expect("detail").timeline;
    let outcomes: Vec<&str> = told.iter().rev().filter_map(|i| i.facts.get("outcome")?.as_str()).collect();
    assert_eq!(outcomes, ["printed", "printed", "failed"], "each print is an entry, a failed one too");
    // Closed before the process ends: the ciphers clean up at exit and must not meet a connection that is still closing.
    office.desk.close().await.expect("close");
    println!("{}", done.number);
}
