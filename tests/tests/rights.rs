//! Every use case by every role, on an open complaint, a restricted one and one that is *berkadar pengawasan*: who may is
//! written here a second time, by hand, and the desk must agree.

use loket_desk::book::BookOrder;
use loket_desk::forms::Numbered;
use loket_desk::steps::Step;
use loket_desk::store::complaints::{Filter, PAGE};
use loket_desk::{Act, Desk, Error, Result};
use loket_domain::facts::{OfficerFacts, OfficerMatter};
use loket_domain::intake::ComplaintInput;
use loket_domain::paper::{BookVersion, ReceiptForm};
use loket_domain::rights::Right;
use loket_domain::vocabulary::{Classification, Conveyance, Role};
use loket_tests::office::{Office, PIN, complaint};
use std::collections::BTreeMap;
use uuid::Uuid;

/// People of the test: `p` registered the complaint; `q` is a colleague at the counter; then *pengelola*, *pimpinan*
/// (head), *pengawas* (`w`), *auditor*, *admin* (`d`).
const PEOPLE: [(char, Role); 7] = [
    ('p', Role::CounterOfficer),
    ('q', Role::CounterOfficer),
    ('k', Role::ComplaintManager),
    ('h', Role::Head),
    ('w', Role::Inspector),
    ('a', Role::Auditor),
    ('d', Role::Administrator),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Open,
    Restricted,
    Supervisory,
}

/// What is done to one complaint, and who may: to an open one, a restricted one, one *berkadar pengawasan*.
const TO_A_COMPLAINT: [(&str, [&str; 3]); 10] = [
    ("read", ["pqkha", "pkh", "khw"]),
    ("find", ["pqkha", "pkh", "khw"]),
    ("open the identity", ["pkh", "pkh", "khw"]),
    ("receipt", ["pqkh", "pkh", "khw"]),
    ("form", ["pqkh", "pkh", "khw"]),
    ("step", ["pqkh", "pkh", "khw"]),
    ("link", ["pqkh", "pkh", "khw"]),
    ("correct", ["pkh", "pkh", "khw"]),
    ("move the received time", ["k", "k", "k"]),
    ("classify", ["kh", "kh", "khw"]),
];

/// What concerns no single complaint, and who may.
const AT_THE_OFFICE: [(&str, &str); 9] = [
    ("register", "pqkw"),
    ("reserve", "pqkw"),
    ("blank forms", "pqkw"),
    ("list", "pqkhw"),
    ("book", "kh"),
    ("public book", "kha"),
    ("services", "kd"),
    ("office", "d"),
    ("officers", "d"),
];

async fn people(office: &mut Office) -> BTreeMap<char, Uuid> {
    let mut people = BTreeMap::from([('p', office.budi)]);
    for (letter, role) in PEOPLE.into_iter().skip(1) {
        let facts = OfficerFacts { roles: vec![role], active: true };
        let matter = OfficerMatter { name: format!("Petugas {letter} Umpama"), ..OfficerMatter::default() };
        let act = office.act(office.sari);
        people.insert(letter, office.desk.set_officer(None, &facts, &matter, Some(PIN), act).await.expect("added"));
    }
    people
}

async fn registered(office: &mut Office, kind: Kind) -> Uuid {
    let done = office.register(&ComplaintInput { restricted: kind == Kind::Restricted, ..complaint() }).await;
    if kind == Kind::Supervisory {
        let act = office.act(office.sari);
        office.desk.classify(done.id, Classification::Supervisory, act).await.expect("classified");
    }
    done.id
}

