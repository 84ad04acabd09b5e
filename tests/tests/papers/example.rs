//! Invented people and complaints for the papers.

use loket_desk::paper::ShortcutGroup;
use loket_domain::paper::{
    Attachment, Contacts, Keeper, Letterhead, Logo, Printing, Receipt, ReceiptFrame, ReceiptIdentity, ReceiptMatter,
    Receiver, Reception, RecoverySheet, Reporter, Representation, Run,
};
use loket_domain::vocabulary::{IdentityMode, Salutation};

const STORY: &str = "Pada Kamis, 19 November 2026, saya datang ke loket pendaftaran pukul 08.10. Nomor antrean saya 12, tetapi sampai pukul 11.45 belum dipanggil, sedangkan beberapa orang yang datang kemudian sudah dilayani.";

/// A complaint of `length` characters.
pub fn story(length: usize) -> String {
    let mut text = String::new();
    let mut day = 1;
    while text.chars().count() < length {
        let gap = if text.is_empty() {
            ""
        } else if day % 3 == 0 {
            "\n"
        } else {
            " "
        };
        text.push_str(gap);
        text.push_str(&format!("Kunjungan {day}. {STORY}"));
        day += 1;
    }
    text.chars().take(length).collect()
}

pub fn office() -> Letterhead {
    Letterhead {
        above: vec!["PEMERINTAH KABUPATEN CONTOH".into(), "DINAS KESEHATAN".into()],
        name: "UPTD PUSKESMAS SUKAMISAL".into(),
        address:
            "Jalan Misal Raya Nomor 1, Sukamisal, Kabupaten Contoh · Telepon 0899-0000-0002 · aduan@sukamisal.invalid"
                .into(),
        logo: None,
    }
}

