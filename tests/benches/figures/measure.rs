//! Measuring: samples, percentiles, CPU time of this process, memory and syncs of another.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Samples of one thing, in milliseconds.
#[derive(Clone, Default)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// One more.
    pub fn push(&mut self, took: Duration) {
        self.0.push(took.as_secs_f64() * 1e3);
    }

    /// One more, in milliseconds.
    pub fn push_ms(&mut self, took: f64) {
        self.0.push(took);
    }

    /// The value below which a share of the samples lies; nearest rank.
    pub fn percentile(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted[rank.clamp(1, sorted.len()) - 1]
    }

    /// The middle.
    pub fn median(&self) -> f64 {
        self.percentile(0.5)
    }

    /// The value that nineteen of twenty do not exceed.
    pub fn p95(&self) -> f64 {
        self.percentile(0.95)
    }
}

impl From<&[f64]> for Samples {
    fn from(milliseconds: &[f64]) -> Self {
        Self(milliseconds.to_vec())
    }
}

/// Times `work` so many times.
pub fn time(times: usize, mut work: impl FnMut()) -> Samples {
    let mut samples = Samples::default();
    for _ in 0..times {
        let began = Instant::now();
        work();
        samples.push(began.elapsed());
    }
    samples
}

/// CPU time that all threads of this process have used, from `/proc/self/task/*/schedstat`.
pub fn cpu() -> Duration {
    let tasks = std::fs::read_dir("/proc/self/task").expect("Linux");
    let of = |task: std::fs::DirEntry| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split(' ').next()?.parse::<u64>().ok()
    };
    Duration::from_nanos(tasks.flatten().filter_map(of).sum())
}

/// CPU time that a process has used so far, ended threads included, in steps of 10 ms: `/proc/PID/stat`; none once it
/// has ended.
pub fn cpu_of(process: u32) -> Option<Duration> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, after_name) = text.rsplit_once(") ")?;
    let fields: Vec<&str> = after_name.split(' ').collect();
    let ticks: u64 = fields.get(11..13)?.iter().filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Some(Duration::from_millis(ticks * 10))
}

/// Jiffies of all processors, and of these the ones that the host gave to other machines: `/proc/stat`.
pub fn stolen() -> (u64, u64) {
    let text = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let times = text.lines().next().unwrap_or_default().split_whitespace().skip(1);
    let times: Vec<u64> = times.filter_map(|time| time.parse().ok()).collect();
    (times.iter().take(8).sum(), times.get(7).copied().unwrap_or(0))
}

/// Proportional share of memory, in MB, of one process: `Pss` of `/proc/PID/smaps_rollup`.
pub fn memory_mb(process: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kb = line.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok());
    kb.unwrap_or(f64::NAN) / 1024.0
}

/// Memory of a process at its highest so far, in MB: `VmHWM` of `/proc/PID/status`; 0 once it has ended.
pub fn memory_peak_mb(process: u32) -> f64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().split(' ').next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

/// Syncs that a command asks the disk for, counted by `strace`: of the register's write-ahead log, and of all files.
pub fn syncs(program: &Path, arguments: &[&str], input: &str) -> (usize, usize) {
    let trace = tempfile::NamedTempFile::new().expect("a place for the trace");
    let mut child = Command::new("strace")
        .args([
            "--follow-forks",
            "--quiet=all",
            "--decode-fds=path",
            "--trace=fsync,fdatasync,sync_file_range,msync",
            "--output",
        ])
        .arg(trace.path())
        .arg(program)
        .args(arguments)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("strace is installed; `cargo xtask bench` sees to it");
    std::io::Write::write_all(&mut child.stdin.take().expect("asked for"), input.as_bytes()).expect("its input");
    assert!(child.wait().expect("it ends").success(), "{} under strace", program.display());
    let text = std::fs::read_to_string(trace.path()).expect("a trace");
    let all = text.lines().filter(|line| line.contains("sync("));
    (all.clone().filter(|line| line.contains("register.db-wal")).count(), all.count())
}
