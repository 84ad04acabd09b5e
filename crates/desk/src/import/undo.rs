//! Taking an import back: its complaints leave lists, search and counts; the log keeps them.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::imports;
use crate::write::{Act, Fact};
use loket_domain::facts::{TextMatter, kind};
use loket_domain::intake::FieldError;
use loket_domain::rights::Right;
use loket_domain::text;
use serde::Serialize;
use uuid::Uuid;

/// What came of taking an import back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Undone {
    /// Complaints that left the register.
    pub left: i64,
    /// Complaints that stay, because somebody has worked on them since.
    pub stay: i64,
}

impl Desk {
    /// Takes a whole import back, with a reason. Complaints on which somebody has worked since stay.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Invalid`] without a reason; [`Error::NotFound`] `import`;
    /// [`Error::Precondition`] `import_undone`.
    pub async fn undo_import(&self, id: Uuid, reason: &str, act: Act) -> Result<Undone> {
        self.require(act.officer, Right::Settings).await?;
        let reason = text::clean(reason);
        if reason.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("reason", "required")]));
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let held = async |conn: &mut sqlx::SqliteConnection| -> Result<imports::ImportRow> {
            imports::all(conn).await?.into_iter().find(|i| i.id == id).ok_or(Error::NotFound("import"))
        };
        let before = held(&mut w.tx).await?;
        if before.undone_at.is_some() {
            return Err(Error::Precondition("import_undone"));
        }
        w.append(Fact::new(id, kind::IMPORT_UNDONE, &()).matter(&TextMatter { text: reason }).must()).await?;
        w.fold().await?;
        let stay = held(&mut w.tx).await?.complaints;
        w.commit().await?;
        Ok(Undone { left: before.complaints - stay, stay })
    }
}
