//! What the office says of itself: settings, services, officers, days off.

use super::Program;
use crate::dto::form::DateFields;
use crate::dto::office::{HolidayItem, OfficeSettings, OfficerItem, RightItem, RuleItem, ServiceItem, Settings};
use crate::error::{CommandError, Failure, Reply, told};
use crate::form;
use crate::state::{Seated, id};
use crate::view::copies;
use loket_desk::Error;
use loket_desk::keys::{KeyFile, Lock};
use loket_desk::store::unit::{self, Service};
use loket_domain::facts::{OfficerFacts, OfficerMatter};
use loket_domain::office::OfficeSetup;
use loket_domain::rights::{Right, reach};
use loket_domain::vocabulary::Role;
use loket_domain::{calendar, law, office, text};
use uuid::Uuid;

/// All settings.
#[tauri::command]
#[specta::specta]
pub async fn settings(shell: Program<'_>) -> Reply<Settings> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (facts, matter) = s.desk.settings().await?;
            let mut conn = s.desk.reader().await?;
            let (numbering, _) = unit::numbering(&mut conn).await?.ok_or(Error::NotFound("numbering"))?;
            let officers = unit::officers(&mut conn).await?;
            let local = unit::holidays(&mut conn).await?;
            drop(conn);
            let officer = |o: unit::Officer| OfficerItem {
                id: o.id.to_string(),
                name: o.matter.name,
                post: o.matter.post,
                nip: o.matter.nip,
                roles: o.facts.roles.into_iter().map(Into::into).collect(),
                active: o.facts.active,
            };
            let services = s.desk.services().await?.into_iter();
            Ok(Settings {
                office: OfficeSettings::new(&facts, matter, numbering),
                services: services
                    .map(|o| ServiceItem { id: o.id.to_string(), name: o.name, active: o.active })
                    .collect(),
                officers: officers.into_iter().map(officer).collect(),
                holidays: holidays(local),
                rules: rules(),
                rights: rights(),
                copies: copies::status(&s.desk).await?,
                start_password: matches!(KeyFile::read(&s.desk.place.keys())?.lock, Some(Lock::Password(_))),
                program: format!("Loket Aduan {}", env!("CARGO_PKG_VERSION")),
                data_place: s.desk.place.root().to_string_lossy().into_owned(),
            })
        })
        .await
}

/// National days and those of the office, in order.
fn holidays(local: Vec<(String, String)>) -> Vec<HolidayItem> {
    let national = calendar::national();
    let known = national.iter().map(|(date, _, name)| HolidayItem { date: date.to_string(), name: name.to_owned() });
    let mut all: Vec<HolidayItem> =
        known.chain(local.into_iter().map(|(date, name)| HolidayItem { date, name })).collect();
    all.sort_by(|a, b| a.date.cmp(&b.date));
    all
}

fn rules() -> Vec<RuleItem> {
    let rule = |r: &loket_domain::clock::Rule| RuleItem {
        label: r.label.to_string(),
        span: r.span(),
        basis: r.short_basis.to_string(),
        certainty: r.certainty.label().to_owned(),
    };
    law::RULES.iter().map(rule).collect()
}

/// The table of rights, as the program asks it.
fn rights() -> Vec<RightItem> {
    let reaches = |right| Role::ALL.iter().map(|role| reach(*role, right).label().to_owned()).collect();
    Right::ALL.iter().map(|right| RightItem { label: right.label().to_owned(), reaches: reaches(*right) }).collect()
}

/// Changes what the office says of itself. The number series of a counter is settled at its beginning.
#[tauri::command]
#[specta::specta]
pub async fn save_office(shell: Program<'_>, o: OfficeSettings) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let (facts, matter) = office::unit(&setup(o)).map_err(Error::Invalid)?;
            s.desk.change_unit(&facts, &matter, s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}

fn setup(o: OfficeSettings) -> OfficeSetup {
    OfficeSetup {
        kind: o.kind.into(),
        name: o.name,
        parent_agency: o.parent_agency,
        government: o.government,
        address: o.address,
        phone: o.phone,
        email: o.email,
        logo_png: o.logo_png,
        city: o.city,
        village_code: o.village_code,
        zone: o.zone.into(),
        work_week: o.work_week.0,
        manager_name: o.manager_name,
        manager_phone: o.manager_phone,
        pdp_officer: o.pdp_officer,
        pdp_contact: o.pdp_contact,
        service_hours: o.service_hours,
        services: Vec::new(),
        numbering: (&o.numbering).into(),
        officers: Vec::new(),
    }
}

/// Brings the list of services to what was typed; an empty id is a new one, none is ever deleted.
#[tauri::command]
#[specta::specta]
pub async fn save_services(shell: Program<'_>, s: Vec<ServiceItem>) -> Reply<()> {
    shell
        .reply(async {
            let seated = shell.seated().await?;
            let known = seated.desk.services().await?;
            let wanted = s.into_iter().map(|item| {
                let id = Uuid::parse_str(&item.id).ok().filter(|id| known.iter().any(|k| k.id == *id));
                Service { id: id.unwrap_or_default(), name: item.name, active: item.active }
            });
            seated.desk.set_services(&wanted.collect::<Vec<_>>(), seated.act()).await?;
            shell.saved(&seated.desk).await?;
            Ok(())
        })
        .await
}

/// Adds an officer (empty id) or changes one, and sets a new PIN where one is given.
#[tauri::command]
#[specta::specta]
pub async fn save_officer(shell: Program<'_>, o: OfficerItem, pin: Option<String>) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let known = known_officer(&s, &o.id).await?;
            let facts = OfficerFacts { roles: o.roles.iter().map(|r| (*r).into()).collect(), active: o.active };
            let matter =
                OfficerMatter { name: text::clean(&o.name), post: text::clean(&o.post), nip: text::clean(&o.nip) };
            let pin = pin.filter(|p| !p.is_empty());
            s.desk.set_officer(known, &facts, &matter, pin.as_deref(), s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}

/// The officer of an id; none for an empty one.
async fn known_officer(s: &Seated, text: &str) -> Result<Option<Uuid>, Failure> {
    if text.is_empty() {
        return Ok(None);
    }
    let wanted = id(text)?;
    let officers = unit::officers(&mut *s.desk.reader().await?).await?;
    if officers.iter().any(|o| o.id == wanted) { Ok(Some(wanted)) } else { Err(told(CommandError::NotFound)) }
}

/// Adds a local day off; running deadlines are counted anew.
#[tauri::command]
#[specta::specta]
pub async fn add_holiday(shell: Program<'_>, date: DateFields, name: String) -> Reply<()> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let day = form::any_date(&date).map_err(|e| Error::Invalid(vec![e]))?;
            s.desk.add_holiday(day, &name, s.act()).await?;
            shell.saved(&s.desk).await?;
            Ok(())
        })
        .await
}
