//! Before anything is unlocked, and what the header shows.

use std::sync::Arc;

use sanad_chat::ChatError;
use sanad_history::Store;
use sanad_models::ModelError;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use super::blocking;
use crate::error::ShellError;
use crate::opening::is_damage;
use crate::settings;
use crate::state::AppState;
use crate::wire::{EngineView, ErrorView, ModelView, PreferencesView, StartScreen, StartView};

/// Which screen comes first, and how it looks.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_state(state: State<'_, Arc<AppState>>) -> Result<StartView, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        // Another copy that came first has the store; nothing is asked for that could not be opened.
        state.store_lock()?;
        let (screen, has_recovery_code) = first_screen(&state)?;
        let preferences = state.preferences();
        Ok(StartView {
            screen,
            unlocks_with_keychain: preferences.unlocks_with_keychain,
            preferences: preferences.into(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            has_recovery_code,
            notice: state
                .locked_because()
                .map(|because| because.notice().to_owned())
                .unwrap_or_default(),
        })
    })
    .await
}

/// The screen, and whether a recovery code opens the store.
fn first_screen(state: &AppState) -> Result<(StartScreen, bool), ShellError> {
    let folder = state.store_folder();
    if !Store::exists(&folder)? {
        return Ok((StartScreen::FirstRun, false));
    }
    let has_recovery_code = Store::has_recovery_code(&folder);
    let screen = match &has_recovery_code {
        _ if state.chat().is_ok() => StartScreen::Open,
        Err(error) if is_damage(error) => StartScreen::Damaged,
        _ if state.found_damage() => StartScreen::Damaged,
        _ => StartScreen::Locked,
    };
    Ok((screen, has_recovery_code.unwrap_or(false)))
}

/// Makes the store of a first run.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_store(
    state: State<'_, Arc<AppState>>,
    passphrase: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.create_store(passphrase)).await
}

/// Opens the store.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock(
    state: State<'_, Arc<AppState>>,
    passphrase: String,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.unlock(passphrase)).await
}

/// Keeps language, theme, digits and size. The size holds at once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_preferences(
    window: WebviewWindow,
    state: State<'_, Arc<AppState>>,
    preferences: PreferencesView,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || {
        state.change_preferences(|kept| preferences.apply_to(kept))?;
        let size = state.preferences().text_size;
        window
            .set_zoom(size.factor())
            .map_err(|_| ShellError::Internal("the window cannot be made larger"))
    })
    .await
}

/// The model that questions go to, and loads it ahead of the first question.
#[tauri::command]
#[specta::specta]
pub(crate) async fn model(state: State<'_, Arc<AppState>>) -> Result<ModelView, ErrorView> {
    match state.chat()?.model().await {
        Ok(model) => {
            let chat = state.chat()?;
            // The audit chain is no reason not to answer: a store that cannot be written says so itself.
            let _ =
                chat.write(|store, now| settings::note_model(store, &model.stamp.sha256.0, now));
            // Its outcome shows in the engine's state; the question that needs it reports the fault.
            tauri::async_runtime::spawn(async move { chat.warm_up().await });
            Ok(ModelView::from(&*model))
        }
        Err(ChatError::Model(ModelError::NoneInstalled { .. })) => Ok(ModelView::none()),
        Err(error) => Err(ErrorView::from(&error)),
    }
}

/// Tells what the engine does, now and whenever it changes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watch_engine(
    state: State<'_, Arc<AppState>>,
    channel: Channel<EngineView>,
) -> Result<(), ErrorView> {
    let mut states = state.engine.watch();
    tauri::async_runtime::spawn(async move {
        loop {
            let view = EngineView::from(&*states.borrow_and_update());
            if channel.send(view).is_err() || states.changed().await.is_err() {
                break;
            }
        }
    });
    Ok(())
}
