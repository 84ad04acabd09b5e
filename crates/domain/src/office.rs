//! An office at its first start, and its officers.

use crate::calendar::WorkWeek;
use crate::dates::Zone;
use crate::facts::{NumberingFacts, OfficerFacts, OfficerMatter, UnitFacts, UnitMatter};
use crate::intake::{FieldError, MAX_LINE};
use crate::number::{self, Reset, Template};
use crate::text;
use crate::vocabulary::{OfficeKind, Role};
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Digits of a PIN.
pub const PIN_DIGITS: usize = 6;
/// Largest logo, in characters of base64 (192 kB of PNG).
pub const MAX_LOGO: usize = 256 * 1024;

/// All that the first start asks; `loket init` reads the same as a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeSetup {
    /// Kind of office: chooses the preset services when `services` is empty.
    pub kind: OfficeKind,
    /// Name of the unit.
    pub name: String,
    /// Parent agency, e.g. Dinas Kesehatan.
    #[serde(default)]
    pub parent_agency: String,
    /// e.g. Pemerintah Kabupaten Contoh.
    pub government: String,
    /// Postal address.
    pub address: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// E-mail.
    #[serde(default)]
    pub email: String,
    /// Logo, base64 PNG.
    #[serde(default)]
    pub logo_png: Option<String>,
    /// Place printed as place of receipt.
    pub city: String,
    /// Code of the office's village, near which regions are searched.
    #[serde(default)]
    pub village_code: String,
    /// WIB, WITA or WIT.
    pub zone: Zone,
    /// Five or six working days.
    pub work_week: WorkWeek,
    /// Complaint manager to be published, UU 25/2009 Ps36(4).
    pub manager_name: String,
    /// Telephone of the manager.
    #[serde(default)]
    pub manager_phone: String,
    /// PDP officer; may wait.
    #[serde(default)]
    pub pdp_officer: String,
    /// How to reach the PDP officer.
    #[serde(default)]
    pub pdp_contact: String,
    /// Service hours; may wait.
    #[serde(default)]
    pub service_hours: String,
    /// Names of services; empty means the preset of `kind`.
    #[serde(default)]
    pub services: Vec<String>,
    /// The number series of this counter.
    pub numbering: NumberingSetup,
    /// Officers with their PINs; at least one, at least one administrator.
    pub officers: Vec<OfficerSetup>,
}

/// The number series as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberingSetup {
    /// e.g. `{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}`.
    pub template: String,
    /// When the sequence goes back to 1.
    pub reset: Reset,
    /// Code of the office.
    pub office_code: String,
    /// Code of this counter, typed and never pre-filled.
    pub counter_code: String,
    /// Last number of the paper book in the running period.
    #[serde(default)]
    pub last_paper_number: u32,
}

/// An officer as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficerSetup {
    /// Full name with titles.
    pub name: String,
    /// Post.
    #[serde(default)]
    pub post: String,
    /// NIP, may be empty.
    #[serde(default)]
    pub nip: String,
    /// What the officer may do.
    pub roles: Vec<Role>,
    /// Six digits, or a password of at least eight characters.
    pub pin: String,
}

/// An office that passed the checks.
#[derive(Clone, Debug)]
pub struct NewOffice {
    /// Settings that are codes.
    pub facts: UnitFacts,
    /// Settings that are words.
    pub matter: UnitMatter,
    /// The series.
    pub numbering: NumberingFacts,
    /// Names of services.
    pub services: Vec<String>,
    /// Officers, each with the PIN to hash.
    pub officers: Vec<(OfficerFacts, OfficerMatter, String)>,
}

/// Reads a setup on the day `today` of the office.
///
/// # Errors
/// All fields in error together; officers as `officers.0.pin`.
pub fn parse(setup: &OfficeSetup, today: NaiveDate) -> Result<NewOffice, Vec<FieldError>> {
    let mut errors = Vec::new();
    let matter = unit_matter(setup, &mut errors);
    let numbering = match numbering(&setup.numbering, today) {
        Ok(numbering) => Some(numbering),
        Err(e) => {
            errors.extend(e);
            None
        }
    };
    let officers = officers(&setup.officers, &mut errors);
    let services = if setup.services.iter().all(|s| s.trim().is_empty()) {
        crate::services::preset(setup.kind).iter().map(|s| (*s).to_owned()).collect()
    } else {
        setup.services.iter().map(|s| text::clean(s)).filter(|s| !s.is_empty()).collect()
    };
    match numbering {
        Some(numbering) if errors.is_empty() => {
            Ok(NewOffice { facts: unit_facts(setup), matter, numbering, services, officers })
        }
        _ => Err(errors),
    }
}

/// Reads what an office that exists says of itself; numbering, services and officers are not looked at.
///
/// # Errors
/// All fields in error together.
pub fn unit(setup: &OfficeSetup) -> Result<(UnitFacts, UnitMatter), Vec<FieldError>> {
    let mut errors = Vec::new();
    let matter = unit_matter(setup, &mut errors);
    if errors.is_empty() { Ok((unit_facts(setup), matter)) } else { Err(errors) }
}

