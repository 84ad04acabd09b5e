//! A complaint desk without a window. Everything an office's PC does is a function here; the window and the command
//! line call the same ones.
//!
//! # The data's way
//! A use case takes an [`Act`] (who, when, which press of a button) and what was typed. It parses in `loket-domain`,
//! then goes through the one door, [`Desk::write`]: one `BEGIN IMMEDIATE` transaction that appends signed entries to the
//! log and folds their subjects into rows. After the commit the head witness is written; only then does the officer
//! see "tersimpan". Papers are values made from the fold, stored in the entry of their making, and drawn from there.
//!
//! # Use cases
//! [`init`] first start · [`officers`] sign-in, officers, settings · [`drafts`] · [`files`] attachments · [`register`] ·
//! [`duplicates`] hints, links · [`merge`] several reporters ·
//! [`correct`] correction, void · [`steps`] note, answer, closing, handing over · [`receipt`] · [`list`] · [`detail`] ·
//! [`snapshot`] copies · [`restore`] · [`verify`] · [`practice`] · [`printing`].

pub mod calendar;
pub mod correct;
pub mod detail;
pub mod drafts;
pub mod duplicates;
pub mod error;
pub mod files;
pub mod init;
pub mod keys;
pub mod list;
pub mod merge;
pub mod officers;
pub mod open;
pub mod paper;
pub mod place;
pub mod practice;
pub mod printing;
pub mod receipt;
pub mod register;
pub mod restore;
pub mod snapshot;
pub mod stem;
pub mod steps;
pub mod store;
pub mod verify;
pub mod witness;
pub mod write;

pub use error::{Error, Result};
pub use open::{Desk, Notice};
pub use write::Act;
