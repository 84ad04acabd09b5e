//! Numbers on blank forms for a power cut: never issued twice, always explained by the register book.

use loket_desk::book::BookOrder;
use loket_desk::csv::Separator;
use loket_desk::issue::Format;
use loket_desk::keys::Opener;
use loket_desk::place::Place;
use loket_desk::printing::{Order, PrintSystem};
use loket_desk::printout::Paper;
use loket_desk::{Act, Desk, Error, restore, verify};
use loket_domain::intake::ComplaintInput;
use loket_domain::number::SpanState;
use loket_domain::paper::{BookLine, BookVersion};
use loket_domain::printing::Media;
use loket_tests::office::{Office, complaint};

fn year() -> BookOrder {
    let day = |text: &str| text.parse().expect("day");
    BookOrder { from: day("2026-01-01"), to: day("2026-12-31"), version: BookVersion::Office }
}

async fn lines(desk: &Desk, act: Act) -> Vec<String> {
    let told = |line: &BookLine| match line {
        BookLine::Gap(text) => text.clone(),
        BookLine::Record(record) => record.number.clone(),
    };
    desk.book(year(), act).await.expect("book").lines.iter().map(told).collect()
}

/// A form that was filled in at the counter an hour ago.
fn typed_in(number: &str, act: Act) -> ComplaintInput {
    let received = (act.now - chrono::TimeDelta::hours(1)).fixed_offset();
    ComplaintInput { form_number: number.to_owned(), received_at: Some(received), ..complaint() }
}

