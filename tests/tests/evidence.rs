//! The log as evidence: who did what when, a bundle for those who check it, a PIN given by the recovery key.

use loket_desk::audit::{AuditQuery, Group};
use loket_desk::bundle::{self, ENTRIES};
use loket_desk::officers::SignIn;
use loket_desk::{Error, verify};
use loket_tests::office::{Office, complaint};
use std::path::{Path, PathBuf};

async fn busy() -> Office {
    let mut office = Office::new().await;
    let first = office.register(&complaint()).await;
    office.register(&complaint()).await;
    let act = office.act(office.sari);
    office.desk.open_identity(first.id, "Menelepon pelapor", act).await.expect("opened");
    office
}

async fn bundle_of(office: &mut Office) -> PathBuf {
    let act = office.act(office.sari);
    office.desk.save_bundle(office.dir.path(), act).await.expect("a bundle")
}

#[tokio::test]
async fn a_bundle_is_checked_without_the_register_and_holds_no_personal_data() {
    let mut office = busy().await;
    let entries = office.desk.entries().await.expect("count");
    let made = bundle_of(&mut office).await;
    let checked = bundle::check(&made).expect("it holds");
    assert_eq!((i64::try_from(checked.entries).expect("few"), checked.logs), (entries, 1));
    assert_eq!(bundle::check(&made.join(ENTRIES)).expect("by its file"), checked);
    assert_eq!(office.desk.entries().await.expect("count"), entries + 1, "its making is an entry");
    for file in std::fs::read_dir(&made).expect("a folder").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("text").to_lowercase();
        for secret in ["melati", "9906034107900001", "0899", "antrean saya", "menelepon", "andaikan nomor", "budi"] {
            assert!(!text.contains(secret), "{secret} in {:?}", file.file_name());
        }
    }
    let act = office.act(office.budi);
    assert!(matches!(office.desk.save_bundle(office.dir.path(), act).await, Err(Error::NotAllowed)));
    office.desk.close().await.expect("closed");
}