/// Invented arms: a shield in greys with a transparent ground.
pub fn logo() -> Logo {
    let (wide, high) = (160_u32, 190_u32);
    let mut pixels = Vec::new();
    for y in 0..high {
        for x in 0..wide {
            let (u, v) = (x as f32 / wide as f32 - 0.5, y as f32 / high as f32);
            let half = if v < 0.55 { 0.48 } else { 0.48 * (1.0 - ((v - 0.55) / 0.45).powi(2)).max(0.0).sqrt() };
            let inside = |edge: f32| u.abs() < half - edge && v > edge && v < 0.98 - edge;
            let star = ((u * 1.1).powi(2) + (v - 0.42).powi(2)).sqrt() < 0.2;
            let (grey, alpha) = match (inside(0.0), inside(0.04), star) {
                (false, _, _) => (255, 0),
                (_, false, _) => (20, 255),
                (_, _, true) => (60, 255),
                _ => (235, 255),
            };
            pixels.extend([grey, grey, grey, alpha]);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, wide, high);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    Logo { id: "contoh".into(), png: bytes }
}

pub fn receipt() -> Receipt {
    Receipt {
        frame: ReceiptFrame {
            office: office(),
            number: "0042/ADU/L1/XI/2026".into(),
            tracking: "C0NT-0H42-T".into(),
            qr_payload: "LA1:C0NT0H42T".into(),
            identity_mode: IdentityMode::Open,
            restricted: false,
            training: false,
            channel: "datang langsung".into(),
            reception: Reception {
                place: "Loket Pengaduan UPTD Puskesmas Sukamisal".into(),
                at: "Jumat, 20 November 2026, pukul 09.15 WIB".into(),
                recorded_at: None,
                box_opened_by: None,
            },
            answer_by: Some("Jumat, 4 Desember 2026".into()),
            salutation: Salutation::Ibu,
            contacts: Contacts {
                manager: "Sari Andaikan, S.K.M.".into(),
                address: "Jalan Misal Raya Nomor 1, Sukamisal".into(),
                phone: "0899-0000-0002".into(),
                email: "aduan@sukamisal.invalid".into(),
                hours: "Senin–Jumat, pukul 07.30–14.00 WIB".into(),
                data_protection: "Sari Andaikan, S.K.M., 0899-0000-0002".into(),
            },
            receiver: Receiver {
                name: "Budi Umpama, A.Md.Kep.".into(),
                post: "Petugas Loket".into(),
                nip: Some("99990101 202601 1 001".into()),
            },
            correction: None,
            reporter_of: None,
            delivered: None,
        },
        identity: ReceiptIdentity {
            reporter: Some(Reporter {
                name: "Melati Contohwati".into(),
                nik_masked: Some("9906********0001".into()),
                address: Some(
                    "Jalan Andaikan Nomor 7, RT 03/RW 02, Kelurahan Misal, Kecamatan Umpama, Kabupaten Contoh".into(),
                ),
                phone: Some("0899-0000-0001".into()),
                representation: Representation::Oneself,
            }),
        },
        matter: ReceiptMatter {
            description: STORY.into(),
            service: Some("pendaftaran rawat jalan".into()),
            event_day: Some("19 November 2026".into()),
            event_place: Some("ruang tunggu".into()),
            loss: Some("ongkos ojek Rp25.000,00".into()),
            settlement: Some("antrean dipanggil menurut nomor".into()),
            attachments: vec![Attachment { name: "foto kartu antrean".into(), extent: "1 lembar".into() }],
            solved_on_spot: None,
        },
        printing: Printing {
            run: Run::Original,
            at: "20 November 2026, pukul 09.20 WIB".into(),
            at_unix: 1_795_141_200,
            officer_code: "BU".into(),
            fingerprint: "7c1e88a0d2f45b6190ab33cd44ef55aa66bb77cc".into(),
        },
    }
}

/// The same complaint from the box, unsigned.
pub fn from_the_box() -> Receipt {
    let mut receipt = receipt();
    receipt.frame.number = "0043/ADU/L1/XI/2026".into();
    receipt.frame.identity_mode = IdentityMode::None;
    receipt.frame.channel = "kotak pengaduan".into();
    receipt.frame.salutation = Salutation::Unknown;
    receipt.frame.answer_by = None;
    receipt.frame.reception = Reception {
        place: "Kotak pengaduan UPTD Puskesmas Sukamisal".into(),
        at: "Sabtu, 21 November 2026, pukul 08.00 WIB".into(),
        recorded_at: None,
        box_opened_by: Some("Budi Umpama, A.Md.Kep.".into()),
    };
    receipt.identity = ReceiptIdentity::default();
    receipt.matter.attachments.clear();
    receipt
}

pub fn confidential() -> Receipt {
    let mut receipt = receipt();
    receipt.frame.identity_mode = IdentityMode::Confidential;
    receipt
}

pub fn reprint(n: u32) -> Receipt {
    let mut receipt = receipt();
    receipt.printing.run = Run::Reprint { n, first: "20 November 2026".into() };
    receipt.printing.at = "2 Desember 2026, pukul 10.00 WIB".into();
    receipt
}

pub fn recovery() -> RecoverySheet {
    RecoverySheet {
        office: "UPTD Puskesmas Sukamisal".into(),
        counter: "L1".into(),
        made: "20 November 2026".into(),
        made_unix: 1_795_141_200,
        blocks: (0..8).map(|n| format!("{:06}-{n}", 123_456 + n * 98_765)).collect(),
        place: Some("brankas Kepala UPTD Puskesmas Sukamisal".into()),
        keeper: Some(Keeper {
            name: "dr. Misal Permana, M.K.M.".into(),
            post: "Kepala UPTD Puskesmas Sukamisal".into(),
        }),
        older_void_since: None,
        training: false,
    }
}

/// When the papers without an office were made: 20 November 2026.
pub const MADE: i64 = 1_795_140_900;

/// Groups of commands, one of them longer than a column.
pub fn shortcuts() -> Vec<ShortcutGroup> {
    let row = |n: usize| (format!("Perintah contoh nomor {n}"), format!("Ctrl+{n}"));
    let group = |title: &str, rows: usize| ShortcutGroup { title: title.into(), rows: (1..=rows).map(row).collect() };
    vec![group("Di mana saja", 12), group("Aduan baru", 7), group("Satu aduan", 30), group("Daftar", 3)]
}
