//! Steps with a heading each, which end at the first failure with a table of how long each took.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::places;

/// `Ok`, or one sentence that says what failed.
pub type Outcome = Result<(), String>;

/// A heading and what is done under it.
pub type Step<'a> = (&'a str, &'a dyn Fn() -> Outcome);

/// Takes the steps in order and stops at the first that fails. The table of durations is printed either way.
pub fn take(steps: &[Step]) -> Outcome {
    let mut taken: Vec<(&str, Duration)> = Vec::new();
    let mut outcome = Ok(());
    for (number, (title, act)) in steps.iter().enumerate() {
        println!("\n━━ {}/{} {title} ━━", number + 1, steps.len());
        let began = Instant::now();
        outcome = act().map_err(|error| format!("FAILED in \"{title}\": {error}"));
        taken.push((title, began.elapsed()));
        if outcome.is_err() {
            break;
        }
    }
    let width = taken.iter().map(|(title, _)| title.chars().count()).max().unwrap_or(0);
    println!();
    for (title, length) in &taken {
        println!("  {title:<width$}  {}", minutes(*length));
    }
    println!("  {:<width$}  {}", "total", minutes(taken.iter().map(|(_, length)| *length).sum()));
    outcome
}

fn minutes(length: Duration) -> String {
    format!("{:>3} min {:02} s", length.as_secs() / 60, length.as_secs() % 60)
}

/// Runs a command to its end and says which one failed.
pub fn must(command: &mut Command) -> Outcome {
    let name = shown(command);
    println!("$ {name}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}")),
        Err(error) => Err(format!("`{name}` cannot be started: {error}")),
    }
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// Cargo at the root of the repository, building into the cache.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(places::repository()).env("CARGO_TARGET_DIR", places::target());
    command
}

/// npm in the page's package, with its downloads in the cache.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(places::page()).env("npm_config_cache", places::npm_cache());
    command
}
