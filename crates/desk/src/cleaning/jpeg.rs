//! JPEG: of the application segments only JFIF, Adobe (it tells the colours) and colour profiles stay.

use super::{orientation_alone, piece};

const START: [u8; 2] = [0xff, 0xd8];
const END: [u8; 2] = [0xff, 0xd9];

/// Without EXIF, XMP, IPTC, comments, thumbnails, and whatever stands behind the end of the picture.
#[must_use]
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Vec::with_capacity(bytes.len());
    let mut exif = None;
    let mut scanned = false;
    let mut at = bytes.starts_with(&START).then_some(2)?;
    while let Some(marker) = marker(bytes, &mut at) {
        match marker {
            0xd9 => {
                rest.extend(END);
                break;
            }
            // Markers without a length do not stand between segments.
            0x00 | 0x01 | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let Some(segment) = length(bytes, at).and_then(|length| piece(bytes, at, length)) else { break };
        at += segment.len();
        match (marker, &segment[2..]) {
            (0xe1, [b'E', b'x', b'i', b'f', 0, 0, tiff @ ..]) => exif = exif.or_else(|| orientation_alone(tiff)),
            (0xe0, [b'J', b'F', b'I', b'F', 0, head @ ..]) if head.len() >= 7 => {
                // Version, unit and densities; the thumbnail behind them stays behind.
                rest.extend([0xff, 0xe0, 0, 16]);
                rest.extend(b"JFIF\0");
                rest.extend(&head[..7]);
                rest.extend([0, 0]);
            }
            (0xe2, [b'I', b'C', b'C', b'_', b'P', b'R', b'O', b'F', b'I', b'L', b'E', 0, ..])
            | (0xee, [b'A', b'd', b'o', b'b', b'e', ..]) => keep(&mut rest, marker, segment),
            (0xe0..=0xef | 0xfe, _) => {}
            (0xda, _) => {
                keep(&mut rest, marker, segment);
                let end = end_of_scan(bytes, at);
                rest.extend(&bytes[at..end]);
                at = end;
                scanned = true;
            }
            _ => keep(&mut rest, marker, segment),
        }
    }
    // A torn picture is passed on as far as it goes; without any scan it is none.
    scanned.then(|| {
        let mut out = START.to_vec();
        if let Some(tiff) = exif {
            out.extend([0xff, 0xe1, 0, 34]);
            out.extend(b"Exif\0\0");
            out.extend(tiff);
        }
        out.extend(rest);
        out
    })
}

fn keep(out: &mut Vec<u8>, marker: u8, segment: &[u8]) {
    out.extend([0xff, marker]);
    out.extend(segment);
}

/// The next marker; `at` then stands behind it. Any number of 0xff may stand before it.
fn marker(bytes: &[u8], at: &mut usize) -> Option<u8> {
    if *bytes.get(*at)? != 0xff {
        return None;
    }
    while *bytes.get(*at)? == 0xff {
        *at += 1;
    }
    *at += 1;
    bytes.get(*at - 1).copied()
}

/// Length of a segment, its own two bytes included.
fn length(bytes: &[u8], at: usize) -> Option<usize> {
    let length = usize::from(u16::from_be_bytes(piece(bytes, at, 2)?.try_into().ok()?));
    (length >= 2).then_some(length)
}

/// Where the coded picture ends: at a marker that is no restart and no escaped 0xff.
fn end_of_scan(bytes: &[u8], from: usize) -> usize {
    let ends = |w: &[u8]| w[0] == 0xff && !matches!(w[1], 0x00 | 0xd0..=0xd7 | 0xff);
    bytes[from..].windows(2).position(ends).map_or(bytes.len(), |n| from + n)
}
