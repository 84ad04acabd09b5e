//! How long one look for similar complaints takes in a register of many: fills a register with invented rows and asks.
//! `cargo run --release -p loket-tests --bin similar -- 100000`

use loket_domain::intake::ComplaintInput;
use loket_tests::office::{Office, complaint};
use sqlx::{Connection, SqliteConnection};
use std::time::Instant;
use uuid::Uuid;

const WHO: [&str; 8] =
    ["Petugas loket", "Satpam", "Pegawai", "Suami saya", "Anak saya", "Tetangga", "Warga", "Rombongan"];
const DID: [&str; 8] = [
    "menunggu antrean",
    "ditolak tanpa alasan",
    "menyuruh kembali besok",
    "tidak menjawab telepon",
    "meminta fotokopi lagi",
    "pulang lebih awal",
    "membawa berkas lengkap",
    "belum dipanggil",
];
const THEN: [&str; 8] = [
    "padahal syarat lengkap",
    "sampai siang",
    "karena listrik padam",
    "dan tidak ada penjelasan",
    "lalu diminta datang lagi",
    "sementara loket sebelah kosong",
    "tanpa papan pengumuman",
    "dengan nada tinggi",
];

fn story(n: usize) -> String {
    let part = |n: usize| format!("{} {} {}", WHO[n % 8], DID[n / 8 % 8], THEN[n / 64 % 8]);
    format!("{}. {}. {}. Nomor {} pukul {}.{}.", part(n), part(n / 7), part(n / 13), n % 311, 8 + n % 6, n % 60)
}

/// Copies the one registered complaint into `n` rows with stories of their own: what the search reads.
async fn fill(conn: &mut SqliteConnection, n: usize) -> Result<(), sqlx::Error> {
    let mut tx = conn.begin().await?;
    let first: i64 = sqlx::query_scalar("SELECT complaint_no FROM complaint").fetch_one(&mut *tx).await?;
    let columns = "number, counter, period, seq, numbered_on, tracking, channel, received_at, received_on, service_id, service, state, subject, identity_mode, person, restricted, registered_by, accused, answer_due, work_day, answered_on, due_sort, two_versions, closed_to_typist, old_number, imported, day_only";
    let copy = format!(
        "INSERT INTO complaint (complaint_no, complaint_id, received_utc, {columns}) SELECT ?, ?, received_utc - ?, {columns} FROM complaint WHERE complaint_no = ?"
    );
    for i in 2..=n {
        let (no, id, age) = (
            first + i64::try_from(i).expect("small"),
            Uuid::now_v7().as_bytes().to_vec(),
            i64::try_from((n - i) * 7_000).expect("small"),
        );
        let text = story(i);
        sqlx::query(sqlx::AssertSqlSafe(copy.clone()))
            .bind(no)
            .bind(&id)
            .bind(age)
            .bind(first)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO reporter SELECT ?, ?, ?, '', received_utc - ?, ?, ?, '', ?, event_place, event_date FROM reporter WHERE complaint_no = ?")
            .bind(&id).bind(no).bind(&id).bind(age).bind(format!("warga contoh {i}")).bind(format!("+62899{i:07}")).bind(&text).bind(first)
            .execute(&mut *tx).await?;
        sqlx::query("INSERT INTO text_open (rowid, words, stems) VALUES (?, ?, ?)")
            .bind(no)
            .bind(&text)
            .bind(loket_desk::stem::stems(&text))
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await
}

#[tokio::main]
async fn main() {
    let n = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let mut office = Office::new().await;
    office.register(&complaint()).await;
    fill(&mut *office.desk.store.writer.lock().await, n).await.expect("rows");
    let mut times: Vec<u128> = Vec::new();
    for i in 0..200 {
        let typed = ComplaintInput { phone: format!("0899{:07}", i * 37), description: story(i * 491), ..complaint() };
        let began = Instant::now();
        office.desk.similar(&typed, Uuid::nil(), office.budi, office.now()).await.expect("similar");
        times.push(began.elapsed().as_micros());
    }
    times.sort_unstable();
    println!("{n} complaints: median {} µs, 95th of 100 {} µs, longest {} µs", times[100], times[190], times[199]);
    office.desk.close().await.expect("close");
}
