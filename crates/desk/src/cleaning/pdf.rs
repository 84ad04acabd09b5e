//! PDF: author, program, times, XMP, what programs keep for themselves, earlier states of the file, and the EXIF of
//! photos inside go. Files that are enclosed in a PDF, notes and the text itself stay: they are its content.

use lopdf::{Dictionary, Document, LoadOptions, Object};

/// Most bytes that one packed stream may become while the file is read.
const MAX_UNPACKED: usize = 64 * 1024 * 1024;

/// Written anew without metadata. `None` for a locked file, for one that is signed (writing it anew would break the
/// signature), and for one that does not come out with the pages that went in.
#[must_use]
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut document = read(bytes)?;
    let signed = |o: &Object| dictionary(o).is_some_and(|d| d.has(b"ByteRange"));
    if document.is_encrypted() || document.was_encrypted() || document.objects.values().any(signed) {
        return None;
    }
    let pages = document.get_pages().len();
    if pages == 0 {
        return None;
    }
    document.trailer.remove(b"Info");
    for object in document.objects.values_mut() {
        forget(object);
    }
    document.prune_objects();
    let mut out = Vec::new();
    document.save_to(&mut out).ok()?;
    (read(&out)?.get_pages().len() == pages).then_some(out)
}

fn read(bytes: &[u8]) -> Option<Document> {
    Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(MAX_UNPACKED)).ok()
}

fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(d) => Some(d),
        Object::Stream(s) => Some(&s.dict),
        _ => None,
    }
}

/// Takes the metadata out of one object and of whatever stands in it.
fn forget(object: &mut Object) {
    match object {
        Object::Dictionary(d) => forget_in(d),
        Object::Array(items) => items.iter_mut().for_each(forget),
        Object::Stream(stream) => {
            forget_in(&mut stream.dict);
            let photo = matches!(stream.dict.get(b"Filter"), Ok(Object::Name(name)) if name == b"DCTDecode");
            if photo && let Some(clean) = super::jpeg::clean(&stream.content) {
                stream.set_content(clean);
            }
        }
        _ => {}
    }
}

fn forget_in(dictionary: &mut Dictionary) {
    for key in [b"Metadata".as_slice(), b"PieceInfo", b"LastModified"] {
        dictionary.remove(key);
    }
    for (_, value) in dictionary.iter_mut() {
        forget(value);
    }
}