async fn refused(office: &mut Office, input: &ComplaintInput) -> (String, String) {
    let act = office.act(office.budi);
    match office.desk.register(input, None, act).await {
        Err(Error::Invalid(errors)) => (errors[0].field.clone(), errors[0].code.clone()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn reserved_numbers_are_passed_over_taken_once_and_explained() {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await.number;
    let press = office.act(office.budi);
    let reserved = office.desk.reserve_numbers(3, press).await.expect("reserved");
    assert_eq!(reserved, ["0043/ADU/L1/XI/2026", "0044/ADU/L1/XI/2026", "0045/ADU/L1/XI/2026"]);
    assert_eq!(office.desk.reserve_numbers(3, press).await.expect("again"), reserved, "one press reserves once");
    let after = office.register(&complaint()).await.number;
    assert_eq!((first.as_str(), after.as_str()), ("0042/ADU/L1/XI/2026", "0046/ADU/L1/XI/2026"));

    let act = office.act(office.budi);
    let typed = typed_in(&reserved[1], act);
    let timeless = ComplaintInput { received_at: None, ..typed.clone() };
    assert_eq!(refused(&mut office, &timeless).await, ("receivedAt".into(), "required".into()));
    assert_eq!(office.desk.register(&typed, None, act).await.expect("typed in").number, reserved[1]);
    for number in [&reserved[1], &after, "0099/ADU/L1/XI/2026", "'; DROP TABLE entry"] {
        let again = ComplaintInput { form_number: number.to_owned(), ..typed.clone() };
        assert_eq!(refused(&mut office, &again).await, ("formNumber".into(), "not_reserved".into()), "{number}");
    }

    let act = office.act(office.budi);
    assert!(matches!(office.desk.drop_number(&reserved[2], " ", act).await, Err(Error::Invalid(_))));
    office.desk.drop_number(&reserved[2], "terkena tinta", act).await.expect("told");
    for number in [&reserved[2], &reserved[1]] {
        let act = office.act(office.budi);
        assert!(matches!(office.desk.drop_number(number, "salah", act).await, Err(Error::NotFound(_))), "{number}");
    }
    let open = office.desk.open_numbers().await.expect("open");
    assert_eq!((open.open.len(), open.doubtful.len()), (1, 0));
    assert_eq!(open.open[0].number, reserved[0]);
    let act = office.act(office.sari);
    assert_eq!(
        lines(&office.desk, act).await,
        [
            "Nomor 1–41 tercatat pada buku register kertas.",
            "0042/ADU/L1/XI/2026",
            "Nomor 43 tercetak pada formulir kosong dan belum digunakan.",
            "0044/ADU/L1/XI/2026",
            "Nomor 45 tidak digunakan: terkena tinta",
            "0046/ADU/L1/XI/2026",
        ]
    );
    for count in [0, 51, u32::MAX] {
        assert!(matches!(office.desk.reserve_numbers(count, act).await, Err(Error::Invalid(_))));
    }
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same tables again");
    office.desk.close().await.expect("close");
}

/// Whatever the order of presses, no number stands on two things and none is unexplained.
#[tokio::test]
async fn no_number_is_given_twice() {
    let mut office = Office::new().await;
    let (mut given, mut open) = (std::collections::BTreeSet::new(), Vec::new());
    let mut seed = 7_u32;
    for step in 0..40 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let act = office.act(office.budi);
        let any = |open: &Vec<String>| (seed >> 8) as usize % open.len();
        match (seed >> 16) % 4 {
            0 => {
                for number in office.desk.reserve_numbers(1 + step % 4, act).await.expect("reserved") {
                    assert!(given.insert(number.clone()), "{number}");
                    open.push(number);
                }
            }
            1 if !open.is_empty() => {
                let number = open.swap_remove(any(&open));
                let done = office.desk.register(&typed_in(&number, act), None, act).await.expect("typed in");
                assert_eq!(done.number, number);
            }
            2 if !open.is_empty() => {
                let number = open.swap_remove(any(&open));
                office.desk.drop_number(&number, "rusak", act).await.expect("told");
            }
            _ => assert!(given.insert(office.register(&complaint()).await.number)),
        }
    }
    let act = office.act(office.sari);
    let told = lines(&office.desk, act).await;
    assert!(!told.iter().any(|line| line.contains("belum dijelaskan")), "{told:?}");
    office.desk.close().await.expect("close");
}

/// A restored register cannot know which blank forms were typed in after the copy was made.
#[tokio::test]
async fn a_restore_doubts_open_numbers_until_a_person_has_looked() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    let act = office.act(office.budi);
    let reserved = office.desk.reserve_numbers(2, act).await.expect("reserved");
    let (snapshot, _) = office.desk.snapshot(office.now()).await.expect("snapshot");
    let dir = tempfile::tempdir().expect("dir");
    let (place, opener) = (Place::new(dir.path().join("register")), Opener::File(dir.path().join("kunci")));
    let digits = office.blocks.join(" ");
    let desk = restore::restore(&place, &snapshot.path, &digits, &opener, office.now()).await.expect("restored");
    let open = desk.open_numbers().await.expect("open");
    assert_eq!((open.open.len(), open.doubtful.len()), (0, 2), "{:?}", SpanState::Doubtful);
    let act = office.act(office.budi);
    assert!(matches!(desk.register(&typed_in(&reserved[0], act), None, act).await, Err(Error::Invalid(_))));
    assert!(matches!(desk.confirm_number(&reserved[0], act).await, Err(Error::SeriesFrozen)));
    assert!(matches!(desk.reserve_numbers(1, act).await, Err(Error::SeriesFrozen)));
    desk.resume_numbers(46, act).await.expect("resumed");
    let act = office.act(office.budi);
    desk.confirm_number(&reserved[0], act).await.expect("still free");
    let act = office.act(office.budi);
    desk.drop_number(&reserved[1], "sudah terdaftar sebelum dipulihkan", act).await.expect("told");
    let act = office.act(office.budi);
    assert_eq!(desk.register(&typed_in(&reserved[0], act), None, act).await.expect("typed in").number, reserved[0]);
    let act = office.act(office.sari);
    assert_eq!(desk.register(&complaint(), None, act).await.expect("next").number, "0047/ADU/L1/XI/2026");
    assert!(
        lines(&desk, act)
            .await
            .contains(&"Nomor 45–46 mungkin terpakai sebelum register dipulihkan; lihat naskah kertasnya.".to_owned())
    );
    desk.close().await.expect("close");
    office.desk.close().await.expect("close");
}

/// Looking at a list or book records nothing; each that leaves is one making and one outcome, a failed job too.
#[tokio::test]
async fn a_book_that_leaves_is_recorded_once_with_its_outcome() {
    let mut office = Office::new().await;
    let mut hostile = complaint();
    hostile.description = "=HYPERLINK(\"x\");NIK 9906034107900001, telepon 0899-0000-0001\nlalu pulang".to_owned();
    office.register(&hostile).await;
    let before = office.desk.entries().await.expect("count");
    let act = office.act(office.sari);
    office.desk.book(year(), act).await.expect("seen");
    assert_eq!(office.desk.entries().await.expect("count"), before);
    let path = office.dir.path().join("buku.csv");
    let format = Format::Csv(Separator::Semicolon);
    let book = office.desk.issue_book(year(), format, act).await.expect("made");
    office.desk.save_paper(book.run, &book.bytes, &path, act).await.expect("saved");
    assert_eq!(office.desk.entries().await.expect("count"), before + 2, "made, saved");
    let table = std::fs::read_to_string(&path).expect("file");
    assert!(
        table.contains("\"'=HYPERLINK(\"\"x\"\");NIK 9906********0001, telepon 0899********\nlalu pulang\""),
        "{table}"
    );
    let act = office.act(office.sari);
    let book = office.desk.issue_book(year(), Format::Pdf, act).await.expect("made");
    let order = Order { printer: "Printer Khayal".to_owned(), copies: 1, media: &[Media::A4], two_sided: false };
    let paper = Paper { run: book.run, pdf: &book.bytes, title: "Buku register" };
    let nowhere = PrintSystem::at(&office.dir.path().join("tiada"));
    assert!(matches!(office.desk.send(&nowhere, paper, &order, act).await, Err(Error::Printer { .. })));
    assert_eq!(office.desk.entries().await.expect("count"), before + 4, "made, failed");
    let act = office.act(office.budi);
    assert!(matches!(office.desk.book(year(), act).await, Err(Error::NotAllowed)), "a counter officer makes no book");
    office.desk.close().await.expect("close");
}
