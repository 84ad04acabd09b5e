//! Writes the sample through the same door as everybody: up to 500 complaints in one transaction.

use super::plan::{self, Event, Planned};
use super::text;
use crate::chance::Chance;
use crate::office;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use loket_desk::keys::Opener;
use loket_desk::place::Place;
use loket_desk::steps::Step;
use loket_desk::tracking::Drawn;
use loket_desk::{Act, Desk, Result, init};
use loket_domain::dates::Zone;
use loket_domain::intake::ComplaintInput;
use loket_domain::office::OfficeSetup;
use loket_domain::rights::{Right, may};
use loket_domain::tracking::TrackingCode;
use loket_domain::vocabulary::{Channel, Conveyance, IdentityMode};
use serde_json::json;
use std::path::Path;
use uuid::Uuid;

/// Complaints and steps that share a transaction.
const BATCH: usize = 500;
/// The last complaints have a tracking code: its slow hash takes some 20 ms each.
const WITH_TRACKING: usize = 200;
/// Name of the key file in the folder.
pub const KEY_FILE: &str = "kunci-contoh.txt";
/// PIN of every officer of the sample.
pub use crate::office::PIN;

pub(super) const CHANNELS: &[(Channel, f64)] = &[
    (Channel::FaceToFace, 40.0),
    (Channel::WhatsApp, 22.0),
    (Channel::Sp4n, 12.0),
    (Channel::SuggestionBox, 8.0),
    (Channel::Telephone, 6.0),
    (Channel::SocialMedia, 5.0),
    (Channel::Letter, 3.0),
    (Channel::Email, 2.0),
    (Channel::Website, 2.0),
];
const MODES: &[(IdentityMode, f64)] =
    &[(IdentityMode::Open, 80.0), (IdentityMode::Confidential, 10.0), (IdentityMode::None, 10.0)];
pub(super) const FIRST_NAMES: &[&str] = &[
    "Melati", "Budi", "Siti", "Ahmad", "Dewi", "Rahmat", "Putri", "Yosef", "Togar", "Wati", "Ratna", "Komang", "Made",
    "Yanti", "Agus", "Rina", "Joko", "Fatimah", "Petrus", "Nur'aini",
];
pub(super) const LAST_NAMES: &[&str] = &[
    "Contohwati",
    "Contohman",
    "Ibaratwati",
    "Andaian",
    "Contohsari",
    "Misalkan",
    "Umpamasari",
    "Andaikata",
    "Seumpama",
    "Seandainya",
    "Dimisalkan",
    "Umpama",
];
const ANSWERS: &[&str] = &[
    "Loket kedua dibuka setiap Senin dan Kamis pagi.",
    "Berkas ditemukan dan diserahkan kepada pelapor.",
    "Petugas sudah diingatkan dan jadwal piket ditempel di loket.",
    "Perbaikan dijadwalkan pekan depan; pelapor akan dikabari.",
    "Pungutan itu tidak ada dasarnya dan uangnya dikembalikan.",
];

/// What was made.
pub struct Made {
    /// Complaints.
    pub complaints: usize,
    /// Entries in the log.
    pub entries: i64,
}

/// Makes a register of `count` complaints in `folder`, with its key file there.
///
/// # Errors
/// What the desk says; an existing register is not touched.
///
/// # Panics
/// When the office of the sample is no office any more.
pub async fn make(folder: &Path, count: usize, seed: u64, until: NaiveDate, told: impl Fn(usize)) -> Result<Made> {
    let planned = plan::complaints(count, seed, until);
    let events = plan::events(&planned);
    let before_all = plan::first_day(count, until).and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
    let setup: OfficeSetup = serde_json::from_value(setup()).expect("office of the sample");
    let opener = Opener::File(folder.join(KEY_FILE));
    let desk = init::init(&Place::new(folder), &setup, false, &opener, before_all - TimeDelta::days(1)).await?.desk;
    desk.confirm_recovery().await?;
    let codes = tracking(seed, count.min(WITH_TRACKING));
    let people = People::of(&desk).await?;
    let mut ids = vec![Uuid::nil(); planned.len()];
    for batch in events.chunks(BATCH) {
        let first = Act::new(people.officers[0], batch[0].0);
        let mut writer = desk.store.writer.lock().await;
        let mut w = desk.write(&mut writer, first).await?;
        for (at, event) in batch {
            let (Event::Registered(n) | Event::Answered(n) | Event::Closed(n)) = *event;
            let mut chance = Chance::new(seed.rotate_left(17), planned[n].n);
            w.go_on_as(Act::new(*chance.one(&people.officers), *at));
            let input = people.input(&planned[n], seed, &mut chance);
            match event {
                Event::Registered(_) => {
                    let code = codes.get(planned.len() - 1 - n).copied();
                    ids[n] = desk.register_in(&mut w, &input, None, code).await?.0;
                }
                Event::Answered(_) => desk.step_in(&mut w, ids[n], &answered(&input, *at, &mut chance)).await?,
                Event::Closed(_) => desk.step_in(&mut w, ids[n], &closed(*at, &mut chance)).await?,
            }
        }
        w.commit().await?;
        told(batch.iter().filter(|(_, e)| matches!(e, Event::Registered(_))).count());
    }
    let entries = desk.entries().await?;
    desk.close().await?;
    Ok(Made { complaints: planned.len(), entries })
}

