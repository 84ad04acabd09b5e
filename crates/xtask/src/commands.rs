//! The commands. All builds select the whole workspace, so that every step has the same features and none builds a
//! dependency a second time.

use std::env;
use std::net::{Ipv4Addr, Ipv6Addr, TcpStream};
use std::process::Command;
use std::time::Duration;

use crate::machine::{Need, prepare};
use crate::places;
use crate::steps::{Outcome, cargo, must, npm, take};

/// Where Vite serves the page: the port of `ui/vite.config.ts` and of `devUrl` in `src-tauri/tauri.conf.json`.
const VITE_PORT: u16 = 1420;

/// Opens the program; without a screen, opens it on one in memory and registers a sample complaint.
pub fn run(arguments: &[String]) -> Outcome {
    let screen = !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY");
    prepare(if screen { Need::Build } else { Need::Drive })?;
    build_page()?;
    if screen {
        must(&mut cargo(&["build", "--package", "loket-aduan"]))?;
        return must(Command::new(places::program("loket-aduan")).args(arguments));
    }
    println!("No screen here: the window opens on one in memory.");
    must(&mut cargo(&["build", "--workspace", "--bins"]))?;
    must(&mut Command::new(places::program("demo")))
}

fn is_set(name: &str) -> bool {
    env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// Every check. What fails soonest comes first; the page comes before the window that embeds it.
pub fn test() -> Outcome {
    take(&[
        ("machine", &|| prepare(Need::Test)),
        ("rustfmt", &|| must(&mut cargo(&["fmt", "--all", "--check"]))),
        ("svelte-check", &|| must(&mut npm(&["run", "check"]))),
        ("vitest", &|| must(&mut npm(&["test"]))),
        ("vite build", &build_page),
        ("clippy", &|| must(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))),
        ("build", &build_all),
        ("rust tests, with the real window", &|| must(&mut cargo(&["test", "--workspace"]))),
        ("rustdoc", &|| must(cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny warnings"))),
    ])?;
    println!("\nAll checks passed.");
    Ok(())
}

/// The Rust tests with the long counts.
pub fn soak() -> Outcome {
    take(&[
        ("machine", &|| prepare(Need::Test)),
        ("vite build", &build_page),
        ("build", &build_all),
        ("rust tests, long counts", &|| must(cargo(&["test", "--workspace"]).env("LOKET_SOAK", "1"))),
    ])
}

/// The window over Vite's server; ends when the window is closed.
pub fn dev() -> Outcome {
    prepare(Need::Build)?;
    let mut vite = npm(&["run", "dev"]).spawn().map_err(|error| format!("npm run dev: {error}"))?;
    let mut window = || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, VITE_PORT)).is_err()
            && TcpStream::connect((Ipv6Addr::LOCALHOST, VITE_PORT)).is_err()
        {
            if let Ok(Some(status)) = vite.try_wait() {
                return Err(format!("Vite ended with {status}"));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        must(&mut cargo(&["run", "--package", "loket-aduan", "--no-default-features"]))
    };
    let outcome = window();
    let _ended_already = vite.kill();
    let _reaped_already = vite.wait();
    outcome
}

/// Writes `ui/src/backend/bindings.ts`. The same test, without the variable, fails when that file is stale.
pub fn bindings() -> Outcome {
    prepare(Need::Build)?;
    build_page()?;
    must(cargo(&["test", "--workspace", "--test", "bindings"]).env("LOKET_WRITE_BINDINGS", "1"))
}

/// Makes a register of invented complaints; built for release, since it signs hundreds of thousands of entries.
pub fn sample(arguments: &[String]) -> Outcome {
    must(&mut cargo(&["build", "--release", "--package", "loket-tests", "--bin", "sample"]))?;
    must(Command::new(places::release_program("sample")).args(arguments))
}

/// Complaints of the registers that are measured; the largest only with `--large`, since it takes long to make.
const MEASURED: [&str; 3] = ["1000", "10000", "100000"];
const LARGE: &str = "1000000";

/// The figures of `docs/benchmarks.md`, over registers of invented complaints that are kept for the next run.
pub fn bench(arguments: &[String]) -> Outcome {
    prepare(Need::Bench)?;
    build_page()?;
    must(&mut cargo(&["build", "--release", "--workspace", "--bins", "--examples", "--bench", "figures"]))?;
    let large = arguments.iter().any(|argument| argument == "--large");
    for complaints in MEASURED.into_iter().chain(large.then_some(LARGE)) {
        let made = places::samples().join(complaints);
        if !made.is_dir() {
            let half = made.with_extension("half");
            if half.is_dir() {
                std::fs::remove_dir_all(&half).map_err(|error| format!("{}: {error}", half.display()))?;
            }
            let words = ["--complaints", complaints, "--seed", "20261122", "--data"];
            must(Command::new(places::release_program("sample")).args(words).arg(&half))?;
            std::fs::rename(&half, &made).map_err(|error| format!("{}: {error}", made.display()))?;
        }
    }
    must(cargo(&["bench", "--workspace", "--bench", "figures"]).env("LOKET_BENCH", places::samples()))
}

fn build_page() -> Outcome {
    must(&mut npm(&["run", "build"]))
}

/// All programs and tests: the tests across crates start programs that Cargo would not build for them.
fn build_all() -> Outcome {
    must(&mut cargo(&["build", "--workspace", "--all-targets"]))
}
