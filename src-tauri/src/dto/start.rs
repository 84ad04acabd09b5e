//! Start, session, first start.

use super::codes::{OfficeKind, Reset, Role, WorkWeek, ZoneCode};
use super::copies::Snapshot;
use loket_desk::store::unit::Officer;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Marks for officers, so that two are told apart at a glance.
const COLOURS: u32 = 6;

/// An officer as lists show one.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficerBrief {
    pub id: String,
    pub name: String,
    pub post: String,
    pub roles: Vec<Role>,
    pub color: u32,
}

impl OfficerBrief {
    /// Officers in their order, each with a colour by its place.
    pub fn list<'a>(officers: impl IntoIterator<Item = &'a Officer>) -> Vec<Self> {
        (0..).zip(officers).map(|(place, officer)| Self::of(officer, place)).collect()
    }

    /// The officer at this place of the list.
    pub fn of(officer: &Officer, place: u32) -> Self {
        Self {
            id: officer.id.to_string(),
            name: officer.matter.name.clone(),
            post: officer.matter.post.clone(),
            roles: officer.facts.roles.iter().map(|r| Role::from(*r)).collect(),
            color: place % COLOURS + 1,
        }
    }
}

/// In which state the program is.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AppState {
    FirstStart {
        system_key_store: bool,
        draft: Option<Box<OfficeSetup>>,
    },
    StartPassword {
        office_name: String,
    },
    KeyMissing {
        office_name: String,
    },
    Damaged {
        moved_to: String,
        snapshots: Vec<Snapshot>,
    },
    Newer {
        needs: String,
    },
    Held,
    SignIn {
        office_name: String,
        counter_code: String,
        practice: bool,
        officers: Vec<OfficerBrief>,
        notices: Vec<StartNotice>,
    },
    Open {
        session: Session,
    },
}

/// What a person must know after opening.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StartNotice {
    pub kind: NoticeKind,
    pub detail: Option<String>,
}

/// Kind of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    Witness,
    Restored,
    Clock,
    Frozen,
    RecoveryUnconfirmed,
}

/// Who works now, and how the window shall look.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    pub officer: OfficerBrief,
    pub office_name: String,
    pub office_kind: OfficeKind,
    pub counter_code: String,
    pub practice: bool,
    pub numbers_frozen: bool,
    pub zone: ZoneCode,
    pub preferences: Preferences,
    pub lock_after_minutes: u32,
    /// May read the log: *Jejak akses* is there for this officer.
    pub reads_log: bool,
}

/// How the window looks for an officer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    pub text_percent: u32,
    pub theme: Theme,
    pub density: Density,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { text_percent: 100, theme: Theme::System, density: Density::Rapat }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// Close or wide rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    Rapat,
    Lapang,
}

/// What came of a try to sign in.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignInReply {
    pub ok: Option<Session>,
    pub tries_left: u32,
    pub wait_seconds: u32,
}

/// An officer as the first start asks.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficerSetup {
    pub name: String,
    pub post: String,
    pub nip: String,
    pub roles: Vec<Role>,
    pub pin: String,
}

/// The number series as it is typed.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Numbering {
    pub template: String,
    pub reset: Reset,
    pub office_code: String,
    pub counter_code: String,
    pub last_paper_number: u32,
}

/// All that the first start asks.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficeSetup {
    pub kind: OfficeKind,
    pub name: String,
    pub parent_agency: String,
    pub government: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub logo_png: Option<String>,
    pub city: String,
    pub village_code: String,
    pub zone: ZoneCode,
    pub work_week: WorkWeek,
    pub manager_name: String,
    pub manager_phone: String,
    pub pdp_officer: String,
    pub pdp_contact: String,
    pub service_hours: String,
    pub services: Vec<String>,
    pub numbering: Numbering,
    pub officers: Vec<OfficerSetup>,
    pub start_password: Option<String>,
    pub second_place: Option<String>,
}

/// Three numbers as the template makes them.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct NumberPreview {
    pub first: String,
    pub next: String,
    pub after_reset: String,
    pub reset_on: String,
}

/// The recovery key, shown once.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SetupDone {
    pub blocks: Vec<String>,
    pub confirm_blocks: Vec<u32>,
}

/// One block of the recovery key, typed back.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryGroup {
    pub block: u32,
    pub digits: String,
}

/// A village to choose.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RegionChoice {
    pub code: String,
    pub village: String,
    pub label: String,
}

/// A spoken story to practise with.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Story {
    pub id: String,
    pub title: String,
    pub spoken: String,
    pub hint: String,
}

impl From<&OfficeSetup> for loket_domain::office::OfficeSetup {
    fn from(s: &OfficeSetup) -> Self {
        let officer = |o: &OfficerSetup| loket_domain::office::OfficerSetup {
            name: o.name.clone(),
            post: o.post.clone(),
            nip: o.nip.clone(),
            roles: o.roles.iter().map(|r| (*r).into()).collect(),
            pin: o.pin.clone(),
        };
        Self {
            kind: s.kind.into(),
            name: s.name.clone(),
            parent_agency: s.parent_agency.clone(),
            government: s.government.clone(),
            address: s.address.clone(),
            phone: s.phone.clone(),
            email: s.email.clone(),
            logo_png: s.logo_png.clone(),
            city: s.city.clone(),
            village_code: s.village_code.clone(),
            zone: s.zone.into(),
            work_week: s.work_week.0,
            manager_name: s.manager_name.clone(),
            manager_phone: s.manager_phone.clone(),
            pdp_officer: s.pdp_officer.clone(),
            pdp_contact: s.pdp_contact.clone(),
            service_hours: s.service_hours.clone(),
            services: s.services.clone(),
            numbering: (&s.numbering).into(),
            officers: s.officers.iter().map(officer).collect(),
        }
    }
}

impl From<&Numbering> for loket_domain::office::NumberingSetup {
    fn from(n: &Numbering) -> Self {
        Self {
            template: n.template.clone(),
            reset: n.reset.into(),
            office_code: n.office_code.clone(),
            counter_code: n.counter_code.clone(),
            last_paper_number: n.last_paper_number,
        }
    }
}
