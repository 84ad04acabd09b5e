//! The window of Loket Aduan.

/// Opens the window and returns when it is closed.
///
/// # Panics
/// When the system has no display or no web view.
pub fn run() {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .run(tauri::generate_context!())
        .expect("the system must offer a display and a web view");
}
