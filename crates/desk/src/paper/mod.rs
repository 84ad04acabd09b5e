//! Papers as PDF: values of the domain in, bytes out. No clock, no register, no office setting is
//! asked here, so the same value always prints the same paper.

mod access_log;
mod book;
mod column;
mod complaint_form;
mod deadline_list;
mod file;
mod font;
mod form_flow;
mod guide;
mod guide_text;
mod head;
mod logo;
mod page;
mod picture;
mod qr;
mod receipt;
mod receipt_grid;
mod receipt_half;
mod receipt_parts;
mod receipt_sheet;
mod receipt_text;
mod recovery;
mod shortcuts;
mod table;
mod text;
mod words;

pub use access_log::access_log;
pub use book::register_book;
pub use complaint_form::complaint_forms;
pub use deadline_list::deadline_list;
pub use guide::{guide, guide_words};
pub use picture::{PagePicture, pages_png};
pub use receipt::receipt;
pub use recovery::recovery_sheet;
pub use shortcuts::{ShortcutGroup, shortcut_sheet};
pub use words::receipt_words;

/// Why a paper was not made. Names no content of a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// Nobody can hand over a receipt: item 4 of Pasal 44 ayat (2) is missing.
    #[error("the receipt names no receiving officer")]
    NoReceiver,
    /// The text for the square code is too long.
    #[error("the text does not fit the square code")]
    Code,
    /// The file could not be composed.
    #[error("the PDF could not be composed")]
    Write,
    /// The pages could not be drawn as pictures.
    #[error("the pages could not be drawn")]
    Picture,
}
