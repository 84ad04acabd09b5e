//! From a folder to a state of the window: first start, password, trouble, sign-in, session.

use crate::dto::start::{AppState, NoticeKind, OfficeSetup, OfficerBrief, Preferences, Session, StartNotice};
use crate::error::{CommandError, Failure, told};
use crate::state::{LAST_FILES, Seated, Shell};
use crate::view::copies;
use chrono::Utc;
use loket_desk::keys::{self, KeyFile, Lock, Opener};
use loket_desk::place::Place;
use loket_desk::store::unit;
use loket_desk::{Desk, Error, Notice, practice, snapshot};
use loket_domain::rights::Right;
use std::sync::Arc;

/// Minutes without a key after which the window locks itself.
const LOCK_AFTER_MINUTES: u32 = 5;
/// Key of an officer's preferences.
const DISPLAY: &str = "display";
/// A start-up password has at least so many characters.
const MIN_PASSWORD: usize = 10;

/// The state of the program; opens the register where nothing has to be asked.
pub async fn state(shell: &Shell) -> Result<AppState, Failure> {
    if shell.seat.read().await.shown().is_some() {
        return match shell.seated().await {
            Ok(seated) => Ok(AppState::Open { session: session(shell, &seated).await? }),
            Err(_) => sign_in_state(shell).await,
        };
    }
    let keys = match KeyFile::read(&shell.place.keys()) {
        Ok(keys) => keys,
        Err(Error::NoRegister) => return first_start(shell).await,
        Err(e) => return Err(e.into()),
    };
    let opener = match (&keys.lock, &shell.key_file) {
        (Some(Lock::KeyFile), Some(path)) => Opener::File(path.clone()),
        (Some(Lock::System), _) => Opener::System,
        (Some(Lock::Password(_)), _) => return Ok(AppState::StartPassword { office_name: keys.office }),
        (None, _) | (Some(Lock::KeyFile), None) => return Ok(AppState::KeyMissing { office_name: keys.office }),
    };
    open(shell, &opener).await
}

/// Opens the register and tells what came of it; trouble that a person can mend is a state, not an error.
pub async fn open(shell: &Shell, opener: &Opener) -> Result<AppState, Failure> {
    match Desk::open(&shell.place, opener, Utc::now()).await {
        Ok(desk) => take(shell, desk).await,
        Err(Error::Held) => Ok(AppState::Held),
        Err(Error::Newer(needs)) => Ok(AppState::Newer { needs }),
        Err(Error::KeyMissing) => Ok(AppState::KeyMissing { office_name: office_name(&shell.place) }),
        Err(Error::Damaged { moved_to }) => Ok(damaged(&shell.place, &moved_to)),
        Err(Error::NoRegister) => Ok(damaged(&shell.place, &last_moved_aside(&shell.place))),
        Err(e) => Err(e.into()),
    }
}

/// Sits down at a register that was just opened.
pub async fn take(shell: &Shell, desk: Desk) -> Result<AppState, Failure> {
    // Pieces of attachments that nothing names go after seven days; the next start tries again.
    let _ = desk.collect_orphans(Utc::now()).await;
    {
        let mut seat = shell.seat.write().await;
        seat.desk = Some(Arc::new(desk));
        seat.officer = None;
        seat.practising = false;
    }
    sign_in_state(shell).await
}

/// Opens the practice office, making it when it is not there.
pub async fn enter_practice(shell: &Shell) -> Result<AppState, Failure> {
    let mut seat = shell.seat.write().await;
    if seat.practice.is_none() {
        seat.practice = Some(Arc::new(practice::open_or_create(&shell.place, Utc::now()).await?));
    }
    seat.practising = true;
    seat.officer = None;
    drop(seat);
    sign_in_state(shell).await
}

/// Goes back to the office's own register, or to where the start stood.
pub async fn leave_practice(shell: &Shell) -> Result<AppState, Failure> {
    shell.takings.stop_all(LAST_FILES).await;
    let practice = {
        let mut seat = shell.seat.write().await;
        seat.practising = false;
        seat.officer = None;
        seat.practice.take()
    };
    if let Some(desk) = practice {
        shell.prints.end().await;
        crate::state::close(desk).await;
    }
    state(shell).await
}

async fn first_start(shell: &Shell) -> Result<AppState, Failure> {
    let draft = tokio::fs::read(shell.place.setup_draft()).await.ok();
    let draft: Option<OfficeSetup> = draft.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    Ok(AppState::FirstStart { system_key_store: key_store(shell).await?, draft: draft.map(Box::new) })
}

