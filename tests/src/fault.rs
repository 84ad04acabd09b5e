//! A second process that dies without warning, as a PC does when the power goes.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::places;

/// What is left of a killed process.
#[derive(Debug)]
pub struct Remains {
    /// Whole lines it had printed. A line that was cut is no acknowledgement and is left out.
    pub acknowledged: Vec<String>,
    /// Whether it ended by itself, successfully, before the blow.
    pub finished: bool,
    /// What it had written to its error output.
    pub complaints: String,
}

/// The command line `loket` over the register in `data`.
///
/// # Panics
/// When it is not built.
pub fn loket(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(places::program("loket"));
    command.arg("--data").arg(data).args(arguments);
    command
}

/// Runs a command, feeds it `input`, and sends it SIGKILL at the given moment.
///
/// # Panics
/// When it cannot be started.
pub fn kill_during(command: &mut Command, input: &str, delay: Delay) -> Remains {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    let mut stdin = child.stdin.take().expect("its input was asked for");
    let stdout = child.stdout.take().expect("its output was asked for");
    let mut stderr = child.stderr.take().expect("its errors were asked for");

    // The input ends with the process; a pipe that breaks under it is part of the fault.
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(std::io::Write::write_all(&mut stdin, input.as_bytes())));
    let errors = std::thread::spawn(move || {
        let mut text = String::new();
        drop(stderr.read_to_string(&mut text));
        text
    });
    let (sender, lines) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut output = BufReader::new(stdout);
        let mut line = Vec::new();
        while output.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) && line.ends_with(b"\n") {
            let text = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(text).is_err() {
                break;
            }
            line.clear();
        }
    });

    let mut acknowledged = Vec::new();
    if let Delay::AfterFirstLine(_) = delay {
        // An error means that the output has ended, and the process with it.
        acknowledged.extend(lines.recv());
    }
    if let Delay::AfterStart(length) | Delay::AfterFirstLine(length) = delay {
        std::thread::sleep(length);
        let _ended_already = child.kill();
    }
    let status = child.wait().expect("a killed process can be reaped");
    reader.join().expect("the reader of its output ends with it");
    acknowledged.extend(lines);
    writer.join().expect("the writer of its input ends with it");
    let complaints = errors.join().expect("the reader of its errors ends with it");
    Remains { acknowledged, finished: status.success(), complaints }
}

/// When the blow falls.
#[derive(Clone, Copy, Debug)]
pub enum Delay {
    /// After the start: while it opens, migrates or recovers the register.
    AfterStart(Duration),
    /// After the first acknowledgement: while it works.
    AfterFirstLine(Duration),
    /// Never: for comparison with what an undisturbed run leaves.
    AfterEnd,
}

/// How often a fault is repeated: `few` in the daily test, `many` under `cargo xtask soak`.
pub fn rounds(few: u32, many: u32) -> u32 {
    if std::env::var_os("LOKET_SOAK").is_some() { many } else { few }
}

#[cfg(test)]
mod tests {
    use super::{Delay, kill_during};
    use std::process::Command;
    use std::time::Duration;

    #[test]
    fn a_line_that_was_cut_is_no_acknowledgement() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "read name; echo \"saved $name\"; printf 'saved par'; exec sleep 600"]);
        let delay = Delay::AfterFirstLine(Duration::from_millis(20));
        let remains = kill_during(&mut shell, "first\n", delay);
        assert_eq!(remains.acknowledged, ["saved first"]);
        assert!(!remains.finished);
    }

    #[test]
    fn a_process_that_ends_first_has_finished() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo one; echo two; echo trouble >&2"]);
        let remains = kill_during(&mut shell, "", Delay::AfterEnd);
        assert_eq!(remains.acknowledged, ["one", "two"]);
        assert_eq!(remains.complaints, "trouble\n");
        assert!(remains.finished);
    }
}
