//! Pictures to look at: a photo made small and upright, without metadata. They follow from the original and may be made
//! anew from it at any time, so they are in no entry.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, RgbImage};
use std::io::Cursor;

/// Longest side of a picture to look at, in pixels.
pub const LONG_SIDE: u32 = 1_600;
/// Quality of its JPEG, of 100.
const QUALITY: u8 = 80;
/// Most pixels that are decoded: phones take 50 million, and a progressive JPEG needs nine bytes for each.
const MAX_PIXELS: u64 = 64_000_000;
/// Most bytes of a decoded image.
const MAX_DECODED: u64 = 320 * 1024 * 1024;

/// A picture to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// JPEG without metadata.
    pub jpeg: Vec<u8>,
}

/// Why an image has no picture; its file is kept all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It does not decode.
    Broken,
    /// It would need too much memory.
    TooLarge,
}

impl From<ImageError> for Unseen {
    fn from(e: ImageError) -> Self {
        if matches!(e, ImageError::Limits(_)) { Self::TooLarge } else { Self::Broken }
    }
}

/// Makes the picture of a JPEG, PNG, GIF (its first frame) or WebP. Takes up to a second or two: not for the window's
/// thread.
///
/// # Errors
/// [`Unseen`]; the size that the head tells is judged before anything is decoded.
pub fn reduce(bytes: &[u8]) -> Result<Reduced, Unseen> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_DECODED);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| Unseen::Broken)?;
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Unseen::TooLarge);
    }
    limits.reserve(decoder.total_bytes())?;
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation()?;
    let mut whole = DynamicImage::from_decoder(decoder)?;
    if width.max(height) > LONG_SIDE {
        whole = whole.resize(LONG_SIDE, LONG_SIDE, image::imageops::FilterType::Triangle);
    }
    whole.apply_orientation(orientation);
    let flat = on_white(&whole);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&flat)?;
    Ok(Reduced { width: flat.width(), height: flat.height(), jpeg })
}

/// JPEG knows no transparency: what shines through is white, as paper is.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let rgba = image.to_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0.map(u32::from);
        let over = |c: u32| u8::try_from((c * a + 255 * (255 - a)) / 255).unwrap_or(u8::MAX);
        image::Rgb([over(r), over(g), over(b)])
    })
}

#[cfg(test)]
#[path = "picture_tests.rs"]
mod tests;
