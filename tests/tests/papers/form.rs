//! Paper b, the complaint form, read back.

use loket_desk::paper::complaint_forms;
use loket_domain::paper::{ComplaintForm, FormAnswers, Representation};
use loket_domain::vocabulary::IdentityMode;

use crate::tools::{codes, page_count, words};
use crate::{example, lists};

fn blank(number: Option<&str>) -> ComplaintForm {
    ComplaintForm {
        office: example::office(),
        office_name: "UPTD Puskesmas Sukamisal".into(),
        city: "Sukamisal".into(),
        data_protection: "Sari Andaikan, S.K.M., 0899-0000-0002".into(),
        number: number.map(str::to_owned),
        code: None,
        answers: None,
        printing: lists::deadlines(0).printing,
        training: false,
    }
}

fn filled(change: impl FnOnce(&mut FormAnswers)) -> ComplaintForm {
    let mut answers = FormAnswers {
        identity_mode: IdentityMode::Open,
        restricted: false,
        name: "Melati Contohwati".into(),
        address: "Jalan Andaikan Nomor 7, RT 03/RW 02, Kelurahan Misal, Kecamatan Umpama, Kabupaten Contoh".into(),
        phone: "0899-0000-0001".into(),
        email: String::new(),
        nik_masked: "9906********0001".into(),
        representation: Representation::Oneself,
        service: "Pendaftaran".into(),
        event: "19 November 2026, ruang tunggu".into(),
        accused: String::new(),
        description: example::story(204),
        loss: String::new(),
        settlement: String::new(),
        attachments: "foto kartu antrean".into(),
        received: "20 November 2026, pukul 09.15 WIB".into(),
        helper: "Budi Umpama, A.Md.Kep.".into(),
        read_back: true,
    };
    change(&mut answers);
    let code = Some("LA1:C0NT0H42T".into());
    ComplaintForm { code, answers: Some(answers), ..blank(Some("0042/ADU/L1/XI/2026")) }
}

fn one(form: ComplaintForm) -> Vec<u8> {
    complaint_forms(&[form]).unwrap()
}

pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let secret = filled(|a| {
        a.identity_mode = IdentityMode::Confidential;
        a.restricted = true;
    });
    let long = filled(|a| {
        a.description = example::story(8471);
        a.representation = Representation::Proxy { giver: "Mawar Umpamawati".into(), letter_date: None };
    });
    vec![
        ("form-blank", one(blank(None))),
        ("form-reserved", one(blank(Some("0043/ADU/L1/XI/2026")))),
        ("form-filled", one(filled(|_| ()))),
        ("form-confidential", one(secret)),
        ("form-long", one(long)),
    ]
}

#[test]
fn a_blank_is_front_and_back_and_a_stack_is_one_job() {
    let stack: Vec<ComplaintForm> = (43..48).map(|n| blank(Some(&format!("{n:04}/ADU/L1/XI/2026")))).collect();
    let pdf = complaint_forms(&stack).unwrap();
    assert_eq!(page_count(&pdf), 10);
    let words = words(&pdf);
    for n in 43..48 {
        assert!(words.contains(&format!("Nomor {n:04}/ADU/L1/XI/2026")), "{n}");
    }
    for label in [
        "1. Nama lengkap*",
        "2. Alamat lengkap*",
        "5. NIK (boleh tidak diisi)",
        "□ Saya meminta nama dan identitas saya dirahasiakan. Alasannya:",
        "11. Ceritakan apa yang terjadi dan apa yang tidak sesuai dengan standar pelayanan*",
        "C. Kerugian*",
        "D. Permintaan*",
        "□ Saya tidak bersedia dipertemukan dengan pihak yang diadukan karena",
        "Keterangan ini saya berikan dengan sebenarnya.",
        "Tanpa nama dan alamat, kami tidak dapat memberi tanda terima atau kabar.",
        "SURAT KUASA",
        "tidak mensyaratkan meterai pada surat kuasa ini.",
    ] {
        assert_eq!(words.matches(label).count(), 5, "{label}");
    }
    assert!(!words.contains("belum diisi"));
}

#[test]
fn a_filled_form_shows_what_is_missing_and_keeps_every_word() {
    let pdf = one(filled(|a| a.name.clear()));
    let told = words(&pdf);
    assert_eq!(told.matches("belum diisi").count(), 3, "name, loss, settlement: {told}");
    assert!(!told.contains("4. Pos-el") && !told.contains("10. Petugas"), "an empty optional row leaves no trace");
    assert!(!told.contains("9906034107900001"));
    assert_eq!(codes(&pdf), ["LA1:C0NT0H42T"]);
    let long: String = (0..900).map(|n| format!("kata{n:04} ")).collect();
    let told = words(&one(filled(|a| a.description = long.clone())));
    for word in long.split_whitespace() {
        assert_eq!(told.matches(word).count(), 1, "{word}");
    }
    let odd = words(&one(filled(|a| a.description = format!("{} 😀", "x".repeat(200)))));
    assert!(odd.contains("Tanda □ menggantikan"));
}

#[test]
fn identities_stand_on_a_form_only_where_the_table_allows() {
    let told = words(&one(filled(|a| a.identity_mode = IdentityMode::Confidential)));
    assert!(told.contains("Identitas dirahasiakan [Pasal 42 ayat (5)]"));
    let unknown = words(&one(filled(|a| a.identity_mode = IdentityMode::None)));
    assert!(unknown.contains("Tanpa nama dan alamat, kami tidak dapat memberi tanda terima atau kabar."));
    for fact in ["Melati", "9906", "Andaikan Nomor 7", "0899-0000-0001"] {
        assert!(!told.contains(fact) && !unknown.contains(fact), "{fact}");
    }
    assert!(words(&one(filled(|a| a.restricted = true))).contains("RAHASIA"));
}
