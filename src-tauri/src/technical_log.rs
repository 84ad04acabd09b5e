//! A file for developers: when, a reference, the kind of cause. Never what a person typed, never a name.

use loket_desk::Error;
use std::io::Write;
use std::path::PathBuf;

/// Beyond this size the file begins anew; one older file is kept.
const MAX_BYTES: u64 = 256 * 1024;

/// The file `catatan-teknis.txt` of one data folder.
pub struct TechnicalLog {
    path: PathBuf,
}

impl TechnicalLog {
    /// The log in this folder; it is made when something has to be written.
    pub fn new(folder: &std::path::Path) -> Self {
        Self { path: folder.join("catatan-teknis.txt") }
    }

    /// A short random reference that a person can read out.
    pub fn reference(&self) -> String {
        uuid::Uuid::new_v4().simple().to_string()[..8].to_uppercase()
    }

    /// Writes one line. A log that cannot be written keeps nobody from working.
    pub fn write(&self, reference: &str, error: &Error) {
        let line = format!(
            "{} {} {}: {error}\n",
            chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ"),
            reference,
            env!("CARGO_PKG_VERSION")
        );
        let _ = self.append(&line);
    }

    fn append(&self, line: &str) -> std::io::Result<()> {
        if std::fs::metadata(&self.path).is_ok_and(|m| m.len() > MAX_BYTES) {
            std::fs::rename(&self.path, self.path.with_extension("lama.txt"))?;
        }
        let mut file = std::fs::File::options().create(true).append(true).open(&self.path)?;
        file.write_all(line.as_bytes())
    }
}
