//! Indonesian words for domain values: one source for screens, papers and reports.

use crate::calendar::Closed;
use crate::clock::{Certainty, DayUnit, Rule};
use crate::facts::kind;
use crate::rights::{Reach, Right};
use crate::vocabulary::{
    Capacity, Channel, Classification, Conveyance, IdentityMode, OfficeKind, Role, Salutation, State,
};

impl Channel {
    /// On screens: `Tatap muka`.
    pub fn label(self) -> &'static str {
        match self {
            Self::FaceToFace => "Tatap muka",
            Self::SuggestionBox => "Kotak aduan",
            Self::Letter => "Surat",
            Self::Telephone => "Telepon",
            Self::Sms => "SMS",
            Self::WhatsApp => "WhatsApp",
            Self::Email => "Pos-el",
            Self::Website => "Laman",
            Self::SocialMedia => "Media sosial",
            Self::Sp4n => "SP4N-LAPOR!",
            Self::Ombudsman => "Ombudsman RI",
            Self::Parliament => "DPR atau DPRD",
            Self::MassMedia => "Media massa",
            Self::Forum => "Forum atau musyawarah",
            Self::Other => "Lainnya",
        }
    }

    /// Within a line of a paper: `datang langsung`.
    pub fn on_paper(self) -> &'static str {
        match self {
            Self::FaceToFace => "datang langsung",
            Self::SuggestionBox => "kotak pengaduan",
            Self::Letter => "surat",
            Self::Telephone => "telepon",
            Self::Email => "pos-el",
            Self::Website => "laman",
            Self::SocialMedia => "media sosial",
            Self::MassMedia => "media massa",
            Self::Forum => "forum atau musyawarah",
            Self::Other => "saluran lain",
            Self::Sms | Self::WhatsApp | Self::Sp4n | Self::Ombudsman | Self::Parliament => self.label(),
        }
    }

    /// Whether the person stands at the counter, so that the receipt can be signed and handed over
    /// at once.
    pub fn has_counter(self) -> bool {
        self == Self::FaceToFace
    }
}

impl IdentityMode {
    /// `Terbuka`, `Dirahasiakan`, `Tanpa identitas`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "Terbuka",
            Self::Confidential => "Dirahasiakan",
            Self::None => "Tanpa identitas",
        }
    }
}

impl Capacity {
    /// `Diri sendiri`, `Kuasa`, `Kelompok`, `Badan hukum`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Oneself => "Diri sendiri",
            Self::Proxy => "Kuasa",
            Self::Group => "Kelompok",
            Self::LegalBody => "Badan hukum",
        }
    }
}

impl Role {
    /// `Petugas`, `Pengelola` …
    pub fn label(self) -> &'static str {
        match self {
            Self::CounterOfficer => "Petugas",
            Self::ComplaintManager => "Pengelola",
            Self::Head => "Pimpinan",
            Self::Inspector => "Pengawas",
            Self::Auditor => "Auditor",
            Self::Administrator => "Admin",
        }
    }
}

impl State {
    /// `Diterima`, `Ditanggapi`, `Selesai`, `Dibatalkan`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Received => "Diterima",
            Self::Answered => "Ditanggapi",
            Self::Closed => "Selesai",
            Self::Voided => "Dibatalkan",
        }
    }
}

