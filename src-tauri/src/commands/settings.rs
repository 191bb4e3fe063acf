//! What the user sets.

use std::sync::Arc;

use sanad_history::{Passphrase, Store};
use tauri::State;

use super::blocking;
use crate::error::ShellError;
use crate::keychain;
use crate::settings;
use crate::state::AppState;
use crate::wire::{ErrorView, SettingsView};

/// All settings of the open store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(state: State<'_, Arc<AppState>>) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || view(&state)).await
}

/// Sets after how many minutes without anybody the app locks itself, 1 to 15.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_lock_after(
    state: State<'_, Arc<AppState>>,
    minutes: u32,
) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        let write = |store: &mut Store, now| settings::set_lock_after(store, minutes, now);
        state.set_lock_after(state.chat()?.write(write)?);
        view(&state)
    })
    .await
}

/// Sets after how many days an untouched conversation is deleted; 0 keeps all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_retention(
    state: State<'_, Arc<AppState>>,
    days: u32,
) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        state
            .chat()?
            .write(|store, now| settings::set_retention(store, days, now))?;
        view(&state)
    })
    .await
}

/// Sets where backups go; an empty path for the folder beside the store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_backup_folder(
    state: State<'_, Arc<AppState>>,
    path: String,
) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        let chat = state.chat()?;
        let is_another = state.preferences().backup_folder != path;
        let leaves = is_another && !path.is_empty();
        state.change_preferences(|preferences| preferences.backup_folder = path)?;
        if leaves {
            chat.write(|store, now| settings::weaken(store, "backup-folder", now))?;
        }
        view(&state)
    })
    .await
}

/// Has the desktop's keychain keep the passphrase, or forget it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_keychain(
    state: State<'_, Arc<AppState>>,
    on: bool,
    passphrase: String,
) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        if on {
            use_keychain(&state, passphrase)?;
        } else {
            state.change_preferences(|preferences| preferences.unlocks_with_keychain = false)?;
            // A desktop without a keychain any more keeps nothing either.
            match keychain::forget(&state.folders.data) {
                Ok(()) | Err(ShellError::KeychainUnavailable) => {}
                Err(error) => return Err(error),
            }
        }
        view(&state)
    })
    .await
}

/// Sets whether the model may find titles.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_improves_titles(
    state: State<'_, Arc<AppState>>,
    on: bool,
) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        state
            .chat()?
            .write(|store, _| settings::set_improves_titles(store, on))?;
        view(&state)
    })
    .await
}

/// Sets whether what a model has in memory of a conversation is kept, sealed, beside the store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_keeps_states(
    state: State<'_, Arc<AppState>>,
    on: bool,
) -> Result<SettingsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        state.chat()?.write(|store, _| store.set_keeps_states(on))?;
        view(&state)
    })
    .await
}

fn use_keychain(state: &AppState, passphrase: String) -> Result<(), ShellError> {
    let chat = state.chat()?;
    let kept = zeroize::Zeroizing::new(passphrase.clone());
    Store::check_passphrase(&state.store_folder(), &Passphrase::new(passphrase)?)?;
    keychain::keep(&state.folders.data, &kept)?;
    state.change_preferences(|preferences| preferences.unlocks_with_keychain = true)?;
    Ok(chat.write(|store, now| settings::weaken(store, "keychain", now))?)
}

fn view(state: &AppState) -> Result<SettingsView, ShellError> {
    let preferences = state.preferences();
    let (retention_days, improves_titles, keeps_states) = state.chat()?.read(|store| {
        Ok((
            settings::retention(store)?,
            settings::improves_titles(store)?,
            store.keeps_states()?,
        ))
    })?;
    Ok(SettingsView {
        lock_after_minutes: state.lock_after(),
        retention_days,
        backup_folder: preferences.backup_folder,
        unlocks_with_keychain: preferences.unlocks_with_keychain,
        keychain_is_available: keychain::is_available(),
        has_recovery_code: Store::has_recovery_code(&state.store_folder())?,
        improves_titles,
        keeps_states,
    })
}
