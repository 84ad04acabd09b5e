//! The table of figures, on the screen and as `docs/benchmarks.md`.

use std::fmt::Write;

/// One figure beside its limit.
pub struct Figure {
    what: &'static str,
    limit: String,
    measured: String,
    kept: bool,
}

/// All figures of a run.
#[derive(Default)]
pub struct Report {
    figures: Vec<Figure>,
    notes: Vec<String>,
    sections: Vec<(&'static str, String)>,
}

impl Report {
    /// A value that must not exceed its limit; both in `unit`.
    pub fn at_most(&mut self, what: &'static str, value: f64, limit: f64, unit: &str) {
        let digits = if value < 10.0 { 2 } else { 0 };
        self.figure(what, format!("{limit} {unit}"), format!("{value:.digits$} {unit}"), value <= limit);
    }

    /// A value that must reach its limit.
    pub fn at_least(&mut self, what: &'static str, value: f64, limit: f64, unit: &str) {
        self.figure(what, format!("at least {limit} {unit}"), format!("{value:.1} {unit}"), value >= limit);
    }

    fn figure(&mut self, what: &'static str, limit: String, measured: String, kept: bool) {
        println!("{} {what}: {measured} (limit {limit})", if kept { "ok  " } else { "OVER" });
        self.figures.push(Figure { what, limit, measured, kept });
    }

    /// A remark under the table.
    pub fn note(&mut self, text: String) {
        println!("     {text}");
        self.notes.push(text);
    }

    /// A part of its own, under the remarks.
    pub fn section(&mut self, title: &'static str, text: String) {
        self.sections.push((title, text));
    }

    /// How many figures exceed their limit.
    pub fn over(&self) -> usize {
        self.figures.iter().filter(|figure| !figure.kept).count()
    }

    /// The page.
    pub fn page(&self, machine: &str, day: &str, complaints: i64) -> String {
        let mut page = format!(
            "# Benchmarks\n\nMeasured by `cargo xtask bench` on {day}, release build, {complaints} synthetic complaints \
             (`cargo xtask sample`), one run, on {machine}. Figures in milliseconds are of this machine; ratios compare \
             things of the same run.\n\n| what | limit | measured | |\n|---|---|---|---|\n"
        );
        for Figure { what, limit, measured, kept } in &self.figures {
            let mark = if *kept { "kept" } else { "**over**" };
            let _infallible = writeln!(page, "| {what} | {limit} | {measured} | {mark} |");
        }
        page.push('\n');
        for note in &self.notes {
            let _infallible = writeln!(page, "- {note}");
        }
        for (title, text) in &self.sections {
            let _infallible = write!(page, "\n## {title}\n\n{text}");
        }
        page
    }
}
