//! What UU 25/2009 asks of a complaint and of its receipt, checked against what was said so far.
//!
//! Nothing here stops a registration: the office must accept a complaint (Pasal 48 ayat (2)). What
//! is missing is shown and recorded; the receipt changes its name (Pasal 44 ayat (2)).

use chrono::NaiveDate;
use serde::Serialize;

use crate::complaint::Complaint;
use crate::facts::{ComplaintIdentity, ComplaintMatter};
use crate::law::FILING_LIMIT_DAYS;
use crate::person;
use crate::vocabulary::{Capacity, Channel, IdentityMode, closed_list};

/// What was said so far, by a form or by a stored complaint. Texts may be empty.
#[derive(Clone, Copy)]
pub struct Stated<'a> {
    /// How it came.
    pub channel: Channel,
    /// Letter number, Tracking ID, account: as the channel asks.
    pub channel_ref: &'a str,
    /// Openness of the identity.
    pub identity_mode: IdentityMode,
    /// In which capacity.
    pub capacity: Capacity,
    /// Giver of the proxy, group or legal body.
    pub on_behalf_of: &'a str,
    /// Full name.
    pub name: &'a str,
    /// Street, number, RT/RW.
    pub address: &'a str,
    /// Village as text.
    pub village: &'a str,
    /// Telephone.
    pub phone: &'a str,
    /// E-mail.
    pub email: &'a str,
    /// NIK.
    pub nik: &'a str,
    /// The service that was not to standard.
    pub description: &'a str,
    /// Loss, of money or not.
    pub loss: &'a str,
    /// Settlement asked for.
    pub settlement: &'a str,
    /// Day of the event.
    pub event_date: Option<NaiveDate>,
    /// Day of receipt in the office's zone.
    pub received: NaiveDate,
    /// Place of receipt, from the settings.
    pub place: &'a str,
    /// Name of the receiving officer.
    pub receiver: &'a str,
    /// The complainant signed the printed sheet.
    pub signed: bool,
}

closed_list! {
    /// The seven elements of a written complaint, UU 25/2009 Pasal 42 ayat (3).
    Element {
        /// Huruf a: full name.
        Name = "name",
        /// Huruf a: full address.
        Address = "address",
        /// Huruf b: the service that was not to standard.
        Description = "description",
        /// Huruf b: material or immaterial loss.
        Loss = "loss",
        /// Huruf c: the settlement asked for.
        Settlement = "settlement",
        /// Huruf d: place and time of submission.
        PlaceAndTime = "place_time",
        /// Huruf d: signature.
        Signature = "signature",
    }
}

impl Element {
    /// As the form and the complaint list it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "Nama lengkap",
            Self::Address => "Alamat lengkap",
            Self::Description => "Uraian pelayanan",
            Self::Loss => "Kerugian",
            Self::Settlement => "Penyelesaian yang diminta",
            Self::PlaceAndTime => "Tempat dan waktu",
            Self::Signature => "Tanda tangan pelapor",
        }
    }
}

closed_list! {
    /// Whether an element is there.
    Presence {
        /// It was said.
        Present = "present",
        /// It was not.
        Missing = "missing",
        /// The program fills it in.
        Automatic = "automatic",
        /// It comes with the printed sheet.
        WhenPrinted = "when_printed",
        /// The person stays unknown: it is neither there nor asked for.
        Withheld = "withheld",
    }
}

closed_list! {
    /// The items of a receipt, UU 25/2009 Pasal 44 ayat (2); item 1 (full identity) is two.
    ReceiptItem {
        /// Item 1: full name.
        Name = "name",
        /// Item 1: full address.
        Address = "address",
        /// Item 2: the service that does not meet the standard.
        Description = "description",
        /// Item 3: place and time of receipt.
        PlaceAndTime = "place_and_time",
        /// Item 4: signature and name of who received it.
        Receiver = "receiver",
    }
}

