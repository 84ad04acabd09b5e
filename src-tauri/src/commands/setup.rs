//! The first start: presets, the example of a number, the office, and the recovery key on paper.

use super::{Program, shown_name};
use crate::dto::codes::OfficeKind;
use crate::dto::form::PaperPreview;
use crate::dto::printing::{PrintChoice, PrintJob};
use crate::dto::start::{NumberPreview, Numbering, OfficeSetup, RecoveryGroup, RegionChoice, SetupDone};
use crate::error::{CommandError, Failure, Reply, told};
use crate::host::Ask;
use crate::opening;
use crate::state::Shell;
use crate::view::paper;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{Datelike, NaiveDate, Utc};
use loket_desk::files::sniff;
use loket_desk::keys::recovery::block_fits;
use loket_desk::place::write_durably;
use loket_desk::store::unit;
use loket_desk::{Error, init};
use loket_domain::dates::{self, Zone};
use loket_domain::number::{NumberParts, Reset, Template, parse_code};
use loket_domain::office::{self, NumberingSetup};
use loket_domain::paper::RecoverySheet;
use loket_domain::printing::Media;
use loket_domain::{region, services};
use std::path::Path;

/// Villages offered at once.
const REGIONS: usize = 8;
/// Largest picture of the arms, in bytes.
const MAX_LOGO: u64 = 192 * 1024;
/// Longest setup on disk.
const MAX_DRAFT: usize = 1024 * 1024;
/// Papers of the recovery sheet: drawn on A5, and as well on a larger one.
const SHEET_MEDIA: &[Media] = &[Media::A5, Media::A4, Media::F4];
/// Title of the recovery sheet.
const SHEET: &str = "Kunci pemulihan";

/// First list of services of such an office.
#[tauri::command]
#[specta::specta]
pub async fn service_preset(kind: OfficeKind) -> Reply<Vec<String>> {
    Ok(services::preset(kind.into()).iter().map(|s| (*s).to_owned()).collect())
}

/// Three numbers as the template makes them.
#[tauri::command]
#[specta::specta]
pub async fn preview_number(shell: Program<'_>, n: Numbering) -> Reply<NumberPreview> {
    shell
        .reply(async {
            let today = match shell.desk().await {
                Ok(desk) => desk.today(Utc::now()).await?,
                Err(_) => Zone::Wib.date(&Utc::now()),
            };
            Ok(number_preview(&(&n).into(), today)?)
        })
        .await
}

fn number_preview(n: &NumberingSetup, today: NaiveDate) -> Result<NumberPreview, Error> {
    let facts = office::numbering(n, today).map_err(Error::Invalid)?;
    let refused = |_| Error::Precondition("number_template");
    let template = Template::parse(&facts.template).map_err(refused)?;
    let office_code = parse_code(&facts.office_code).map_err(|_| Error::Precondition("number_template"))?;
    let counter_code = parse_code(&facts.counter_code).map_err(|_| Error::Precondition("number_template"))?;
    let number =
        |seq, date| template.render(&NumberParts { seq, office_code: &office_code, counter_code: &counter_code, date });
    let next_period = match facts.reset {
        Reset::Yearly => NaiveDate::from_ymd_opt(today.year() + 1, 1, 1),
        Reset::Monthly => today.with_day(1).and_then(|d| d.checked_add_months(chrono::Months::new(1))),
    };
    let next_period = next_period.unwrap_or(today);
    Ok(NumberPreview {
        first: number(n.last_paper_number + 1, today),
        next: number(n.last_paper_number + 2, today),
        after_reset: number(1, next_period),
        reset_on: next_period.to_string(),
    })
}

/// Keeps what the wizard has so far, without PINs and passwords.
#[tauri::command]
#[specta::specta]
pub async fn save_setup_draft(shell: Program<'_>, setup: OfficeSetup) -> Reply<()> {
    shell
        .reply(async {
            let mut setup = OfficeSetup { start_password: None, ..setup };
            for officer in &mut setup.officers {
                officer.pin = String::new();
            }
            let json = serde_json::to_vec(&setup)?;
            if json.len() > MAX_DRAFT || shell.place.holds_register() {
                return Ok(());
            }
            shell.place.prepare()?;
            Ok(write_durably(&shell.place.setup_draft(), &json)?)
        })
        .await
}

