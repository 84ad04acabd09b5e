//! All causes inside the desk. The window and the command line turn them into few codes; no message here carries what
//! a person typed.

use crate::flaw::Flaw;
use loket_domain::entry::EntryError;
use loket_domain::intake::FieldError;
use loket_domain::printing::PrintReason;
use std::path::PathBuf;

/// Result of the desk.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Fields of the input stop it.
    #[error("input refused: {}", fields(.0))]
    Invalid(Vec<FieldError>),
    /// There is no such complaint, officer, draft or attachment.
    #[error("not found: {0}")]
    NotFound(&'static str),
    /// The officer has no right to it.
    #[error("not allowed")]
    NotAllowed,
    /// Nobody is signed in.
    #[error("signed out")]
    SignedOut,
    /// It cannot be done now; the code says why.
    #[error("not now: {0}")]
    Precondition(&'static str),
    /// The number series rests until the last number on paper is given.
    #[error("number series is frozen")]
    SeriesFrozen,
    /// Another program holds this register.
    #[error("register is held by another program")]
    Held,
    /// The folder holds no register.
    #[error("no register in this folder")]
    NoRegister,
    /// The folder already holds a register.
    #[error("folder already holds a register")]
    RegisterExists,
    /// The folder is on a network drive or synchronised by another program.
    #[error("folder is not suited for a register: {0}")]
    UnsuitedPlace(&'static str),
    /// The register needs a newer program.
    #[error("register needs program {0}")]
    Newer(String),
    /// The file cannot be read; it was moved aside.
    #[error("register file is damaged")]
    Damaged {
        /// Where the damaged file now lies.
        moved_to: PathBuf,
    },
    /// Password, recovery key or key file does not open it.
    #[error("key does not fit")]
    KeyWrong,
    /// The key is not on this PC; the recovery key is needed.
    #[error("key is missing")]
    KeyMissing,
    /// The system's key store failed.
    #[error("key store: {0}")]
    KeyStore(String),
    /// No space left.
    #[error("disk is full")]
    DiskFull,
    /// An attachment cannot be taken (`empty`, `too_big`, `type`, `unreadable`) or cannot leave clean (`uncleaned`).
    #[error("attachment: {0}")]
    Attachment(&'static str),
    /// The paper did not come out; the print system's own words go to the technical log.
    #[error("printer: {reason:?}: {words}")]
    Printer {
        /// Why.
        reason: PrintReason,
        /// What the print system said.
        words: String,
    },
    /// A paper could not be drawn.
    #[error("paper: {0}")]
    Paper(String),
    /// An entry is not genuine.
    #[error("entry: {0}")]
    Entry(#[from] EntryError),
    /// A snapshot or the log does not verify.
    #[error("does not verify: {0}")]
    Verify(Flaw),
    /// The database.
    #[error("database: {0}")]
    Database(sqlx::Error),
    /// A file.
    #[error("file: {0}")]
    Io(std::io::Error),
    /// Stored JSON cannot be read.
    #[error("stored value: {0}")]
    Json(#[from] serde_json::Error),
    /// A task was lost.
    #[error("task: {0}")]
    Task(#[from] tokio::task::JoinError),
}

fn fields(errors: &[FieldError]) -> String {
    let names: Vec<String> = errors.iter().map(|e| format!("{} {}", e.field, e.code)).collect();
    names.join(", ")
}

/// SQLite's primary result codes that mean something to a person.
const SQLITE_FULL: &str = "13";
const SQLITE_CORRUPT: &str = "11";
const SQLITE_NOTADB: &str = "26";

impl From<sqlx::Error> for Error {
    fn from(e: sqlx::Error) -> Self {
        match code(&e).as_deref() {
            Some(SQLITE_FULL) => Self::DiskFull,
            _ => Self::Database(e),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(e: std::io::Error) -> Self {
        if e.kind() == std::io::ErrorKind::StorageFull { Self::DiskFull } else { Self::Io(e) }
    }
}

fn code(e: &sqlx::Error) -> Option<String> {
    let code: u32 = e.as_database_error()?.code()?.parse().ok()?;
    Some((code & 0xff).to_string())
}

impl Error {
    /// The file is no database under this key, or its pages are damaged.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        let Self::Database(e) = self else {
            return false;
        };
        matches!(code(e).as_deref(), Some(SQLITE_CORRUPT | SQLITE_NOTADB))
    }
}
