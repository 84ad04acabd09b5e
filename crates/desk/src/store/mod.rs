//! SQLCipher behind sqlx: one writer connection that alone checkpoints, readers that cannot write. SQL stands only in
//! this folder.
//!
//! SQLCipher 4.10 is built on SQLite 3.50.4, whose WAL-reset race needs a commit on one connection while another
//! checkpoints. With one writer that alone checkpoints the two never meet (`docs/adr/0002-one-writer.md`).

pub mod attachments;
pub mod audit;
pub mod complaints;
pub mod imports;
pub mod local;
pub mod log;
mod newest;
pub mod projection;
pub mod reporters;
mod row;
mod rows;
pub mod search;
pub mod series;
pub mod similar;
pub mod unit;
pub(crate) mod words;

use crate::error::{Error, Result};
use crate::keys::DataKey;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Executor, Sqlite, Transaction};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Raised when the projection tables change: an older or newer file is rebuilt on opening.
pub const PROJECTION_VERSION: &str = "7";
/// This program, compared with a register's `min_program`.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");

const LOG: &str = include_str!("../../schema/log.sql");
const PROJECTION: &str = include_str!("../../schema/projection.sql");
const LOCAL: &str = include_str!("../../schema/local.sql");
const ATTACHMENTS: &str = include_str!("../../schema/attachments.sql");

/// Connections to one register.
pub struct Store {
    register: PathBuf,
    key: DataKey,
    /// The only connection that writes.
    pub writer: tokio::sync::Mutex<SqliteConnection>,
    /// Read-only connections.
    pub readers: SqlitePool,
    /// The file of attachments, one connection.
    pub attachments: tokio::sync::Mutex<SqliteConnection>,
}

impl Store {
    /// Begins a transaction on the writer. SQLite ends a transaction by itself when the disk is full; the connection
    /// then no longer knows where it stands and is replaced by a new one.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn begin<'a>(&self, writer: &'a mut SqliteConnection) -> Result<Transaction<'a, Sqlite>> {
        // A dropped transaction is rolled back in the background: wait for it before asking.
        sqlx::Connection::ping(writer).await?;
        if sqlx::Connection::is_in_transaction(writer) {
            *writer = writer_options(&self.register, &self.key).connect().await?;
        }
        Ok(sqlx::Connection::begin_with(writer, "BEGIN IMMEDIATE").await?)
    }
}

/// Takes the write-ahead log into the file, as far as no reader still needs it. On the writer, see above.
///
/// # Errors
/// [`Error::Database`], [`Error::DiskFull`].
pub async fn checkpoint(writer: &mut SqliteConnection) -> Result<()> {
    writer.execute("PRAGMA wal_checkpoint(PASSIVE)").await?;
    Ok(())
}

fn options(path: &Path, key: &DataKey) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", key.pragma())
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("cache_size", "-65536")
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        // Bulk work reads thousands of rows: the two threads wait for each other less often.
        .row_buffer_size(512)
        .disable_statement_logging()
}

fn writer_options(path: &Path, key: &DataKey) -> SqliteConnectOptions {
    options(path, key)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .pragma("fullfsync", "1")
        .pragma("secure_delete", "ON")
        // A backstop for bulk work: `Desk::tidy` checkpoints long before, when nobody waits.
        .pragma("wal_autocheckpoint", "16384")
        .pragma("journal_size_limit", "67108864")
}

/// Connects. SQLCipher tells of a key that does not fit on standard error by itself; what a person must know is said by
/// [`Error`], so its own log is turned off, once for the whole process.
async fn connect(options: &SqliteConnectOptions) -> Result<SqliteConnection> {
    static QUIET: tokio::sync::OnceCell<()> = tokio::sync::OnceCell::const_new();
    let turn_off = || async {
        let log_off = SqliteConnectOptions::new().in_memory(true).pragma("cipher_log_level", "NONE");
        sqlx::Connection::close(log_off.connect().await?).await
    };
    QUIET.get_or_try_init(turn_off).await?;
    Ok(options.connect().await?)
}

/// Does the key fit? Asked through a connection that is closed before the answer is given: one that fails to open would
/// be closed behind a program that is already ending, which may crash in the ciphers' own clearing up. Only one who
/// `writes` can ask a file that a power cut left in the middle of a change: reading it takes the change back first.
async fn try_key(path: &Path, key: &DataKey, writes: bool) -> Result<()> {
    let plain = SqliteConnectOptions::new().filename(path).read_only(!writes).disable_statement_logging();
    let mut conn = connect(&plain).await?;
    let first_page = format!("PRAGMA key = {}; SELECT count(*) FROM sqlite_master", key.pragma());
    let fits = conn.execute(sqlx::AssertSqlSafe(first_page)).await;
    sqlx::Connection::close(conn).await?;
    Ok(fits.map(drop)?)
}

