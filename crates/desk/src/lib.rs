//! A complaint desk without a window. Everything an office's PC does is a function here; the window and the command
//! line call the same ones.
//!
//! # The data's way
//! A use case takes an [`Act`] (who, when, which press of a button) and what was typed. It parses in `loket-domain`,
//! then goes through the one door, [`Desk::write`]: one `BEGIN IMMEDIATE` transaction that appends signed entries to the
//! log and folds their subjects into rows. After the durable commit the officer sees "tersimpan"; the head witness and
//! [`tidy`] follow. Papers are values made from the fold, stored in the entry of their making, and drawn from there.
//!
//! # Use cases
//! [`init`] first start · [`officers`] sign-in, officers, settings · [`drafts`] · [`files`] attachments ([`picture`] to look at, [`cleaning`] before they leave, [`scans`] of a folder) · [`register`] · [`reserve`] ·
//! [`duplicates`] hints, links · [`merge`] several reporters ·
//! [`correct`] correction, void · [`steps`] note, answer, closing, handing over · [`receipt`] · [`forms`] · [`list`] · [`book`] · [`detail`] ·
//! [`snapshot`] copies · [`restore`] · [`verify`] · [`practice`] · [`issue`] and [`printing`] of papers · [`import`] old registers.

pub mod audit;
pub mod book;
pub mod bundle;
pub mod calendar;
pub mod cleaning;
pub mod correct;
pub mod csv;
pub mod detail;
pub mod drafts;
pub mod duplicates;
pub mod error;
pub mod files;
pub mod flaw;
mod forgotten;
pub mod forms;
pub mod import;
pub mod init;
pub mod issue;
pub mod keys;
pub mod list;
pub mod merge;
pub mod officers;
pub mod open;
pub mod paper;
pub mod picture;
pub mod place;
pub mod practice;
pub mod printing;
pub mod printout;
pub mod reading;
pub mod receipt;
pub mod register;
pub mod renew;
pub mod reserve;
pub mod restore;
pub mod rights;
pub mod scans;
pub mod snapshot;
pub mod stem;
pub mod steps;
pub mod store;
pub mod tidy;
pub mod tracking;
pub mod verify;
pub mod witness;
pub mod write;

pub use error::{Error, Result};
pub use open::{Desk, Notice};
pub use write::Act;
