//! Registering, searching, filtering: over the real encrypted register.

use crate::measure::{Samples, cpu, syncs};
use crate::report::Report;
use chrono::{TimeDelta, Utc};
use loket_desk::drafts::DraftInput;
use loket_desk::store::complaints::{self, Filter, Sort};
use loket_desk::{Act, Desk};
use loket_domain::vocabulary::State;
use loket_tests::office::complaint;
use loket_tests::places;
use std::path::Path;
use std::time::{Duration, Instant};
use uuid::Uuid;

/// What FTS5 alone takes for the fifty newest entries of its index.
const BARE: &str = "SELECT rowid FROM text_open WHERE text_open MATCH ? ORDER BY rowid DESC LIMIT 50";
/// Rounds of the same queries, after one for the caches.
const ROUNDS: usize = 5;
/// Times that the first page of each filter is asked for.
const PAGES: usize = 20;
/// Saves that are measured.
const SAVES: usize = 200;

/// CPU time and waiting time of saves, each with the form of a draft behind it, at a counter that is never idle.
pub async fn saves(desk: &Desk, officer: Uuid, times: usize) -> (Samples, Samples) {
    let (mut busy, mut waits) = (Samples::default(), Samples::default());
    let mut now = Utc::now();
    for at in 0..times {
        now += TimeDelta::seconds(1);
        let draft = Uuid::now_v7();
        let form = DraftInput { form: "{}", title: "", has_description: false };
        desk.new_draft(officer, draft, form, now).await.expect("a draft");
        settle().await;
        let mut typed = complaint();
        typed.description = format!("{} Kali ke-{at}.", typed.description);
        let (before, began) = (cpu(), Instant::now());
        desk.register(&typed, Some(draft), Act::new(officer, now)).await.expect("registered");
        waits.push(began.elapsed());
        busy.push(cpu().saturating_sub(before));
        desk.tidy().await.expect("tidied");
    }
    (busy, waits)
}

/// CPU time of a save beyond the bare durable commit.
pub async fn registering(report: &mut Report, desk: &Desk, officer: Uuid) {
    let (busy, waits) = saves(desk, officer, SAVES).await;
    report.at_most("registering, CPU, p95", busy.p95(), 3.0, "ms");
    report.note(format!(
        "Registering took {:.1} ms of time at the median and {:.1} at p95, the durable commit included; index and log \
         were tidied between the saves.",
        waits.median(),
        waits.p95()
    ));
}

/// Waits until threads of the last act have ended: their time is not the next one's. The host may hold all of them for
/// a while, so quiet counts only after a while too.
async fn settle() {
    let (mut last, mut quiet) = (cpu(), 0);
    while quiet < 6 {
        tokio::time::sleep(Duration::from_millis(4)).await;
        let now = cpu();
        quiet = if now.saturating_sub(last) < Duration::from_micros(300) { quiet + 1 } else { 0 };
        last = now;
    }
}

/// Syncs of one registration: those of twenty less those of ten, by ten. Another program registers them.
pub fn registering_syncs(report: &mut Report, data: &Path, key: &Path, input: &str) {
    let one = serde_json::to_string(&complaint()).expect("JSON");
    let count = |many: usize| {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), one.repeat(many)).expect("written");
        let (data, key) = (data.to_str().expect("UTF-8"), key.to_str().expect("UTF-8"));
        let arguments = ["--data", data, "--key-file", key, "register", file.path().to_str().expect("UTF-8")];
        syncs(&places::program("loket"), &arguments, input)
    };
    let ((many_log, many), (few_log, few)) = (count(20), count(10));
    let each = |many: usize, few: usize| (many as f64 - few as f64) / 10.0;
    report.at_most("registering, durable commits (syncs of the write-ahead log)", each(many_log, few_log), 1.0, "");
    report.note(format!(
        "With the head witness, which follows the answer, a save asks for {:.1} syncs.",
        each(many, few)
    ));
}

/// What people type: numbers, codes, names, telephones, words, beginnings, stems, several words, nothing that is there.
pub async fn queries(desk: &Desk, officer: Uuid) -> Vec<String> {
    let mut queries = Vec::new();
    let filter = Filter { sort: Sort::Received, descending: true, ..Filter::default() };
    let mut cursor = None;
    for _ in 0..4 {
        let page = desk.list(&filter, cursor.as_deref(), officer).await.expect("a page");
        for row in page.rows.iter().step_by(5) {
            let words: Vec<&str> = row.subject.split(' ').filter(|word| word.len() > 3).collect();
            queries.push(row.number.clone());
            queries.push(row.number.split('/').next().unwrap_or_default().to_owned());
            queries.extend(words.first().map(|word| (*word).to_owned()));
            queries.extend(words.last().map(|word| word.chars().take(4).collect()));
            queries.push(words.iter().take(3).copied().collect::<Vec<_>>().join(" "));
            queries.extend(row.person.split(' ').next().filter(|name| !name.is_empty()).map(str::to_owned));
        }
        cursor = page.next;
    }
    let fixed = [
        "pengaduan",
        "diadukan",
        "pelayanan lambat",
        "antrean",
        "ktp",
        "puskesmas",
        "0899",
        "jl",
        "petugas",
        "tidakadayangsama",
    ];
    queries.extend(fixed.map(str::to_owned));
    queries.into_iter().cycle().take(200).collect()
}