async fn sign_in_state(shell: &Shell) -> Result<AppState, Failure> {
    let desk = shell.desk().await?;
    let officers = OfficerBrief::list(&desk.officers().await?);
    let (office_name, counter_code) = office(&desk).await?;
    Ok(AppState::SignIn {
        office_name,
        counter_code,
        practice: desk.practice,
        officers,
        notices: notices(&desk).await?,
    })
}

/// The session of an officer.
pub async fn session(shell: &Shell, seated: &Seated) -> Result<Session, Failure> {
    let desk = &seated.desk;
    let (office_name, counter_code) = office(desk).await?;
    let stored = desk.preference(seated.officer, DISPLAY).await?;
    shell.count(desk).await?;
    Ok(Session {
        officer: shell.brief(seated).await?,
        office_name,
        office_kind: desk.settings().await?.0.office_kind.into(),
        counter_code,
        practice: desk.practice,
        numbers_frozen: desk.notices(Utc::now()).await?.contains(&Notice::Frozen),
        zone: desk.zone().await?.into(),
        preferences: stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default(),
        lock_after_minutes: LOCK_AFTER_MINUTES,
        reads_log: desk.require(seated.officer, Right::ReadLog).await.is_ok(),
    })
}

/// Remembers how the window looks for an officer.
pub async fn save_preferences(seated: &Seated, p: &Preferences) -> Result<(), Failure> {
    let p = Preferences { text_percent: p.text_percent.clamp(90, 200), ..p.clone() };
    Ok(seated.desk.set_preference(seated.officer, DISPLAY, &serde_json::to_string(&p)?).await?)
}

async fn office(desk: &Desk) -> Result<(String, String), Failure> {
    let (_, office) = desk.settings().await?;
    let counter = unit::numbering(&mut *desk.reader().await?).await?.map_or_else(String::new, |(n, _)| n.counter_code);
    Ok((office.name, counter))
}

async fn notices(desk: &Desk) -> Result<Vec<StartNotice>, Failure> {
    let (facts, _) = desk.settings().await?;
    let last = desk.last_snapshot(snapshot::Where::Local).await?.map(|s| copies::when(&s.taken_at, facts.zone));
    let notice = |n: Notice| match n {
        Notice::Witness => StartNotice { kind: NoticeKind::Witness, detail: None },
        Notice::Restored => StartNotice { kind: NoticeKind::Restored, detail: last.clone() },
        // A copied folder is told like a restored one: the same question for the last number follows.
        Notice::Clone => StartNotice { kind: NoticeKind::Restored, detail: None },
        Notice::Clock => StartNotice { kind: NoticeKind::Clock, detail: None },
        Notice::Frozen => StartNotice { kind: NoticeKind::Frozen, detail: None },
        Notice::RecoveryUnconfirmed => StartNotice { kind: NoticeKind::RecoveryUnconfirmed, detail: None },
    };
    Ok(desk.notices(Utc::now()).await?.into_iter().map(notice).collect())
}

fn office_name(place: &Place) -> String {
    KeyFile::read(&place.keys()).map(|k| k.office).unwrap_or_default()
}

fn damaged(place: &Place, moved_to: &std::path::Path) -> AppState {
    let name = moved_to.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let found = snapshot::in_folder(&place.snapshots()).unwrap_or_default();
    let snapshots =
        found.into_iter().map(|s| copies::snapshot(s, crate::dto::copies::SnapshotPlace::Local, None)).collect();
    AppState::Damaged { moved_to: name, snapshots }
}

/// The newest folder of files that were moved aside at an earlier start.
fn last_moved_aside(place: &Place) -> std::path::PathBuf {
    let entries = std::fs::read_dir(place.root()).into_iter().flatten().flatten();
    let aside =
        entries.map(|e| e.path()).filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("rusak-")));
    aside.max().unwrap_or_default()
}

/// Does something on this PC keep the key without a password?
pub async fn key_store(shell: &Shell) -> Result<bool, Failure> {
    Ok(shell.key_file.is_some() || tokio::task::spawn_blocking(keys::system_store_available).await?)
}

/// How a new, restored or reopened register keeps its key: a named file, a password, or the system's store.
pub async fn new_opener(shell: &Shell, password: Option<&str>, field: &str) -> Result<Opener, Failure> {
    if let Some(path) = &shell.key_file {
        return Ok(Opener::File(path.clone()));
    }
    match password.filter(|p| !p.is_empty()) {
        Some(p) if p.chars().count() < MIN_PASSWORD => Err(told(CommandError::field(field, "password_weak"))),
        Some(p) => Ok(Opener::Password(p.to_owned().into())),
        None if key_store(shell).await? => Ok(Opener::System),
        None => Err(told(CommandError::field(field, "required"))),
    }
}