/// Makes the office and gives the recovery key, once.
#[tauri::command]
#[specta::specta]
pub async fn create_office(shell: Program<'_>, setup: OfficeSetup) -> Reply<SetupDone> {
    shell
        .reply(async {
            let second = setup.second_place.as_deref().filter(|p| !p.is_empty()).map(Path::new);
            // Asked before the register exists: afterwards nothing may stand between the office and its recovery key.
            if second.is_some_and(|folder| folder.starts_with(shell.place.root())) {
                return Err(Error::UnsuitedPlace("same").into());
            }
            let opener = opening::new_opener(&shell, setup.start_password.as_deref(), "startPassword").await?;
            let created = init::init(&shell.place, &(&setup).into(), false, &opener, Utc::now()).await?;
            if second.is_some() {
                created.desk.set_second_place(second).await?;
            }
            let blocks = created.recovery_blocks;
            opening::take(&shell, created.desk).await?;
            shell.seat.write().await.recovery_blocks = Some(blocks.clone());
            let draft = shell.place.setup_draft();
            if draft.exists() {
                tokio::fs::remove_file(draft).await?;
            }
            Ok(SetupDone { blocks, confirm_blocks: two_blocks() })
        })
        .await
}

/// Makes a new recovery key in place of one that was never kept, is lost, or was seen by others.
#[tauri::command]
#[specta::specta]
pub async fn renew_recovery(shell: Program<'_>) -> Reply<SetupDone> {
    shell
        .reply(async {
            let s = shell.seated().await?;
            let blocks = s.desk.renew_recovery(s.act()).await?;
            shell.seat.write().await.recovery_blocks = Some(blocks.clone());
            Ok(SetupDone { blocks, confirm_blocks: two_blocks() })
        })
        .await
}

/// Two different blocks, from 1, in their order.
fn two_blocks() -> Vec<u32> {
    let random = uuid::Uuid::new_v4().into_bytes();
    let first = u32::from(random[0]) % 8;
    let second = (first + 1 + u32::from(random[1]) % 7) % 8;
    vec![first.min(second) + 1, first.max(second) + 1]
}

/// The sheet of the recovery key as pictures.
#[tauri::command]
#[specta::specta]
pub async fn recovery_sheet(shell: Program<'_>, blocks: Vec<String>) -> Reply<PaperPreview> {
    shell
        .reply(async {
            let (sheet, pdf) = draw_sheet(&shell, blocks).await?;
            let lines = (1..).zip(&sheet.blocks).map(|(n, b)| format!("Blok {n}: {b}"));
            let text = std::iter::once(format!("{SHEET} register {}", sheet.office))
                .chain(lines)
                .collect::<Vec<_>>()
                .join("\n");
            paper::preview(pdf, SHEET, text, "").await
        })
        .await
}

/// Prints the sheet.
#[tauri::command]
#[specta::specta]
pub async fn print_recovery_sheet(shell: Program<'_>, blocks: Vec<String>, choice: PrintChoice) -> Reply<PrintJob> {
    shell
        .reply(async {
            let (_, pdf) = draw_sheet(&shell, blocks).await?;
            super::papers::print(&shell, &pdf, super::papers::order(choice, SHEET_MEDIA), SHEET).await
        })
        .await
}

/// Saves the sheet where the person chooses.
#[tauri::command]
#[specta::specta]
pub async fn save_recovery_sheet(shell: Program<'_>, blocks: Vec<String>) -> Reply<Option<String>> {
    shell
        .reply(async {
            let (_, pdf) = draw_sheet(&shell, blocks).await?;
            super::papers::save(&shell, &pdf, "kunci-pemulihan.pdf".to_owned()).await
        })
        .await
}

