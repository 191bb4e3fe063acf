//! The desktop's own dialogs for files and folders. An empty path means that nothing was chosen.

use std::sync::Arc;

use tauri::{State, WebviewWindow};

use crate::dialogs::{self, Dialog};
use crate::state::AppState;
use crate::wire::ErrorView;

/// Lets a folder be chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_folder(
    state: State<'_, Arc<AppState>>,
    window: WebviewWindow,
) -> Result<String, ErrorView> {
    choose(&state, window, Dialog::Folder).await
}

/// Lets a file that is there be chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_file(
    state: State<'_, Arc<AppState>>,
    window: WebviewWindow,
) -> Result<String, ErrorView> {
    choose(&state, window, Dialog::File).await
}

/// Lets a place and a name for a new file be chosen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_file_to_write(
    state: State<'_, Arc<AppState>>,
    window: WebviewWindow,
    suggested_name: String,
) -> Result<String, ErrorView> {
    choose(&state, window, Dialog::FileToWrite { suggested_name }).await
}

async fn choose(
    state: &AppState,
    window: WebviewWindow,
    dialog: Dialog,
) -> Result<String, ErrorView> {
    let chosen = dialogs::choose(window, dialog).await?;
    // The window hears no key while the dialog is open.
    state.presence.seen();
    Ok(chosen
        .map(|path| path.to_string_lossy().into_owned())
        .unwrap_or_default())
}
