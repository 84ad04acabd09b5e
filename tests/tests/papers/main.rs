//! The printed papers, read back by other programs and compared with committed words and pictures.
//! Needs `pdftotext`, `pdfinfo`, `pdffonts` (poppler) and `qpdf`.

#![expect(clippy::unwrap_used, reason = "what unwraps here is the test itself, in its helpers")]

mod book;
mod example;
mod form;
mod lists;
mod tools;

use loket_desk::paper::{PaperError, guide, guide_words, receipt, recovery_sheet, shortcut_sheet};
use loket_domain::checks::ReceiptItem;
use loket_domain::paper::{Receipt, ReceiptForm, ReporterOf, Representation};

use tools::{check_structure, codes, compare, fonts, page_count, property, text, words};

fn two_up(value: &Receipt) -> Vec<u8> {
    receipt(value, ReceiptForm::TwoUp).unwrap()
}

fn large(value: &Receipt) -> Vec<u8> {
    receipt(value, ReceiptForm::Large).unwrap()
}

fn a5(value: &Receipt) -> Vec<u8> {
    receipt(value, ReceiptForm::A5).unwrap()
}

fn changed(change: impl FnOnce(&mut Receipt)) -> Receipt {
    let mut value = example::receipt();
    change(&mut value);
    value
}

/// Every variant that is compared with a committed paper.
fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let practice = changed(|r| {
        r.frame.training = true;
        r.frame.number = "LATIHAN-0042/ADU/L1/XI/2026".into();
    });
    let solved = changed(|r| {
        r.frame.qr_payload = "HTTPS://ADUAN.CONTOH.EXAMPLE/S/C0NT0H42T".into();
        r.matter.solved_on_spot = Some("antrean dipanggil ulang".into());
        r.matter.description.push_str(" 😀👍🏽");
    });
    let proxy = changed(|r| {
        let reporter = r.identity.reporter.as_mut().unwrap();
        reporter.representation =
            Representation::Proxy { giver: "Mawar Umpamawati".into(), letter_date: Some("18 November 2026".into()) };
        r.frame.reporter_of = Some(ReporterOf { n: 2, of: 3 });
        r.frame.reception.recorded_at = Some("20 November 2026, pukul 11.00 WIB".into());
    });
    let arms = changed(|r| {
        r.frame.office.logo = Some(example::logo());
        r.frame.office.above.truncate(1);
    });
    let mut corrected = example::reprint(1);
    corrected.frame.correction = Some(2);
    let mut restricted = example::confidential();
    restricted.frame.restricted = true;
    let no_address = changed(|r| r.identity.reporter.as_mut().unwrap().address = None);
    let long = changed(|r| r.matter.description = example::story(8471));
    let middling = changed(|r| r.matter.description = example::story(1902));
    let mut blank = example::recovery();
    (blank.place, blank.keeper) = (None, None);
    blank.older_void_since = Some("20 November 2026".into());
    let mut samples = vec![
        ("receipt", two_up(&example::receipt())),
        ("receipt-arms", two_up(&arms)),
        ("receipt-large", large(&example::receipt())),
        ("receipt-large-long", large(&middling)),
        ("receipt-large-restricted", large(&restricted)),
        ("receipt-a5", a5(&arms)),
        ("receipt-a5-long", a5(&middling)),
        ("receipt-a5-proxy", a5(&proxy)),
        ("receipt-a5-restricted", a5(&restricted)),
        ("receipt-long", two_up(&long)),
        ("receipt-practice", two_up(&practice)),
        ("receipt-solved", two_up(&solved)),
        ("receipt-proxy", two_up(&proxy)),
        ("receipt-reprint", two_up(&corrected)),
        ("receipt-restricted", two_up(&restricted)),
        ("slip-box", two_up(&example::from_the_box())),
        ("slip-box-large", large(&example::from_the_box())),
        ("slip-box-a5", a5(&example::from_the_box())),
        ("slip-address", two_up(&no_address)),
        ("recovery", recovery_sheet(&example::recovery()).unwrap()),
        ("recovery-blank", recovery_sheet(&blank).unwrap()),
        ("guide", guide(example::MADE).unwrap()),
        ("shortcuts", shortcut_sheet(&example::shortcuts(), example::MADE).unwrap()),
    ];
    samples.extend(book::samples());
    samples.extend(form::samples());
    samples.extend(lists::samples());
    samples
}

/// The text without any space, for what is broken over lines or written aslant.
fn joined(pdf: &[u8]) -> String {
    text(pdf).split_whitespace().collect()
}

