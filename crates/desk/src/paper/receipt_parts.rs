//! The parts of the receipt that come from people: who, what, where, with which papers.

use loket_domain::checks::ReceiptItem;
use loket_domain::paper::{Receipt, ReceiptMatter, Reporter, Representation};
use loket_domain::vocabulary::{IdentityMode, Salutation};

use super::receipt_text::Sheet;
use super::text::printable;

pub(super) const NOT_FILLED: &str = "belum diisi";
const IDENTITY_WITHHELD: &str = "Identitas dirahasiakan [Pasal\u{a0}42\u{a0}ayat\u{a0}(5)]";

/// The word by which the paper speaks to the person.
pub(super) fn salutation(salutation: Salutation) -> &'static str {
    match salutation {
        Salutation::Bapak => "Bapak",
        Salutation::Ibu => "Ibu",
        Salutation::Unknown => "Bapak/Ibu",
    }
}

/// Makes texts drawable and remembers whether a sign had to stand in for a character.
pub(super) struct Cleaner {
    pub replaced: bool,
}

impl Cleaner {
    /// A text of one paragraph.
    pub(super) fn line(&mut self, raw: &str) -> String {
        self.text(raw).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn text(&mut self, raw: &str) -> String {
        let shown = printable(raw);
        self.replaced |= shown.replaced;
        shown.text
    }

    pub(super) fn optional(&mut self, raw: Option<&str>) -> Option<String> {
        raw.map(|raw| self.line(raw)).filter(|text| !text.is_empty())
    }
}

/// Whether this sheet may name the reporter (table of identity: the file copy of a confidential
/// identity does not).
pub(super) fn names_reporter(receipt: &Receipt, sheet: Sheet) -> bool {
    match receipt.frame.identity_mode {
        IdentityMode::Open => true,
        IdentityMode::Confidential => sheet == Sheet::Citizen,
        IdentityMode::None => false,
    }
}

pub(super) fn reporter_lines(receipt: &Receipt, sheet: Sheet, cleaner: &mut Cleaner) -> Vec<String> {
    let channel = cleaner.line(&receipt.frame.channel);
    let reporter = receipt.identity.reporter.as_ref();
    if receipt.frame.identity_mode == IdentityMode::None {
        return vec!["Tanpa identitas".to_owned(), capital(&channel)];
    }
    if !names_reporter(receipt, sheet) {
        return vec![IDENTITY_WITHHELD.to_owned(), capital(&channel)];
    }
    let mut lines = named(reporter, &channel, cleaner);
    if receipt.frame.identity_mode == IdentityMode::Confidential {
        let salutation = salutation(receipt.frame.salutation);
        lines.push(format!("Nama dan identitas {salutation} kami rahasiakan."));
    }
    lines
}

pub(super) fn named(reporter: Option<&Reporter>, channel: &str, cleaner: &mut Cleaner) -> Vec<String> {
    let Some(reporter) = reporter else {
        return vec![format!("Nama {NOT_FILLED}"), format!("Alamat {NOT_FILLED}"), capital(channel)];
    };
    let name = cleaner.optional(Some(&reporter.name)).unwrap_or_else(|| format!("Nama {NOT_FILLED}"));
    let mut lines = vec![match cleaner.optional(reporter.nik_masked.as_deref()) {
        Some(nik) => format!("{name} · NIK\u{a0}{nik}"),
        None => name,
    }];
    lines.push(cleaner.optional(reporter.address.as_deref()).unwrap_or_else(|| format!("Alamat {NOT_FILLED}")));
    let speaks = match &reporter.representation {
        Representation::Oneself => "untuk diri sendiri".to_owned(),
        Representation::Proxy { giver, .. } => {
            format!("sebagai kuasa dari {}", cleaner.line(giver))
        }
        Representation::Group { name } => format!("mewakili {}", cleaner.line(name)),
    };
    let came = listed(&[channel, &speaks]);
    lines.push(match cleaner.optional(reporter.phone.as_deref()) {
        Some(phone) => format!("Telepon\u{a0}{} · {came}", phone.replace(' ', "\u{a0}")),
        None => capital(&came),
    });
    if let Representation::Proxy { letter_date: Some(date), .. } = &reporter.representation {
        lines.push(format!("Surat kuasa tanggal {} terlampir.", cleaner.line(date)));
    }
    lines
}

pub(super) fn reporter_signs(receipt: &Receipt, sheet: Sheet, cleaner: &mut Cleaner) -> Option<String> {
    if receipt.frame.identity_mode == IdentityMode::None {
        return None;
    }
    if !names_reporter(receipt, sheet) {
        return Some(String::new());
    }
    let reporter = receipt.identity.reporter.as_ref();
    Some(reporter.map(|r| cleaner.line(&r.name)).unwrap_or_default())
}

pub(super) fn details(matter: &ReceiptMatter, cleaner: &mut Cleaner) -> Option<String> {
    let day = cleaner.optional(matter.event_day.as_deref());
    let place = cleaner.optional(matter.event_place.as_deref());
    let (when_where, event) = match (day, place) {
        (Some(day), Some(place)) => ("Waktu dan tempat kejadian", Some(format!("{day}, {place}"))),
        (Some(day), None) => ("Waktu kejadian", Some(day)),
        (None, place) => ("Tempat kejadian", place),
    };
    let told = [
        ("Layanan", cleaner.optional(matter.service.as_deref())),
        (when_where, event),
        ("Kerugian", cleaner.optional(matter.loss.as_deref())),
        ("Penyelesaian yang diminta", cleaner.optional(matter.settlement.as_deref())),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some(format!("{label}: {}", sentence(&value?))))
    .collect::<Vec<_>>()
    .join(" ");
    (!told.is_empty()).then_some(told)
}

pub(super) fn reception(receipt: &Receipt, cleaner: &mut Cleaner) -> Vec<String> {
    let reception = &receipt.frame.reception;
    let place = cleaner.line(&reception.place);
    let at = cleaner.line(&reception.at);
    let mut lines = match cleaner.optional(reception.box_opened_by.as_deref()) {
        Some(opener) => vec![place, format!("Kotak dibuka {at}, oleh {}", sentence(&opener))],
        None => vec![listed(&[&place, &at])],
    };
    lines.retain(|line| !line.is_empty());
    if receipt.missing().contains(&ReceiptItem::PlaceAndTime) {
        lines.push(NOT_FILLED.to_owned());
    }
    if let Some(recorded) = cleaner.optional(reception.recorded_at.as_deref()) {
        lines.push(format!("Dicatat {recorded}"));
    }
    lines
}

pub(super) fn attachments(matter: &ReceiptMatter, cleaner: &mut Cleaner) -> String {
    let listed = matter
        .attachments
        .iter()
        .enumerate()
        .map(|(n, a)| {
            let name = cleaner.line(&a.name);
            match cleaner.optional(Some(&a.extent)) {
                Some(extent) => format!("{}. {name} ({extent})", n + 1),
                None => format!("{}. {name}", n + 1),
            }
        })
        .collect::<Vec<_>>();
    if listed.is_empty() { "Lampiran: tidak ada".to_owned() } else { format!("Lampiran: {}", listed.join("; ")) }
}

pub(super) fn contact(receipt: &Receipt, cleaner: &mut Cleaner) -> Option<String> {
    let contacts = &receipt.frame.contacts;
    let all = [&contacts.manager, &contacts.address, &contacts.phone, &contacts.email, &contacts.hours]
        .map(|raw| cleaner.line(raw));
    let text = listed(&all.each_ref().map(String::as_str));
    (!text.is_empty()).then_some(text)
}

pub(super) fn data_protection(receipt: &Receipt, cleaner: &mut Cleaner) -> Option<String> {
    const USE: &str = "Data pribadi Anda dipakai hanya untuk menangani pengaduan ini.";
    let whom = cleaner.optional(Some(&receipt.frame.contacts.data_protection));
    Some(match whom {
        Some(whom) => format!("{USE} Pertanyaan: {}", sentence(&whom)),
        None => USE.to_owned(),
    })
}

pub(super) fn post(receipt: &Receipt, cleaner: &mut Cleaner) -> Vec<String> {
    let receiver = &receipt.frame.receiver;
    let nip = cleaner.optional(receiver.nip.as_deref()).map(|nip| format!("NIP {nip}"));
    [cleaner.optional(Some(&receiver.post)), nip].into_iter().flatten().collect()
}

/// With one full stop at the end, whatever stood there.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// `a, b` without the empty ones.
pub(super) fn listed(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

/// `a`, `a dan b`, `a, b, dan c`.
pub(super) fn with_and(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} dan {two}"),
        [first @ .., last] => format!("{}, dan {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_in_one_stop() {
        assert_eq!(sentence("S.K.M."), "S.K.M.");
        assert_eq!(sentence("ongkos ojek "), "ongkos ojek.");
        assert_eq!(sentence("Mengapa?"), "Mengapa?");
    }

    #[test]
    fn lists_read_as_indonesian() {
        assert_eq!(with_and(&["a"]), "a");
        assert_eq!(with_and(&["a", "b"]), "a dan b");
        assert_eq!(with_and(&["a", "b", "c"]), "a, b, dan c");
        assert_eq!(listed(&["", "a", "", "b"]), "a, b");
        assert_eq!(capital("datang"), "Datang");
        assert_eq!(capital(""), "");
    }
}
