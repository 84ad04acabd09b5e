//! Lists, the register book and forms, written by jobs.

use crate::answer::Answer;
use crate::opening::{officer, with_desk};
use loket_desk::book::BookOrder;
use loket_desk::csv::Separator;
use loket_desk::forms::Numbered;
use loket_desk::issue::Format;
use loket_desk::place::Place;
use loket_desk::store::complaints::{Filter, Sort};
use loket_desk::{Act, Result};
use serde_json::json;
use std::path::Path;

/// By the ending of the file.
fn format(out: &Path, separator: Separator) -> Format {
    let table = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    if table { Format::Csv(separator) } else { Format::Pdf }
}

pub async fn book(
    place: &Place,
    key_file: Option<&Path>,
    order: BookOrder,
    out: &Path,
    separator: Separator,
) -> Result<Answer> {
    let format = format(out, separator);
    with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let made = desk.issue_book(order, format, act).await?;
        desk.save_paper(made.run, &made.bytes, out, act).await
    })
    .await?;
    Ok(Answer {
        lines: vec![format!("Buku register {} ditulis.", loket_desk::book::period(order.from, order.to))],
        json: json!({ "from": order.from, "to": order.to, "format": format.code() }),
    })
}

pub async fn list(place: &Place, key_file: Option<&Path>, out: &Path, separator: Separator) -> Result<Answer> {
    let format = format(out, separator);
    let rows = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let filter = Filter { sort: Sort::Deadline, ..Filter::default() };
        let list = desk.deadline_list(&filter, "Semua tahap, semua layanan", "semua waktu", act).await?;
        let rows = list.rows.len();
        let made = desk.issue_list(list, format, act).await?;
        desk.save_paper(made.run, &made.bytes, out, act).await?;
        Ok(rows)
    })
    .await?;
    Ok(Answer {
        lines: vec![format!("Daftar tenggat ditulis: {rows} aduan.")],
        json: json!({ "rows": rows, "format": format.code() }),
    })
}

pub async fn filled(place: &Place, key_file: Option<&Path>, reference: &str, out: &Path) -> Result<Answer> {
    let id = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let id = desk.find(reference).await?;
        let made = desk.issue_filled(id, act).await?;
        desk.save_paper(made.run, &made.bytes, out, act).await?;
        Ok(id)
    })
    .await?;
    Ok(Answer { lines: vec!["Formulir pengaduan ditulis.".to_owned()], json: json!({ "id": id }) })
}

pub async fn blanks(
    place: &Place,
    key_file: Option<&Path>,
    count: u32,
    numbered: Numbered,
    out: &Path,
) -> Result<Answer> {
    let numbers = with_desk(place, key_file, async |desk| {
        let act = Act::new(officer(desk).await?, chrono::Utc::now());
        let (numbers, forms) = desk.issue_blanks(count, numbered, act).await?;
        desk.save_paper(forms.run, &forms.bytes, out, act).await?;
        Ok(numbers)
    })
    .await?;
    let mut lines = vec![format!("{count} formulir kosong ditulis.")];
    if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
        lines.push(format!("Nomor yang dicadangkan: {first} sampai {last}."));
    }
    Ok(Answer { lines, json: json!({ "forms": count, "reserved": numbers }) })
}
