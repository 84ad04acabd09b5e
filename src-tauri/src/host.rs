//! What the program asks of the system's desktop: dialogs and the end. A test answers in its place.

use loket_desk::printing::PrintSystem;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, Runtime};
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
    /// The printers around it.
    fn print_system(&self) -> PrintSystem {
        PrintSystem::of_this_pc()
    }
}

/// The real desktop.
pub struct Desktop<R: Runtime> {
    app: AppHandle<R>,
    /// Where the person chose last; the next dialog opens there.
    last: Mutex<Option<PathBuf>>,
}

impl<R: Runtime> Desktop<R> {
    /// The desktop that this program runs on.
    pub fn new(app: AppHandle<R>) -> Self {
        Self { app, last: Mutex::new(None) }
    }

    /// Where a dialog opens: the folder chosen last, else the person's documents, else the home folder. Without one,
    /// GTK shows recent files, and no folder can be chosen among them.
    fn start(&self) -> Option<PathBuf> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let paths = self.app.path();
        [last, paths.document_dir().ok(), paths.home_dir().ok()].into_iter().flatten().find(|folder| folder.is_dir())
    }

    fn remember(&self, chosen: Option<&PathBuf>) {
        let folder = chosen.and_then(|path| if path.is_dir() { Some(path.as_path()) } else { path.parent() });
        if let Some(folder) = folder {
            *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder.to_owned());
        }
    }
}

impl<R: Runtime> Host for Desktop<R> {
    fn choose(&self, ask: &Ask) -> Vec<PathBuf> {
        let mut dialog = self.app.dialog().file();
        if let Some(folder) = self.start() {
            dialog = dialog.set_directory(folder);
        }
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
        let chosen: Vec<PathBuf> = chosen.into_iter().filter_map(|path| path.into_path().ok()).collect();
        self.remember(chosen.first());
        chosen
    }

    fn exit(&self) {
        self.app.exit(0);
    }
}
