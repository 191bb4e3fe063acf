//! Conversations to files and back.

use std::path::Path;
use std::sync::Arc;

use sanad_domain::{Clock, SystemClock, TurnId};
use sanad_l10n::Messages;
use tauri::State;

use super::blocking;
use super::conversations::conversation_id;
use crate::error::ShellError;
use crate::exports;
use crate::state::AppState;
use crate::wire::{ErrorView, ExportFormatView, ExportedView, ImportedView};

/// Writes a conversation in a format; without `turns` all of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_conversation(
    state: State<'_, Arc<AppState>>,
    conversation: String,
    turns: Vec<String>,
    format: ExportFormatView,
    path: String,
) -> Result<ExportedView, ErrorView> {
    let chat = state.chat()?;
    let messages = Messages::of(state.preferences().language);
    blocking(move || {
        let turns = turns
            .iter()
            .map(|id| id.parse().map_err(|_| ShellError::BadId(id.clone())))
            .collect::<Result<Vec<TurnId>, _>>()?;
        exports::refuse_to_replace(Path::new(&path))?;
        let exported = exports::export_conversation(
            &*chat,
            conversation_id(&conversation)?,
            &turns,
            format.into(),
            Path::new(&path),
            &messages,
            SystemClock.now(),
        )?;
        Ok(exported.into())
    })
    .await
}

/// Writes every conversation into one archive that the passphrase opens.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_everything(
    state: State<'_, Arc<AppState>>,
    path: String,
    passphrase: String,
) -> Result<ExportedView, ErrorView> {
    let chat = state.chat()?;
    let messages = Messages::of(state.preferences().language);
    blocking(move || {
        let path = Path::new(&path);
        exports::refuse_to_replace(path)?;
        let now = SystemClock.now();
        Ok(exports::export_everything(&*chat, path, &passphrase, &messages, now)?.into())
    })
    .await
}

/// Takes in a JSON file, or an archive that the passphrase opens.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_file(
    state: State<'_, Arc<AppState>>,
    path: String,
    passphrase: String,
) -> Result<ImportedView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let now = SystemClock.now();
        Ok(exports::import_file(&*chat, Path::new(&path), &passphrase, now)?.into())
    })
    .await
}
