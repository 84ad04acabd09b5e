//! Drafts: what is typed lies on disk as each field is left, belongs to an officer and never goes silently.

use crate::error::{Error, Result};
use crate::open::Desk;
use crate::store::local::{self, DraftRow};
use crate::write::{Act, Fact};
use chrono::{DateTime, Utc};
use loket_domain::facts::{DraftDeletedFacts, TextMatter, kind};
use loket_domain::intake::FieldError;
use loket_domain::text;
use uuid::Uuid;

/// Longest form on disk, in bytes.
const MAX_FORM: usize = 512 * 1024;

/// A draft as the screen gives it.
pub struct DraftInput<'a> {
    /// JSON of the form, as typed.
    pub form: &'a str,
    /// What lists show.
    pub title: &'a str,
    /// It tells a story already: deleting it asks a reason.
    pub has_description: bool,
}

impl Desk {
    /// Open drafts of an officer, oldest first.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn drafts(&self, officer: Uuid) -> Result<Vec<DraftRow>> {
        local::drafts(&mut *self.reader().await?, officer).await
    }

    /// Begins a draft and says when.
    ///
    /// # Errors
    /// [`Error::DiskFull`]; [`Error::Invalid`] for a form beyond every measure.
    pub async fn new_draft(
        &self,
        officer: Uuid,
        id: Uuid,
        draft: DraftInput<'_>,
        now: DateTime<Utc>,
    ) -> Result<String> {
        let row = self.draft_row(id, &draft, now).await?;
        local::new_draft(&mut *self.store.writer.lock().await, officer, &row).await?;
        self.codes.prepare();
        Ok(row.saved_at)
    }

    /// Writes a draft durably and says when. One that was registered or deleted meanwhile stays gone.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::DiskFull`]; [`Error::Invalid`] for a form beyond every measure.
    pub async fn save_draft(
        &self,
        officer: Uuid,
        id: Uuid,
        draft: DraftInput<'_>,
        now: DateTime<Utc>,
    ) -> Result<String> {
        let row = self.draft_row(id, &draft, now).await?;
        if !local::save_draft(&mut *self.store.writer.lock().await, officer, &row).await? {
            return Err(Error::NotFound("draft"));
        }
        self.codes.prepare();
        Ok(row.saved_at)
    }

    async fn draft_row(&self, id: Uuid, draft: &DraftInput<'_>, now: DateTime<Utc>) -> Result<DraftRow> {
        if draft.form.len() > MAX_FORM {
            return Err(Error::Invalid(vec![FieldError::new("description", "too_long")]));
        }
        let at = self.local(now).await?.to_rfc3339();
        Ok(DraftRow {
            draft_id: id,
            form: draft.form.to_owned(),
            title: draft.title.to_owned(),
            has_description: draft.has_description,
            started_at: at.clone(),
            saved_at: at,
        })
    }

    /// Deletes a draft. One that tells a story asks a reason and leaves an entry: time, officer, reason, no content.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Invalid`] without a reason.
    pub async fn delete_draft(&self, id: Uuid, reason: &str, act: Act) -> Result<()> {
        let drafts = self.drafts(act.officer).await?;
        let draft = drafts.iter().find(|d| d.draft_id == id).ok_or(Error::NotFound("draft"))?;
        let reason = text::clean(reason);
        if draft.has_description && reason.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("reason", "required")]));
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        if draft.has_description {
            let facts = DraftDeletedFacts { started_at: draft.started_at.clone() };
            w.append(Fact::new(id, kind::DRAFT_DELETED, &facts).matter(&TextMatter { text: reason })).await?;
        }
        local::delete_draft(&mut w.tx, id).await?;
        w.commit().await
    }
}
