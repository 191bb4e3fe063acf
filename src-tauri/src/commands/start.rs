//! Before anything is unlocked, and what the header shows.

use std::sync::Arc;

use sanad_chat::ChatError;
use sanad_history::{Store, StoreFolder};
use sanad_models::ModelError;
use tauri::State;
use tauri::ipc::Channel;

use super::blocking;
use crate::error::ShellError;
use crate::state::AppState;
use crate::wire::{EngineView, ErrorView, ModelView, PreferencesView, StartScreen, StartView};

/// Which screen comes first, and how it looks.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start_state(state: State<'_, Arc<AppState>>) -> Result<StartView, ErrorView> {
    let screen = if state.chat().is_ok() {
        StartScreen::Open
    } else if Store::exists(&StoreFolder::at(&state.folders.data)).map_err(ShellError::from)? {
        StartScreen::Locked
    } else {
        StartScreen::FirstRun
    };
    Ok(StartView {
        screen,
        preferences: state.preferences().into(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
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

/// Keeps language and theme.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_preferences(
    state: State<'_, Arc<AppState>>,
    preferences: PreferencesView,
) -> Result<(), ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || state.set_preferences(preferences.into())).await
}

/// The model that questions go to, and loads it ahead of the first question.
#[tauri::command]
#[specta::specta]
pub(crate) async fn model(state: State<'_, Arc<AppState>>) -> Result<ModelView, ErrorView> {
    match state.chat()?.model().await {
        Ok(model) => {
            let chat = state.chat()?;
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
