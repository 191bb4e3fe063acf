//! Asking, asking again, and stopping.

use std::sync::Arc;

use sanad_chat::{AnswerLimits, Question};
use sanad_domain::{Language, TurnId};
use tauri::State;
use tauri::ipc::Channel;

use super::conversations::existing;
use crate::error::ShellError;
use crate::state::AppState;
use crate::stream::AnswerStream;
use crate::wire::{ErrorView, TurnEvent};

/// Puts a question. Returns when the turn has ended; an empty id starts a conversation, and an empty language is
/// detected.
#[tauri::command]
#[specta::specta]
pub(crate) async fn ask(
    state: State<'_, Arc<AppState>>,
    conversation: String,
    question: String,
    language: String,
    channel: Channel<TurnEvent>,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    let language = Language::from_tag(&language);
    let stream = AnswerStream::new(channel, &question, language);
    let outcome = chat
        .ask(
            existing(&conversation)?,
            Question {
                text: &question,
                language,
            },
            AnswerLimits::default(),
            &stream.sink(),
        )
        .await;
    outcome.map(drop).map_err(|error| ErrorView::from(&error))
}

/// Asks for another answer to a turn's question.
#[tauri::command]
#[specta::specta]
pub(crate) async fn regenerate(
    state: State<'_, Arc<AppState>>,
    turn: String,
    channel: Channel<TurnEvent>,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    let id = turn_id(&turn)?;
    let turn = chat.turn(id).map_err(|error| ErrorView::from(&error))?;
    let stream = AnswerStream::new(channel, &turn.question, turn.language);
    let outcome = chat
        .regenerate(id, AnswerLimits::default(), &stream.sink())
        .await;
    outcome.map(drop).map_err(|error| ErrorView::from(&error))
}

/// Stops the answer that is being written; what is there is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop(state: State<'_, Arc<AppState>>, turn: String) -> Result<(), ErrorView> {
    state.chat()?.stop(turn_id(&turn)?);
    Ok(())
}

pub(super) fn turn_id(id: &str) -> Result<TurnId, ShellError> {
    id.parse().map_err(|_| ShellError::BadId(id.to_owned()))
}