fn unit_facts(s: &OfficeSetup) -> UnitFacts {
    UnitFacts { office_kind: s.kind, zone: s.zone, work_week: s.work_week, village_code: s.village_code.clone() }
}

fn unit_matter(s: &OfficeSetup, errors: &mut Vec<FieldError>) -> UnitMatter {
    let mut line = |field: &str, value: &str, required: bool| {
        let value = text::clean(value);
        if required && value.is_empty() {
            errors.push(FieldError::new(field, "required"));
        }
        if value.chars().count() > MAX_LINE {
            errors.push(FieldError::new(field, "too_long"));
        }
        value
    };
    let matter = UnitMatter {
        name: line("name", &s.name, true),
        parent_agency: line("parentAgency", &s.parent_agency, false),
        government: line("government", &s.government, true),
        address: line("address", &s.address, true),
        phone: line("phone", &s.phone, false),
        email: line("email", &s.email, false),
        logo_png: s.logo_png.clone().filter(|l| !l.is_empty()),
        city: line("city", &s.city, true),
        manager_name: line("managerName", &s.manager_name, true),
        manager_phone: line("managerPhone", &s.manager_phone, false),
        pdp_officer: line("pdpOfficer", &s.pdp_officer, false),
        pdp_contact: line("pdpContact", &s.pdp_contact, false),
        service_hours: line("serviceHours", &s.service_hours, false),
    };
    if matter.logo_png.as_ref().is_some_and(|l| l.len() > MAX_LOGO) {
        errors.push(FieldError::new("logoPng", "too_long"));
    }
    matter
}

/// Checks the series; also used when an office changes it later.
///
/// # Errors
/// `template`, `officeCode`, `counterCode`, `lastPaperNumber`.
pub fn numbering(n: &NumberingSetup, today: NaiveDate) -> Result<NumberingFacts, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut code = |field: &str, value: &str| {
        let code = number::parse_code(value);
        if let Err(e) = &code {
            errors.push(FieldError::new(field, e.code()));
        }
        code.ok()
    };
    let codes = code("officeCode", &n.office_code).zip(code("counterCode", &n.counter_code));
    let sound = Template::parse(&n.template).and_then(|t| match &codes {
        Some((office, counter)) => t.check(n.reset, office, counter),
        None => t.check_reset(n.reset),
    });
    if let Err(e) = sound {
        errors.push(FieldError::new("template", e.code()));
    }
    if n.last_paper_number > 900_000 {
        errors.push(FieldError::new("lastPaperNumber", "too_long"));
    }
    let Some((office_code, counter_code)) = codes.filter(|_| errors.is_empty()) else {
        return Err(errors);
    };
    Ok(NumberingFacts {
        template: n.template.clone(),
        reset: n.reset,
        office_code: office_code.to_string(),
        counter_code: counter_code.to_string(),
        period: number::period_key(today, n.reset),
        last_paper_number: n.last_paper_number,
    })
}

fn officers(list: &[OfficerSetup], errors: &mut Vec<FieldError>) -> Vec<(OfficerFacts, OfficerMatter, String)> {
    if list.is_empty() {
        errors.push(FieldError::new("officers", "required"));
    } else if !list.iter().any(|o| o.roles.contains(&Role::Administrator)) {
        errors.push(FieldError::new("officers", "no_administrator"));
    }
    list.iter()
        .enumerate()
        .map(|(i, o)| {
            let mut fail =
                |field: &str, code: &str| errors.push(FieldError::new(&format!("officers.{i}.{field}"), code));
            let matter =
                OfficerMatter { name: text::clean(&o.name), post: text::clean(&o.post), nip: text::clean(&o.nip) };
            if matter.name.is_empty() {
                fail("name", "required");
            }
            if o.roles.is_empty() {
                fail("roles", "required");
            }
            if let Some(code) = pin_error(&o.pin) {
                fail("pin", code);
            }
            (OfficerFacts { roles: o.roles.clone(), active: true }, matter, o.pin.clone())
        })
        .collect()
}

/// Why a PIN or password cannot be used: it must be six digits, not all alike and not a run, or a password of 8 to 128
/// characters.
#[must_use]
pub fn pin_error(pin: &str) -> Option<&'static str> {
    let digits: Vec<i16> = pin.bytes().map(i16::from).collect();
    if !pin.bytes().all(|b| b.is_ascii_digit()) {
        return (!(8..=128).contains(&pin.chars().count())).then_some("pin_short");
    }
    if pin.is_empty() {
        return Some("required");
    }
    if pin.len() != PIN_DIGITS {
        return Some("pin_short");
    }
    let steady = |step: i16| digits.windows(2).all(|w| w[1] - w[0] == step);
    (steady(0) || steady(1) || steady(-1)).then_some("pin_simple")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_that_anybody_guesses_are_refused() {
        for bad in ["111111", "123456", "654321", "12345", "1234567", "rahasia"] {
            assert!(pin_error(bad).is_some(), "{bad}");
        }
        assert_eq!(pin_error(""), Some("required"));
        assert_eq!(pin_error("902741"), None);
        assert_eq!(pin_error("kata sandi loket"), None);
    }
}
