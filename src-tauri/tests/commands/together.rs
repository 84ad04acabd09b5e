//! Hints, links and several reporters through the commands of the window.

use crate::counter::{everything, fields, form, form_with, open_office, request};
use serde_json::{Value, json};

fn hartono() -> Value {
    form_with(
        json!({ "name": "hartono umpama", "phone": "0899 0000 0140", "nik": "", "description": "Loket obat tutup satu, saya antre lima jam bersama ibu itu." }),
    )
}

#[test]
fn a_hint_is_linked_with_the_number_or_hidden_for_good() {
    let (_dir, counter, _) = open_office();
    let first = counter.register(&form());
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    let look = |form: &Value| counter.ok("similar", json!({ "draftId": draft, "form": form }));
    let hits = look(&form());
    assert_eq!(
        (&hits[0]["complaint"]["id"], &hits[0]["linked"], &hits[0]["mergeRefused"]),
        (&first["id"], &json!(false), &Value::Null)
    );
    assert_eq!(hits[0]["complaint"]["person"], "Melati C.");
    assert!(hits[0]["reasons"].to_string().contains("HP sama"), "{hits}");
    let say = |choice: &str| json!({ "draftId": draft, "complaintId": first["id"], "choice": choice });
    counter.ok("choose_similar", say("other"));
    assert_eq!(look(&form()), json!([]));
    counter.ok("choose_similar", say("link"));
    assert_eq!(look(&hartono())[0]["linked"], true);
    let second = counter.ok("register", json!({ "draftId": draft, "form": form(), "requestId": request() }));
    assert_eq!(counter.detail(&first["id"])["together"]["links"][0]["number"], second["number"]);
    counter.ok("unlink", json!({ "complaintId": first["id"], "otherId": second["id"] }));
    assert_eq!(counter.detail(&second["id"])["together"]["links"], json!([]));
    for (command, arguments) in [
        ("similar", json!({ "draftId": "x", "form": form() })),
        ("choose_similar", json!({ "draftId": uuid::Uuid::nil(), "complaintId": first["id"], "choice": "link" })),
        ("unlink", json!({ "complaintId": first["id"], "otherId": second["id"] })),
        ("separate", json!({ "reporterId": first["id"], "reason": "x", "requestId": request() })),
    ] {
        assert_eq!(counter.refused(command, arguments)["code"], "not_found", "{command}");
    }
}

#[test]
fn a_further_reporter_has_papers_of_their_own_and_goes_again() {
    let (_dir, counter, _) = open_office();
    let first = counter.register(&form());
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    let merge =
        |form: Value| json!({ "draftId": draft, "form": form, "complaintId": first["id"], "requestId": request() });
    assert_eq!(fields(&counter.refused("merge", merge(form_with(json!({ "name": "" }))))), ["name required"]);
    let joined = counter.ok("merge", merge(hartono()));
    assert_eq!(
        (&joined["number"], &joined["complaintId"], &joined["reporter"]),
        (&first["number"], &first["id"], &json!("Pelapor ke-2 dari 2"))
    );
    assert_ne!(joined["trackingCode"], first["trackingCode"]);
    assert_eq!(counter.ok("drafts", json!({})), json!([]));
    let paper = counter.ok("receipt_preview", json!({ "id": joined["id"], "form": "a4_two" }))["text"].to_string();
    assert!(paper.contains("Hartono Umpama") && !paper.contains("Melati"), "{paper}");

    let pane = counter.detail(&first["id"]);
    let who = &pane["together"]["reporters"][0];
    assert_eq!(
        (&who["person"], &who["label"], &who["mayPrint"]),
        (&json!("Hartono U."), &json!("Pelapor ke-2"), &json!(true))
    );
    assert_eq!(pane["deadlines"].as_array().expect("clocks").len(), 2, "two clocks run");
    let opened = counter.ok("open_identity", json!({ "id": joined["id"], "reason": "" }));
    assert!(opened.to_string().contains("0899-0000-0140") && !opened.to_string().contains("Melati"));
    let answer = json!({ "kind": "answered", "date": { "day": "h", "month": "", "year": "" }, "time": "23.59", "by": "in_person", "recipient": "x", "text": "x" });
    let late = counter.refused("step", json!({ "id": joined["id"], "input": answer, "requestId": request() }));
    assert_eq!(late["code"], "invalid", "an answer of tonight has not been conveyed");
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["count"], 1);

    let gone = counter
        .ok("separate", json!({ "reporterId": joined["id"], "reason": "Kejadiannya lain", "requestId": request() }));
    assert_eq!(
        (&gone["id"], &gone["trackingCode"], &gone["reporter"]),
        (&joined["id"], &joined["trackingCode"], &Value::Null)
    );
    assert_ne!(gone["number"], first["number"]);
    let pane = counter.detail(&first["id"]);
    assert_eq!(
        (&pane["together"]["reporters"], &pane["together"]["links"][0]["number"]),
        (&json!([]), &gone["number"])
    );
    assert_eq!(pane["timeline"][0]["title"], "Pelapor tambahan dipisahkan");
    counter.sign_in(2);
    assert_eq!(counter.detail(&first["id"])["together"]["may"], false, "an auditor ties nothing");
    assert_eq!(
        counter.refused("unlink", json!({ "complaintId": first["id"], "otherId": gone["id"] }))["code"],
        "not_allowed"
    );
}
