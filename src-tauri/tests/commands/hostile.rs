//! Wrong and hostile input: it is refused with a code, changes nothing, and stands in no log.

use crate::counter::{Counter, everything, fields, form, form_with, on, open_office, request};
use serde_json::{Value, json};

#[test]
fn arguments_of_a_wrong_shape_are_refused() {
    let (_dir, counter, _) = open_office();
    for (command, arguments) in [
        ("detail", json!({})),
        ("detail", json!({ "id": 7 })),
        ("detail", json!({ "id": null })),
        ("list", json!({ "query": { "text": "" } })),
        ("register", json!({ "draftId": "x", "form": [], "requestId": "y" })),
        ("save_draft", json!({ "id": "x", "form": { "name": "Melati" } })),
        ("step", json!({ "id": "x", "input": { "kind": "destroyed" }, "requestId": "y" })),
        ("record_handed_over", json!({ "id": "x", "by": "pigeon" })),
        ("resume_numbers", json!({ "lastOnPaper": -1 })),
        ("save_preferences", json!({ "p": { "textPercent": "besar", "theme": "pink", "density": "" } })),
        ("create_office", json!({ "setup": { "kind": "castle" } })),
        ("no_such_command", json!({})),
    ] {
        counter.refused(command, arguments);
    }
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 0);
}

#[test]
fn unknown_ids_are_not_found() {
    let (_dir, counter, _) = open_office();
    let unknown = request();
    for id in [unknown.as_str(), "", "1", "' OR 1=1 --", "../../etc/passwd", "\u{0}", "💥"] {
        let pair = format!("{id}_{id}");
        for (command, arguments) in [
            ("detail", json!({ "id": id })),
            ("receipt_preview", json!({ "id": id, "form": "a4_two" })),
            ("save_receipt", json!({ "id": id, "form": "a4_two", "requestId": request() })),
            ("record_signed", json!({ "id": id })),
            ("open_identity", json!({ "id": id, "reason": "x" })),
            ("correction_form", json!({ "id": id })),
            ("correct", json!({ "id": id, "form": form(), "requestId": request() })),
            ("void", json!({ "id": id, "reason": "x" })),
            ("unvoid", json!({ "id": id, "reason": "x" })),
            ("step", json!({ "id": id, "input": { "kind": "note", "text": "x" }, "requestId": request() })),
            ("attachment_picture", json!({ "attachmentId": pair })),
            ("save_attachment", json!({ "id": id, "attachmentId": pair, "form": "original" })),
            ("delete_draft", json!({ "id": id, "reason": "x" })),
            ("save_draft", json!({ "id": id, "form": form() })),
        ] {
            assert_eq!(counter.refused(command, arguments)["code"], "not_found", "{command} {id:?}");
        }
    }
}

#[test]
fn an_attachment_is_given_with_its_own_complaint_only() {
    let (_dir, counter, _) = open_office();
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    counter.ok("attach_bytes", json!({ "draftId": draft, "name": "a.txt", "base64": "YQ==" }));
    let with =
        counter.ok("register", json!({ "draftId": draft, "form": form(), "requestId": request() }))["id"].clone();
    let without = counter.register(&form())["id"].clone();
    let key = counter.detail(&with)["attachments"][0]["id"].as_str().expect("id").to_owned();
    let file = key.split_once('_').expect("pair").1;
    let crossed = format!("{}_{file}", without.as_str().expect("id"));
    assert_eq!(counter.refused("attachment_picture", json!({ "attachmentId": crossed }))["code"], "not_found");
    assert_eq!(
        counter.refused("save_attachment", json!({ "id": without, "attachmentId": key, "form": "clean" }))["code"],
        "not_found"
    );
}

#[test]
fn endless_texts_are_measured_not_swallowed() {
    let (_dir, counter, _) = open_office();
    let long = "panjang ".repeat(500_000);
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    let endless =
        form_with(json!({ "description": long, "name": long, "loss": long, "subject": long, "subjectEdited": true }));
    assert_eq!(
        fields(&counter.refused("save_draft", json!({ "id": draft, "form": endless }))),
        ["description too_long"]
    );
    let error = counter.refused("register", json!({ "draftId": draft, "form": endless, "requestId": request() }));
    let fields = fields(&error);
    for field in ["description too_long", "name too_long", "loss too_long", "subject too_long"] {
        assert!(fields.iter().any(|f| f == field), "{field} in {fields:?}");
    }
    assert!(error.to_string().len() < 2_000, "the error does not repeat what was typed");
    let mut query = everything();
    query["text"] = json!(long);
    counter.ok("list", json!({ "query": query }));
    counter.ok("search_regions", json!({ "query": long }));
    counter.ok("suggestions", json!({ "field": "loss", "text": long }));
    counter.refused("sign_in", json!({ "officerId": request(), "pin": long }));
    counter.refused("open_with_recovery_key_", json!({ "digits": long }));
}

