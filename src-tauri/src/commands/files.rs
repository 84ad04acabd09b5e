//! Attachments: into a draft, onto the screen, out to a file.

use super::drafts::{attachment, own_draft};
use super::papers::ask_place;
use super::{Program, shown_name};
use crate::attachment::AttachmentKey;
use crate::dto::detail::{AttachmentPicture, PictureKind};
use crate::dto::files::{LeavingForm, Taking};
use crate::dto::form::{AttachmentView, PagePicture};
use crate::error::{CommandError, Failure, Reply, named, told};
use crate::host::Ask;
use crate::state::{Seated, Shell, id};
use crate::taking;
use crate::view::paper;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Utc;
use loket_desk::Error;
use loket_desk::files::{Attached, Leaving, MAX_BYTES, is_image, safe_name};
use loket_desk::picture::{Reduced, Unseen};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

/// Longest text that is shown of a text file.
const MAX_TEXT: usize = 200_000;
const NOT_PLAYED: &str =
    "Berkas suara atau video tidak diputar di sini. Simpan berkasnya untuk mendengar atau melihatnya.";
const BROKEN: &str =
    "Gambar ini rusak dan tidak dapat ditampilkan. Berkas aslinya tersimpan utuh seperti saat diterima.";
const TOO_LARGE: &str = "Gambar ini terlalu besar untuk ditampilkan di sini. Berkas aslinya tersimpan utuh; simpan di luar untuk melihatnya.";

/// Asks for files and begins to take them into a draft.
#[tauri::command]
#[specta::specta]
pub async fn attach_from_dialog(shell: Program<'_>, draft_id: String) -> Reply<Taking> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let chosen = shell.choose(Ask::Files { title: "Pilih lampiran" }).await?;
            begin(&shell, &s, draft, chosen).await
        })
        .await
}

/// Begins to take the files that were dropped on the window last.
#[tauri::command]
#[specta::specta]
pub async fn attach_dropped(shell: Program<'_>, draft_id: String) -> Reply<Taking> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let dropped = shell.dropped();
            begin(&shell, &s, draft, dropped).await
        })
        .await
}

/// Begins to take files and tells what is on its way.
pub async fn begin(shell: &Arc<Shell>, s: &Seated, draft: Uuid, paths: Vec<PathBuf>) -> Result<Taking, Failure> {
    if !paths.is_empty() {
        taking::take(shell, &s.desk, draft, paths);
    }
    view(shell, s, draft).await
}

/// Files on their way first: what ends in between stands among the attachments then, and is never missing in both.
async fn view(shell: &Shell, s: &Seated, draft: Uuid) -> Result<Taking, Failure> {
    let files = shell.takings.of(draft);
    let attachments = s.desk.draft_attachments(draft).await?.iter().map(attachment).collect();
    Ok(Taking { files, attachments })
}

/// What is on its way into a draft, and what is in it. The page asks while something is.
#[tauri::command]
#[specta::specta]
pub async fn taking(shell: Program<'_>, draft_id: String) -> Reply<Taking> {
    shell
        .answer(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            view(&shell, &s, draft).await
        })
        .await
}

/// Stops what is being read and what waits; what is taken stays.
#[tauri::command]
#[specta::specta]
pub async fn cancel_taking(shell: Program<'_>, draft_id: String) -> Reply<Taking> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            shell.takings.cancel(draft);
            view(&shell, &s, draft).await
        })
        .await
}

/// The officer has read why files were refused.
#[tauri::command]
#[specta::specta]
pub async fn dismiss_taking(shell: Program<'_>, draft_id: String) -> Reply<Taking> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            shell.takings.dismiss(draft);
            view(&shell, &s, draft).await
        })
        .await
}

/// Takes a pasted file into a draft.
#[tauri::command]
#[specta::specta]
pub async fn attach_bytes(shell: Program<'_>, draft_id: String, name: String, base64: String) -> Reply<AttachmentView> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let name = safe_name(&name);
            let pasted = shell.takings.begin_pasted(draft, &name);
            let taken = paste(&s, draft, &name, &base64).await;
            shell.takings.end(draft, pasted, taken.as_ref(), shell.log());
            Ok(attachment(&taken.map_err(named(&name))?))
        })
        .await
}

