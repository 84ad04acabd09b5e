//! The practice office: a register of its own beside the real one, with invented complaints and spoken stories.
//!
//! It never mixes with a real register: it lies in its own folder under a key of its own, its first entry says
//! *practice*, and every number begins with `LATIHAN-`. Its samples went through the normal use cases, dated back.

mod samples;
mod stories;

pub use stories::{Story, stories};

use crate::error::{Error, Result};
use crate::init::init;
use crate::keys::Opener;
use crate::open::Desk;
use crate::place::Place;
use chrono::{DateTime, TimeDelta, Utc};
use loket_domain::calendar::WorkWeek;
use loket_domain::dates::Zone;
use loket_domain::number::Reset;
use loket_domain::office::{NumberingSetup, OfficeSetup, OfficerSetup};
use loket_domain::vocabulary::{OfficeKind, Role};

/// The PIN of every officer of the practice office; the sign-in screen shows it.
pub const PIN: &str = "246824";
/// Who sits at the practice counter.
pub const OFFICER: &str = "Budi Umpama, A.Md.Kep.";
/// The practice office begins so many days before it is made, so that its samples have a past.
const PAST: TimeDelta = TimeDelta::days(45);

/// Opens the practice office beside the register of `place`, or makes it. One that cannot be opened any more is moved
/// aside and made anew.
///
/// # Errors
/// [`Error::Held`] when another program practises, [`Error::DiskFull`], [`Error::Database`].
pub async fn open_or_create(place: &Place, now: DateTime<Utc>) -> Result<Desk> {
    let place = place.practice();
    let opener = opener(&place);
    if place.holds_register() {
        match Desk::open(&place, &opener, now).await {
            Ok(desk) => return Ok(desk),
            Err(e @ (Error::Held | Error::Newer(_) | Error::DiskFull)) => return Err(e),
            Err(_) => move_aside(&place, now)?,
        }
    }
    // The samples live in the past: the register begins before the first of them.
    let created = init(&place, &office(), true, &opener, now - PAST).await?;
    match samples::register(&created.desk, now).await {
        Ok(()) => Ok(created.desk),
        Err(e) => {
            created.desk.close().await?;
            move_aside(&place, now)?;
            Err(e)
        }
    }
}

/// The key lies beside the register: nothing in it is worth hiding.
fn opener(place: &Place) -> Opener {
    Opener::File(place.root().join("kunci-latihan.txt"))
}

fn move_aside(place: &Place, now: DateTime<Utc>) -> Result<()> {
    let aside = place.root().with_extension(now.format("lama-%Y%m%d-%H%M%S").to_string());
    Ok(std::fs::rename(place.root(), aside)?)
}

/// The invented office.
fn office() -> OfficeSetup {
    let officer = |name: &str, post: &str, nip: &str, roles: Vec<Role>| OfficerSetup {
        name: name.to_owned(),
        post: post.to_owned(),
        nip: nip.to_owned(),
        roles,
        pin: PIN.to_owned(),
    };
    OfficeSetup {
        kind: OfficeKind::HealthCentre,
        name: "Puskesmas Sukamisal".to_owned(),
        parent_agency: "Dinas Kesehatan".to_owned(),
        government: "Pemerintah Kabupaten Contoh".to_owned(),
        address: "Jalan Andaikan Nomor 1, Desa Sukamisal, Kecamatan Umpama".to_owned(),
        phone: "0899-0000-0100".to_owned(),
        email: "aduan@sukamisal.example".to_owned(),
        logo_png: None,
        city: "Sukamisal".to_owned(),
        village_code: "99.01.01.2001".to_owned(),
        zone: Zone::Wib,
        work_week: WorkWeek::Six,
        manager_name: "Sari Andaikan, S.K.M.".to_owned(),
        manager_phone: "0899-0000-0101".to_owned(),
        pdp_officer: "Sari Andaikan, S.K.M.".to_owned(),
        pdp_contact: "0899-0000-0101".to_owned(),
        service_hours: "Senin–Sabtu, 08.00–14.00 WIB".to_owned(),
        services: Vec::new(),
        numbering: NumberingSetup {
            template: "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}".to_owned(),
            reset: Reset::Yearly,
            office_code: "PKM-SKM".to_owned(),
            counter_code: "A".to_owned(),
            last_paper_number: 0,
        },
        officers: vec![
            officer(
                OFFICER,
                "Petugas loket",
                "",
                vec![Role::CounterOfficer, Role::ComplaintManager, Role::Administrator],
            ),
            officer(
                "Sari Andaikan, S.K.M.",
                "Kepala UPTD Puskesmas Sukamisal",
                "99990101 202601 2 001",
                vec![Role::Head, Role::ComplaintManager],
            ),
            officer("Yosef Andaikata", "Petugas pendaftaran", "", vec![Role::CounterOfficer]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::complaints::Filter;

    #[tokio::test]
    async fn the_practice_office_has_a_past_and_numbers_of_its_own() {
        let dir = tempfile::tempdir().expect("dir");
        let place = Place::new(dir.path());
        let now = "2026-11-20T03:00:00Z".parse().expect("time");
        let desk = open_or_create(&place, now).await.expect("practice");
        let officer = desk.officers().await.expect("officers")[0].clone();
        assert_eq!(officer.matter.name, OFFICER);
        let page = desk.list(&Filter::default(), None, officer.id).await.expect("list");
        assert_eq!(page.rows.len(), samples::COUNT);
        assert!(page.rows.iter().all(|r| r.number.starts_with("LATIHAN-")));
        for state in ["received", "answered", "closed", "voided"] {
            assert!(page.rows.iter().any(|r| r.state == state), "{state}");
        }
        for mode in ["open", "confidential", "none"] {
            assert!(page.rows.iter().any(|r| r.identity_mode == mode), "{mode}");
        }
        assert!(desk.notices(now).await.expect("notices").is_empty(), "nothing worries who practises");
        assert!(!place.holds_register(), "the real register is untouched");
        let counts = desk.count(&Filter::default(), officer.id).await.expect("counts");
        assert_eq!(counts.all, samples::COUNT as i64);
        desk.close().await.expect("close");
        let again = open_or_create(&place, now).await.expect("again");
        assert_eq!(again.count(&Filter::default(), officer.id).await.expect("counts"), counts);
    }

    #[tokio::test]
    async fn a_practice_office_that_cannot_be_opened_is_made_anew() {
        let dir = tempfile::tempdir().expect("dir");
        let place = Place::new(dir.path());
        let now = "2026-11-20T03:00:00Z".parse().expect("time");
        std::fs::create_dir_all(place.practice().root()).expect("folder");
        std::fs::write(place.practice().keys(), b"{").expect("torn file");
        open_or_create(&place, now).await.expect("made anew");
        let kept = std::fs::read_dir(dir.path())
            .expect("list")
            .flatten()
            .any(|e| e.file_name().to_string_lossy().contains("lama-"));
        assert!(kept, "nothing is deleted");
    }

    #[test]
    fn ten_stories_each_with_a_hint() {
        assert_eq!(stories().len(), 10);
        let mut ids: Vec<&str> = stories().iter().map(|s| s.id).collect();
        ids.dedup();
        assert_eq!(ids.len(), 10);
        assert!(stories().iter().all(|s| !s.hint.is_empty() && s.spoken.chars().count() > 120));
    }
}
