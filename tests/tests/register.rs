//! Registering on a real encrypted file: numbers, retries, errors, search, corrections, voids, steps.

use loket_desk::store::complaints::{Filter, Sort};
use loket_desk::{Act, Error, steps::Step};
use loket_domain::intake::ComplaintInput;
use loket_domain::paper::ReceiptForm;
use loket_domain::vocabulary::{Conveyance, IdentityMode, State};
use loket_tests::office::{Office, PIN, complaint};

fn words(text: &str) -> Filter {
    Filter { text: text.to_owned(), ..Filter::default() }
}

async fn found(office: &Office, text: &str, officer: uuid::Uuid) -> Vec<String> {
    let page = office.desk.list(&words(text), None, officer).await.expect("list");
    page.rows.into_iter().map(|r| r.number).collect()
}

#[tokio::test]
async fn the_first_number_follows_the_paper_book_and_each_next_one_follows_it() {
    let mut office = Office::new().await;
    assert_eq!(office.desk.next_number(office.now()).await.expect("next").as_deref(), Some("0042/ADU/L1/XI/2026"));
    assert_eq!(office.register(&complaint()).await.number, "0042/ADU/L1/XI/2026");
    assert_eq!(office.register(&complaint()).await.number, "0043/ADU/L1/XI/2026");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_retry_of_the_same_press_is_the_same_complaint() {
    let mut office = Office::new().await;
    let act = office.act(office.budi);
    let first = office.desk.register(&complaint(), None, act).await.expect("first");
    let again = office.desk.register(&complaint(), None, act).await.expect("again");
    assert_eq!(first, again);
    assert_eq!(office.register(&complaint()).await.number, "0043/ADU/L1/XI/2026");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn what_is_refused_takes_no_number_and_writes_no_entry() {
    let mut office = Office::new().await;
    let before = office.desk.entries().await.expect("entries");
    let nameless = ComplaintInput { name: String::new(), ..complaint() };
    let act = office.act(office.budi);
    let refused = office.desk.register(&nameless, None, act).await;
    assert!(matches!(refused, Err(Error::Invalid(fields)) if fields[0].field == "name"));
    assert_eq!(office.desk.entries().await.expect("entries"), before);
    let anonymous = ComplaintInput { identity_mode: IdentityMode::None, ..nameless };
    assert_eq!(office.register(&anonymous).await.number, "0042/ADU/L1/XI/2026");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn everything_is_found_by_number_code_name_phone_nik_word_beginning_and_stem() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let input = ComplaintInput {
        name: "Hartono Umpama".into(),
        phone: String::new(),
        nik: String::new(),
        description: "Surat yang diadukan belum ditindaklanjuti".into(),
        service_text: String::new(),
        ..complaint()
    };
    let other = office.register(&input).await;
    for text in [
        &done.number,
        &done.tracking,
        "melati",
        "contohw",
        "0899-0000-0001",
        "+6289900000001",
        "9906034107900001",
        "dipanggil",
        "antre",
        "memanggil",
    ] {
        assert!(found(&office, text, office.budi).await.contains(&done.number), "{text}");
    }
    assert_eq!(found(&office, "pengaduan", office.budi).await, [&*other.number], "stem: pengaduan finds diadukan");
    assert_eq!(found(&office, "menindaklanjuti", office.budi).await, [other.number], "stem exception");
    assert!(found(&office, "tidakada", office.budi).await.is_empty());
    for hostile in ["\" OR 1=1 --", "words:", "NEAR(a b)", "* ^ ( )", "'", "a\"b", &"x ".repeat(5000)] {
        found(&office, hostile, office.budi).await;
    }
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn an_identity_kept_confidential_is_found_only_by_those_with_the_right() {
    let mut office = Office::new().await;
    let secret = ComplaintInput { identity_mode: IdentityMode::Confidential, ..complaint() };
    let act = office.act(office.sari);
    let done = office.desk.register(&secret, None, act).await.expect("register");
    assert!(found(&office, "melati", office.budi).await.is_empty(), "counter officer, not own");
    assert!(found(&office, "9906034107900001", office.budi).await.is_empty());
    assert_eq!(found(&office, "dipanggil", office.budi).await, [&*done.number], "the story is not secret");
    assert_eq!(found(&office, "melati", office.sari).await, [&*done.number], "manager");
    let restricted = ComplaintInput { restricted: true, description: "Pungutan liar".into(), ..complaint() };
    let act = office.act(office.sari);
    office.desk.register(&restricted, None, act).await.expect("register");
    assert!(found(&office, "pungutan", office.budi).await.is_empty(), "restricted content");
    assert_eq!(found(&office, "pungutan", office.sari).await.len(), 1);
    let act = office.act(office.budi);
    assert!(matches!(office.desk.open_identity(done.id, "menelepon pelapor", act).await, Err(Error::NotAllowed)));
    let act = office.act(office.sari);
    assert!(matches!(office.desk.open_identity(done.id, " ", act).await, Err(Error::Invalid(_))));
    office.desk.open_identity(done.id, "menelepon pelapor", act).await.expect("with a reason");
    let seen = office.desk.detail(done.id, office.sari).await.expect("detail").timeline;
    assert_eq!(seen[0].kind, "identity.viewed");
    assert_eq!(seen[0].text, "menelepon pelapor");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn pages_of_fifty_hold_every_complaint_once_in_every_order() {
    let mut office = Office::new().await;
    for _ in 0..120 {
        office.register(&complaint()).await;
    }
    for sort in [Sort::Received, Sort::Deadline, Sort::Number] {
        for descending in [false, true] {
            let filter = Filter { sort, descending, ..Filter::default() };
            let (mut cursor, mut seen) = (None, Vec::new());
            loop {
                let page = office.desk.list(&filter, cursor.as_deref(), office.budi).await.expect("page");
                assert_eq!(office.desk.count(&filter, office.budi).await.expect("counts").count, 120);
                seen.extend(page.rows.into_iter().map(|r| r.number));
                cursor = page.next;
                if cursor.is_none() {
                    break;
                }
            }
            assert_eq!(seen.len(), 120);
            let mut sorted = seen.clone();
            sorted.sort();
            sorted.dedup();
            assert_eq!(sorted.len(), 120, "{sort:?}");
            assert_eq!(seen.first() < seen.last(), !descending, "{sort:?} {descending}");
        }
    }
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_correction_keeps_the_old_value_and_makes_a_new_receipt() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let act = office.act(office.budi);
    let same = office.desk.correct(done.id, &complaint(), act).await;
    assert!(matches!(same, Err(Error::Precondition("nothing_changed"))), "{same:?}");
    let act = office.act(office.budi);
    office
        .desk
        .correct(
            done.id,
            &ComplaintInput { loss: String::new(), address: "Jalan Andaikan Nomor 9".into(), ..complaint() },
            act,
        )
        .await
        .expect("correct");
    let detail = office.desk.detail(done.id, office.budi).await.expect("detail");
    let corrected = detail.timeline.iter().find(|i| i.kind == "complaint.corrected").expect("entry");
    let of = |field: &str| corrected.changes.iter().find(|c| c.field == field).expect("change").clone();
    assert_eq!(of("loss").before, "Waktu dan ongkos");
    assert!(of("loss").after.is_null());
    assert_eq!(of("address").after, "Jalan Andaikan Nomor 9");
    assert_eq!(detail.complaint.receipts.len(), 2);
    let act = office.act(office.budi);
    let drawn = office.desk.draw_receipt(done.id, ReceiptForm::TwoUp, act).await.expect("draw");
    assert_eq!(drawn.receipt.frame.correction, Some(1));
    assert_eq!(drawn.receipt.matter.loss, None);
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_void_keeps_its_number_and_can_be_taken_back() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let act = office.act(office.budi);
    assert!(matches!(office.desk.void(done.id, "", act).await, Err(Error::Invalid(_))));
    office.desk.void(done.id, "Rangkap", act).await.expect("void");
    assert_eq!(office.desk.detail(done.id, office.budi).await.expect("detail").complaint.state(), State::Voided);
    assert_eq!(office.register(&complaint()).await.number, "0043/ADU/L1/XI/2026", "never used again");
    let act = office.act(office.budi);
    office.desk.unvoid(done.id, "Bukan rangkap", act).await.expect("unvoid");
    assert_eq!(office.desk.detail(done.id, office.budi).await.expect("detail").complaint.state(), State::Received);
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn after_handing_over_only_the_manager_changes_and_prints_are_copies() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let pdf = office.dir.path().join("tanda-terima.pdf");
    let act = office.act(office.budi);
    assert!(matches!(
        office.desk.record_handed_over(done.id, Conveyance::InPerson, act).await,
        Err(Error::Precondition("not_printed"))
    ));
    for expected in [0, 0] {
        let act = office.act(office.budi);
        assert_eq!(
            office.desk.save_receipt(done.id, ReceiptForm::TwoUp, &pdf, act).await.expect("save").copy,
            expected,
            "each is an original"
        );
    }
    let act = office.act(office.budi);
    office.desk.record_handed_over(done.id, Conveyance::InPerson, act).await.expect("handed over");
    for expected in [1, 2] {
        let act = office.act(office.budi);
        assert_eq!(
            office.desk.save_receipt(done.id, ReceiptForm::TwoUp, &pdf, act).await.expect("save").copy,
            expected
        );
    }
    let change = ComplaintInput { loss: "Ongkos".into(), ..complaint() };
    let act = office.act(office.budi);
    assert!(matches!(office.desk.correct(done.id, &change, act).await, Err(Error::NotAllowed)));
    let act = office.act(office.sari);
    office.desk.correct(done.id, &change, act).await.expect("manager");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn an_answer_stops_the_fourteen_days_when_it_was_conveyed() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let step = |at: &str| Step::Answered {
        conveyed_at: chrono::DateTime::parse_from_rfc3339(at).expect("time"),
        by: Conveyance::WhatsApp,
        recipient: "pelapor".into(),
        text: "Berkas lengkap".into(),
    };
    for (at, code) in [("2026-11-19T08:00:00+07:00", "before_received"), ("2027-01-01T08:00:00+07:00", "future")] {
        let act = office.act(office.budi);
        let refused = office.desk.step(done.id, &step(at), act).await;
        assert!(matches!(&refused, Err(Error::Invalid(f)) if f[0].code == code), "{refused:?}");
    }
    office.later(chrono::TimeDelta::days(3));
    let act = office.act(office.budi);
    office.desk.step(done.id, &step("2026-11-21T10:00:00+07:00"), act).await.expect("answered");
    office.desk.step(done.id, &step("2026-11-21T10:00:00+07:00"), act).await.expect("a retry is the same step");
    let detail = office.desk.detail(done.id, office.budi).await.expect("detail");
    assert_eq!(detail.row.answered_on.as_deref(), Some("2026-11-21"));
    assert_eq!(detail.row.answer_due, "2026-12-04");
    assert_eq!(detail.timeline.iter().filter(|i| i.kind == "complaint.answered").count(), 1);
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn the_officer_complained_of_takes_no_step_and_opens_no_identity() {
    let mut office = Office::new().await;
    let secret =
        ComplaintInput { accused_officer: Some(office.sari), identity_mode: IdentityMode::Confidential, ..complaint() };
    let done = office.register(&secret).await;
    let act = office.act(office.sari);
    assert!(matches!(office.desk.open_identity(done.id, "ingin tahu", act).await, Err(Error::NotAllowed)));
    let close =
        Step::Closed { date: office.now().date_naive(), result: "selesai".into(), at_counter: false, agreed: false };
    let act = office.act(office.sari);
    assert!(matches!(office.desk.step(done.id, &close, act).await, Err(Error::Precondition("accused_officer"))));
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn wrong_pins_wait_longer_and_a_restart_does_not_help() {
    use loket_desk::officers::SignIn;
    let office = Office::new().await;
    let (budi, now) = (office.budi, office.now());
    for left in [3, 2, 1] {
        assert_eq!(office.desk.sign_in(budi, "000000", now).await.expect("try"), SignIn::Wrong { tries_left: left });
    }
    assert_eq!(office.desk.sign_in(budi, "000000", now).await.expect("try"), SignIn::Wait { seconds: 60 });
    let office = office.reopen().await.expect("reopen");
    assert!(matches!(office.desk.sign_in(budi, PIN, now).await.expect("right but early"), SignIn::Wait { .. }));
    let later = now + chrono::TimeDelta::seconds(61);
    assert_eq!(office.desk.sign_in(budi, "000000", later).await.expect("wrong"), SignIn::Wait { seconds: 120 });
    let later = later + chrono::TimeDelta::seconds(121);
    assert!(matches!(office.desk.sign_in(budi, PIN, later).await.expect("right"), SignIn::Welcome(_)));
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn drafts_belong_to_their_officer_and_a_told_story_goes_only_with_a_reason() {
    use loket_desk::drafts::DraftInput;
    let mut office = Office::new().await;
    let id = uuid::Uuid::now_v7();
    let draft = |form| DraftInput { form, title: "Melati C.", has_description: true };
    office.desk.new_draft(office.budi, id, draft("{\"name\":\"Me\"}"), office.now()).await.expect("new");
    office.desk.save_draft(office.budi, id, draft("{\"name\":\"Melati\"}"), office.now()).await.expect("save");
    let office_id = office.budi;
    assert_eq!(office.desk.drafts(office_id).await.expect("drafts")[0].form, "{\"name\":\"Melati\"}");
    assert!(office.desk.drafts(office.sari).await.expect("drafts").is_empty());
    let mut office = {
        office.later(chrono::TimeDelta::zero());
        office.reopen().await.expect("reopen")
    };
    let act = office.act(office.budi);
    assert!(matches!(office.desk.delete_draft(id, "  ", act).await, Err(Error::Invalid(_))));
    let late = office.desk.save_draft(office.sari, id, draft("{}"), office.now()).await;
    assert!(matches!(late, Err(Error::NotFound(_))), "another officer's draft");
    office.desk.delete_draft(id, "Pelapor pulang", act).await.expect("delete");
    let late = office.desk.save_draft(office.budi, id, draft("{}"), office.now()).await;
    assert!(matches!(late, Err(Error::NotFound(_))), "a save that comes late brings nothing back");
    assert!(office.desk.drafts(office.budi).await.expect("drafts").is_empty());
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_clock_rests_only_where_nobody_could_be_answered() {
    let mut office = Office::new().await;
    let nobody = ComplaintInput { identity_mode: IdentityMode::None, phone: String::new(), ..complaint() };
    let resting = office.register(&nobody).await;
    let reachable = office.register(&ComplaintInput { identity_mode: IdentityMode::None, ..complaint() }).await;
    let of = |id| office.desk.detail(id, office.budi);
    assert_eq!(of(resting.id).await.expect("detail").row.work_day, "");
    assert_eq!(of(reachable.id).await.expect("detail").row.work_day, "2026-12-04");
    let act = loket_desk::Act::new(office.budi, office.now());
    let drawn = office.desk.draw_receipt(resting.id, ReceiptForm::TwoUp, act).await.expect("draw");
    assert_eq!(drawn.receipt.frame.answer_by, None, "no promise to nobody");
    assert!(!drawn.receipt.missing().is_empty(), "not a tanda terima");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn an_act_of_nobody_is_refused() {
    let office = Office::new().await;
    let act = Act::new(uuid::Uuid::nil(), office.now());
    assert!(matches!(office.desk.register(&complaint(), None, act).await, Err(Error::NotFound("officer"))));
    office.desk.close().await.expect("closed");
}