impl ReceiptItem {
    /// As the *bukti pencatatan* names what it lacks.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "nama lengkap pelapor",
            Self::Address => "alamat lengkap pelapor",
            Self::Description => "uraian pelayanan",
            Self::PlaceAndTime => "tempat dan waktu penerimaan",
            Self::Receiver => "nama dan tanda tangan penerima",
        }
    }
}

/// Something a person should look at; it blocks nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Name of the field in the form.
    pub field: &'static str,
    /// Stable code.
    pub code: &'static str,
    /// For the officer; never holds what was typed.
    pub text: String,
}

/// What the office adds to what a person states: where it was received, by whom, on which day.
#[derive(Clone, Copy, Debug)]
pub struct Reception<'a> {
    /// Place printed as place of receipt.
    pub place: &'a str,
    /// Name of the receiving officer.
    pub receiver: &'a str,
    /// Day of receipt.
    pub received: NaiveDate,
}

impl<'a> Stated<'a> {
    /// A registered complaint; a part that is withheld reads as empty.
    pub fn of(c: &'a Complaint, at: &Reception<'a>) -> Self {
        let identity = |get: fn(&ComplaintIdentity) -> &Option<String>| {
            c.identity.as_ref().and_then(|i| get(i).as_deref()).unwrap_or_default()
        };
        let matter = |get: fn(&ComplaintMatter) -> &Option<String>| {
            c.matter.as_ref().and_then(|m| get(m).as_deref()).unwrap_or_default()
        };
        Self {
            channel: c.facts.channel.unwrap_or(Channel::Other),
            channel_ref: matter(|m| &m.channel_ref),
            identity_mode: c.identity_mode(),
            capacity: c.facts.capacity.unwrap_or(Capacity::Oneself),
            on_behalf_of: identity(|i| &i.on_behalf_of),
            name: identity(|i| &i.name),
            address: identity(|i| &i.address),
            village: identity(|i| &i.village_text),
            phone: identity(|i| &i.phone),
            email: identity(|i| &i.email),
            nik: identity(|i| &i.nik),
            description: matter(|m| &m.description),
            loss: matter(|m| &m.loss),
            settlement: matter(|m| &m.settlement),
            event_date: c.facts.event_date,
            received: at.received,
            place: at.place,
            receiver: at.receiver,
            signed: c.signed,
        }
    }
}

impl Stated<'_> {
    fn has_name(&self) -> bool {
        self.identity_mode != IdentityMode::None && !blank(self.name)
    }

    fn has_address(&self) -> bool {
        self.identity_mode != IdentityMode::None && !(blank(self.address) && blank(self.village))
    }
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The seven elements of Pasal 42 ayat (3), each with its presence, in the order of the law.
pub fn completeness(stated: &Stated<'_>) -> Vec<(Element, Presence)> {
    let presence = |present: bool| match present {
        true => Presence::Present,
        false => Presence::Missing,
    };
    Element::ALL
        .iter()
        .map(|&element| {
            let found = match element {
                Element::Name | Element::Address | Element::Signature
                    if stated.identity_mode == IdentityMode::None && !stated.signed =>
                {
                    Presence::Withheld
                }
                Element::Name => presence(stated.has_name()),
                Element::Address => presence(stated.has_address()),
                Element::Description => presence(!blank(stated.description)),
                Element::Loss => presence(!blank(stated.loss)),
                Element::Settlement => presence(!blank(stated.settlement)),
                Element::PlaceAndTime if blank(stated.place) => Presence::Missing,
                Element::PlaceAndTime => Presence::Automatic,
                Element::Signature if stated.signed => Presence::Present,
                Element::Signature => Presence::WhenPrinted,
            };
            (element, found)
        })
        .collect()
}

