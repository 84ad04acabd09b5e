//! Attachments: taken by content, never by name; kept outside the register file byte for byte; shown inside the program
//! as pictures; what leaves carries no metadata unless somebody asks for the original.

use crate::cleaning;
use crate::error::{Error, Result};
use crate::open::Desk;
use crate::picture::{self, Reduced, Unseen};
use crate::store::{attachments, local, log};
use crate::write::{Act, Fact, Write};
use chrono::{DateTime, Utc};
use loket_domain::entry::Digest;
use loket_domain::facts::{AttachmentFact, AttachmentSavedFacts, ComplaintFacts, ComplaintMatter, kind};
use loket_domain::rights::Right;
use loket_domain::text;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use uuid::Uuid;

/// Most bytes of one attachment.
pub const MAX_BYTES: u64 = 25 * 1024 * 1024;
/// Most attachments that one entry names: a body holds 16 KiB, and each takes up to 200 bytes of it.
pub(crate) const MOST_IN_ENTRY: usize = 40;
/// Longest file name kept, in characters.
const MAX_NAME: usize = 120;

/// An attachment of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Attached {
    /// What an entry will say of it.
    pub fact: AttachmentFact,
    /// Its name.
    pub name: String,
    /// Just taken, and it is an image without a picture to look at. The file is kept all the same.
    pub unseen: Option<Unseen>,
}

/// In which form an attachment leaves the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Without the data of camera, scanner or program.
    Clean,
    /// Byte for byte as it came in.
    Original,
}

/// The type of a file by its first bytes; the name is not asked.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF8", "image/gif"),
        (b"%PDF-", "application/pdf"),
        (b"ID3", "audio/mpeg"),
        (b"\xff\xfb", "audio/mpeg"),
        (b"OggS", "audio/ogg"),
    ];
    if let Some((_, mime)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(mime);
    }
    match (bytes.get(..4), bytes.get(8..12)) {
        (Some(b"RIFF"), Some(b"WEBP")) => return Some("image/webp"),
        (Some(b"RIFF"), Some(b"WAVE")) => return Some("audio/wav"),
        _ => {}
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        let video = matches!(bytes.get(8..11), Some(b"mp4" | b"iso" | b"avc"));
        return video.then_some("video/mp4").or_else(|| bytes.get(8..11).filter(|b| *b == b"M4A").map(|_| "audio/mp4"));
    }
    let plain = std::str::from_utf8(bytes)
        .is_ok_and(|t| !t.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')));
    plain.then_some("text/plain")
}

/// Is it one of the images that get a picture to look at?
#[must_use]
pub fn is_image(mime: &str) -> bool {
    mime.starts_with("image/")
}

/// The last part of a name, without what a path, a shell or a screen could be tricked by.
#[must_use]
pub fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String =
        text::clean(last).chars().map(|c| if c.is_control() || "<>:\"|?*\n".contains(c) { '_' } else { c }).collect();
    let clean = clean.trim_matches(['.', ' ']);
    if clean.is_empty() {
        return "lampiran".to_owned();
    }
    let length = clean.chars().count();
    if length <= MAX_NAME {
        return clean.to_owned();
    }
    let (start, end): (String, String) =
        (clean.chars().take(MAX_NAME - 21).collect(), clean.chars().skip(length - 20).collect());
    format!("{start}…{end}")
}

impl Desk {
    /// Takes a file into a draft; its pieces are durable before this returns. An image gets its picture in the same
    /// taking; that it has none is told and keeps no file out.
    ///
    /// # Errors
    /// [`Error::Attachment`] `empty`, `too_big`, `type`; [`Error::NotFound`] when the draft is gone;
    /// [`Error::DiskFull`].
    pub async fn attach(&self, draft: Uuid, name: &str, bytes: &[u8], now: DateTime<Utc>) -> Result<Attached> {
        if bytes.is_empty() {
            return Err(Error::Attachment("empty"));
        }
        if bytes.len() as u64 > MAX_BYTES {
            return Err(Error::Attachment("too_big"));
        }
        let mime = sniff(bytes).ok_or(Error::Attachment("type"))?;
        let fact = AttachmentFact {
            id: Uuid::now_v7(),
            size: bytes.len() as u64,
            mime: mime.to_owned(),
            digest: Digest(*blake3::hash(bytes).as_bytes()),
        };
        let mut attached = Attached { fact, name: safe_name(name), unseen: None };
        attachments::put(&mut *self.store.attachments.lock().await, attached.fact.id, bytes, now.timestamp()).await?;
        if !local::add_attachment(&mut *self.store.writer.lock().await, draft, &attached).await? {
            return Err(Error::NotFound("draft"));
        }
        if is_image(mime) {
            attached.unseen = self.make_picture(attached.fact.id, bytes.to_vec()).await?.err();
        }
        Ok(attached)
    }

