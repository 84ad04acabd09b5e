//! An old register through the window's commands.

use crate::counter::{everything, open_office, request};
use serde_json::{Value, json};

const TEXT: &str = "No;Tanggal;Nama;Aduan;Lama Hari\n12/L/2023;5/1/2024;Melati Contohwati;Obat kosong;9\n13/L/2023;6/1/2024 20.10;;Loket tutup;3\n14/L/2023;kapan;;Tidak terbaca;1\n";

#[test]
fn an_old_register_is_looked_at_imported_shown_and_taken_back() {
    let (dir, counter, _) = open_office();
    let no_file = counter.refused("preview_import", json!({ "mapping": mapping(&json!([])) }));
    assert_eq!(no_file["what"], "no_import_file");
    let path = dir.path().join("buku.csv");
    std::fs::write(&path, TEXT).expect("file");
    counter.will_choose(&path);
    let file = counter.ok("choose_import", json!({}));
    assert_eq!((&file["delimiter"], &file["summaries"]), (&json!("titik koma"), &json!(["Lama Hari"])));
    let mut chosen = file["mapping"].clone();
    let looked = counter.ok("preview_import", json!({ "mapping": chosen }));
    assert_eq!(looked["report"]["zoneNeeded"], 3);
    assert_eq!(looked["rows"][0]["received"], "5 Januari 2024");
    assert_eq!(looked["rows"][2]["reasons"], json!(["Tanggal diterima tidak terbaca"]));
    let refused = counter.refused("run_import", json!({ "mapping": chosen, "requestId": request() }));
    assert_eq!((&refused["code"], &refused["what"]), (&json!("precondition"), &json!("zone_needed")));
    chosen["zone"] = json!("UTC");
    let done = counter.ok("run_import", json!({ "mapping": chosen, "requestId": request() }));
    assert_eq!(
        (&done["imported"], &done["rejected"], &done["rejects"]),
        (&json!(2), &json!(1), &json!("buku-ditolak.csv"))
    );
    assert_eq!(counter.ok("import_progress", json!({}))["percent"], 100);

    let page = counter.ok("list", json!({ "query": everything() }));
    let row = page["rows"].as_array().expect("rows").iter().find(|r| r["number"] == "12/L/2023").expect("row").clone();
    assert_eq!(row["imported"], true);
    let detail = counter.ok("detail", json!({ "id": row["id"] }));
    assert_eq!(detail["may"]["print"], false, "no receipt of what this program did not receive");
    assert_eq!(detail["messages"]["whatsapp"], "");
    let origin = fact(&detail, "origin");
    assert_eq!(origin, "Dari register lama, nomor lama 12/L/2023");
    assert_eq!(fact(&detail, "receivedAt"), "Jumat, 5 Januari 2024", "no time is shown that nobody knows");
    assert_eq!(detail["timeline"][0]["title"], "Dimasukkan dari register lama");

    let past = counter.ok("imports", json!({}));
    assert_eq!((&past[0]["complaints"], &past[0]["undone"]), (&json!(2), &json!(false)));
    let undone = counter.ok("undo_import", json!({ "importId": past[0]["id"], "reason": "Salah berkas" }));
    assert_eq!(undone, json!({ "left": 2, "stay": 0 }));
    assert_eq!(counter.ok("count", json!({ "query": everything() }))["all"], 0);
}

#[test]
fn only_an_administrator_takes_over_an_old_register() {
    let (dir, counter, _) = open_office();
    let path = dir.path().join("buku.csv");
    std::fs::write(&path, TEXT).expect("file");
    counter.sign_in(1);
    assert_eq!(counter.refused("choose_import", json!({}))["code"], "not_allowed");
    assert_eq!(counter.refused("imports", json!({}))["code"], "not_allowed");
    counter.sign_in(0);
    counter.will_choose(&path);
    let file = counter.ok("choose_import", json!({}));
    counter.sign_in(1);
    for command in ["preview_import", "run_import"] {
        let refused = counter.refused(command, json!({ "mapping": file["mapping"], "requestId": request() }));
        assert_eq!(refused["code"], "not_allowed", "{command}");
    }
    let undo = counter.refused("undo_import", json!({ "importId": request(), "reason": "x" }));
    assert_eq!(undo["code"], "not_allowed");
}

fn mapping(columns: &Value) -> Value {
    json!({ "source": "", "columns": columns, "zone": null, "monthFirst": false, "state": "closed" })
}

fn fact(detail: &Value, field: &str) -> String {
    let facts = detail["facts"].as_array().expect("facts");
    let found = facts.iter().find(|f| f["field"] == field).expect(field);
    found["value"].as_str().expect("text").to_owned()
}
