//! Square codes (QR).

use qrcode::{Color, EcLevel, QrCode, Version};

use super::PaperError;
use super::page::Page;

/// Width of a module where the paper is for the citizen: version 3 is then 22 mm wide.
const CITIZEN_MODULE: f32 = 22.0 / 29.0;

/// A code of a paper, made but not yet drawn.
pub(super) struct Square {
    modules: Vec<bool>,
    side: usize,
}

impl Square {
    /// Encodes `payload` at level Q in the smallest version; an address too long for version 3
    /// falls to level M.
    ///
    /// # Errors
    /// `PaperError::Code` if it does not fit version 3 at all.
    pub(super) fn new(payload: &str) -> Result<Square, PaperError> {
        let code = [(1, EcLevel::Q), (3, EcLevel::Q), (3, EcLevel::M)]
            .into_iter()
            .find_map(|(version, level)| QrCode::with_version(payload, Version::Normal(version), level).ok())
            .ok_or(PaperError::Code)?;
        let side = code.width();
        let modules = code.to_colors().into_iter().map(|c| c == Color::Dark).collect();
        Ok(Square { modules, side })
    }

    /// Width in millimetres on a paper that the citizen holds.
    pub(super) fn citizen_width(&self) -> f32 {
        CITIZEN_MODULE * self.side as f32
    }

    /// Width of the empty border that readers need around a code drawn `wide` millimetres wide.
    pub(super) fn quiet_zone(&self, wide: f32) -> f32 {
        4.0 * wide / self.side as f32
    }

    /// Draws the code `wide` millimetres wide, without its quiet zone, top left at (x, y).
    pub(super) fn draw(&self, page: &mut Page, x: f32, y: f32, wide: f32) {
        let module = wide / self.side as f32;
        let mut blocks = Vec::new();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let length = self.modules[row * self.side + column..(row + 1) * self.side]
                    .iter()
                    .take_while(|dark| **dark)
                    .count();
                if length > 0 {
                    blocks.push((x + column as f32 * module, y + row as f32 * module, length as f32 * module, module));
                }
                column += length.max(1);
            }
        }
        page.blocks(&blocks);
    }
}
