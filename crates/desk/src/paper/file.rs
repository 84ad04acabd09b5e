//! Pages to a PDF file: embedded subset fonts, title, language, printed at true size.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, StringFormat};
use printpdf::{OffsetDateTime, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, XObject, to_lopdf_doc};
use std::io::Write;

use super::PaperError;
use super::font::FACES;
use super::logo::Arms;

/// Properties of the file; none names a citizen, because titles end up in window lists and print
/// queues.
pub(super) struct Properties {
    pub title: String,
    /// Seconds since 1970.
    pub made_unix: i64,
}

/// Writes the file. The same pages give the same bytes.
///
/// # Errors
/// `PaperError::Write` if the moment of making is no date or the file cannot be composed.
pub(super) fn write(
    properties: &Properties,
    pictures: impl IntoIterator<Item = Arms>,
    pages: Vec<PdfPage>,
) -> Result<Vec<u8>, PaperError> {
    let mut document = PdfDocument::new(&properties.title);
    let made = OffsetDateTime::from_unix_timestamp(properties.made_unix).map_err(|_| PaperError::Write)?;
    let info = &mut document.metadata.info;
    info.creation_date = made;
    info.modification_date = made;
    info.metadata_date = made;
    info.creator = "Loket Aduan".to_owned();
    info.producer = "Loket Aduan".to_owned();
    for face in FACES {
        let font = PdfFont::new(face.parsed().clone());
        document.resources.fonts.map.insert(face.id(), font);
    }
    for picture in pictures {
        document.resources.xobjects.map.insert(picture.id, XObject::Image(picture.image));
    }
    document.pages = pages;

    let mut file = to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut Vec::new());
    file.version = "1.7".to_owned();
    describe(&mut file)?;
    compress(&mut file)?;
    let unnamed = bytes(&mut file)?;
    let name = blake3::hash(&unnamed).as_bytes()[..16].to_vec();
    let name = Object::String(name, StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![name.clone(), name]);
    bytes(&mut file)
}

/// Tells readers the language and to show the title, and printers not to scale: the layout is
/// measured in millimetres.
fn describe(file: &mut lopdf::Document) -> Result<(), PaperError> {
    let viewer = Dictionary::from_iter([
        ("DisplayDocTitle", Object::Boolean(true)),
        ("PrintScaling", Object::Name(b"None".to_vec())),
    ]);
    let info = file.trailer.get(b"Info").and_then(Object::as_reference);
    let info = info.and_then(|id| file.get_dictionary_mut(id)).map_err(|_| PaperError::Write)?;
    // The composer claims PDF/X and leaves empty fields; neither is true of our files.
    for claim in ["GTS_PDFXVersion", "Trapped", "Identifier", "Author", "Subject", "Keywords"] {
        info.remove(claim.as_bytes());
    }
    file.trailer.set("ID", Vec::<Object>::new());
    let catalog = file.catalog_mut().map_err(|_| PaperError::Write)?;
    catalog.set("Lang", Object::string_literal("id"));
    catalog.set("ViewerPreferences", viewer);
    Ok(())
}

/// Compresses what is not yet compressed, at the level for speed: someone waits for the paper. `lopdf` itself would do so
/// at the highest level, which takes much longer for a file that is hardly smaller.
fn compress(file: &mut lopdf::Document) -> Result<(), PaperError> {
    let streams = file.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    for stream in streams.filter(|stream| stream.allows_compression && !stream.dict.has(b"Filter")) {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&stream.content).map_err(|_| PaperError::Write)?;
        let compressed = encoder.finish().map_err(|_| PaperError::Write)?;
        if compressed.len() < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
    }
    Ok(())
}

fn bytes(file: &mut lopdf::Document) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| PaperError::Write)?;
    Ok(bytes)
}
