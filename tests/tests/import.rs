//! Importing an old register: every kind of file, hostile ones, repetition, interruption, undoing.

use loket_desk::import::{Control, Preview, Progress, Report, Source, beside};
use loket_desk::steps::Step;
use loket_desk::store::complaints::{Filter, Row};
use loket_desk::{Error, Result, verify};
use loket_domain::import::{Field, ImportMap, SourceZone, guess};
use loket_domain::intake::ComplaintInput;
use loket_tests::chance::Chance;
use loket_tests::office::Office;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

const SIMPLE: &str = "No;Tanggal;Nama;Aduan;Status\r\n\
    12/ADU/2023;5/1/2024;Melati Contohwati;\"Obat kosong; sudah\r\ndua hari\";Selesai\r\n\
    13/ADU/2023;8 Januari 2024;;Antrean café lama sekali;Proses\r\n";

fn silent(_: Progress) {}

fn write(office: &Office, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = office.dir.path().join(name);
    std::fs::write(&path, bytes).expect("file");
    path
}

fn guessed(path: &Path) -> ImportMap {
    guess(&Source::look(path).expect("a table").header)
}

async fn import_as(office: &mut Office, path: &Path, map: &ImportMap) -> Result<Report> {
    let act = office.act(office.sari);
    let never = AtomicBool::new(false);
    office.desk.import(path, map, &beside(path), act, &Control { cancelled: &never, tell: &silent }).await
}

async fn import(office: &mut Office, path: &Path) -> Report {
    let map = guessed(path);
    import_as(office, path, &map).await.expect("import")
}

async fn preview(office: &mut Office, path: &Path, map: &ImportMap) -> Result<Preview> {
    let act = office.act(office.sari);
    let never = AtomicBool::new(false);
    office.desk.preview_import(path, map, None, act, &Control { cancelled: &never, tell: &silent }).await
}

async fn rows(office: &Office, text: &str) -> Vec<Row> {
    let filter = Filter { text: text.to_owned(), ..Filter::default() };
    office.desk.list(&filter, None, office.sari).await.expect("list").rows
}

fn counts(report: &Report) -> (u64, u64, u64, u64) {
    (report.rows, report.imported, report.skipped, report.rejected)
}

#[tokio::test]
async fn every_encoding_delimiter_and_line_end_gives_the_same_complaints() {
    let utf16 = |text: &str, big: bool, bom: bool| -> Vec<u8> {
        let units = bom.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    };
    let latin = |text: &str| -> Vec<u8> { text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect() };
    let with = |delimiter: &str| {
        let quoted = SIMPLE.replace("\"Obat kosong; sudah", "\"Obat kosong, sudah");
        quoted.replace(';', delimiter).replace("kosong, sudah", "kosong; sudah")
    };
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        ("utf8", SIMPLE.into(), "UTF-8"),
        ("bom", format!("\u{feff}{SIMPLE}").into(), "UTF-8 dengan BOM"),
        ("latin", latin(SIMPLE), "Windows-1252"),
        ("le", utf16(SIMPLE, false, true), "UTF-16 dengan BOM"),
        ("be", utf16(SIMPLE, true, true), "UTF-16 dengan BOM"),
        ("bare-le", utf16(SIMPLE, false, false), "UTF-16"),
        ("bare-be", utf16(SIMPLE, true, false), "UTF-16"),
        ("comma", with(",").into(), "UTF-8"),
        ("tab", with("\t").into(), "UTF-8"),
        ("lf", SIMPLE.replace("\r\n", "\n").into(), "UTF-8"),
        ("cr", SIMPLE.replace("\r\n", "\r").into(), "UTF-8"),
        ("sep", format!("sep=;\r\n{SIMPLE}").into(), "UTF-8"),
        ("titled", format!("Buku Register Pengaduan\r\nTahun;2024\r\n\r\n{SIMPLE}").into(), "UTF-8"),
    ];
    let mut first: Option<Vec<(String, String, String, String)>> = None;
    for (name, bytes, encoding) in files {
        let mut office = Office::new().await;
        let path = write(&office, &format!("{name}.csv"), bytes);
        assert_eq!(Source::look(&path).expect("table").encoding_label(), encoding, "{name}");
        assert_eq!(counts(&import(&mut office, &path).await), (2, 2, 0, 0), "{name}");
        let found: Vec<_> =
            rows(&office, "").await.into_iter().map(|r| (r.old_number, r.received_at, r.subject, r.state)).collect();
        assert_eq!(&found, first.get_or_insert_with(|| found.clone()), "{name}");
        let id = office.desk.find("12/ADU/2023").await.expect("by its old number");
        let detail = office.desk.detail(id, office.sari).await.expect("detail");
        let story = detail.complaint.matter.and_then(|m| m.description);
        assert_eq!(story.as_deref(), Some("Obat kosong; sudah\ndua hari"), "{name}");
        assert_eq!(rows(&office, "café").await.len(), 1, "{name}");
        office.desk.close().await.expect("close");
    }
}