/// Codes with their slow hashes, computed beside each other.
fn tracking(seed: u64, count: usize) -> Vec<Drawn> {
    let mut chance = Chance::new(seed, u64::MAX - 1);
    let codes: Vec<TrackingCode> = (0..count).map(|_| TrackingCode::from_random(|| chance.draw())).collect();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let share = count.div_ceil(workers).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = codes
            .chunks(share)
            .map(|codes| scope.spawn(|| -> Result<Vec<Drawn>> { codes.iter().map(|code| Drawn::of(*code)).collect() }))
            .collect();
        threads.into_iter().filter_map(|t| t.join().ok()?.ok()).flatten().collect()
    })
}

struct People {
    officers: Vec<Uuid>,
    services: Vec<Uuid>,
}

impl People {
    async fn of(desk: &Desk) -> Result<Self> {
        let officers = desk.officers().await?;
        Ok(Self {
            // The head does not work at the counter.
            officers: officers.iter().filter(|o| may(&o.facts.roles, Right::Register)).map(|o| o.id).collect(),
            services: desk.services().await?.iter().map(|s| s.id).collect(),
        })
    }

    fn input(&self, p: &Planned, seed: u64, chance: &mut Chance) -> ComplaintInput {
        let description = match p.repeats {
            Some(n) => text::again(chance, &text::complaint(&mut Chance::new(seed, n))),
            None => text::complaint(&mut Chance::new(seed, p.n)),
        };
        // Who repeats a complaint is the same person; the service is often, not always, the same.
        let mut same = Chance::new(seed.rotate_left(31), p.repeats.unwrap_or(p.n));
        let mode = *same.weighed(MODES);
        let channel = match mode {
            IdentityMode::None if same.happens(0.6) => Channel::SuggestionBox,
            _ => *same.weighed(CHANNELS),
        };
        let named = mode != IdentityMode::None;
        let text_if = |holds: bool, text: String| if holds { text } else { String::new() };
        let name = format!("{} {}", same.one(FIRST_NAMES), same.one(LAST_NAMES));
        let (has_phone, has_nik, has_address) = (same.happens(0.85), same.happens(0.3), same.happens(0.94));
        let elsewhere = p.repeats.is_some() && chance.happens(0.16);
        let service = if elsewhere { chance.one(&self.services) } else { same.one(&self.services) };
        let value = json!({
            "channel": channel,
            "received_at": Zone::Wib.local(&p.received),
            "identity_mode": mode,
            "restricted": same.happens(0.03),
            "name": text_if(named, name),
            "phone": text_if(named && has_phone, text::mobile(&mut same)),
            "nik": text_if(named && has_nik, text::identity_number(&mut same)),
            "address": text_if(named && has_address, format!("Jalan Andaikan Nomor {}, RT {:02}/RW {:02}", 1 + same.place(180), 1 + same.place(12), 1 + same.place(9))),
            "village_code": text_if(named && has_address, "99.01.01.1001".to_owned()),
            "service": (!same.happens(0.02)).then_some(service),
            "event_place": text_if(same.happens(0.7), "Loket pelayanan".to_owned()),
            "description": description,
            "loss": text_if(same.happens(0.5), "Waktu dan ongkos".to_owned()),
            "settlement": text_if(same.happens(0.6), "Dilayani menurut standar pelayanan".to_owned()),
        });
        serde_json::from_value(value).expect("a complaint of the sample")
    }
}

