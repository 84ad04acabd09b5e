//! The form, its drafts, and what the program says of it.

use super::codes::{Capacity, ChannelCode, IdentityMode, Salutation};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Three boxes of a date as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DateFields {
    pub day: String,
    pub month: String,
    pub year: String,
}

/// A complaint as it is typed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintForm {
    pub channel: ChannelCode,
    pub channel_ref: String,
    pub channel_date: DateFields,
    pub received_at: String,
    /// The reserved number on the paper form that is typed in. Drafts of before have none.
    #[serde(default)]
    pub form_number: String,
    pub identity: IdentityMode,
    pub restricted: bool,
    pub capacity: Capacity,
    pub on_behalf_of: String,
    pub proxy_date: DateFields,
    pub name: String,
    pub salutation: Salutation,
    pub phone: String,
    pub email: String,
    pub nik: String,
    pub address: String,
    pub village_code: String,
    pub village_text: String,
    pub occupation: String,
    pub service_id: String,
    pub service_text: String,
    pub event_date: DateFields,
    pub event_place: String,
    pub subject: String,
    pub subject_edited: bool,
    pub description: String,
    pub loss: String,
    pub settlement: String,
    pub accused_officer_id: String,
    pub accused_text: String,
    pub read_back: bool,
    pub attachments: Vec<AttachmentView>,
}

impl Default for ComplaintForm {
    fn default() -> Self {
        Self {
            channel: ChannelCode::FaceToFace,
            channel_ref: String::new(),
            channel_date: DateFields::default(),
            received_at: String::new(),
            form_number: String::new(),
            identity: IdentityMode::Open,
            restricted: false,
            capacity: Capacity::Oneself,
            on_behalf_of: String::new(),
            proxy_date: DateFields::default(),
            name: String::new(),
            salutation: Salutation::Unknown,
            phone: String::new(),
            email: String::new(),
            nik: String::new(),
            address: String::new(),
            village_code: String::new(),
            village_text: String::new(),
            occupation: String::new(),
            service_id: String::new(),
            service_text: String::new(),
            event_date: DateFields::default(),
            event_place: String::new(),
            subject: String::new(),
            subject_edited: false,
            description: String::new(),
            loss: String::new(),
            settlement: String::new(),
            accused_officer_id: String::new(),
            accused_text: String::new(),
            read_back: false,
            attachments: Vec::new(),
        }
    }
}

/// A draft of the officer.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    pub id: String,
    pub form: ComplaintForm,
    pub started_at: String,
    pub saved_at: Option<String>,
    pub title: String,
    pub older_than_workday: bool,
}

/// One item of Pasal 42 ayat (3).
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompletenessItem {
    pub key: String,
    pub label: String,
    pub state: ItemState,
}

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    Present,
    Missing,
    Automatic,
    WhenPrinted,
    Withheld,
}

/// What informs and stops nothing.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    pub field: String,
    pub code: String,
    pub text: String,
}

/// Can a receipt be given?
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Readiness {
    pub ready: bool,
    pub missing: Vec<String>,
    pub no_answer_possible: bool,
}

/// Usual spellings of what was typed.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Formatted {
    pub name: String,
    pub address: String,
    pub phone: String,
    pub nik: String,
}

/// What the program says of a form while it is written.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FormCheck {
    pub completeness: Vec<CompletenessItem>,
    pub receipt: Readiness,
    pub warnings: Vec<Warning>,
    pub subject_proposal: String,
    pub next_number: Option<String>,
    pub formatted: Formatted,
}

/// A deadline that runs.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunningDeadline {
    pub date: String,
    pub date_text: String,
    pub what: String,
    pub span: String,
    pub basis: String,
    pub work_day: String,
    pub closed_reason: Option<String>,
}

/// Tanda terima or bukti pencatatan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptKind {
    Receipt,
    RecordSlip,
}

/// Messages for the complainant, without content of the complaint.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Messages {
    pub whatsapp: String,
    pub sms: String,
}

/// What the officer tells the complainant.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Registered {
    pub id: String,
    pub complaint_id: String,
    pub reporter: Option<String>,
    pub number: String,
    pub tracking_code: String,
    pub saved_at: String,
    pub receipt: ReceiptKind,
    pub missing: Vec<String>,
    pub deadlines: Vec<RunningDeadline>,
    pub messages: Messages,
    pub stamp_office: String,
    pub stamp_time: String,
    pub received_text: String,
}

/// A file of a draft or a complaint. `id` is opaque to the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentView {
    pub id: String,
    pub name: String,
    pub size: u32,
    pub mime: String,
}

/// One page of a paper, base64 PNG.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PagePicture {
    pub width: u32,
    pub height: u32,
    pub png: String,
}

/// A paper before it is printed.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PaperPreview {
    pub pages: Vec<PagePicture>,
    pub title: String,
    pub text: String,
    pub copy_label: String,
}

/// Field for which suggestions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum SuggestedField {
    Loss,
    Settlement,
    EventPlace,
}
