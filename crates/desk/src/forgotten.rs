//! A forgotten PIN: whoever holds the recovery key on paper gives a new one, also where no administrator is left.

use crate::error::{Error, Result};
use crate::keys::{KeyFile, recovery::RecoveryKey};
use crate::officers::verifier;
use crate::open::Desk;
use crate::store::local;
use crate::write::{Act, Fact};
use chrono::{DateTime, Utc};
use loket_domain::facts::{PinResetFacts, kind};
use loket_domain::intake::FieldError;
use loket_domain::office::pin_error;
use uuid::Uuid;

impl Desk {
    /// Sets a new PIN for an officer who works here, and ends a wait after wrong tries. The entry says that the recovery
    /// key did it; its actor is the officer, since nobody is signed in.
    ///
    /// # Errors
    /// [`Error::KeyWrong`] for digits of another office; [`Error::Invalid`] for a PIN that is too easy;
    /// [`Error::NotFound`] for who left or never was.
    pub async fn reset_pin(&self, officer: Uuid, digits: &str, pin: &str, now: DateTime<Utc>) -> Result<()> {
        let typed = RecoveryKey::parse(digits)?.public()?;
        if typed.ed25519 != KeyFile::read(&self.place.keys())?.recovery.ed25519 {
            return Err(Error::KeyWrong);
        }
        if let Some(code) = pin_error(pin) {
            return Err(Error::Invalid(vec![FieldError::new("pin", code)]));
        }
        if !self.officer(officer).await?.facts.active {
            return Err(Error::NotFound("officer"));
        }
        let pin = pin.to_owned();
        let verifier = tokio::task::spawn_blocking(move || verifier(&pin)).await??;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, Act::new(officer, now)).await?;
        w.append(Fact::new(officer, kind::PIN_RESET, &PinResetFacts { by_recovery_key: true })).await?;
        local::set_pin(&mut w.tx, officer, &verifier).await?;
        w.commit().await
    }
}
