//! Papers as pictures of their pages.

use crate::dto::form::{PagePicture, PaperPreview};
use crate::error::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use loket_desk::Error;
use loket_desk::paper::{PaperError, pages_png};

/// Sharp enough to read on the screen, small enough to come at once.
const DPI: f32 = 110.0;
/// Pages of an attachment that are drawn; the rest is read by saving it.
const MAX_PAGES: usize = 20;

/// Pictures of a PDF.
pub async fn pages(pdf: Vec<u8>) -> Result<Vec<PagePicture>, Failure> {
    let drawn = tokio::task::spawn_blocking(move || pages_png(&pdf, DPI, MAX_PAGES)).await?;
    let drawn = drawn.map_err(|e| Error::Paper(e.to_string()))?;
    Ok(drawn
        .into_iter()
        .map(|p| PagePicture { width: p.width, height: p.height, png: STANDARD.encode(p.png) })
        .collect())
}

/// A paper with its words for those who cannot see it.
pub async fn preview(pdf: Vec<u8>, title: &str, text: String, copy_label: &str) -> Result<PaperPreview, Failure> {
    Ok(PaperPreview { pages: pages(pdf).await?, title: title.to_owned(), text, copy_label: copy_label.to_owned() })
}

/// A paper that is drawn only to be looked at.
pub async fn preview_of<D>(draw: D, title: &str, text: String) -> Result<PaperPreview, Failure>
where
    D: FnOnce() -> Result<Vec<u8>, PaperError> + Send + 'static,
{
    let pdf = tokio::task::spawn_blocking(draw).await?.map_err(|e| Error::Paper(e.to_string()))?;
    preview(pdf, title, text, "").await
}

/// `Salinan ke-1`; nothing on an original.
pub fn copy_label(copy: u32) -> String {
    if copy == 0 { String::new() } else { format!("Salinan ke-{copy}") }
}