async fn to_a_complaint(desk: &Desk, what: &str, id: Uuid, other: Uuid, act: Act) -> Result<bool> {
    let detail = desk.detail(id, act.officer).await?;
    let number = detail.row.number.clone();
    match what {
        "read" => return Ok(detail.rights.may(Right::Read) && !detail.row.closed),
        "find" => {
            let newest = |text: &str| Filter { text: text.to_owned(), descending: true, ..Filter::default() };
            let found = desk.list(&newest("antrean"), None, act.officer).await?;
            let listed = desk.list(&newest(""), None, act.officer).await?;
            let by_number = desk.list(&newest(&number), None, act.officer).await?;
            let holds = |rows: &[loket_desk::store::complaints::Row]| {
                rows.iter().any(|row| row.complaint_id == id && !row.closed)
            };
            let may = holds(&found.rows);
            assert_eq!(holds(&listed.rows), may, "search and list agree");
            for (text, page) in [("antrean", &found), ("", &listed), (&number, &by_number)] {
                let counted = desk.count(&newest(text), act.officer).await?.count;
                assert_eq!(counted.min(PAGE), page.rows.len() as i64, "{text}");
            }
            assert_eq!(holds(&by_number.rows), may, "by number");
            let stub = by_number
                .rows
                .iter()
                .find(|row| row.complaint_id == id)
                .unwrap_or_else(|| panic!("number {number} answers"));
            assert!(may || (stub.closed && stub.subject.is_empty() && stub.person.is_empty()));
            return Ok(may);
        }
        "open the identity" => drop(desk.open_identity(id, "Perlu dihubungi", act).await?),
        "receipt" => drop(desk.draw_receipt(id, ReceiptForm::TwoUp, act).await?),
        "form" => drop(desk.filled_form(id, act).await?),
        "step" => desk.step(id, &Step::Note { text: "Dihubungi.".to_owned() }, act).await?,
        "link" => desk.link(id, other, act).await?,
        "correct" => {
            let restricted = detail.complaint.facts.restricted == Some(true);
            drop(
                desk.correct(id, &ComplaintInput { loss: "Ongkos".to_owned(), restricted, ..complaint() }, act).await?,
            );
        }
        "move the received time" => {
            let earlier = act.now - chrono::TimeDelta::days(1);
            let restricted = detail.complaint.facts.restricted == Some(true);
            let typed = ComplaintInput { received_at: Some(earlier.fixed_offset()), restricted, ..complaint() };
            drop(desk.correct(id, &typed, act).await?);
        }
        "classify" => desk.classify(id, Classification::Aspiration, act).await?,
        _ => unreachable!("{what}"),
    }
    Ok(true)
}

async fn at_the_office(desk: &Desk, what: &str, act: Act) -> Result<()> {
    let day = act.now.date_naive();
    let order = |version| BookOrder { from: day, to: day, version };
    match what {
        "register" => drop(desk.register(&complaint(), None, act).await?),
        "reserve" => drop(desk.reserve_numbers(1, act).await?),
        "blank forms" => drop(desk.issue_blanks(1, Numbered::Not, act).await?),
        "list" => drop(desk.deadline_list(&Filter::default(), "", "", act).await?),
        "book" => drop(desk.book(order(BookVersion::Office), act).await?),
        "public book" => drop(desk.book(order(BookVersion::Public), act).await?),
        "services" => desk.set_services(&[], act).await?,
        "office" => {
            let (facts, matter) = desk.settings().await?;
            desk.change_unit(&facts, &matter, act).await?;
        }
        "officers" => {
            let facts = OfficerFacts { roles: vec![Role::CounterOfficer], active: true };
            let matter = OfficerMatter { name: "Baru Umpama".to_owned(), ..OfficerMatter::default() };
            desk.set_officer(None, &facts, &matter, Some(PIN), act).await?;
        }
        _ => unreachable!("{what}"),
    }
    Ok(())
}

/// Was it done? Refused means [`Error::NotAllowed`] and nothing else.
fn allowed(done: Result<bool>, what: &str) -> bool {
    match done {
        Ok(done) => done,
        Err(Error::NotAllowed) => false,
        Err(other) => panic!("{what}: {other}"),
    }
}

