//! Files on their way in and out: many at once, cancelled, from the scanner's folder, and without the camera's data.

use crate::counter::{Counter, form, open_office, request};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// An invented photo with a place, a maker and a comment, stored lying.
const PHOTO: &[u8] = include_bytes!("../../../tests/fixtures/foto-gps.jpg");
/// What its camera wrote.
const MARK: &[u8] = b"KAMERA-CONTOH";

fn draft(counter: &Counter) -> Value {
    counter.ok("new_draft", json!({}))["id"].clone()
}

/// Asks until nothing is on its way any more.
fn settled(counter: &Counter, draft: &Value) -> Value {
    let began = Instant::now();
    loop {
        let taking = counter.ok("taking", json!({ "draftId": draft }));
        let unfinished = states(&taking).iter().filter(|(_, s)| s == "waiting" || s == "reading").count();
        if unfinished == 0 {
            return taking;
        }
        assert!(began.elapsed() < Duration::from_secs(120), "{taking}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Name and state of each file on its way.
fn states(taking: &Value) -> Vec<(String, String)> {
    list(&taking["files"]).iter().map(|f| (text(&f["name"]), text(&f["state"]))).collect()
}

/// Writes a file and tells where.
fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

/// A PDF by its first bytes, of this many.
fn pdf(size: usize) -> Vec<u8> {
    let mut bytes = vec![0x20; size];
    bytes[..8].copy_from_slice(b"%PDF-1.7");
    bytes
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|w| w == needle)
}

/// Registers a draft and gives the complaint in full.
fn registered(counter: &Counter, draft: &Value) -> Value {
    let done = counter.ok("register", json!({ "draftId": draft, "form": form(), "requestId": request() }));
    counter.detail(&done["id"])
}

#[test]
fn one_bad_file_stops_no_other_and_each_says_why() {
    let (dir, counter, _) = open_office();
    let draft = draft(&counter);
    let most = 25 * 1024 * 1024;
    let chosen = [
        file(dir.path(), "foto.jpg", PHOTO),
        file(dir.path(), "kosong.pdf", b""),
        file(dir.path(), "program.jpg", b"MZ\x90\0\x03"),
        file(dir.path(), "foto-loket.heic", b"\0\0\0\x18ftypheic\0\0\0\0"),
        dir.path().join("tidak-ada.pdf"),
        dir.path().to_owned(),
        file(dir.path(), "pas.pdf", &pdf(most)),
        file(dir.path(), "lebih.pdf", &pdf(most + 1)),
        file(dir.path(), "rusak.jpg", &PHOTO[..40]),
        file(dir.path(), "surat.pdf", &pdf(64)),
    ];
    counter.will_choose_all(chosen.to_vec());
    counter.ok("attach_from_dialog", json!({ "draftId": draft }));
    let taking = settled(&counter, &draft);
    let said: Vec<_> = list(&taking["files"]).iter().map(|f| (text(&f["state"]), text(&f["reason"]))).collect();
    let expected = [
        ("taken", ""),
        ("refused", "empty"),
        ("refused", "type"),
        ("refused", "type"),
        ("refused", "unreadable"),
        ("refused", "unreadable"),
        ("taken", ""),
        ("refused", "too_big"),
        ("taken", ""),
        ("taken", ""),
    ];
    assert_eq!(said, expected.map(|(state, reason)| (state.to_owned(), reason.to_owned())));
    assert_eq!(list(&taking["files"])[8]["unseen"], "broken", "kept, and told while the complainant is here");
    assert_eq!(list(&taking["attachments"]).len(), 4);
    let after = counter.ok("dismiss_taking", json!({ "draftId": draft }));
    assert_eq!((list(&after["files"]).len(), list(&after["attachments"]).len()), (0, 4));
    let detail = registered(&counter, &draft);
    assert_eq!(list(&detail["attachments"]).len(), 4);
    let broken = &list(&detail["attachments"])[2]["id"];
    let picture = counter.ok("attachment_picture", json!({ "attachmentId": broken }));
    assert!(list(&picture["pages"]).is_empty() && text(&picture["text"]).contains("rusak"), "{picture}");
}

#[test]
fn two_hundred_files_at_once_come_in_and_registering_leaves_none_behind() {
    let (dir, counter, _) = open_office();
    let draft = draft(&counter);
    let chosen = (0..200).map(|n| file(dir.path(), &format!("{n:03}.txt"), format!("catatan {n}").as_bytes()));
    counter.will_choose_all(chosen.collect());
    counter.ok("attach_from_dialog", json!({ "draftId": draft }));
    let began = Instant::now();
    let done = loop {
        let call = json!({ "draftId": draft, "form": form(), "requestId": request() });
        match counter.call("register", call) {
            Ok(done) => break done,
            Err(error) => {
                assert_eq!(
                    (&error["code"], &error["what"]),
                    (&json!("precondition"), &json!("attachments_unfinished"))
                );
                assert!(text(&error["detail"]).contains(".txt"), "the files are named: {error}");
                assert!(began.elapsed() < Duration::from_secs(120));
            }
        }
    };
    let attachments = counter.detail(&done["id"])["attachments"].clone();
    let names: Vec<String> = list(&attachments).iter().map(|a| text(&a["name"])).collect();
    assert_eq!(names, (0..200).map(|n| format!("{n:03}.txt")).collect::<Vec<_>>(), "all, in their order");
}

#[test]
fn cancelling_keeps_what_is_taken_and_takes_no_more() {
    let (dir, counter, _) = open_office();
    let draft = draft(&counter);
    let chosen = (0..60).map(|n| file(dir.path(), &format!("{n:02}.pdf"), &pdf(4 << 20)));
    counter.will_choose_all(chosen.collect());
    counter.ok("attach_from_dialog", json!({ "draftId": draft }));
    while list(&counter.ok("taking", json!({ "draftId": draft }))["attachments"]).is_empty() {
        std::thread::sleep(Duration::from_millis(5));
    }
    counter.ok("cancel_taking", json!({ "draftId": draft }));
    let taking = settled(&counter, &draft);
    let count = |state: &str| states(&taking).iter().filter(|(_, s)| s == state).count();
    assert!(count("taken") >= 1 && count("cancelled") >= 1, "{:?}", states(&taking));
    assert_eq!(count("taken") + count("cancelled"), 60);
    let detail = registered(&counter, &draft);
    let taken = list(&detail["attachments"]).len();
    assert!(taken >= count("taken") && taken <= count("taken") + 1, "what was being written is taken whole");
}

#[test]
fn files_come_in_while_the_screen_is_locked_and_a_deleted_draft_takes_none() {
    let (dir, counter, _) = open_office();
    let id = draft(&counter);
    counter.will_choose_all((0..5).map(|n| file(dir.path(), &format!("{n}.jpg"), PHOTO)).collect());
    counter.ok("attach_from_dialog", json!({ "draftId": id }));
    counter.sign_in(0);
    assert_eq!(list(&settled(&counter, &id)["attachments"]).len(), 5);

    let gone = draft(&counter);
    counter.will_choose_all((0..5).map(|n| file(dir.path(), &format!("{n}.jpg"), PHOTO)).collect());
    counter.ok("attach_from_dialog", json!({ "draftId": gone }));
    counter.ok("delete_draft", json!({ "id": gone, "reason": "" }));
    assert_eq!(counter.refused("taking", json!({ "draftId": gone }))["code"], "not_found");
}

#[test]
fn dropped_files_are_taken_once_and_their_places_stay_with_the_program() {
    let (dir, counter, _) = open_office();
    let draft = draft(&counter);
    counter.shell.drop_files(vec![file(dir.path(), "seret.jpg", PHOTO)]);
    counter.ok("attach_dropped", json!({ "draftId": draft }));
    let taking = settled(&counter, &draft);
    assert_eq!(states(&taking), [("seret.jpg".to_owned(), "taken".to_owned())]);
    assert!(!taking.to_string().contains(&*dir.path().to_string_lossy()), "no path reaches the page");
    let again = counter.ok("attach_dropped", json!({ "draftId": draft }));
    assert_eq!(list(&again["attachments"]).len(), 1);
}

#[test]
fn scans_are_copied_from_their_folder_and_a_folder_that_goes_stops_nothing() {
    let (dir, counter, _) = open_office();
    let draft = draft(&counter);
    let look = || counter.ok("look_into_scan_folder", json!({ "draftId": draft }));
    assert_eq!(look()["folder"], Value::Null, "none was chosen yet");
    let folder = dir.path().join("Pindaian");
    std::fs::create_dir(&folder).expect("folder");
    counter.will_choose_all(Vec::new());
    assert_eq!(counter.ok("choose_scan_folder", json!({ "draftId": draft })), Value::Null, "cancelled");
    counter.will_choose(&folder);
    assert_eq!(counter.ok("choose_scan_folder", json!({ "draftId": draft }))["folder"], "Pindaian");

    let scan = file(&folder, "pindai 0001.jpg", PHOTO);
    let outside = file(dir.path(), "kunci.txt", b"bukan pindaian");
    assert_eq!(look()["files"][0]["state"], "being_written");
    let seen = look();
    assert_eq!((&seen["files"][0]["state"], &seen["trouble"]), (&json!("ready"), &Value::Null));
    let names = ["../kunci.txt", &outside.to_string_lossy(), "tidak ada.jpg", "pindai 0001.jpg"];
    counter.ok("take_scans", json!({ "draftId": draft, "names": names }));
    let taking = settled(&counter, &draft);
    assert_eq!(
        states(&taking),
        [("pindai 0001.jpg".to_owned(), "taken".to_owned())],
        "no name leads out of the folder"
    );
    assert_eq!(look()["files"][0]["state"], "taken");
    assert_eq!(std::fs::read(&scan).expect("the scan stays"), PHOTO);

    std::fs::remove_dir_all(&folder).expect("pulled out");
    assert_eq!(look()["trouble"], "gone");
    counter.ok("take_scans", json!({ "draftId": draft, "names": ["pindai 0001.jpg"] }));
    let refused = settled(&counter, &draft);
    assert_eq!(list(&refused["files"]).last().expect("file")["reason"], "unreadable");
    counter.will_choose(&outside);
    counter.ok("attach_from_dialog", json!({ "draftId": draft }));
    assert_eq!(list(&settled(&counter, &draft)["attachments"]).len(), 2, "the form goes on");
    std::fs::create_dir(&folder).expect("back");
    assert_eq!(look()["trouble"], Value::Null);
}

#[test]
fn what_leaves_the_office_carries_no_camera_data_unless_somebody_wants_it() {
    let (dir, counter, _) = open_office();
    let draft = draft(&counter);
    let mut bomb = include_bytes!("../../../tests/fixtures/abu-abu.png").to_vec();
    bomb[16..24].copy_from_slice(&[50_000_u32.to_be_bytes(), 50_000_u32.to_be_bytes()].concat());
    let chosen = [
        file(dir.path(), "foto.jpg", PHOTO),
        file(dir.path(), "rekaman.mp3", b"ID3\x04\0\0\0\0\0\0KAMERA-CONTOH"),
        file(dir.path(), "bom.png", &bomb),
    ];
    counter.will_choose_all(chosen.to_vec());
    counter.ok("attach_from_dialog", json!({ "draftId": draft }));
    settled(&counter, &draft);
    let detail = registered(&counter, &draft);
    let id = &detail["row"]["id"];
    let key = |n: usize| list(&detail["attachments"])[n]["id"].clone();
    let save = |n: usize, form: &str| {
        counter.call("save_attachment", json!({ "id": id, "attachmentId": key(n), "form": form }))
    };

    let picture = counter.ok("attachment_picture", json!({ "attachmentId": key(0) }));
    let page = &list(&picture["pages"])[0];
    assert_eq!((&picture["picture"], &page["width"], &page["height"]), (&json!("jpeg"), &json!(900), &json!(1200)));
    let bomb = counter.ok("attachment_picture", json!({ "attachmentId": key(2) }));
    assert!(list(&bomb["pages"]).is_empty(), "a picture of 50.000 × 50.000 is not decoded");

    let (clean, original) = (dir.path().join("bersih.jpg"), dir.path().join("asli.jpg"));
    counter.will_choose(&clean);
    assert_eq!(save(0, "clean").expect("saved"), "bersih.jpg");
    let copy = std::fs::read(&clean).expect("copy");
    for needle in [MARK, b"ns.adobe.com", &54_321_u32.to_le_bytes()] {
        assert!(contains(PHOTO, needle) && !contains(&copy, needle), "{}", String::from_utf8_lossy(needle));
    }
    counter.will_choose(&original);
    save(0, "original").expect("saved");
    assert_eq!(std::fs::read(&original).expect("copy"), PHOTO, "byte for byte as it came in");

    let error = save(1, "clean").expect_err("sound keeps what stands in it");
    assert_eq!(error, json!({ "code": "attachment", "name": "rekaman.mp3", "reason": "uncleaned" }));
    counter.will_choose(&dir.path().join("rekaman-keluar.mp3"));
    save(1, "original").expect("saved");
    counter.will_choose_all(Vec::new());
    assert_eq!(save(0, "clean").expect("cancelled"), Value::Null);

    let timeline = counter.detail(id)["timeline"].clone();
    let titles: Vec<String> = list(&timeline).iter().map(|i| text(&i["title"])).collect();
    let count = |end: &str| titles.iter().filter(|t| t.contains("disimpan di luar") && t.ends_with(end)).count();
    assert_eq!((count("tanpa data kamera"), count("berkas asli")), (1, 2), "{titles:?}");
}
