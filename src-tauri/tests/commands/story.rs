//! One complaint from the first start to its closing.

use crate::counter::{Counter, everything, fields, form, form_with, on, open_office, request, search};
use loket_aduan::Ask;
use serde_json::json;

#[test]
fn an_office_begins() {
    let dir = tempfile::tempdir().expect("dir");
    let counter = Counter::over(&dir.path().join("register"));
    let state = counter.ok("app_state", json!({}));
    assert_eq!(state["kind"], "first_start");
    assert_eq!(state["draft"], json!(null));

    let mut setup = crate::counter::office();
    setup["startPassword"] = json!("sandi contoh yang panjang");
    counter.ok("save_setup_draft", json!({ "setup": setup }));
    let draft = counter.ok("app_state", json!({}))["draft"].clone();
    assert_eq!(draft["name"], "Puskesmas Sukamisal");
    assert_eq!(draft["officers"][0]["pin"], "", "PINs are not written");
    assert_eq!(draft["startPassword"], json!(null), "nor passwords");

    let preview = counter.ok("preview_number", json!({ "n": setup["numbering"] }));
    assert!(preview["first"].as_str().expect("text").starts_with("0148/PKM-SKM/A/"), "{preview}");
    let blocks = counter.create_office();
    assert_eq!(blocks.len(), 8);
    let sheet = counter.ok("recovery_sheet", json!({ "blocks": blocks }));
    assert_eq!(sheet["pages"].as_array().expect("pages").len(), 1);
    assert!(sheet["text"].as_str().expect("text").contains(&blocks[3]));

    let group = |n: usize, digits: &str| json!({ "block": n, "digits": digits });
    let wrong = counter.ok("confirm_recovery", json!({ "groups": [group(3, &blocks[2]), group(7, "000000")] }));
    assert_eq!(wrong, json!(false));
    let one = counter.ok("confirm_recovery", json!({ "groups": [group(3, &blocks[2]), group(3, &blocks[2])] }));
    assert_eq!(one, json!(false), "one block twice proves nothing");
    let right = counter.ok("confirm_recovery", json!({ "groups": [group(3, &blocks[2]), group(7, &blocks[6])] }));
    assert_eq!(right, json!(true));

    let state = counter.ok("app_state", json!({}));
    assert_eq!((&state["kind"], &state["counterCode"]), (&json!("sign_in"), &json!("A")));
    assert_eq!(state["notices"], json!([]));
    assert_eq!(state["officers"].as_array().expect("officers").len(), 3);
}

