//! Diagnostics: seen first, written afterwards.

use std::path::Path;
use std::sync::Arc;

use tauri::State;

use super::blocking;
use crate::diagnosing::{self, Diagnostics, Sources, StorePart};
use crate::error::ShellError;
use crate::state::{AppState, locked, now};
use crate::wire::ErrorView;

/// Collects diagnostics and gives their text, which is what [`write_diagnostics`] writes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn diagnostics(state: State<'_, Arc<AppState>>) -> Result<String, ErrorView> {
    let state = Arc::clone(&state);
    let chat = state.chat()?;
    let model = chat.model().await;
    let hello = state.engine.about().await;
    blocking(move || {
        let preferences = state.preferences();
        let store = chat.read(|store| Ok(StorePart::of(store, &state.folders, &preferences)))?;
        let diagnostics = Diagnostics::of(Sources {
            engine: &state.engine,
            hello,
            ends: state.engine_ends.all(),
            model: model.as_deref().map_err(ErrorView::from),
            folders: &state.folders,
            preferences: &preferences,
            store,
            now: now(),
        });
        let text = diagnostics.text();
        *locked(&state.shown_diagnostics) = text.clone();
        Ok(text)
    })
    .await
}

/// Writes the text that was shown last into a new file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn write_diagnostics(
    state: State<'_, Arc<AppState>>,
    path: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        let text = locked(&state.shown_diagnostics).clone();
        if text.is_empty() {
            return Err(ShellError::Internal("no diagnostics were shown"));
        }
        diagnosing::write(&text, Path::new(&path))
    })
    .await
}
