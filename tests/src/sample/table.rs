//! The sample as the CSV file of an old register, to be imported.

use super::plan;
use super::register::{CHANNELS, FIRST_NAMES, LAST_NAMES};
use super::text;
use crate::chance::Chance;
use chrono::{DateTime, NaiveDate, Utc};
use loket_domain::dates::Zone;
use loket_domain::services::preset;
use loket_domain::vocabulary::OfficeKind;
use std::io::{BufWriter, Write};
use std::path::Path;

const HEADER: &str = "No Register;Tracking ID;Tanggal Diterima;Saluran;Nama Pelapor;No HP;Alamat;Layanan;Isi Aduan;Tanggal Tanggapan;Tanggal Selesai;Status;Lama (hari)";

/// Writes `count` rows, delimited by semicolons, with line breaks and formulas as people type them.
///
/// # Errors
/// When the file cannot be written.
pub fn write(path: &Path, count: usize, seed: u64, until: NaiveDate) -> std::io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(path)?);
    write!(file, "{HEADER}\r\n")?;
    for (place, p) in plan::complaints(count, seed, until).iter().enumerate() {
        let mut chance = Chance::new(seed.rotate_left(7), p.n);
        let description = match p.repeats {
            Some(n) => text::again(&mut chance, &text::complaint(&mut Chance::new(seed, n))),
            None => text::complaint(&mut Chance::new(seed, p.n)),
        };
        let named = chance.happens(0.9);
        let name = format!("{} {}", chance.one(FIRST_NAMES), chance.one(LAST_NAMES));
        let day = |at: Option<DateTime<Utc>>| at.map(|t| Zone::Wib.date(&t).format("%d/%m/%Y").to_string());
        let status = match (p.answered, p.closed) {
            (_, Some(_)) => "Selesai",
            (Some(_), None) => "Ditanggapi",
            (None, None) => "Proses",
        };
        let cells = [
            format!("{}/LAMA/{}", place + 1, Zone::Wib.local(&p.received).format("%Y")),
            (5_000_000 + p.n).to_string(),
            Zone::Wib.local(&p.received).format("%d/%m/%Y %H.%M WIB").to_string(),
            chance.weighed(CHANNELS).label().to_owned(),
            if named { name } else { String::new() },
            if named { text::mobile(&mut chance) } else { String::new() },
            if named { format!("Jalan Andaikan Nomor {}", 1 + chance.place(180)) } else { String::new() },
            (*chance.one(preset(OfficeKind::HealthCentre))).to_owned(),
            description,
            day(p.answered).unwrap_or_default(),
            day(p.closed).unwrap_or_default(),
            status.to_owned(),
            chance.place(90).to_string(),
        ];
        let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        write!(file, "{}\r\n", quoted.join(";"))?;
    }
    file.flush()
}
