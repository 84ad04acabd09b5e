//! What the program asks of the system's desktop: dialogs and the end. A test answers in its place.

use std::path::PathBuf;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};

/// One question with a file dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A folder.
    Folder {
        /// Title of the dialog.
        title: &'static str,
    },
    /// A file of these endings.
    File {
        /// Title of the dialog.
        title: &'static str,
        /// Name of the kind.
        kind: &'static str,
        /// Endings.
        endings: &'static [&'static str],
    },
    /// Any files.
    Files {
        /// Title of the dialog.
        title: &'static str,
    },
    /// A place for a new file.
    Save {
        /// Title of the dialog.
        title: &'static str,
        /// Proposed name; never a person's.
        name: String,
    },
}

/// The desktop around the window. Every call blocks until the person has chosen.
pub trait Host: Send + Sync + 'static {
    /// What was chosen; empty when cancelled.
    fn choose(&self, ask: &Ask) -> Vec<PathBuf>;
    /// Ends the program.
    fn exit(&self);
}

/// The real desktop.
pub struct Desktop<R: Runtime>(pub AppHandle<R>);

impl<R: Runtime> Host for Desktop<R> {
    fn choose(&self, ask: &Ask) -> Vec<PathBuf> {
        let dialog = self.0.dialog().file();
        let chosen: Vec<FilePath> = match ask {
            Ask::Folder { title } => dialog.set_title(*title).blocking_pick_folder().into_iter().collect(),
            Ask::File { title, kind, endings } => {
                dialog.set_title(*title).add_filter(*kind, endings).blocking_pick_file().into_iter().collect()
            }
            Ask::Files { title } => dialog.set_title(*title).blocking_pick_files().unwrap_or_default(),
            Ask::Save { title, name } => {
                dialog.set_title(*title).set_file_name(name).blocking_save_file().into_iter().collect()
            }
        };
        chosen.into_iter().filter_map(|path| path.into_path().ok()).collect()
    }

    fn exit(&self) {
        self.0.exit(0);
    }
}
