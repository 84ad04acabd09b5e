//! Copies, restoring, and files that were harmed: what was acknowledged is found again or its loss is told.

use loket_desk::keys::{self, KeyFile, Opener};
use loket_desk::place::Place;
use loket_desk::snapshot::in_folder;
use loket_desk::{Desk, Error, Notice, restore, store, verify};
use loket_domain::paper::ReceiptForm;
use loket_tests::office::{Office, complaint, morning};
use sqlx::{ConnectOptions, Connection, Executor};
use std::path::Path;

async fn proof(desk: &Desk) -> verify::Report {
    verify::file(&mut *desk.store.writer.lock().await).await.expect("verifies")
}

#[tokio::test]
async fn a_snapshot_is_restored_on_a_new_pc_with_the_paper_key_and_the_series_rests() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let draft = office.draft().await;
    let png = [b"\x89PNG\r\n\x1a\n".as_slice(), &[7; 600_000]].concat();
    office.desk.attach(draft, "foto.png", &png, office.now()).await.expect("attach");
    let act = office.act(office.budi);
    office.desk.register(&complaint(), Some(draft), act).await.expect("register");
    let (here, second) = office.desk.snapshot(office.now()).await.expect("snapshot");
    assert!(second.is_none(), "no second place is set");
    assert_eq!(here.complaints, 2);
    office.register(&complaint()).await;

    let elsewhere = tempfile::tempdir().expect("dir");
    let place = Place::new(elsewhere.path().join("baru"));
    let opener = Opener::Password("kata sandi pembuka".to_owned().into());
    let wrong = restore::restore(&place, &here.path, &"000000".repeat(8), &opener, office.now()).await;
    assert!(matches!(wrong, Err(Error::KeyWrong)));
    assert!(!place.holds_register(), "a refusal leaves nothing behind");
    let desk =
        restore::restore(&place, &here.path, &office.blocks.join(" "), &opener, office.now()).await.expect("restore");
    assert_eq!(proof(&desk).await.logs, 2, "a new log that names the old one");
    let notices = desk.notices(office.now()).await.expect("notices");
    assert!(notices.contains(&Notice::Restored) && notices.contains(&Notice::Frozen), "{notices:?}");
    assert_eq!(desk.next_number(office.now()).await.expect("next"), None);
    let act = office.act(office.sari);
    assert!(matches!(desk.register(&complaint(), None, act).await, Err(Error::SeriesFrozen)));
    assert!(matches!(desk.resume_numbers(42, act).await, Err(Error::Invalid(_))), "below what the copy knows (43)");
    desk.resume_numbers(44, act).await.expect("the paper says 44");
    let act = office.act(office.sari);
    let next = desk.register(&complaint(), None, act).await.expect("register");
    assert_eq!(next.number, "0045/ADU/L1/XI/2026");
    let found = desk.find(&done.tracking).await.expect("find");
    assert_eq!(found, done.id);
    let detail = desk.detail(desk.find("0043/ADU/L1/XI/2026").await.expect("find"), office.sari).await.expect("detail");
    let file = &detail.complaint.attachments()[0].0;
    assert_eq!(desk.attachment(detail.complaint.id, file.id, office.sari).await.expect("bytes").1, png);
    desk.close().await.expect("close");
    let again = Desk::open(&place, &opener, office.now()).await.expect("opens with the new password");
    assert!(again.notices(office.now()).await.expect("notices").iter().all(|n| *n != Notice::Witness));
    let wrong = Opener::Password("salah".to_owned().into());
    again.close().await.expect("close");
    assert!(matches!(Desk::open(&place, &wrong, office.now()).await, Err(Error::KeyWrong)));
}

#[tokio::test]
async fn a_new_recovery_key_opens_the_copies_made_after_it_and_the_old_one_those_before() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    let (before, _) = office.desk.snapshot(office.now()).await.expect("snapshot");
    office.desk.confirm_recovery().await.expect("typed back");
    let act = office.act(office.budi);
    assert!(matches!(office.desk.renew_recovery(act).await, Err(Error::NotAllowed)), "an administrator's act");
    let act = office.act(office.sari);
    let new = office.desk.renew_recovery(act).await.expect("renewed").concat();
    let notices = office.desk.notices(office.now()).await.expect("notices");
    assert!(notices.contains(&Notice::RecoveryUnconfirmed), "nobody has typed it back yet");
    office.later(chrono::TimeDelta::minutes(1));
    let (after, _) = office.desk.snapshot(office.now()).await.expect("snapshot");
    let old = office.blocks.concat();
    for (copy, opens, does_not) in [(&before, &old, &new), (&after, &new, &old)] {
        let dir = tempfile::tempdir().expect("dir");
        let place = Place::new(dir.path().join("baru"));
        let opener = Opener::File(dir.path().join("kunci"));
        let refused = restore::restore(&place, &copy.path, does_not, &opener, office.now()).await;
        assert!(matches!(refused, Err(Error::KeyWrong)));
        let desk = restore::restore(&place, &copy.path, opens, &opener, office.now()).await.expect("restored");
        desk.close().await.expect("close");
    }
}

