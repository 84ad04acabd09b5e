//! The receipt as PDF and as picture, beside ReportLab.

use crate::measure::{Samples, time};
use crate::report::Report;
use chrono::Utc;
use criterion::Criterion;
use loket_desk::{Act, Desk, paper};
use loket_domain::paper::ReceiptForm;
use loket_tests::places;
use std::hint::black_box;
use std::process::Command;
use uuid::Uuid;

/// Draws the receipt of a complaint again and again.
pub async fn receipt(report: &mut Report, criterion: &mut Criterion, desk: &Desk, id: Uuid, officer: Uuid) {
    let drawn = desk.draw_receipt(id, ReceiptForm::TwoUp, Act::new(officer, Utc::now())).await.expect("a receipt");
    let draw = || paper::receipt(black_box(&drawn.receipt), ReceiptForm::TwoUp).expect("drawn");
    let pdf = time(200, || drop(draw()));
    criterion.bench_function("receipt PDF", |b| b.iter(draw));
    report.at_most("receipt PDF, one page, median", pdf.median(), 5.0, "ms");
    report.at_most("receipt PDF, size", drawn.pdf.len() as f64 / 1000.0, 60.0, "kB");
    let reportlab = reportlab();
    report.at_least("receipt PDF, times faster than ReportLab", reportlab.median() / pdf.median(), 5.0, "×");
    report.note(format!("ReportLab took {:.1} ms for a page of the same texts at the median.", reportlab.median()));
    let picture = time(50, || drop(paper::pages_png(&drawn.pdf, 96.0, 1).expect("a picture")));
    criterion.bench_function("receipt picture", |b| b.iter(|| paper::pages_png(black_box(&drawn.pdf), 96.0, 1)));
    report.at_most("page picture for the preview, drawn, median", picture.median(), 50.0, "ms");
}

/// The same page by ReportLab, timed by itself: one line of milliseconds for each page.
fn reportlab() -> Samples {
    let script = places::repository().join("tests/benches/figures/receipt.py");
    let output = Command::new("/usr/bin/python3").arg(script).output().expect("python3 is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut samples = Samples::default();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        samples.push(std::time::Duration::from_secs_f64(line.parse::<f64>().expect("milliseconds") / 1e3));
    }
    samples
}
