//! The audit chain, and whether everything is as it was written.

use std::sync::Arc;

use tauri::State;

use super::blocking;
use crate::auditing;
use crate::state::AppState;
use crate::wire::{AuditPageView, ErrorView, head_from, head_of};

/// The entries before a number, newest first; 0 begins with the newest.
#[tauri::command]
#[specta::specta]
pub(crate) async fn audit(
    state: State<'_, Arc<AppState>>,
    before: u32,
) -> Result<AuditPageView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let (entries, has_more) = chat.read(|store| auditing::page(store, before))?;
        let entries = entries.into_iter().map(Into::into).collect();
        Ok(AuditPageView { entries, has_more })
    })
    .await
}

/// Checks the whole chain, and that it goes on from a head that was kept elsewhere; says its present head.
#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_audit(
    state: State<'_, Arc<AppState>>,
    head: String,
) -> Result<String, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let earlier = head_from(&head)?;
        let head = chat.read(|store| store.verify_audit(earlier.as_ref()))?;
        Ok(head_of(&head))
    })
    .await
}

/// Reads the whole store and checks every page of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_store(state: State<'_, Arc<AppState>>) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || Ok(chat.read(sanad_history::Store::verify)?)).await
}
