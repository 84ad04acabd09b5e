//! Pictures of whole, broken and hostile images.

use super::*;
use crate::cleaning::samples::{encoded, exif, jpeg_with, sample};
use image::ImageFormat;

fn clear(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgba8(40, 30).write_to(&mut bytes, format).expect("encodes");
    bytes.into_inner()
}

/// Head of a PNG that claims these sides.
fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(&sample(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crate::cleaning::png::crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    png
}

#[test]
fn a_photo_becomes_a_small_upright_jpeg_without_metadata() {
    let photo = jpeg_with(&sample(2_400, 1_800), &[(0xe1, exif(6))]);
    let seen = reduce(&photo).expect("a picture");
    assert_eq!((seen.width, seen.height), (1_200, 1_600), "held upright: orientation 6 is a quarter turn");
    assert!(seen.jpeg.len() < photo.len());
    assert!(!seen.jpeg.windows(4).any(|w| w == b"Exif"));
    let again = image::load_from_memory(&seen.jpeg).expect("a JPEG").to_rgb8();
    assert_eq!(again.dimensions(), (seen.width, seen.height));
    let [red, ..] = again.get_pixel(seen.width - 20, 20).0;
    assert!(red > 200, "the red corner of the sample went from upper left to upper right");
}

#[test]
fn a_small_picture_keeps_its_size_and_transparency_becomes_white() {
    for format in [ImageFormat::Png, ImageFormat::Gif, ImageFormat::WebP] {
        let seen = reduce(&clear(format)).expect("a picture");
        assert_eq!((seen.width, seen.height), (40, 30));
        let pixel = image::load_from_memory(&seen.jpeg).expect("a JPEG").to_rgb8().get_pixel(20, 15).0;
        assert!(pixel.iter().all(|c| *c > 250), "{format:?}: {pixel:?}");
    }
}

#[test]
fn a_head_that_claims_too_much_is_refused_before_decoding() {
    let began = std::time::Instant::now();
    for (width, height) in [(50_000, 50_000), (u32::MAX >> 1, 1), (10_000, 10_000), (8_000, 8_001)] {
        assert_eq!(reduce(&png_head(width, height)), Err(Unseen::TooLarge), "{width} × {height}");
    }
    assert!(began.elapsed().as_secs() < 5, "nothing was decoded");
}

#[test]
fn what_does_not_decode_is_broken_and_nothing_panics() {
    let photo = encoded(&sample(64, 48), ImageFormat::Png);
    assert_eq!(reduce(&photo[..photo.len() / 2]), Err(Unseen::Broken), "torn");
    for junk in [b"".as_slice(), b"GIF89a", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBP", b"teks"] {
        assert_eq!(reduce(junk), Err(Unseen::Broken), "{junk:?}");
    }
    let jpeg = jpeg_with(&sample(64, 48), &[]);
    for end in (0..jpeg.len()).step_by(7) {
        let _either_way = reduce(&jpeg[..end]);
    }
}
