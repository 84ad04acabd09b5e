//! What an officer may see and do: confidential identities, restricted content, settings, Pasal 45.

use crate::counter::{everything, form_with, office, on, open_office, request, search};
use serde_json::{Value, json};

fn confidential() -> Value {
    form_with(
        json!({ "name": "Dewi Contohsari", "identity": "confidential", "restricted": true, "description": "Dimintai uang rokok di loket." }),
    )
}

#[test]
fn a_confidential_identity_opens_only_for_those_with_the_right_and_leaves_an_entry() {
    let (_dir, counter, _) = open_office();
    counter.sign_in(1);
    let own = counter.register(&confidential())["id"].clone();
    counter.sign_in(0);
    let told = counter.register(&confidential());
    let (other, number) = (told["id"].clone(), told["number"].as_str().expect("a number").to_owned());

    let detail = counter.detail(&other);
    assert_eq!((&detail["identityHidden"], &detail["identityNeedsReason"]), (&json!(true), &json!(true)));
    assert_eq!(detail["reporter"], json!([]));
    assert_eq!(
        crate::counter::fields(&counter.refused("open_identity", json!({ "id": own, "reason": "" }))),
        ["reason required"]
    );
    let opened = counter.ok("open_identity", json!({ "id": own, "reason": "Menghubungi pelapor" }));
    assert!(opened.to_string().contains("Dewi Contohsari"));
    let top = counter.detail(&own)["timeline"][0].clone();
    assert_eq!(
        (&top["title"], &top["detail"], &top["access"]),
        (&json!("Identitas dibuka"), &json!("Menghubungi pelapor"), &json!(true))
    );

    counter.sign_in(1);
    let listed = counter.ok("list", json!({ "query": everything() }));
    let ids: Vec<_> = listed["rows"].as_array().expect("rows").iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&own], "what is restricted is in no list");
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["count"], 1, "and in no count");
    let row = counter.ok("list", json!({ "query": search(&number) }))["rows"][0].clone();
    assert_eq!(
        (&row["id"], &row["person"], &row["subject"]),
        (&other, &json!("Identitas dirahasiakan"), &json!("Isi dibatasi")),
        "its number answers with a stub"
    );
    let stub = counter.detail(&other);
    assert_eq!(
        (&stub["closed"], &stub["description"], &stub["attachments"], &stub["mayOpenIdentity"]),
        (&json!(true), &json!(""), &json!([]), &json!(false))
    );
    assert_eq!((&stub["timeline"], &stub["facts"], &stub["trackingCode"]), (&json!([]), &json!([]), &json!("")));
    assert_eq!(stub["may"]["why"], "Isi dibatasi. Hubungi pengelola pengaduan.");
    for (command, arguments) in [
        ("open_identity", json!({ "id": other, "reason": "Ingin tahu" })),
        ("receipt_preview", json!({ "id": other, "form": "a4_two" })),
        ("print_receipt", json!({ "id": other, "form": "a4_two", "choice": on("x", 1), "requestId": request() })),
        ("save_receipt", json!({ "id": other, "form": "a4_two", "requestId": request() })),
        ("correction_form", json!({ "id": other })),
        ("void", json!({ "id": other, "reason": "x" })),
        ("step", json!({ "id": other, "input": { "kind": "note", "text": "x" }, "requestId": request() })),
    ] {
        assert_eq!(counter.refused(command, arguments)["code"], "not_allowed", "{command}");
    }
    let found = counter.ok("list", json!({ "query": search("Dewi") }));
    let ids: Vec<_> = found["rows"].as_array().expect("rows").iter().map(|row| &row["id"]).collect();
    assert_eq!(ids, [&own], "a name finds the officer's own registration only");
}

#[test]
fn looking_at_another_officers_confidential_receipt_is_an_entry() {
    let (_dir, counter, _) = open_office();
    counter.sign_in(1);
    let id = counter.register(&confidential())["id"].clone();
    counter.ok("receipt_preview", json!({ "id": id, "form": "a4_two" }));
    assert_ne!(counter.detail(&id)["timeline"][0]["kind"], "identity_viewed", "the registrar has just typed it");
    counter.sign_in(0);
    counter.ok("receipt_preview", json!({ "id": id, "form": "a4_two" }));
    assert_eq!(counter.detail(&id)["timeline"][0]["kind"], "identity_viewed");
    counter.ok("correction_form", json!({ "id": id }));
    assert_eq!(counter.detail(&id)["timeline"][0]["detail"], "Membetulkan data");
}