#[test]
fn a_complaint_is_written_registered_and_found() {
    let (_dir, counter, _) = open_office();
    let draft = counter.ok("new_draft", json!({}));
    let id = draft["id"].clone();
    counter.ok("save_draft", json!({ "id": id, "form": form() }));
    let drafts = counter.ok("drafts", json!({}));
    assert_eq!(drafts[0]["title"], "Melati C.");
    let file =
        counter.ok("attach_bytes", json!({ "draftId": id, "name": "..\\..\\resi.txt", "base64": "cmVzaSBhbnRyZWFu" }));
    assert_eq!((&file["name"], &file["mime"]), (&json!("resi.txt"), &json!("text/plain")));

    let check = counter.ok("check_form", json!({ "form": form() }));
    assert_eq!(check["receipt"]["ready"], true, "{check}");
    assert_eq!(check["formatted"]["name"], "Melati Contohwati");
    assert_eq!(check["formatted"]["phone"], "0899-0000-0139");
    assert!(check["nextNumber"].as_str().expect("number").starts_with("0148/"));

    let press = request();
    let done = counter.ok("register", json!({ "draftId": id, "form": form(), "requestId": press }));
    assert!(done["number"].as_str().expect("number").starts_with("0148/PKM-SKM/A/"));
    assert_eq!(done["receipt"], "receipt");
    assert_eq!(done["deadlines"][0]["basis"], "UU 25/2009 Pasal 44 ayat (3)");
    assert!(!done["messages"]["whatsapp"].as_str().expect("text").contains("obat"), "no content in messages");
    let again = counter.ok("register", json!({ "draftId": id, "form": form(), "requestId": press }));
    assert_eq!(again["number"], done["number"], "a retry is the same request");
    assert_eq!(counter.ok("drafts", json!({})), json!([]));

    let paper = counter.ok("receipt_preview", json!({ "id": done["id"], "form": "a4_two" }));
    assert_eq!(paper["title"], "Tanda terima pengaduan");
    let words = paper["text"].as_str().expect("text");
    for part in [
        "Melati Contohwati",
        "9901********0007",
        "antre lima jam",
        "Rina Teladan",
        done["number"].as_str().expect("number"),
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert!(!words.contains("9901010101990007"), "the NIK is masked");
    assert!(!paper["pages"][0]["png"].as_str().expect("png").is_empty());

    let page = counter.ok("list", json!({ "query": search("obat") }));
    let counts = counter.ok("count", json!({ "query": search("obat") }));
    assert_eq!((&counts["count"], &counts["all"]), (&json!(1), &json!(1)));
    assert_eq!(page["rows"][0]["person"], "Melati C.");
    assert_eq!(page["rows"][0]["deadline"]["kind"], "later");
    for query in ["089900000139", "contohwati", done["trackingCode"].as_str().expect("code")] {
        assert_eq!(counter.ok("count", json!({ "query": search(query) }))["count"], 1, "{query}");
    }
    assert_eq!(counter.ok("count", json!({ "query": search("imunisasi") }))["count"], 0);

    let detail = counter.detail(&done["id"]);
    let reporter = detail["reporter"].to_string();
    assert!(reporter.contains("9901••••••••0007") && reporter.contains("0899-••••-0139"), "{reporter}");
    assert_eq!(detail["dayCounts"].as_array().expect("days").len(), 15);
    assert_eq!(
        detail["timeline"].as_array().expect("items").last().expect("first")["title"],
        "Terdaftar di Loket A, tatap muka"
    );
    assert_eq!(detail["attachments"][0]["name"], "resi.txt");
    let picture = counter.ok("attachment_picture", json!({ "attachmentId": detail["attachments"][0]["id"] }));
    assert_eq!(picture["text"], "resi antrean");
    let opened = counter.ok("open_identity", json!({ "id": done["id"], "reason": "" }));
    assert!(opened.to_string().contains("9901010101990007"), "an open identity asks no reason");
}

#[test]
fn a_complaint_is_corrected_answered_voided_and_closed() {
    let (dir, counter, _) = open_office();
    let id = counter.register(&form())["id"].clone();

    let mut corrected = counter.ok("correction_form", json!({ "id": id }));
    assert_eq!(corrected["phone"], "0899-0000-0139");
    corrected["phone"] = json!("0899-0000-0140");
    corrected["description"] = json!("Loket obat hanya satu yang dibuka, antre enam jam.");
    counter.ok("correct", json!({ "id": id, "form": corrected, "requestId": request() }));
    let unchanged = counter.refused("correct", json!({ "id": id, "form": corrected, "requestId": request() }));
    assert_eq!(unchanged["what"], "nothing_changed");
    let detail = counter.detail(&id);
    let changed = detail["timeline"]
        .as_array()
        .expect("items")
        .iter()
        .find(|i| i["kind"] == "complaint_corrected")
        .expect("entry")
        .clone();
    assert_eq!(changed["title"], "Data dibetulkan");
    let labels: Vec<&str> =
        changed["changes"].as_array().expect("changes").iter().map(|c| c["label"].as_str().expect("text")).collect();
    assert!(
        labels.contains(&"Telepon") && labels.contains(&"Uraian") && !labels.contains(&"Nama lengkap"),
        "{labels:?}"
    );
    assert!(!changed.to_string().contains("08990000014"), "telephones stay masked in the trail");

    let early = counter.refused("record_handed_over", json!({ "id": id, "by": "in_person" }));
    assert_eq!(early["what"], "not_printed");
    let pdf = dir.path().join("tanda-terima");
    counter.will_choose(&pdf);
    let saved = counter.ok("save_receipt", json!({ "id": id, "form": "a4_two", "requestId": request() }));
    assert_eq!(saved, "tanda-terima.pdf", "a name, no path");
    assert!(std::fs::read(pdf.with_extension("pdf")).expect("file").starts_with(b"%PDF-"));
    let Some(Ask::Save { name, .. }) = counter.person.asked.lock().expect("asked").last().cloned() else {
        panic!("no save dialog")
    };
    assert!(name.starts_with("tanda-terima-0148-") && !name.to_lowercase().contains("melati"), "{name}");
    counter.ok("record_signed", json!({ "id": id }));
    counter.ok("record_handed_over", json!({ "id": id, "by": "in_person" }));
    assert_eq!(counter.ok("receipt_preview", json!({ "id": id, "form": "a4_two" }))["copyLabel"], "Salinan ke-1");

    let answer = json!({ "kind": "answered", "date": { "day": "h", "month": "", "year": "" }, "time": "00.00", "by": "whatsapp",
                         "recipient": "Melati Contohwati", "text": "Loket ditambah mulai Senin." });
    let before = counter.refused("step", json!({ "id": id, "input": answer, "requestId": request() }));
    assert_eq!(fields(&before), ["date before_received"]);
    let mut answer = answer;
    answer["time"] = json!("25:99");
    assert_eq!(
        fields(&counter.refused("step", json!({ "id": id, "input": answer, "requestId": request() }))),
        ["time impossible"]
    );
    let received = detail["row"]["received"].as_str().expect("time")[11..16].to_owned();
    answer["time"] = json!(received);
    let press = request();
    counter.ok("step", json!({ "id": id, "input": answer, "requestId": press }));
    counter.ok("step", json!({ "id": id, "input": answer, "requestId": press }));
    let detail = counter.detail(&id);
    let answers =
        detail["timeline"].as_array().expect("items").iter().filter(|i| i["kind"] == "complaint_answered").count();
    assert_eq!(answers, 1, "a retry is one step");
    assert_eq!((&detail["row"]["state"], &detail["row"]["deadline"]["kind"]), (&json!("answered"), &json!("done")));
    assert_eq!(detail["deadlines"], json!([]));
    let title = detail["timeline"][0]["title"].as_str().expect("text");
    assert!(title.starts_with("Ditanggapi lewat WhatsApp"), "{title}");

    assert_eq!(fields(&counter.refused("void", json!({ "id": id, "reason": "  " }))), ["reason required"]);
    counter.ok("void", json!({ "id": id, "reason": "Rangkap" }));
    let voided = counter.detail(&id);
    assert_eq!((&voided["voidReason"], &voided["may"]["unvoid"]), (&json!("Rangkap"), &json!(true)));
    let told = voided["messages"]["whatsapp"].as_str().expect("text");
    assert!(told.contains("batalkan") && !told.contains("Rangkap"), "told that it is void, not why: {told}");
    let note = json!({ "kind": "note", "text": "Catatan" });
    assert_eq!(counter.refused("step", json!({ "id": id, "input": note, "requestId": request() }))["what"], "voided");
    counter.ok("unvoid", json!({ "id": id, "reason": "Keliru membatalkan" }));
    let close = json!({ "kind": "closed", "date": { "day": "h", "month": "", "year": "" }, "result": "Loket kedua dibuka.", "atCounter": false, "agreed": true });
    counter.ok("step", json!({ "id": id, "input": close, "requestId": request() }));
    assert_eq!(counter.detail(&id)["row"]["stateLabel"], "Selesai");
}

#[test]
fn a_person_without_identity_is_not_sent_away() {
    let (_dir, counter, _) = open_office();
    let nameless = form_with(json!({ "name": "" }));
    let draft = counter.ok("new_draft", json!({}));
    let error =
        counter.refused("register", json!({ "draftId": draft["id"], "form": nameless, "requestId": request() }));
    assert_eq!(fields(&error), ["name required"]);
    let begun = form_with(json!({ "name": "", "phone": "", "nik": "", "address": "", "villageCode": "" }));
    let check = counter.ok("check_form", json!({ "form": begun }));
    assert_eq!(check["receipt"]["noAnswerPossible"], false, "a form that was just begun says nothing of this yet");
    let unknown =
        form_with(json!({ "identity": "none", "name": "", "phone": "", "nik": "", "address": "", "villageCode": "" }));
    let check = counter.ok("check_form", json!({ "form": unknown }));
    assert_eq!((&check["receipt"]["ready"], &check["receipt"]["noAnswerPossible"]), (&json!(false), &json!(true)));
    let done = counter.ok("register", json!({ "draftId": draft["id"], "form": unknown, "requestId": request() }));
    assert_eq!((&done["receipt"], &done["deadlines"]), (&json!("record_slip"), &json!([])));
    assert!(done["number"].as_str().expect("number").starts_with("0148/"), "a refused press used no number");
    assert_eq!(
        counter.ok("receipt_preview", json!({ "id": done["id"], "form": "a4_two" }))["title"],
        "Bukti pencatatan pengaduan"
    );
    assert_eq!(counter.ok("list", json!({ "query": everything() }))["rows"][0]["person"], "Tanpa identitas");
}

#[test]
fn the_list_goes_to_paper() {
    let (dir, counter, _) = open_office();
    counter.register(&form());
    let preview = counter.ok("list_preview", json!({ "query": everything() }));
    assert!(preview["text"].as_str().expect("text").contains("Melati C."));
    let path = dir.path().join("daftar.pdf");
    counter.will_choose(&path);
    assert_eq!(counter.ok("save_list", json!({ "query": everything(), "format": "pdf" })), "daftar.pdf");
    assert!(std::fs::read(path).expect("file").starts_with(b"%PDF-"));
    assert_eq!(
        counter.ok("save_list", json!({ "query": everything(), "format": "pdf" })),
        json!(null),
        "cancelled is no error"
    );
    let error = counter.refused("print_list", json!({ "query": everything(), "choice": on("Printer Khayal", 1) }));
    assert_eq!(error, json!({ "code": "printer", "detail": "Printer Khayal", "reason": "no_system" }));
}
