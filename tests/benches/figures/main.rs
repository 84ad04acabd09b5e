//! `cargo xtask bench`: the figures of `docs/benchmarks.md`, over a register of synthetic complaints.

mod bulk;
mod form;
mod growth;
mod measure;
mod papers;
mod register;
mod report;
mod window;

use chrono::Utc;
use criterion::Criterion;
use loket_desk::Desk;
use loket_desk::keys::Opener;
use loket_desk::place::Place;
use loket_desk::store::complaints::{self, Filter};
use loket_tests::places;
use loket_tests::sample::register::{KEY_FILE, PIN};
use report::Report;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The register over which the figures stand.
const COMPLAINTS: usize = 100_000;

/// A run over the registers in the folder that `LOKET_BENCH` names, each called by its number of complaints; it works on
/// copies.
fn main() -> ExitCode {
    let Some(samples) = std::env::var_os("LOKET_BENCH").map(PathBuf::from) else {
        eprintln!("LOKET_BENCH names no registers; use cargo xtask bench");
        return ExitCode::FAILURE;
    };
    let copies = tempfile::tempdir_in(&samples).expect("a folder");
    let copy = |complaints: usize, name: &str| {
        let data = copies.path().join(name);
        copy_folder(&samples.join(complaints.to_string()), &data);
        data
    };
    let mut report = Report::default();
    let before = measure::stolen();
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    let data = copy(COMPLAINTS, "figures");
    let (complaints, officer) = runtime.block_on(over_a_desk(&mut report, &data));
    let input = format!("{officer}\n{PIN}\n");
    register::registering_syncs(&mut report, &data, &data.join(KEY_FILE), &input);
    bulk::rebuilding_and_comparing(&mut report, &data, KEY_FILE, &input);
    bulk::importing(&mut report, &copy(SIZES[0], "import"), KEY_FILE, &input);
    window::starting(&mut report, &data, &data.join(KEY_FILE));
    form::typing(&mut report);
    let sizes = SIZES.into_iter().filter(|size| samples.join(size.to_string()).is_dir());
    let points: Vec<_> =
        sizes.map(|size| runtime.block_on(growth::point(&copy(size, &size.to_string()), size))).collect();
    growth::table(&mut report, &points);
    let docs = places::repository().join("docs");
    let (all, stolen) = measure::stolen();
    let share = 100.0 * (stolen - before.1) as f64 / (all - before.0).max(1) as f64;
    report.note(format!(
        "The host gave {share:.0} % of the processors' time to other machines during this run: long work is therefore \
         judged by processor time, which leaves that out, and short work by medians."
    ));
    let page = report.page(&machine(), &Utc::now().format("%Y-%m-%d").to_string(), complaints);
    std::fs::write(docs.join("benchmarks.md"), page).expect("docs/benchmarks.md");
    std::fs::write(docs.join("benchmarks.svg"), growth::chart(&points)).expect("docs/benchmarks.svg");
    if report.over() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Registers whose growth is drawn; the largest is made only on request.
const SIZES: [usize; 4] = [1_000, 10_000, COMPLAINTS, 1_000_000];

/// All that is measured inside this process. Gives the number of complaints and the name of an officer.
async fn over_a_desk(report: &mut Report, data: &Path) -> (i64, String) {
    let desk = Desk::open(&Place::new(data), &Opener::File(data.join(KEY_FILE)), Utc::now()).await.expect("opened");
    let officer = desk.officers().await.expect("officers")[0].clone();
    let mut conn = desk.reader().await.expect("reader");
    let all = complaints::all(&mut conn).await.expect("count");
    let newest = Filter { descending: true, ..Filter::default() };
    drop(conn);
    let rows = desk.list(&newest, None, officer.id).await.expect("rows").rows;
    register::searching(report, &desk, officer.id).await;
    register::filtering(report, &desk, officer.id).await;
    register::registering(report, &desk, officer.id).await;
    let mut criterion = Criterion::default().without_plots();
    papers::receipt(report, &mut criterion, &desk, rows[0].complaint_id, officer.id).await;
    bulk::rebuilding(report, &desk).await;
    desk.close().await.expect("closed");
    (all, officer.matter.name)
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for file in std::fs::read_dir(from).expect("the sample").flatten() {
        if file.file_type().is_ok_and(|kind| kind.is_file()) {
            let copy = to.join(file.file_name());
            std::fs::copy(file.path(), &copy).expect("copied");
            // What is measured does not wait for the disk to take the copy.
            std::fs::File::open(copy).and_then(|copy| copy.sync_all()).expect("on the disk");
        }
    }
}

/// What this machine is, in a line.
fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let kb = memory.lines().next().and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0);
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!("{} ({cores} cores, {} GB)", model.unwrap_or("an unnamed processor"), kb >> 20)
}