#[test]
fn an_auditor_reads_masked_and_opens_nothing() {
    let (_dir, counter, _) = open_office();
    let id = counter.register(&crate::counter::form())["id"].clone();
    counter.sign_in(2);
    let detail = counter.detail(&id);
    assert_eq!(
        (&detail["mayOpenIdentity"], &detail["may"]["print"], &detail["may"]["correct"]),
        (&json!(false), &json!(false), &json!(false))
    );
    assert!(!detail.to_string().contains("9901010101990007"));
    assert_eq!(counter.refused("open_identity", json!({ "id": id, "reason": "Audit" }))["code"], "not_allowed");
    assert_eq!(counter.refused("receipt_preview", json!({ "id": id, "form": "a4_two" }))["code"], "not_allowed");
}

#[test]
fn the_officer_complained_of_never_handles_the_complaint() {
    let (_dir, counter, _) = open_office();
    let officers = counter.ok("officers", json!({}));
    let yosef = officers[1]["id"].clone();
    let id = counter.register(&form_with(json!({ "accusedOfficerId": yosef })))["id"].clone();
    let facts = counter.detail(&id)["facts"].to_string();
    assert!(facts.contains("Yosef Andaikata"), "{facts}");
    counter.sign_in(1);
    let close = json!({ "kind": "closed", "date": { "day": "h", "month": "", "year": "" }, "result": "x", "atCounter": false, "agreed": false });
    let error = counter.refused("step", json!({ "id": id, "input": close, "requestId": request() }));
    assert_eq!(error["what"], "accused_officer");
    assert!(error["detail"].as_str().expect("words").contains("Pasal 45"));
}

#[test]
fn settings_change_for_an_admin_only_and_are_checked() {
    let (_dir, counter, _) = open_office();
    let settings = counter.ok("settings", json!({}));
    assert_eq!((&settings["office"]["workWeek"], &settings["startPassword"]), (&json!(6), &json!(false)));
    assert_eq!(settings["rules"].as_array().expect("rules").len(), 17);
    let mut wanted = settings["office"].clone();
    wanted["name"] = json!("");
    assert_eq!(crate::counter::fields(&counter.refused("save_office", json!({ "o": wanted }))), ["name required"]);
    wanted["name"] = json!("Puskesmas Misal");
    counter.ok("save_office", json!({ "o": wanted }));
    assert_eq!(counter.ok("settings", json!({}))["office"]["name"], "Puskesmas Misal");

    let mut services = counter.ok("settings", json!({}))["services"].clone();
    services[1]["active"] = json!(false);
    services.as_array_mut().expect("list").push(json!({ "id": "", "name": "Ambulans", "active": true }));
    counter.ok("save_services", json!({ "s": services }));
    let offered = counter.ok("services", json!({}));
    let names: Vec<&str> =
        offered.as_array().expect("list").iter().map(|s| s["name"].as_str().expect("name")).collect();
    assert_eq!(names, ["Farmasi", "Ambulans"]);

    let officer = json!({ "id": "", "name": "Wati Seandainya", "post": "", "nip": "", "roles": ["counter_officer"], "active": true });
    let simple = counter.refused("save_officer", json!({ "o": officer, "pin": "123456" }));
    assert_eq!(crate::counter::fields(&simple), ["pin pin_simple"]);
    counter.ok("save_officer", json!({ "o": officer, "pin": "902741" }));
    let mut rina = counter.ok("settings", json!({}))["officers"][0].clone();
    rina["active"] = json!(false);
    assert_eq!(counter.refused("save_officer", json!({ "o": rina, "pin": null }))["what"], "last_administrator");

    let date = |day: &str, month: &str, year: &str| json!({ "date": { "day": day, "month": month, "year": year }, "name": "Hari jadi kabupaten" });
    counter.ok("add_holiday", date("14", "3", "2027"));
    assert_eq!(
        crate::counter::fields(&counter.refused("add_holiday", date("31", "2", "2027"))),
        ["date impossible_date"]
    );
    assert!(counter.ok("settings", json!({}))["holidays"].to_string().contains("2027-03-14"));

    counter.sign_in(1);
    let mut office = office();
    office
        .as_object_mut()
        .expect("object")
        .retain(|field, _| !["officers", "services", "startPassword", "secondPlace"].contains(&field.as_str()));
    for (command, arguments) in [
        ("save_office", json!({ "o": office })),
        ("save_services", json!({ "s": services })),
        ("save_officer", json!({ "o": officer, "pin": "902741" })),
        ("add_holiday", date("1", "4", "2027")),
        ("set_second_place", json!({})),
    ] {
        assert_eq!(counter.refused(command, arguments)["code"], "not_allowed", "{command}");
    }
}