/// What searching took.
pub struct Searches {
    /// First page of 50.
    pub pages: Samples,
    /// The bare full-text query of the same words.
    pub bare: Samples,
    /// How many there are, which the screen asks for after the page.
    pub counts: Samples,
    /// First pages of the first round, when the pages of the register are read and deciphered.
    pub first: Samples,
}

/// Search as you type: each query once for the caches, then in [`ROUNDS`] rounds, of which its median counts.
pub async fn searches(desk: &Desk, officer: Uuid) -> Searches {
    let mut conn = desk.reader().await.expect("reader");
    let mut all = Searches {
        pages: Samples::default(),
        bare: Samples::default(),
        counts: Samples::default(),
        first: Samples::default(),
    };
    for text in &queries(desk, officer).await {
        let filter = Filter { text: text.clone(), sort: Sort::Received, descending: true, ..Filter::default() };
        let mut rounds = [(); 3].map(|()| Samples::default());
        for round in 0..=ROUNDS {
            let began = Instant::now();
            desk.list(&filter, None, officer).await.expect("a page");
            let page = began.elapsed();
            let words = complaints::match_expression(text).expect("words");
            sqlx::query(BARE).bind(words).fetch_all(&mut *conn).await.expect("rows");
            let bare = began.elapsed() - page;
            desk.count(&filter, officer).await.expect("a count");
            let count = began.elapsed() - page - bare;
            if round == 0 {
                all.first.push(page);
            } else {
                rounds.iter_mut().zip([page, bare, count]).for_each(|(samples, took)| samples.push(took));
            }
        }
        let [page, bare, count] = rounds.map(|samples| samples.median());
        told_if_slow(page, text);
        all.pages.push_ms(page);
        all.bare.push_ms(bare);
        all.counts.push_ms(count);
    }
    all
}

/// With `LOKET_SLOW` set, names what took longer than a page may.
fn told_if_slow(took_ms: f64, what: &str) {
    if took_ms > 10.0 && std::env::var_os("LOKET_SLOW").is_some() {
        println!("     {took_ms:.1} ms for {what}");
    }
}

/// Search against its limits.
pub async fn searching(report: &mut Report, desk: &Desk, officer: Uuid) {
    let Searches { pages, bare, counts, first } = searches(desk, officer).await;
    report.at_most("search, 200 queries, 50 newest, p95", pages.p95(), 10.0, "ms");
    report.at_most("search, p95, against the bare FTS5 query", pages.p95() / bare.p95(), 1.5, "×");
    report.note(format!(
        "Search: median {:.2} ms; bare query median {:.2}, p95 {:.2} ms. The bare query gives 50 row ids; ours gives 50 \
         whole rows and looks into confidential words for those with the right. The count to 1,000, which the screen \
         asks for after the page: median {:.2}, p95 {:.2} ms. Each query counts with the median of {ROUNDS} rounds; \
         asked for the first time, when its pages are read and deciphered: median {:.2}, p95 {:.2} ms.",
        pages.median(),
        bare.median(),
        bare.p95(),
        counts.median(),
        counts.p95(),
        first.median(),
        first.p95(),
    ));
}

/// The slowest of all kinds of filter, by the median of its first page, in milliseconds.
pub async fn slowest_page(desk: &Desk, officer: Uuid) -> f64 {
    let base = Filter { sort: Sort::Received, descending: true, ..Filter::default() };
    let services = desk.services().await.expect("services");
    let mut filters = vec![base.clone()];
    for sort in [Sort::Received, Sort::Deadline, Sort::Number] {
        filters.extend([false, true].map(|descending| Filter { sort, descending, ..base.clone() }));
    }
    filters.extend(["KT", "SR", "TL", "SP"].map(|code| Filter { channel: Some(code.to_owned()), ..base.clone() }));
    filters.extend(State::ALL.iter().map(|state| Filter { state: Some(state.code().to_owned()), ..base.clone() }));
    filters.extend(services.iter().map(|s| Filter { service: Some(s.id), ..base.clone() }));
    filters.push(Filter { officer: Some(officer), ..base.clone() });
    filters.push(Filter { from: Some("2024-03-01".to_owned()), to: Some("2024-03-31".to_owned()), ..base.clone() });
    let mut worst: f64 = 0.0;
    for filter in &filters {
        let mut samples = Samples::default();
        for _ in 0..PAGES {
            let began = Instant::now();
            desk.list(filter, None, officer).await.expect("a page");
            samples.push(began.elapsed());
        }
        told_if_slow(samples.median(), &format!("{filter:?}"));
        worst = worst.max(samples.median());
    }
    worst
}

/// The first page of every kind of filter.
pub async fn filtering(report: &mut Report, desk: &Desk, officer: Uuid) {
    let worst = slowest_page(desk, officer).await;
    report.at_most("first page of any filter, the slowest of all at its median", worst, 10.0, "ms");
}
