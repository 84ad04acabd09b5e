//! Paper a: the receipt of a complaint, UU 25/2009 Pasal 44 ayat (1)–(2).

use serde::{Deserialize, Serialize};

use super::Letterhead;
use crate::checks::ReceiptItem;
use crate::vocabulary::{IdentityMode, Salutation};

/// A receipt, in the parts in which it is kept: `identity` and `matter` can each be withheld or
/// destroyed, `frame` names no citizen, `printing` belongs to one run of the printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub frame: ReceiptFrame,
    pub identity: ReceiptIdentity,
    pub matter: ReceiptMatter,
    pub printing: Printing,
}

/// What the office states: number, dates, contacts, the receiving officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptFrame {
    pub office: Letterhead,
    /// Register number as issued.
    pub number: String,
    /// Tracking code as read aloud: `C0NT-0H42-T`.
    pub tracking: String,
    /// What the citizen's square code holds: `LA1:{code}` or an address of the status page.
    pub qr_payload: String,
    pub identity_mode: IdentityMode,
    /// Content restricted (*isi dibatasi*).
    pub restricted: bool,
    /// Made in training mode: never valid.
    pub training: bool,
    /// How the complaint came, as printed: `datang langsung`, `kotak pengaduan`.
    pub channel: String,
    pub reception: Reception,
    /// Last day to tell whether the file is complete (Pasal 44 ayat (3)), weekday and date in
    /// words. `None` leaves the promises out.
    pub answer_by: Option<String>,
    pub salutation: Salutation,
    pub contacts: Contacts,
    pub receiver: Receiver,
    /// Number of the correction that this receipt carries, from 1.
    pub correction: Option<u32>,
    /// Which of several reporters this sheet is for.
    pub reporter_of: Option<ReporterOf>,
    /// How Lembar 1 was handed over; `None` prints boxes to tick.
    pub delivered: Option<Delivery>,
}

/// Who complained: the protected part `identity`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceiptIdentity {
    /// `None`: no identity known.
    pub reporter: Option<Reporter>,
}

/// What was said: the protected part `matter`. Empty optional fields leave no trace on paper.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceiptMatter {
    /// The complaint in the reporter's words, with the reporter's line breaks.
    pub description: String,
    pub service: Option<String>,
    /// Day of what happened.
    pub event_day: Option<String>,
    /// Place of what happened.
    pub event_place: Option<String>,
    pub loss: Option<String>,
    /// What the reporter asks for.
    pub settlement: Option<String>,
    pub attachments: Vec<Attachment>,
    /// What was done at the counter, if the complaint was solved at once.
    pub solved_on_spot: Option<String>,
}

/// The person who complains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporter {
    pub name: String,
    /// First four and last four digits; the full number is on no receipt.
    pub nik_masked: Option<String>,
    pub address: Option<String>,
    pub phone: Option<String>,
    pub representation: Representation,
}

/// For whom the reporter speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Representation {
    /// For himself or herself.
    Oneself,
    /// As proxy of a person, with the date of the letter of attorney if there is one.
    Proxy { giver: String, letter_date: Option<String> },
    /// For a group or a legal body.
    Group { name: String },
}

/// Where and when the complaint was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reception {
    pub place: String,
    /// `Jumat, 20 November 2026, pukul 09.15 WIB`.
    pub at: String,
    /// When it was typed, if that differs: `20 November 2026, pukul 10.00 WIB`.
    pub recorded_at: Option<String>,
    /// Who opened the complaint box, if it came that way.
    pub box_opened_by: Option<String>,
}

/// Whom the citizen can turn to; empty entries are left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Contacts {
    /// The person responsible for complaints (Pasal 44 needs a name on the paper's foot).
    pub manager: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    /// Days and hours: `Senin–Jumat, 07.30–14.00 WIB`.
    pub hours: String,
    /// Whom to ask about personal data, with a way to reach them.
    pub data_protection: String,
}

/// The officer who received the complaint: item 4 of the receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    pub name: String,
    pub post: String,
    pub nip: Option<String>,
}

/// One of several reporters of the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReporterOf {
    pub n: u32,
    pub of: u32,
}

/// How Lembar 1 reached the citizen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// `langsung`, `pos`, `pos-el`, `WhatsApp`.
    pub way: String,
    pub date: String,
}

/// Something handed in with the complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Name without the ending of the file.
    pub name: String,
    /// Count and unit: `1 lembar`, `2 menit`.
    pub extent: String,
}

/// One run of the printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printing {
    pub run: Run,
    /// `20 November 2026, pukul 09.20 WIB`.
    pub at: String,
    /// The same moment in seconds since 1970, for the properties of the file.
    pub at_unix: i64,
    pub officer_code: String,
    /// Hash of the entry that recorded the making, in hex; its first 20 digits are printed.
    pub fingerprint: String,
}

/// The original, or a later print with its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    Original,
    Reprint { n: u32, first: String },
}

impl Receipt {
    /// The items of Pasal 44 ayat (2) that are missing, in the order of the law. Only an empty
    /// answer allows the title *tanda terima*; the title is never stored, so it cannot lie.
    #[must_use]
    pub fn missing(&self) -> Vec<ReceiptItem> {
        let blank = |text: &str| text.trim().is_empty();
        let reporter = self.identity.reporter.as_ref();
        let reception = &self.frame.reception;
        let mut missing = Vec::new();
        let unknown = self.frame.identity_mode == IdentityMode::None;
        if unknown || reporter.is_none_or(|r| blank(&r.name)) {
            missing.push(ReceiptItem::Name);
        }
        if unknown || reporter.is_none_or(|r| r.address.as_deref().is_none_or(blank)) {
            missing.push(ReceiptItem::Address);
        }
        if blank(&self.matter.description) {
            missing.push(ReceiptItem::Description);
        }
        if blank(&reception.place) || blank(&reception.at) {
            missing.push(ReceiptItem::PlaceAndTime);
        }
        if blank(&self.frame.receiver.name) {
            missing.push(ReceiptItem::Receiver);
        }
        missing
    }
}
