//! A window with nothing in it: the yardstick for start, shutdown and memory.

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &[u8] = b"<!doctype html><title>Jendela kosong</title>";

fn main() {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    tauri::Builder::default()
        .register_uri_scheme_protocol("kosong", |_, _| {
            Response::builder().header("Content-Type", "text/html").body(PAGE).expect("a page")
        })
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::CustomProtocol("kosong://localhost".parse()?))
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
