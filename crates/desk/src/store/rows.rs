//! Rows of one table, written in one statement: the two threads of a connection meet once for all of them.

use crate::error::Result;
use sqlx::query_builder::Separated;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

/// Binds the columns of one row, in the order in which the statement names them.
pub type Columns<'a> = Separated<'a, Sqlite, &'static str>;

/// `start`, which ends before `VALUES`, with all these rows; `None` without rows.
pub fn values<T>(
    start: impl Into<String>,
    rows: impl IntoIterator<Item = T>,
    bind: impl FnMut(Columns<'_>, T),
) -> Option<QueryBuilder<Sqlite>> {
    let mut rows = rows.into_iter().peekable();
    rows.peek()?;
    let mut statement = QueryBuilder::new(start);
    statement.push_values(rows, bind);
    Some(statement)
}

/// Runs it, if there is one, and returns the number of the last row.
pub async fn write(conn: &mut SqliteConnection, statement: Option<QueryBuilder<Sqlite>>) -> Result<i64> {
    match statement {
        Some(mut statement) => Ok(statement.build().execute(conn).await?.last_insert_rowid()),
        None => Ok(0),
    }
}
