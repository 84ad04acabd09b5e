//! Work on whole registers, done by the program `loket`: importing an old register, remaking all that follows from the
//! log.

use crate::measure::memory_peak_mb;
use crate::report::Report;
use loket_desk::Desk;
use loket_desk::store::projection;
use loket_tests::places;
use loket_tests::sample::table;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Rows of the old register, and of a tenth of it: memory that is flat does not grow with them.
const ROWS: usize = 100_000;

/// Imports a CSV of 100,000 rows into a register, and a tenth of it into another.
pub fn importing(report: &mut Report, empty: &Path, key: &str, input: &str) {
    let [(_, small), (took, peak)] = [ROWS / 10, ROWS].map(|rows| import(empty, key, input, rows));
    report.at_most("import of 100,000 rows of CSV, durable", took.as_secs_f64(), 40.0, "s");
    report.at_most("memory of that import against one of 10,000 rows", peak / small, 1.2, "×");
    report.note(format!("Memory at its highest: {small:.0} MB for 10,000 rows, {peak:.0} MB for 100,000."));
}

fn import(empty: &Path, key: &str, input: &str, rows: usize) -> (Duration, f64) {
    let folder = tempfile::tempdir_in(empty.parent().expect("a parent")).expect("a folder");
    let data = folder.path().join("register");
    crate::copy_folder(empty, &data);
    let (csv, map) = (folder.path().join("lama.csv"), folder.path().join("peta.json"));
    table::write(&csv, rows, 3, "2026-11-20".parse().expect("a day")).expect("a table");
    // Without a map the program proposes one; the sample says WIB in every time, so nothing is left to ask.
    let proposed = loket(&data, key).arg("import").arg(&csv).arg("--json").output().expect("loket");
    std::fs::write(&map, &proposed.stdout).expect("a map");
    let mut command = loket(&data, key);
    command.arg("import").arg(&csv).arg("--map").arg(&map);
    done(command, input)
}

/// Remakes all tables that follow from the log, as a newer program does on opening.
pub async fn rebuilding(report: &mut Report, desk: &Desk) {
    let began = Instant::now();
    projection::rebuild(&mut *desk.store.writer.lock().await).await.expect("rebuilt");
    report.at_most("rebuild of 100,000 complaints", began.elapsed().as_secs_f64(), 60.0, "s");
}

/// The same by the command, which compares all tables before and after.
pub fn rebuilding_and_comparing(report: &mut Report, data: &Path, key: &str, input: &str) {
    let mut command = loket(data, key);
    command.arg("rebuild");
    let (took, peak) = done(command, input);
    report.note(format!(
        "`loket rebuild`, which also compares all tables before and after, took {:.0} s and {peak:.0} MB at its highest.",
        took.as_secs_f64()
    ));
}

fn loket(data: &Path, key: &str) -> Command {
    let mut command = Command::new(places::program("loket"));
    command.arg("--data").arg(data).arg("--key-file").arg(data.join(key));
    command
}

/// Runs a command to its end: how long, and its memory at its highest.
fn done(mut command: Command, input: &str) -> (Duration, f64) {
    let began = Instant::now();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("loket");
    child.stdin.take().expect("asked for").write_all(input.as_bytes()).expect("its input");
    let mut peak: f64 = 0.0;
    loop {
        peak = peak.max(memory_peak_mb(child.id()));
        if let Some(status) = child.try_wait().expect("a child") {
            assert!(status.success(), "{command:?}");
            return (began.elapsed(), peak);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
