//! A second process killed with SIGKILL at random moments while saving, backing up and restoring: nothing that was
//! acknowledged is lost, no number is given twice, the log verifies.

use loket_desk::keys::Opener;
use loket_desk::place::Place;
use loket_desk::snapshot::in_folder;
use loket_desk::{Desk, Notice, store, verify};
use loket_tests::chance::Chance;
use loket_tests::fault::{Delay, Remains, kill_during, loket, rounds};
use loket_tests::office::{Office, PIN, complaint};
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

async fn check(place: &Place, opener: &Opener, acknowledged: &HashMap<String, String>) -> usize {
    let desk = Desk::open(place, opener, chrono::Utc::now()).await.expect("opens after the blow");
    verify::file(&mut *desk.store.writer.lock().await).await.expect("the log verifies");
    let notices = desk.notices(chrono::Utc::now()).await.expect("notices");
    assert!(!notices.contains(&Notice::Witness), "the witness led: {notices:?}");
    let mut writer = desk.store.writer.lock().await;
    let rows: Vec<(String, String, i64)> = sqlx::query_as("SELECT number, tracking, seq FROM complaint ORDER BY seq")
        .fetch_all(&mut *writer)
        .await
        .expect("rows");
    drop(writer);
    let known: HashMap<&str, &str> = rows.iter().map(|(n, t, _)| (n.as_str(), t.as_str())).collect();
    assert_eq!(known.len(), rows.len(), "a number was given twice");
    assert!(rows.windows(2).all(|w| w[1].2 == w[0].2 + 1), "a gap in the series");
    for (number, tracking) in acknowledged {
        assert_eq!(known.get(number.as_str()), Some(&tracking.replace('-', "").as_str()), "acknowledged {number}");
    }
    desk.close().await.expect("close");
    rows.len()
}

fn said(line: &str) -> (String, String) {
    let answer: serde_json::Value = serde_json::from_str(line).expect("an answer is JSON");
    let text = |key: &str| answer[key].as_str().expect("text").to_owned();
    (text("number"), text("tracking_code"))
}

#[tokio::test]
async fn saving() {
    let office = Office::at(chrono::Utc::now()).await;
    let (place, key_file, opener) = (office.place(), office.key_file(), office.opener());
    let Office { dir, desk, .. } = office;
    desk.close().await.expect("close");
    let one = serde_json::to_string(&complaint()).expect("json");
    let input = format!("Budi Umpama, A.Md.Kep.\n{PIN}\n{}", one.repeat(40));
    let mut chance = Chance::seeded();
    let (mut acknowledged, mut cut_short) = (HashMap::new(), 0);
    for round in 0..rounds(60, 700) {
        let mut command = loket(place.root(), &["--json", "--key-file"]);
        command.arg(&key_file).args(["register", "-"]);
        let delay = match round % 4 {
            0 => Delay::AfterStart(chance.moment(Duration::from_millis(400))),
            _ => Delay::AfterFirstLine(chance.moment(Duration::from_millis(300))),
        };
        let remains = kill_during(&mut command, &input, delay);
        cut_short += u32::from(!remains.finished);
        for line in &remains.acknowledged {
            let (number, tracking) = said(line);
            assert!(acknowledged.insert(number, tracking).is_none(), "a number was told twice");
        }
        if round % 5 == 4 {
            check(&place, &opener, &acknowledged).await;
        }
    }
    let all = check(&place, &opener, &acknowledged).await;
    println!("{cut_short} processes were killed; {} of {all} complaints were acknowledged", acknowledged.len());
    assert!(cut_short > 10, "the blow must fall while it works");
    assert!(!acknowledged.is_empty());
    drop(dir);
}

#[tokio::test]
async fn backing_up() {
    let mut office = Office::at(chrono::Utc::now()).await;
    for _ in 0..30 {
        office.register(&complaint()).await;
    }
    let (place, key_file, opener) = (office.place(), office.key_file(), office.opener());
    let Office { dir, desk, .. } = office;
    desk.close().await.expect("close");
    let back_up = |delay| {
        let mut command = loket(place.root(), &["--key-file"]);
        kill_during(command.arg(&key_file).arg("backup"), "", delay)
    };
    let mut blows = Blows::within(|| back_up(Delay::AfterEnd));
    for _ in 0..rounds(20, 150) {
        blows.strike(back_up);
        assert_eq!(check(&place, &opener, &HashMap::new()).await, 30);
        let key = loket_desk::keys::KeyFile::read(&place.keys()).expect("keys");
        let secrets = loket_desk::keys::unwrap(key.register, &key.lock.expect("lock"), &opener).await.expect("secrets");
        for whole in in_folder(&place.snapshots()).expect("list") {
            let mut conn = store::open_reader(&whole.path, &secrets.data).await.expect("a listed snapshot opens");
            verify::file(&mut conn).await.expect("a listed snapshot verifies");
        }
    }
    blows.assert_fell();
    drop(dir);
}

#[tokio::test]
async fn restoring() {
    let mut office = Office::at(chrono::Utc::now()).await;
    for _ in 0..30 {
        office.register(&complaint()).await;
    }
    let (made, _) = office.desk.snapshot(office.now()).await.expect("snapshot");
    let digits = office.blocks.join("");
    let first = tempfile::tempdir().expect("dir");
    let (data, key_file) = (first.path().join("baru"), first.path().join("kunci"));
    let mut blows = Blows::within(|| restore_once(&data, &key_file, &made.path, &digits, Delay::AfterEnd));
    for _ in 0..rounds(20, 150) {
        let dir = tempfile::tempdir().expect("dir");
        let (data, key_file) = (dir.path().join("baru"), dir.path().join("kunci"));
        let run = |delay| restore_once(&data, &key_file, &made.path, &digits, delay);
        blows.strike(run);
        // Whatever the blow left, restoring again succeeds and finds everything.
        let again = run(Delay::AfterEnd);
        assert!(again.finished, "{}", again.complaints);
        assert_eq!(check(&Place::new(&data), &Opener::File(key_file), &HashMap::new()).await, 30);
    }
    blows.assert_fell();
}

/// Blows that fall anywhere within a piece of work, on a machine that is fast now and slow in a minute: work that ended
/// before its blow takes less than the delay it was given, and after a blow in time the next may fall a little later.
struct Blows {
    chance: Chance,
    span: Duration,
    struck: u32,
    fell: u32,
}

impl Blows {
    /// The first span is what the work takes when nobody disturbs it.
    fn within(work: impl Fn() -> Remains) -> Self {
        let began = Instant::now();
        let remains = work();
        assert!(remains.finished, "{}", remains.complaints);
        Self { chance: Chance::seeded(), span: began.elapsed(), struck: 0, fell: 0 }
    }

    fn strike(&mut self, work: impl Fn(Delay) -> Remains) {
        let delay = self.chance.moment(self.span);
        let remains = work(Delay::AfterStart(delay));
        self.struck += 1;
        self.fell += u32::from(!remains.finished);
        self.span = if remains.finished { delay } else { self.span + self.span / 8 };
    }

    fn assert_fell(&self) {
        println!("{} of {} processes were killed while they worked", self.fell, self.struck);
        assert!(self.fell > self.struck / 4, "the blow must fall while it works");
    }
}

fn restore_once(data: &Path, key_file: &Path, snapshot: &Path, digits: &str, delay: Delay) -> Remains {
    let mut command = loket(data, &["--key-file"]);
    command.arg(key_file).arg("restore").arg(snapshot);
    kill_during(&mut command, &format!("{digits}\n"), delay)
}