#[test]
fn searches_are_words_never_syntax() {
    let (_dir, counter, _) = open_office();
    counter.register(&form());
    for text in [
        "\"",
        "a OR b",
        "NEAR(x y)",
        "words:*",
        "(((",
        "';--",
        "-",
        "*",
        "\\",
        "{a}",
        "^obat",
        "obat AND",
        "\u{202e}tabo",
    ] {
        let mut query = everything();
        query["text"] = json!(text);
        counter.ok("list", json!({ "query": query }));
    }
    for cursor in ["", "|", "x|y", "'; DROP TABLE complaint; --|1", "999999999999999999999|999999999999999999999"] {
        let mut query = everything();
        query["cursor"] = json!(cursor);
        counter.ok("list", json!({ "query": query }));
    }
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 1);
}

#[test]
fn dates_that_make_no_sense_are_named_by_their_field() {
    let (_dir, counter, _) = open_office();
    let date = |day: &str, month: &str, year: &str| json!({ "day": day, "month": month, "year": year });
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    let wrong = form_with(json!({
        "eventDate": date("31", "2", "2026"), "channelDate": date("1", "", ""), "proxyDate": date("1", "1", "2199"), "receivedAt": "2026-13-45T99:99",
    }));
    let error = counter.refused("register", json!({ "draftId": draft, "form": wrong, "requestId": request() }));
    let mut found = fields(&error);
    found.sort();
    assert_eq!(
        found,
        [
            "channelDate incomplete_date",
            "eventDate impossible_date",
            "proxyDate future_date",
            "receivedAt impossible_date"
        ]
    );
    let future = form_with(json!({ "receivedAt": "2199-01-01T10:00" }));
    let error = counter.refused("register", json!({ "draftId": draft, "form": future, "requestId": request() }));
    assert_eq!(fields(&error), ["receivedAt future"]);
}

#[test]
fn files_are_taken_by_content() {
    let (_dir, counter, _) = open_office();
    let draft = counter.ok("new_draft", json!({}))["id"].clone();
    let attach = |name: &str, base64: &str| {
        counter.call("attach_bytes", json!({ "draftId": draft, "name": name, "base64": base64 }))
    };
    let reason = |reply: Result<Value, Value>| reply.expect_err("refused")["reason"].clone();
    assert_eq!(reason(attach("kosong.txt", "")), "empty");
    assert_eq!(reason(attach("foto.jpg", "TVqQAAMAAAA=")), "type", "a program under the name of a photograph");
    assert_eq!(reason(attach("rusak.jpg", "###")), "unreadable");
    assert_eq!(reason(attach("besar.txt", &"YWFh".repeat(9_000_000))), "too_big");
    for (name, kept) in [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\surat.txt", "surat.txt"),
        ("a\u{202e}txt.exe", "atxt.exe"),
        ("", "lampiran"),
    ] {
        assert_eq!(attach(name, "YQ==").expect("taken")["name"], kept);
    }
}

#[test]
fn the_recovery_sheet_is_drawn_of_a_sound_key_only() {
    let (_dir, counter, blocks) = open_office();
    for wrong in [json!([]), json!(["123456"]), json!(vec!["000000"; 8]), json!(vec!["x".repeat(9_000); 8])] {
        assert_eq!(counter.refused("recovery_sheet", json!({ "blocks": wrong }))["code"], "key_wrong");
    }
    let late = counter.refused("print_recovery_sheet", json!({ "blocks": blocks, "choice": on("; rm -rf /", 1) }));
    assert_eq!(late["code"], "printer");
}

#[test]
fn the_technical_log_names_nobody() {
    let dir = tempfile::tempdir().expect("dir");
    let data = dir.path().join("register");
    let counter = Counter::over(&data);
    counter.create_office();
    counter.sign_in(0);
    let id = counter.register(&form())["id"].clone();
    let folder = dir.path().join("tidak").join("ada.pdf");
    counter.will_choose(&folder);
    let error = counter.refused("save_receipt", json!({ "id": id, "form": "a4_two", "requestId": request() }));
    assert_eq!(error["code"], "internal");
    let reference = error["reference"].as_str().expect("reference");
    let log = std::fs::read_to_string(data.join("catatan-teknis.txt")).expect("log");
    assert!(log.contains(reference), "{log}");
    for personal in ["Melati", "Contohwati", "9901", "0899", "obat", id.as_str().expect("id")] {
        assert!(!log.contains(personal), "{personal} in {log}");
    }
}