/// Opens a database file for reading only; `query_only` keeps even a mistake from writing.
///
/// # Errors
/// [`Error::Database`] when the key does not fit or the file is damaged.
pub async fn open_reader(path: &Path, key: &DataKey) -> Result<SqliteConnection> {
    try_key(path, key, false).await?;
    connect(&options(path, key).read_only(true).pragma("query_only", "ON")).await
}

/// Makes the two files of a new register.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Database`].
pub async fn create(register: &Path, attachments: &Path, key: &DataKey) -> Result<()> {
    let mut conn = connect(&writer_options(register, key).create_if_missing(true)).await?;
    for schema in [LOG, PROJECTION, LOCAL] {
        conn.execute(schema).await?;
    }
    local::set(&mut conn, "projection_version", PROJECTION_VERSION).await?;
    sqlx::Connection::close(conn).await?;
    let mut conn = connect(&writer_options(attachments, &key.for_attachments()).create_if_missing(true)).await?;
    conn.execute(ATTACHMENTS).await?;
    Ok(sqlx::Connection::close(conn).await?)
}

/// Opens an existing register; rebuilds the projections when another version of the program wrote them.
///
/// # Errors
/// [`Error::Newer`] when the register asks for a newer program; [`Error::Database`] on damage or a wrong key.
pub async fn open(register: &Path, attachments: &Path, key: &DataKey) -> Result<Store> {
    try_key(register, key, true).await?;
    let mut writer = connect(&writer_options(register, key)).await?;
    sqlx::query_scalar!("SELECT count(*) FROM sqlite_master").fetch_one(&mut writer).await?;
    writer.execute(LOCAL).await?;
    if let Some(needs) = local::get(&mut writer, "min_program").await?
        && version(&needs) > version(PROGRAM)
    {
        return Err(Error::Newer(needs));
    }
    if local::get(&mut writer, "projection_version").await?.as_deref() != Some(PROJECTION_VERSION) {
        projection::rebuild(&mut writer).await?;
    }
    let readers = SqlitePoolOptions::new().max_connections(3).test_before_acquire(false).connect_lazy_with(
        options(register, key).read_only(true).pragma("query_only", "ON").pragma("wal_autocheckpoint", "0"),
    );
    let mut files = connect(&writer_options(attachments, &key.for_attachments()).create_if_missing(true)).await?;
    files.execute(ATTACHMENTS).await?;
    Ok(Store {
        register: register.to_owned(),
        key: key.clone(),
        writer: tokio::sync::Mutex::new(writer),
        readers,
        attachments: tokio::sync::Mutex::new(files),
    })
}

/// Writes a compact, whole copy of a database beside it, under the same key. The source is opened read-only but without
/// `query_only`, which `VACUUM INTO` does not accept.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::Database`].
pub async fn copy_into(from: &Path, key: &DataKey, to: &Path) -> Result<()> {
    let mut conn = connect(&options(from, key).read_only(true)).await?;
    let to = to.to_string_lossy();
    sqlx::query("VACUUM INTO ?").bind(to.as_ref()).execute(&mut conn).await?;
    Ok(sqlx::Connection::close(conn).await?)
}

/// SQLite's own check of every page and index: one line `ok`, or what is wrong.
///
/// # Errors
/// [`Error::Database`].
pub async fn integrity(conn: &mut SqliteConnection) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar("PRAGMA integrity_check(20)").fetch_all(conn).await?)
}

/// Numbers of a version, so that 0.10 is newer than 0.9.
fn version(text: &str) -> Vec<u32> {
    text.split('.').map(|n| n.parse().unwrap_or(0)).collect()
}

/// Drops and remakes the projection tables, without their indexes: many rows are sorted into an index at once in a
/// fraction of the time that they take one by one.
async fn reset_projection(conn: &mut SqliteConnection) -> Result<()> {
    let tables = sqlx::query_scalar!(
        r#"SELECT name AS "name!" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"#
    )
    .fetch_all(&mut *conn)
    .await?;
    for table in tables.iter().filter(|t| PROJECTION.contains(&format!("TABLE {t} "))) {
        conn.execute(sqlx::AssertSqlSafe(format!("DROP TABLE {table}"))).await?;
    }
    for statement in statements().filter(|statement| index_on(statement).is_none()) {
        conn.execute(statement).await?;
    }
    Ok(())
}

/// Makes the indexes of the projection tables of which `wanted` says so.
async fn make_indexes(conn: &mut SqliteConnection, wanted: impl Fn(&str) -> bool) -> Result<()> {
    for statement in statements().filter(|statement| index_on(statement).is_some_and(&wanted)) {
        conn.execute(statement).await?;
    }
    Ok(())
}

fn statements() -> impl Iterator<Item = &'static str> {
    PROJECTION.split_inclusive(";\n")
}

/// The table for which a statement makes an index.
fn index_on(statement: &'static str) -> Option<&'static str> {
    statement.split_once("CREATE INDEX ")?.1.split_once(" ON ")?.1.split(' ').next()
}
