//! What an office hands to those who check it: every body with its hash and signature, no part, and a page that says what
//! this proves and what not. It is checked without the register and holds no personal data: bodies hold none.

use crate::error::{Error, Result};
use crate::flaw::{Broken, Flaw};
use crate::open::Desk;
use crate::place::{sync_folder, write_durably};
use crate::store::log;
use crate::verify::Chains;
use crate::write::{Act, Fact};
use loket_domain::entry::{self, Digest, Entry, Header};
use loket_domain::facts::{BundleFacts, kind};
use loket_domain::rights::Right;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufReader, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

/// File of entries in the folder, one JSON object a line.
pub const ENTRIES: &str = "entri.jsonl";
/// Page in the folder.
const PAGE: &str = "baca-saya.html";
const BATCH: i64 = 500;
/// Longest line that is read: a body of 16 kB, escaped, and the rest.
const LONGEST_LINE: u64 = 128 * 1024;

/// An entry without its parts.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    log: Digest,
    seq: u64,
    prev: Option<Digest>,
    /// The exact bytes of the body, which are UTF-8.
    body: String,
    /// 128 hexadecimal digits.
    signature: String,
}

/// What a bundle holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Entries in unbroken chains with genuine signatures.
    pub entries: u64,
    /// Logs.
    pub logs: u64,
}

impl Desk {
    /// Writes a bundle into a new folder in `folder`, and gives its path. This is an entry.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Verify`] for a log that does not hold; [`Error::Io`], [`Error::DiskFull`], which
    /// leave an unfinished folder behind and no entry.
    pub async fn save_bundle(&self, folder: &Path, act: Act) -> Result<PathBuf> {
        self.require(act.officer, Right::ReadLog).await?;
        let now = self.local(act.now).await?;
        let made = folder.join(format!("bukti-verifikasi-{}", now.format("%Y%m%d-%H%M%S")));
        std::fs::create_dir_all(&made)?;
        let (checked, last) = self.write_entries(&made.join(ENTRIES)).await?;
        let office = self.settings().await?.1.name;
        write_durably(&made.join(PAGE), page(&office, &now.to_rfc3339(), checked).as_bytes())?;
        sync_folder(&made)?;
        let mut writer = self.store.writer.lock().await;
        let mut w = self.write(&mut writer, act).await?;
        w.append(Fact::new(self.unit, kind::BUNDLE_MADE, &BundleFacts { entries: checked.entries, last })).await?;
        w.commit().await?;
        Ok(made)
    }

    async fn write_entries(&self, path: &Path) -> Result<(Checked, Option<Digest>)> {
        let mut file = BufWriter::new(std::fs::File::create(path)?);
        let (mut chains, mut checked, mut last, mut after) = (Chains::default(), Checked::default(), None, 0);
        let mut conn = self.reader().await?;
        loop {
            let batch = log::walk(&mut conn, after, BATCH).await?;
            let Some((no, _, _)) = batch.last() else { break };
            after = *no;
            for (no, e, _) in batch {
                chains.follow(&e).map_err(|what| Error::Verify(Flaw::Entry(no.unsigned_abs(), what)))?;
                serde_json::to_writer(&mut file, &line(&e)?)?;
                file.write_all(b"\n")?;
                checked.entries += 1;
                last = Some(e.hash);
            }
        }
        checked.logs = chains.logs();
        file.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        Ok((checked, last))
    }
}

/// Checks a bundle: `path` is its folder or its file of entries.
///
/// # Errors
/// [`Error::Verify`] naming the first line that is not as it should be; [`Error::Io`].
pub fn check(path: &Path) -> Result<Checked> {
    let path = if path.is_dir() { path.join(ENTRIES) } else { path.to_owned() };
    let mut file = BufReader::new(std::fs::File::open(path)?);
    let (mut chains, mut checked, mut text) = (Chains::default(), Checked::default(), String::new());
    loop {
        text.clear();
        let wrong = |broken| Error::Verify(Flaw::Line(checked.entries + 1, broken));
        let read = file.by_ref().take(LONGEST_LINE).read_line(&mut text).map_err(|_| wrong(Broken::Shape))?;
        if read == 0 {
            break;
        }
        if !text.ends_with('\n') {
            return Err(wrong(Broken::Cut));
        }
        let told: Line = serde_json::from_str(&text).map_err(|_| wrong(Broken::Shape))?;
        chains.follow(&entry_of(told).ok_or_else(|| wrong(Broken::Shape))?).map_err(wrong)?;
        checked.entries += 1;
    }
    checked.logs = chains.logs();
    if checked.entries == 0 { Err(Error::Verify(Flaw::Empty)) } else { Ok(checked) }
}

fn line(e: &Entry) -> Result<Line> {
    let Header { log, seq, prev } = e.header;
    let body = String::from_utf8(e.body_bytes.clone()).map_err(|_| entry::EntryError::Shape)?;
    Ok(Line { log, seq, prev, body, signature: hex::encode(e.signature) })
}

fn entry_of(told: Line) -> Option<Entry> {
    let signature = hex::decode(&told.signature).ok()?.try_into().ok()?;
    let header = Header { log: told.log, seq: told.seq, prev: told.prev };
    entry::read(header, told.body.into_bytes(), signature).ok()
}

/// What the bundle proves and what not, for whoever receives it.
fn page(office: &str, at: &str, checked: Checked) -> String {
    let office = office.replace('&', "&amp;").replace('<', "&lt;");
    let Checked { entries, logs } = checked;
    format!(
        r#"<!doctype html>
<html lang="id"><meta charset="utf-8"><title>Bukti verifikasi register pengaduan</title>
<style>body {{ max-width: 44rem; margin: 2.5rem auto; padding: 0 1rem; font: 1rem/1.5 "Segoe UI", sans-serif }} code {{ background: #f4f5f7; padding: 0 .3em }}</style>
<h1>Bukti verifikasi register pengaduan</h1>
<p>{office}, dibuat {at}. Isi: {entries} entri dalam {logs} rantai, pada berkas <code>{ENTRIES}</code>.</p>
<h2>Cara memeriksa</h2>
<p>Jalankan <code>loket verify FOLDER</code> dengan folder ini. Program itu tidak memerlukan register kantor ini, kuncinya, atau internet. Cocokkan sidik pada tanda terima, buku register, atau daftar dengan <code>loket verify --sidik</code> di kantor ini.</p>
<h2>Yang dibuktikan</h2>
<ul>
<li>Tidak ada entri yang diubah, disisipkan, ditukar urutannya, atau dihapus dari tengah rantai.</li>
<li>Setiap entri ditandatangani oleh kunci komputer yang mencatatnya.</li>
<li>Bagian yang tidak ada di sini (nama, alamat, uraian) terikat pada sidiknya: bila kelak ditunjukkan, dapat dicocokkan.</li>
</ul>
<h2>Yang tidak dibuktikan</h2>
<ul>
<li>Bahwa isi aduan benar, atau bahwa semua aduan yang datang sudah dicatat.</li>
<li>Bahwa petugas yang disebut sungguh yang duduk di depan komputer: nama petugas ialah pernyataan komputer itu.</li>
<li>Bahwa tidak ada entri yang hilang di ujung rantai. Bandingkan dengan bukti yang dibuat sebelumnya dan sidik pada kertas.</li>
<li>Jam komputer. Waktu pada entri ialah waktu komputer itu.</li>
</ul>
<p>Berkas ini tidak memuat nama, alamat, nomor telepon, NIK, atau uraian aduan.</p>
</html>
"#
    )
}
