//! A new recovery key: when the old sheet was never kept, is lost, or was seen by somebody.

use crate::error::Result;
use crate::keys::{KeyFile, recovery};
use crate::open::Desk;
use crate::store::local;
use crate::write::{Act, Fact};
use loket_domain::facts::kind;
use loket_domain::rights::Right;

impl Desk {
    /// Makes a new recovery key and gives its eight blocks, this once. Copies made from now on open with it; older copies
    /// open with the older key only. Until two blocks are typed back it counts as not kept.
    ///
    /// # Errors
    /// [`crate::Error::NotAllowed`] unless the officer is an administrator; [`crate::Error::DiskFull`].
    pub async fn renew_recovery(&self, act: Act) -> Result<Vec<String>> {
        self.require(act.officer, Right::Settings).await?;
        let key = recovery::RecoveryKey::random();
        let mut keys = KeyFile::read(&self.place.keys())?;
        keys.recovery = key.public()?;
        keys.data_key_for_recovery = recovery::wrap_data_key(&keys.recovery, &self.data)?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        w.append(Fact::new(self.unit, kind::RECOVERY_RENEWED, &serde_json::Map::new())).await?;
        local::set(&mut w.tx, "recovery_confirmed", "0").await?;
        w.commit().await?;
        // Last: nobody holds the new key yet, so until here the old one opens what there is.
        keys.write(&self.place.keys())?;
        Ok(key.blocks())
    }
}
