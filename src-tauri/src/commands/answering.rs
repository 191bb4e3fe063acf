//! How answers are drawn, for all conversations or for one, and how the engine is run.

use std::sync::Arc;

use sanad_chat::Chat;
use sanad_domain::{ConversationId, Sampling};
use sanad_history::Store;
use tauri::State;

use super::blocking;
use super::conversations::conversation_id;
use crate::answering;
use crate::error::ShellError;
use crate::state::AppState;
use crate::wire::{
    AnsweringView, EngineWishView, ErrorView, OwnFiguresView, SamplingFigureName,
    SamplingFigureView,
};

/// What is set for all conversations.
#[tauri::command]
#[specta::specta]
pub(crate) async fn answering(state: State<'_, Arc<AppState>>) -> Result<AnsweringView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || view(&chat)).await
}

/// Sets one figure for all conversations that have none of their own, to the nearest that it may be.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_figure(
    state: State<'_, Arc<AppState>>,
    name: SamplingFigureName,
    value: u32,
) -> Result<AnsweringView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        chat.write(|store, _| {
            let set = name.set_in(store.sampling()?.sampling, value);
            store.set_sampling(set)
        })?;
        view(&chat)
    })
    .await
}

/// Has answers drawn as if nobody had ever set anything.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reset_figures(
    state: State<'_, Arc<AppState>>,
) -> Result<AnsweringView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        chat.write(|store, _| store.set_sampling(Sampling::default()))?;
        view(&chat)
    })
    .await
}

/// How answers are drawn in a conversation.
#[tauri::command]
#[specta::specta]
pub(crate) async fn own_figures(
    state: State<'_, Arc<AppState>>,
    conversation: String,
) -> Result<OwnFiguresView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || own(&chat, conversation_id(&conversation)?)).await
}

/// Sets one figure for a conversation alone; the others are then as they were set for all.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_own_figure(
    state: State<'_, Arc<AppState>>,
    conversation: String,
    name: SamplingFigureName,
    value: u32,
) -> Result<OwnFiguresView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&conversation)?;
        chat.write(|store, _| {
            let before = match store.conversation_sampling(id)? {
                Some(own) => own,
                None => store.sampling()?,
            };
            store.set_conversation_sampling(id, Some(name.set_in(before.sampling, value)))
        })?;
        own(&chat, id)
    })
    .await
}

/// Has a conversation's answers drawn like all others.
#[tauri::command]
#[specta::specta]
pub(crate) async fn end_own_figures(
    state: State<'_, Arc<AppState>>,
    conversation: String,
) -> Result<OwnFiguresView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&conversation)?;
        chat.write(|store, _| store.set_conversation_sampling(id, None))?;
        own(&chat, id)
    })
    .await
}

/// Sets the compute threads of the next engine; 0 leaves them to the app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_engine_threads(
    state: State<'_, Arc<AppState>>,
    threads: u32,
) -> Result<AnsweringView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        chat.write(|store, _| answering::set_threads(store, threads))?;
        view(&chat)
    })
    .await
}

/// Sets the tokens of context of the next engine; 0 leaves them to the app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_engine_context(
    state: State<'_, Arc<AppState>>,
    tokens: u32,
) -> Result<AnsweringView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        chat.write(|store, _| answering::set_context(store, tokens))?;
        view(&chat)
    })
    .await
}

/// Starts the engine anew as it is set, unless it is at work.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restart_engine(
    state: State<'_, Arc<AppState>>,
) -> Result<AnsweringView, ErrorView> {
    let chat = state.chat()?;
    if state.checks.current().is_some() {
        return Err(ShellError::CheckRuns.into());
    }
    state.titles.stop();
    let wish = chat
        .read(answering::engine_wish)
        .map_err(|error| ErrorView::from(&error))?;
    chat.restart_engine(wish)
        .await
        .map_err(|error| ErrorView::from(&error))?;
    let warmed = Arc::clone(&chat);
    // Its outcome shows in the engine's state; the question that needs it reports the fault.
    tauri::async_runtime::spawn(async move { warmed.warm_up().await });
    blocking(move || view(&chat)).await
}

fn view(chat: &Chat) -> Result<AnsweringView, ShellError> {
    let (kept, wish, replaced) = chat.read(|store| {
        Ok((
            store.sampling()?,
            answering::engine_wish(store)?,
            answering::replaced(store)?,
        ))
    })?;
    Ok(AnsweringView {
        figures: SamplingFigureView::all(&kept.sampling, &Sampling::default()),
        engine: EngineWishView::of(wish, chat.engine_wish()),
        replaced: replaced.into_iter().map(str::to_owned).collect(),
    })
}

fn own(chat: &Chat, id: ConversationId) -> Result<OwnFiguresView, ShellError> {
    let (usual, own) = chat
        .read(|store: &Store| Ok((store.sampling()?.sampling, store.conversation_sampling(id)?)))?;
    let figures = own.as_ref().map_or(usual, |own| own.sampling);
    Ok(OwnFiguresView {
        is_own: own.is_some(),
        figures: SamplingFigureView::all(&figures, &usual),
    })
}
