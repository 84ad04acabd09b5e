//! The register book and tables through the window's commands.

use crate::counter::{everything, form, form_with, on, open_office};
use serde_json::json;

fn year(version: &str) -> serde_json::Value {
    json!({ "from": "2000-01-01", "to": "2009-12-31", "version": version })
}

fn this_year(version: &str) -> serde_json::Value {
    use chrono::Datelike;
    let year = chrono::Utc::now().year();
    json!({ "from": format!("{}-12-01", year - 1), "to": format!("{}-01-31", year + 1), "version": version })
}

#[test]
fn the_book_goes_to_paper_and_to_a_spreadsheet() {
    let (dir, counter, _) = open_office();
    counter.register(&form());
    counter.register(&form_with(json!({ "identity": "confidential" })));
    let preview = counter.ok("book_preview", json!({ "query": this_year("office") }));
    assert!(preview["text"].as_str().expect("text").contains("Pelapor (identitas dirahasiakan)"));
    assert_eq!(preview["pages"].as_array().expect("pages").len(), 2, "cover and one page");
    let path = dir.path().join("buku.csv");
    counter.will_choose(&path);
    assert_eq!(counter.ok("save_book", json!({ "query": this_year("office"), "format": "csv" })), "buku.csv");
    let table = std::fs::read_to_string(&path).expect("file");
    assert!(table.starts_with("\u{feff}No.;Nomor register;Kode lacak;"), "{table}");
    assert_eq!(table.matches("Pelapor (identitas dirahasiakan)").count(), 1);
    assert!(!table.contains("9901010101990007") && !table.contains("0899"), "{table}");
    let path = dir.path().join("publik.pdf");
    counter.will_choose(&path);
    counter.ok("save_book", json!({ "query": this_year("public"), "format": "pdf" }));
    assert!(std::fs::read(&path).expect("file").starts_with(b"%PDF-"));
    let error =
        counter.refused("print_book", json!({ "query": this_year("office"), "choice": on("Printer Khayal", 1) }));
    assert_eq!(error["code"], "printer");
    let path = dir.path().join("daftar.csv");
    counter.will_choose(&path);
    counter.ok("save_list", json!({ "query": everything(), "format": "csv_comma" }));
    assert!(std::fs::read_to_string(&path).expect("file").starts_with("\u{feff}No.,Nomor register,"));
}

#[test]
fn an_odd_period_is_refused_and_an_empty_one_is_no_error() {
    let (_dir, counter, _) = open_office();
    counter.register(&form());
    for query in [
        json!({ "from": "2026-02-31", "to": "2026-12-31", "version": "office" }),
        json!({ "from": "", "to": "x", "version": "office" }),
        json!({ "from": "2026-12-31", "to": "2026-01-01", "version": "office" }),
        json!({ "from": "0001-01-01", "to": "9999-12-31", "version": "public" }),
    ] {
        let error = counter.refused("book_preview", json!({ "query": query }));
        assert_eq!(error["code"], "invalid", "{error}");
    }
    assert_eq!(counter.ok("book_preview", json!({ "query": year("office") }))["title"], "Buku register pengaduan");
}

#[test]
fn only_those_who_answer_for_the_book_make_it() {
    let (_dir, counter, _) = open_office();
    counter.register(&form());
    counter.sign_in(2);
    assert_eq!(counter.refused("book_preview", json!({ "query": this_year("office") }))["code"], "not_allowed");
    let public = counter.ok("book_preview", json!({ "query": this_year("public") }));
    assert!(!public["text"].as_str().expect("text").contains("Melati"));
    counter.sign_in(1);
    assert_eq!(counter.refused("book_preview", json!({ "query": this_year("public") }))["code"], "not_allowed");
}
