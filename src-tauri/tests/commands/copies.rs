//! Copies, and a register that is built again from one.

use crate::counter::{Counter, everything, form, open_office, request};
use serde_json::json;

#[test]
fn a_copy_restores_on_another_pc_and_the_numbers_rest() {
    let (dir, counter, blocks) = open_office();
    counter.register(&form());
    let usb = dir.path().join("usb");
    std::fs::create_dir(&usb).expect("folder");
    counter.will_choose(&usb);
    let chosen = counter.ok("set_second_place", json!({}));
    assert_eq!(chosen["secondPlaceReachable"], true);
    let copies = counter.ok("copy_now", json!({}));
    assert_eq!((&copies["last"]["complaints"], &copies["lastSecond"]["place"]), (&json!(1), &json!("second")));
    let status = counter.ok("status", json!({}));
    assert!(status["lastCopy"].as_str().expect("text").starts_with("Cadangan terakhir "), "{status}");
    counter.ok("quit", json!({}));

    let other = Counter::over(&dir.path().join("komputer-baru"));
    other.will_choose(&usb);
    let found = other.ok("snapshots_in", json!({ "folder": null }));
    assert_eq!((&found[0]["complaints"], &found[0]["place"]), (&json!(1), &json!("other")));
    let path = found[0]["path"].clone();
    let wrong =
        other.refused("restore", json!({ "path": path, "recoveryDigits": "0".repeat(48), "newPassword": null }));
    assert_eq!(wrong, json!({ "code": "key_wrong" }));
    assert_eq!(other.ok("app_state", json!({}))["kind"], "first_start", "a failed restore leaves nothing behind");
    let state = other.ok("restore", json!({ "path": path, "recoveryDigits": blocks.join(" "), "newPassword": null }));
    assert_eq!(state["kind"], "sign_in");
    let kinds = state["notices"].to_string();
    assert!(kinds.contains("restored") && kinds.contains("frozen"), "{kinds}");

    let session = other.sign_in(0);
    assert_eq!(session["numbersFrozen"], true);
    assert_eq!(other.ok("count", json!({ "query": everything() }))["all"], 1);
    let draft = other.ok("new_draft", json!({}));
    let arguments = json!({ "draftId": draft["id"], "form": form(), "requestId": request() });
    assert_eq!(other.refused("register", arguments.clone())["code"], "number_series_frozen");
    assert_eq!(other.ok("check_form", json!({ "form": form() }))["nextNumber"], json!(null));
    let low = other.refused("resume_numbers", json!({ "lastOnPaper": 3 }));
    assert_eq!(low["fields"][0]["field"], "lastOnPaper");
    other.ok("resume_numbers", json!({ "lastOnPaper": 151 }));
    let done = other.ok("register", arguments);
    assert!(done["number"].as_str().expect("number").starts_with("0152/"), "{done}");
}

#[test]
fn an_admin_restores_over_an_open_register_and_nobody_else_does() {
    let (_dir, counter, blocks) = open_office();
    counter.register(&form());
    let path = counter.ok("copy_now", json!({}))["last"]["path"].clone();
    counter.register(&form());
    let arguments = |digits: &str| json!({ "path": path, "recoveryDigits": digits, "newPassword": null });
    counter.sign_in(1);
    assert_eq!(counter.refused("restore", arguments(&blocks.concat()))["code"], "not_allowed");
    counter.sign_in(0);
    assert_eq!(counter.refused("restore", arguments("123"))["code"], "key_wrong");
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 2, "the open register stays open");
    counter.ok("restore", arguments(&blocks.concat()));
    counter.sign_in(0);
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 1);
}

#[test]
fn a_lost_key_and_a_damaged_file_are_states_with_a_way_out() {
    let dir = tempfile::tempdir().expect("dir");
    let data = dir.path().join("register");
    let blocks = {
        let counter = Counter::over(&data);
        let blocks = counter.create_office();
        counter.sign_in(0);
        counter.register(&form());
        counter.ok("quit", json!({}));
        blocks
    };
    std::fs::remove_file(data.with_extension("kunci")).expect("lose the key");
    let counter = Counter::over(&data);
    let state = counter.ok("app_state", json!({}));
    assert_eq!(state, json!({ "kind": "key_missing", "officeName": "Puskesmas Sukamisal" }));
    let state = counter.ok("open_with_recovery_key", json!({ "digits": blocks.concat(), "newPassword": null }));
    assert_eq!(state["kind"], "sign_in");
    counter.ok("quit", json!({}));

    std::fs::write(data.join("register.db"), vec![7; 8192]).expect("damage");
    let counter = Counter::over(&data);
    let state = counter.ok("app_state", json!({}));
    assert_eq!(state["kind"], "damaged");
    assert!(state["movedTo"].as_str().expect("name").starts_with("rusak-"));
    let snapshot = state["snapshots"][0]["path"].clone();
    assert!(snapshot.is_string(), "{state}");
    assert_eq!(counter.ok("app_state", json!({}))["kind"], "damaged", "and stays so until it is mended");
    let state =
        counter.ok("restore", json!({ "path": snapshot, "recoveryDigits": blocks.concat(), "newPassword": null }));
    assert_eq!(state["kind"], "sign_in");
    counter.sign_in(0);
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 1);
}
