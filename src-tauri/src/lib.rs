//! The window of Loket Aduan: a thin shell over `loket-desk`. Commands convert, call, convert; no rule and no SQL
//! stands here.

mod attachment;
mod commands;
mod dto;
mod error;
mod form;
mod host;
mod importing;
mod opening;
mod prints;
mod scanning;
mod state;
mod suggestions;
mod taking;
mod technical_log;
mod view;

pub use host::{Ask, Host};
pub use state::Shell;

use host::Desktop;
use loket_desk::place::Place;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tauri::{AppHandle, DragDropEvent, Manager, RunEvent, Runtime, WebviewWindowBuilder, WindowEvent};
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// A copy is made after so long a pause.
const PAUSE: Duration = Duration::from_secs(15 * 60);
/// How often the pause is looked at.
const LOOK: Duration = Duration::from_secs(60);
/// Longest time that leaving waits for its copy, e.g. on a slow USB disk.
const LEAVING: Duration = Duration::from_secs(30);

/// Every command of the contract, with the types that cross.
#[must_use]
pub fn commands<R: Runtime>() -> Builder<R> {
    use commands::*;
    Builder::<R>::new()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .typ::<error::CommandError>()
        .commands(collect_commands![
            start::app_state,
            start::open_with_password,
            start::open_with_recovery_key,
            start::sign_in,
            start::reset_pin,
            start::lock,
            start::quit,
            start::enter_practice,
            start::leave_practice,
            start::stories,
            start::save_preferences,
            setup::service_preset,
            setup::preview_number,
            setup::save_setup_draft,
            setup::create_office,
            setup::recovery_sheet,
            setup::print_recovery_sheet,
            setup::save_recovery_sheet,
            setup::confirm_recovery,
            setup::renew_recovery,
            setup::pick_folder,
            setup::pick_logo,
            setup::search_regions,
            drafts::drafts,
            drafts::new_draft,
            drafts::save_draft,
            drafts::delete_draft,
            drafts::check_form,
            drafts::services,
            drafts::officers,
            drafts::suggestions,
            files::attach_from_dialog,
            files::attach_dropped,
            files::attach_bytes,
            files::detach,
            files::taking,
            files::cancel_taking,
            files::dismiss_taking,
            scans::choose_scan_folder,
            scans::look_into_scan_folder,
            scans::take_scans,
            receipt::register,
            receipt::receipt_preview,
            printing::printers,
            printing::print_progress,
            printing::cancel_print,
            receipt::print_receipt,
            receipt::save_receipt,
            receipt::record_signed,
            receipt::record_handed_over,
            together::similar,
            together::choose_similar,
            together::merge,
            together::separate,
            together::unlink,
            register::list,
            register::count,
            complaints::detail,
            complaints::open_identity,
            complaints::correction_form,
            complaints::correct,
            complaints::void,
            complaints::unvoid,
            complaints::step,
            files::attachment_picture,
            files::save_attachment,
            register::list_preview,
            register::print_list,
            register::save_list,
            book::book_preview,
            book::print_book,
            book::save_book,
            forms::open_numbers,
            forms::drop_number,
            forms::confirm_number,
            forms::print_blanks,
            forms::save_blanks,
            forms::form_preview,
            forms::print_form,
            forms::save_form,
            copies::status,
            copies::copy_now,
            copies::set_second_place,
            copies::snapshots_in,
            copies::restore,
            copies::resume_numbers,
            settings::settings,
            settings::save_office,
            settings::save_services,
            settings::save_officer,
            settings::add_holiday,
            import::choose_import,
            import::preview_import,
            import::run_import,
            import::import_progress,
            import::cancel_import,
            import::undo_import,
            import::imports,
            log::access_log,
            log::access_log_preview,
            log::print_access_log,
            log::save_access_log,
            log::check_log,
            log::save_bundle,
            help::help_preview,
            help::print_help,
            help::save_help,
        ])
}

/// Opens the window and returns when it is closed.
///
/// # Panics
/// When the system has no display, no web view, or no folder for the user's data.
pub fn run() {
    let place = data_place().expect("the system must name a folder for the user's data");
    let key_file = std::env::var_os("LOKET_KEY_FILE").map(PathBuf::from);
    let commands = commands::<tauri::Wry>();
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands.invoke_handler())
        .setup(move |app| {
            let shell = Arc::new(Shell::new(place, key_file, Arc::new(Desktop::new(app.handle().clone()))));
            app.manage(shell.clone());
            tauri::async_runtime::spawn(copy_in_pauses(shell));
            // The system's title bar and task list say what the page's title says.
            for window in &app.config().app.windows {
                WebviewWindowBuilder::from_config(app.handle(), window)?
                    .on_document_title_changed(|window, title| {
                        let _ = window.set_title(&title);
                    })
                    .build()?;
            }
            Ok(())
        })
        .build(tauri::generate_context!())
        .expect("the system must offer a display and a web view")
        .run(|app, event| match event {
            RunEvent::WindowEvent { event: WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }), .. } => {
                app.state::<Arc<Shell>>().drop_files(paths);
            }
            event => leave(app, event),
        });
}

/// `--data DIR`, else `LOKET_DATA`, else the user's folder.
fn data_place() -> Option<Place> {
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--data" {
            return arguments.next().map(|dir| Place::new(PathBuf::from(dir)));
        }
    }
    std::env::var_os("LOKET_DATA").map(|dir| Place::new(PathBuf::from(dir))).or_else(Place::default_for_user)
}

/// A second start brings the first window to the front.
fn show<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

async fn copy_in_pauses(shell: Arc<Shell>) {
    loop {
        tokio::time::sleep(LOOK).await;
        if shell.idle_for(PAUSE) {
            shell.copy_if_new().await;
        }
    }
}

/// Closing the window copies what is new first; the window goes at once, the program when the copy is made.
fn leave<R: Runtime>(app: &AppHandle<R>, event: RunEvent) {
    let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, label, .. } = event else { return };
    api.prevent_close();
    if let Some(window) = app.get_webview_window(&label) {
        let _ = window.hide();
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let shell = app.state::<Arc<Shell>>().inner().clone();
        let _ = tokio::time::timeout(LEAVING, shell.leave()).await;
        app.exit(0);
    });
}
