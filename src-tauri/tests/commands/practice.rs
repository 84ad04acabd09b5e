//! The practice office beside the real one.

use crate::counter::{Counter, everything, form, open_office, request};
use serde_json::json;

#[test]
fn practice_never_mixes_with_the_office() {
    let (_dir, counter, _) = open_office();
    counter.register(&form());
    let state = counter.ok("enter_practice", json!({}));
    assert_eq!((&state["kind"], &state["practice"]), (&json!("sign_in"), &json!(true)));
    assert_eq!(counter.refused("list", json!({ "query": everything() }))["code"], "signed_out", "the session ends");
    let pin = loket_desk::practice::PIN;
    let reply = counter.ok("sign_in", json!({ "officerId": state["officers"][0]["id"], "pin": pin }));
    assert_eq!(reply["ok"]["practice"], true);
    let page = counter.ok("list", json!({ "query": everything() }));
    let rows = page["rows"].as_array().expect("rows");
    assert!(rows.len() >= 12);
    assert!(rows.iter().all(|r| r["number"].as_str().expect("number").starts_with("LATIHAN-")));
    let draft = counter.ok("new_draft", json!({}));
    let done = counter.ok("register", json!({ "draftId": draft["id"], "form": form(), "requestId": request() }));
    assert!(done["number"].as_str().expect("number").starts_with("LATIHAN-"));
    assert!(
        counter.ok("receipt_preview", json!({ "id": done["id"], "form": "a4_two" }))["text"]
            .as_str()
            .expect("text")
            .contains("LATIHAN")
    );
    assert_eq!(counter.ok("stories", json!({})).as_array().expect("stories").len(), 10);

    let state = counter.ok("leave_practice", json!({}));
    assert_eq!((&state["kind"], &state["practice"]), (&json!("sign_in"), &json!(false)));
    counter.sign_in(0);
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 1);
}

#[test]
fn practice_is_there_before_the_office_is() {
    let dir = tempfile::tempdir().expect("dir");
    let counter = Counter::over(&dir.path().join("register"));
    assert_eq!(counter.ok("enter_practice", json!({}))["practice"], true);
    assert_eq!(counter.ok("leave_practice", json!({}))["kind"], "first_start");
    counter.create_office();
    assert_eq!(counter.ok("app_state", json!({}))["practice"], false);
}
