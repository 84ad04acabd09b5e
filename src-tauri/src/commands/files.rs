//! Attachments: into a draft, onto the screen, out to a file.

use super::drafts::{attachment, own_draft};
use super::papers::ask_place;
use super::{Program, shown_name};
use crate::attachment::AttachmentKey;
use crate::dto::detail::AttachmentPicture;
use crate::dto::form::{AttachmentView, PagePicture};
use crate::error::{CommandError, Failure, Reply, named, told};
use crate::host::Ask;
use crate::state::{Seated, id};
use crate::view::paper;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Utc;
use loket_desk::Error;
use loket_desk::files::{MAX_BYTES, safe_name};

/// Longest text that is shown of a text file.
const MAX_TEXT: usize = 200_000;

/// Asks for files and takes them into a draft.
#[tauri::command]
#[specta::specta]
pub async fn attach_from_dialog(shell: Program<'_>, draft_id: String) -> Reply<Vec<AttachmentView>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let mut taken = Vec::new();
            for path in shell.choose(Ask::Files { title: "Pilih lampiran" }).await? {
                let file = s.desk.attach_file(draft, &path, Utc::now()).await.map_err(named(&shown_name(&path)))?;
                taken.push(attachment(&file));
            }
            Ok(taken)
        })
        .await
}

/// Takes a pasted or dropped file into a draft.
#[tauri::command]
#[specta::specta]
pub async fn attach_bytes(shell: Program<'_>, draft_id: String, name: String, base64: String) -> Reply<AttachmentView> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let draft = own_draft(&s, &draft_id).await?;
            let name = safe_name(&name);
            if base64.len() as u64 / 4 * 3 > MAX_BYTES + 3 {
                return Err(named(&name)(Error::Attachment("too_big")));
            }
            let bytes = STANDARD.decode(base64).map_err(|_| named(&name)(Error::Attachment("unreadable")))?;
            let file = s.desk.attach(draft, &name, &bytes, Utc::now()).await.map_err(named(&name))?;
            Ok(attachment(&file))
        })
        .await
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
            let (file, bytes) = s.desk.attachment(key.complaint, key.attachment).await.map_err(named("Lampiran"))?;
            let mime = file.fact.mime;
            let unreadable = || named(&file.name)(Error::Attachment("unreadable"));
            let (pages, text) = match mime.as_str() {
                "application/pdf" => (paper::pages(bytes).await.map_err(|_| unreadable())?, None),
                "text/plain" => (Vec::new(), Some(String::from_utf8_lossy(&bytes).chars().take(MAX_TEXT).collect())),
                image if image.starts_with("image/") => (vec![picture(&bytes).ok_or_else(unreadable)?], None),
                _ => (Vec::new(), Some("Berkas suara atau video tidak diputar di sini. Simpan berkasnya untuk mendengar atau melihatnya.".to_owned())),
            };
            Ok(AttachmentPicture { pages, text, mime })
        })
        .await
}

/// An image as it is; the browser reads its type from its first bytes.
fn picture(bytes: &[u8]) -> Option<PagePicture> {
    let (width, height) = crate::image_size::of(bytes)?;
    Some(PagePicture { width, height, png: STANDARD.encode(bytes) })
}

/// Saves an attachment where the officer chooses; this leaves an entry.
#[tauri::command]
#[specta::specta]
pub async fn save_attachment(shell: Program<'_>, id: String, attachment_id: String) -> Reply<Option<String>> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let key = seen(&s, &attachment_id).await?;
            if crate::state::id(&id)? != key.complaint {
                return Err(told(CommandError::NotFound));
            }
            let (file, _) = s.desk.attachment(key.complaint, key.attachment).await?;
            let Some(path) = ask_place(&shell, file.name).await? else { return Ok(None) };
            s.desk.save_attachment(key.complaint, key.attachment, &path, s.act()).await?;
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
