//! Reading a file that somebody chose: piece by piece, so that it can be told how far it is, and never longer than its
//! place answers. Nothing of it is kept before all of it is read, so dropping the reading leaves nothing behind.

use crate::error::{Error, Result};
use std::path::Path;
use std::time::Duration;
use tokio::io::AsyncReadExt;

/// Bytes between two answers to how far it is.
const PIECE: u64 = 256 * 1024;
/// Longest silence of a disk or share; a USB disk that wakes up needs some seconds.
const SILENCE: Duration = Duration::from_secs(15);

/// The whole file. `told` hears the percent that is read.
///
/// # Errors
/// [`Error::Attachment`]: `too_big` beyond `most` bytes, also for a file that grows while it is read; `unreadable` for what
/// is no file, cannot be read, or lies where nothing answers.
pub async fn whole(path: &Path, most: u64, mut told: impl FnMut(u8)) -> Result<Vec<u8>> {
    let about = patiently(tokio::fs::metadata(path)).await?;
    if !about.is_file() {
        return Err(Error::Attachment("unreadable"));
    }
    if about.len() > most {
        return Err(Error::Attachment("too_big"));
    }
    let mut file = patiently(tokio::fs::File::open(path)).await?;
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    loop {
        let percent = (bytes.len() as u64 * 100).checked_div(about.len()).unwrap_or(100).min(100);
        told(u8::try_from(percent).unwrap_or(100));
        let mut piece = (&mut file).take(PIECE);
        if patiently(piece.read_to_end(&mut bytes)).await? == 0 {
            return Ok(bytes);
        }
        if bytes.len() as u64 > most {
            return Err(Error::Attachment("too_big"));
        }
    }
}

async fn patiently<T>(work: impl Future<Output = std::io::Result<T>>) -> Result<T> {
    match tokio::time::timeout(SILENCE, work).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(_)) | Err(_) => Err(Error::Attachment("unreadable")),
    }
}
