//! Printing through a real print system: a CUPS server of the test's own, whose printer writes into a file.

use loket_tests::places::program;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// A printer as CUPS knows it: a program that is given each job. Only its owner may run it, so that CUPS starts it under
/// the same account as the test.
const BACKEND: &str = "#!/bin/sh\n[ $# -eq 0 ] && exit 0\ncat \"${6:--}\" >\"${DEVICE_URI#berkas:}\"\n";

/// Ends the server with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ended_already = self.0.kill();
        let _reaped_already = self.0.wait();
    }
}

fn start(dir: &Path) -> Server {
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
    let backend = programs.join("backend/berkas");
    std::fs::write(&backend, BACKEND).expect("backend");
    std::fs::set_permissions(&backend, std::fs::Permissions::from_mode(0o700)).expect("permissions");
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
    let cupsd = Command::new("/usr/sbin/cupsd")
        .args(["-f", "-c", &at("cupsd.conf"), "-s", &at("cups-files.conf")])
        .spawn()
        .expect("cupsd is installed (package cups)");
    let server = Server(cupsd);
    until("the print server answers", || dir.join("cups.sock").exists());
    server
}

fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_receipt_reaches_the_printer_and_each_outcome_is_an_entry() {
    let dir = tempfile::tempdir().expect("dir");
    let _server = start(dir.path());
    let (socket, paper) = (dir.path().join("cups.sock"), dir.path().join("kertas.pdf"));
    let device = format!("berkas:{}", paper.display());
    let made = Command::new("/usr/sbin/lpadmin")
        .env("CUPS_SERVER", &socket)
        .args(["-p", "Loket", "-E", "-v", &device, "-m", "raw"])
        .output()
        .expect("lpadmin is installed (package cups-client)");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let printed = Command::new(program("printing")).arg("Loket").env("CUPS_SERVER", &socket).output().expect("starts");
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let number = String::from_utf8_lossy(&printed.stdout).trim().to_owned();
    until("the paper is printed", || {
        std::fs::read(&paper).is_ok_and(|bytes| bytes.trim_ascii_end().ends_with(b"%%EOF"))
    });
    let text = Command::new("pdftotext").arg(&paper).arg("-").output().expect("pdftotext is installed");
    let text = String::from_utf8_lossy(&text.stdout);
    assert!(text.contains(&number) && text.contains("TANDA TERIMA PENGADUAN"), "{text}");
}
