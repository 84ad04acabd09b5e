//! The words of the receipt: final Indonesian wording, for each of its two sheets.

use loket_domain::checks::ReceiptItem;
use loket_domain::paper::{Receipt, Run};
use loket_domain::vocabulary::IdentityMode;

use super::receipt_parts::{
    Cleaner, NOT_FILLED, attachments, contact, data_protection, details, post, reception, reporter_lines,
    reporter_signs, salutation, sentence, with_and,
};
use super::text::SUBSTITUTE_NOTE;

/// Which of the two sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// Lembar 1, for the reporter.
    Citizen,
    /// Lembar 2, for the file.
    Archive,
}

/// Everything one sheet says, in the order of reading. `None` and empty lists leave no trace.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SheetText {
    pub title: &'static str,
    /// What this paper is called inside a sentence.
    pub called: &'static str,
    pub label: &'static str,
    pub secrecy: Option<&'static str>,
    /// `Salinan ke-1`, `Perbaikan ke-2`.
    pub marks: Vec<String>,
    pub number: String,
    pub tracking: String,
    /// Why this is no receipt.
    pub denial: Vec<String>,
    pub reporter_head: String,
    pub reporter: Vec<String>,
    pub description: String,
    pub details: Option<String>,
    pub reception: Vec<String>,
    pub attachments: String,
    pub substitutes: Option<&'static str>,
    pub promises: Vec<String>,
    pub solved: Option<String>,
    pub rights_head: String,
    pub rights: [&'static str; 6],
    pub contact: Option<String>,
    pub data_protection: Option<String>,
    pub confirmation: Option<&'static str>,
    /// Name under the reporter's signature; `None` where nobody signs, empty where no name stands.
    pub reporter_signs: Option<String>,
    pub receiver: String,
    pub receiver_post: Vec<String>,
    pub handed: Option<String>,
    pub footer: String,
    pub code: String,
    pub code_caption: Option<String>,
}

pub(super) const DESCRIPTION_HEAD: &str = "2. Pelayanan yang tidak sesuai dengan standar pelayanan";
pub(super) const RECEPTION_HEAD: &str = "3. Tempat dan waktu penerimaan";
pub(super) const PROMISES_HEAD: &str = "Janji kami";
pub(super) const CONTACT_HEAD: &str = "Penanggung jawab pengelola pengaduan";
pub(super) const LAW: &str = "Pasal di atas merujuk pada Undang-Undang Nomor\u{a0}25 Tahun\u{a0}2009 tentang Pelayanan Publik. Simpanlah lembar\u{a0}ini.";
pub(super) const ASK: &str = "Jika ada yang kurang jelas, tanyakan kepada petugas. Kami senang membantu.";
pub(super) const TRAINING: &str = "LATIHAN, TIDAK BERLAKU";
const CONFIRMATION: &str = "Keterangan di atas saya sampaikan sendiri, sudah dibacakan kembali kepada saya, dan benar.";
const RIGHTS: [&str; 6] = [
    "dilayani tanpa biaya: Pasal\u{a0}48\u{a0}ayat\u{a0}(1);",
    "meminta identitas dirahasiakan: Pasal\u{a0}42\u{a0}ayat\u{a0}(5);",
    "didengar terpisah dari pihak yang diadukan: Pasal\u{a0}48\u{a0}ayat\u{a0}(3);",
    "meminta dokumen pendukung: Pasal\u{a0}43\u{a0}ayat\u{a0}(2);",
    "mengajukan ganti rugi: Pasal\u{a0}42\u{a0}ayat\u{a0}(4); dan",
    "mengadu kepada Ombudsman RI (telepon 137): Pasal\u{a0}40\u{a0}ayat\u{a0}(1).",
];

/// The words of one sheet of `receipt`.
pub(super) fn sheet_text(receipt: &Receipt, sheet: Sheet) -> SheetText {
    let mut cleaner = Cleaner { replaced: false };
    let missing = receipt.missing();
    let frame = &receipt.frame;
    let whole = missing.is_empty();
    let salutation = salutation(frame.salutation);
    let solved = cleaner.optional(receipt.matter.solved_on_spot.as_deref());
    let reporter = reporter_lines(receipt, sheet, &mut cleaner);
    let description = cleaner.text(&receipt.matter.description);
    let attachments = attachments(&receipt.matter, &mut cleaner);
    let details = details(&receipt.matter, &mut cleaner);
    let signer = reporter_signs(receipt, sheet, &mut cleaner);
    let boxed = frame.reception.box_opened_by.is_some();
    let online = frame.qr_payload.to_ascii_uppercase().starts_with("HTTPS://");
    let local_code = format!("LA1:{}", frame.tracking.replace('-', ""));
    let mut text = SheetText {
        title: if whole { "TANDA TERIMA PENGADUAN" } else { "BUKTI PENCATATAN PENGADUAN" },
        called: if whole { "tanda terima" } else { "bukti pencatatan" },
        label: match sheet {
            Sheet::Citizen => "Lembar 1: untuk pelapor",
            Sheet::Archive => "Lembar 2: arsip",
        },
        secrecy: frame.restricted.then_some(match sheet {
            Sheet::Citizen => "Sifat: Rahasia",
            Sheet::Archive => "RAHASIA",
        }),
        marks: marks(receipt),
        number: cleaner.line(&frame.number),
        tracking: cleaner.line(&frame.tracking),
        denial: if whole { Vec::new() } else { denial(receipt, &missing, online) },
        reporter_head: match frame.reporter_of {
            Some(of) => format!("1. Pelapor ke-{} dari {}", of.n, of.of),
            None => "1. Pelapor".to_owned(),
        },
        reporter,
        description: if description.is_empty() { NOT_FILLED.to_owned() } else { description },
        details,
        reception: reception(receipt, &mut cleaner),
        attachments,
        substitutes: None,
        promises: match (&solved, &frame.answer_by) {
            (None, Some(day)) if whole => promises(day, salutation),
            _ => Vec::new(),
        },
        solved: solved
            .map(|done| format!("Diselesaikan di tempat: {} Saya menerima penyelesaian ini.", sentence(&done))),
        rights_head: format!("Hak {salutation}"),
        rights: RIGHTS,
        contact: contact(receipt, &mut cleaner),
        data_protection: data_protection(receipt, &mut cleaner),
        confirmation: (sheet == Sheet::Archive && signer.is_some()).then_some(CONFIRMATION),
        reporter_signs: signer,
        receiver: cleaner.line(&frame.receiver.name),
        receiver_post: post(receipt, &mut cleaner),
        handed: (sheet == Sheet::Archive && !boxed).then(|| handed(receipt)),
        footer: footer(receipt),
        code: match sheet {
            Sheet::Citizen => frame.qr_payload.clone(),
            Sheet::Archive => local_code,
        },
        code_caption: (sheet == Sheet::Citizen).then(|| code_caption(receipt, online)),
    };
    text.substitutes = cleaner.replaced.then_some(SUBSTITUTE_NOTE);
    text
}

