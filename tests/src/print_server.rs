//! A print system of the test's own: CUPS on a socket in a folder, whose printers write into files.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use loket_desk::printing::PrintSystem;

use crate::screen::end;

/// A printer as CUPS knows it: a program that is given each job, and writes it into the file of its address; `rusak:`
/// gives every job up. Only its owner may run it, so that CUPS starts it under the same account as the test.
const WORKING: &str = "#!/bin/sh\n[ $# -eq 0 ] && exit 0\ncat \"${6:--}\" >\"${DEVICE_URI#berkas:}\"\n";
const BROKEN: &str = "#!/bin/sh\n[ $# -eq 0 ] && exit 0\nexit 1\n";
/// Description of a printer that takes PDF on A4 and F4, on both sides.
const A4_AND_F4: &str = include_str!("../fixtures/printer.ppd");
const PATIENCE: Duration = Duration::from_secs(30);

/// The running server; it ends with the value.
pub struct PrintServer {
    server: Child,
    dir: tempfile::TempDir,
}

impl PrintServer {
    /// Starts a server without printers.
    ///
    /// # Panics
    /// When CUPS is not installed or does not come up.
    #[must_use]
    pub fn start() -> Self {
        let dir = tempfile::tempdir().expect("a folder for a print server");
        lay_out(dir.path());
        let at = |name: &str| dir.path().join(name).display().to_string();
        let server = Command::new("/usr/sbin/cupsd")
            .args(["-f", "-c", &at("cupsd.conf"), "-s", &at("cups-files.conf")])
            .stdout(Stdio::null())
            .spawn()
            .expect("cupsd is installed (package cups)");
        let started = Self { server, dir };
        until("the print server answers", || started.socket().exists());
        started
    }

    /// The folder in which it listens and prints.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.dir.path()
    }

    /// Where it listens, the value of `CUPS_SERVER`.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.folder().join("cups.sock")
    }

    /// The same for the program.
    #[must_use]
    pub fn system(&self) -> PrintSystem {
        PrintSystem::at(&self.socket())
    }

    /// A printer that tells nothing of itself and writes what it prints into the file that is given back.
    #[must_use]
    pub fn printer(&self, name: &str) -> PathBuf {
        let paper = self.dir.path().join(format!("{name}.pdf"));
        self.admin("lpadmin", &["-p", name, "-E", "-v", &format!("berkas:{}", paper.display()), "-m", "raw"]);
        paper
    }

    /// A printer that says that it knows A4 and F4, and both sides.
    #[must_use]
    pub fn printer_of_a4_and_f4(&self, name: &str) -> PathBuf {
        let (paper, ppd) = (self.dir.path().join(format!("{name}.pdf")), self.dir.path().join("printer.ppd"));
        std::fs::write(&ppd, A4_AND_F4).expect("description of a printer");
        let (device, ppd) = (format!("berkas:{}", paper.display()), ppd.display().to_string());
        self.admin(
            "lpadmin",
            &["-p", name, "-E", "-v", &device, "-P", &ppd, "-D", "Printer loket depan", "-L", "Loket A"],
        );
        paper
    }

    /// A printer that gives every job up.
    pub fn broken_printer(&self, name: &str) {
        self.admin(
            "lpadmin",
            &["-p", name, "-E", "-v", "rusak:/", "-m", "raw", "-o", "printer-error-policy=abort-job"],
        );
    }

    /// Runs a program of the print system that changes something: `cupsdisable`, `cupsreject`, `lpadmin -x`.
    ///
    /// # Panics
    /// When it refuses.
    pub fn admin(&self, program: &str, arguments: &[&str]) {
        let output = Command::new(format!("/usr/sbin/{program}"))
            .env("CUPS_SERVER", self.socket())
            .args(arguments)
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error} (package cups-client)"));
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Ends the server as a PC does whose print system has crashed.
    pub fn stop(&mut self) {
        end(&mut self.server);
    }
}

impl Drop for PrintServer {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// The text of a paper once it is whole on disk.
///
/// # Panics
/// When it never comes.
#[must_use]
pub fn printed_text(paper: &Path) -> String {
    until("the paper is printed", || {
        std::fs::read(paper).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"))
    });
    let text = Command::new("pdftotext").arg(paper).arg("-").output().expect("pdftotext is installed");
    String::from_utf8_lossy(&text.stdout).into_owned()
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// Folders, settings and the two kinds of printers.
fn lay_out(dir: &Path) {
    let at = |name: &str| dir.join(name).display().to_string();
    for folder in ["root", "spool", "cache", "state", "tmp"] {
        std::fs::create_dir(dir.join(folder)).expect("folder");
    }
    let programs = dir.join("bin");
    std::fs::create_dir_all(programs.join("backend")).expect("folder");
    for part in std::fs::read_dir("/usr/lib/cups").expect("cups is installed").flatten() {
        if part.file_name() != "backend" {
            std::os::unix::fs::symlink(part.path(), programs.join(part.file_name())).expect("link");
        }
    }
    for (name, script) in [("berkas", WORKING), ("rusak", BROKEN)] {
        let backend = programs.join("backend").join(name);
        std::fs::write(&backend, script).expect("backend");
        std::fs::set_permissions(&backend, std::fs::Permissions::from_mode(0o700)).expect("permissions");
    }
    let open = "Order allow,deny\n  Allow all\n";
    let server = format!(
        "Listen {}\nDefaultAuthType None\nWebInterface No\n<Location />\n  {open}</Location>\n<Location /admin>\n  {open}</Location>\n<Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n",
        at("cups.sock")
    );
    let files = format!(
        "ServerRoot {}\nRequestRoot {}\nCacheDir {}\nStateDir {}\nTempDir {}\nErrorLog {}\nAccessLog {}\nPageLog {}\nServerBin {}\n",
        at("root"),
        at("spool"),
        at("cache"),
        at("state"),
        at("tmp"),
        at("error_log"),
        at("access_log"),
        at("page_log"),
        at("bin")
    );
    std::fs::write(dir.join("cupsd.conf"), server).expect("settings");
    std::fs::write(dir.join("cups-files.conf"), files).expect("settings");
}
