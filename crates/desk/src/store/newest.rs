//! Search as you type: the newest complaints that hold all words. A word may stand in tens of thousands of them, so the
//! index is asked for its newest entries first, and only for as many as the page or the count needs.

use super::row::{self, Row};
use super::search::{COUNT_LIMIT, Filter, PAGE, Viewer, hidden, in_list, may_find_closed, plain_conditions};
use crate::error::Result;
use sqlx::{QueryBuilder, SqliteConnection};

/// Entries that the index gives at first for a page, and what a count needs. Each further look is at eight times as many.
const FOR_PAGE: i64 = 2 * PAGE;
const FOR_COUNT: i64 = COUNT_LIMIT + 1;
const WIDER: i64 = 8;

/// Entries of the index that match, newest rows first.
struct Hits {
    rows: Vec<i64>,
    /// Matches below this row were not looked at; 0 when all were.
    down_to: i64,
}

/// The newest page of what matches `words` and the filter, by received time, exact, whatever the order of recording.
pub async fn newest(
    conn: &mut SqliteConnection,
    f: &Filter,
    v: Viewer,
    words: &str,
    cursor: Option<(i64, i64)>,
) -> Result<Vec<Row>> {
    let mut look = FOR_PAGE;
    loop {
        let Hits { rows, down_to } = hits(conn, v, words, look).await?;
        let page = among(conn, f, &rows, cursor).await?;
        let full = page.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
        if down_to == 0 || (full && nothing_newer_below(conn, page.last(), down_to).await?) {
            return Ok(page);
        }
        look *= WIDER;
    }
}

/// How many match the words alone, exact up to [`COUNT_LIMIT`]; one more means more.
pub async fn count(conn: &mut SqliteConnection, v: Viewer, words: &str) -> Result<i64> {
    let mut look = FOR_COUNT;
    loop {
        let Hits { rows, down_to } = hits(conn, v, words, look).await?;
        let found = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        if down_to == 0 || found > COUNT_LIMIT {
            return Ok(found.min(COUNT_LIMIT + 1));
        }
        look *= WIDER;
    }
}

async fn hits(conn: &mut SqliteConnection, v: Viewer, words: &str, look: i64) -> Result<Hits> {
    let open = matching(conn, v, "text_open", words, look).await?;
    let closed = matching(conn, v, "text_closed", words, look).await?;
    let cut = |list: &[i64]| match list.last() {
        Some(last) if list.len() as i64 == look => *last,
        _ => 0,
    };
    let down_to = cut(&open).max(cut(&closed));
    let closed = seen(conn, v, closed).await?;
    let mut rows: Vec<i64> = open.into_iter().chain(closed).filter(|no| *no >= down_to).collect();
    rows.sort_unstable_by(|a, b| b.cmp(a));
    rows.dedup();
    Ok(Hits { rows, down_to })
}

/// Newest entries of one index that match and that this officer may find. A thousand of them come as one row: each row
/// costs more on its way between two threads than in the index.
async fn matching(conn: &mut SqliteConnection, v: Viewer, index: &str, words: &str, look: i64) -> Result<Vec<i64>> {
    let mut q = QueryBuilder::new("SELECT json_group_array(rowid) FROM (");
    q.push(format!("SELECT rowid FROM {index} WHERE {index} MATCH ")).push_bind(words.to_owned());
    q.push(" AND rowid NOT IN ");
    hidden(&mut q, v);
    q.push(" ORDER BY rowid DESC LIMIT ").push_bind(look).push(")");
    let rows: String = q.build_query_scalar().fetch_one(conn).await?;
    Ok(serde_json::from_str(&rows)?)
}

/// Those of the closed words' complaints that this officer may find by them.
async fn seen(conn: &mut SqliteConnection, v: Viewer, closed: Vec<i64>) -> Result<Vec<i64>> {
    if closed.is_empty() {
        return Ok(closed);
    }
    let mut q = QueryBuilder::new("SELECT complaint_no FROM complaint WHERE ");
    in_list(&mut q, &closed)?;
    may_find_closed(&mut q, v);
    Ok(q.build_query_scalar().fetch_all(conn).await?)
}

async fn among(conn: &mut SqliteConnection, f: &Filter, rows: &[i64], cursor: Option<(i64, i64)>) -> Result<Vec<Row>> {
    let mut q = row::select();
    in_list(&mut q, rows)?;
    plain_conditions(&mut q, f);
    if let Some((received, no)) = cursor {
        q.push(" AND (received_utc, complaint_no) < (").push_bind(received).push(", ").push_bind(no).push(")");
    }
    q.push(" ORDER BY received_utc DESC, complaint_no DESC LIMIT ").push_bind(PAGE + 1);
    row::fetch(conn, q).await
}

/// A complaint is received before it is recorded, but imports and boxes bring old ones late: no row below `down_to` may
/// have been received after the last one of the page.
async fn nothing_newer_below(conn: &mut SqliteConnection, last: Option<&Row>, down_to: i64) -> Result<bool> {
    let Some(last) = last else { return Ok(false) };
    let newer = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM complaint WHERE received_utc >= ? AND complaint_no < ?) AS "newer!: bool""#,
        last.received_utc,
        down_to
    )
    .fetch_one(conn)
    .await?;
    Ok(!newer)
}
