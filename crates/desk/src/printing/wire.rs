//! One question, one answer over the print system's own socket. Like the print system's programs it listens to
//! `CUPS_SERVER`; the print system does the rest of the way to a printer.

use std::path::Path;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::process::Command;

/// A print system that does not answer within this time is as good as none.
const PATIENCE: Duration = Duration::from_secs(10);
/// Longest answer that is read: some hundred printers.
const LONGEST: u64 = 4 * 1024 * 1024;
/// Where CUPS listens, besides port 631 of this PC.
const SOCKET: &str = "/run/cups/cups.sock";
const PORT: u16 = 631;

/// The print system of this PC.
#[derive(Clone, Debug, Default)]
pub struct PrintSystem {
    /// As in `CUPS_SERVER`: a socket or a host; `None` for the usual place.
    server: Option<String>,
}

impl PrintSystem {
    /// The one that the system's own programs use.
    #[must_use]
    pub fn of_this_pc() -> Self {
        Self { server: std::env::var("CUPS_SERVER").ok().filter(|s| !s.is_empty()) }
    }

    /// The one that listens on this socket.
    #[must_use]
    pub fn at(socket: &Path) -> Self {
        Self { server: Some(socket.display().to_string()) }
    }

    /// One of its own programs, speaking English.
    pub(super) fn program(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.env("LC_ALL", "C");
        if let Some(server) = &self.server {
            command.env("CUPS_SERVER", server);
        }
        command
    }

    /// The body of the answer; `None` when nobody answers.
    pub(super) async fn ask(&self, path: &str, body: &[u8]) -> Option<Vec<u8>> {
        tokio::time::timeout(PATIENCE, self.exchange(path, body)).await.ok()?
    }

    async fn exchange(&self, path: &str, body: &[u8]) -> Option<Vec<u8>> {
        let server = self.server.as_deref();
        #[cfg(unix)]
        if let Some(socket) = server.map_or(Some(SOCKET), |s| s.starts_with('/').then_some(s))
            && (server.is_some() || Path::new(socket).exists())
        {
            return over(tokio::net::UnixStream::connect(socket).await.ok()?, path, body).await;
        }
        // A host may carry the version of the protocol: "server:631/version=1.1".
        let server = server.unwrap_or("localhost").split('/').next().unwrap_or_default();
        let server = if server.contains(':') { server.to_owned() } else { format!("{server}:{PORT}") };
        over(tokio::net::TcpStream::connect(&server).await.ok()?, path, body).await
    }
}

async fn over(mut stream: impl AsyncRead + AsyncWrite + Unpin, path: &str, body: &[u8]) -> Option<Vec<u8>> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(body).await.ok()?;
    let mut answer = Vec::new();
    stream.take(LONGEST).read_to_end(&mut answer).await.ok()?;
    content(&answer)
}

/// What stands after the head of an HTTP answer that says 200.
fn content(answer: &[u8]) -> Option<Vec<u8>> {
    const BLANK: &[u8] = b"\r\n\r\n";
    let end = answer.windows(BLANK.len()).position(|w| w == BLANK)?;
    let (head, rest) = answer.split_at_checked(end + BLANK.len())?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut words = head.lines().next()?.split(' ');
    if words.nth(1) != Some("200") {
        return None;
    }
    if head.contains("transfer-encoding: chunked") { unchunked(rest) } else { Some(rest.to_vec()) }
}

/// The pieces of a body that was sent piece by piece.
fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = rest.windows(2).position(|w| w == b"\r\n")?;
        let size = String::from_utf8_lossy(rest.get(..line)?).into_owned();
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(line + 2..)?;
        if size == 0 {
            return Some(whole);
        }
        whole.extend(rest.get(..size)?);
        rest = rest.get(size.checked_add(2)?..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_read_whole_and_in_pieces() {
        assert_eq!(content(b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nhalo").as_deref(), Some(&b"halo"[..]));
        let pieces = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nha\r\n2;x=y\r\nlo\r\n0\r\n\r\n";
        assert_eq!(content(pieces).as_deref(), Some(&b"halo"[..]));
    }

    #[test]
    fn refusals_and_torn_answers_are_none() {
        for answer in [
            &b"HTTP/1.1 401 Unauthorized\r\n\r\nhalo"[..],
            b"HTTP/1.1 200 OK\r\n",
            b"",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nha",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nha\r\n",
        ] {
            assert_eq!(content(answer), None, "{}", String::from_utf8_lossy(answer));
        }
    }
}