#[tokio::test]
async fn an_imported_complaint_stands_outside_the_series_and_is_worked_on_like_others() {
    let mut office = Office::new().await;
    let text = format!("{SIMPLE}14/ADU/2023;8 Januari 2024;Budi Contohman;Loket tutup;Proses\r\n");
    let path = write(&office, "buku.csv", text);
    let before = office.desk.next_number(office.now()).await.expect("next");
    import(&mut office, &path).await;
    assert_eq!(office.desk.next_number(office.now()).await.expect("next"), before, "no number was used");
    let found = rows(&office, "melati").await;
    assert_eq!((found.len(), found[0].number.as_str(), found[0].old_number.as_str()), (1, "", "12/ADU/2023"));
    assert!(found[0].imported && found[0].day_only && found[0].state == "closed" && found[0].work_day.is_empty());
    let nobody = &rows(&office, "13/ADU/2023").await[0];
    assert!(nobody.state == "received" && nobody.work_day.is_empty(), "an answer could reach nobody");
    let open = &rows(&office, "14/ADU/2023").await[0];
    assert!(open.state == "received" && !open.work_day.is_empty(), "an open one runs");
    assert_eq!(open.answer_due, "2024-01-22");
    let (id, act) = (open.complaint_id, office.act(office.sari));
    let note = Step::Note { text: "Diperiksa di arsip".into() };
    office.desk.step(id, &note, act).await.expect("note");
    let detail = office.desk.detail(id, office.sari).await.expect("detail");
    let intake = detail.complaint.intake();
    let input = ComplaintInput {
        description: "Loket tutup sampai sore".into(),
        ..serde_json::from_value(serde_json::json!({
            "description": "", "name": "Budi Contohman", "received_at": intake.facts.received_at, "channel": "LL",
        }))
        .expect("input")
    };
    let act = office.act(office.sari);
    office.desk.correct(id, &input, act).await.expect("correct");
    let detail = office.desk.detail(id, office.sari).await.expect("detail");
    assert_eq!(detail.complaint.matter.and_then(|m| m.old_number).as_deref(), Some("14/ADU/2023"));
    assert!(detail.complaint.receipts.is_empty(), "no receipt is made of what this program did not receive");
    assert_eq!(office.register(&loket_tests::office::complaint()).await.number, before.expect("number"));
    verify::file(&mut *office.desk.store.writer.lock().await).await.expect("genuine");
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same tables");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn the_same_file_again_writes_nothing() {
    let mut office = Office::new().await;
    let path = write(&office, "buku.csv", SIMPLE);
    let first = import(&mut office, &path).await;
    let entries = office.desk.entries().await.expect("entries");
    let again = import(&mut office, &path).await;
    assert_eq!(counts(&again), (2, 0, 2, 0));
    assert_eq!(again.import, first.import, "it goes on with the same import");
    assert_eq!(office.desk.entries().await.expect("entries"), entries);
    // Saved again by a spreadsheet: another delimiter, other dates, one more row.
    let changed = "No,Tanggal,Nama,Aduan,Status\n12/ADU/2023,2024-01-05,MELATI CONTOHWATI,\"Obat kosong; sudah\ndua hari\",Selesai\n\
                   13/ADU/2023,2024-01-08,,Antrean  café lama sekali,Selesai\n14/ADU/2023,2024-01-09,,Loket tutup,Proses\n";
    let path = write(&office, "buku-2.csv", changed);
    assert_eq!(counts(&import(&mut office, &path).await), (3, 1, 2, 0));
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn repeated_ids_are_one_complaint_and_an_id_with_other_content_is_told() {
    let mut office = Office::new().await;
    let text = "Tracking ID,Tanggal,Isi Laporan\n7,5/1/2024,Obat kosong\n7,5/1/2024,Obat kosong\n8,5/1/2024,Obat kosong\n7,6/1/2024,Lain sama sekali\n";
    let path = write(&office, "ulang.csv", text);
    let map = guessed(&path);
    assert_eq!(map.columns[&Field::SourceId], "Tracking ID");
    let looked = preview(&mut office, &path, &map).await.expect("preview").report;
    assert_eq!(counts(&looked), (4, 2, 1, 1), "a look tells what the import will do");
    let report = import_as(&mut office, &path, &map).await.expect("import");
    assert_eq!(counts(&report), (4, 2, 1, 1));
    assert_eq!(report.reasons.keys().collect::<Vec<_>>(), ["Id sumber sudah ada dengan isi lain"]);
    let rejects = std::fs::read_to_string(report.rejects.expect("file")).expect("rejects");
    assert!(rejects.contains("\"5\",\"Id sumber sudah ada dengan isi lain\",\"7\",\"6/1/2024\""), "{rejects}");
    assert_eq!(rows(&office, "").await.len(), 2);
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn a_time_without_a_zone_is_asked_for_before_anything_is_written() {
    let mut office = Office::new().await;
    let text = "Tanggal,Aduan,Selisih Hari,Status Tepat Waktu\n2024-01-05,Obat kosong,900,Terlambat\n2024-01-06 20:10,Loket tutup,-3,Tepat\n";
    let path = write(&office, "jam.csv", text);
    let map = guessed(&path);
    let entries = office.desk.entries().await.expect("entries");
    let seen = preview(&mut office, &path, &map).await.expect("preview");
    assert_eq!(seen.report.zone_needed, Some(3));
    assert_eq!(seen.unused, ["Selisih Hari", "Status Tepat Waktu"], "what sums up is never read");
    assert!(matches!(import_as(&mut office, &path, &map).await, Err(Error::Precondition("zone_needed"))));
    assert_eq!(office.desk.entries().await.expect("entries"), entries, "a look writes nothing");
    let map = ImportMap { zone: Some(SourceZone::Utc), ..map };
    assert_eq!(counts(&import_as(&mut office, &path, &map).await.expect("import")), (2, 2, 0, 0));
    let found = rows(&office, "tutup").await;
    assert_eq!(found[0].received_at, "2024-01-07T03:10:00+07:00", "the next day at the office");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn hostile_cells_are_text_and_what_is_refused_can_be_put_right() {
    let mut office = Office::new().await;
    let long = "x".repeat(8_471);
    let longer = "y".repeat(20_001);
    let text = format!(
        "No,Tanggal,Nama,Aduan\n\
         =1+1,5/1/2024,+62 Melati,\"=HYPERLINK(\"\"http://contoh.invalid\"\")\"\n\
         -2,5/1/2024,@SUM,-\u{0}3\u{202e}abc<br>def<script>alert(1)</script>\n\
         3,5/1/2024,Budi Contohman,{long}\n\
         4,31/2/2024,Budi Contohman,=1+2\n\
         5,5/1/2024,Budi Contohman,{longer}\n\
         6,5/1/2099,,\n\
         7,5/1/2024\n"
    );
    let path = write(&office, "jahat.csv", text);
    let report = import(&mut office, &path).await;
    assert_eq!(counts(&report), (7, 3, 0, 4));
    let stories: Vec<String> = {
        let mut stories = Vec::new();
        for number in ["=1+1", "-2", "3"] {
            let id = office.desk.find(number).await.expect("by its old number");
            let detail = office.desk.detail(id, office.sari).await.expect("detail");
            stories.push(detail.complaint.matter.and_then(|m| m.description).expect("story"));
        }
        stories
    };
    assert_eq!(stories, ["=HYPERLINK(\"http://contoh.invalid\")", "-3abc\ndef<script>alert(1)</script>", &long]);
    let rejects = std::fs::read_to_string(report.rejects.expect("file")).expect("rejects");
    assert!(rejects.starts_with("\u{feff}\"Baris\",\"Alasan\",\"No\",\"Tanggal\",\"Nama\",\"Aduan\"\r\n"));
    assert!(
        rejects.contains("\"5\",\"Tanggal diterima tidak terbaca\",\"4\",\"31/2/2024\",\"Budi Contohman\",\"'=1+2\"")
    );
    assert!(rejects.contains("\"7\",\"Isi aduan kosong; Tanggal diterima sesudah hari ini\",\"6\""), "{rejects}");
    assert!(!rejects.lines().any(|l| l.contains(",\"=") || l.contains(",\"@")), "no cell is calculated");
    assert!(beside(&path).ends_with("jahat-ditolak-2.csv"), "a file that somebody may be working on stays");
    let act = office.act(office.sari);
    let never = AtomicBool::new(false);
    let control = Control { cancelled: &never, tell: &silent };
    let over = office.desk.import(&path, &guessed(&path), &path, act, &control).await;
    assert!(matches!(over, Err(Error::Invalid(_))) && path.metadata().expect("file").len() > 20_000);
    // Put right in that very file and imported from it.
    let path = write(&office, "jahat-ditolak.csv", rejects.replace("31/2/2024", "1/2/2024"));
    assert_eq!(counts(&import(&mut office, &path).await), (4, 1, 0, 3));
    let id = office.desk.find("4").await.expect("by its old number");
    let detail = office.desk.detail(id, office.sari).await.expect("detail");
    assert_eq!(detail.complaint.matter.and_then(|m| m.description).as_deref(), Some("=1+2"));
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn a_line_beyond_all_measure_is_refused_and_the_next_one_taken() {
    let mut office = Office::new().await;
    let mut bytes = b"Tanggal,Aduan\n5/1/2024,Obat kosong\n5/1/2024,".to_vec();
    bytes.extend(vec![b'x'; 5 * 1024 * 1024]);
    bytes.extend_from_slice(b"\n6/1/2024,Loket tutup\n");
    let path = write(&office, "panjang.csv", bytes);
    let report = import(&mut office, &path).await;
    assert_eq!(counts(&report), (3, 2, 0, 1));
    let rejects = std::fs::read_to_string(report.rejects.expect("file")).expect("rejects");
    assert!(rejects.contains("\"3\",\"Baris lebih panjang") && rejects.len() < 2_000);
    office.desk.close().await.expect("close");
}

fn many(from: usize, to: usize) -> String {
    let mut text = "No,Tanggal,Nama,Aduan\n".to_owned();
    for n in from..to {
        text.push_str(&format!("{n}/LAMA,{}/3/2023,Siti Ibaratwati,Antrean lama nomor {n}\n", 1 + n % 28));
    }
    text
}

#[tokio::test]
async fn what_was_taken_before_a_stop_stays_and_the_next_run_goes_on() {
    let mut office = Office::new().await;
    let path = write(&office, "banyak.csv", many(0, 2_300));
    let map = guessed(&path);
    let stop = AtomicBool::new(false);
    let tell = |p: Progress| {
        if p.writing && p.imported >= 1_000 {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let act = office.act(office.sari);
    let control = Control { cancelled: &stop, tell: &tell };
    let stopped = office.desk.import(&path, &map, &beside(&path), act, &control).await.expect("stopped");
    assert!(stopped.cancelled && stopped.imported == 1_000, "{stopped:?}");
    let mut office = office.reopen().await.expect("reopen");
    let report = import_as(&mut office, &path, &map).await.expect("import");
    assert_eq!(counts(&report), (2_300, 1_300, 1_000, 0));
    assert_eq!(report.import, stopped.import, "one import, though in two runs");
    let act = office.act(office.sari);
    let undone = office.desk.undo_import(report.import.expect("import"), "Salah berkas", act).await.expect("undo");
    assert_eq!((undone.left, undone.stay), (2_300, 0));
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn an_import_taken_back_leaves_lists_search_and_counts_but_not_what_was_worked_on() {
    let mut office = Office::new().await;
    let own = office.register(&loket_tests::office::complaint()).await;
    let path = write(&office, "buku.csv", many(0, 5));
    let import_id = import(&mut office, &path).await.import.expect("import");
    let later = office.register(&loket_tests::office::complaint()).await;
    let worked_on = office.desk.find("3/LAMA").await.expect("find");
    let gone = office.desk.find("4/LAMA").await.expect("find");
    let note = Step::Note { text: "Dilanjutkan".into() };
    let act = office.act(office.sari);
    office.desk.step(worked_on, &note, act).await.expect("note");
    let act = office.act(office.budi);
    assert!(matches!(office.desk.undo_import(import_id, "salah", act).await, Err(Error::NotAllowed)));
    let act = office.act(office.sari);
    assert!(matches!(office.desk.undo_import(import_id, " ", act).await, Err(Error::Invalid(_))));
    let undone = office.desk.undo_import(import_id, "Salah berkas", act).await.expect("undo");
    assert_eq!((undone.left, undone.stay), (4, 1));
    let left: Vec<Uuid> = rows(&office, "").await.iter().map(|r| r.complaint_id).collect();
    assert_eq!(left.len(), 3);
    assert!(left.contains(&own.id) && left.contains(&later.id) && left.contains(&worked_on));
    assert_eq!(rows(&office, "antrean lama").await.len(), 1);
    let act = office.act(office.sari);
    assert!(matches!(office.desk.step(gone, &note, act).await, Err(Error::NotFound(_))), "it has left");
    assert!(matches!(office.desk.detail(gone, office.sari).await, Err(Error::NotFound(_))));
    let act = office.act(office.sari);
    let again = office.desk.undo_import(import_id, "lagi", act).await;
    assert!(matches!(again, Err(Error::Precondition("import_undone"))));
    assert!(matches!(office.desk.undo_import(Uuid::nil(), "x", act).await, Err(Error::NotFound("import"))));
    verify::rebuild(&mut *office.desk.store.writer.lock().await).await.expect("the same tables");
    // What left can be imported again; what stayed is known.
    assert_eq!(counts(&import(&mut office, &path).await), (5, 4, 1, 0));
    let listed = office.desk.imports().await.expect("imports");
    assert_eq!(listed.len(), 2);
    assert!(listed[0].complaints == 4 && listed[0].undone_at.is_none() && listed[1].undone_at.is_some());
    verify::file(&mut *office.desk.store.writer.lock().await).await.expect("genuine");
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn only_an_administrator_imports_and_a_mapping_must_fit() {
    let mut office = Office::new().await;
    let path = write(&office, "buku.csv", SIMPLE);
    let (map, act, never) = (guessed(&path), office.act(office.budi), AtomicBool::new(false));
    let control = Control { cancelled: &never, tell: &silent };
    let refused = office.desk.import(&path, &map, &beside(&path), act, &control).await;
    assert!(matches!(refused, Err(Error::NotAllowed)));
    let mut wrong = map.clone();
    wrong.columns.insert(Field::Nik, "Tidak Ada".into());
    let refused = import_as(&mut office, &path, &wrong).await;
    assert!(matches!(refused, Err(Error::Invalid(fields)) if fields[0].field == "nik"));
    for empty in ["", "\n\n\r\n", "\u{feff}"] {
        let path = write(&office, "kosong.csv", empty);
        assert!(matches!(import_as(&mut office, &path, &map).await, Err(Error::Precondition("import_empty"))));
    }
    office.desk.close().await.expect("close");
}

#[tokio::test]
async fn no_bytes_make_it_panic() {
    let mut office = Office::new().await;
    let mut chance = Chance::seeded();
    let pieces: [&[u8]; 12] = [
        b"Tanggal,Aduan\n",
        b"5/1/2024",
        b",",
        b"\"",
        b"\n",
        b"\r",
        b"\0",
        b"\xff\xfe",
        b"\xd8\x00",
        b"<br",
        "é😀".as_bytes(),
        b";",
    ];
    for round in 0..60 {
        let mut bytes = if round % 2 == 0 { b"Tanggal,Aduan\n".to_vec() } else { Vec::new() };
        for _ in 0..chance.place(400) {
            match chance.place(3) {
                0 => bytes.push(chance.below(256) as u8),
                _ => bytes.extend_from_slice(pieces[chance.place(pieces.len())]),
            }
        }
        let path = write(&office, "acak.csv", &bytes);
        if let Ok(source) = Source::look(&path) {
            let mut map = guess(&source.header);
            for field in [Field::Received, Field::Description] {
                map.columns.entry(field).or_insert_with(|| source.header[0].clone());
            }
            map.zone = Some(SourceZone::Wib);
            let _ = import_as(&mut office, &path, &map).await;
        }
    }
    verify::file(&mut *office.desk.store.writer.lock().await).await.expect("genuine");
    office.desk.close().await.expect("close");
}
