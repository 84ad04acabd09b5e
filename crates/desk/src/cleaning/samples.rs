//! An invented photo, and what a camera would write beside it.

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use std::io::Cursor;

/// Stands in every field of text; must stand in no copy.
pub const MARK: &[u8] = b"KAMERA-CONTOH";
/// Seconds of the invented place, as a rational number.
pub const PLACE: [u8; 8] = [0x31, 0xd4, 0, 0, 0xe8, 0x03, 0, 0];

/// Grey stripes with a red corner at the upper left.
pub fn sample(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grey = u8::try_from((x / 8 + y / 4) % 200).unwrap_or(0);
        if x < width / 8 && y < height / 8 { Rgb([230, 20, 20]) } else { Rgb([grey, grey, grey]) }
    })
}

/// TIFF of EXIF with this orientation, a maker and a place, in the order of bytes of most cameras.
pub fn tiff(orientation: u8) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let (maker, gps) = (50_u32, 50_u32 + 14);
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    tiff.extend(entry(0x010f, 2, 14, maker.to_le_bytes()));
    tiff.extend(entry(0x0112, 3, 1, [orientation, 0, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, gps.to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(MARK);
    tiff.push(0);
    tiff.extend(1_u16.to_le_bytes());
    tiff.extend(entry(0x0002, 5, 1, (gps + 18).to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(PLACE);
    tiff
}

/// Segment of EXIF of a JPEG.
pub fn exif(orientation: u8) -> Vec<u8> {
    [b"Exif\0\0".as_slice(), &tiff(orientation)].concat()
}

/// A JPEG with these segments behind its first one, and something behind its end.
pub fn jpeg_with(picture: &RgbImage, segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let whole = encoded(picture, ImageFormat::Jpeg);
    let mut out = whole[..20].to_vec();
    for (marker, data) in segments {
        out.extend([0xff, *marker]);
        out.extend(u16::try_from(data.len() + 2).expect("a segment").to_be_bytes());
        out.extend(data);
    }
    out.extend(&whole[20..]);
    out
}

/// The picture in some format, lossless where the format is.
pub fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut bytes, format).expect("encodes");
    bytes.into_inner()
}
