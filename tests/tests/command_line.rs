//! Every command of `loket` as a second process, as a job, a script or an importer calls it.

use loket_tests::command_line::{BUDI, Desk, SARI, complaint_file, hostile, office_file};
use loket_tests::fault::rounds;
use loket_tests::office::{Office, PIN, complaint};
use serde_json::{Value, json};

/// What a paper says, by a program that is not ours.
fn paper(path: &std::path::Path) -> String {
    let read = std::process::Command::new("pdftotext").arg("-layout").arg(path).arg("-").output();
    let read = read.expect("pdftotext (poppler-utils) is installed");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The *sidik* that stands on a paper: five groups of four digits.
fn printed_fingerprint(paper: &str) -> String {
    let is_one = |word: &&str| {
        let groups: Vec<&str> = word.split('-').collect();
        groups.len() == 5 && groups.iter().all(|g| g.len() == 4 && g.chars().all(|c| c.is_ascii_hexdigit()))
    };
    paper.split_whitespace().find(is_one).unwrap_or_else(|| panic!("no sidik in: {paper}")).to_owned()
}

#[test]
fn a_register_is_made_once_and_its_recovery_key_told_once() {
    let desk = Desk::bare();
    let made = desk.json(&["init", "-"], &office_file().to_string());
    let blocks: Vec<&str> = made["recovery_key"].as_str().expect("key").split(' ').collect();
    assert_eq!(blocks.len(), 8, "{blocks:?}");
    assert!(blocks.iter().all(|b| b.len() == 6 && b.chars().all(|c| c.is_ascii_digit())), "{blocks:?}");
    assert!(desk.key_file().exists(), "the key lies in the file that was named");
    desk.refused(&["init", "-"], &office_file().to_string(), 2, "register_exists");
    assert_eq!(desk.json(&["verify"], "")["logs"], 1, "the first register is untouched");
}

#[test]
fn an_office_that_makes_no_sense_leaves_no_register() {
    let desk = Desk::bare();
    let mut office = office_file();
    office["name"] = json!("");
    office["officers"][0]["pin"] = json!("111111");
    let refused = desk.refused(&["init", "-"], &office.to_string(), 1, "invalid");
    let fields: Vec<&str> =
        refused["fields"].as_array().expect("all").iter().filter_map(|f| f["field"].as_str()).collect();
    assert!(fields.contains(&"name") && fields.contains(&"officers.0.pin"), "all fields at once: {fields:?}");
    desk.refused(&["stats"], "", 2, "no_register");
    desk.json(&["init", "-"], &office_file().to_string());
}

#[test]
fn a_practice_office_marks_its_numbers() {
    let desk = Desk::bare();
    desk.json(&["init", "-", "--practice"], &office_file().to_string());
    let done = desk.json(&["register", "-"], &format!("{BUDI}{}", complaint_file()));
    assert!(done["number"].as_str().expect("number").starts_with("LATIHAN-0042/"), "{done}");
}

#[test]
fn complaints_are_registered_one_answer_each_and_a_repeated_request_once() {
    let desk = Desk::new();
    let request = "0193a000-0000-7000-8000-00000000abcd";
    let three = format!("{BUDI}{0}\n{0}{0}", complaint_file());
    let said = desk.run(&["--json", "register", "-", "--request", request], &three);
    assert_eq!(said.code, 0, "{}", said.err);
    let answers: Vec<Value> = said.out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    let starts: Vec<&str> = answers.iter().map(|a| &a["number"].as_str().expect("number")[..12]).collect();
    assert_eq!(starts, ["0042/ADU/L1/", "0043/ADU/L1/", "0044/ADU/L1/"]);
    assert!(answers.iter().all(|a| a["tracking_code"].is_string() && a["id"].is_string()), "{answers:?}");
    let again = desk.json(&["register", "-", "--request", request], &format!("{BUDI}{}", complaint_file()));
    assert_eq!(again, answers[0], "the same request is the same complaint");
    assert_eq!(desk.json(&["stats"], "")["complaints"], 3);
    let plain = desk.run(&["register", "-"], &format!("{BUDI}{}", complaint_file()));
    assert!(plain.out.starts_with("Terdaftar 0045/ADU/L1/") && plain.out.contains("Kode lacak"), "{}", plain.out);
    let file = desk.write("aduan.json", &complaint_file().to_string());
    let from_file = desk.json(&["register", file.to_str().expect("path")], BUDI);
    assert!(from_file["number"].as_str().expect("number").starts_with("0046/"), "{from_file}");
}

#[test]
fn a_complaint_is_found_shown_voided_and_brought_back() {
    let desk = Desk::new();
    let done = desk.register();
    let (number, code, id) = (&done["number"], &done["tracking_code"], &done["id"]);
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    for reference in [number, code, id] {
        let shown = desk.json(&["show", &text(reference)], "");
        assert_eq!((&shown["number"], &shown["state"]), (number, &json!("received")), "{reference}");
        assert_eq!(shown["entries"][0]["kind"], "complaint.registered");
    }
    let found = desk.json(&["search", "antrean", "dilayani"], "");
    assert_eq!((&found["count"], &found["rows"][0]["id"]), (&json!(1), id));
    assert_eq!(desk.json(&["search", "tidak-ada-di-mana-pun"], "")["count"], 0);
    assert!(desk.run(&["search", "antrean"], "").out.contains("1 aduan cocok."));

    desk.refused(&["void", &text(number), "--reason", " "], BUDI, 1, "invalid");
    let voided = desk.json(&["void", &text(number), "--reason", "Tercatat dua kali"], BUDI);
    assert_eq!(voided, json!({ "id": id, "voided": true }));
    desk.refused(&["void", &text(number), "--reason", "lagi"], BUDI, 1, "precondition");
    assert_eq!(desk.json(&["stats"], "")["states"], json!({ "voided": 1 }));
    desk.json(&["void", &text(number), "--reason", "Keliru", "--undo"], BUDI);
    assert_eq!(desk.json(&["show", &text(number)], "")["state"], "received");
    let again = desk.run(&["void", &text(number), "--reason", "Keliru", "--undo"], BUDI);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("aduan ini tidak dibatalkan"), "{}", again.err);
}

