//! The project's own commands, the one list of them:
//!
//! | command | what it does |
//! |---|---|
//! | `cargo xtask run` | opens the program; without a screen registers a sample complaint in a window nobody sees |
//! | `cargo xtask test` | every check that a change must pass; `.ci/run` calls it |
//! | `cargo xtask soak` | the Rust tests with the long counts (a thousand kills and the like) |
//! | `cargo xtask dev` | the window over Vite's server, so that a change of the page shows at once |
//! | `cargo xtask bindings` | writes the types of the page anew from the commands of the window |
//! | `cargo xtask sample` | makes a register of invented complaints, for measuring and demonstrating |
//! | `cargo xtask bench` | measures over 100,000 invented complaints and writes `docs/benchmarks.md`; `--large` goes to 1,000,000 |
//!
//! Each first looks at what the machine lacks, says so and installs it. Needed beforehand: Rust (rustup) and Node.

mod commands;
mod machine;
mod places;
mod steps;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask run | test | soak | dev | bindings | sample | bench";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.filter(|argument| argument != "--").collect();
    let outcome = match command.as_str() {
        "run" => commands::run(&rest),
        "test" => commands::test(),
        "soak" => commands::soak(),
        "dev" => commands::dev(),
        "bindings" => commands::bindings(),
        "bench" => commands::bench(&rest),
        "sample" => commands::sample(&rest),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error}");
            ExitCode::FAILURE
        }
    }
}
