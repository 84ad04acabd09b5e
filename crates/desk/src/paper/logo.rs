//! The arms of the region: drawn black, so that every printer and copier can.

use loket_domain::paper::Logo;
use printpdf::{RawImage, RawImageData, RawImageFormat, XObjectId};

/// Pixels across that a printer can show on 16 mm; more only makes every file larger.
const WIDEST: usize = 480;

/// Arms ready to be drawn.
pub(super) struct Arms {
    pub id: XObjectId,
    pub image: RawImage,
}

/// Reads the picture of `logo` in greys on white. A picture that cannot be read prints as no
/// arms at all: a citizen must not wait for a receipt because of an ornament.
pub(super) fn arms(logo: Option<&Logo>) -> Option<Arms> {
    Some(image("Arms", shrunk(greys(&logo?.png)?)))
}

/// A picture of this program's own as it is, in greys; `None` if it cannot be read.
pub(super) fn own_picture(id: &str, png: &[u8]) -> Option<Arms> {
    Some(image(id, greys(png)?))
}

fn image(id: &str, (pixels, width, height): (Vec<u8>, usize, usize)) -> Arms {
    let pixels = RawImageData::U8(pixels);
    let image = RawImage { pixels, width, height, data_format: RawImageFormat::R8, tag: Vec::new() };
    Arms { id: XObjectId(id.to_owned()), image }
}

/// Averages blocks of pixels until the picture is no wider than [`WIDEST`].
fn shrunk((pixels, width, height): (Vec<u8>, usize, usize)) -> (Vec<u8>, usize, usize) {
    let block = width.div_ceil(WIDEST).max(1);
    let (wide, high) = (width / block, height / block);
    if block == 1 || high == 0 {
        return (pixels, width, height);
    }
    let mean = |x: usize, y: usize| {
        let rows = (y * block..(y + 1) * block).map(|row| row * width + x * block);
        let sum: usize = rows.flat_map(|start| &pixels[start..start + block]).map(|grey| usize::from(*grey)).sum();
        (sum / (block * block)) as u8
    };
    let small = (0..high).flat_map(|y| (0..wide).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect();
    (small, wide, high)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(colour: png::ColorType, width: u32, height: u32, pixel: &[u8]) -> Logo {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(colour);
        encoder.set_depth(png::BitDepth::Eight);
        let pixels = pixel.repeat((width * height) as usize);
        encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
        Logo { id: "x".into(), png: bytes }
    }

    fn grey(logo: &Logo) -> (u8, usize, usize) {
        let image = arms(Some(logo)).unwrap().image;
        let RawImageData::U8(pixels) = image.pixels else { panic!("8 bits") };
        assert_eq!(pixels.len(), image.width * image.height);
        (pixels[0], image.width, image.height)
    }

    #[test]
    fn every_kind_of_picture_becomes_grey_on_white() {
        assert_eq!(grey(&picture(png::ColorType::Grayscale, 4, 5, &[40])), (40, 4, 5));
        assert_eq!(grey(&picture(png::ColorType::Rgb, 4, 5, &[255, 0, 0])).0, 76);
        assert_eq!(grey(&picture(png::ColorType::Rgba, 4, 5, &[0, 0, 0, 0])).0, 255);
        assert_eq!(grey(&picture(png::ColorType::GrayscaleAlpha, 4, 5, &[0, 255])).0, 0);
    }

    #[test]
    fn a_large_picture_shrinks_and_a_broken_one_is_left_out() {
        assert_eq!(grey(&picture(png::ColorType::Grayscale, 1000, 1300, &[40])), (40, 333, 433));
        assert!(arms(Some(&Logo { id: "x".into(), png: b"no picture".to_vec() })).is_none());
        assert!(arms(None).is_none());
    }
}