#[tokio::test]
async fn every_use_case_by_every_role() {
    let mut office = Office::new().await;
    let people = people(&mut office).await;
    for (what, who) in AT_THE_OFFICE {
        for (letter, officer) in &people {
            let act = office.act(*officer);
            let done = at_the_office(&office.desk, what, act).await.map(|()| true);
            assert_eq!(allowed(done, what), who.contains(*letter), "{what} by {letter}");
        }
    }
    for (what, columns) in TO_A_COMPLAINT {
        for (kind, who) in [Kind::Open, Kind::Restricted, Kind::Supervisory].into_iter().zip(columns) {
            for (letter, officer) in &people {
                let (id, other) = (registered(&mut office, kind).await, registered(&mut office, kind).await);
                let act = office.act(*officer);
                let done = to_a_complaint(&office.desk, what, id, other, act).await;
                assert_eq!(allowed(done, what), who.contains(*letter), "{what} by {letter} on {kind:?}");
            }
        }
    }
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn only_the_manager_voids_what_was_handed_over() {
    let mut office = Office::new().await;
    let people = people(&mut office).await;
    for (letter, officer) in &people {
        for handed_over in [false, true] {
            let id = registered(&mut office, Kind::Open).await;
            if handed_over {
                let act = office.act(office.budi);
                let place = office.dir.path().join("tanda-terima.pdf");
                office.desk.save_receipt(id, ReceiptForm::TwoUp, &place, act).await.expect("saved");
                office.desk.record_handed_over(id, Conveyance::InPerson, act).await.expect("handed over");
            }
            let act = office.act(*officer);
            let done = office.desk.void(id, "Rangkap", act).await.map(|()| true);
            let who = if handed_over { "k" } else { "pkh" };
            assert_eq!(allowed(done, "void"), who.contains(*letter), "void by {letter}, handed over: {handed_over}");
        }
    }
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn what_the_manager_takes_over_closes_its_identity_to_the_counter() {
    let mut office = Office::new().await;
    let people = people(&mut office).await;
    let id = registered(&mut office, Kind::Open).await;
    let act = office.act(office.budi);
    office.desk.open_identity(id, "", act).await.expect("own");
    let act = office.act(people[&'k']);
    office.desk.step(id, &Step::Note { text: "Kami periksa.".to_owned() }, act).await.expect("noted");
    let act = office.act(office.budi);
    assert!(matches!(office.desk.open_identity(id, "", act).await, Err(Error::NotAllowed)));
    let act = office.act(people[&'k']);
    office.desk.step(id, &Step::Note { text: "Sekali lagi.".to_owned() }, act).await.expect("noted");
    let detail = office.desk.detail(id, office.budi).await.expect("detail");
    let taken = detail.timeline.iter().filter(|item| item.kind == "complaint.taken_over").count();
    assert_eq!(taken, 1, "an entry, once");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn the_officer_complained_of_sees_a_stub_and_counts_nothing() {
    let mut office = Office::new().await;
    let people = people(&mut office).await;
    let accused = people[&'q'];
    let id = {
        let typed = ComplaintInput { accused_officer: Some(accused), ..complaint() };
        office.register(&typed).await.id
    };
    for words in ["", "melati", "antrean"] {
        let filter = Filter { text: words.to_owned(), ..Filter::default() };
        let listed = office.desk.list(&filter, None, accused).await.expect("list").rows.len();
        let counted = office.desk.count(&filter, accused).await.expect("counts").count;
        assert_eq!((listed, counted), (0, 0), "{words}");
    }
    let detail = office.desk.detail(id, accused).await.expect("detail");
    assert!(detail.row.closed && !detail.rights.may(Right::OpenIdentity));
    let act = office.act(accused);
    assert!(matches!(office.desk.open_identity(id, "ingin tahu", act).await, Err(Error::NotAllowed)));
    office.desk.close().await.expect("closed");
}
