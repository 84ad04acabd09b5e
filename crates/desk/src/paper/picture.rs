//! Pages as pictures: for the preview in the window and for printers that cannot take a PDF.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::PaperError;

/// One page as a picture on white.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Opaque 8-bit RGB as PNG.
    pub png: Vec<u8>,
}

/// Draws the first `most` pages of `pdf` at `dpi` dots per inch.
///
/// # Errors
/// `PaperError::Picture` if the file cannot be read or a picture cannot be written.
pub fn pages_png(pdf: &[u8], dpi: f32, most: usize) -> Result<Vec<PagePicture>, PaperError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| PaperError::Picture)?;
    let scale = dpi / 72.0;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let interpreter = InterpreterSettings::default();
    pdf.pages()
        .iter()
        .take(most)
        .map(|page| {
            let drawn = render(page, &cache, &interpreter, &RenderSettings::default(), &settings);
            let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
            // On an opaque ground, premultiplied and plain colours are the same.
            let rgb: Vec<u8> = drawn.data_as_u8_slice().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
            Ok(PagePicture { width, height, png: encode(&rgb, width, height)? })
        })
        .collect()
}

fn encode(rgb: &[u8], width: u32, height: u32) -> Result<Vec<u8>, PaperError> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(|_| PaperError::Picture)?;
    writer.write_image_data(rgb).map_err(|_| PaperError::Picture)?;
    writer.finish().map_err(|_| PaperError::Picture)?;
    Ok(out)
}