fn promises(day: &str, salutation: &str) -> Vec<String> {
    vec![
        format!("Paling lambat {day}, kami memberi tahu apakah berkas sudah lengkap: 14\u{a0}(empat belas) hari, Pasal\u{a0}44\u{a0}ayat\u{a0}(3)."),
        "Paling lambat 60\u{a0}(enam puluh) hari sejak berkas dinyatakan lengkap, kami memutuskan hasilnya: Pasal\u{a0}50\u{a0}ayat\u{a0}(1).".to_owned(),
        format!("Paling lambat 14\u{a0}(empat belas) hari sejak diputuskan, hasilnya kami sampaikan kepada {salutation}: Pasal\u{a0}50\u{a0}ayat\u{a0}(2)."),
    ]
}

fn denial(receipt: &Receipt, missing: &[ReceiptItem], online: bool) -> Vec<String> {
    let items: Vec<&str> = missing.iter().map(|item| item.label()).collect();
    let mut lines = vec![format!(
        "Pengaduan ini sudah kami catat. Lembar ini belum merupakan tanda terima pengaduan menurut Pasal\u{a0}44\u{a0}ayat\u{a0}(2) Undang-Undang Nomor\u{a0}25 Tahun\u{a0}2009 karena belum memuat {}.",
        with_and(&items)
    )];
    let contacts = &receipt.frame.contacts;
    let reception = &receipt.frame.reception;
    // A box is no place to complete a complaint.
    let counter = match reception.box_opened_by {
        Some(_) => "",
        None => reception.place.trim(),
    };
    let place = [counter, contacts.address.trim()].into_iter().find(|place| !place.is_empty());
    let ways: Vec<String> = [
        place.map(|place| format!("di {place}")),
        (!contacts.phone.is_empty()).then(|| format!("melalui {}", contacts.phone)),
    ]
    .into_iter()
    .flatten()
    .collect();
    lines.push(match ways.as_slice() {
        [] => "Setelah lengkap, kami segera memberikan tanda terimanya.".to_owned(),
        ways => {
            format!("Lengkapilah {}. Setelah lengkap, kami segera memberikan tanda terimanya.", ways.join(" atau "))
        }
    });
    if receipt.frame.identity_mode == IdentityMode::None {
        let ask = if online {
            "Perkembangannya dapat dilihat dengan kode lacak ini."
        } else {
            "Tanyakan perkembangannya di loket dengan kode lacak ini."
        };
        lines.push(format!("Karena disampaikan tanpa identitas, kami tidak dapat mengirim kabar. {ask}"));
    }
    lines
}

fn marks(receipt: &Receipt) -> Vec<String> {
    let copy = match &receipt.printing.run {
        Run::Original => None,
        Run::Reprint { n, .. } => Some(format!("Salinan ke-{n}")),
    };
    let correction = receipt.frame.correction.map(|n| format!("Perbaikan ke-{n}"));
    [copy, correction].into_iter().flatten().collect()
}

fn handed(receipt: &Receipt) -> String {
    match &receipt.frame.delivered {
        Some(delivery) => format!("Diserahkan: {}, {}.", delivery.way, sentence(&delivery.date).trim_end_matches('.')),
        None => "Diserahkan:  □ langsung   □ pos   □ pos-el   □ WhatsApp,  tanggal .............................."
            .to_owned(),
    }
}

fn footer(receipt: &Receipt) -> String {
    let printing = &receipt.printing;
    let mut parts = Vec::new();
    match &printing.run {
        Run::Original => parts.push(format!("Dicetak {}", printing.at)),
        Run::Reprint { first, .. } => {
            parts.push(format!("Dicetak ulang {}; naskah pertama {first}", printing.at));
        }
    }
    parts.push(printing.officer_code.clone());
    parts.push(fingerprint(&printing.fingerprint));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The first 20 digits in groups of four: short enough to type, too many to forge.
pub(super) fn fingerprint(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().take(20).map(|c| c.to_ascii_uppercase()).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

fn code_caption(receipt: &Receipt, online: bool) -> String {
    let phone = receipt.frame.contacts.phone.trim();
    match (online, phone) {
        (true, _) => "Pindai untuk melihat status.".to_owned(),
        (false, "") => "Sebutkan kode ini di loket.".to_owned(),
        (false, phone) => format!("Sebutkan kode ini di loket atau lewat telepon {phone}."),
    }
}
