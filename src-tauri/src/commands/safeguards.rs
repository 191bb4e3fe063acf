//! Intended use, and the name that is put under a copy for a record.

use std::sync::Arc;

use tauri::State;

use super::blocking;
use super::texts::signed_record;
use crate::safeguards::{self, INTENDED_USE_VERSION};
use crate::state::AppState;
use crate::wire::{ErrorView, RecordView, SafeguardsView};

/// What was acknowledged in the open store, and what it asks for.
#[tauri::command]
#[specta::specta]
pub(crate) async fn safeguards(
    state: State<'_, Arc<AppState>>,
) -> Result<SafeguardsView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        Ok(state.chat()?.read(|store| {
            Ok(SafeguardsView {
                intended_use_version: INTENDED_USE_VERSION,
                is_acknowledged: safeguards::is_acknowledged(store)?,
                signs_records: safeguards::signs_records(store)?,
            })
        })?)
    })
    .await
}

/// Keeps that somebody has read what the app is for, and where its limits are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn acknowledge_intended_use(
    state: State<'_, Arc<AppState>>,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || Ok(state.chat()?.write(safeguards::acknowledge)?)).await
}

/// Sets whether a copy for a record is shown and signed first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_signs_records(
    state: State<'_, Arc<AppState>>,
    on: bool,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        Ok(state
            .chat()?
            .write(|store, _| safeguards::set_signs_records(store, on))?)
    })
    .await
}

/// An answer for a patient's record with the name of whoever has checked it, on a clock so many minutes ahead of UTC.
#[tauri::command]
#[specta::specta]
pub(crate) async fn signed_record_text(
    state: State<'_, Arc<AppState>>,
    turn: String,
    answer: String,
    signer: String,
    minutes_ahead: i32,
) -> Result<RecordView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || signed_record(&state, &turn, answer, &signer, minutes_ahead)).await
}
