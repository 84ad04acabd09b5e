//! The system's own dialogs. WebDriver ends at the page, so keys reach them through the X server.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::window::Window;

/// How long a dialog may take to come, to go, and to write its file.
const PATIENCE: Duration = Duration::from_secs(120);

/// Waits for the dialog with this title, types the path into it and presses Enter, as a person does who knows where
/// the file shall lie.
///
/// # Panics
/// When no such dialog comes, or when it stays open.
pub fn choose_path(window: &Window, title: &str, path: &Path) {
    type_path(window, title, path);
    xdotool(window, &["key", "Return"]);
    wait_gone(window, title);
}

/// As [`choose_path`], for a folder: there Enter goes into the folder, and the button at the lower right chooses it.
pub fn choose_folder(window: &Window, title: &str, folder: &Path) {
    let dialog = type_path(window, title, folder);
    // Small enough that its buttons lie on the screen; the button answers once the dialog has read the path.
    xdotool(window, &["windowsize", "--sync", &dialog, "900", "600"]);
    until_gone(window, title, || {
        xdotool(window, &["mousemove", "--window", &dialog, "850", "575", "click", "1"]);
        std::thread::sleep(Duration::from_millis(500));
    });
}

/// Chooses every file of a folder, as a person does who goes there and presses Ctrl+A.
///
/// # Panics
/// When no such dialog comes, or when it stays open.
pub fn choose_all_in(window: &Window, title: &str, folder: &Path) {
    let dialog = wait_for(window, title);
    // Small enough that its buttons lie on the screen.
    xdotool(window, &["windowsize", "--sync", &dialog, "900", "600"]);
    // On a busy machine the dialog lags behind the keys and offers the first name where the folder was typed. So the
    // whole is tried again, slower each time. A click on the first row takes the keys into the list; while the typed
    // path stands above it, its rows lie lower.
    let mut heights = ["85", "115", "145", "175"].into_iter().cycle();
    let mut pause = Duration::from_millis(400);
    until_gone(window, title, || {
        let wait = || std::thread::sleep(pause);
        type_into(window, &dialog, &folder.join(""));
        wait();
        // GTK writes the rest of the first name behind the folder; without it Enter goes into the folder.
        xdotool(window, &["key", "Delete"]);
        wait();
        xdotool(window, &["key", "Return"]);
        wait();
        let height = heights.next().unwrap_or_default();
        xdotool(window, &["mousemove", "--window", &dialog, "500", height, "click", "1"]);
        wait();
        xdotool(window, &["key", "--clearmodifiers", "ctrl+a"]);
        wait();
        xdotool(window, &["mousemove", "--window", &dialog, "850", "575", "click", "1"]);
        wait();
        pause = (pause * 3 / 2).min(Duration::from_secs(4));
    });
}

fn type_path(window: &Window, title: &str, path: &Path) -> String {
    let dialog = wait_for(window, title);
    type_into(window, &dialog, path);
    dialog
}

fn type_into(window: &Window, dialog: &str, path: &Path) {
    let path = path.to_str().expect("the path of a test is UTF-8");
    xdotool(window, &["windowfocus", "--sync", dialog]);
    // Ctrl+L opens GTK's box for a typed path; in a save dialog it selects the name that stands there.
    xdotool(window, &["key", "--clearmodifiers", "ctrl+l", "ctrl+a"]);
    xdotool(window, &["type", "--delay", "5", path]);
}

fn wait_gone(window: &Window, title: &str) {
    until_gone(window, title, || std::thread::sleep(Duration::from_millis(50)));
}

/// Does something again and again until the dialog goes.
fn until_gone(window: &Window, title: &str, mut act: impl FnMut()) {
    let began = Instant::now();
    while xdotool(window, &["search", "--onlyvisible", "--name", title]).is_some() {
        assert!(began.elapsed() < PATIENCE, "the dialog \"{title}\" stays open");
        act();
    }
}

fn wait_for(window: &Window, title: &str) -> String {
    let began = Instant::now();
    loop {
        let found = xdotool(window, &["search", "--onlyvisible", "--name", title]);
        if let Some(first) = found.as_deref().and_then(|list| list.lines().next()) {
            return first.to_owned();
        }
        assert!(began.elapsed() < PATIENCE, "no dialog \"{title}\" comes");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What `xdotool` printed, or `None` when it found nothing.
fn xdotool(window: &Window, arguments: &[&str]) -> Option<String> {
    let output = window.screen().command("xdotool").args(arguments).output().expect("xdotool is installed");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
