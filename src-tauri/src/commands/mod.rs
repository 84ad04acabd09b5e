//! The commands of the contract. Each converts, calls the desk, converts; a signed-out call ends in `Shell::seated`.

pub mod book;
pub mod complaints;
pub mod copies;
pub mod drafts;
pub mod files;
pub mod forms;
pub mod help;
pub mod import;
pub mod log;
pub mod papers;
pub mod printing;
pub mod receipt;
pub mod register;
pub mod scans;
pub mod settings;
pub mod setup;
pub mod start;
pub mod together;

use crate::state::Shell;
use std::sync::Arc;

/// The program, as every command gets it.
pub type Program<'a> = tauri::State<'a, Arc<Shell>>;

/// A file's own name: what a person is shown of a path.
pub fn shown_name(path: &std::path::Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}
