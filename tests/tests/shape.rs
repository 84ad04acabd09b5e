//! The invariants of ARCHITECTURE.md that no compiler guards, read off the sources.

use std::fs;
use std::path::{Path, PathBuf};

use loket_tests::places::repository;

/// All files below a folder with one of these endings. Folders that builds make are passed over.
fn sources(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, endings: &[&str], found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("a folder of the repository").flatten() {
            let path = entry.path();
            if path.is_dir() {
                let built = ["node_modules", "dist", "gen", "artifacts"].iter().any(|name| path.ends_with(name));
                if !built {
                    walk(&path, endings, found);
                }
            } else if path.extension().is_some_and(|e| endings.iter().any(|ending| e == *ending)) {
                found.push((path.clone(), fs::read_to_string(&path).expect("a source file is UTF-8")));
            }
        }
    }
    let mut found = Vec::new();
    walk(&repository().join(folder), endings, &mut found);
    assert!(!found.is_empty(), "{folder} holds no source");
    found
}

/// Where one of the needles stands, file by file.
fn holding(files: &[(PathBuf, String)], needles: &[&str]) -> Vec<PathBuf> {
    let holds = |text: &str| needles.iter().any(|needle| text.contains(needle));
    files.iter().filter(|(_, text)| holds(text)).map(|(path, _)| path.clone()).collect()
}

#[test]
fn the_domain_does_no_io_and_asks_no_clock() {
    let files = sources("crates/domain/src", &["rs"]);
    let forbidden = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "Utc::now",
        "Local::now",
        "SystemTime",
        "Instant::now",
        "rand::",
        "getrandom",
    ];
    assert_eq!(holding(&files, &forbidden), Vec::<PathBuf>::new());
}

#[test]
fn sql_stands_only_in_the_store() {
    let store = repository().join("crates/desk/src/store");
    let mut files = sources("crates", &["rs"]);
    files.extend(sources("src-tauri/src", &["rs"]));
    files.retain(|(path, _)| !path.starts_with(&store) && !path.starts_with(repository().join("crates/desk/build.rs")));
    let sql =
        ["sqlx::query", "query_as", "query_scalar", "query_file", "SELECT ", "INSERT INTO", "DELETE FROM", "PRAGMA "];
    assert_eq!(holding(&files, &sql), Vec::<PathBuf>::new());
}

#[test]
fn the_host_is_known_to_the_shell_alone() {
    let mut rust = sources("crates", &["rs", "toml"]);
    rust.retain(|(path, _)| !path.starts_with(repository().join("crates/xtask")));
    assert_eq!(holding(&rust, &["tauri"]), Vec::<PathBuf>::new());
    let bridge = repository().join("ui/src/backend");
    let page = sources("ui/src", &["ts", "svelte"]);
    assert!(holding(&page, &["@tauri-apps"]).iter().all(|path| path.starts_with(&bridge)));
}

#[test]
fn every_figure_of_the_law_has_its_row() {
    let law = fs::read_to_string(repository().join("crates/domain/src/law.rs")).expect("law.rs");
    let table = fs::read_to_string(repository().join("docs/law.md")).expect("docs/law.md");
    let figures: Vec<&str> =
        law.lines().filter_map(|line| line.strip_prefix("pub const ")?.split(':').next()).collect();
    assert!(figures.len() > 15, "{figures:?}");
    let lost: Vec<&&str> = figures.iter().filter(|figure| !table.contains(&format!("`law::{figure}`"))).collect();
    assert!(lost.is_empty(), "without a row in docs/law.md: {lost:?}");
}

#[test]
fn files_stay_small() {
    let mut files = sources("crates", &["rs"]);
    files.extend(["src-tauri", "tests"].iter().flat_map(|folder| sources(folder, &["rs"])));
    files.extend(sources("ui/src", &["ts", "svelte"]));
    files.retain(|(path, _)| !path.ends_with("bindings.ts"));
    let long: Vec<_> = files.iter().filter(|(_, text)| text.lines().count() > 400).map(|(path, _)| path).collect();
    assert!(long.is_empty(), "{long:?}");
}
