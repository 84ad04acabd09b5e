//! Who may call what: signed out, wrong PINs, drafts of others, a closed program.

use crate::counter::{Counter, PIN, everything, form, office, on, open_office, request};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

/// Every command that needs an officer, with arguments of the right shape.
fn needing_an_officer() -> Vec<(&'static str, Value)> {
    let (id, date) = (request(), json!({ "day": "1", "month": "1", "year": "2027" }));
    let query = json!({ "query": everything() });
    let book = json!({ "from": "2026-01-01", "to": "2026-12-31", "version": "office" });
    let mut settings = office();
    settings
        .as_object_mut()
        .expect("object")
        .retain(|field, _| !["officers", "services", "startPassword", "secondPlace"].contains(&field.as_str()));
    vec![
        ("save_preferences", json!({ "p": { "textPercent": 100, "theme": "system", "density": "rapat" } })),
        ("drafts", json!({})),
        ("new_draft", json!({})),
        ("save_draft", json!({ "id": id, "form": form() })),
        ("delete_draft", json!({ "id": id, "reason": "x" })),
        ("check_form", json!({ "form": form() })),
        ("services", json!({})),
        ("officers", json!({})),
        ("suggestions", json!({ "field": "eventPlace", "text": "" })),
        ("attach_from_dialog", json!({ "draftId": id })),
        ("attach_dropped", json!({ "draftId": id })),
        ("taking", json!({ "draftId": id })),
        ("cancel_taking", json!({ "draftId": id })),
        ("dismiss_taking", json!({ "draftId": id })),
        ("choose_scan_folder", json!({ "draftId": id })),
        ("look_into_scan_folder", json!({ "draftId": id })),
        ("take_scans", json!({ "draftId": id, "names": ["a"] })),
        ("attach_bytes", json!({ "draftId": id, "name": "a.txt", "base64": "YQ==" })),
        ("detach", json!({ "draftId": id, "attachmentId": id })),
        ("register", json!({ "draftId": id, "form": form(), "requestId": id })),
        ("receipt_preview", json!({ "id": id, "form": "a4_two" })),
        ("print_receipt", json!({ "id": id, "form": "a4_two", "choice": on("x", 1), "requestId": id })),
        ("save_receipt", json!({ "id": id, "form": "a4_two", "requestId": id })),
        ("record_signed", json!({ "id": id })),
        ("record_handed_over", json!({ "id": id, "by": "in_person" })),
        ("list", query.clone()),
        ("detail", json!({ "id": id })),
        ("open_identity", json!({ "id": id, "reason": "x" })),
        ("correction_form", json!({ "id": id })),
        ("correct", json!({ "id": id, "form": form(), "requestId": id })),
        ("void", json!({ "id": id, "reason": "x" })),
        ("unvoid", json!({ "id": id, "reason": "x" })),
        ("step", json!({ "id": id, "input": { "kind": "note", "text": "x" }, "requestId": id })),
        ("attachment_picture", json!({ "attachmentId": format!("{id}_{id}") })),
        ("save_attachment", json!({ "id": id, "attachmentId": format!("{id}_{id}"), "form": "clean" })),
        ("list_preview", query),
        ("print_list", json!({ "query": everything(), "choice": on("x", 1) })),
        ("save_list", json!({ "query": everything(), "format": "csv" })),
        ("book_preview", json!({ "query": book })),
        ("print_book", json!({ "query": book, "choice": on("x", 1) })),
        ("save_book", json!({ "query": book, "format": "csv" })),
        ("open_numbers", json!({})),
        ("drop_number", json!({ "number": "x", "reason": "x" })),
        ("confirm_number", json!({ "number": "x" })),
        ("print_blanks", json!({ "forms": { "count": 1, "reserve": false }, "choice": on("x", 1), "requestId": id })),
        ("save_blanks", json!({ "forms": { "count": 1, "reserve": false }, "requestId": id })),
        ("form_preview", json!({ "id": id })),
        ("print_form", json!({ "id": id, "choice": on("x", 1) })),
        ("save_form", json!({ "id": id })),
        ("status", json!({})),
        ("copy_now", json!({})),
        ("set_second_place", json!({})),
        ("restore", json!({ "path": "x", "recoveryDigits": "1", "newPassword": null })),
        ("resume_numbers", json!({ "lastOnPaper": 1 })),
        ("settings", json!({})),
        ("save_office", json!({ "o": settings })),
        ("save_services", json!({ "s": [] })),
        (
            "save_officer",
            json!({ "o": { "id": "", "name": "x", "post": "", "nip": "", "roles": [], "active": true }, "pin": null }),
        ),
        ("add_holiday", json!({ "date": date, "name": "x" })),
    ]
}