#[test]
fn people_read_words_and_programs_read_codes() {
    let desk = Desk::new();
    let done = desk.register();
    let number = done["number"].as_str().expect("number");
    let shown = desk.run(&["show", "42"], "").out;
    for words in [number, "Keadaan: Diterima · batas tanggapan ", "Linimasa:", " WIB  Aduan didaftarkan"] {
        assert!(shown.contains(words), "no \"{words}\" in: {shown}");
    }
    for code in ["complaint.registered", "received", "·  ·", "T0", "+07:00"] {
        assert!(!shown.contains(code), "\"{code}\" in: {shown}");
    }
    assert_eq!(desk.json(&["show", "0042"], "")["entries"][0]["kind"], "complaint.registered");
    assert!(desk.run(&["stats"], "").out.contains("  Diterima: 1"));
    desk.refused(&["show", "43"], "", 1, "not_found");
}

/// Numbers begin again each year: then a sequence number alone names more than one complaint.
#[tokio::test]
async fn a_sequence_number_that_two_complaints_bear_lists_both() {
    let year_ago = chrono::Utc::now() - chrono::TimeDelta::days(400);
    let mut office = Office::at(year_ago).await;
    let input = loket_domain::intake::ComplaintInput { event_date: None, ..complaint() };
    let first = office.register(&input).await.number;
    office.later(chrono::TimeDelta::days(399));
    let mut second = office.register(&input).await.number;
    while !second.starts_with("0042/") {
        second = office.register(&input).await.number;
    }
    let desk = Desk::of(&office.place(), &office.key_file());
    let said = desk.run(&["show", "42"], "");
    assert_eq!(said.code, 1);
    assert!(said.err.contains(&first) && said.err.contains(&second), "{}", said.err);
    assert_eq!(desk.refused(&["show", "42"], "", 1, "invalid")["fields"][0]["code"], "ambiguous");
    assert_eq!(desk.json(&["show", &first], "")["number"], json!(first));
    office.desk.close().await.expect("close");
}