/// The items of Pasal 44 ayat (2) that a receipt printed now would lack. Only an empty answer
/// allows the title *tanda terima*; else the paper is a *bukti pencatatan*.
pub fn receipt_missing(stated: &Stated<'_>) -> Vec<ReceiptItem> {
    ReceiptItem::ALL
        .iter()
        .copied()
        .filter(|item| match item {
            ReceiptItem::Name => !stated.has_name(),
            ReceiptItem::Address => !stated.has_address(),
            ReceiptItem::Description => blank(stated.description),
            ReceiptItem::PlaceAndTime => blank(stated.place),
            ReceiptItem::Receiver => blank(stated.receiver),
        })
        .collect()
}

/// Whether the person can be reached: a telephone number of at least eight digits, e-mail, address, or through the
/// channel itself.
pub fn can_be_answered(stated: &Stated<'_>) -> bool {
    let through_the_channel = match stated.channel {
        Channel::Sms
        | Channel::WhatsApp
        | Channel::Email
        | Channel::Website
        | Channel::SocialMedia
        | Channel::Sp4n
        | Channel::Ombudsman
        | Channel::Parliament => !blank(stated.channel_ref),
        Channel::FaceToFace
        | Channel::SuggestionBox
        | Channel::Letter
        | Channel::Telephone
        | Channel::MassMedia
        | Channel::Forum
        | Channel::Other => false,
    };
    through_the_channel || person::can_be_called(stated.phone) || !blank(stated.email) || stated.has_address()
}

/// Whether deadlines towards the complainant rest: there is neither a name nor a way to answer.
pub fn clocks_rest(stated: &Stated<'_>) -> bool {
    !stated.has_name() && !can_be_answered(stated)
}

/// What a person should look at before registering.
pub fn warnings(stated: &Stated<'_>) -> Vec<Warning> {
    let mut found = Vec::new();
    let mut warn = |field, code, text: String| found.push(Warning { field, code, text });
    if let Some(days) = days_past_filing_limit(stated.event_date, stated.received) {
        let text = format!(
            "Kejadian {days} hari sebelum diterima, melewati {FILING_LIMIT_DAYS} hari (Pasal 42 ayat (2)). Tetap dapat didaftarkan; pengelola yang menilai."
        );
        warn("eventDate", "older_than_30_days", text);
    }
    if stated.identity_mode != IdentityMode::None {
        for warning in person::nik_warnings(stated.nik) {
            warn("nik", warning.code(), warning.to_string());
        }
    }
    if let Some(warning) = person::phone_warning(stated.phone) {
        warn("phone", warning.code(), warning.to_string());
    }
    if let Some(warning) = person::email_warning(stated.email) {
        warn("email", warning.code(), warning.to_string());
    }
    if stated.identity_mode != IdentityMode::None && stated.capacity != Capacity::Oneself && blank(stated.on_behalf_of)
    {
        let text = match stated.capacity {
            Capacity::Proxy => "Nama pemberi kuasa belum diisi.",
            _ => "Nama kelompok atau badan belum diisi.",
        };
        warn("onBehalfOf", "on_behalf_of_missing", text.to_owned());
    }
    if stated.channel == Channel::Sp4n && !is_sp4n_tracking_id(stated.channel_ref) {
        let text = "Tracking ID SP4N-LAPOR! biasanya 7 angka.".to_owned();
        warn("channelRef", "tracking_id", text);
    }
    found
}

/// How many days lie between event and receipt, if more than Pasal 42 ayat (2) allows.
pub fn days_past_filing_limit(event: Option<NaiveDate>, received: NaiveDate) -> Option<i64> {
    let days = received.signed_duration_since(event?).num_days();
    (days > i64::from(FILING_LIMIT_DAYS)).then_some(days)
}

/// Whether a text can be a Tracking ID of SP4N-LAPOR!: 5 to 10 digits (7 at present).
pub fn is_sp4n_tracking_id(text: &str) -> bool {
    let id = text.trim().trim_start_matches('#');
    (5..=10).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
#[path = "checks_tests.rs"]
mod tests;
