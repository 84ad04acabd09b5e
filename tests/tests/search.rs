//! Search as you type is exact: it asks the index for its newest entries first, yet gives the same complaints in the
//! same order as a walk through the whole register, whatever the order of recording.

use loket_desk::import::{Control, Progress, Source, beside};
use loket_desk::store::complaints::{Filter, Sort};
use loket_domain::facts::{OfficerFacts, OfficerMatter};
use loket_domain::import::guess;
use loket_domain::vocabulary::{IdentityMode, Role};
use loket_tests::chance::Chance;
use loket_tests::office::{Office, PIN, complaint};
use std::fmt::Write;
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

/// Old complaints: the common word stands in more of them than the index is asked for at first; over two years in no
/// order.
const OLD: usize = 2_400;
/// Complaints of today from people whose names are kept confidential.
const CONFIDENTIAL: usize = 12;

async fn imported(office: &mut Office, chance: &mut Chance) {
    let mut table = "No;Tanggal;Nama;Aduan\r\n".to_owned();
    for at in 0..OLD {
        let (year, month, day) = (2024 + chance.below(2), 1 + chance.below(12), 1 + chance.below(28));
        // One name in four is the word that the confidential ones share; every second complaint holds the common word.
        let name = if chance.happens(0.25) { "Melati Umpama" } else { "Kenanga Andaikan" };
        let what = if chance.happens(0.5) { "Antrean lama" } else { "Obat kosong" };
        let _infallible = write!(table, "{at};{day:02}/{month:02}/{year} 09.15 WIB;{name};{what} ke-{at}\r\n");
    }
    let path = office.dir.path().join("lama.csv");
    std::fs::write(&path, table).expect("a file");
    let map = guess(&Source::look(&path).expect("a table").header);
    let (never, silent) = (AtomicBool::new(false), |_: Progress| {});
    let act = office.act(office.sari);
    let control = Control { cancelled: &never, tell: &silent };
    let report = office.desk.import(&path, &map, &beside(&path), act, &control).await.expect("imported");
    assert_eq!(report.imported, OLD as u64, "{report:?}");
}

/// Every page of a list in its order, and its count.
async fn whole(office: &Office, filter: &Filter, officer: Uuid) -> (Vec<Uuid>, i64) {
    let (mut ids, mut cursor) = (Vec::new(), None::<String>);
    let count = office.desk.count(filter, officer).await.expect("a count").count;
    loop {
        let page = office.desk.list(filter, cursor.as_deref(), officer).await.expect("a page");
        ids.extend(page.rows.iter().map(|row| row.complaint_id));
        cursor = page.next;
        if cursor.is_none() {
            return (ids, count);
        }
    }
}

#[tokio::test]
async fn the_newest_hits_are_those_of_a_walk_through_the_register() {
    let mut office = Office::new().await;
    let mut chance = Chance::seeded();
    imported(&mut office, &mut chance).await;
    for _ in 0..CONFIDENTIAL {
        let mut typed = complaint();
        typed.identity_mode = IdentityMode::Confidential;
        office.register(&typed).await;
    }
    let stranger = {
        let facts = OfficerFacts { roles: vec![Role::CounterOfficer], active: true };
        let matter = OfficerMatter { name: "Kamboja Umpama".to_owned(), ..OfficerMatter::default() };
        let act = office.act(office.sari);
        office.desk.set_officer(None, &facts, &matter, Some(PIN), act).await.expect("a colleague")
    };
    let mut sizes = Vec::new();
    for text in ["antrean", "melati", "antrean lama", "obat", "lama ke", "contohwati", "tidakadayangsama"] {
        for officer in [office.budi, office.sari, stranger] {
            for from in [None, Some("2025-06-01".to_owned())] {
                let newest =
                    Filter { text: text.to_owned(), from, sort: Sort::Received, descending: true, ..Filter::default() };
                let walk = Filter { descending: false, ..newest.clone() };
                let (found, count) = whole(&office, &newest, officer).await;
                let (mut walked, _) = whole(&office, &walk, officer).await;
                walked.reverse();
                assert_eq!(found, walked, "{text} by {officer} from {:?}", newest.from);
                assert_eq!(count, found.len().min(1_000) as i64, "{text}");
                sizes.push(found.len());
            }
        }
    }
    assert!(sizes.iter().any(|found| *found > 1_001) && sizes.contains(&0), "{sizes:?}");
    let names = Filter { text: "contohwati".to_owned(), descending: true, ..Filter::default() };
    let [own, other] = [office.budi, stranger].map(|officer| whole(&office, &names, officer));
    assert_eq!((own.await.0.len(), other.await.0.len()), (CONFIDENTIAL, 0), "a stranger finds no confidential name");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_word_that_most_complaints_hold_is_taken_as_it_stands() {
    let mut office = Office::new().await;
    imported(&mut office, &mut Chance::new(7, 1)).await;
    let mut typed = complaint();
    typed.description = "Obatumum tidak ada".to_owned();
    let longer = office.register(&typed).await.id;
    let ask = |text: &str| Filter { text: text.to_owned(), descending: true, ..Filter::default() };
    // So few letters are the beginning of a word, however common the words are.
    for (text, finds) in [("oba", true), ("obat", false), ("obatu", true), ("obatumum", true)] {
        let (found, _) = whole(&office, &ask(text), office.sari).await;
        assert_eq!(found.contains(&longer), finds, "{text}");
    }
    office.desk.close().await.expect("closed");
}
