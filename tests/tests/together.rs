//! Complaints that are told twice, on a real encrypted file: hints, links, several reporters under one number.

use chrono::TimeDelta;
use loket_desk::book::BookOrder;
use loket_desk::drafts::DraftInput;
use loket_desk::duplicates::{Choice, Hit};
use loket_desk::import::{Control, Source, beside};
use loket_desk::store::complaints::Filter;
use loket_desk::{Act, Error, steps::Step, verify};
use loket_domain::import::guess;
use loket_domain::intake::ComplaintInput;
use loket_domain::paper::{BookVersion, ReceiptForm};
use loket_domain::similar::Reason;
use loket_domain::vocabulary::{Conveyance, IdentityMode, State};
use loket_tests::office::{Office, complaint};
use std::sync::atomic::AtomicBool;
use uuid::Uuid;

fn hartono() -> ComplaintInput {
    ComplaintInput {
        name: "Hartono Umpama".into(),
        phone: "0899-0000-0002".into(),
        nik: "9906034107900002".into(),
        description: "Sertifikat tanah di kampung sebelah keliru luasnya, patok batas digeser tanpa berita acara."
            .into(),
        service_text: "Pertanahan".into(),
        event_place: String::new(),
        event_date: None,
        ..complaint()
    }
}

async fn hits(office: &Office, input: &ComplaintInput, draft: Uuid, officer: Uuid) -> Vec<Hit> {
    office.desk.similar(input, draft, officer, office.now()).await.expect("similar")
}

async fn numbers(office: &Office, input: &ComplaintInput, officer: Uuid) -> Vec<String> {
    hits(office, input, Uuid::nil(), officer).await.into_iter().map(|h| h.row.number).collect()
}

async fn draft(office: &Office) -> Uuid {
    let id = Uuid::now_v7();
    let form = DraftInput { form: "{}", title: "", has_description: true };
    office.desk.new_draft(office.budi, id, form, office.now()).await.expect("draft");
    id
}

async fn detail(office: &Office, id: Uuid) -> loket_desk::detail::Detail {
    office.desk.detail(id, office.sari).await.expect("detail")
}

async fn search(office: &Office, text: &str, officer: Uuid) -> Vec<String> {
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    office.desk.list(&filter, None, officer).await.expect("list").rows.into_iter().map(|r| r.number).collect()
}

fn answer(at: chrono::DateTime<chrono::Utc>) -> Step {
    let conveyed_at = at.fixed_offset();
    Step::Answered {
        conveyed_at,
        by: Conveyance::InPerson,
        recipient: "Yang bersangkutan".into(),
        text: "Loket ditambah.".into(),
    }
}

async fn joined(office: &mut Office, into: Uuid, input: &ComplaintInput) -> loket_desk::register::Registered {
    let act = office.act(office.budi);
    office.desk.merge(into, input, None, act).await.expect("merge")
}

