//! The arms of the region: drawn black, so that every printer and copier can.

use loket_domain::paper::Logo;
use printpdf::{RawImage, RawImageData, RawImageFormat, XObjectId};

/// Arms ready to be drawn.
pub(super) struct Arms {
    pub id: XObjectId,
    pub image: RawImage,
}

/// Reads the picture of `logo` in greys on white. A picture that cannot be read prints as no
/// arms at all: a citizen must not wait for a receipt because of an ornament.
pub(super) fn arms(logo: Option<&Logo>) -> Option<Arms> {
    let (pixels, width, height) = greys(&logo?.png)?;
    Some(Arms {
        id: XObjectId("Arms".to_owned()),
        image: RawImage {
            pixels: RawImageData::U8(pixels),
            width,
            height,
            data_format: RawImageFormat::R8,
            tag: Vec::new(),
        },
    })
}

/// Grey values of a PNG, transparent parts white.
fn greys(bytes: &[u8]) -> Option<(Vec<u8>, usize, usize)> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut buffer = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut buffer).ok()?;
    let luma = |r: u8, g: u8, b: u8| ((299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b)) / 1000) as u8;
    let over_white = |grey: u8, alpha: u8| (255 - (255 - u32::from(grey)) * u32::from(alpha) / 255) as u8;
    let used = &buffer[..info.buffer_size()];
    let pixels = match info.color_type {
        png::ColorType::Grayscale => used.to_vec(),
        png::ColorType::GrayscaleAlpha => used.chunks_exact(2).map(|p| over_white(p[0], p[1])).collect(),
        png::ColorType::Rgb => used.chunks_exact(3).map(|p| luma(p[0], p[1], p[2])).collect(),
        png::ColorType::Rgba => used.chunks_exact(4).map(|p| over_white(luma(p[0], p[1], p[2]), p[3])).collect(),
        png::ColorType::Indexed => return None,
    };
    Some((pixels, info.width as usize, info.height as usize))
}
