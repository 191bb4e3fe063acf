//! Backups, and going back to one.

use std::path::Path;
use std::sync::Arc;

use sanad_history::HistoryError;
use tauri::State;

use super::blocking;
use crate::error::ShellError;
use crate::state::AppState;
use crate::wire::{BackupView, BackupsView, ErrorView, RestoreOfferView, RestoredView};

/// All backups, and how the making of them goes. Works locked, too.
#[tauri::command]
#[specta::specta]
pub(crate) async fn backups(state: State<'_, Arc<AppState>>) -> Result<BackupsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        let (found, folder_is_missing) = match state.backups() {
            Ok(found) => (found, false),
            Err(ShellError::Chat(sanad_chat::ChatError::History(
                HistoryError::BackupFolderMissing { .. },
            ))) => (Vec::new(), true),
            Err(error) => return Err(error),
        };
        let backups: Vec<BackupView> = found.into_iter().map(BackupView::from).collect();
        Ok(BackupsView {
            folder: state.backup_folder().to_string_lossy().into_owned(),
            folder_is_missing,
            last_made_at: backups.first().map(|newest| newest.made_at),
            backups,
            is_running: state.backup_runs.is_running(),
            failure: state.backup_runs.failure().into_iter().collect(),
        })
    })
    .await
}

/// Makes a backup now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn back_up(state: State<'_, Arc<AppState>>) -> Result<BackupView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || Ok(state.back_up()?.into())).await
}

/// The newest backup, and what restoring it would mean.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_offer(
    state: State<'_, Arc<AppState>>,
) -> Result<RestoreOfferView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || Ok(state.restore_offer()?.into())).await
}

/// Puts a backup in the place of the store, and opens it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore(
    state: State<'_, Arc<AppState>>,
    path: String,
    passphrase: String,
) -> Result<RestoredView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        let aside = state.restore(Path::new(&path), passphrase)?;
        let aside = aside.to_string_lossy().into_owned();
        Ok(RestoredView { aside })
    })
    .await
}

/// Puts the files of a store that cannot be opened into a folder beside, and says which.
#[tauri::command]
#[specta::specta]
pub(crate) async fn put_aside(state: State<'_, Arc<AppState>>) -> Result<String, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || Ok(state.put_aside()?.to_string_lossy().into_owned())).await
}
