//! An invented office on a real encrypted file, for stories.

use chrono::{DateTime, TimeDelta, Utc};
use loket_desk::drafts::DraftInput;
use loket_desk::keys::Opener;
use loket_desk::place::Place;
use loket_desk::{Act, Desk, init};
use loket_domain::intake::ComplaintInput;
use loket_domain::office::OfficeSetup;
use serde_json::{Value, json};
use std::path::PathBuf;
use uuid::Uuid;

/// PIN of the counter officer.
pub const PIN: &str = "482913";
/// PIN of the manager.
pub const MANAGER_PIN: &str = "730264";

/// The setup file of the office.
#[must_use]
pub fn setup() -> Value {
    json!({
        "kind": "health_centre", "name": "UPTD Puskesmas Sukamisal", "parent_agency": "Dinas Kesehatan",
        "government": "Pemerintah Kabupaten Contoh", "address": "Jalan Umpama Nomor 1, Sukamisal", "phone": "0990-000-000",
        "email": "aduan@contoh.invalid", "city": "Sukamisal", "village_code": "99.01.01.1001", "zone": "WIB", "work_week": "five",
        "manager_name": "Sari Andaikan, S.K.M.", "manager_phone": "0899-0000-0002", "pdp_officer": "Sari Andaikan, S.K.M.",
        "pdp_contact": "0899-0000-0002", "service_hours": "Senin–Jumat, 07.30–14.00 WIB",
        "numbering": { "template": "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}", "reset": "yearly", "office_code": "ADU",
                       "counter_code": "L1", "last_paper_number": 41 },
        "officers": [
            { "name": "Budi Umpama, A.Md.Kep.", "post": "Petugas Loket", "nip": "999901012026011001", "roles": ["counter_officer"], "pin": PIN },
            { "name": "Sari Andaikan, S.K.M.", "post": "Penanggung Jawab Pengaduan", "roles": ["complaint_manager", "administrator"], "pin": MANAGER_PIN },
        ],
    })
}

/// The setup, read.
///
/// # Panics
/// When the sample is not a setup any more.
#[must_use]
pub fn office() -> OfficeSetup {
    serde_json::from_value(setup()).expect("sample office")
}

/// A complaint with all four items of Ps44(2).
///
/// # Panics
/// When the sample is not a complaint any more.
#[must_use]
pub fn complaint() -> ComplaintInput {
    serde_json::from_value(json!({
        "name": "Melati Contohwati", "phone": "0899-0000-0001", "nik": "9906034107900001", "salutation": "ibu",
        "address": "Jalan Andaikan Nomor 7, RT 03/RW 02", "village_code": "99.01.01.1001", "service_text": "Pendaftaran",
        "event_date": "2026-11-19", "event_place": "Loket pendaftaran",
        "description": "Nomor antrean saya 12, tetapi sampai pukul 11.45 belum dipanggil, sedangkan orang yang datang kemudian sudah dilayani.",
        "loss": "Waktu dan ongkos", "settlement": "Antrean dipanggil menurut nomor",
    }))
    .expect("sample complaint")
}

/// Friday 20 November 2026, 09.15 WIB.
///
/// # Panics
/// Never.
#[must_use]
pub fn morning() -> DateTime<Utc> {
    "2026-11-20T02:15:00Z".parse().expect("time")
}

/// An open office, its people, and its clock.
pub struct Office {
    /// Deletes the folder when dropped.
    pub dir: tempfile::TempDir,
    /// The register.
    pub desk: Desk,
    /// The counter officer.
    pub budi: Uuid,
    /// The manager.
    pub sari: Uuid,
    /// Recovery key.
    pub blocks: Vec<String>,
    now: DateTime<Utc>,
    settle: Settle,
}

/// Dropped last: connections close in the background, and the ciphers' clean-up at the end of the process must not meet
/// one that is still closing.
struct Settle;

impl Drop for Settle {
    fn drop(&mut self) {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

impl Office {
    /// A new office at [`morning`].
    pub async fn new() -> Self {
        Self::at(morning()).await
    }

    /// A new office at a time of its own; for tests in which another process asks the real clock.
    ///
    /// # Panics
    /// When it cannot be made.
    pub async fn at(now: DateTime<Utc>) -> Self {
        let dir = tempfile::tempdir().expect("dir");
        let place = Place::new(dir.path().join("register"));
        let opener = Opener::File(dir.path().join("kunci"));
        let created = init::init(&place, &office(), false, &opener, now).await.expect("init");
        let officers = created.desk.officers().await.expect("officers");
        Self {
            dir,
            desk: created.desk,
            budi: officers[0].id,
            sari: officers[1].id,
            blocks: created.recovery_blocks,
            now,
            settle: Settle,
        }
    }

    /// The folder of the register.
    #[must_use]
    pub fn place(&self) -> Place {
        Place::new(self.dir.path().join("register"))
    }

    /// The key file.
    #[must_use]
    pub fn opener(&self) -> Opener {
        Opener::File(self.key_file())
    }

    /// Where the key file lies.
    #[must_use]
    pub fn key_file(&self) -> PathBuf {
        self.dir.path().join("kunci")
    }

    /// The next act, a second later.
    pub fn act(&mut self, officer: Uuid) -> Act {
        self.later(TimeDelta::seconds(1));
        Act::new(officer, self.now)
    }

    /// Lets time pass.
    pub fn later(&mut self, by: TimeDelta) {
        self.now += by;
    }

    /// The office's clock.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Registers a complaint by the counter officer.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn register(&mut self, input: &ComplaintInput) -> loket_desk::register::Registered {
        let act = self.act(self.budi);
        self.desk.register(input, None, act).await.expect("register")
    }

    /// A draft of the counter officer in which nothing stands yet.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn draft(&self) -> Uuid {
        let (id, input) = (Uuid::now_v7(), DraftInput { form: "{}", title: "", has_description: false });
        self.desk.new_draft(self.budi, id, input, self.now).await.expect("draft");
        id
    }

    /// Closes and opens again.
    ///
    /// # Errors
    /// What opening says.
    ///
    /// # Panics
    /// When it cannot be closed.
    pub async fn reopen(self) -> loket_desk::Result<Self> {
        let (place, opener) = (self.place(), self.opener());
        let Self { dir, desk, budi, sari, blocks, now, settle } = self;
        desk.close().await.expect("close");
        let desk = Desk::open(&place, &opener, now).await?;
        Ok(Self { dir, desk, budi, sari, blocks, now, settle })
    }
}
