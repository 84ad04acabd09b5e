//! Copies carry the same picture and nothing else.

use super::samples::{MARK, PLACE, encoded, exif, jpeg_with, sample, tiff};
use super::*;
use image::{ImageDecoder, ImageFormat, ImageReader};
use lopdf::{Document, Object, Stream, dictionary};
use std::io::Cursor;

/// Neither text of the camera nor the place.
fn carries_nothing(bytes: &[u8]) {
    for needle in [MARK, &PLACE[..], b"http://ns.adobe.com", b"8BIM"] {
        assert!(!bytes.windows(needle.len()).any(|w| w == needle), "{}", String::from_utf8_lossy(needle));
    }
}

fn pixels(bytes: &[u8]) -> Vec<u8> {
    image::load_from_memory(bytes).expect("decodes").to_rgba8().into_raw()
}

fn orientation(bytes: &[u8]) -> u8 {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().expect("format");
    reader.into_decoder().expect("head").orientation().expect("orientation").to_exif()
}

fn marked(before: &str) -> Vec<u8> {
    [before.as_bytes(), MARK].concat()
}

/// Everything that a camera, a phone and a program for pictures put into a JPEG.
fn photo(orientation: u8) -> Vec<u8> {
    let segments = [
        (0xe1, exif(orientation)),
        (0xe1, marked("http://ns.adobe.com/xap/1.0/\0")),
        (0xe2, marked("MPF\0")),
        (0xe2, [b"ICC_PROFILE\0\x01\x01".as_slice(), &[7; 40]].concat()),
        (0xe5, marked("")),
        (0xed, marked("Photoshop 3.0\08BIM")),
        (0xfe, marked("")),
    ];
    let mut photo = jpeg_with(&sample(120, 90), &segments);
    // A moving picture behind the still one, as phones append it.
    photo.extend(marked("ftyp"));
    photo
}

#[test]
fn a_jpeg_loses_place_maker_and_comments_and_keeps_every_pixel() {
    for turned in 1..=8 {
        let photo = photo(turned);
        carried(&photo);
        let copy = clean("image/jpeg", &photo).expect("clean");
        carries_nothing(&copy);
        assert_eq!(pixels(&copy), pixels(&photo));
        assert_eq!(orientation(&copy), turned, "it is still shown upright");
        assert_eq!(copy.windows(4).any(|w| w == b"Exif"), turned != 1, "no EXIF where none is needed");
        assert!(copy.windows(11).any(|w| w == b"ICC_PROFILE"), "the colours stay");
        assert_eq!(clean("image/jpeg", &copy).as_deref(), Some(&copy[..]), "what is clean stays as it is");
    }
}

/// The test would find the metadata if they were there.
fn carried(bytes: &[u8]) {
    assert!(bytes.windows(MARK.len()).filter(|w| *w == MARK).count() >= 1);
}

#[test]
fn a_thumbnail_of_jfif_goes() {
    let mut jpeg = encoded(&sample(16, 16), ImageFormat::Jpeg);
    let thumbnail = [b"JFIF\0\x01\x02\0\0\x01\0\x01\x02\x02".as_slice(), &[9; 12]].concat();
    jpeg.splice(2..20, [&[0xff, 0xe0, 0, 28][..], &thumbnail].concat());
    let copy = clean("image/jpeg", &jpeg).expect("clean");
    assert!(!copy.windows(12).any(|w| w == [9; 12]));
    assert_eq!(pixels(&copy), pixels(&jpeg));
}

