//! Hostile input: files that lie, and typed text that must stand nowhere open.

use loket_desk::drafts::DraftInput;
use loket_desk::files::MAX_BYTES;
use loket_desk::keys::Opener;
use loket_desk::picture::Unseen;
use loket_desk::place::Place;
use loket_desk::reading;
use loket_desk::{Error, snapshot::beside};
use loket_tests::office::{Office, complaint, morning, office};

#[tokio::test]
async fn attachments_that_make_no_sense_are_refused_by_name_of_the_reason() {
    let office = Office::new().await;
    let draft = office.draft().await;
    let attach = |name: &'static str, bytes: Vec<u8>| {
        let (desk, now) = (&office.desk, office.now());
        async move { desk.attach(draft, name, &bytes, now).await }
    };
    assert!(matches!(attach("kosong.pdf", vec![]).await, Err(Error::Attachment("empty"))));
    assert!(
        matches!(attach("program.jpg", b"MZ\x90\0\x03".to_vec()).await, Err(Error::Attachment("type"))),
        "a lying name"
    );
    assert!(matches!(attach("besar.png", vec![0; 26 << 20]).await, Err(Error::Attachment("too_big"))));
    let huge = office.dir.path().join("besar.bin");
    std::fs::File::create(&huge).expect("file").set_len(200 << 20).expect("200 MB");
    let read = |path: std::path::PathBuf| async move { reading::whole(&path, MAX_BYTES, |_| {}).await };
    assert!(matches!(read(huge).await, Err(Error::Attachment("too_big"))));
    assert!(matches!(read(office.dir.path().to_owned()).await, Err(Error::Attachment("unreadable"))));
    let taken = attach("../../etc/foto.jpg", b"\xff\xd8\xff\xe0".to_vec()).await.expect("jpeg");
    assert_eq!((taken.name.as_str(), taken.unseen), ("foto.jpg", Some(Unseen::Broken)), "kept, and told");
    let gone = office.desk.attach(uuid::Uuid::now_v7(), "a.txt", b"a", office.now()).await;
    assert!(matches!(gone, Err(Error::NotFound("draft"))), "no file hangs on nothing");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn no_text_that_a_person_types_stands_in_a_body_or_open_on_disk() {
    const MARK: &str = "Zqxmarker";
    let mut setup = office();
    for text in [
        &mut setup.name,
        &mut setup.parent_agency,
        &mut setup.government,
        &mut setup.address,
        &mut setup.phone,
        &mut setup.email,
        &mut setup.city,
        &mut setup.manager_name,
        &mut setup.manager_phone,
        &mut setup.pdp_officer,
        &mut setup.pdp_contact,
        &mut setup.service_hours,
    ] {
        *text = format!("{MARK} {text}");
    }
    for officer in &mut setup.officers {
        officer.name = format!("{MARK} {}", officer.name);
        officer.post = MARK.into();
        officer.nip = MARK.into();
    }
    setup.services = vec![MARK.into()];
    let dir = tempfile::tempdir().expect("dir");
    let (place, opener) = (Place::new(dir.path().join("r")), Opener::File(dir.path().join("k")));
    let desk = loket_desk::init::init(&place, &setup, false, &opener, morning()).await.expect("init").desk;
    let officer = desk.officers().await.expect("officers")[1].id;
    let act = || loket_desk::Act::new(officer, morning());
    let mut input = complaint();
    for text in [
        &mut input.name,
        &mut input.phone,
        &mut input.email,
        &mut input.nik,
        &mut input.address,
        &mut input.village_text,
        &mut input.occupation,
        &mut input.on_behalf_of,
        &mut input.service_text,
        &mut input.event_place,
        &mut input.subject,
        &mut input.description,
        &mut input.loss,
        &mut input.settlement,
        &mut input.accused_text,
        &mut input.channel_ref,
    ] {
        *text = MARK.into();
    }
    let draft = uuid::Uuid::now_v7();
    let empty = DraftInput { form: "{}", title: MARK, has_description: false };
    desk.new_draft(act().officer, draft, empty, morning()).await.expect("draft");
    desk.attach(draft, &format!("{MARK}.txt"), b"catatan", morning()).await.expect("attach");
    let done = desk.register(&input, Some(draft), act()).await.expect("register");
    desk.correct(done.id, &loket_domain::intake::ComplaintInput { loss: format!("{MARK} 2"), ..input }, act())
        .await
        .expect("correct");
    desk.step(done.id, &loket_desk::steps::Step::Note { text: MARK.into() }, act()).await.expect("note");
    desk.open_identity(done.id, MARK, act()).await.expect("open");
    desk.void(done.id, MARK, act()).await.expect("void");
    desk.add_holiday("2026-12-01".parse().expect("date"), MARK, act()).await.expect("holiday");
    let mut writer = desk.store.writer.lock().await;
    let found: i64 =
        sqlx::query_scalar("SELECT count(*) FROM entry WHERE instr(lower(CAST(body AS TEXT)), 'zqxmarker')")
            .fetch_one(&mut *writer)
            .await
            .expect("count");
    assert_eq!(found, 0, "a body holds typed text");
    let parts: i64 =
        sqlx::query_scalar("SELECT count(*) FROM entry_part WHERE instr(lower(CAST(bytes AS TEXT)), 'zqxmarker')")
            .fetch_one(&mut *writer)
            .await
            .expect("count");
    assert!(parts > 8, "the marker was written: {parts}");
    drop(writer);
    desk.snapshot(morning()).await.expect("snapshot");
    desk.close().await.expect("close");
    let mut folders = vec![place.root().to_owned()];
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).expect("list") {
            let path = file.expect("file").path();
            assert!(!path.to_string_lossy().contains(MARK), "name of a file");
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).expect("read");
                // The key file names the office, so that a person knows which register this is.
                let text = String::from_utf8_lossy(&bytes).replace(&format!("{MARK} UPTD Puskesmas Sukamisal"), "");
                assert!(!text.contains(MARK), "{}", path.display());
                assert!(!bytes.starts_with(b"SQLite format 3"), "a plain database: {}", path.display());
            }
        }
    }
    assert!(beside(&place.register(), "x").ends_with("register.x"));
}