async fn paste(s: &Seated, draft: Uuid, name: &str, base64: &str) -> Result<Attached, Error> {
    if base64.len() as u64 / 4 * 3 > MAX_BYTES + 3 {
        return Err(Error::Attachment("too_big"));
    }
    let bytes = STANDARD.decode(base64).map_err(|_| Error::Attachment("unreadable"))?;
    s.desk.attach(draft, name, &bytes, Utc::now()).await
}

/// Takes a file out of a draft.
#[tauri::command]
#[specta::specta]
pub async fn detach(shell: Program<'_>, draft_id: String, attachment_id: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            Ok(s.desk.detach(own_draft(&s, &draft_id).await?, id(&attachment_id)?).await?)
        })
        .await
}

/// An attachment as pictures or text, inside the program.
#[tauri::command]
#[specta::specta]
pub async fn attachment_picture(shell: Program<'_>, attachment_id: String) -> Reply<AttachmentPicture> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let key = seen(&s, &attachment_id).await?;
            let file = s.desk.attached(key.complaint, key.attachment, s.officer).await?;
            look_at(&s, key, &file).await.map_err(|e| match e {
                Failure::Desk(e) => named(&file.name)(e),
                told => told,
            })
        })
        .await
}

async fn look_at(s: &Seated, key: AttachmentKey, file: &Attached) -> Result<AttachmentPicture, Failure> {
    let said = |text: String| (Vec::new(), Some(text), PictureKind::Png);
    let original = async { Ok::<_, Error>(s.desk.attachment(key.complaint, key.attachment, s.officer).await?.1) };
    let (pages, text, picture) = match file.fact.mime.as_str() {
        image if is_image(image) => match s.desk.viewing_picture(file).await? {
            Ok(Reduced { width, height, jpeg }) => {
                (vec![PagePicture { width, height, png: STANDARD.encode(jpeg) }], None, PictureKind::Jpeg)
            }
            Err(Unseen::Broken) => said(BROKEN.to_owned()),
            Err(Unseen::TooLarge) => said(TOO_LARGE.to_owned()),
        },
        "application/pdf" => {
            let pages = paper::pages(original.await?).await.map_err(|_| Error::Attachment("unreadable"))?;
            (pages, None, PictureKind::Png)
        }
        "text/plain" => said(String::from_utf8_lossy(&original.await?).chars().take(MAX_TEXT).collect()),
        _ => said(NOT_PLAYED.to_owned()),
    };
    Ok(AttachmentPicture { pages, text, mime: file.fact.mime.clone(), picture })
}

/// Saves an attachment where the officer chooses; this leaves an entry.
#[tauri::command]
#[specta::specta]
pub async fn save_attachment(
    shell: Program<'_>,
    id: String,
    attachment_id: String,
    form: LeavingForm,
) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let key = seen(&s, &attachment_id).await?;
            if crate::state::id(&id)? != key.complaint {
                return Err(told(CommandError::NotFound));
            }
            let form = match form {
                LeavingForm::Clean => Leaving::Clean,
                LeavingForm::Original => Leaving::Original,
            };
            let name = s.desk.attached(key.complaint, key.attachment, s.officer).await?.name;
            // What cannot leave in this form is told before anybody looks for a place.
            s.desk.leaving(key.complaint, key.attachment, form, s.officer).await.map_err(named(&name))?;
            let Some(path) = ask_place(&shell, name.clone()).await? else { return Ok(None) };
            let saved = s.desk.save_attachment(key.complaint, key.attachment, form, &path, s.act()).await;
            saved.map_err(named(&name))?;
            Ok(Some(shown_name(&path)))
        })
        .await
}

/// The attachment, if this officer may see the papers of its complaint.
async fn seen(s: &Seated, text: &str) -> Result<AttachmentKey, Failure> {
    let key: AttachmentKey = text.parse().map_err(|_| told(CommandError::NotFound))?;
    super::complaints::papers(s, key.complaint).await?;
    Ok(key)
}