    /// Makes the picture of an image and keeps it; one at a time, for the sake of memory.
    async fn make_picture(&self, id: Uuid, bytes: Vec<u8>) -> Result<Result<Reduced, Unseen>> {
        static ONE: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(1);
        let _one = ONE.acquire().await;
        // A decoder that panics has met a broken image.
        let made = tokio::task::spawn_blocking(move || picture::reduce(&bytes)).await.unwrap_or(Err(Unseen::Broken));
        if let Ok(picture) = &made {
            attachments::put_picture(&mut *self.store.attachments.lock().await, id, picture).await?;
        }
        Ok(made)
    }

    /// Takes an attachment out of a draft; its pieces are collected later.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn detach(&self, draft: Uuid, attachment: Uuid) -> Result<()> {
        local::remove_attachment(&mut *self.store.writer.lock().await, draft, attachment).await
    }

    /// Attachments of a draft.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn draft_attachments(&self, draft: Uuid) -> Result<Vec<Attached>> {
        local::attachments(&mut *self.reader().await?, draft).await
    }

    /// Moves the attachments of a draft to a registered complaint (after registration more can be added).
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Precondition`].
    pub async fn add_attachments(&self, complaint: Uuid, draft: Uuid, act: Act) -> Result<()> {
        let files = self.draft_attachments(draft).await?;
        if files.is_empty() {
            return Ok(());
        }
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let known = crate::write::complaint(&mut w.tx, complaint).await?;
        self.require_of(&known, act.officer, Right::Step).await?;
        w.add_attachments(complaint, &files).await?;
        local::delete_draft(&mut w.tx, draft).await?;
        w.commit().await
    }

    /// What a complaint says of one of its attachments.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::NotAllowed`].
    pub async fn attached(&self, complaint: Uuid, attachment: Uuid, officer: Uuid) -> Result<Attached> {
        let entries = log::of_subject(&mut *self.reader().await?, complaint).await?;
        let complaint = loket_domain::complaint::Complaint::from_entries(complaint, &entries)
            .ok_or(Error::NotFound("complaint"))?;
        self.require_of(&complaint, officer, Right::Papers).await?;
        let found = complaint.attachments().into_iter().find(|(f, _)| f.id == attachment);
        let (fact, name) = found.ok_or(Error::NotFound("attachment"))?;
        Ok(Attached { fact, name, unseen: None })
    }

    /// Bytes of an attachment of a complaint, and its facts.
    ///
    /// # Errors
    /// As [`Desk::attached`]; [`Error::Attachment`] `unreadable` when its pieces are gone or damaged.
    pub async fn attachment(&self, complaint: Uuid, attachment: Uuid, officer: Uuid) -> Result<(Attached, Vec<u8>)> {
        let attached = self.attached(complaint, attachment, officer).await?;
        let bytes = self.original(&attached).await?;
        Ok((attached, bytes))
    }

    async fn original(&self, attached: &Attached) -> Result<Vec<u8>> {
        let fact = &attached.fact;
        let bytes = attachments::get(&mut *self.store.attachments.lock().await, fact.id, fact.digest).await?;
        bytes.ok_or(Error::Attachment("unreadable"))
    }

    /// The picture to look at of an image; made anew from the original where it is not there.
    ///
    /// # Errors
    /// As [`Desk::attachment`]. The inner result tells why an image has none.
    pub async fn viewing_picture(&self, attached: &Attached) -> Result<Result<Reduced, Unseen>> {
        let kept = attachments::picture(&mut *self.store.attachments.lock().await, attached.fact.id).await?;
        match kept {
            Some(picture) => Ok(Ok(picture)),
            None => self.make_picture(attached.fact.id, self.original(attached).await?).await,
        }
    }

    /// The bytes of an attachment as they would leave the office.
    ///
    /// # Errors
    /// As [`Desk::attachment`]; [`Error::Attachment`] `uncleaned` where the metadata cannot be taken out: then only the
    /// original can leave, and somebody must want that.
    pub async fn leaving(
        &self,
        complaint: Uuid,
        attachment: Uuid,
        form: Leaving,
        officer: Uuid,
    ) -> Result<(Attached, Vec<u8>)> {
        let (attached, bytes) = self.attachment(complaint, attachment, officer).await?;
        let bytes = match form {
            Leaving::Original => bytes,
            Leaving::Clean => {
                let mime = attached.fact.mime.clone();
                let cleaned = tokio::task::spawn_blocking(move || cleaning::clean(&mime, &bytes)).await;
                cleaned.ok().flatten().ok_or(Error::Attachment("uncleaned"))?
            }
        };
        Ok((attached, bytes))
    }

    /// Writes an attachment to a file that the officer chose; this leaves an entry that tells the form.
    ///
    /// # Errors
    /// As [`Desk::leaving`]; [`Error::Io`].
    pub async fn save_attachment(
        &self,
        complaint: Uuid,
        attachment: Uuid,
        form: Leaving,
        path: &Path,
        act: Act,
    ) -> Result<()> {
        let (_, bytes) = self.leaving(complaint, attachment, form, act.officer).await?;
        crate::place::write_durably(path, &bytes)?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        let facts = AttachmentSavedFacts { attachment, original: Some(form == Leaving::Original) };
        w.append(Fact::new(complaint, kind::ATTACHMENT_SAVED, &facts)).await?;
        w.commit().await
    }

    /// Removes pieces that nothing has named for seven days.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn collect_orphans(&self, now: DateTime<Utc>) -> Result<u64> {
        let named: HashSet<Uuid> = log::attachment_ids(&mut *self.store.writer.lock().await).await?;
        attachments::collect_orphans(&mut *self.store.attachments.lock().await, &named, now.timestamp()).await
    }
}

