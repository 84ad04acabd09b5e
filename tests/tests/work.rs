//! The work of a save and of a look does not grow with the register: counted in steps of SQLite's machine, not in time.

use loket_desk::store::complaints::{self, Filter};
use loket_tests::office::{Office, complaint};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Steps between two counts.
const STRIDE: i32 = 10;

/// Counts the steps of SQLite on the connection that writes, until `stop`.
async fn count(office: &Office) -> Arc<AtomicU64> {
    let steps = Arc::new(AtomicU64::new(0));
    let counted = steps.clone();
    office.desk.store.writer.lock().await.lock_handle().await.expect("handle").set_progress_handler(
        STRIDE,
        move || {
            counted.fetch_add(1, Ordering::Relaxed);
            true
        },
    );
    steps
}

async fn stop(office: &Office, steps: &AtomicU64) -> u64 {
    office.desk.store.writer.lock().await.lock_handle().await.expect("handle").remove_progress_handler();
    steps.load(Ordering::Relaxed)
}

/// Steps while one complaint is registered.
async fn steps_of_a_save(office: &mut Office) -> u64 {
    let steps = count(office).await;
    office.register(&complaint()).await;
    stop(office, &steps).await
}

/// Steps while a number is looked up that the register does not hold; every search begins so.
async fn steps_of_a_look(office: &Office) -> u64 {
    let steps = count(office).await;
    for _ in 0..100 {
        let found = complaints::find(&mut *office.desk.store.writer.lock().await, "0999/TIDAK/ADA").await;
        assert_eq!(found.expect("looked up"), None);
    }
    stop(office, &steps).await
}

async fn fill(office: &mut Office, complaints: usize) {
    let act = office.act(office.budi);
    let mut writer = office.desk.store.writer.lock().await;
    let mut w = office.desk.write(&mut writer, act).await.expect("a transaction");
    for at in 0..complaints {
        let mut typed = complaint();
        typed.description = format!("{} Kali ke-{at}.", typed.description);
        office.desk.register_in(&mut w, &typed, None, None).await.expect("registered");
    }
    w.commit().await.expect("committed");
}

#[tokio::test]
async fn a_save_takes_as_many_steps_in_a_large_register_as_in_a_small_one() {
    let mut office = Office::new().await;
    fill(&mut office, 20).await;
    let few = steps_of_a_save(&mut office).await;
    fill(&mut office, 500).await;
    let many = steps_of_a_save(&mut office).await;
    assert!(few > 20, "{few} times {STRIDE} steps were counted");
    assert!(many * 4 < few * 5, "{many} times {STRIDE} steps among 500 complaints, {few} among 20");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn a_number_is_looked_up_without_reading_the_register() {
    let mut office = Office::new().await;
    fill(&mut office, 20).await;
    let few = steps_of_a_look(&office).await;
    fill(&mut office, 500).await;
    let many = steps_of_a_look(&office).await;
    assert!(few > 20, "{few} times {STRIDE} steps were counted");
    assert!(many * 4 < few * 5, "{many} times {STRIDE} steps among 500 complaints, {few} among 20");
    office.desk.close().await.expect("closed");
}

#[tokio::test]
async fn tidying_leaves_few_segments_for_a_search_to_open() {
    let mut office = Office::new().await;
    for _ in 0..12 {
        fill(&mut office, 9).await;
    }
    let segments = "SELECT count(DISTINCT segid) FROM text_open_idx";
    let many: i64 = sqlx::query_scalar(segments)
        .fetch_one(&mut *office.desk.reader().await.expect("reader"))
        .await
        .expect("segments");
    assert!(many >= 12, "{many} segments before");
    office.desk.tidy().await.expect("tidied");
    let few: i64 = sqlx::query_scalar(segments)
        .fetch_one(&mut *office.desk.reader().await.expect("reader"))
        .await
        .expect("segments");
    assert!(few <= 7, "{few} segments of 108 complaints, {many} before");
    let all = office.desk.count(&Filter { text: "antrean".to_owned(), ..Filter::default() }, office.budi).await;
    assert_eq!(all.expect("counts").count, 108);
    office.desk.close().await.expect("closed");
}