#[test]
fn nothing_is_done_while_signed_out() {
    let (_dir, counter, _) = open_office();
    let id = counter.register(&form())["id"].clone();
    counter.ok("lock", json!({}));
    for (command, mut arguments) in needing_an_officer() {
        if !arguments["id"].is_null() {
            arguments["id"] = id.clone();
        }
        assert_eq!(counter.refused(command, arguments), json!({ "code": "signed_out" }), "{command}");
    }
    counter.sign_in(0);
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 1, "and nothing was done");
}

#[test]
fn wrong_pins_are_counted_and_lead_to_a_wait() {
    let (_dir, counter, _) = open_office();
    let officer = counter.ok("lock", json!({}))["officers"][0]["id"].clone();
    let attempt = |pin: &str| counter.ok("sign_in", json!({ "officerId": officer, "pin": pin }));
    let first = attempt("000000");
    assert!(first["ok"].is_null() && first["triesLeft"].as_u64().expect("number") > 0);
    let waits = (0..6).any(|_| attempt("000000")["waitSeconds"].as_u64().expect("number") > 0);
    assert!(waits, "a wait begins");
    assert!(attempt(PIN)["ok"].is_null(), "the right PIN waits too");
    let unknown = counter.refused("sign_in", json!({ "officerId": request(), "pin": PIN }));
    assert_eq!(unknown["code"], "not_found");
}

#[test]
fn drafts_belong_to_one_officer() {
    let (_dir, counter, _) = open_office();
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    counter.ok("save_draft", json!({ "id": draft, "form": form() }));
    counter.sign_in(1);
    assert_eq!(counter.ok("drafts", json!({})), json!([]));
    for (command, arguments) in [
        ("save_draft", json!({ "id": draft, "form": form() })),
        ("delete_draft", json!({ "id": draft, "reason": "x" })),
        ("attach_bytes", json!({ "draftId": draft, "name": "a.txt", "base64": "YQ==" })),
        ("taking", json!({ "draftId": draft })),
        ("cancel_taking", json!({ "draftId": draft })),
        ("look_into_scan_folder", json!({ "draftId": draft })),
    ] {
        assert_eq!(counter.refused(command, arguments)["code"], "not_found", "{command}");
    }
    counter.ok("register", json!({ "draftId": draft, "form": form(), "requestId": request() }));
    counter.sign_in(0);
    let drafts = counter.ok("drafts", json!({}));
    assert_eq!(drafts[0]["form"]["name"], "melati contohwati", "a draft survives the lock and another's registration");
    let reasonless = counter.refused("delete_draft", json!({ "id": draft, "reason": "" }));
    assert_eq!(crate::counter::fields(&reasonless), ["reason required"]);
    counter.ok("delete_draft", json!({ "id": draft, "reason": "Pelapor tidak kembali" }));
    assert_eq!(counter.ok("drafts", json!({})), json!([]));
}

#[test]
fn leaving_closes_the_register_and_the_next_start_finds_all() {
    let dir = tempfile::tempdir().expect("dir");
    let data = dir.path().join("register");
    let number = {
        let counter = Counter::over(&data);
        counter.create_office();
        counter.sign_in(0);
        let number = counter.register(&form())["number"].clone();
        let second = Counter::over(&data);
        assert_eq!(second.ok("app_state", json!({}))["kind"], "held", "one program writes");
        counter.ok("save_preferences", json!({ "p": { "textPercent": 150, "theme": "dark", "density": "lapang" } }));
        counter.ok("quit", json!({}));
        assert!(counter.person.left.load(Ordering::SeqCst));
        number
    };
    assert!(std::fs::read_dir(data.join("cadangan")).expect("copies").count() > 0, "leaving makes a copy");
    let counter = Counter::over(&data);
    assert_eq!(counter.ok("app_state", json!({}))["kind"], "sign_in");
    let session = counter.sign_in(0);
    assert_eq!(session["preferences"], json!({ "textPercent": 150, "theme": "dark", "density": "lapang" }));
    assert_eq!(counter.ok("list", json!({ "query": everything() }))["rows"][0]["number"], number);
    assert_eq!(counter.ok("app_state", json!({}))["kind"], "open", "a reload of the page keeps the session");
}