impl Write<'_> {
    /// Appends entries that add files to a complaint, as many as it takes.
    pub(crate) async fn add_attachments(&mut self, complaint: Uuid, files: &[Attached]) -> Result<()> {
        for some in files.chunks(MOST_IN_ENTRY) {
            let names: BTreeMap<Uuid, String> = some.iter().map(|f| (f.fact.id, f.name.clone())).collect();
            let facts = ComplaintFacts {
                attachments: Some(some.iter().map(|f| f.fact.clone()).collect()),
                ..ComplaintFacts::default()
            };
            let matter = ComplaintMatter { attachment_names: Some(names), ..ComplaintMatter::default() };
            self.append(Fact::new(complaint, kind::ATTACHMENT_ADDED, &facts).matter(&matter)).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_by_content() {
        assert_eq!(sniff(b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(sniff(b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(sniff("catatan antrean\n".as_bytes()), Some("text/plain"));
        assert_eq!(sniff(b"MZ\x90\x00\x03\x00"), None, "a program is not taken");
        assert_eq!(sniff(b"PK\x03\x04\x00\x01"), None);
    }

    #[test]
    fn names_lose_their_tricks() {
        assert_eq!(safe_name("../../etc/passwd"), "passwd");
        assert_eq!(safe_name(r"C:\Windows\foto.jpg"), "foto.jpg");
        assert_eq!(safe_name("foto\u{202e}gpj.exe"), "fotogpj.exe");
        assert_eq!(safe_name("..."), "lampiran");
        assert_eq!(safe_name(""), "lampiran");
        let long = format!("{}.pdf", "a".repeat(400));
        assert!(safe_name(&long).chars().count() <= MAX_NAME && safe_name(&long).ends_with(".pdf"));
    }
}
