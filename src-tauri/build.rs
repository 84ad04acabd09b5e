//! Reads `tauri.conf.json` and the capabilities, and on Windows puts icon and manifest into the program.
fn main() {
    tauri_build::build();
}
