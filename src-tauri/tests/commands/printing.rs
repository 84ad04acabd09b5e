//! Printing as the page asks for it, on a real print system.

use crate::counter::{everything, form, on, open_office, request};
use loket_tests::print_server::{PrintServer, printed_text};
use serde_json::{Value, json};

/// Titles of the complaint's prints, oldest first.
fn told(detail: &Value) -> Vec<String> {
    let items = detail["timeline"].as_array().expect("timeline").iter().rev();
    let prints = items.filter(|item| item["kind"] == "document_printed");
    prints.map(|item| item["title"].as_str().expect("title").to_owned()).collect()
}

#[test]
fn a_receipt_is_followed_until_it_came_out_and_pressed_twice_it_prints_once() {
    let server = PrintServer::start();
    let paper = server.printer("Loket");
    let (_dir, counter, _) = open_office();
    counter.has_printers(&server);
    let id = &counter.register(&form())["id"];
    let press = json!({ "id": id, "form": "a4_two", "choice": on("Loket", 2), "requestId": request() });
    let job = counter.ok("print_receipt", press.clone());
    assert_eq!(counter.ok("print_receipt", press)["job"], job["job"], "one press is one paper");
    assert_eq!(counter.follow(&job["job"]).last().map(String::as_str), Some("printed"));
    assert_eq!(told(&counter.detail(id)), ["Tanda terima dicetak, 4 rangkap"], "two times Lembar 1 and 2");
    assert!(printed_text(&paper).contains("TANDA TERIMA PENGADUAN"));

    counter.ok("record_handed_over", json!({ "id": id, "by": "in_person" }));
    let again = counter
        .ok("print_receipt", json!({ "id": id, "form": "a4_two", "choice": on("Loket", 1), "requestId": request() }));
    assert_eq!(again["copyLabel"], "Salinan ke-1");
    counter.follow(&again["job"]);
    assert_eq!(told(&counter.detail(id))[1], "Tanda terima dicetak, salinan ke-1");
}

#[test]
fn a_paper_that_waits_is_taken_back_and_says_so() {
    let server = PrintServer::start();
    let _paper = server.printer("Loket");
    server.admin("cupsdisable", &["Loket"]);
    let (_dir, counter, _) = open_office();
    counter.has_printers(&server);
    let printers = counter.ok("printers", json!({}));
    assert_eq!((&printers[0]["state"], &printers[0]["reason"]), (&json!("hindered"), &json!("paused")));
    let id = &counter.register(&form())["id"];
    let job =
        counter.ok(
            "print_receipt",
            json!({ "id": id, "form": "a4_two", "choice": on("Loket", 1), "requestId": request() }),
        )["job"]
            .take();
    let mut seen = Value::Null;
    while seen["stage"] != "waiting" {
        seen = counter.ok("print_progress", json!({ "job": job, "seen": seen }));
    }
    assert_eq!(seen["reason"], "paused");
    counter.ok("cancel_print", json!({ "job": job }));
    assert_eq!(counter.follow(&job).last().map(String::as_str), Some("failed canceled"));
    assert_eq!(told(&counter.detail(id)), ["Tanda terima belum tercetak: cetakan dibatalkan"]);
    counter.ok("cancel_print", json!({ "job": job }));
    assert_eq!(counter.refused("print_progress", json!({ "job": request(), "seen": null }))["code"], "not_found");
}

#[test]
fn what_is_still_on_its_way_when_the_office_closes_is_recorded_as_sent() {
    let server = PrintServer::start();
    let _paper = server.printer("Loket");
    server.admin("cupsdisable", &["Loket"]);
    let (dir, counter, _) = open_office();
    counter.has_printers(&server);
    let id = counter.register(&form())["id"].take();
    counter
        .ok("print_receipt", json!({ "id": id, "form": "a4_two", "choice": on("Loket", 1), "requestId": request() }));
    counter.ok("quit", json!({}));
    let counter = crate::counter::Counter::over(&dir.path().join("register"));
    counter.ok("app_state", json!({}));
    counter.sign_in(0);
    assert_eq!(told(&counter.detail(&id)), ["Tanda terima dikirim ke printer"]);
}

#[test]
fn a_printer_that_vanished_or_refuses_is_told_by_its_reason() {
    let server = PrintServer::start();
    let (_kept, _gone) = (server.printer_of_a4_and_f4("Depan"), server.printer("Hilang"));
    let (_dir, counter, blocks) = open_office();
    counter.has_printers(&server);
    let id = &counter.register(&form())["id"];
    let listed = counter.ok("printers", json!({}));
    assert_eq!(listed[0]["media"], json!(["a4", "f4"]));
    assert_eq!((&listed[0]["twoSided"], &listed[1]["media"]), (&json!(true), &Value::Null));
    server.admin("lpadmin", &["-x", "Hilang"]);
    for (printer, reason) in [("Hilang", "vanished"), ("'; rm -rf / --", "vanished")] {
        let press = json!({ "id": id, "form": "a4_two", "choice": on(printer, 1), "requestId": request() });
        let error = counter.refused("print_receipt", press);
        assert_eq!(error, json!({ "code": "printer", "detail": printer, "reason": reason }));
    }
    server.admin("cupsreject", &["Depan"]);
    let error = counter.refused("print_list", json!({ "query": everything(), "choice": on("Depan", 1) }));
    assert_eq!(error["reason"], "rejecting");
    server.admin("cupsaccept", &["Depan"]);
    // The recovery sheet is drawn on A5, and printed on the larger paper that the printer has.
    let sheet = counter.ok("print_recovery_sheet", json!({ "blocks": blocks, "choice": on("Depan", 1) }));
    assert_eq!(counter.follow(&sheet["job"]).last().map(String::as_str), Some("printed"));
    // Nobody prints nothing, or a hundred.
    for copies in [0, 100] {
        let job = counter.ok("print_list", json!({ "query": everything(), "choice": on("Depan", copies) }));
        assert_eq!(counter.follow(&job["job"]).last().map(String::as_str), Some("printed"));
    }
}

#[test]
fn papers_of_the_help_need_nobody_signed_in() {
    let dir = tempfile::tempdir().expect("dir");
    let counter = crate::counter::Counter::over(&dir.path().join("register"));
    let server = PrintServer::start();
    let paper = server.printer("Loket");
    counter.has_printers(&server);
    let guide = json!({ "kind": "guide" });
    let preview = counter.ok("help_preview", json!({ "paper": guide }));
    assert_eq!(preview["pages"].as_array().expect("pages").len(), 2);
    assert!(preview["text"].as_str().expect("text").contains("Ctrl+Enter"));
    let job = counter.ok("print_help", json!({ "paper": guide, "choice": on("Loket", 1) }));
    assert_eq!(counter.follow(&job["job"]).last().map(String::as_str), Some("printed"));
    assert!(printed_text(&paper).contains("Panduan Kilat Loket Aduan"));
    counter.will_choose(&dir.path().join("panduan.pdf"));
    assert_eq!(counter.ok("save_help", json!({ "paper": guide })), "panduan.pdf");

    let endless = json!({ "text": "x".repeat(5_000), "keys": "Ctrl+\u{7}\u{202e}" });
    let groups = vec![json!({ "title": "Aduan baru", "rows": vec![endless; 200] }); 3];
    let sheet = counter.ok("help_preview", json!({ "paper": { "kind": "shortcuts", "groups": groups } }));
    assert!(sheet["pages"].as_array().expect("pages").len() <= 3, "no text makes an endless sheet");
}
