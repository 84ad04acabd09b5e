//! First lists of services by kind of office; the office edits its own list afterwards.

use crate::vocabulary::OfficeKind;

/// The services that such an office usually gives, in the order of the counter.
pub fn preset(kind: OfficeKind) -> &'static [&'static str] {
    match kind {
        OfficeKind::HealthCentre => &[
            "Pendaftaran dan rekam medis",
            "Pemeriksaan umum",
            "Kesehatan gigi dan mulut",
            "Kesehatan ibu dan keluarga berencana",
            "Kesehatan anak dan imunisasi",
            "Lanjut usia",
            "Gawat darurat",
            "Rawat inap dan persalinan",
            "Farmasi",
            "Laboratorium",
            "Gizi",
            "Kesehatan lingkungan",
            "Rujukan",
            "Surat keterangan sehat",
            "Posyandu dan puskesmas keliling",
            "Ambulans",
        ],
        OfficeKind::Kelurahan => &[
            "Surat pengantar KTP-el dan kartu keluarga",
            "Surat keterangan domisili",
            "Surat keterangan tidak mampu",
            "Surat keterangan usaha",
            "Surat pengantar nikah",
            "Surat keterangan kelahiran",
            "Surat keterangan kematian",
            "Surat pengantar pindah",
            "Surat keterangan ahli waris",
            "Administrasi pertanahan",
            "Bantuan sosial",
            "Pajak bumi dan bangunan",
            "Kebersihan dan lingkungan",
            "Ketenteraman dan ketertiban",
        ],
        OfficeKind::CivilRegistry => &[
            "KTP-el: perekaman",
            "KTP-el: pencetakan",
            "Kartu keluarga",
            "Kartu identitas anak",
            "Akta kelahiran",
            "Akta kematian",
            "Akta perkawinan",
            "Akta perceraian",
            "Perpindahan dan kedatangan penduduk",
            "Perbaikan data kependudukan",
            "Identitas kependudukan digital",
            "Legalisasi dokumen",
            "Pelayanan keliling",
        ],
        OfficeKind::Licensing => &[
            "Nomor Induk Berusaha",
            "Perizinan berusaha melalui OSS",
            "Kesesuaian kegiatan pemanfaatan ruang",
            "Persetujuan lingkungan",
            "Persetujuan bangunan gedung",
            "Sertifikat laik fungsi",
            "Izin praktik tenaga kesehatan",
            "Izin reklame",
            "Izin penelitian",
            "Izin penyelenggaraan pendidikan",
            "Pendampingan penanaman modal",
            "Mal pelayanan publik",
        ],
        OfficeKind::SecretariatDivision => &[
            "Administrasi surat dan disposisi",
            "Pengadaan barang dan jasa",
            "Bantuan hukum dan produk hukum daerah",
            "Hibah dan bantuan sosial",
            "Kesejahteraan rakyat dan keagamaan",
            "Organisasi dan tata laksana",
            "Tata pemerintahan dan batas wilayah",
            "Perekonomian dan pengendalian harga",
            "Administrasi pembangunan",
            "Protokol dan komunikasi pimpinan",
            "Perlengkapan dan rumah tangga",
            "Permintaan informasi",
        ],
        OfficeKind::Other => &[
            "Pendaftaran dan antrean",
            "Informasi pelayanan",
            "Permohonan surat keterangan",
            "Permohonan izin atau rekomendasi",
            "Pembayaran dan retribusi",
            "Bantuan dan subsidi",
            "Sarana dan prasarana",
            "Sikap petugas",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_kind_of_office_has_a_usable_list() {
        for &kind in OfficeKind::ALL {
            let services = preset(kind);
            assert!((8..=16).contains(&services.len()), "{kind:?}");
            let different: HashSet<_> = services.iter().collect();
            assert_eq!(different.len(), services.len(), "{kind:?}");
            for service in services {
                assert_eq!(service.trim(), *service);
                assert!(service.chars().count() <= 50, "{service}");
            }
        }
    }
}
