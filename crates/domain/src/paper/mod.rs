//! Papers as values: what a paper says, without where it stands on the page.
//!
//! A value holds every word that depends on the case, already formatted (dates in words, masked
//! numbers). It is kept in the entry that records the making of the paper, so that a reprint says
//! what was said then. Fixed wording and layout are code of the desk.

mod access_log;
mod book;
mod complaint_form;
mod deadline_list;
mod form;
mod receipt;
mod recovery;

pub use access_log::{AccessLog, AccessRow};
pub use book::{BookLine, BookRecord, BookVersion, RegisterBook, Unrecorded, Why, explain};
pub use complaint_form::{ComplaintForm, FormAnswers};
pub use deadline_list::{DeadlineList, DeadlineRow, DueState, ListPrinting};
pub use form::ReceiptForm;
pub use receipt::{
    Attachment, Contacts, Delivery, Printing, Receipt, ReceiptFrame, ReceiptIdentity, ReceiptMatter, Receiver,
    Reception, Reporter, ReporterOf, Representation, Run,
};
pub use recovery::{Keeper, RecoverySheet};

use serde::{Deserialize, Serialize};

/// The head of an official paper (*kop*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Lines above the office's own name, in capitals: `PEMERINTAH KABUPATEN CONTOH`.
    pub above: Vec<String>,
    /// The office's own name, in capitals.
    pub name: String,
    /// Address, telephone, e-mail in one line.
    pub address: String,
    /// The arms of the region, if the office has set them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// The arms of the region (*lambang daerah*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// Names the setting that holds the picture.
    pub id: String,
    /// The picture as PNG. Not stored with the paper: the same picture in thousands of entries
    /// would outweigh all complaints. Whoever reads a paper back fills it in by `id`; without it
    /// the paper prints with no arms.
    #[serde(skip)]
    pub png: Vec<u8>,
}