#[tokio::test]
async fn the_second_place_gets_a_copy_of_its_own_and_its_absence_is_told() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    let usb = tempfile::tempdir().expect("usb");
    assert!(office.desk.set_second_place(Some(office.place().root())).await.is_err(), "not beside the register");
    office.desk.set_second_place(Some(usb.path())).await.expect("set");
    let (_, second) = office.desk.snapshot(office.now()).await.expect("snapshot");
    let second = second.expect("asked for").expect("made");
    assert!(second.path.starts_with(usb.path()));
    assert_eq!(in_folder(usb.path()).expect("list").len(), 1);
    let gone = usb.path().join("tercabut");
    std::fs::write(&gone, b"").expect("a file where a folder should be");
    office.desk.set_second_place(Some(&gone)).await.expect("set");
    let (_, second) = office.desk.snapshot(office.now()).await.expect("the local one is made all the same");
    assert!(second.expect("asked for").is_err());
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn old_snapshots_go_only_when_there_are_newer_whole_ones() {
    let mut office = Office::new().await;
    for _ in 0..17 {
        office.later(chrono::TimeDelta::minutes(15));
        office.desk.snapshot(office.now()).await.expect("snapshot");
    }
    let kept = in_folder(&office.place().snapshots()).expect("list");
    assert_eq!(kept.len(), 14);
    assert!(kept[0].taken_at > kept[13].taken_at);
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_damaged_snapshot_is_refused_and_the_register_stays() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    let (made, _) = office.desk.snapshot(office.now()).await.expect("snapshot");
    let mut bytes = std::fs::read(&made.path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(&made.path, bytes).expect("harm");
    let (place, opener, now) = (office.place(), office.opener(), office.now());
    let Office { dir, desk, blocks, .. } = office;
    desk.close().await.expect("close");
    let refused = restore::restore(&place, &made.path, &blocks.join(""), &opener, now).await;
    assert!(matches!(refused, Err(Error::Verify(_))), "{:?}", refused.err());
    let desk = Desk::open(&place, &opener, now).await.expect("untouched");
    assert_eq!(proof(&desk).await.logs, 1);
    drop(dir);
}

/// Copies the files as a power cut would leave them: the write-ahead log is not checkpointed.
fn as_left_by_a_power_cut(place: &Place, key_file: &Path) -> tempfile::TempDir {
    let left = tempfile::tempdir().expect("dir");
    let to = left.path().join("register");
    std::fs::create_dir(&to).expect("dir");
    for file in std::fs::read_dir(place.root()).expect("list") {
        let file = file.expect("file");
        if file.file_type().expect("type").is_file() {
            std::fs::copy(file.path(), to.join(file.file_name())).expect("copy");
        }
    }
    std::fs::copy(key_file, left.path().join("kunci")).expect("key");
    left
}

#[tokio::test]
async fn a_lost_or_torn_wal_is_told_by_the_witness_and_freezes_the_series() {
    let office = Office::new().await;
    let mut office = office.reopen().await.expect("reopen");
    office.register(&complaint()).await;
    let head = office.desk.last_head().await.expect("head");
    while loket_desk::witness::read(&office.place()) != head {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    for torn in [false, true] {
        let left = as_left_by_a_power_cut(&office.place(), &office.key_file());
        let place = Place::new(left.path().join("register"));
        let opener = Opener::File(left.path().join("kunci"));
        let wal = place.root().join("register.db-wal");
        let bytes = std::fs::read(&wal).expect("a wal is there");
        assert!(!bytes.is_empty());
        if torn {
            std::fs::write(&wal, &bytes[..bytes.len() / 2]).expect("tear");
        } else {
            std::fs::remove_file(&wal).expect("lose");
        }
        let desk = Desk::open(&place, &opener, office.now()).await.expect("opens");
        let notices = desk.notices(office.now()).await.expect("notices");
        assert!(notices.contains(&Notice::Witness), "torn {torn}: {notices:?}");
        assert_eq!(desk.next_number(office.now()).await.expect("next"), None);
        assert_eq!(proof(&desk).await.logs, 2, "the old log does not go on: it would fork");
    }
    let whole = as_left_by_a_power_cut(&office.place(), &office.key_file());
    let desk =
        Desk::open(&Place::new(whole.path().join("register")), &Opener::File(whole.path().join("kunci")), office.now())
            .await
            .expect("opens");
    assert!(
        !desk.notices(office.now()).await.expect("notices").contains(&Notice::Witness),
        "an untouched wal is not a loss"
    );
    office.desk.close().await.expect("closed");
}

/// A copy becomes a register that writes ahead when it is first opened. The power may go in the middle of that.
#[tokio::test]
async fn a_change_that_a_power_cut_halved_is_taken_back_on_opening_and_moved_aside_with_its_file() {
    let mut office = Office::new().await;
    let done = office.register(&complaint()).await;
    let (now, place, key_file, opener) = (office.now(), office.place(), office.key_file(), office.opener());
    let Office { dir, desk, .. } = office;
    desk.close().await.expect("close");
    let lock = KeyFile::read(&place.keys()).expect("keys");
    let secrets = keys::unwrap(lock.register, &lock.lock.expect("lock"), &opener).await.expect("secrets");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(place.register());
    let mut conn = options.pragma("key", secrets.data.pragma()).connect().await.expect("opens");
    conn.execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 5; BEGIN IMMEDIATE").await.expect("begins");
    conn.execute("CREATE TABLE half (x); INSERT INTO half VALUES (randomblob(2000000))").await.expect("spills");
    let left = as_left_by_a_power_cut(&place, &key_file);
    conn.close().await.expect("close");

    let place = Place::new(left.path().join("register"));
    let journal = place.root().join("register.db-journal");
    assert!(std::fs::metadata(&journal).expect("a journal is there").len() > 0);
    let desk = Desk::open(&place, &Opener::File(left.path().join("kunci")), now).await.expect("opens");
    assert!(!journal.exists());
    assert_eq!(desk.find(&done.number).await.expect("find"), done.id);
    proof(&desk).await;
    desk.close().await.expect("close");
    std::fs::write(&journal, b"of an older file").expect("write");
    let aside = place.move_aside("kini").expect("moves");
    assert!(!journal.exists() && aside.join("register.db-journal").exists(), "never beside the next register");
    drop(dir);
}

#[tokio::test]
async fn a_damaged_register_is_moved_aside_and_never_deleted() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    let (place, opener, now) = (office.place(), office.opener(), office.now());
    let Office { dir, desk, .. } = office;
    desk.close().await.expect("close");
    let mut bytes = std::fs::read(place.register()).expect("read");
    bytes[..4096].fill(0xaa);
    std::fs::write(place.register(), &bytes).expect("harm");
    let moved_to = match Desk::open(&place, &opener, now).await {
        Err(Error::Damaged { moved_to }) => moved_to,
        other => panic!("{:?}", other.err()),
    };
    assert_eq!(std::fs::read(moved_to.join("register.db")).expect("kept"), bytes);
    assert!(matches!(Desk::open(&place, &opener, now).await, Err(Error::NoRegister)));
    drop(dir);
}

#[tokio::test]
async fn another_key_a_missing_key_and_a_newer_register_are_refused_untouched() {
    let office = Office::new().await;
    store::local::set(&mut *office.desk.store.writer.lock().await, "min_program", "99.0").await.expect("set");
    let (place, opener, now) = (office.place(), office.opener(), office.now());
    let Office { dir, desk, .. } = office;
    desk.close().await.expect("close");
    assert!(matches!(Desk::open(&place, &opener, now).await, Err(Error::Newer(needs)) if needs == "99.0"));
    let missing = Opener::File(dir.path().join("tidak-ada"));
    assert!(matches!(Desk::open(&place, &missing, now).await, Err(Error::KeyMissing)));
    std::fs::write(dir.path().join("lain"), "zz").expect("write");
    assert!(matches!(Desk::open(&place, &Opener::File(dir.path().join("lain")), now).await, Err(Error::KeyWrong)));
    assert!(place.register().exists(), "nothing was moved aside");
}

#[tokio::test]
async fn two_programs_never_write_one_register() {
    let office = Office::new().await;
    let second = Desk::open(&office.place(), &office.opener(), office.now()).await;
    assert!(matches!(second, Err(Error::Held)));
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_full_disk_in_the_middle_of_a_save_loses_nothing_and_takes_no_number() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    {
        let mut writer = office.desk.store.writer.lock().await;
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut *writer).await.expect("count");
        sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {pages}")))
            .execute(&mut *writer)
            .await
            .expect("limit");
    }
    let long = loket_domain::intake::ComplaintInput { description: "penuh ".repeat(3000), ..complaint() };
    let act = office.act(office.budi);
    assert!(matches!(office.desk.register(&long, None, act).await, Err(Error::DiskFull)));
    sqlx::query("PRAGMA max_page_count = 1000000")
        .execute(&mut *office.desk.store.writer.lock().await)
        .await
        .expect("space");
    let done = office.desk.register(&long, None, act).await.expect("the same press again");
    assert_eq!(done.number, "0043/ADU/L1/XI/2026");
    assert_eq!(proof(&office.desk).await.logs, 1);
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_clock_set_back_or_years_ahead_is_noticed_and_never_turns_numbers_back() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    let back = morning() - chrono::TimeDelta::days(60);
    let ahead = morning() + chrono::TimeDelta::days(4000);
    let input = loket_domain::intake::ComplaintInput { event_date: None, ..complaint() };
    for now in [back, ahead] {
        assert!(office.desk.notices(now).await.expect("notices").contains(&Notice::Clock));
        let act = loket_desk::Act::new(office.budi, now);
        assert!(matches!(office.desk.register(&input, None, act).await, Err(Error::Precondition("clock_doubt"))));
    }
    office.desk.confirm_clock(back).await.expect("the officer goes on");
    let done = office.desk.register(&input, None, loket_desk::Act::new(office.budi, back)).await.expect("register");
    assert_eq!(done.number, "0043/ADU/L1/XI/2026", "not September");
    assert_eq!(office.desk.detail(done.id, office.budi).await.expect("detail").complaint.facts.clock_doubt, Some(true));
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn rebuilding_gives_the_same_tables() {
    use loket_domain::vocabulary::Conveyance;
    let mut office = Office::new().await;
    for n in 0..12 {
        let done = office.register(&complaint()).await;
        let act = office.act(office.budi);
        match n % 3 {
            0 => office.desk.void(done.id, "rangkap", act).await.expect("void"),
            1 => {
                let pdf = office.dir.path().join("a.pdf");
                office.desk.save_receipt(done.id, ReceiptForm::TwoUp, &pdf, act).await.expect("save");
                let act = office.act(office.budi);
                office.desk.record_handed_over(done.id, Conveyance::InPerson, act).await.expect("handed over");
            }
            _ => drop(
                office
                    .desk
                    .correct(done.id, &loket_domain::intake::ComplaintInput { loss: "lain".into(), ..complaint() }, act)
                    .await
                    .expect("correct"),
            ),
        }
    }
    let act = office.act(office.sari);
    office.desk.add_holiday("2026-12-04".parse().expect("date"), "Hari jadi", act).await.expect("holiday");
    assert!(verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("equal") > 12);
    let mut writer = office.desk.store.writer.lock().await;
    sqlx::query("UPDATE complaint SET state = 'closed' WHERE seq = 43").execute(&mut *writer).await.expect("tamper");
    let told = verify::rebuild(&mut writer).await;
    assert!(matches!(told, Err(Error::Verify(what)) if what.to_string().contains("complaint")), "a difference is told");
    drop(writer);
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_changed_entry_part_or_order_is_found() {
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    for (harm, undo) in [
        (
            "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), '0042', '0099') AS BLOB) WHERE instr(CAST(body AS TEXT), 'complaint.registered')",
            "'0099', '0042'",
        ),
        (
            "UPDATE entry_part SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Melati', 'Kenanga') AS BLOB)",
            "'Kenanga', 'Melati'",
        ),
        ("UPDATE entry SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM entry)", ""),
    ] {
        let mut writer = office.desk.store.writer.lock().await;
        sqlx::query(harm).execute(&mut *writer).await.expect("harm");
        assert!(matches!(verify::file(&mut writer).await, Err(Error::Verify(_))), "{harm}");
        let cure = match undo {
            "" => "UPDATE entry SET seq = seq - 1 WHERE seq = (SELECT max(seq) FROM entry)".to_owned(),
            words if harm.contains("part") => {
                format!("UPDATE entry_part SET bytes = CAST(replace(CAST(bytes AS TEXT), {words}) AS BLOB)")
            }
            words => format!(
                "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), {words}) AS BLOB) WHERE instr(CAST(body AS TEXT), 'complaint.registered')"
            ),
        };
        sqlx::query(sqlx::AssertSqlSafe(cure)).execute(&mut *writer).await.expect("cure");
        verify::file(&mut writer).await.expect("whole again");
    }
    office.desk.close().await.expect("closed");
}
