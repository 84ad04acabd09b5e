//! Few codes for the window, many causes for the technical log: one exhaustive match between them.

use crate::dto::codes::PrintReason;
use crate::technical_log::TechnicalLog;
use loket_desk::Error;
use loket_domain::intake;
use serde::Serialize;
use specta::Type;
use std::path::Path;

/// What a command answers.
pub type Reply<T> = Result<T, CommandError>;

/// One field that stops a deed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldError {
    pub field: String,
    pub code: String,
    pub detail: Option<String>,
}

impl From<intake::FieldError> for FieldError {
    fn from(e: intake::FieldError) -> Self {
        Self { field: e.field, code: e.code, detail: e.detail }
    }
}

/// Why an attachment cannot be taken, or cannot leave clean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentReason {
    Empty,
    TooBig,
    Type,
    Unreadable,
    Uncleaned,
}

impl AttachmentReason {
    fn of(code: &str) -> Self {
        match code {
            "empty" => Self::Empty,
            "too_big" => Self::TooBig,
            "type" => Self::Type,
            "uncleaned" => Self::Uncleaned,
            _ => Self::Unreadable,
        }
    }
}

/// Every failure that the window knows; the union of the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "code", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum CommandError {
    Invalid { fields: Vec<FieldError> },
    NotFound,
    NotAllowed,
    Precondition { what: String, detail: Option<String> },
    SignedOut,
    NumberSeriesFrozen,
    DiskFull { complaints_kept: u32 },
    RegisterHeld,
    RegisterNewer { needs: String },
    RegisterDamaged { moved_to: String },
    KeyWrong,
    Attachment { name: String, reason: AttachmentReason },
    Printer { detail: String, reason: PrintReason },
    Internal { reference: String },
}

impl CommandError {
    /// One field.
    pub fn field(field: &str, code: &str) -> Self {
        Self::Invalid { fields: vec![FieldError { field: field.to_owned(), code: code.to_owned(), detail: None }] }
    }

    /// It cannot be done now, with the words for a person where there are some.
    pub fn precondition(what: &str) -> Self {
        Self::Precondition { what: what.to_owned(), detail: words_of(what).map(str::to_owned) }
    }
}

/// What a command meets: a cause inside the desk, or a code that the command itself knows.
#[derive(Debug)]
pub enum Failure {
    /// A cause inside.
    Desk(Error),
    /// A code for the window.
    Told(CommandError),
}

macro_rules! causes {
    ($($cause:ty),+) => { $(
        impl From<$cause> for Failure {
            fn from(e: $cause) -> Self {
                Self::Desk(e.into())
            }
        }
    )+ };
}

causes!(Error, std::io::Error, serde_json::Error, tokio::task::JoinError);

/// A code as a failure.
pub fn told(e: CommandError) -> Failure {
    Failure::Told(e)
}

/// Gives an error of an attachment its name.
pub fn named(name: &str) -> impl FnOnce(Error) -> Failure + '_ {
    move |e| match e {
        Error::Attachment(reason) => {
            told(CommandError::Attachment { name: name.to_owned(), reason: AttachmentReason::of(reason) })
        }
        other => Failure::Desk(other),
    }
}

