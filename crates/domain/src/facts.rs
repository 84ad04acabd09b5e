//! The closed schema of each kind of entry: what stands in the body, in `identity` and in `matter`.
//!
//! Bodies hold ids, codes, dates and numbers only; whatever a person types freely stands in a part. A field that an
//! entry does not set is absent, so that a correction carries what it changes and nothing else. Changes are additive:
//! a reader ignores fields that it does not know.

use crate::calendar::WorkWeek;
use crate::dates::Zone;
use crate::entry::Digest;
use crate::number::Reset;
use crate::vocabulary::{Capacity, Channel, Classification, Conveyance, IdentityMode, OfficeKind, Role, Salutation};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

mod import;
pub mod kind;
mod paper;
mod together;

pub use import::{ImportFacts, ImportMatter, ImportedFacts, ImportedMatter};
pub use paper::{DocumentFacts, PrintedFacts, ReservedFacts, TableFacts, TableMatter, UnusedFacts};
pub use together::{LinkFacts, OfReporter, SeparatedFacts, joined};

/// Facts of [`kind::LOG_OPENED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogOpened {
    /// Ed25519 public key of this log, 64 hexadecimal digits.
    pub public_key: Digest,
    /// Version of the program.
    pub program: String,
    /// Practice registers are refused by hubs and real registers.
    pub practice: bool,
    /// Why the log begins: `init`, `restore`, `loss`, `clone`.
    pub reason: String,
    /// The old log and its last known head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<LogHead>,
}

/// A place in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogHead {
    /// The log.
    pub log: Digest,
    /// Its last known seq.
    pub seq: u64,
    /// Hash of that entry.
    pub hash: Digest,
}

/// Facts of [`kind::UNIT_CHANGED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnitFacts {
    /// Kind of office.
    pub office_kind: OfficeKind,
    /// Zone whose time the office writes.
    pub zone: Zone,
    /// Five or six days.
    pub work_week: WorkWeek,
    /// Code of the office's own village (near regions come first), or empty.
    pub village_code: String,
}

/// Matter of [`kind::UNIT_CHANGED`]: the office in plain words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitMatter {
    /// Name of the unit.
    pub name: String,
    /// Parent agency, e.g. Dinas Kesehatan.
    pub parent_agency: String,
    /// e.g. Pemerintah Kabupaten Contoh.
    pub government: String,
    /// Postal address.
    pub address: String,
    /// Telephone of the office.
    pub phone: String,
    /// E-mail of the office.
    pub email: String,
    /// Logo as base64 PNG, at most 256 kB.
    pub logo_png: Option<String>,
    /// Place printed as place of receipt.
    pub city: String,
    /// Complaint manager to be published, UU 25/2009 Ps36(4).
    pub manager_name: String,
    /// Telephone of the manager.
    pub manager_phone: String,
    /// PDP officer, UU 27/2022 Ps53(1).
    pub pdp_officer: String,
    /// How to reach the PDP officer.
    pub pdp_contact: String,
    /// Service hours.
    pub service_hours: String,
}

/// Facts of [`kind::OFFICER_CHANGED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfficerFacts {
    /// What the officer may do.
    pub roles: Vec<Role>,
    /// Left officers stay in the log and cannot sign in.
    pub active: bool,
}

/// Matter of [`kind::OFFICER_CHANGED`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficerMatter {
    /// Full name with titles.
    pub name: String,
    /// Post.
    pub post: String,
    /// NIP, may be empty.
    pub nip: String,
}

/// Facts of [`kind::BUNDLE_MADE`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct BundleFacts {
    /// Entries in it.
    pub entries: u64,
    /// Hash of the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Digest>,
}

/// Facts of [`kind::PIN_RESET`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PinResetFacts {
    /// Whoever held the recovery key did it; else an administrator.
    pub by_recovery_key: bool,
}

/// Facts of [`kind::SERVICE_CHANGED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServiceFacts {
    /// Inactive services stay on old complaints.
    pub active: bool,
    /// Place in the list.
    pub rank: u32,
}

/// Facts of [`kind::COMPLAINT_CLASSIFIED`]: fields of the complaint.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClassifiedFacts {
    /// The class.
    pub classification: Classification,
    /// What is *berkadar pengawasan* is restricted too, and stays so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restricted: Option<bool>,
}

/// Facts of [`kind::HOLIDAY_ADDED`]; the name stands in the matter as [`TextMatter`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HolidayFacts {
    /// The day off.
    pub date: NaiveDate,
}

/// Facts of [`kind::NUMBERING_SET`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberingFacts {
    /// See [`crate::number::Template`].
    pub template: String,
    /// When the sequence goes back to 1.
    pub reset: Reset,
    /// Code of the office in numbers.
    pub office_code: String,
    /// Code of this counter in numbers.
    pub counter_code: String,
    /// Period whose paper book is continued.
    pub period: String,
    /// Last number of the paper book in that period; 0 when none.
    pub last_paper_number: u32,
}

/// Facts of [`kind::NUMBERING_FROZEN`] and [`kind::NUMBERING_RESUMED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesTail {
    /// Period of the series.
    pub period: String,
    /// Last number that the register knows.
    pub last_known: u32,
    /// Last number found on paper; numbers between are *mungkin terpakai*. Absent while frozen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_on_paper: Option<u32>,
}