#[test]
fn a_receipt_is_a_paper_with_the_four_items_and_a_sidik_that_is_found() {
    let desk = Desk::new();
    let number = desk.register()["number"].as_str().expect("number").to_owned();
    let out = desk.path("tanda-terima.pdf");
    let args = ["receipt", &number, "--out", out.to_str().expect("path")];
    let first = desk.json(&args, BUDI);
    assert_eq!((&first["receipt"], &first["missing"], &first["copy"]), (&json!(true), &json!([]), &json!(0)));
    let text = paper(&out);
    let items = [
        ("identity, Ps44(2) a", "Melati Contohwati"),
        ("identity, Ps44(2) a", "Jalan Andaikan Nomor 7, RT 03/RW 02"),
        ("description, Ps44(2) b", "orang yang datang kemudian sudah dilayani"),
        ("place, Ps44(2) c", "Loket L1, UPTD Puskesmas Sukamisal, Sukamisal"),
        ("receiver, Ps44(2) d", "Budi Umpama, A.Md.Kep."),
        ("number", &number),
    ];
    for (what, item) in items {
        assert!(text.contains(item), "no {what} \"{item}\" in: {text}");
    }
    let year = chrono::Datelike::year(&chrono::Utc::now()).to_string();
    assert!(text.contains(&year) && text.contains("WIB"), "time of receipt, Ps44(2) c: {text}");
    assert!(!text.contains("9906034107900001"), "a NIK is masked on paper");

    let sidik = printed_fingerprint(&text);
    assert_eq!(json!(sidik), first["fingerprint"]);
    let found = desk.json(&["verify", "--sidik", &sidik], "");
    assert_eq!(found["kind"], "document.made");
    assert_eq!(desk.json(&["verify", "--sidik", &sidik.to_lowercase()], ""), found);
    desk.refused(&["verify", "--sidik", "0000-0000-0000-0000-0000"], "", 1, "not_found");

    let second = desk.json(&args, BUDI);
    assert_eq!(second["copy"], 0, "not handed over yet: still the original");
    assert_eq!(printed_fingerprint(&paper(&out)), sidik);
    let before = desk.json(&["stats"], "")["entries"].clone();
    desk.refused(&["receipt", &number, "--out", "/tidak/ada/kertas.pdf"], BUDI, 2, "internal");
    assert_eq!(desk.json(&["stats"], "")["entries"], before, "a paper that was not written leaves no trace");
}

#[test]
fn a_copy_is_restored_elsewhere_and_numbers_rest_until_paper_was_looked_at() {
    let desk = Desk::bare();
    let key = desk.json(&["init", "-"], &office_file().to_string())["recovery_key"].as_str().expect("key").to_owned();
    let number = desk.register()["number"].clone();
    let made = desk.json(&["backup"], "");
    assert_eq!(made["complaints"], 1);
    let stick = desk.path("stik");
    std::fs::create_dir(&stick).expect("folder");
    let made = desk.json(&["backup", "--to", stick.to_str().expect("path")], "");
    let snapshot = made["path"].as_str().expect("path").to_owned();
    assert!(snapshot.starts_with(stick.to_str().expect("path")), "{snapshot}");

    let elsewhere = Desk::bare();
    elsewhere.refused(&["restore", &snapshot], &format!("{}\n", "123456 ".repeat(8)), 2, "key_wrong");
    elsewhere.refused(&["stats"], "", 2, "no_register");
    let restored = elsewhere.json(&["restore", &snapshot], &format!("{key}\n"));
    assert_eq!(restored["numbers_frozen"], true);
    assert_eq!(elsewhere.json(&["verify"], "")["logs"], 2, "a restored register begins a log of its own");
    assert_eq!(elsewhere.json(&["search", "antrean"], "")["rows"][0]["number"], number);
    assert_eq!(elsewhere.json(&["stats"], "")["next"], Value::Null);

    let one = format!("{BUDI}{}", complaint_file());
    elsewhere.refused(&["register", "-"], &one, 1, "number_series_frozen");
    elsewhere.refused(&["resume-numbers", "41"], SARI, 1, "invalid");
    let next = elsewhere.json(&["resume-numbers", "57"], SARI)["next"].clone();
    assert!(next.as_str().expect("number").starts_with("0058/"), "{next}");
    assert_eq!(elsewhere.json(&["register", "-"], &one)["number"], next);
    elsewhere.refused(&["resume-numbers", "99"], SARI, 1, "precondition");
}

#[test]
fn proof_rebuilding_and_figures() {
    let desk = Desk::new();
    desk.register();
    let report = desk.json(&["verify"], "");
    let entries = report["entries"].as_u64().expect("entries");
    assert!(entries > 4 && report["parts"].as_u64().expect("parts") > 4, "{report}");
    assert_eq!((&report["logs"], &report["parts_absent"]), (&json!(1), &json!(0)));
    let built = desk.json(&["rebuild"], "");
    assert_eq!(built["equal"], true);
    let stats = desk.json(&["stats"], "");
    assert_eq!((&stats["complaints"], stats["entries"].as_u64()), (&json!(1), Some(entries)));
    assert!(stats["next"].as_str().expect("next").starts_with("0043/"), "{stats}");
    assert!(desk.run(&["verify"], "").out.starts_with(&format!("Utuh: {entries} entri")));
}

