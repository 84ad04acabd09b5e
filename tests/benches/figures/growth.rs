//! How the figures grow with the register, as a table and a chart.

use crate::register;
use crate::report::Report;
use chrono::Utc;
use loket_desk::Desk;
use loket_desk::keys::Opener;
use loket_desk::place::Place;
use loket_tests::sample::register::KEY_FILE;
use std::fmt::Write;
use std::path::Path;

/// What is measured at each size, in milliseconds.
const LINES: [(&str, &str); 3] = [
    ("search, p95", "#1d4ed8"),
    ("first page, slowest filter, median", "#b45309"),
    ("registering, CPU, p95", "#047857"),
];
/// Saves at each size.
const SAVES: usize = 60;

/// One size.
pub struct Point {
    complaints: usize,
    values: [f64; 3],
}

/// Measures one register, which is a copy.
pub async fn point(data: &Path, complaints: usize) -> Point {
    let desk = Desk::open(&Place::new(data), &Opener::File(data.join(KEY_FILE)), Utc::now()).await.expect("opened");
    let officer = desk.officers().await.expect("officers")[0].id;
    let search = register::searches(&desk, officer).await.pages;
    let page = register::slowest_page(&desk, officer).await;
    let (busy, _) = register::saves(&desk, officer, SAVES).await;
    desk.close().await.expect("closed");
    let values = [search.p95(), page, busy.p95()];
    println!("     {complaints} complaints: {values:.2?} ms");
    Point { complaints, values }
}

/// The table under the figures.
pub fn table(report: &mut Report, points: &[Point]) {
    let mut text = format!("| complaints | {} |\n|---|---|---|---|\n", LINES.map(|(what, _)| what).join(" | "));
    for Point { complaints, values } in points {
        let cells = values.map(|value| format!("{value:.2} ms"));
        let _infallible = writeln!(text, "| {complaints} | {} |", cells.join(" | "));
    }
    report.section(
        "How they grow",
        format!("![Milliseconds over complaints, both logarithmic](benchmarks.svg)\n\n{text}"),
    );
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 360.0;
const LEFT: f64 = 64.0;
const BOTTOM: f64 = 48.0;
const TOP: f64 = 84.0;

/// Both axes are logarithmic: 1,000 to 1,000,000 complaints, 0.1 to 100 milliseconds.
pub fn chart(points: &[Point]) -> String {
    let x = |n: f64| LEFT + (n.log10() - 3.0) / 3.0 * (WIDTH - LEFT - 32.0);
    let y = |ms: f64| HEIGHT - BOTTOM - (ms.clamp(0.1, 100.0).log10() + 1.0) / 3.0 * (HEIGHT - BOTTOM - TOP);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#ffffff\"/>\n"
    );
    let mut put = |text: String| svg.push_str(&(text + "\n"));
    for (n, label) in [(1e3, "1,000"), (1e4, "10,000"), (1e5, "100,000"), (1e6, "1,000,000")] {
        put(format!(
            "<line x1=\"{0:.1}\" x2=\"{0:.1}\" y1=\"{TOP}\" y2=\"{1}\" stroke=\"#e2e8f0\"/>",
            x(n),
            HEIGHT - BOTTOM
        ));
        put(format!(
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\" fill=\"#334155\">{label}</text>",
            x(n),
            HEIGHT - 26.0
        ));
    }
    for ms in [0.1, 1.0, 10.0, 100.0] {
        put(format!(
            "<line x1=\"{LEFT}\" x2=\"{1}\" y1=\"{0:.1}\" y2=\"{0:.1}\" stroke=\"#e2e8f0\"/>",
            y(ms),
            WIDTH - 32.0
        ));
        put(format!(
            "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#334155\">{ms} ms</text>",
            LEFT - 8.0,
            y(ms) + 4.0
        ));
    }
    put(format!(
        "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" fill=\"#334155\">complaints in the register</text>",
        WIDTH / 2.0,
        HEIGHT - 8.0
    ));
    for (at, (what, colour)) in LINES.into_iter().enumerate() {
        let places: Vec<String> =
            points.iter().map(|p| format!("{:.1},{:.1}", x(p.complaints as f64), y(p.values[at]))).collect();
        put(format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            places.join(" ")
        ));
        for place in &places {
            let (cx, cy) = place.split_once(',').unwrap_or_default();
            put(format!("<circle cx=\"{cx}\" cy=\"{cy}\" r=\"3.5\" fill=\"{colour}\"/>"));
        }
        let line = 22.0 + 20.0 * at as f64;
        put(format!("<rect x=\"{LEFT}\" y=\"{}\" width=\"14\" height=\"4\" fill=\"{colour}\"/>", line - 6.0));
        put(format!("<text x=\"{}\" y=\"{line}\" fill=\"#0f172a\">{what}</text>", LEFT + 22.0));
    }
    svg + "</svg>\n"
}
