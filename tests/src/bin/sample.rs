//! `cargo xtask sample --complaints N --seed S --data DIR [--until YYYY-MM-DD]`: a register of invented complaints; with
//! `--csv FILE` instead of `--data` the table of an old register, to be imported.

use chrono::NaiveDate;
use loket_tests::sample::register::{self, KEY_FILE, PIN};
use loket_tests::sample::table;
use std::cell::Cell;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

const USAGE: &str = "usage: cargo xtask sample --complaints N --seed S (--data DIR | --csv FILE) [--until YYYY-MM-DD]";

enum To {
    Register(PathBuf),
    Table(PathBuf),
}

struct Wanted {
    complaints: usize,
    seed: u64,
    to: To,
    until: NaiveDate,
}

fn wanted() -> Option<Wanted> {
    let (mut complaints, mut seed, mut to, mut until) = (None, None, None, "2026-11-20".parse().ok());
    let mut words = std::env::args().skip(1);
    while let (Some(name), Some(value)) = (words.next(), words.next()) {
        match name.as_str() {
            "--complaints" => complaints = value.parse().ok(),
            "--seed" => seed = value.parse().ok(),
            "--data" => to = Some(To::Register(PathBuf::from(value))),
            "--csv" => to = Some(To::Table(PathBuf::from(value))),
            "--until" => until = value.parse().ok(),
            _ => return None,
        }
    }
    Some(Wanted { complaints: complaints?, seed: seed?, to: to?, until: until? })
}

#[tokio::main]
async fn main() -> ExitCode {
    let Some(wanted) = wanted() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let data = match &wanted.to {
        To::Register(data) => data,
        To::Table(file) => {
            return match table::write(file, wanted.complaints, wanted.seed, wanted.until) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("{error}");
                    ExitCode::FAILURE
                }
            };
        }
    };
    let (began, done) = (Instant::now(), Cell::new(0));
    let told = |more: usize| {
        done.set(done.get() + more);
        eprint!("\r{} of {} complaints", done.get(), wanted.complaints);
    };
    match register::make(data, wanted.complaints, wanted.seed, wanted.until, told).await {
        Ok(made) => {
            let key = data.join(KEY_FILE);
            println!(
                "\n{} complaints, {} entries in {:.1} s: {}\nkey file {}, PIN of all officers {PIN}",
                made.complaints,
                made.entries,
                began.elapsed().as_secs_f64(),
                data.display(),
                key.display()
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}