fn refused(folder: &Path, lines: &[String]) -> String {
    let file = folder.join("diubah.jsonl");
    std::fs::write(&file, lines.concat()).expect("written");
    match bundle::check(&file) {
        Err(Error::Verify(what)) => what.to_string(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_bundle_that_was_touched_is_refused_with_its_line() {
    let mut office = busy().await;
    let made = bundle_of(&mut office).await;
    let text = std::fs::read_to_string(made.join(ENTRIES)).expect("text");
    let lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let with = |at: usize, line: String| {
        let mut touched = lines.clone();
        touched[at] = line;
        refused(&made, &touched)
    };
    assert_eq!(with(3, lines[3].replace("\\\"must\\\":false", "\\\"must\\\":true")), "line 4: signature");
    assert_eq!(with(3, "{}\n".to_owned()), "line 4: is no entry");
    assert_eq!(
        with(3, lines[3].trim_end().to_owned() + "x".repeat(200_000).as_str() + "\n"),
        "line 4: is cut off or too long"
    );
    let removed: Vec<String> = lines.iter().enumerate().filter(|(at, _)| *at != 3).map(|(_, l)| l.clone()).collect();
    assert_eq!(refused(&made, &removed), "line 4: chain is broken");
    let mut swapped = lines.clone();
    swapped.swap(3, 4);
    assert_eq!(refused(&made, &swapped), "line 4: chain is broken");
    assert_eq!(refused(&made, &lines[1..]), "line 1: log does not begin with its key");
    let mut cut = lines.clone();
    let half = cut[5].len() / 2;
    cut[5].truncate(half);
    cut.truncate(6);
    assert_eq!(refused(&made, &cut), "line 6: is cut off or too long");
    assert_eq!(refused(&made, &[]), "no entries");
    assert!(matches!(bundle::check(&made.join("tidak-ada")), Err(Error::Io(_))));
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn the_log_tells_who_did_what_when_to_those_who_may_read_it() {
    let mut office = busy().await;
    let ask = |query: AuditQuery| {
        let (desk, sari) = (&office.desk, office.sari);
        async move { desk.audit(&query, None, sari).await.expect("a page").lines }
    };
    let everything = ask(AuditQuery::default()).await;
    assert_eq!(everything.len() as i64, office.desk.entries().await.expect("count"));
    assert!(everything.is_sorted_by(|newer, older| newer.entry_no > older.entry_no));
    let access =
        ask(AuditQuery { group: Some(Group::Access), officer: Some(office.sari), ..AuditQuery::default() }).await;
    assert_eq!(access.iter().map(|line| line.told.what.as_str()).collect::<Vec<_>>(), ["Identitas dibuka"]);
    assert_eq!(access[0].told.number, "0042/ADU/L1/XI/2026");
    let one = ask(AuditQuery { about: "0043/ADU/L1/XI/2026".to_owned(), ..AuditQuery::default() }).await;
    assert!(!one.is_empty() && one.iter().all(|row| row.told.number == "0043/ADU/L1/XI/2026"));
    let tomorrow = "2026-11-21".parse().ok();
    assert!(ask(AuditQuery { from: tomorrow, ..AuditQuery::default() }).await.is_empty());
    let fingerprint = access[0].told.fingerprint.to_lowercase();
    let found = ask(AuditQuery { about: fingerprint, ..AuditQuery::default() }).await;
    assert_eq!(found.iter().map(|line| line.entry_no).collect::<Vec<_>>(), [access[0].entry_no], "by its fingerprint");
    let unknown = AuditQuery { about: "9999/ADU".to_owned(), ..AuditQuery::default() };
    assert!(matches!(office.desk.audit(&unknown, None, office.sari).await, Err(Error::NotFound("complaint"))));
    assert!(matches!(office.desk.audit(&AuditQuery::default(), None, office.budi).await, Err(Error::NotAllowed)));
    for _ in 0..60 {
        office.register(&complaint()).await;
    }
    let first = office.desk.audit(&AuditQuery::default(), None, office.sari).await.expect("a page");
    let second = office.desk.audit(&AuditQuery::default(), first.next, office.sari).await.expect("the next page");
    assert_eq!(first.lines.len(), 100);
    assert_eq!(first.lines[99].entry_no, second.lines[0].entry_no + 1, "pages join without a gap");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn the_recovery_key_gives_a_new_pin_and_leaves_an_entry() {
    let office = Office::new().await;
    let (digits, now) = (office.blocks.concat(), office.now());
    let other = loket_desk::keys::recovery::RecoveryKey::random().blocks().concat();
    for _ in 0..4 {
        office.desk.sign_in(office.sari, "000000", now).await.expect("a try");
    }
    let refused = office.desk.reset_pin(office.sari, &other, "571903", now).await;
    assert!(matches!(refused, Err(Error::KeyWrong)), "the key of another office");
    let refused = office.desk.reset_pin(office.sari, "123", "571903", now).await;
    assert!(matches!(refused, Err(Error::KeyWrong)), "half a key");
    let refused = office.desk.reset_pin(office.sari, &digits, "111111", now).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "too easy");
    assert!(matches!(office.desk.sign_in(office.sari, "571903", now).await.expect("a try"), SignIn::Wait { .. }));
    let before = office.desk.entries().await.expect("count");
    office.desk.reset_pin(office.sari, &digits, "571903", now).await.expect("a new PIN");
    assert!(matches!(office.desk.sign_in(office.sari, "571903", now).await.expect("a try"), SignIn::Welcome(_)));
    assert_eq!(office.desk.entries().await.expect("count"), before + 1);
    verify::log_of(&mut office.desk.reader().await.expect("reader")).await.expect("the log holds");
    office.desk.close().await.expect("closed");
}