/// One entry in a line: `Aduan didaftarkan`. A kind of a later version has no word of its own.
pub fn entry_label(entry_kind: &str) -> &'static str {
    match entry_kind {
        kind::LOG_OPENED => "Rantai entri dibuka",
        kind::UNIT_CHANGED => "Pengaturan kantor dicatat",
        kind::OFFICER_CHANGED => "Data petugas dicatat",
        kind::PIN_RESET => "PIN baru diberikan",
        kind::SERVICE_CHANGED => "Layanan dicatat",
        kind::HOLIDAY_ADDED => "Hari libur ditambahkan",
        kind::NUMBERING_SET => "Penomoran ditetapkan",
        kind::NUMBERING_FROZEN => "Penomoran ditahan",
        kind::NUMBERING_RESUMED => "Penomoran dilanjutkan",
        kind::NUMBERING_RESERVED => "Nomor disisihkan untuk formulir kosong",
        kind::NUMBERING_UNUSED => "Nomor formulir dinyatakan tidak dipakai",
        kind::COMPLAINT_REGISTERED => "Aduan didaftarkan",
        kind::COMPLAINT_CORRECTED => "Data dibetulkan",
        kind::COMPLAINT_VOIDED => "Nomor dibatalkan",
        kind::COMPLAINT_UNVOIDED => "Pembatalan dicabut",
        kind::COMPLAINT_NOTED => "Catatan",
        kind::COMPLAINT_ANSWERED => "Tanggapan disampaikan",
        kind::COMPLAINT_CLOSED => "Dinyatakan selesai",
        kind::COMPLAINT_CLASSIFIED => "Golongan ditetapkan",
        kind::COMPLAINT_TAKEN_OVER => "Ditangani pengelola",
        kind::RECEIPT_SIGNED => "Kedua lembar ditandatangani",
        kind::RECEIPT_HANDED_OVER => "Lembar 1 diserahkan",
        kind::DOCUMENT_MADE => "Dokumen dibuat",
        kind::DOCUMENT_PRINTED => "Dokumen dicetak atau disimpan",
        kind::IDENTITY_VIEWED => "Identitas dibuka",
        kind::ATTACHMENT_ADDED => "Lampiran ditambahkan",
        kind::ATTACHMENT_SAVED => "Lampiran disimpan di luar program",
        kind::RECOVERY_RENEWED => "Kunci pemulihan baru dibuat",
        kind::BUNDLE_MADE => "Bukti verifikasi dibuat",
        kind::DRAFT_DELETED => "Draf dihapus",
        kind::COMPLAINT_LINKED => "Ditautkan dengan aduan lain",
        kind::COMPLAINT_UNLINKED => "Tautan dengan aduan lain dilepas",
        kind::REPORTER_JOINED => "Pelapor tambahan digabungkan",
        kind::REPORTER_SEPARATED => "Pelapor tambahan dipisahkan",
        kind::IMPORT_MADE => "Impor register lama dimulai",
        kind::IMPORT_UNDONE => "Impor register lama dibatalkan",
        kind::COMPLAINT_IMPORTED => "Dimasukkan dari register lama",
        _ => "Entri versi baru, disimpan utuh",
    }
}

impl Right {
    /// In the table of rights: `Membuka identitas`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Register => "Mendaftarkan aduan dan menyisihkan nomor",
            Self::Read => "Mencari dan membaca aduan",
            Self::ReadRestricted => "Membaca isi dibatasi",
            Self::OpenIdentity => "Membuka identitas",
            Self::Papers => "Mencetak tanda terima dan membuka lampiran",
            Self::Step => "Mencatat langkah",
            Self::Tie => "Menautkan, menggabungkan, memisahkan",
            Self::Correct => "Membetulkan dan membatalkan",
            Self::Manage => "Membatalkan setelah diserahkan, mengubah waktu diterima",
            Self::Classify => "Menetapkan golongan",
            Self::Lists => "Mencetak daftar",
            Self::Book => "Mencetak buku register kantor",
            Self::PublicBook => "Mencetak buku register versi publik",
            Self::ReadLog => "Melihat jejak akses dan memeriksa rantai",
            Self::Choices => "Mengubah daftar pilihan",
            Self::Settings => "Mengubah pengaturan, petugas, cadangan; mengimpor",
        }
    }
}

impl Reach {
    /// In the table of rights.
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "–",
            Self::Own => "miliknya, sampai ditangani pengelola",
            Self::OwnUnsigned => "miliknya, sampai Lembar 1 diserahkan",
            Self::Ordinary => "selain berkadar pengawasan",
            Self::Supervisory => "berkadar pengawasan saja",
            Self::All => "ya",
        }
    }
}

impl Conveyance {
    /// On screens: `Diserahkan langsung`.
    pub fn label(self) -> &'static str {
        match self {
            Self::InPerson => "Diserahkan langsung",
            Self::RegisteredPost => "Pos tercatat",
            Self::Courier => "Kurir",
            Self::Email => "Pos-el",
            Self::WhatsApp => "WhatsApp",
            Self::Sms => "SMS",
            Self::Telephone => "Telepon",
            Self::Sp4n => "SP4N-LAPOR!",
            Self::NoticeBoard => "Papan pengumuman",
        }
    }

    /// After `Diserahkan:` on a paper: `langsung`.
    pub fn on_paper(self) -> &'static str {
        match self {
            Self::InPerson => "langsung",
            Self::RegisteredPost => "pos tercatat",
            Self::Courier => "kurir",
            Self::Email => "pos-el",
            Self::Telephone => "telepon",
            Self::NoticeBoard => "papan pengumuman",
            Self::WhatsApp | Self::Sms | Self::Sp4n => self.label(),
        }
    }
}

