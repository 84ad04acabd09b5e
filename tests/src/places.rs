//! Where the built programs lie and where pictures and papers of a run are put.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the repository").to_owned()
}

/// `artifacts/` at the root of the repository, made when absent. Git ignores it.
pub fn artifacts() -> PathBuf {
    let folder = repository().join("artifacts");
    std::fs::create_dir_all(&folder).expect("the folder of artifacts can be made");
    folder
}

/// A program of this workspace, built beside the running test or beside the running program.
///
/// # Panics
/// When it has not been built: `cargo xtask test` builds all programs before it tests.
pub fn program(name: &str) -> PathBuf {
    let running = std::env::current_exe().expect("the running program knows its path");
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let found = running.ancestors().skip(1).take(2).map(|folder| folder.join(&file)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built: cargo build --workspace --all-targets"))
}