#[test]
fn a_file_older_than_its_witness_does_not_verify() {
    let desk = Desk::new();
    let register = desk.data().join("register.db");
    let old = std::fs::read(&register).expect("read");
    desk.register();
    std::fs::write(&register, old).expect("an older file is put back");
    desk.refused(&["verify"], "", 3, "does_not_verify");
}

#[tokio::test]
async fn beside_an_open_window_one_reads_and_hears_who_holds_the_register() {
    let mut office = Office::at(chrono::Utc::now()).await;
    let input = loket_domain::intake::ComplaintInput { event_date: None, ..complaint() };
    let done = office.register(&input).await;
    let desk = Desk::of(&office.place(), &office.key_file());
    assert_eq!(desk.json(&["show", &done.number], "")["number"], json!(done.number));
    assert_eq!(desk.json(&["search", "antrean"], "")["count"], 1);
    assert_eq!(desk.json(&["stats"], "")["complaints"], 1);
    assert_eq!(desk.json(&["verify"], "")["logs"], 1);
    let out = desk.path("kertas.pdf");
    let one = format!("{BUDI}{}", complaint_file());
    let writing: [(&[&str], &str); 6] = [
        (&["register", "-"], &one),
        (&["void", &done.number, "--reason", "x"], BUDI),
        (&["receipt", &done.number, "--out", out.to_str().expect("path")], BUDI),
        (&["resume-numbers", "50"], SARI),
        (&["backup"], ""),
        (&["rebuild"], ""),
    ];
    for (args, input) in writing {
        desk.refused(args, input, 2, "register_held");
    }
    assert!(desk.run(&["backup"], "").err.contains("Register sedang dipakai program lain"));
    office.register(&input).await;
    assert_eq!(desk.json(&["stats"], "")["complaints"], 2, "the window went on, and the reader sees it");
    office.desk.close().await.expect("closed");
}

#[test]
fn who_may_not_is_refused_and_nothing_changes() {
    let desk = Desk::new();
    let before = desk.json(&["stats"], "");
    let one = complaint_file();
    for lines in [format!("Budi Umpama, A.Md.Kep.\n000000\n{one}"), format!("Tiada Orang\n{PIN}\n{one}"), String::new()]
    {
        desk.refused(&["register", "-"], &lines, 1, "signed_out");
    }
    desk.refused(&["register", "-"], BUDI, 1, "invalid");
    let other = Desk::new();
    for args in [&["verify"][..], &["stats"], &["backup"]] {
        let said = desk.with_key(&other.key_file()).run(&[&["--json"], args].concat(), "");
        assert_eq!((said.code, said.error().as_str()), (2, "key_wrong"), "{args:?}: {}", said.err);
    }
    let said = desk.with_key(&desk.path("tiada")).run(&["--json", "stats"], "");
    assert_eq!((said.code, said.error().as_str()), (2, "key_missing"), "{}", said.err);
    assert_eq!(desk.json(&["stats"], ""), before, "the register lies where it lay");
    Desk::bare().refused(&["verify"], "", 2, "no_register");
}

/// A connection that is still being closed while the process ends may take the process with it.
#[test]
fn a_refusal_ends_with_its_exit_code_every_time() {
    let (desk, other) = (Desk::new(), Desk::new());
    let stranger = desk.with_key(&other.key_file());
    for _ in 0..rounds(20, 400) {
        desk.refused(&["register", "-"], "Tiada Orang\n000000\n", 1, "signed_out");
        desk.refused(&["show", "tiada"], "", 1, "not_found");
        stranger.refused(&["backup"], "", 2, "key_wrong");
        stranger.refused(&["verify"], "", 2, "key_wrong");
    }
}

