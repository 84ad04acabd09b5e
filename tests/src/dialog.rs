//! The system's own dialogs. WebDriver ends at the page, so keys reach them through the X server.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::window::Window;

/// How long a dialog may take to come, to go, and to write its file.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits for the dialog with this title, types the path into it and presses Enter, as a person does who knows where
/// the file shall lie.
///
/// # Panics
/// When no such dialog comes, or when it stays open.
pub fn choose_path(window: &Window, title: &str, path: &Path) {
    let dialog = wait_for(window, title);
    let path = path.to_str().expect("the path of a test is UTF-8");
    xdotool(window, &["windowfocus", "--sync", &dialog]);
    // Ctrl+L opens GTK's box for a typed path; in a save dialog it selects the name that stands there.
    xdotool(window, &["key", "--clearmodifiers", "ctrl+l", "ctrl+a"]);
    xdotool(window, &["type", "--delay", "5", path]);
    xdotool(window, &["key", "Return"]);
    let began = Instant::now();
    while xdotool(window, &["search", "--onlyvisible", "--name", title]).is_some() {
        assert!(began.elapsed() < PATIENCE, "the dialog \"{title}\" stays open");
        std::thread::sleep(Duration::from_millis(50));
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
