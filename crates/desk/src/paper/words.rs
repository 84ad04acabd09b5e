//! Papers read aloud: the words of a sheet in the order of reading, for those who cannot see the page.

use loket_domain::paper::Receipt;

use super::receipt_text::{
    CONTACT_HEAD, DESCRIPTION_HEAD, LAW, PROMISES_HEAD, RECEPTION_HEAD, Sheet, TRAINING, sheet_text,
};

/// The words of Lembar 1, one line each, without the layout.
#[must_use]
pub fn receipt_words(receipt: &Receipt) -> String {
    let sheet = sheet_text(receipt, Sheet::Citizen);
    let frame = &receipt.frame;
    let mut lines: Vec<String> = Vec::new();
    let mut say = |line: &str| {
        if !line.trim().is_empty() {
            lines.push(line.trim().replace('\u{a0}', " "));
        }
    };
    if frame.training {
        say(TRAINING);
    }
    for line in &frame.office.above {
        say(line);
    }
    say(&frame.office.name);
    say(&frame.office.address);
    say(sheet.title);
    say(sheet.label);
    say(sheet.secrecy.unwrap_or_default());
    for mark in &sheet.marks {
        say(mark);
    }
    say(&format!("Nomor {}", sheet.number));
    say(&format!("Kode lacak {}", sheet.tracking));
    for line in &sheet.denial {
        say(line);
    }
    say(&sheet.reporter_head);
    for line in &sheet.reporter {
        say(line);
    }
    say(DESCRIPTION_HEAD);
    say(&sheet.description);
    say(sheet.details.as_deref().unwrap_or_default());
    say(RECEPTION_HEAD);
    for line in &sheet.reception {
        say(line);
    }
    say(&sheet.attachments);
    if !sheet.promises.is_empty() {
        say(PROMISES_HEAD);
    }
    for line in &sheet.promises {
        say(line);
    }
    say(sheet.solved.as_deref().unwrap_or_default());
    say(&sheet.rights_head);
    for line in sheet.rights {
        say(line);
    }
    if let Some(contact) = &sheet.contact {
        say(CONTACT_HEAD);
        say(contact);
    }
    say(sheet.data_protection.as_deref().unwrap_or_default());
    say(LAW);
    say(&format!("4. Diterima oleh petugas, {}", sheet.receiver));
    for line in &sheet.receiver_post {
        say(line);
    }
    say(&sheet.footer);
    lines.join("\n")
}