#[test]
fn papers_look_and_read_as_committed() {
    for (name, pdf) in samples() {
        compare(name, &pdf);
    }
}

#[test]
fn files_are_sound_with_embedded_subset_fonts_and_a_title_without_names() {
    for (name, pdf) in samples() {
        check_structure(&pdf);
        let fonts = fonts(&pdf);
        assert!(!fonts.is_empty(), "{name}");
        for (font, flags) in fonts {
            assert_eq!(flags, ["yes", "yes", "yes"], "{name}: {font} embedded, subset, searchable");
        }
        let title = property(&pdf, "Title");
        assert!(!title.is_empty(), "{name}");
        for person in ["Melati", "Budi", "Sari", "Permana"] {
            assert!(!title.contains(person), "{name}: {title}");
        }
        assert!(property(&pdf, "CreationDate").contains("Nov 20"), "{name}");
        assert!(property(&pdf, "CreationDate").contains("2026"), "{name}");
    }
}

#[test]
fn the_same_value_gives_the_same_file() {
    assert_eq!(two_up(&example::receipt()), two_up(&example::receipt()));
    assert_ne!(two_up(&example::receipt()), two_up(&example::reprint(1)));
}

#[test]
fn values_survive_being_stored() {
    let value = example::receipt();
    let stored = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<Receipt>(&stored).unwrap(), value);
}

/// `length` characters of numbered words, each of which must be found on both sheets.
fn numbered(length: usize) -> String {
    let text: String = (0..length / 9).map(|n| format!("kata{n:04} ")).collect();
    let rest = length - text.len();
    text + &"z".repeat(rest)
}

#[test]
fn no_word_of_a_complaint_is_lost_whatever_its_length() {
    for (length, pages) in [(0, 1), (204, 1), (977, 2), (1902, 4), (8471, 6)] {
        let value = changed(|r| r.matter.description = numbered(length));
        let pdf = two_up(&value);
        let printed: Vec<String> = words(&pdf)
            .split(' ')
            .filter(|word| word.starts_with("kata") || word.starts_with("zz"))
            .map(str::to_owned)
            .collect();
        let once: Vec<String> = value.matter.description.split_whitespace().map(str::to_owned).collect();
        assert_eq!(printed, [once.clone(), once].concat(), "{length} characters");
        assert_eq!(page_count(&pdf), pages, "{length} characters");
    }
}

#[test]
fn a_continued_complaint_says_so_and_asks_for_initials() {
    let words = words(&two_up(&changed(|r| r.matter.description = numbered(8471))));
    assert_eq!(words.matches("Uraian berlanjut pada halaman 2, yang merupakan bagian tanda terima ini.").count(), 2);
    assert_eq!(words.matches("Lanjutan TANDA TERIMA PENGADUAN Nomor 0042/ADU/L1/XI/2026, halaman 3 dari 3").count(), 2);
    assert_eq!(words.matches("Paraf pelapor").count(), 4);
}

#[test]
fn an_endless_address_is_not_cut_either() {
    let value = changed(|r| {
        r.identity.reporter.as_mut().unwrap().address = Some(numbered(5000));
        r.matter.description = "uraian singkat".into();
    });
    let words = words(&two_up(&value));
    for word in numbered(5000).split(' ') {
        assert_eq!(words.matches(word).count(), 2, "{word}");
    }
    assert_eq!(words.matches("Penanggung jawab pengelola pengaduan").count(), 2);
    assert_eq!(words.matches("Diterima oleh petugas").count(), 2);
}

#[test]
fn a_word_of_200_characters_is_broken_and_kept() {
    let word = "abcdefghij".repeat(20);
    let value = changed(|r| r.matter.description = format!("Alamatnya {word} begitu."));
    assert_eq!(joined(&two_up(&value)).matches(&word).count(), 2);
}

#[test]
fn pictures_in_the_text_are_explained_and_empty_lines_shrink() {
    let value = changed(|r| r.matter.description = "Terima kasih 😀\n\n\n\n\n\nSampai jumpa.".into());
    let pdf = two_up(&value);
    let words = words(&pdf);
    assert!(words.contains("Terima kasih □ Sampai jumpa."), "{words}");
    assert_eq!(words.matches("Tanda □ menggantikan gambar kecil yang tidak dapat dicetak.").count(), 2);
    assert_eq!(page_count(&pdf), 1);
    let plain = tools::words(&two_up(&example::receipt()));
    assert!(!plain.contains("Tanda □"));
}