fn answered(input: &ComplaintInput, at: DateTime<Utc>, chance: &mut Chance) -> Step {
    let by = match (input.channel, input.identity_mode) {
        (_, IdentityMode::None) => Conveyance::NoticeBoard,
        (Channel::WhatsApp, _) => Conveyance::WhatsApp,
        (Channel::Sp4n, _) => Conveyance::Sp4n,
        (Channel::Email, _) => Conveyance::Email,
        _ => Conveyance::InPerson,
    };
    let text = (*chance.one(ANSWERS)).to_owned();
    Step::Answered { conveyed_at: Zone::Wib.local(&at), by, recipient: input.name.clone(), text }
}

fn closed(at: DateTime<Utc>, chance: &mut Chance) -> Step {
    let result = (*chance.one(ANSWERS)).to_owned();
    Step::Closed { date: Zone::Wib.date(&at), result, at_counter: false, agreed: chance.happens(0.8) }
}

/// The invented office of all tests, with a series that is never full and officers enough to share the work.
fn setup() -> serde_json::Value {
    let officer = |name: &str, post: &str, roles: &[&str]| json!({ "name": name, "post": post, "nip": "", "roles": roles, "pin": PIN });
    let mut setup = office::setup();
    setup["numbering"]["template"] = json!("{URUT:6}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}");
    setup["numbering"]["last_paper_number"] = json!(0);
    setup["officers"] = json!([
        officer("Sari Andaikan, S.K.M.", "Penanggung Jawab Pengaduan", &["complaint_manager", "administrator"]),
        officer("Budi Umpama, A.Md.Kep.", "Petugas Loket", &["counter_officer"]),
        officer("Yosef Andaikata", "Petugas Loket", &["counter_officer"]),
        officer("Ratna Dimisalkan, S.Sos.", "Kepala Puskesmas", &["head"]),
    ]);
    setup
}

#[cfg(test)]
mod tests {
    use super::*;
    use loket_desk::store::complaints::{Filter, Row};
    use loket_desk::verify;

    async fn rows(desk: &Desk) -> Vec<Row> {
        let officer = desk.officers().await.expect("officers")[0].id;
        let (mut rows, mut cursor) = (Vec::new(), None);
        loop {
            let page = desk.list(&Filter::default(), cursor.as_deref(), officer).await.expect("list");
            rows.extend(page.rows);
            cursor = page.next;
            if cursor.is_none() {
                return rows;
            }
        }
    }

    #[tokio::test]
    async fn a_sample_is_a_genuine_register_and_its_seed_decides() {
        let until = "2026-11-20".parse().expect("day");
        let mut told: Vec<Vec<(String, String, String, String)>> = Vec::new();
        for _ in 0..2 {
            let dir = tempfile::tempdir().expect("dir");
            let made = make(dir.path(), 120, 11, until, |_| {}).await.expect("sample");
            assert_eq!(made.complaints, 120);
            let opener = Opener::File(dir.path().join(KEY_FILE));
            let now = "2026-11-20T03:00:00Z".parse().expect("time");
            let desk = Desk::open(&Place::new(dir.path()), &opener, now).await.expect("open");
            verify::file(&mut *desk.store.writer.lock().await).await.expect("genuine");
            verify::rebuild(&mut *desk.store.writer.lock().await).await.expect("the same tables");
            let rows = rows(&desk).await;
            let mut numbers: Vec<&String> = rows.iter().map(|r| &r.number).collect();
            numbers.sort();
            numbers.dedup();
            assert_eq!(numbers.len(), 120, "each has a number of its own");
            for state in ["received", "answered", "closed"] {
                assert!(rows.iter().any(|r| r.state == state), "{state}");
            }
            assert!(rows.iter().filter(|r| !r.tracking.is_empty()).count() == 120);
            assert!(!desk.practice);
            told.push(rows.into_iter().map(|r| (r.number, r.received_at, r.subject, r.state)).collect());
            desk.close().await.expect("close");
        }
        assert_eq!(told[0], told[1]);
    }
}