#[tokio::test]
async fn a_hint_comes_by_telephone_nik_name_text_and_event() {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await;
    office.register(&hartono()).await;
    office.later(TimeDelta::minutes(20));
    let empty = ComplaintInput {
        name: String::new(),
        phone: String::new(),
        nik: String::new(),
        description: String::new(),
        service_text: String::new(),
        event_date: None,
        event_place: String::new(),
        ..complaint()
    };
    for (what, input) in [
        ("telephone", ComplaintInput { phone: "+62 899 0000 0001".into(), ..empty.clone() }),
        ("NIK", ComplaintInput { nik: "9906 0341 0790 0001".into(), ..empty.clone() }),
        ("text", ComplaintInput { description: complaint().description.to_uppercase(), ..empty.clone() }),
        (
            "half a text",
            ComplaintInput { description: complaint().description.chars().take(80).collect(), ..empty.clone() },
        ),
    ] {
        assert_eq!(numbers(&office, &input, office.budi).await, [&*first.number], "{what}");
    }
    assert!(numbers(&office, &empty, office.budi).await.is_empty(), "an empty form hints at nothing");
    assert!(numbers(&office, &hartono(), office.budi).await.len() == 1, "another matter is no hint");
    for hostile in
        ["\" OR 1=1 --", "words:", "NEAR(a b) aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "' * ^ () {}", &"kata ".repeat(4000)]
    {
        hits(&office, &ComplaintInput { description: hostile.into(), ..empty.clone() }, Uuid::nil(), office.budi).await;
    }
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn an_identity_kept_confidential_feeds_no_hint_on_either_side() {
    let mut office = Office::new().await;
    let secret = ComplaintInput { identity_mode: IdentityMode::Confidential, ..complaint() };
    let done = office.register(&secret).await;
    let other_words = ComplaintInput {
        description: hartono().description,
        service_text: String::new(),
        event_date: None,
        ..complaint()
    };
    for officer in [office.budi, office.sari] {
        assert!(numbers(&office, &other_words, officer).await.is_empty(), "neither telephone, NIK nor name");
        let same_words =
            ComplaintInput { name: String::new(), phone: String::new(), nik: String::new(), ..complaint() };
        let found = hits(&office, &same_words, Uuid::nil(), officer).await;
        assert_eq!(found[0].row.number, done.number, "the words are not secret");
        assert!(found[0].row.person.is_empty());
        let named = hits(&office, &complaint(), Uuid::nil(), officer).await;
        assert!(
            named[0]
                .reasons
                .iter()
                .all(|r| !matches!(r, Reason::Phone | Reason::Nik | Reason::Name | Reason::NearName))
        );
    }
    let open = ComplaintInput { description: hartono().description, ..complaint() };
    office.register(&open).await;
    let typed = ComplaintInput { identity_mode: IdentityMode::Confidential, description: String::new(), ..complaint() };
    assert!(numbers(&office, &typed, office.budi).await.is_empty(), "a draft that is confidential tells of nobody");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn restricted_and_void_complaints_are_not_offered() {
    let mut office = Office::new().await;
    let restricted = ComplaintInput { restricted: true, ..complaint() };
    let act = office.act(office.sari);
    let done = office.desk.register(&restricted, None, act).await.expect("register");
    assert!(numbers(&office, &complaint(), office.budi).await.is_empty(), "neither words nor person");
    assert_eq!(numbers(&office, &complaint(), office.sari).await, [&*done.number], "who may read it is told");
    let act = office.act(office.budi);
    assert!(matches!(office.desk.link(done.id, done.id, act).await, Err(Error::Precondition("same_complaint"))));
    let open = office.register(&hartono()).await;
    let act = office.act(office.budi);
    assert!(matches!(office.desk.link(open.id, done.id, act).await, Err(Error::NotAllowed)));
    assert!(matches!(office.desk.merge(done.id, &hartono(), None, act).await, Err(Error::NotAllowed)));
    let void = office.register(&complaint()).await;
    let act = office.act(office.sari);
    office.desk.void(void.id, "Salah ketik", act).await.expect("void");
    assert!(!numbers(&office, &complaint(), office.sari).await.contains(&void.number));
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn what_was_said_of_a_hint_stays_with_the_draft_and_a_link_is_written_with_the_number() {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await;
    let id = draft(&office).await;
    let entries = office.desk.entries().await.expect("entries");
    office.desk.choose_similar(id, first.id, Choice::Other, office.budi).await.expect("not the same");
    assert!(hits(&office, &complaint(), id, office.budi).await.is_empty(), "hidden for this draft");
    assert_eq!(hits(&office, &complaint(), Uuid::now_v7(), office.budi).await.len(), 1, "and for no other");
    office.desk.choose_similar(id, first.id, Choice::Link, office.budi).await.expect("link");
    assert!(hits(&office, &hartono(), id, office.budi).await[0].linked, "a chosen link stays in sight");
    let office = office.reopen().await.expect("reopen");
    assert!(hits(&office, &hartono(), id, office.budi).await[0].linked, "and survives a restart");
    assert_eq!(office.desk.entries().await.expect("entries"), entries, "no entry before the number");
    let mut office = office;
    assert!(matches!(
        office.desk.choose_similar(id, first.id, Choice::Link, office.sari).await,
        Err(Error::NotFound("draft"))
    ));
    let act = office.act(office.budi);
    let second = office.desk.register(&complaint(), Some(id), act).await.expect("register");
    assert_eq!(office.desk.register(&complaint(), Some(id), act).await.expect("again"), second);
    for (side, other) in [(first.id, &second.number), (second.id, &first.number)] {
        let links = detail(&office, side).await.links;
        assert_eq!(links.iter().map(|r| &r.number).collect::<Vec<_>>(), [other]);
    }
    let act = office.act(office.budi);
    office.desk.unlink(first.id, second.id, act).await.expect("from the other side");
    assert!(detail(&office, second.id).await.links.is_empty());
    let act = office.act(office.budi);
    assert!(matches!(office.desk.unlink(first.id, second.id, act).await, Err(Error::NotFound("link"))));
    office.desk.link(first.id, second.id, act).await.expect("anew");
    assert_eq!(detail(&office, second.id).await.links.len(), 1);
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same after a rebuild");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn a_further_reporter_has_time_code_receipt_and_clock_of_their_own() {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await;
    office.later(TimeDelta::days(3));
    let id = draft(&office).await;
    let act = office.act(office.budi);
    let second = office.desk.merge(first.id, &hartono(), Some(id), act).await.expect("merge");
    assert_eq!(
        office.desk.merge(first.id, &hartono(), None, act).await.expect("again"),
        second,
        "one press, one person"
    );
    assert_eq!(second.number, first.number);
    assert_ne!(second.tracking, first.tracking);
    assert!(office.desk.drafts(office.budi).await.expect("drafts").is_empty(), "the draft is gone with it");
    assert_eq!(office.desk.next_number(office.now()).await.expect("next").as_deref(), Some("0043/ADU/L1/XI/2026"));
    for text in [&*second.tracking, "hartono", "0899-0000-0002", "sertifikat"] {
        assert_eq!(search(&office, text, office.budi).await, [&*first.number], "{text}");
    }
    assert_eq!(office.desk.find(&second.tracking).await.expect("found"), first.id);

    let act = office.act(office.budi);
    let paper = office.desk.draw_receipt(second.id, ReceiptForm::TwoUp, act).await.expect("paper").receipt;
    let words = loket_desk::paper::receipt_words(&paper);
    for said in ["Hartono Umpama", "Pelapor ke-2 dari 2", &first.number, "patok batas", "23 November 2026"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!words.contains("Melati") && !words.contains("antrean"), "the others do not stand in it: {words}");
    let paper = office.desk.draw_receipt(first.id, ReceiptForm::TwoUp, act).await.expect("paper").receipt;
    assert!(!loket_desk::paper::receipt_words(&paper).contains("Hartono"));

    let file = office.dir.path().join("a.pdf");
    let act = office.act(office.budi);
    office.desk.save_receipt(second.id, ReceiptForm::TwoUp, &file, act).await.expect("save");
    let act = office.act(office.budi);
    office.desk.record_handed_over(second.id, Conveyance::InPerson, act).await.expect("handed over");
    let c = detail(&office, first.id).await.complaint;
    assert_eq!((c.prints.len(), c.handed_over, c.reporters[0].prints.len()), (0, None, 1));
    assert_eq!(c.reporters[0].handed_over, Some(Conveyance::InPerson));
    assert_eq!(office.desk.draw_receipt(second.id, ReceiptForm::TwoUp, act).await.expect("copy").copy, 1);
    assert!(matches!(office.desk.record_signed(first.id, act).await, Err(Error::Precondition("not_printed"))));

    office.later(TimeDelta::hours(1));
    let act = office.act(office.budi);
    office.desk.step(first.id, &answer(act.now), act).await.expect("answer the first");
    let seen = detail(&office, first.id).await;
    assert_eq!(seen.complaint.state(), State::Received, "one of two is answered");
    assert_eq!(
        (seen.row.answer_due.as_str(), seen.row.answered_on.as_deref()),
        ("2026-12-07", None),
        "the second clock runs"
    );
    let act = office.act(office.budi);
    office.desk.step(second.id, &answer(act.now), act).await.expect("answer the second");
    assert_eq!(detail(&office, first.id).await.complaint.state(), State::Answered);
    let day = act.now.date_naive();
    let order = BookOrder { from: day - TimeDelta::days(9), to: day, version: BookVersion::Office };
    let act = office.act(office.sari);
    let book = office.desk.book(order, act).await.expect("book");
    assert!(format!("{:?}", book.lines).contains("Melati Contohwati dan 1 pelapor tambahan"));
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same after a rebuild");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn who_is_confidential_stays_so_beside_others() {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await;
    let secret = ComplaintInput { identity_mode: IdentityMode::Confidential, ..hartono() };
    let act = office.act(office.sari);
    let second = office.desk.merge(first.id, &secret, None, act).await.expect("merge");
    assert!(search(&office, "hartono", office.budi).await.is_empty(), "not even by who registered the first reporter");
    assert_eq!(search(&office, "hartono", office.sari).await, [&*first.number]);
    assert_eq!(search(&office, "melati", office.budi).await, [&*first.number]);
    let act = office.act(office.budi);
    assert!(matches!(office.desk.open_identity(second.id, "ingin tahu", act).await, Err(Error::NotAllowed)));
    let act = office.act(office.sari);
    assert!(matches!(office.desk.open_identity(second.id, "", act).await, Err(Error::Invalid(_))));
    let who = office.desk.open_identity(second.id, "menelepon", act).await.expect("with a reason");
    assert_eq!(who.name.as_deref(), Some("Hartono Umpama"));
    let typed = ComplaintInput { description: String::new(), service_text: String::new(), ..hartono() };
    assert!(numbers(&office, &typed, office.sari).await.is_empty(), "no hint from the second either");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn nobody_joins_what_is_decided_closed_void_or_less_restricted() {
    let mut office = Office::new().await;
    let why = async |office: &mut Office, id, input: &ComplaintInput| {
        let act = office.act(office.budi);
        match office.desk.merge(id, input, None, act).await {
            Err(Error::Precondition(why)) => why,
            other => panic!("{other:?}"),
        }
    };
    let answered = office.register(&complaint()).await.id;
    let act = office.act(office.budi);
    office.desk.step(answered, &answer(act.now), act).await.expect("answer");
    assert_eq!(why(&mut office, answered, &hartono()).await, "merge_answered");
    let closed = office.register(&complaint()).await.id;
    let act = office.act(office.budi);
    let step = Step::Closed { date: act.now.date_naive(), result: "Selesai".into(), at_counter: false, agreed: false };
    office.desk.step(closed, &step, act).await.expect("close");
    assert_eq!(why(&mut office, closed, &hartono()).await, "merge_closed");
    let act = office.act(office.budi);
    office.desk.void(closed, "Salah", act).await.expect("void");
    assert_eq!(why(&mut office, closed, &hartono()).await, "voided");
    let open = office.register(&complaint()).await.id;
    assert_eq!(why(&mut office, open, &ComplaintInput { restricted: true, ..hartono() }).await, "merge_restricted");
    let entries = office.desk.entries().await.expect("entries");
    let act = office.act(office.budi);
    let wordless = ComplaintInput { description: " ".into(), ..hartono() };
    assert!(matches!(office.desk.merge(open, &wordless, None, act).await, Err(Error::Invalid(_))));
    assert!(matches!(office.desk.merge(Uuid::now_v7(), &hartono(), None, act).await, Err(Error::NotFound(_))));
    assert_eq!(office.desk.entries().await.expect("entries"), entries, "what is refused writes nothing");
    let act = office.act(office.budi);
    office.desk.link(open, answered, act).await.expect("linking stays possible");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn a_separated_reporter_keeps_time_code_and_answer_under_the_next_number() {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await;
    office.later(TimeDelta::days(1));
    let second = joined(&mut office, first.id, &hartono()).await;
    let third =
        joined(&mut office, first.id, &ComplaintInput { name: "Sulastri Contohwati".into(), ..hartono() }).await;
    let received = detail(&office, first.id).await.complaint.reporters[0].facts.received_at.clone();
    let act = office.act(office.budi);
    office.desk.step(second.id, &answer(act.now), act).await.expect("answer");
    office.later(TimeDelta::days(2));
    let act = office.act(office.budi);
    assert!(matches!(office.desk.separate(second.id, " ", act).await, Err(Error::Invalid(_))));
    assert!(matches!(office.desk.separate(first.id, "bukan", act).await, Err(Error::NotFound(_))), "the first stays");
    let own = office.desk.separate(second.id, "Kejadiannya lain", act).await.expect("separate");
    assert_eq!(office.desk.separate(second.id, "Kejadiannya lain", act).await.expect("again"), own);
    assert_eq!((own.number.as_str(), &own.tracking), ("0043/ADU/L1/XI/2026", &second.tracking));
    let new = detail(&office, own.id).await;
    assert_eq!(new.complaint.facts.received_at, received);
    assert_ne!(new.row.subject, detail(&office, first.id).await.row.subject, "a subject from this person's own words");
    assert_eq!(new.links[0].number, first.number);
    let former = detail(&office, first.id).await;
    assert_eq!(former.complaint.reporters.iter().map(|r| (r.id, r.place)).collect::<Vec<_>>(), [(third.id, 3)]);
    assert_eq!(search(&office, "hartono", office.budi).await, [&*own.number]);
    assert_eq!(office.desk.find(&second.tracking).await.expect("found"), own.id);
    let words = loket_desk::paper::receipt_words(
        &office.desk.draw_receipt(own.id, ReceiptForm::TwoUp, act).await.expect("paper").receipt,
    );
    assert!(words.contains("0043/ADU/L1/XI/2026") && !words.contains("Pelapor ke-"), "{words}");
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same after a rebuild");
    let mut office = office.reopen().await.expect("reopen");
    assert_eq!(detail(&office, own.id).await.complaint.state(), State::Answered);
    let act: Act = office.act(office.sari);
    office.desk.void(first.id, "Salah", act).await.expect("void");
    let act = office.act(office.sari);
    assert!(matches!(office.desk.separate(third.id, "bukan", act).await, Err(Error::Precondition("voided"))));
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn a_complaint_of_an_old_register_is_hinted_at_and_linked_but_nobody_joins_it() {
    let mut office = Office::new().await;
    let path = office.dir.path().join("buku.csv");
    let told = hartono().description;
    let table =
        format!("No;Tanggal;Nama;Telepon;Aduan;Status\n7/LAMA;5/11/2026;Hartono Umpama;0899-0000-0002;{told};Proses\n");
    std::fs::write(&path, table).expect("file");
    let map = guess(&Source::look(&path).expect("a table").header);
    let (act, never) = (office.act(office.sari), AtomicBool::new(false));
    let control = Control { cancelled: &never, tell: &|_| {} };
    let import = office.desk.import(&path, &map, &beside(&path), act, &control).await.expect("import").import;
    let old = office.desk.find("7/LAMA").await.expect("find");

    let id = draft(&office).await;
    let found = hits(&office, &hartono(), id, office.budi).await;
    assert_eq!((found[0].row.complaint_id, found[0].merge_refused), (old, Some("merge_imported")));
    assert!(found[0].reasons.contains(&Reason::Phone) && found[0].reasons.contains(&Reason::SameText));
    let act = office.act(office.budi);
    let refused = office.desk.merge(old, &hartono(), None, act).await;
    assert!(matches!(refused, Err(Error::Precondition("merge_imported"))));
    office.desk.choose_similar(id, old, Choice::Link, office.budi).await.expect("link");
    let act = office.act(office.budi);
    let new = office.desk.register(&hartono(), Some(id), act).await.expect("register").id;
    assert_eq!(detail(&office, new).await.links[0].old_number, "7/LAMA");
    assert_eq!(detail(&office, old).await.links[0].complaint_id, new);
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same after a rebuild");

    let act = office.act(office.sari);
    office.desk.undo_import(import.expect("import"), "Salah berkas", act).await.expect("undo");
    assert!(detail(&office, new).await.links.is_empty(), "it has left");
    assert!(hits(&office, &hartono(), Uuid::nil(), office.budi).await.iter().all(|h| h.row.complaint_id == new));
    let act = office.act(office.budi);
    assert!(matches!(office.desk.link(new, old, act).await, Err(Error::NotFound(_))));
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same after a rebuild");
    office.desk.close().await.expect("close");
}