/// An attachment as the body names it; its file name stands in the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentFact {
    /// Key of its chunks.
    pub id: Uuid,
    /// Bytes.
    pub size: u64,
    /// Type found by content, never by name.
    pub mime: String,
    /// BLAKE3 of the bytes.
    pub digest: Digest,
}

macro_rules! sparse {
    ($(#[$meta:meta])* $name:ident { $( $(#[$fmeta:meta])* $field:ident : $ty:ty, )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name {
            $( $(#[$fmeta])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>, )+
        }

        /// Names of the fields that are set; what they hold is nobody's business in a log or a failed assertion.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($name))?;
                let set = [$( self.$field.is_some().then_some(stringify!($field)), )+];
                f.debug_set().entries(set.into_iter().flatten()).finish()
            }
        }
    };
}

sparse! {
    /// Facts of a complaint as entries set them.
    ComplaintFacts {
        /// The legal number, once given never changed.
        number: String,
        /// Period of the series.
        period: String,
        /// Place in the series.
        seq: u32,
        /// Counter code.
        counter: String,
        /// Slow hash of the tracking code: the code itself is matter.
        tracking_hash: Digest,
        /// How the complaint came.
        channel: Channel,
        /// Date of the letter, or of the opening of the box.
        channel_date: NaiveDate,
        /// When the office received it, RFC 3339.
        received_at: String,
        /// When it was typed, RFC 3339.
        recorded_at: String,
        /// Date in the number: month and year never run back.
        numbered_on: NaiveDate,
        /// The recorded time is doubtful: the PC's clock had run back or far ahead.
        clock_doubt: bool,
        /// Openness of the identity.
        identity_mode: IdentityMode,
        /// *Isi dibatasi*.
        restricted: bool,
        /// In which capacity.
        capacity: Capacity,
        /// Date of the letter of proxy.
        proxy_date: NaiveDate,
        /// Form of address.
        salutation: Salutation,
        /// Service from the office's list.
        service: Uuid,
        /// Day of the event.
        event_date: NaiveDate,
        /// The story was read back to the complainant.
        read_back: bool,
        /// Files.
        attachments: Vec<AttachmentFact>,
        /// Last day for the first answer, Ps44(3), with the rule that made it.
        answer_due: NaiveDate,
        /// Id of the rule version behind `answer_due`.
        answer_rule: String,
        /// Its class; absent until somebody decides.
        classification: Classification,
    }
}

sparse! {
    /// Identity of the complainant.
    ComplaintIdentity {
        /// Full name.
        name: String,
        /// `+62…` where it could be read, else as typed.
        phone: String,
        /// E-mail.
        email: String,
        /// NIK, 16 digits, or as typed.
        nik: String,
        /// Street, number, RT/RW.
        address: String,
        /// Code of village or kelurahan.
        village_code: String,
        /// Village, district, regency, province as text at that time.
        village_text: String,
        /// Occupation.
        occupation: String,
        /// Giver of the proxy, group or legal body.
        on_behalf_of: String,
    }
}

sparse! {
    /// The matter of a complaint.
    ComplaintMatter {
        /// *Hal*, one line.
        subject: String,
        /// What does not meet the standard.
        description: String,
        /// Loss in the complainant's words.
        loss: String,
        /// Settlement asked for.
        settlement: String,
        /// Where it happened.
        event_place: String,
        /// Name of the service at that time.
        service_text: String,
        /// Officer complained of, from the list.
        accused_officer: Uuid,
        /// Officer complained of, as typed.
        accused_text: String,
        /// Letter number, Tracking ID, account.
        channel_ref: String,
        /// File name by attachment id.
        attachment_names: BTreeMap<Uuid, String>,
        /// The tracking code, without hyphens.
        tracking: String,
        /// Number in the old register that it was imported from; never of this program's series.
        old_number: String,
    }
}

/// Facts of [`kind::COMPLAINT_ANSWERED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnsweredFacts {
    /// When the answer reached the person, RFC 3339.
    pub conveyed_at: String,
    /// How.
    pub by: Conveyance,
    /// Which further reporter it reached; absent: the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Uuid>,
}

/// Identity of [`kind::COMPLAINT_ANSWERED`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecipientIdentity {
    /// Who took the answer.
    pub recipient: String,
}

/// Facts of [`kind::COMPLAINT_CLOSED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClosedFacts {
    /// Day of the end.
    pub date: NaiveDate,
    /// Solved at the counter.
    pub at_counter: bool,
    /// The complainant agreed to the result.
    pub agreed: bool,
}

/// One text in the matter: a note, an answer, a result, a reason, a name of a day off or of a service.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextMatter {
    /// The text.
    pub text: String,
}

/// Facts of [`kind::RECEIPT_HANDED_OVER`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandedOverFacts {
    /// How Lembar 1 reached the complainant.
    pub by: Conveyance,
    /// Whose sheet, when it is a further reporter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<Uuid>,
}

/// Facts of [`kind::ATTACHMENT_SAVED`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AttachmentSavedFacts {
    /// Which.
    pub attachment: Uuid,
    /// It left byte for byte, with whatever a camera wrote into it, or cleaned of that. Entries from before the choice
    /// say nothing; those files left byte for byte.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<bool>,
}

/// Facts of [`kind::DRAFT_DELETED`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftDeletedFacts {
    /// When the draft was begun, RFC 3339.
    pub started_at: String,
}
