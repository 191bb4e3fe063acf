//! Locking, and the sign that somebody is there.

use std::sync::Arc;

use tauri::{AppHandle, State};

use super::blocking;
use crate::idle::LockReason;
use crate::locking;
use crate::state::AppState;
use crate::wire::ErrorView;

/// Closes the store, empties the memory and starts the app afresh at its unlock screen.
#[tauri::command]
#[specta::specta]
pub(crate) async fn lock(app: AppHandle) -> Result<(), ErrorView> {
    blocking(move || {
        locking::lock(&app, LockReason::User);
        Ok(())
    })
    .await
}

/// Somebody pressed a key or moved the pointer in the window.
#[tauri::command]
#[specta::specta]
pub(crate) async fn still_here(state: State<'_, Arc<AppState>>) -> Result<(), ErrorView> {
    state.presence.seen();
    Ok(())
}