#[test]
fn an_empty_field_leaves_no_trace() {
    type Clear = fn(&mut Receipt);
    let fields: [(&str, Clear); 15] = [
        ("Layanan:", |r| r.matter.service = None),
        ("Waktu dan tempat kejadian:", |r| r.matter.event_day = None),
        ("Waktu dan tempat kejadian:", |r| r.matter.event_place = Some("  ".into())),
        ("Kerugian:", |r| r.matter.loss = None),
        ("Penyelesaian yang diminta:", |r| r.matter.settlement = None),
        ("foto kartu", |r| r.matter.attachments.clear()),
        ("Telepon 0899-0000-0001", |r| r.identity.reporter.as_mut().unwrap().phone = None),
        ("NIK", |r| r.identity.reporter.as_mut().unwrap().nik_masked = None),
        ("NIP", |r| r.frame.receiver.nip = None),
        ("Petugas Loket", |r| r.frame.receiver.post.clear()),
        ("sukamisal.invalid, Senin", |r| r.frame.contacts.email.clear()),
        ("lewat telepon", |r| r.frame.contacts.phone.clear()),
        ("Senin–Jumat", |r| r.frame.contacts.hours.clear()),
        ("Pertanyaan:", |r| r.frame.contacts.data_protection.clear()),
        ("Janji kami", |r| r.frame.answer_by = None),
    ];
    let before = words(&two_up(&example::receipt()));
    for (label, clear) in fields {
        assert!(before.contains(label), "{label} stands on the whole receipt");
        for form in ReceiptForm::ALL {
            let words = words(&receipt(&changed(clear), *form).unwrap());
            assert!(!words.contains(label), "{label}");
            for orphan in [" ,", ", ,", "· ·", ": .", "()", "..,", " . ", "None", "null"] {
                assert!(!words.contains(orphan), "without {label}: {orphan}");
            }
        }
    }
    assert!(words(&two_up(&changed(|r| r.matter.attachments.clear()))).contains("Lampiran: tidak ada"));
}

/// The two sheets of a paper on one page, apart.
fn sheets(pdf: &[u8]) -> (String, String) {
    let text = words(pdf);
    let at = text.rfind("PEMERINTAH KABUPATEN CONTOH").unwrap();
    (text[..at].to_owned(), text[at..].to_owned())
}

#[test]
fn identities_stand_only_where_the_table_allows() {
    let named = ["Melati", "9906", "Andaikan Nomor 7", "0899-0000-0001"];
    let (citizen, archive) = sheets(&two_up(&example::receipt()));
    for fact in named {
        assert!(citizen.contains(fact) && archive.contains(fact), "open: {fact}");
    }
    assert!(!citizen.contains("9906034107900001"));

    let (citizen, archive) = sheets(&two_up(&example::confidential()));
    for fact in named {
        assert!(citizen.contains(fact), "confidential, for the reporter: {fact}");
        assert!(!archive.contains(fact), "confidential, for the file: {fact}");
    }
    assert!(citizen.contains("Nama dan identitas Ibu kami rahasiakan."));
    assert!(archive.contains("Identitas dirahasiakan [Pasal 42 ayat (5)]"));
    assert!(citizen.contains("TANDA TERIMA PENGADUAN"));

    let (citizen, archive) = sheets(&two_up(&example::from_the_box()));
    for sheet in [&citizen, &archive] {
        assert!(sheet.contains("Tanpa identitas") && !sheet.contains("Pelapor,"));
        assert!(sheet.contains("kami tidak dapat mengirim kabar. Tanyakan perkembangannya di loket"));
    }

    let mut restricted = example::confidential();
    restricted.frame.restricted = true;
    let (citizen, archive) = sheets(&two_up(&restricted));
    assert!(citizen.contains("Sifat: Rahasia") && archive.contains("RAHASIA"));
    assert!(!archive.contains("Melati"));
}