#[test]
fn files_that_make_no_sense_are_refused_without_repeating_them() {
    let desk = Desk::new();
    let files: [(&[u8], &str); 7] = [
        (br#"{"name": "Melati Contohwati", "nik": "9906034107900001", "description": "#, "not_json"),
        (br#"{"name": "Melati Contohwati", "description": {"Melati": 1}}"#, "not_in_schema"),
        (br#"{"Melati Contohwati": "9906034107900001", "description": "x"}"#, "not_in_schema"),
        (br#"{"channel": "Melati Contohwati", "description": "x"}"#, "not_in_schema"),
        (br#"{"name": "Melati Contohwati"}"#, "not_in_schema"),
        (b"Melati Contohwati", "not_json"),
        (b"{\"description\": \"Melati \xff\"}", "not_utf8"),
    ];
    for (bytes, code) in files {
        let file = desk.path("aduan.json");
        std::fs::write(&file, bytes).expect("write");
        let refused = desk.refused(&["register", file.to_str().expect("path")], BUDI, 1, "invalid");
        assert_eq!(refused["fields"][0]["code"], code, "{}", String::from_utf8_lossy(bytes));
        let plain = desk.run(&["register", file.to_str().expect("path")], BUDI);
        assert!(plain.err.contains("berkas") && plain.err.contains("tidak ada yang berubah"), "{}", plain.err);
        for personal in ["Melati", "9906034107900001", PIN] {
            assert!(!plain.err.contains(personal) && !refused.to_string().contains(personal), "{}", plain.err);
        }
    }
    let future = json!({ "name": "Melati Contohwati", "description": "", "received_at": "2990-01-01T00:00:00+07:00" });
    let refused = desk.refused(&["register", "-"], &format!("{BUDI}{future}"), 1, "invalid");
    let fields: Vec<&Value> = refused["fields"].as_array().expect("all").iter().map(|f| &f["field"]).collect();
    assert_eq!(fields, ["description", "received_at"], "names as they stand in the file");
    assert_eq!(desk.json(&["stats"], "")["complaints"], 0);
}

#[test]
fn hostile_texts_are_kept_or_refused_but_break_nothing() {
    let desk = Desk::new();
    for text in hostile() {
        let file = json!({ "name": text, "description": text, "subject": text, "service_text": text });
        let said = desk.run(&["--json", "register", "-"], &format!("{BUDI}{file}"));
        assert!([0, 1].contains(&said.code), "{text:?}: {}", said.err);
        for args in [["--json", "search", "--", &text], ["--json", "show", "--", &text]] {
            let said = desk.run(&args, "");
            assert!([0, 1].contains(&said.code), "{args:?}: {} {}", said.out, said.err);
        }
        let said = desk.run(&["--json", "verify", &format!("--sidik={text}")], "");
        assert_eq!((said.code, said.error().as_str()), (1, "not_found"), "{text:?}: {}", said.err);
    }
    let long = json!({ "name": "Melati Contohwati", "description": "x".repeat(20_001) });
    let refused = desk.refused(&["register", "-"], &format!("{BUDI}{long}"), 1, "invalid");
    assert_eq!(refused["fields"][0], json!({ "field": "description", "code": "too_long", "detail": "20000" }));
    assert!(desk.json(&["stats"], "")["complaints"].as_i64().expect("count") >= 8, "hostile words are words");
    desk.json(&["verify"], "");
    desk.json(&["rebuild"], "");
}

#[test]
fn help_and_misuse_are_told_in_indonesian() {
    let desk = Desk::new();
    let help = desk.run(&["--help"], "");
    assert_eq!(help.code, 0);
    let commands = ["init", "schema", "register", "void", "show", "search", "receipt", "backup", "restore"];
    let more = ["resume-numbers", "verify", "rebuild", "stats"];
    for word in
        commands.iter().chain(&more).chain(&["Pemakaian:", "Perintah:", "Pilihan:", "--key-file", "PIN", "Kode keluar"])
    {
        assert!(help.out.contains(word), "no {word} in {}", help.out);
    }
    let english = ["Usage", "Options", "Commands", "Arguments", "Print", "possible values", "help for", "error:"];
    for command in std::iter::once("--json").chain(commands).chain(more) {
        let said = desk.run(&[command, "--help"], "");
        assert!(said.code == 0 && said.out.contains("Pemakaian: loket"), "{command}: {} {}", said.out, said.err);
        for word in english {
            assert!(!said.out.contains(word), "{word} in the help of {command}: {}", said.out);
        }
    }
    for args in
        [&["--Melati"][..], &["Melati"], &["show"], &["register", "-", "--request", "Melati"], &["schema", "Melati"]]
    {
        let said = desk.run(args, "");
        assert_eq!(said.code, 2, "{args:?}");
        assert!(said.err.starts_with("Perintah tidak dimengerti"), "{}", said.err);
        assert!(!said.err.contains("Melati") && !english.iter().any(|e| said.err.contains(e)), "{}", said.err);
        assert_eq!(desk.run(&[args, &["--json"]].concat(), "").error(), "usage");
    }
    assert!(desk.run(&["--version"], "").out.starts_with("loket 0."));
}
