//! What the machine must have, and how what is missing is installed: Debian and Ubuntu by `apt-get`; elsewhere the
//! names are printed.

use std::fs;
use std::process::Command;

use crate::places;
use crate::steps::{Outcome, must, npm};

/// To build the window: the web view with its headers, a C compiler, and Perl for the ciphers' own build.
const BUILD: [&str; 5] = ["build-essential", "pkg-config", "perl", "libwebkit2gtk-4.1-dev", "libdbus-1-dev"];

/// To open the window on a screen in memory, drive it, and type into the system's dialogs.
const DRIVE: [&str; 4] = ["xvfb", "dbus", "webkit2gtk-driver", "xdotool"];

/// To look into papers with programs that are not ours (`pdftotext`, `qpdf --check`), a key store to keep keys in, and a
/// print system to print on.
const TEST: [&str; 4] = ["poppler-utils", "qpdf", "gnome-keyring", "cups"];

/// To count what is written to the disk, and to draw the same page by another library.
const BENCH: [&str; 2] = ["strace", "python3-reportlab"];

/// What a command is going to do; each includes the ones before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    Build,
    Drive,
    Test,
    Bench,
}

/// Installs what is missing.
///
/// # Errors
/// When Node is missing or too old, or when packages are missing and cannot be installed here.
pub fn prepare(need: Need) -> Outcome {
    node()?;
    if cfg!(target_os = "linux") {
        packages(need)?;
    }
    page()
}

fn node() -> Outcome {
    const ADVICE: &str = "Node 20.19 or newer is needed: https://nodejs.org or your system's package `nodejs`";
    let version = Command::new("node").arg("--version").output().map_err(|_absent| ADVICE.to_owned())?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0_u32));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < (20, 19) {
        return Err(format!("{ADVICE}; here is {version}"));
    }
    println!("Node {version}");
    Ok(())
}

fn packages(need: Need) -> Outcome {
    let mut wanted = BUILD.to_vec();
    if need >= Need::Drive {
        wanted.extend(DRIVE);
    }
    if need >= Need::Test {
        wanted.extend(TEST);
    }
    if need >= Need::Bench {
        wanted.extend(BENCH);
    }
    if Command::new("dpkg-query").arg("--version").output().is_err() {
        println!("No Debian packages here. Should the build fail, install what they hold: {}", wanted.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        println!("Packages: all are here");
        return Ok(());
    }
    println!("Missing packages, being installed: {}", missing.join(" "));
    must(&mut as_root(&["apt-get", "update", "-q"]))?;
    let install =
        ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", "--no-install-recommends"];
    must(&mut as_root(&[&install[..], &missing].concat()))
        .map_err(|error| format!("{error}\nInstall them yourself: apt-get install {}", missing.join(" ")))
}

fn is_installed(package: &str) -> bool {
    let query = Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).output();
    query.is_ok_and(|output| output.stdout == b"installed")
}

/// A command with the rights of root: directly in a container, else through sudo, which asks for the password.
fn as_root(words: &[&str]) -> Command {
    let user = Command::new("id").arg("-u").output().map(|output| output.stdout).unwrap_or_default();
    let words: Vec<&str> = if user.trim_ascii() == b"0" { words.to_vec() } else { [&["sudo"], words].concat() };
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

/// `npm ci`, unless npm has filled the folder after the lock file was last written.
fn page() -> Outcome {
    let written = |path: &str| fs::metadata(places::page().join(path)).and_then(|file| file.modified());
    let lock = written("package-lock.json").map_err(|error| format!("package-lock.json: {error}"))?;
    if written("node_modules/.package-lock.json").is_ok_and(|filled| filled >= lock) {
        println!("node_modules: up to date");
        return Ok(());
    }
    must(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}
