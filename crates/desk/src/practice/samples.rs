//! Twelve invented complaints of different days and states, registered through the normal use cases.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::steps::Step;
use crate::store::unit::Service;
use crate::write::Act;
use chrono::{DateTime, TimeDelta, Utc};
use loket_domain::intake::ComplaintInput;
use loket_domain::vocabulary::{Capacity, Channel, Conveyance, IdentityMode, Salutation};
use uuid::Uuid;

/// How many there are.
#[cfg(test)]
pub const COUNT: usize = SAMPLES.len();

/// What became of a sample afterwards.
enum After {
    /// Nothing yet.
    Waits,
    /// An answer was conveyed so many days later.
    Answered(i64, &'static str),
    /// Answered, then closed, so many days later.
    Closed(i64, &'static str),
    /// Struck with a reason.
    Voided(&'static str),
    /// Solved at the counter at once.
    AtCounter(&'static str),
}

struct Sample {
    /// Days before now.
    days_ago: i64,
    name: &'static str,
    phone: &'static str,
    address: &'static str,
    mode: IdentityMode,
    channel: Channel,
    /// Begins the name of the service.
    service: &'static str,
    description: &'static str,
    loss: &'static str,
    settlement: &'static str,
    after: After,
}

const fn open(
    days_ago: i64,
    name: &'static str,
    service: &'static str,
    description: &'static str,
    after: After,
) -> Sample {
    Sample {
        days_ago,
        name,
        phone: "0899-0000-0139",
        address: "Jalan Contoh Nomor 7, RT 04/RW 02",
        mode: IdentityMode::Open,
        channel: Channel::FaceToFace,
        service,
        description,
        loss: "Waktu dan ongkos",
        settlement: "Dilayani pekan ini",
        after,
    }
}

const SAMPLES: &[Sample] = &[
    open(
        41,
        "Melati Contohwati",
        "Farmasi",
        "Antre obat lima jam. Hanya satu loket yang dibuka, padahal yang menunggu lebih dari empat puluh orang.",
        After::Closed(9, "Loket obat kedua dibuka setiap Senin dan Kamis pagi."),
    ),
    open(
        34,
        "Budi Contohman",
        "Rujukan",
        "Sudah tiga kali meminta surat rujukan, petugasnya selalu tidak di tempat.",
        After::Closed(6, "Surat rujukan diterbitkan. Jadwal petugas ditempel di loket."),
    ),
    Sample {
        channel: Channel::SuggestionBox,
        mode: IdentityMode::None,
        name: "",
        phone: "",
        address: "",
        loss: "",
        settlement: "Diperbaiki",
        ..open(
            29,
            "",
            "Kesehatan lingkungan",
            "Toilet ruang tunggu rusak sudah sebulan, airnya tidak keluar.",
            After::Answered(5, "Toilet diperbaiki. Tanggapan dipasang di papan pengumuman."),
        )
    },
    open(
        25,
        "Siti Ibaratwati",
        "Kesehatan anak",
        "Imunisasi anak ditunda tiga minggu karena vaksin habis, dan tidak ada kabar sesudahnya.",
        After::Waits,
    ),
    Sample {
        phone: "0899-0000-0177",
        channel: Channel::WhatsApp,
        settlement: "Tidak membayar dua kali",
        loss: "Uang Rp45.000",
        ..open(
            19,
            "Ahmad Andaian",
            "Laboratorium",
            "Hasil laboratorium hilang, padahal sudah dibayar. Diminta mengambil darah dan membayar lagi.",
            After::Answered(4, "Hasil ditemukan dan dikirim. Tidak ada biaya tambahan."),
        )
    },
    open(
        15,
        "Togar Seumpama",
        "Pendaftaran",
        "Kartu tidak terbaca, lalu disuruh pulang meskipun sedang demam.",
        After::Waits,
    ),
    Sample {
        mode: IdentityMode::Confidential,
        phone: "0899-0000-0150",
        settlement: "Uang dikembalikan",
        loss: "Uang Rp20.000",
        ..open(
            12,
            "Dewi Contohsari",
            "Pendaftaran",
            "Dimintai uang supaya lebih cepat dipanggil. Terpaksa memberi karena anak sakit panas.",
            After::Waits,
        )
    },
    open(
        11,
        "Ratna Dimisalkan",
        "Pemeriksaan umum",
        "Nomor antrean daring tidak diakui di loket, harus mengambil nomor lagi dari awal.",
        After::Voided("Rangkap dengan aduan yang dicatat sebelumnya pada hari yang sama."),
    ),
    Sample {
        channel: Channel::Letter,
        loss: "Layanan tertunda",
        settlement: "Jadwal ditetapkan kembali",
        ..open(
            8,
            "Wati Seandainya",
            "Posyandu",
            "Puskesmas keliling tidak datang dua bulan. Lansia tidak diperiksa tekanan darahnya.",
            After::Answered(3, "Jadwal puskesmas keliling berlaku lagi mulai Rabu kedua."),
        )
    },
    open(
        5,
        "Rahmat Misalkan",
        "Pendaftaran",
        "Dibentak di depan orang banyak karena lupa membawa fotokopi kartu keluarga.",
        After::Waits,
    ),
    open(
        2,
        "Putri Umpamasari",
        "Rujukan",
        "Surat rujukan dicetak dengan nama yang salah, lalu diminta mengurus dari awal.",
        After::AtCounter("Surat rujukan dengan nama yang benar diserahkan saat itu juga."),
    ),
    Sample {
        address: "",
        ..open(
            0,
            "Yanti Contohsari",
            "Gizi",
            "Diminta kembali lagi besok karena petugas gizi sedang rapat.",
            After::Waits,
        )
    },
];

/// One thing that happened, to be written in the order of time.
enum Event<'a> {
    Registered(&'a Sample),
    Answered(usize, &'static str),
    Closed(usize, &'static str, bool),
    Voided(usize, &'static str),
}

/// Registers the samples as if they had come on their days before `now`.
pub async fn register(desk: &Desk, now: DateTime<Utc>) -> Result<()> {
    let officer = desk.officers().await?.first().map(|o| o.id).ok_or(Error::NotFound("officer"))?;
    let services = desk.services().await?;
    let mut ids: Vec<Uuid> = Vec::new();
    for (at, event) in events(now) {
        let act = Act::new(officer, at);
        match event {
            Event::Registered(sample) => ids.push(desk.register(&input(sample, &services), None, act).await?.id),
            Event::Answered(n, text) => {
                let sample = &SAMPLES[n];
                let by = match (sample.channel, sample.mode) {
                    (Channel::WhatsApp, _) => Conveyance::WhatsApp,
                    (_, IdentityMode::None) => Conveyance::NoticeBoard,
                    _ => Conveyance::InPerson,
                };
                let step = Step::Answered {
                    conveyed_at: desk.local(at).await?,
                    by,
                    recipient: sample.name.to_owned(),
                    text: text.to_owned(),
                };
                desk.step(ids[n], &step, act).await?;
            }
            Event::Closed(n, result, at_counter) => {
                let date = desk.local(at).await?.date_naive();
                let step = Step::Closed { date, result: result.to_owned(), at_counter, agreed: true };
                desk.step(ids[n], &step, act).await?;
            }
            Event::Voided(n, reason) => desk.void(ids[n], reason, act).await?,
        }
    }
    Ok(())
}

/// All that happened, in the order of time: a clock that runs back would be noticed.
fn events(now: DateTime<Utc>) -> Vec<(DateTime<Utc>, Event<'static>)> {
    let mut events = Vec::new();
    for (n, sample) in SAMPLES.iter().enumerate() {
        let at = now - TimeDelta::days(sample.days_ago) - TimeDelta::minutes(40);
        let later = |days: i64| at + TimeDelta::days(days) + TimeDelta::minutes(15);
        events.push((at, Event::Registered(sample)));
        match sample.after {
            After::Waits => {}
            After::Answered(days, text) => events.push((later(days), Event::Answered(n, text))),
            After::Closed(days, result) => {
                events.push((later(days), Event::Answered(n, result)));
                events.push((later(days) + TimeDelta::minutes(5), Event::Closed(n, result, false)));
            }
            After::Voided(reason) => events.push((later(0), Event::Voided(n, reason))),
            After::AtCounter(result) => events.push((later(0), Event::Closed(n, result, true))),
        }
    }
    events.sort_by_key(|(at, _)| *at);
    events
}

fn input(s: &Sample, services: &[Service]) -> ComplaintInput {
    ComplaintInput {
        channel: s.channel,
        channel_ref: String::new(),
        channel_date: None,
        received_at: None,
        form_number: String::new(),
        identity_mode: s.mode,
        restricted: s.mode == IdentityMode::Confidential,
        capacity: Capacity::Oneself,
        on_behalf_of: String::new(),
        proxy_date: None,
        salutation: Salutation::Unknown,
        name: s.name.to_owned(),
        phone: s.phone.to_owned(),
        email: String::new(),
        nik: String::new(),
        address: s.address.to_owned(),
        village_code: if s.address.is_empty() { String::new() } else { "99.01.02.1001".to_owned() },
        village_text: String::new(),
        occupation: String::new(),
        service: services.iter().find(|o| o.name.starts_with(s.service)).map(|o| o.id),
        service_text: String::new(),
        event_date: None,
        event_place: "Kantor ini".to_owned(),
        subject: String::new(),
        description: s.description.to_owned(),
        loss: s.loss.to_owned(),
        settlement: s.settlement.to_owned(),
        accused_officer: None,
        accused_text: String::new(),
        read_back: true,
    }
}
