//! Paper a, the receipt: which form it takes, and its two sheets.

use loket_domain::checks::ReceiptItem;
use loket_domain::paper::{Receipt, ReceiptForm};

use super::PaperError;
use super::file::{Properties, write};
use super::font::{bold, sans};
use super::logo::arms;
use super::page::Page;
use super::receipt_grid::{A4, A4_LARGE, A5};
use super::receipt_half::{draw_two_up, fits_half};
use super::receipt_sheet::draw_sheet;
use super::receipt_text::{Sheet, sheet_text};

/// Renders both sheets of a receipt. Where an item of Pasal 44 ayat (2) is missing the paper is
/// called *bukti pencatatan* and says why.
///
/// # Errors
/// `NoReceiver` without a receiving officer; `Code` if the payload of the square code is too
/// long; `Write` if the file cannot be composed.
pub fn receipt(receipt: &Receipt, form: ReceiptForm) -> Result<Vec<u8>, PaperError> {
    if receipt.missing().contains(&ReceiptItem::Receiver) {
        return Err(PaperError::NoReceiver);
    }
    let sheets = [Sheet::Citizen, Sheet::Archive].map(|sheet| sheet_text(receipt, sheet));
    let arms = arms(receipt.frame.office.logo.as_ref());
    let grid = match form {
        ReceiptForm::TwoUp if sheets.iter().all(fits_half) => None,
        ReceiptForm::TwoUp => Some(&A4),
        ReceiptForm::Large => Some(&A4_LARGE),
        ReceiptForm::A5 => Some(&A5),
    };
    let office = &receipt.frame.office;
    let training = receipt.frame.training;
    let pages = match grid {
        None => vec![draw_two_up(&sheets, office, arms.as_ref(), training)?],
        Some(grid) => {
            let mut pages = Vec::new();
            for sheet in &sheets {
                pages.extend(draw_sheet(grid, sheet, office, arms.as_ref(), training)?);
            }
            pages
        }
    };
    let properties =
        Properties { title: properties_title(sheets[0].title, &sheets[0].number), made_unix: receipt.printing.at_unix };
    write(&properties, arms, pages)
}

fn properties_title(title: &str, number: &str) -> String {
    let mut words = title.split(' ').map(|word| {
        let (first, rest) = word.split_at(1);
        format!("{first}{}", rest.to_lowercase())
    });
    let title = words.by_ref().collect::<Vec<_>>().join(" ");
    format!("{title} Nomor {number}")
}

/// The caption over the receiver's signature, its number bold like those of the other items.
pub(super) fn draw_receiver_caption(page: &mut Page, middle: f32, y: f32, size: f32) {
    const NUMBER: &str = "4. ";
    const WORDS: &str = "Diterima oleh petugas,";
    let number = bold(size).width(NUMBER);
    let left = middle - (number + sans(size).width(WORDS)) / 2.0;
    page.text(left, y, bold(size), NUMBER);
    page.text(left + number, y, sans(size), WORDS);
}
