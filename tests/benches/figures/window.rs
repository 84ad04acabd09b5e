//! The real window beside an empty one: start, shutdown, memory, and how soon the form answers a key.

use crate::measure::{Samples, memory_mb};
use crate::report::Report;
use loket_tests::places;
use loket_tests::screen::Screen;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Interleaved pairs of starts.
const PAIRS: usize = 11;

/// How a window is started and known to stand.
struct Program {
    command: Command,
    title: &'static str,
}

/// Starts both kinds of window in turn and compares the medians.
pub fn starting(report: &mut Report, data: &Path, key: &Path) {
    let (mut start, mut stop, mut memory) =
        ([(); 2].map(|()| Samples::default()), [(); 2].map(|()| Samples::default()), [0.0; 2]);
    for pair in 0..PAIRS {
        for kind in 0..2 {
            let screen = Screen::start();
            let home = tempfile::tempdir().expect("a home");
            let mut program = if kind == 0 { empty(&screen) } else { ours(&screen, data, key) };
            program
                .command
                .env("HOME", home.path())
                .env("XDG_DATA_HOME", home.path())
                .env("XDG_CACHE_HOME", home.path());
            let began = Instant::now();
            let mut child = program.command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a window");
            let window = wait_for(&screen, program.title);
            let took = began.elapsed();
            std::thread::sleep(Duration::from_millis(700));
            memory[kind] = memory_mb(child.id());
            let began = Instant::now();
            xdotool(&screen, &["windowquit", &window]);
            wait_for_end(&mut child);
            // The first pair fills the caches of the system.
            if pair > 0 {
                start[kind].push(took);
                stop[kind].push(began.elapsed());
            }
        }
    }
    report.at_most(
        "start to the sign-in screen, against an empty window",
        start[1].median() / start[0].median(),
        1.5,
        "×",
    );
    report.at_most("clean shutdown, against an empty window", stop[1].median() / stop[0].median(), 1.5, "×");
    report.at_most("memory of our process beyond an empty window's", memory[1] - memory[0], 120.0, "MB");
    report.note(format!(
        "Start: {:.0} ms, empty {:.0} ms; shutdown: {:.0} ms, empty {:.0} ms; memory (proportional share): {:.0} MB, empty {:.0} MB.",
        start[1].median(), start[0].median(), stop[1].median(), stop[0].median(), memory[1], memory[0]
    ));
    report.note(
        "Caches: 64 MiB of pages in the writer, 64 MiB in each of at most three readers, filled as they are used."
            .to_owned(),
    );
}

fn empty(screen: &Screen) -> Program {
    Program {
        command: screen.command(places::program("examples/empty").to_str().expect("UTF-8")),
        title: "^Jendela kosong$",
    }
}

fn ours(screen: &Screen, data: &Path, key: &Path) -> Program {
    let mut command = screen.command(places::program("loket-aduan").to_str().expect("UTF-8"));
    command.env("LOKET_DATA", data).env("LOKET_KEY_FILE", key);
    Program { command, title: "^Masuk" }
}

fn wait_for(screen: &Screen, title: &str) -> String {
    let began = Instant::now();
    loop {
        if let Some(found) = xdotool(screen, &["search", "--onlyvisible", "--name", title]) {
            return found.lines().next().unwrap_or_default().to_owned();
        }
        assert!(began.elapsed() < Duration::from_secs(60), "no window \"{title}\"");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn wait_for_end(child: &mut Child) {
    while child.try_wait().expect("a child").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn xdotool(screen: &Screen, arguments: &[&str]) -> Option<String> {
    let output = screen.command("xdotool").args(arguments).output().expect("xdotool is installed");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
