//! Where things lie: the repository, and a cache that outlives a clone of it.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn repository() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.ancestors().nth(2).expect("the package lies two folders below the root").to_owned()
}

/// The page's package.
pub fn page() -> PathBuf {
    repository().join("ui")
}

/// The folder of what is costly to make again, by the rules of the XDG base directories.
fn cache() -> PathBuf {
    let named = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || named("HOME").or_else(|| named("USERPROFILE")).unwrap_or_else(env::temp_dir);
    named("XDG_CACHE_HOME").unwrap_or_else(|| home().join(".cache")).join("loket-aduan")
}

/// What Cargo builds. Not in the clone: a build from nothing takes many minutes, so it must outlive the clone.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| cache().join("target"), PathBuf::from)
}

/// Registers of invented complaints, each called by their number.
pub fn samples() -> PathBuf {
    cache().join("samples")
}

/// What npm has downloaded.
pub fn npm_cache() -> OsString {
    env::var_os("npm_config_cache").unwrap_or_else(|| cache().join("npm").into_os_string())
}

/// A program of the workspace, built for development.
pub fn program(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// The same, built for release.
pub fn release_program(name: &str) -> PathBuf {
    target().join("release").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}
