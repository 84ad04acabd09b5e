//! PNG: chunks that draw stay; text, time, EXIF and what nobody knows go.

use super::{orientation_alone, piece};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Colour, size on paper, transparency, animation.
const DRAWING: [&[u8; 4]; 13] = [
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"hIST",
];

/// Without text, time, EXIF, private chunks, and whatever stands behind the end of the picture.
#[must_use]
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = bytes.starts_with(SIGNATURE).then(|| SIGNATURE.to_vec())?;
    let mut at = SIGNATURE.len();
    let mut drawn = false;
    while let Some(head) = piece(bytes, at, 8) {
        let length = usize::try_from(u32::from_be_bytes(head[..4].try_into().ok()?)).ok()?;
        let Some(chunk) = length.checked_add(12).and_then(|whole| piece(bytes, at, whole)) else {
            // A torn picture is passed on as far as it goes.
            out.extend(if &head[4..] == b"IDAT" { &bytes[at..] } else { &[] });
            break;
        };
        at += chunk.len();
        let kind = &head[4..];
        if kind == b"eXIf" {
            if let Some(tiff) = orientation_alone(&chunk[8..8 + length]) {
                out.extend(26_u32.to_be_bytes());
                out.extend(b"eXIf");
                out.extend(tiff);
                out.extend(crc(&[b"eXIf".as_slice(), &tiff].concat()).to_be_bytes());
            }
        } else if kind[0].is_ascii_uppercase() || DRAWING.iter().any(|k| *k == kind) {
            out.extend(chunk);
        }
        drawn |= kind == b"IDAT";
        if kind == b"IEND" {
            break;
        }
    }
    drawn.then_some(out)
}

/// CRC-32 of type and data of a chunk.
pub(crate) fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { (c >> 1) ^ 0xedb8_8320 } else { c >> 1 })
    })
}
