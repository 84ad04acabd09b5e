//! Copies that leave the office: what a camera, a scanner or a program wrote beside the picture stays behind – place,
//! time, device, author, thumbnail. The picture itself is copied bit by bit, never encoded anew.
//!
//! One thing is kept, the orientation: a photo taken upright is stored lying, and turning its pixels would either encode
//! them anew or need sides that are multiples of a block. So a block of EXIF with the orientation alone is written where
//! it is not the usual one. Colour profiles stay too, because without them the colours would be others.

mod gif;
mod jpeg;
mod pdf;
pub(crate) mod png;
#[cfg(test)]
pub(crate) mod samples;
mod webp;

use image::metadata::Orientation;

/// The bytes without metadata; `None` where it cannot be taken out: sound, video, a signed or locked PDF, a file that is
/// not what its first bytes say.
///
/// `mime` is the type told by content ([`crate::files::sniff`]). Plain text carries nothing beside itself.
#[must_use]
pub fn clean(mime: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    match mime {
        "image/jpeg" => jpeg::clean(bytes),
        "image/png" => png::clean(bytes),
        "image/webp" => webp::clean(bytes),
        "image/gif" => gif::clean(bytes),
        "application/pdf" => pdf::clean(bytes),
        "text/plain" => Some(bytes.to_vec()),
        _ => None,
    }
}

/// EXIF that says the orientation and nothing else; `None` where the picture stands upright as it is.
fn orientation_alone(exif: &[u8]) -> Option<[u8; 26]> {
    let orientation = Orientation::from_exif_chunk(exif)?.to_exif();
    let mut block = *b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0";
    block[18] = orientation;
    (orientation != 1).then_some(block)
}

/// `length` bytes from `at`.
fn piece(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
