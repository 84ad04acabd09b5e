//! Rows of one table, many in a statement: the two threads of a connection meet once for all of them.

use crate::error::Result;
use sqlx::query_builder::Separated;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

/// Binds the columns of one row, in the order in which the statement names them.
pub type Columns<'a> = Separated<'a, Sqlite, &'static str>;

/// Rows of one statement: of the widest table, with 32 columns, they bind half of what SQLite takes (32,766).
const TOGETHER: usize = 500;

/// `start`, which ends before `VALUES`, with all these rows, in as many statements as they need: none without rows.
pub fn values<T>(
    start: &str,
    rows: impl IntoIterator<Item = T>,
    mut bind: impl FnMut(Columns<'_>, T),
) -> Vec<QueryBuilder<Sqlite>> {
    let mut rows = rows.into_iter().peekable();
    let mut statements = Vec::new();
    while rows.peek().is_some() {
        let mut statement = QueryBuilder::new(start);
        statement.push_values(rows.by_ref().take(TOGETHER), &mut bind);
        statements.push(statement);
    }
    statements
}

/// Runs them and returns the number of the last row; 0 without any.
pub async fn write(conn: &mut SqliteConnection, statements: Vec<QueryBuilder<Sqlite>>) -> Result<i64> {
    let mut last = 0;
    for mut statement in statements {
        last = statement.build().execute(&mut *conn).await?.last_insert_rowid();
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{Connection, Executor};

    #[tokio::test]
    async fn more_rows_than_one_statement_can_bind_are_all_written() {
        let mut conn = SqliteConnection::connect("sqlite::memory:").await.expect("memory");
        conn.execute("CREATE TABLE pair (a INTEGER, b INTEGER)").await.expect("a table");
        let bind = |mut row: Columns<'_>, n: i64| {
            row.push_bind(n).push_bind(-n);
        };
        let last = write(&mut conn, values("INSERT INTO pair (a, b) ", 1..=20_000, bind)).await.expect("written");
        let sums = sqlx::query_as::<_, (i64, i64, i64)>("SELECT count(*), sum(a), sum(b) FROM pair");
        assert_eq!(sums.fetch_one(&mut conn).await.expect("sums"), (20_000, 200_010_000, -200_010_000));
        assert_eq!(last, 20_000);
        assert_eq!(write(&mut conn, values("INSERT INTO pair (a, b) ", [], bind)).await.expect("nothing"), 0);
    }
}
