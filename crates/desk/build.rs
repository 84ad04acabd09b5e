//! Lays the schemas into a database of its own, against which every query of fixed text is checked while compiling: a
//! misspelt column stops the build. Rows written together (`store/rows.rs`) are checked by running them.

use sqlx::{Connection, Executor, SqliteConnection, sqlite::SqliteConnectOptions};
use std::path::PathBuf;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = PathBuf::from(std::env::var("OUT_DIR")?).join("schema.db");
    if path.exists() {
        std::fs::remove_file(&path)?;
    }
    let options = SqliteConnectOptions::new().filename(&path).create_if_missing(true);
    let mut conn = SqliteConnection::connect_with(&options).await?;
    for schema in ["log", "projection", "local", "attachments"] {
        let file = format!("schema/{schema}.sql");
        println!("cargo:rerun-if-changed={file}");
        conn.execute(sqlx::AssertSqlSafe(std::fs::read_to_string(&file)?)).await?;
    }
    conn.close().await?;
    println!("cargo:rerun-if-changed=src/store/sql");
    println!("cargo:rustc-env=DATABASE_URL=sqlite:{}", path.display());
    Ok(())
}