impl Classification {
    /// In full; never BP or TBP on a citizen's paper.
    pub fn label(self) -> &'static str {
        match self {
            Self::Ordinary => "Pengaduan tidak berkadar pengawasan",
            Self::Supervisory => "Pengaduan berkadar pengawasan",
            Self::Aspiration => "Aspirasi",
            Self::InformationRequest => "Permintaan informasi",
        }
    }
}

impl Salutation {
    /// `Bapak`, `Ibu`, `Bapak/Ibu`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Bapak => "Bapak",
            Self::Ibu => "Ibu",
            Self::Unknown => "Bapak/Ibu",
        }
    }
}

impl OfficeKind {
    /// `Puskesmas`, `Kelurahan`, `Disdukcapil` …
    pub fn label(self) -> &'static str {
        match self {
            Self::HealthCentre => "Puskesmas",
            Self::Kelurahan => "Kelurahan",
            Self::CivilRegistry => "Disdukcapil",
            Self::Licensing => "DPMPTSP",
            Self::SecretariatDivision => "Bagian pada Sekretariat Daerah",
            Self::Other => "Lainnya",
        }
    }
}

impl Certainty {
    /// How the screen *Tenggat dan dasar hukum* says it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Seen => "Sesuai dengan naskah peraturan",
            Self::Secondary => "Dari sumber kedua, perlu diperiksa",
            Self::Unconfirmed => "Belum pasti, perlu diperiksa kantor",
        }
    }
}

impl DayUnit {
    /// `hari kalender`, `hari kerja`; always said with the number.
    pub fn label(self) -> &'static str {
        match self {
            Self::Calendar => "hari kalender",
            Self::Working => "hari kerja",
        }
    }
}

impl Rule {
    /// `14 hari kalender`.
    pub fn span(&self) -> String {
        format!("{} {}", self.days, self.unit.label())
    }
}

impl Closed {
    /// `akhir pekan`, `libur nasional: Hari Raya Natal`.
    pub fn label(&self) -> String {
        match self {
            Self::Weekend => "akhir pekan".to_owned(),
            Self::Holiday(name) => format!("libur nasional: {name}"),
            Self::JointLeave(name) => match name.strip_prefix("Cuti Bersama ") {
                Some(occasion) => format!("cuti bersama: {occasion}"),
                None => format!("cuti bersama: {name}"),
            },
            Self::Local(name) => format!("libur setempat: {name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn all_differ<T: Copy>(all: &[T], label: fn(T) -> &'static str) {
        let labels: HashSet<_> = all.iter().map(|&member| label(member)).collect();
        assert_eq!(labels.len(), all.len(), "{labels:?}");
    }

    #[test]
    fn every_member_has_a_label_of_its_own() {
        all_differ(Channel::ALL, Channel::label);
        all_differ(Channel::ALL, Channel::on_paper);
        all_differ(IdentityMode::ALL, IdentityMode::label);
        all_differ(Capacity::ALL, Capacity::label);
        all_differ(Role::ALL, Role::label);
        all_differ(State::ALL, State::label);
        all_differ(Conveyance::ALL, Conveyance::label);
        all_differ(Conveyance::ALL, Conveyance::on_paper);
        all_differ(Classification::ALL, Classification::label);
        all_differ(Salutation::ALL, Salutation::label);
        all_differ(OfficeKind::ALL, OfficeKind::label);
        all_differ(Certainty::ALL, Certainty::label);
    }

    /// The wording of the papers.
    #[test]
    fn channels_on_papers() {
        let words: Vec<_> = ["TM", "SR", "KP", "TL", "WA", "EM", "MS", "SP"]
            .iter()
            .map(|code| Channel::from_code(code).unwrap().on_paper())
            .collect();
        assert_eq!(
            words,
            [
                "datang langsung",
                "surat",
                "kotak pengaduan",
                "telepon",
                "WhatsApp",
                "pos-el",
                "media sosial",
                "SP4N-LAPOR!"
            ]
        );
        assert!(Channel::FaceToFace.has_counter());
        assert!(!Channel::Letter.has_counter());
    }

    #[test]
    fn spans_and_closed_days() {
        assert_eq!(crate::law::FIRST_RESPONSE.span(), "14 hari kalender");
        assert_eq!(crate::law::SP4N_INFORMATION.span(), "5 hari kerja");
        assert_eq!(Closed::JointLeave("Cuti Bersama Hari Raya Natal".into()).label(), "cuti bersama: Hari Raya Natal");
        assert_eq!(Closed::Weekend.label(), "akhir pekan");
    }
}
