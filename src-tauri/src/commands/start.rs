//! Opening, signing in, leaving, practice.

use super::Program;
use crate::dto::start::{AppState, Preferences, SignInReply, Story};
use crate::error::{CommandError, Reply, told};
use crate::opening;
use crate::state::id;
use chrono::Utc;
use loket_desk::keys::Opener;
use loket_desk::officers::SignIn;
use loket_desk::{practice, restore};

/// Longest PIN or password that is looked at.
const MAX_SECRET: usize = 256;

/// In which state the program is.
#[tauri::command]
#[specta::specta]
pub async fn app_state(shell: Program<'_>) -> Reply<AppState> {
    shell.reply(opening::state(&shell)).await
}

/// Opens the register with the start-up password.
#[tauri::command]
#[specta::specta]
pub async fn open_with_password(shell: Program<'_>, password: String) -> Reply<AppState> {
    shell
        .reply(async {
            if shell.seat.read().await.shown().is_some() {
                return opening::state(&shell).await;
            }
            opening::open(&shell, &Opener::Password(password.into())).await
        })
        .await
}

/// Opens a register whose key this PC has lost.
#[tauri::command]
#[specta::specta]
pub async fn open_with_recovery_key(
    shell: Program<'_>,
    digits: String,
    new_password: Option<String>,
) -> Reply<AppState> {
    shell
        .reply(async {
            if shell.seat.read().await.shown().is_some() {
                return opening::state(&shell).await;
            }
            let opener = opening::new_opener(&shell, new_password.as_deref(), "newPassword").await?;
            let desk = restore::open_with_recovery_key(&shell.place, &digits, &opener, Utc::now()).await?;
            opening::take(&shell, desk).await
        })
        .await
}

/// Tries a PIN.
#[tauri::command]
#[specta::specta]
pub async fn sign_in(shell: Program<'_>, officer_id: String, pin: String) -> Reply<SignInReply> {
    shell
        .reply(async {
            let (desk, officer) = (shell.desk().await?, id(&officer_id)?);
            if pin.chars().count() > MAX_SECRET {
                return Err(told(CommandError::field("pin", "too_long")));
            }
            let seconds = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
            match desk.sign_in(officer, &pin, Utc::now()).await? {
                SignIn::Welcome(person) => {
                    shell.seat.write().await.officer = Some(person.id);
                    let seated = shell.seated().await?;
                    Ok(SignInReply {
                        ok: Some(opening::session(&shell, &seated).await?),
                        tries_left: 0,
                        wait_seconds: 0,
                    })
                }
                SignIn::Wrong { tries_left } => {
                    Ok(SignInReply { ok: None, tries_left: seconds(tries_left), wait_seconds: 0 })
                }
                SignIn::Wait { seconds: wait } => {
                    Ok(SignInReply { ok: None, tries_left: 0, wait_seconds: seconds(wait) })
                }
            }
        })
        .await
}

/// A new PIN for an officer, by the recovery key on paper.
#[tauri::command]
#[specta::specta]
pub async fn reset_pin(shell: Program<'_>, officer_id: String, digits: String, pin: String) -> Reply<()> {
    shell
        .reply(async {
            let (desk, officer) = (shell.desk().await?, id(&officer_id)?);
            if pin.chars().count() > MAX_SECRET {
                return Err(told(CommandError::field("pin", "too_long")));
            }
            Ok(desk.reset_pin(officer, &digits, &pin, Utc::now()).await?)
        })
        .await
}

/// Signs out; nothing of a complaint stays on the screen.
#[tauri::command]
#[specta::specta]
pub async fn lock(shell: Program<'_>) -> Reply<AppState> {
    shell.reply(shell.lock()).await
}

/// Copies what is new, closes and ends.
#[tauri::command]
#[specta::specta]
pub async fn quit(shell: Program<'_>) -> Reply<()> {
    shell.leave().await;
    shell.host.exit();
    Ok(())
}

/// Shows the practice office.
#[tauri::command]
#[specta::specta]
pub async fn enter_practice(shell: Program<'_>) -> Reply<AppState> {
    shell.reply(opening::enter_practice(&shell)).await
}

/// Back to the office's own register.
#[tauri::command]
#[specta::specta]
pub async fn leave_practice(shell: Program<'_>) -> Reply<AppState> {
    shell.reply(opening::leave_practice(&shell)).await
}

/// Spoken stories to practise with.
#[tauri::command]
#[specta::specta]
pub async fn stories() -> Reply<Vec<Story>> {
    let story = |s: &practice::Story| Story {
        id: s.id.to_owned(),
        title: s.title.to_owned(),
        spoken: s.spoken.to_owned(),
        hint: s.hint.to_owned(),
    };
    Ok(practice::stories().iter().map(story).collect())
}

/// Remembers how the window looks.
#[tauri::command]
#[specta::specta]
pub async fn save_preferences(shell: Program<'_>, p: Preferences) -> Reply<()> {
    shell.reply(async { opening::save_preferences(&shell.seated().await?, &p).await }).await
}
