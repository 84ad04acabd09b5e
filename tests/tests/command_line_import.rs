//! `loket import` and `loket import-undo` as a second process.

use loket_tests::command_line::{BUDI, Desk, SARI};
use serde_json::json;

#[test]
fn an_old_register_is_imported_once_and_can_be_taken_back() {
    let desk = Desk::new();
    let text = "No,Tanggal,Nama,Aduan\n1/L,5/1/2024,Melati Contohwati,Obat kosong\n2/L,6/1/2024,,Loket tutup\n3/L,x,,Tidak terbaca\n";
    let file = desk.write("buku.csv", text);
    let file = file.to_str().expect("path");
    let proposed = desk.json(&["import", file], "");
    assert_eq!(proposed["columns"]["received"], "Tanggal");
    let map = desk.write("peta.json", &proposed.to_string());
    let map = map.to_str().expect("path");
    desk.refused(&["import", file, "--map", map], BUDI, 1, "not_allowed");
    let looked = desk.json(&["import", file, "--map", map, "--dry-run"], SARI);
    assert_eq!(
        (&looked["imported"], &looked["rejected"], &looked["encoding"]),
        (&json!(2), &json!(1), &json!("UTF-8"))
    );
    assert_eq!(desk.json(&["stats"], "")["complaints"], 0, "a look writes nothing");
    let rejects = desk.path("tolak.csv");
    let told = rejects.to_str().expect("path");
    let done = desk.json(&["import", file, "--map", map, "--rejects", told], SARI);
    assert_eq!((&done["imported"], &done["skipped"]), (&json!(2), &json!(0)));
    assert!(std::fs::read_to_string(&rejects).expect("rejects").contains("Tanggal diterima tidak terbaca"));
    let again = desk.json(&["import", file, "--map", map, "--rejects", told], SARI);
    assert_eq!((&again["imported"], &again["skipped"]), (&json!(0), &json!(2)));
    assert_eq!(desk.json(&["search", "obat"], "")["count"], 1);
    assert_eq!(desk.json(&["show", "1/L"], "")["imported"], true);
    assert_eq!(desk.json(&["rebuild"], "")["equal"], true);
    let id = done["import"].as_str().expect("id");
    desk.refused(&["import-undo", id, "--reason", "salah"], BUDI, 1, "not_allowed");
    let undone = desk.json(&["import-undo", id, "--reason", "salah berkas"], SARI);
    assert_eq!(undone, json!({ "left": 2, "stay": 0 }));
    assert_eq!(desk.json(&["stats"], "")["complaints"], 0);
    assert_eq!(desk.json(&["schema", "import-map"], "")["title"], "ImportMap");
    let missing = desk.write("salah.json", "{\"v\":1,\"columns\":{\"received\":\"Hari\"}}");
    let refused = desk.refused(&["import", file, "--map", missing.to_str().expect("path")], SARI, 1, "invalid");
    assert_eq!(refused["fields"].as_array().map(Vec::len), Some(2), "the wrong and the missing column");
}
