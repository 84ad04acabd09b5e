//! WebP: chunks that draw stay; EXIF, XMP and what nobody knows go.

use super::{orientation_alone, piece};

const DRAWING: [&[u8; 4]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// Bits of the extended head that promise EXIF and XMP.
const EXIF_FLAG: u8 = 0x08;
const XMP_FLAG: u8 = 0x04;

/// Without EXIF, XMP, private chunks, and whatever stands behind the end of the picture.
#[must_use]
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = usize::try_from(u32::from_le_bytes(piece(bytes, 4, 4)?.try_into().ok()?)).ok()?;
    if &bytes[..4] != b"RIFF" || piece(bytes, 8, 4)? != b"WEBP" {
        return None;
    }
    let bytes = &bytes[..bytes.len().min(size.checked_add(8)?)];
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    let mut extended = None;
    let mut at = 12;
    while let Some(head) = piece(bytes, at, 8) {
        let length = usize::try_from(u32::from_le_bytes(head[4..].try_into().ok()?)).ok()?;
        let end = at.checked_add(8)?.checked_add(length)?.min(bytes.len());
        let (kind, data) = (&head[..4], &bytes[at + 8..end]);
        if kind == b"VP8X" && extended.is_none() && data.len() >= 10 {
            extended = Some(out.len() + 8);
        }
        if DRAWING.iter().any(|k| *k == kind) {
            chunk(&mut out, kind, data);
        } else if kind == b"EXIF"
            && let Some(flags) = extended
        {
            out[flags] &= !EXIF_FLAG;
            // Some writers put the name of JPEG's segment before it.
            if let Some(tiff) = orientation_alone(data.strip_prefix(b"Exif\0\0").unwrap_or(data)) {
                out[flags] |= EXIF_FLAG;
                chunk(&mut out, b"EXIF", &tiff);
            }
        }
        at = end + (length & 1);
    }
    if let Some(flags) = extended {
        out[flags] &= !XMP_FLAG;
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    (out.len() > 12).then_some(out)
}

fn chunk(out: &mut Vec<u8>, kind: &[u8], data: &[u8]) {
    out.extend(kind);
    out.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_le_bytes());
    out.extend(data);
    out.extend((data.len() & 1 == 1).then_some(0));
}