#[test]
fn png_webp_and_gif_lose_theirs_too() {
    let picture = sample(40, 30);
    let png = encoded(&picture, ImageFormat::Png);
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let named = [kind.as_slice(), data].concat();
        let length = u32::try_from(data.len()).expect("length").to_be_bytes();
        [&length[..], &named, &png::crc(&named).to_be_bytes()].concat()
    };
    let text = chunk(b"tEXt", &marked("Author\0"));
    let full_png =
        [&png[..33], &text, &chunk(b"eXIf", &tiff(6)), &chunk(b"pHYs", &[0; 9]), &png[33..], &marked("")].concat();

    let webp = encoded(&picture, ImageFormat::WebP);
    let part = |kind: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len()).expect("length").to_le_bytes();
        let pad = vec![0; data.len() & 1];
        [kind.as_slice(), &length, data, &pad].concat()
    };
    let head = [0x0c, 0, 0, 0, 39, 0, 0, 29, 0, 0];
    let inside = [
        b"WEBP".as_slice(),
        &part(b"VP8X", &head),
        &webp[12..],
        &part(b"EXIF", &tiff(6)),
        &part(b"XMP ", &marked("http://ns.adobe.com")),
    ]
    .concat();
    let length = u32::try_from(inside.len()).expect("length").to_le_bytes();
    let full_webp = [b"RIFF".as_slice(), &length, &inside, &marked("")].concat();

    let gif = encoded(&picture, ImageFormat::Gif);
    let behind_head = 13 + if gif[10] & 0x80 == 0 { 0 } else { 3 << ((gif[10] & 7) + 1) };
    let comment = [&[0x21, 0xfe, 13][..], MARK, &[0]].concat();
    let xmp = [&[0x21, 0xff, 11][..], b"XMP DataXMP", &[13], MARK, &[0]].concat();
    let full_gif = [&gif[..behind_head], &comment, &xmp, &gif[behind_head..], MARK].concat();

    for (mime, full, turned) in [("image/png", full_png, 6), ("image/webp", full_webp, 6), ("image/gif", full_gif, 1)] {
        carried(&full);
        let copy = clean(mime, &full).expect(mime);
        carries_nothing(&copy);
        assert_eq!(pixels(&copy), pixels(&full), "{mime}");
        assert_eq!(orientation(&copy), turned, "{mime}");
        assert_eq!(clean(mime, &copy).as_deref(), Some(&copy[..]), "{mime}: what is clean stays as it is");
    }
}

/// A page with a photo, an author, XMP, and what a program keeps for itself.
fn pdf(more: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let photo = document.add_object(Stream::new(
        dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => 120, "Height" => 90, "BitsPerComponent" => 8,
        "ColorSpace" => "DeviceRGB", "Filter" => "DCTDecode" },
        photo(1),
    ));
    let content = document.add_object(Stream::new(dictionary! {}, b"q 120 0 0 90 0 0 cm /P Do Q".to_vec()));
    let pages = document.new_object_id();
    let kept = dictionary! { "Private" => Object::string_literal(MARK) };
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => vec![0.into(), 0.into(), 120.into(), 90.into()],
        "Contents" => content, "Resources" => dictionary! { "XObject" => dictionary! { "P" => photo } }, "PieceInfo" => kept,
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, tree.into());
    let xmp = document.add_object(Stream::new(dictionary! { "Type" => "Metadata" }, marked("http://ns.adobe.com")));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages, "Metadata" => xmp });
    let info = document.add_object(dictionary! { "Author" => Object::string_literal(MARK) });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    more(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("written");
    bytes
}

#[test]
fn a_pdf_loses_author_xmp_and_the_exif_of_its_photos() {
    let full = pdf(|_| {});
    carried(&full);
    let copy = clean("application/pdf", &full).expect("clean");
    carries_nothing(&copy);
    let drawn = crate::paper::pages_png(&copy, 72.0, usize::MAX).expect("draws");
    assert_eq!(drawn, crate::paper::pages_png(&full, 72.0, usize::MAX).expect("draws"), "the page is the same");
}

#[test]
fn what_cannot_be_cleaned_is_said_and_nothing_panics() {
    let signed = pdf(|d| {
        d.add_object(dictionary! { "Type" => "Sig", "ByteRange" => vec![0.into()] });
    });
    assert_eq!(clean("application/pdf", &signed), None, "writing it anew would break the signature");
    for mime in ["audio/mpeg", "audio/ogg", "audio/wav", "audio/mp4", "video/mp4"] {
        assert_eq!(clean(mime, b"apa saja"), None, "{mime}");
    }
    assert_eq!(clean("text/plain", b"catatan").as_deref(), Some(b"catatan".as_slice()));
    let whole = [
        ("image/jpeg", photo(6)),
        ("image/png", encoded(&sample(40, 30), ImageFormat::Png)),
        ("image/webp", encoded(&sample(40, 30), ImageFormat::WebP)),
        ("image/gif", encoded(&sample(40, 30), ImageFormat::Gif)),
        ("application/pdf", pdf(|_| {})),
    ];
    for (mime, bytes) in whole {
        assert_eq!(clean(mime, b""), None, "{mime}");
        assert_eq!(clean(mime, b"MZ\x90\0"), None, "{mime}");
        for end in (0..bytes.len()).step_by(1 + bytes.len() / 60) {
            // Torn: passed on as far as it goes, or said to be no such file.
            if let Some(copy) = clean(mime, &bytes[..end]) {
                carries_nothing(&copy);
            }
        }
    }
}
