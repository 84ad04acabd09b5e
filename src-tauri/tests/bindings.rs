//! `ui/src/backend/bindings.ts` is what the commands say; with `LOKET_WRITE_BINDINGS=1` it is written anew.

use specta_typescript::Typescript;
use std::path::Path;

const HEADER: &str =
    "// Generated from the commands in src-tauri by `cargo xtask bindings`. Do not edit.\n// eslint-disable\n";

#[test]
fn the_bindings_are_fresh() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/backend/bindings.ts");
    let dir = tempfile::tempdir().expect("dir");
    let fresh = dir.path().join("bindings.ts");
    loket_aduan::commands::<tauri::Wry>()
        .export(Typescript::default().header(HEADER), &fresh)
        .expect("types that TypeScript can say");
    let fresh = std::fs::read_to_string(fresh).expect("written");
    if std::env::var_os("LOKET_WRITE_BINDINGS").is_some() {
        std::fs::write(&committed, &fresh).expect("writable");
    }
    let old = std::fs::read_to_string(&committed).unwrap_or_default();
    assert!(old == fresh, "bindings.ts is stale: run `cargo xtask bindings`");
}
