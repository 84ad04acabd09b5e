//! Labelled values of a complaint, masked as ui.md 8 says.

use crate::dto::detail::Fact;
use chrono::DateTime;
use loket_domain::complaint::Complaint;
use loket_domain::dates::{self, Zone};
use loket_domain::facts::ComplaintIdentity;
use loket_domain::person;
use loket_domain::vocabulary::{Capacity, IdentityMode};

fn fact(label: &str, value: impl Into<String>, field: &str) -> Option<Fact> {
    let value = value.into();
    (!value.is_empty()).then(|| Fact { label: label.to_owned(), value, field: field.to_owned() })
}

fn shown(facts: impl IntoIterator<Item = Option<Fact>>) -> Vec<Fact> {
    facts.into_iter().flatten().collect()
}

/// What everybody may read of a complaint; with `content` what was said as well.
pub fn of_matter(c: &Complaint, content: bool, accused: Option<String>, zone: Zone) -> Vec<Fact> {
    let (facts, matter) = (&c.facts, c.matter.clone().unwrap_or_default());
    let text = |value: Option<String>| value.unwrap_or_default();
    let at = |value: &Option<String>| value.as_deref().and_then(|t| DateTime::parse_from_rfc3339(t).ok());
    let day = |value: Option<chrono::NaiveDate>| value.map(dates::weekday_date).unwrap_or_default();
    let (received, recorded) = (at(&facts.received_at), at(&facts.recorded_at));
    let differ = received.zip(recorded).is_some_and(|(a, b)| a.timestamp() / 60 != b.timestamp() / 60);
    let day_only = c.imported.as_ref().is_some_and(|i| i.facts.received_day_only == Some(true));
    let when = |t| if day_only { dates::weekday_date(zone.date(&t)) } else { dates::weekday_date_time(t, zone) };
    let mut all = vec![
        fact("Asal", origin(c), "origin"),
        fact("Layanan", text(matter.service_text), "serviceText"),
        fact("Saluran", facts.channel.map_or("", |c| c.label()), "channel"),
        fact("Waktu penerimaan", received.map(when).unwrap_or_default(), "receivedAt"),
        fact(
            "Dicatat",
            recorded.filter(|_| differ).map(|t| dates::date_time(t, zone)).unwrap_or_default(),
            "recordedAt",
        ),
        fact(
            "Waktu dicatat",
            if facts.clock_doubt == Some(true) { "diragukan: jam komputer tampak keliru" } else { "" },
            "clockDoubt",
        ),
    ];
    if content {
        all.extend([
            fact("Rujukan saluran", text(matter.channel_ref), "channelRef"),
            fact("Tanggal surat atau kotak dibuka", day(facts.channel_date), "channelDate"),
            fact("Tanggal kejadian", day(facts.event_date), "eventDate"),
            fact("Tempat kejadian", text(matter.event_place), "eventPlace"),
            fact("Kerugian", text(matter.loss), "loss"),
            fact("Penyelesaian yang diminta", text(matter.settlement), "settlement"),
            fact("Pihak yang diadukan", accused.unwrap_or(text(matter.accused_text)), "accusedText"),
        ]);
        let old = c.imported.clone().map(|i| i.matter).unwrap_or_default();
        all.extend([
            fact("Tanggapan di register lama", old.old_answer, "oldAnswer"),
            fact("Hasil di register lama", old.old_result, "oldResult"),
        ]);
    }
    shown(all)
}

/// Where an imported complaint comes from.
fn origin(c: &Complaint) -> String {
    let number = c.matter.as_ref().and_then(|m| m.old_number.as_deref());
    match (&c.imported, number) {
        (None, _) => String::new(),
        (Some(_), Some(number)) => format!("Dari register lama, nomor lama {number}"),
        (Some(_), None) => "Dari register lama, tanpa nomor".to_owned(),
    }
}

/// The reporter as the pane shows one: NIK and telephone masked.
pub fn masked(c: &Complaint) -> Vec<Fact> {
    let who = match &c.identity {
        Some(who) => who.clone(),
        None if c.identity_mode() == IdentityMode::None => ComplaintIdentity::default(),
        None => return Vec::new(),
    };
    let who = ComplaintIdentity {
        nik: who.nik.as_deref().map(person::mask_nik_on_screen),
        phone: who.phone.as_deref().map(person::mask_phone),
        email: who.email.as_deref().map(mask_email),
        ..who
    };
    of_identity(c, &who)
}

/// The reporter in full, after the identity was opened.
pub fn opened(c: &Complaint, who: &ComplaintIdentity) -> Vec<Fact> {
    let who = ComplaintIdentity { phone: who.phone.as_deref().map(person::national_phone), ..who.clone() };
    of_identity(c, &who)
}

fn of_identity(c: &Complaint, who: &ComplaintIdentity) -> Vec<Fact> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let none = c.identity_mode() == IdentityMode::None;
    let capacity = c.facts.capacity.unwrap_or(Capacity::Oneself);
    let behalf = match capacity {
        Capacity::Oneself => "",
        Capacity::Proxy => "Pemberi kuasa",
        Capacity::Group => "Nama kelompok",
        Capacity::LegalBody => "Nama badan hukum",
    };
    let acts = if capacity == Capacity::Oneself || none { "" } else { capacity.label() };
    shown([
        fact("Nama lengkap", if none { "Tanpa identitas".to_owned() } else { text(&who.name) }, "name"),
        fact("Bertindak sebagai", acts, "capacity"),
        fact(behalf, text(&who.on_behalf_of), "onBehalfOf"),
        fact("Tanggal surat kuasa", c.facts.proxy_date.map(dates::long_date).unwrap_or_default(), "proxyDate"),
        fact("Telepon", text(&who.phone), "phone"),
        fact("Pos-el", text(&who.email), "email"),
        fact("NIK", text(&who.nik), "nik"),
        fact("Alamat", text(&who.address), "address"),
        fact("Desa atau kelurahan", text(&who.village_text), "villageText"),
        fact("Pekerjaan", text(&who.occupation), "occupation"),
    ])
}

/// `m•••@contoh.example`: the first letter and the domain.
pub fn mask_email(email: &str) -> String {
    match email.split_once('@') {
        Some((name, domain)) => format!("{}•••@{domain}", name.chars().next().unwrap_or('•')),
        None => "•••".to_owned(),
    }
}
