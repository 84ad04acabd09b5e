//! Settings of an office that is open.

use super::codes::{OfficeKind, Role, WorkWeek, ZoneCode};
use super::copies::CopyStatus;
use super::start::Numbering;
use loket_domain::facts::{NumberingFacts, UnitFacts, UnitMatter};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A service of the office.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ServiceItem {
    pub id: String,
    pub name: String,
    pub active: bool,
}

/// An officer as settings show one.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficerItem {
    pub id: String,
    pub name: String,
    pub post: String,
    pub nip: String,
    pub roles: Vec<Role>,
    pub active: bool,
}

/// What the office says of itself.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OfficeSettings {
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
    pub numbering: Numbering,
}

impl OfficeSettings {
    /// From what the register holds.
    pub fn new(facts: &UnitFacts, matter: UnitMatter, numbering: NumberingFacts) -> Self {
        Self {
            kind: facts.office_kind.into(),
            name: matter.name,
            parent_agency: matter.parent_agency,
            government: matter.government,
            address: matter.address,
            phone: matter.phone,
            email: matter.email,
            logo_png: matter.logo_png,
            city: matter.city,
            village_code: facts.village_code.clone(),
            zone: facts.zone.into(),
            work_week: WorkWeek(facts.work_week),
            manager_name: matter.manager_name,
            manager_phone: matter.manager_phone,
            pdp_officer: matter.pdp_officer,
            pdp_contact: matter.pdp_contact,
            service_hours: matter.service_hours,
            numbering: Numbering {
                template: numbering.template,
                reset: numbering.reset.into(),
                office_code: numbering.office_code,
                counter_code: numbering.counter_code,
                last_paper_number: numbering.last_paper_number,
            },
        }
    }
}

/// A day off.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HolidayItem {
    pub date: String,
    pub name: String,
}

/// One right and how far each role carries it, in the order of the roles.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RightItem {
    pub label: String,
    pub reaches: Vec<String>,
}

/// A rule of the law.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RuleItem {
    pub label: String,
    pub span: String,
    pub basis: String,
    pub certainty: String,
}

/// All settings.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    pub office: OfficeSettings,
    pub services: Vec<ServiceItem>,
    pub officers: Vec<OfficerItem>,
    pub holidays: Vec<HolidayItem>,
    pub rules: Vec<RuleItem>,
    pub rights: Vec<RightItem>,
    pub copies: CopyStatus,
    pub start_password: bool,
    pub program: String,
    pub data_place: String,
}
