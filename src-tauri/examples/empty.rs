//! A window with nothing in it: the yardstick for start, shutdown and memory.

use tauri::{WebviewUrl, WebviewWindowBuilder};

fn main() {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    tauri::Builder::default()
        .setup(|app| {
            let nothing = "data:text/html,<title>Jendela kosong</title>".parse()?;
            WebviewWindowBuilder::new(app, "main", WebviewUrl::External(nothing))
                .inner_size(1366.0, 768.0)
                .on_document_title_changed(|window, title| {
                    let _ = window.set_title(&title);
                })
                .build()?;
            Ok(())
        })
        .run(context)
        .expect("the system must offer a display and a web view");
}