#[test]
fn a_start_password_is_asked_at_each_start() {
    let dir = tempfile::tempdir().expect("dir");
    let data = dir.path().join("register");
    let counter = Counter::without_key_file(&data);
    let mut setup = office();
    setup["startPassword"] = json!("pendek");
    let weak = counter.refused("create_office", json!({ "setup": setup }));
    assert_eq!(crate::counter::fields(&weak), ["startPassword password_weak"]);
    setup["startPassword"] = json!("sandi contoh yang panjang");
    counter.ok("create_office", json!({ "setup": setup }));
    counter.sign_in(0);
    assert_eq!(counter.ok("settings", json!({}))["startPassword"], true);
    counter.ok("quit", json!({}));

    let counter = Counter::without_key_file(&data);
    let asked = json!({ "kind": "start_password", "officeName": "Puskesmas Sukamisal" });
    assert_eq!(counter.ok("app_state", json!({})), asked);
    assert_eq!(
        counter.refused("open_with_password", json!({ "password": "bukan ini sandinya" })),
        json!({ "code": "key_wrong" })
    );
    assert_eq!(counter.ok("app_state", json!({})), asked);
    let open = counter.ok("open_with_password", json!({ "password": "sandi contoh yang panjang" }));
    assert_eq!(open["kind"], "sign_in");
}

#[test]
fn a_second_place_inside_the_register_is_refused_before_there_is_an_office() {
    let dir = tempfile::tempdir().expect("dir");
    let data = dir.path().join("register");
    let counter = Counter::over(&data);
    let mut setup = office();
    setup["secondPlace"] = json!(data.join("cadangan"));
    let error = counter.refused("create_office", json!({ "setup": setup }));
    assert_eq!(error["what"], "same");
    assert_eq!(counter.ok("app_state", json!({}))["kind"], "first_start");
}

/// A register that was written to while the PC's clock stood two days ahead.
#[test]
fn a_doubtful_clock_is_told_once_and_stops_nobody() {
    let dir = tempfile::tempdir().expect("dir");
    let data = dir.path().join("register");
    let ahead = chrono::Utc::now() + chrono::TimeDelta::days(2);
    let setup: loket_desk_setup::OfficeSetup =
        serde_json::from_value(loket_desk_setup::snake_case(&office())).expect("setup");
    let opener = loket_desk::keys::Opener::File(data.with_extension("kunci"));
    let place = loket_desk::place::Place::new(&data);
    tauri::async_runtime::block_on(async {
        let made = loket_desk::init::init(&place, &setup, false, &opener, ahead).await.expect("register");
        made.desk.close().await.expect("close");
    });
    let counter = Counter::over(&data);
    assert!(counter.ok("app_state", json!({}))["notices"].to_string().contains("clock"));
    counter.sign_in(0);
    assert_eq!(counter.ok("status", json!({}))["clockDoubt"], true);
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    let press = || json!({ "draftId": draft, "form": form(), "requestId": request() });
    let told = counter.refused("register", press());
    assert_eq!(told["what"], "clock_doubt");
    assert!(told["detail"].as_str().expect("words").contains("Betulkan jamnya"));
    let id = counter.ok("register", press())["id"].clone();
    assert!(counter.detail(&id)["facts"].to_string().contains("diragukan"), "the time is marked");
}

mod loket_desk_setup {
    pub use loket_domain::office::OfficeSetup;
    use serde_json::{Map, Value};

    /// The setup of the window as a file of `loket init` has it.
    pub fn snake_case(setup: &Value) -> Value {
        match setup {
            Value::Object(fields) => {
                let fields =
                    fields.iter().filter(|(field, _)| !["startPassword", "secondPlace"].contains(&field.as_str()));
                let renamed = fields.map(|(field, value)| {
                    let name = field.chars().fold(String::new(), |name, c| {
                        if c.is_uppercase() {
                            format!("{name}_{}", c.to_ascii_lowercase())
                        } else {
                            format!("{name}{c}")
                        }
                    });
                    let value = if field == "workWeek" { Value::from("six") } else { snake_case(value) };
                    (name, value)
                });
                Value::Object(renamed.collect::<Map<_, _>>())
            }
            Value::Array(items) => Value::Array(items.iter().map(snake_case).collect()),
            other => other.clone(),
        }
    }
}
