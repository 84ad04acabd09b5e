//! The first start: a new register with its first entries.

use crate::error::{Error, Result};
use crate::keys::{self, DataKey, KeyFile, Opener, Secrets, recovery};
use crate::officers;
use crate::open::Desk;
use crate::place::{Place, machine};
use crate::store::{self, local};
use crate::write::{Act, Fact};
use chrono::{DateTime, Utc};
use loket_domain::facts::{ServiceFacts, TextMatter, kind};
use loket_domain::office::{self, OfficeSetup};
use uuid::Uuid;

/// A new register and the key that belongs on paper.
pub struct Created {
    /// The register, open.
    pub desk: Desk,
    /// Eight blocks of six digits: shown once, stored nowhere.
    pub recovery_blocks: Vec<String>,
}

/// Makes the register in `place`. Whatever fails leaves no half register behind.
///
/// # Errors
/// [`Error::Invalid`], [`Error::RegisterExists`], [`Error::UnsuitedPlace`], [`Error::DiskFull`].
pub async fn init(
    place: &Place,
    setup: &OfficeSetup,
    practice: bool,
    opener: &Opener,
    now: DateTime<Utc>,
) -> Result<Created> {
    place.prepare()?;
    if place.holds_register() {
        return Err(Error::RegisterExists);
    }
    let today = crate::calendar::local(now, setup.zone).date_naive();
    let new = office::parse(setup, today).map_err(Error::Invalid)?;
    let pins: Vec<String> = new.officers.iter().map(|(_, _, pin)| pin.clone()).collect();
    let verifiers =
        tokio::task::spawn_blocking(move || pins.iter().map(|p| officers::verifier(p)).collect::<Result<Vec<_>>>())
            .await??;
    let recovery_key = recovery::RecoveryKey::random();
    let secrets = Secrets::with_new_log(DataKey::random());
    let public = recovery_key.public()?;
    let unit = Uuid::new_v4();
    let made = async {
        store::create(&place.register(), &place.attachments(), &secrets.data).await?;
        let keys = KeyFile {
            v: 1,
            register: unit,
            office: new.matter.name.clone(),
            practice,
            data_key_for_recovery: recovery::wrap_data_key(&public, &secrets.data)?,
            recovery: public,
            machine: machine(),
            lock: Some(keys::wrap(unit, &secrets, opener).await?),
        };
        keys.write(&place.keys())?;
        let desk = Desk::open(place, opener, now).await?;
        first_entries(&desk, &new, &verifiers, now).await?;
        Ok::<_, Error>(desk)
    };
    match made.await {
        Ok(desk) => Ok(Created { desk, recovery_blocks: recovery_key.blocks() }),
        Err(e) => {
            remove_unborn(place);
            Err(e)
        }
    }
}

async fn first_entries(desk: &Desk, new: &office::NewOffice, verifiers: &[String], now: DateTime<Utc>) -> Result<()> {
    let mut writer = desk.store.writer.lock().await;
    let mut w = desk.write(&mut writer, Act::new(Uuid::nil(), now)).await?;
    w.append(desk.log_opened("init", None)).await?;
    w.append(Fact::new(desk.unit, kind::UNIT_CHANGED, &new.facts).matter(&new.matter)).await?;
    w.append(Fact::new(desk.unit, kind::NUMBERING_SET, &new.numbering)).await?;
    for ((facts, matter, _), verifier) in new.officers.iter().zip(verifiers) {
        let id = Uuid::now_v7();
        w.append(Fact::new(id, kind::OFFICER_CHANGED, facts).matter(matter)).await?;
        local::set_pin(&mut w.tx, id, verifier).await?;
    }
    for (rank, name) in (0..).zip(&new.services) {
        let facts = ServiceFacts { active: true, rank };
        w.append(Fact::new(Uuid::now_v7(), kind::SERVICE_CHANGED, &facts).matter(&TextMatter { text: name.clone() }))
            .await?;
    }
    w.commit().await
}

/// A register without a first entry holds nothing that anybody was told: it may go.
fn remove_unborn(place: &Place) {
    for path in [place.register(), place.attachments(), place.keys()] {
        for suffix in ["", "-wal", "-shm"] {
            let mut name = path.clone().into_os_string();
            name.push(suffix);
            let _ = std::fs::remove_file(name);
        }
    }
}
