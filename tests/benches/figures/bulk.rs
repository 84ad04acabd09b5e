//! Work on whole registers, done by the program `loket`: importing an old register, remaking all that follows from the
//! log.

use crate::measure::{cpu, cpu_of, memory_peak_mb};
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

/// What a command took.
struct Took {
    clock: Duration,
    cpu: Duration,
    memory_mb: f64,
}

/// Imports a CSV of 100,000 rows into a register, and a tenth of it into another.
pub fn importing(report: &mut Report, empty: &Path, key: &str, input: &str) {
    let [small, all] = [ROWS / 10, ROWS].map(|rows| import(empty, key, input, rows));
    report.at_most("import of 100,000 rows of CSV, durable, processor time", all.cpu.as_secs_f64(), 40.0, "s");
    report.at_most("memory of that import against one of 10,000 rows", all.memory_mb / small.memory_mb, 1.2, "×");
    report.note(format!(
        "By the clock the import took {:.0} s. Memory at its highest: {:.0} MB for 10,000 rows, {:.0} MB for 100,000.",
        all.clock.as_secs_f64(),
        small.memory_mb,
        all.memory_mb
    ));
}

fn import(empty: &Path, key: &str, input: &str, rows: usize) -> Took {
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
    let (began, before) = (Instant::now(), cpu());
    projection::rebuild(&mut *desk.store.writer.lock().await).await.expect("rebuilt");
    let (clock, cpu) = (began.elapsed(), cpu().saturating_sub(before));
    report.at_most("rebuild of 100,000 complaints, processor time", cpu.as_secs_f64(), 60.0, "s");
    report.note(format!("By the clock the rebuild took {:.0} s.", clock.as_secs_f64()));
}

/// The same by the command, which compares all tables before and after.
pub fn rebuilding_and_comparing(report: &mut Report, data: &Path, key: &str, input: &str) {
    let mut command = loket(data, key);
    command.arg("rebuild");
    let took = done(command, input);
    report.note(format!(
        "`loket rebuild`, which also compares all tables before and after: {:.0} s of processor time, {:.0} s by the \
         clock, {:.0} MB at its highest.",
        took.cpu.as_secs_f64(),
        took.clock.as_secs_f64(),
        took.memory_mb
    ));
}

fn loket(data: &Path, key: &str) -> Command {
    let mut command = Command::new(places::program("loket"));
    command.arg("--data").arg(data).arg("--key-file").arg(data.join(key));
    command
}

/// Runs a command to its end.
fn done(mut command: Command, input: &str) -> Took {
    let began = Instant::now();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("loket");
    child.stdin.take().expect("asked for").write_all(input.as_bytes()).expect("its input");
    let mut took = Took { clock: Duration::ZERO, cpu: Duration::ZERO, memory_mb: 0.0 };
    loop {
        took.memory_mb = took.memory_mb.max(memory_peak_mb(child.id()));
        took.cpu = cpu_of(child.id()).unwrap_or(took.cpu);
        if let Some(status) = child.try_wait().expect("a child") {
            assert!(status.success(), "{command:?}");
            return Took { clock: began.elapsed(), ..took };
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