/// Invariant 7: the words *tanda terima* only where all four items stand.
#[test]
fn a_slip_speaks_of_a_receipt_only_to_deny_it() {
    type Clear = fn(&mut Receipt);
    let incomplete: [(Clear, &str); 4] = [
        (|r| r.identity.reporter.as_mut().unwrap().name.clear(), "nama lengkap pelapor"),
        (|r| r.identity.reporter.as_mut().unwrap().address = None, "alamat lengkap pelapor"),
        (|r| r.matter.description = " \n ".into(), "uraian pelayanan"),
        (|r| r.frame.reception.at.clear(), "tempat dan waktu penerimaan"),
    ];
    for (clear, item) in incomplete {
        let value = changed(clear);
        for form in ReceiptForm::ALL {
            let pdf = receipt(&value, *form).unwrap();
            let denial = format!(
                "Lembar ini belum merupakan tanda terima pengaduan menurut Pasal 44 ayat (2) Undang-Undang Nomor 25 Tahun 2009 karena belum memuat {item}."
            );
            let consequence = "Setelah lengkap, kami segera memberikan tanda terimanya.";
            let words = words(&pdf);
            assert_eq!(words.matches(&denial).count(), 2, "{words}");
            assert_eq!(words.matches("BUKTI PENCATATAN PENGADUAN Lembar").count(), 2);
            let rest = words.replace(&denial, "").replace(consequence, "").to_lowercase();
            assert!(!rest.contains("tanda terima"), "{rest}");
            assert!(rest.contains("belum diisi"));
            assert!(!property(&pdf, "Title").to_lowercase().contains("tanda terima"));
        }
    }
    let whole = words(&two_up(&example::receipt()));
    assert!(!whole.contains("BUKTI PENCATATAN") && !whole.contains("belum diisi"));
}

#[test]
fn without_a_receiver_nothing_is_printed() {
    let value = changed(|r| r.frame.receiver.name = "  ".into());
    assert_eq!(value.missing(), [ReceiptItem::Receiver]);
    assert_eq!(receipt(&value, ReceiptForm::TwoUp), Err(PaperError::NoReceiver));
}

#[test]
fn square_codes_are_readable_and_hold_no_person() {
    assert_eq!(codes(&two_up(&example::receipt())), ["LA1:C0NT0H42T"; 2]);
    assert_eq!(codes(&large(&example::receipt())), ["LA1:C0NT0H42T"; 2]);
    assert_eq!(codes(&a5(&example::receipt())), ["LA1:C0NT0H42T"; 2]);
    let online = changed(|r| r.frame.qr_payload = "HTTPS://ADUAN.CONTOH.EXAMPLE/S/C0NT0H42T".into());
    let pdf = two_up(&online);
    assert_eq!(codes(&pdf), ["HTTPS://ADUAN.CONTOH.EXAMPLE/S/C0NT0H42T", "LA1:C0NT0H42T"]);
    assert!(words(&pdf).contains("Pindai untuk melihat status."));
    let endless = changed(|r| r.frame.qr_payload = "HTTPS://".repeat(20));
    assert_eq!(receipt(&endless, ReceiptForm::TwoUp), Err(PaperError::Code));
}

#[test]
fn reprints_and_practice_say_what_they_are() {
    let words = words(&two_up(&example::reprint(3)));
    assert_eq!(words.matches("Salinan ke-3").count(), 2);
    assert_eq!(
        words.matches("Dicetak ulang 2 Desember 2026, pukul 10.00 WIB; naskah pertama 20 November 2026").count(),
        2
    );
    assert_eq!(words.matches("7C1E-88A0-D2F4-5B61-90AB").count(), 2);
    for form in ReceiptForm::ALL {
        let practice = receipt(&changed(|r| r.frame.training = true), *form).unwrap();
        assert_eq!(joined(&practice).matches("LATIHAN,TIDAKBERLAKU").count(), page_count(&practice).max(2));
    }
}

#[test]
fn a_recovery_value_does_not_betray_its_key_in_a_log() {
    let sheet = example::recovery();
    let said = format!("{sheet:?}");
    for block in &sheet.blocks {
        assert!(!said.contains(block.as_str()));
    }
}

#[test]
fn the_guide_has_two_pages_three_pictures_and_every_word() {
    let pdf = guide(example::MADE).unwrap();
    assert_eq!(page_count(&pdf), 2);
    assert_eq!(tools::pictures(&pdf), 3);
    let printed = words(&pdf);
    for line in guide_words().lines() {
        let line = line.trim_start_matches("• ");
        let parts: Vec<&str> = line.split_inclusive(". ").flat_map(|s| s.split(": ")).collect();
        // A head stands on paper without its stop.
        let parts: Vec<&str> = parts.into_iter().map(|part| part.trim().trim_end_matches('.')).collect();
        for part in parts.iter().filter(|p| p.len() > 12) {
            assert!(
                joined(&pdf).contains(&part.split_whitespace().collect::<String>()),
                "{part} is not on paper: {printed}"
            );
        }
    }
}