/// Compares two blocks that were typed back.
#[tauri::command]
#[specta::specta]
pub async fn confirm_recovery(shell: Program<'_>, groups: Vec<RecoveryGroup>) -> Reply<bool> {
    shell
        .reply(async {
            let desk = shell.desk().await?;
            let mut seat = shell.seat.write().await;
            let blocks =
                seat.recovery_blocks.as_ref().ok_or_else(|| told(CommandError::precondition("blocks_gone")))?;
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let fits = |g: &RecoveryGroup| {
                let block = usize::try_from(g.block).ok().and_then(|n| blocks.get(n.checked_sub(1)?));
                block.is_some_and(|b| *b == digits(&g.digits))
            };
            let mut numbers: Vec<u32> = groups.iter().map(|g| g.block).collect();
            numbers.dedup();
            if numbers.len() < 2 || !groups.iter().all(fits) {
                return Ok(false);
            }
            desk.confirm_recovery().await?;
            seat.recovery_blocks = None;
            Ok(true)
        })
        .await
}

async fn draw_sheet(shell: &Shell, blocks: Vec<String>) -> Result<(RecoverySheet, Vec<u8>), Failure> {
    let desk = shell.desk().await?;
    if blocks.len() != 8 || !blocks.iter().enumerate().all(|(i, b)| block_fits(i, b)) {
        return Err(Error::KeyWrong.into());
    }
    let (facts, office) = desk.settings().await?;
    let counter = unit::numbering(&mut *desk.reader().await?).await?.map_or_else(String::new, |(n, _)| n.counter_code);
    let now = facts.zone.local(&Utc::now());
    let sheet = RecoverySheet {
        office: office.name,
        counter,
        made: dates::long_date(now.date_naive()),
        made_unix: now.timestamp(),
        blocks,
        place: None,
        keeper: None,
        older_void_since: None,
        training: desk.practice,
    };
    let drawn = sheet.clone();
    let pdf = tokio::task::spawn_blocking(move || loket_desk::paper::recovery_sheet(&drawn)).await?;
    Ok((sheet, pdf.map_err(|e| Error::Paper(e.to_string()))?))
}

/// Asks for a folder.
#[tauri::command]
#[specta::specta]
pub async fn pick_folder(shell: Program<'_>) -> Reply<Option<String>> {
    shell
        .reply(async {
            let chosen = shell.choose(Ask::Folder { title: "Pilih folder" }).await?;
            Ok(chosen.first().map(|p| p.to_string_lossy().into_owned()))
        })
        .await
}

/// Asks for the arms of the region, a small PNG.
#[tauri::command]
#[specta::specta]
pub async fn pick_logo(shell: Program<'_>) -> Reply<Option<String>> {
    shell
        .reply(async {
            let chosen = shell
                .choose(Ask::File { title: "Pilih lambang daerah", kind: "Gambar PNG", endings: &["png"] })
                .await?;
            let Some(path) = chosen.first() else { return Ok(None) };
            let refused = |reason| crate::error::named(&shown_name(path))(Error::Attachment(reason));
            let size = tokio::fs::metadata(path).await.map_err(|_| refused("unreadable"))?.len();
            if size > MAX_LOGO {
                return Err(refused("too_big"));
            }
            let bytes = tokio::fs::read(path).await.map_err(|_| refused("unreadable"))?;
            if sniff(&bytes) != Some("image/png") {
                return Err(refused("type"));
            }
            Ok(Some(STANDARD.encode(bytes)))
        })
        .await
}

/// Villages whose names hold what was typed, nearest to the office first.
#[tauri::command]
#[specta::specta]
pub async fn search_regions(shell: Program<'_>, query: String) -> Reply<Vec<RegionChoice>> {
    shell
        .reply(async {
            let near = match shell.desk().await {
                Ok(desk) => desk.settings().await?.0.village_code,
                Err(_) => String::new(),
            };
            let query: String = query.chars().take(100).collect();
            let near = Some(near).filter(|code| !code.is_empty());
            let search = move || match region::by_code(&query) {
                Some(known) => vec![known],
                None => region::search(&query, near.as_deref(), REGIONS),
            };
            let found = tokio::task::spawn_blocking(search).await?;
            Ok(found
                .into_iter()
                .map(|r| RegionChoice { village: r.village.to_owned(), label: r.label(), code: r.code })
                .collect())
        })
        .await
}
