//! What opens the store: passphrase, recovery code, keychain, and the key behind them.

use std::sync::Arc;

use tauri::State;

use super::blocking;
use crate::state::AppState;
use crate::wire::ErrorView;

/// Opens the store with the passphrase that the desktop's keychain keeps.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_from_keychain(state: State<'_, Arc<AppState>>) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.unlock_from_keychain()).await
}

/// A recovery code to be written down; it opens nothing before it was typed back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_recovery_code(
    state: State<'_, Arc<AppState>>,
) -> Result<String, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.new_recovery_code()).await
}

/// Lets the recovery code that was shown open the store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_recovery_code(
    state: State<'_, Arc<AppState>>,
    passphrase: String,
    typed_back: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.keep_recovery_code(passphrase, &typed_back)).await
}

/// Opens the store with its recovery code and gives it another passphrase.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recover(
    state: State<'_, Arc<AppState>>,
    code: String,
    new_passphrase: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.recover(&code, new_passphrase)).await
}

/// Lets another passphrase open the store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_passphrase(
    state: State<'_, Arc<AppState>>,
    present: String,
    new_passphrase: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.change_passphrase(present, new_passphrase)).await
}

/// Encrypts the whole store with another key; an earlier recovery code opens nothing afterwards.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_key(
    state: State<'_, Arc<AppState>>,
    passphrase: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.change_key(passphrase)).await
}
