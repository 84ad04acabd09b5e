//! Number series: spans without a record, and the records of a period in the order of their numbers.

use crate::error::Result;
use chrono::NaiveDate;
use loket_domain::number::{Ledger, Span, SpanState};
use sqlx::SqliteConnection;
use uuid::Uuid;

/// Replaces all spans.
pub async fn set_spans(conn: &mut SqliteConnection, ledger: &Ledger) -> Result<()> {
    sqlx::query!("DELETE FROM number_span").execute(&mut *conn).await?;
    for span in ledger.spans() {
        let (date, state) = (span.date.map(|d| d.to_string()), span.state.code());
        let numbers = serde_json::to_string(&span.numbers)?;
        sqlx::query!(
            "INSERT INTO number_span (counter, period, first, last, date, numbers, state, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            span.counter,
            span.period,
            span.first,
            span.last,
            date,
            numbers,
            state,
            span.reason
        )
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

/// All spans, oldest first.
pub async fn spans(conn: &mut SqliteConnection) -> Result<Ledger> {
    let rows = sqlx::query!(
        r#"SELECT counter, period, first AS "first: u32", last AS "last: u32", date, numbers, state, reason
           FROM number_span ORDER BY span_no"#
    )
    .fetch_all(conn)
    .await?;
    let spans = rows.into_iter().filter_map(|r| {
        Some(Span {
            counter: r.counter,
            period: r.period,
            first: r.first,
            last: r.last,
            date: r.date.and_then(|d| d.parse().ok()),
            numbers: serde_json::from_str(&r.numbers).ok()?,
            state: SpanState::from_code(&r.state)?,
            reason: r.reason,
        })
    });
    Ok(Ledger::new(spans.collect()))
}

/// Is there a record with this number?
pub async fn is_recorded(conn: &mut SqliteConnection, counter: &str, period: &str, seq: u32) -> Result<bool> {
    let n = sqlx::query_scalar!(
        "SELECT count(*) FROM complaint WHERE counter = ? AND period = ? AND seq = ?",
        counter,
        period,
        seq
    )
    .fetch_one(conn)
    .await?;
    Ok(n > 0)
}

/// A series and its last number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Counter code.
    pub counter: String,
    /// Its period.
    pub period: String,
    /// Last number used or presumed used.
    pub last: u32,
}

/// All series, in the order of the book.
pub async fn all(conn: &mut SqliteConnection) -> Result<Vec<Series>> {
    Ok(sqlx::query_as!(Series, r#"SELECT counter, period, last AS "last: u32" FROM series ORDER BY counter, period"#)
        .fetch_all(conn)
        .await?)
}

/// Complaints of one series with a number between two days: id and number, in order.
pub async fn recorded(
    conn: &mut SqliteConnection,
    series: &Series,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(Uuid, u32)>> {
    let (from, to) = (from.to_string(), to.to_string());
    let rows = sqlx::query!(
        r#"SELECT complaint_id AS "id: Uuid", seq AS "seq: u32" FROM complaint
           WHERE counter = ? AND period = ? AND numbered_on BETWEEN ? AND ? ORDER BY seq"#,
        series.counter,
        series.period,
        from,
        to
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|r| (r.id, r.seq)).collect())
}

/// The last number with a record dated before `from`, and whether any is dated after `to`.
pub async fn around(
    conn: &mut SqliteConnection,
    series: &Series,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(u32, bool)> {
    let (from, to) = (from.to_string(), to.to_string());
    let row = sqlx::query!(
        r#"SELECT coalesce(max(CASE WHEN numbered_on < ? THEN seq END), 0) AS "before!: u32",
             coalesce(max(numbered_on > ?), 0) AS "after!: bool"
           FROM complaint WHERE counter = ? AND period = ?"#,
        from,
        to,
        series.counter,
        series.period
    )
    .fetch_one(conn)
    .await?;
    Ok((row.before, row.after))
}
