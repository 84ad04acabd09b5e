//! Commands that change the register.

use crate::answer::Answer;
use crate::opening::{content, line, new_opener, officer, value, values, with_desk};
use loket_desk::place::Place;
use loket_desk::{Act, Desk, Error, Result, init as first_start, receipt as receipts, restore as restoring, verify};
use loket_domain::intake::{ComplaintInput, FieldError};
use loket_domain::paper::ReceiptForm;
use serde_json::json;
use std::path::Path;
use uuid::Uuid;

pub async fn init(place: &Place, key_file: Option<&Path>, office: &Path, practice: bool) -> Result<Answer> {
    let opener = new_opener(key_file).await?;
    let setup = value(&content(office)?)?;
    let created = first_start::init(place, &setup, practice, &opener, chrono::Utc::now()).await?;
    let blocks = created.recovery_blocks.join(" ");
    created.desk.close().await?;
    Ok(Answer {
        lines: vec![
            "Register siap. Kunci pemulihan berikut hanya ditampilkan sekali; salin ke kertas dan simpan di tempat terkunci:".to_owned(),
            blocks.clone(),
        ],
        json: json!({ "recovery_key": blocks }),
    })
}

/// Registers each complaint of the file (one JSON value, or several after one another) and tells each as soon as it is
/// durable.
pub async fn register(
    place: &Place,
    key_file: Option<&Path>,
    file: &Path,
    request: Option<Uuid>,
    as_json: bool,
) -> Result<Answer> {
    with_desk(place, key_file, async |desk| {
        let officer = officer(desk).await?;
        let text = content(file)?;
        let mut told: Option<Answer> = None;
        for (n, input) in values::<ComplaintInput>(&text).enumerate() {
            if let Some(before) = told.take() {
                before.print(as_json);
            }
            let mut act = Act::new(officer, chrono::Utc::now());
            act.request = request.filter(|_| n == 0).unwrap_or(act.request);
            let done = desk.register(&input?, None, act).await?;
            let answer = Answer {
                lines: vec![format!("Terdaftar {}. Kode lacak {}.", done.number, done.tracking)],
                json: json!({ "number": done.number, "tracking_code": done.tracking, "id": done.id }),
            };
            told = Some(answer);
        }
        told.ok_or_else(|| Error::Invalid(vec![FieldError::new("file", "required")]))
    })
    .await
}

pub async fn void(place: &Place, key_file: Option<&Path>, reference: &str, reason: &str, undo: bool) -> Result<Answer> {
    let id = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let id = desk.find(reference).await?;
        if undo {
            desk.unvoid(id, reason, act).await?;
        } else {
            desk.void(id, reason, act).await?;
        }
        Ok(id)
    })
    .await?;
    let text = if undo { "Pembatalan dicabut." } else { "Dibatalkan; nomornya tetap tercatat dan tidak dipakai lagi." };
    Ok(Answer { lines: vec![text.to_owned()], json: json!({ "id": id, "voided": !undo }) })
}

pub async fn receipt(
    place: &Place,
    key_file: Option<&Path>,
    reference: &str,
    form: ReceiptForm,
    out: &Path,
) -> Result<Answer> {
    let drawn = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let id = desk.find(reference).await?;
        desk.save_receipt(id, form, out, act).await
    })
    .await?;
    let missing = drawn.receipt.missing();
    let title = if missing.is_empty() { "Tanda terima" } else { "Bukti pencatatan" };
    Ok(Answer {
        lines: vec![format!(
            "{title} ditulis; disarankan bernama {}.",
            receipts::file_name(&drawn.receipt.frame.number)
        )],
        json: json!({ "receipt": missing.is_empty(), "missing": missing, "copy": drawn.copy, "fingerprint": drawn.document.fingerprint() }),
    })
}

pub async fn backup(place: &Place, key_file: Option<&Path>, to: Option<&Path>) -> Result<Answer> {
    let now = chrono::Utc::now();
    let made = with_desk(place, key_file, async |desk| match to {
        Some(folder) => desk.snapshot_to(folder, now).await,
        None => Ok(desk.snapshot(now).await?.0),
    })
    .await?;
    Ok(Answer {
        lines: vec![format!(
            "Cadangan dibuat dan diperiksa: {} aduan, {} entri.\n{}",
            made.complaints,
            made.entries,
            made.path.display()
        )],
        json: json!({ "path": made.path, "complaints": made.complaints, "entries": made.entries }),
    })
}

pub async fn restore(place: &Place, key_file: Option<&Path>, snapshot: &Path) -> Result<Answer> {
    let opener = new_opener(key_file).await?;
    let desk = restoring::restore(place, snapshot, &line()?, &opener, chrono::Utc::now()).await?;
    let entries = desk.entries().await?;
    desk.close().await?;
    Ok(Answer {
        lines: vec![format!(
            "Dipulihkan: {entries} entri. Penomoran ditahan sampai nomor terakhir pada kertas diberikan."
        )],
        json: json!({ "entries": entries, "numbers_frozen": true }),
    })
}

pub async fn resume_numbers(place: &Place, key_file: Option<&Path>, last: u32) -> Result<Answer> {
    let next = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        desk.resume_numbers(last, act).await?;
        desk.next_number(act.now).await
    })
    .await?;
    Ok(Answer {
        lines: vec![format!("Penomoran dilanjutkan. Nomor berikutnya {}.", next.as_deref().unwrap_or("-"))],
        json: json!({ "next": next }),
    })
}

pub async fn rebuild(place: &Place, key_file: Option<&Path>) -> Result<Answer> {
    let rebuild = async |desk: &Desk| verify::rebuild(&mut *desk.store.writer.lock().await).await;
    let subjects = with_desk(place, key_file, rebuild).await?;
    Ok(Answer {
        lines: vec![format!("Dibangun ulang dari {subjects} pokok entri; sama dengan sebelumnya.")],
        json: json!({ "subjects": subjects, "equal": true }),
    })
}
