//! A first mapping from the names of columns, for a person to check.

use super::map::{Field, ImportMap};
use super::row::same_name;
use std::collections::BTreeMap;

/// Usual names, in the order in which they are looked for; each column is taken once.
const NAMES: &[(Field, &[&str])] = &[
    (Field::SourceId, &["tracking id", "id aduan", "id laporan", "id", "uuid", "ticket id", "no tiket"]),
    (
        Field::OldNumber,
        &[
            "nomor register",
            "no register",
            "no. register",
            "nomor pengaduan",
            "nomor aduan",
            "no aduan",
            "nomor",
            "no.",
            "no",
        ],
    ),
    (
        Field::Received,
        &[
            "tanggal diterima",
            "tanggal laporan masuk",
            "tanggal masuk",
            "tanggal aduan",
            "tanggal pengaduan",
            "tanggal lapor",
            "waktu lapor",
            "diterima",
            "received_at",
            "created_at",
            "tanggal",
            "tgl",
        ],
    ),
    (Field::ReceivedTime, &["waktu laporan masuk", "jam diterima", "jam", "waktu", "pukul"]),
    (Field::Name, &["nama pelapor", "nama pengadu", "nama lengkap", "pelapor", "pengadu", "nama"]),
    (
        Field::Phone,
        &[
            "nomor telepon",
            "no telepon",
            "no. telepon",
            "no telp",
            "no. telp",
            "telepon",
            "telp",
            "no hp",
            "no. hp",
            "hp",
            "whatsapp",
            "kontak",
        ],
    ),
    (Field::Email, &["email", "e-mail", "surel", "pos-el"]),
    (Field::Nik, &["nik", "nomor ktp", "no ktp"]),
    (Field::Address, &["alamat pelapor", "alamat"]),
    (Field::Village, &["desa/kelurahan", "kelurahan/desa", "kelurahan", "desa"]),
    (Field::Occupation, &["pekerjaan"]),
    (Field::IdentityMode, &["tipe laporan", "sifat identitas", "identitas"]),
    (Field::Channel, &["saluran", "kanal", "sumber laporan", "media", "sumber"]),
    (Field::ChannelRef, &["nomor surat", "rujukan"]),
    (Field::Service, &["jenis layanan", "layanan", "kategori", "topik", "bidang"]),
    (Field::Subject, &["judul laporan", "judul", "perihal", "hal"]),
    (
        Field::Description,
        &[
            "isi laporan akhir",
            "isi laporan awal",
            "isi aduan",
            "isi pengaduan",
            "isi laporan",
            "uraian aduan",
            "uraian pengaduan",
            "uraian laporan",
            "uraian keluhan",
            "uraian masalah",
            "permasalahan",
            "masalah",
            "uraian",
            "aduan",
            "pengaduan",
            "keluhan",
            "deskripsi",
            "isi",
        ],
    ),
    (Field::EventDate, &["tanggal kejadian", "tgl kejadian"]),
    (Field::EventPlace, &["tempat kejadian", "lokasi kejadian", "lokasi"]),
    (Field::Loss, &["kerugian"]),
    (Field::Settlement, &["penyelesaian yang diminta", "harapan", "tuntutan"]),
    (Field::Accused, &["pihak yang diadukan", "terlapor", "petugas yang diadukan"]),
    (Field::State, &["status laporan", "status aduan", "keadaan", "status"]),
    (Field::Answered, &["tanggal tanggapan", "tanggal dijawab", "tanggal jawaban", "tgl tanggapan"]),
    (Field::Answer, &["isi tanggapan", "tanggapan", "jawaban", "tindak lanjut"]),
    (Field::Closed, &["tanggal selesai", "tgl selesai", "tanggal ditutup"]),
    (Field::Result, &["hasil penyelesaian", "hasil", "penyelesaian"]),
];

/// Beginnings of columns that sum up what stands elsewhere, and often contradict it.
const SUMMARIES: &[&str] = &[
    "hari",
    "jumlah hari",
    "selisih",
    "lama",
    "durasi",
    "umur",
    "usia",
    "status tepat waktu",
    "tepat waktu",
    "ketepatan",
    "sla",
    "terlambat",
    "keterlambatan",
    "jatuh tempo",
];

/// Is this a column of figures that follow from others? Such columns are never read.
#[must_use]
pub fn is_summary(column: &str) -> bool {
    let name = column.trim().to_lowercase();
    SUMMARIES.iter().any(|s| name == *s || name.strip_prefix(s).is_some_and(|rest| rest.starts_with([' ', '_', '('])))
}

/// Proposes a column for each field whose usual names stand in the header.
#[must_use]
pub fn guess(header: &[String]) -> ImportMap {
    let mut columns: BTreeMap<Field, String> = BTreeMap::new();
    for (field, names) in NAMES {
        let free = |h: &&String| !is_summary(h) && !columns.values().any(|taken| taken == *h);
        let found = names.iter().find_map(|name| {
            header.iter().filter(free).find(|h| same_name(&h.replace('_', " "), name) || same_name(h, name))
        });
        if let Some(column) = found.cloned() {
            columns.insert(*field, column);
        }
    }
    ImportMap::of(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(header: &[&str]) -> Vec<(Field, String)> {
        let header: Vec<String> = header.iter().map(|h| (*h).to_owned()).collect();
        guess(&header).columns.into_iter().collect()
    }

    #[test]
    fn an_export_of_the_national_channel_is_recognised() {
        let found = guessed(&[
            "Tracking ID",
            "Tanggal Laporan Masuk",
            "Waktu Laporan Masuk",
            "Nama Pelapor",
            "Klasifikasi Laporan",
            "Kategori",
            "Judul Laporan",
            "Isi Laporan Awal",
            "Isi Laporan Akhir",
            "Tipe Laporan",
            "Sumber Laporan",
            "Status Laporan",
        ]);
        let column = |field| found.iter().find(|(f, _)| *f == field).map(|(_, c)| c.as_str());
        assert_eq!(column(Field::SourceId), Some("Tracking ID"));
        assert_eq!(column(Field::Received), Some("Tanggal Laporan Masuk"));
        assert_eq!(column(Field::ReceivedTime), Some("Waktu Laporan Masuk"));
        assert_eq!(column(Field::Description), Some("Isi Laporan Akhir"));
        assert_eq!(column(Field::IdentityMode), Some("Tipe Laporan"));
        assert_eq!(column(Field::State), Some("Status Laporan"));
    }

    #[test]
    fn columns_that_sum_up_are_never_proposed() {
        let found = guessed(&[
            "No",
            "Tanggal",
            "Uraian",
            "Hari",
            "Status Tepat Waktu",
            "Selisih (hari)",
            "Lama Proses",
            "Status",
        ]);
        assert!(found.iter().all(|(_, column)| !is_summary(column)));
        assert!(found.contains(&(Field::State, "Status".to_owned())));
        assert!(is_summary("selisih") && is_summary("Hari") && !is_summary("Harian") && !is_summary("Status"));
    }
}