/// From a cause to a code. What no code fits is written to the technical log under a reference.
pub fn command_error(failure: Failure, complaints_kept: u32, log: &TechnicalLog) -> CommandError {
    let error = match failure {
        Failure::Told(e) => return e,
        Failure::Desk(e) => e,
    };
    let told = match error {
        Error::Invalid(fields) => {
            return CommandError::Invalid { fields: fields.into_iter().map(Into::into).collect() };
        }
        Error::NotFound(_) => return CommandError::NotFound,
        Error::NotAllowed => return CommandError::NotAllowed,
        Error::SignedOut => return CommandError::SignedOut,
        Error::Precondition(what) => return CommandError::precondition(what),
        Error::SeriesFrozen => return CommandError::NumberSeriesFrozen,
        Error::Held => return CommandError::RegisterHeld,
        Error::NoRegister => return CommandError::precondition("nothing_to_restore"),
        Error::RegisterExists => return CommandError::precondition("register_exists"),
        Error::UnsuitedPlace(why) => return CommandError::precondition(why),
        Error::Newer(needs) => return CommandError::RegisterNewer { needs },
        Error::Damaged { ref moved_to } => CommandError::RegisterDamaged { moved_to: folder_name(moved_to) },
        Error::KeyWrong => return CommandError::KeyWrong,
        Error::KeyMissing => return CommandError::precondition("key_missing"),
        Error::DiskFull => CommandError::DiskFull { complaints_kept },
        Error::Attachment(reason) => {
            return CommandError::Attachment { name: "Lampiran".to_owned(), reason: AttachmentReason::of(reason) };
        }
        Error::Printer { reason, .. } => CommandError::Printer { detail: String::new(), reason: reason.into() },
        Error::Verify(_) => CommandError::precondition("copy_damaged"),
        Error::KeyStore(_)
        | Error::Paper(_)
        | Error::Entry(_)
        | Error::Database(_)
        | Error::Io(_)
        | Error::Json(_)
        | Error::Task(_) => CommandError::Internal { reference: log.reference() },
    };
    let reference = match &told {
        CommandError::Internal { reference } => reference,
        _ => "-",
    };
    log.write(reference, &error);
    told
}

fn folder_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Words for conditions that a person can change.
pub fn words_of(what: &str) -> Option<&'static str> {
    Some(match what {
        "voided" => "Aduan ini sudah dibatalkan.",
        "not_voided" => "Aduan ini tidak sedang dibatalkan.",
        "nothing_changed" => "Belum ada isian yang diubah.",
        "not_printed" => "Tanda terima belum pernah dicetak atau disimpan.",
        "accused_officer" => "Anda pihak yang diadukan, jadi langkah ini dicatat oleh petugas lain (Pasal 45).",
        "needs_newer_program" => "Aduan ini memuat entri dari program yang lebih baru. Perbarui program ini dahulu.",
        "merge_answered" => "Aduan ini sudah ditanggapi, jadi hanya dapat ditautkan.",
        "merge_closed" => "Aduan ini sudah selesai, jadi hanya dapat ditautkan.",
        "merge_imported" => "Aduan dari register lama tidak bernomor di sini, jadi hanya dapat ditautkan.",
        "merge_restricted" => "Isi aduan ini dibatasi, sedangkan isi aduan yang dituju tidak. Tautkan saja.",
        "same_complaint" => "Aduan tidak dapat ditautkan dengan dirinya sendiri.",
        "clock_doubt" => {
            "Jam komputer ini tampak keliru. Betulkan jamnya, atau tekan Daftarkan sekali lagi: aduan didaftarkan dan waktunya ditandai ragu."
        }
        "last_administrator" => "Sedikitnya satu petugas yang aktif harus berperan Admin.",
        "not_frozen" => "Nomor register tidak sedang ditahan.",
        "import_empty" => "Berkas itu kosong atau tidak bertajuk kolom. Pilih berkas CSV lain.",
        "import_undone" => "Impor itu sudah dibatalkan.",
        "no_import_file" => "Pilih berkasnya dahulu.",
        "zone_needed" => "Ada jam tanpa zona waktu. Pilih zona waktunya dahulu.",
        "list_too_long" => "Daftar ini lebih dari 2.000 baris. Persempit saringannya dahulu.",
        "second_place_missing" => "Tempat kedua tidak terhubung. Colokkan USB atau hubungkan foldernya lebih dahulu.",
        "nothing_to_restore" => "Di tempat ini tidak ada register atau cadangan yang dapat dibuka.",
        "copy_damaged" => "Cadangan ini tidak utuh. Pilih cadangan yang lain.",
        "register_exists" => "Di komputer ini sudah ada register.",
        "network" => "Register tidak boleh terletak di drive jaringan. Pilih folder di komputer ini.",
        "synchronised" => "Register tidak boleh terletak di folder yang disinkronkan program lain. Pilih folder lain.",
        "same" => "Tempat kedua harus di luar folder register, misalnya USB.",
        "key_missing" => "Kunci register tidak ditemukan di komputer ini. Pakai kunci pemulihan.",
        "blocks_gone" => "Kunci pemulihan hanya ditampilkan sekali, pada pemasangan.",
        _ => return None,
    })
}
