//! The list, one conversation, and what is typed but not sent.

use std::sync::Arc;

use sanad_domain::ConversationId;
use tauri::State;

use super::blocking;
use crate::error::ShellError;
use crate::state::AppState;
use crate::wire::{ConversationView, ErrorView, TranscriptView, TurnView};

/// Every conversation, the last touched first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn conversations(
    state: State<'_, Arc<AppState>>,
) -> Result<Vec<ConversationView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        Ok(chat
            .conversations()?
            .into_iter()
            .map(ConversationView::from)
            .collect())
    })
    .await
}

/// One conversation with its turns and its draft.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<TranscriptView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&id)?;
        Ok(TranscriptView {
            conversation: chat.conversation(id)?.into(),
            turns: chat.turns(id)?.into_iter().map(TurnView::from).collect(),
            draft: chat.draft(Some(id))?,
        })
    })
    .await
}

/// Gives a conversation another title.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rename_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
    title: String,
) -> Result<ConversationView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&id)?;
        chat.rename(id, &title)?;
        Ok(chat.conversation(id)?.into())
    })
    .await
}

/// Keeps what is being typed; an empty id is the conversation that does not exist yet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_draft(
    state: State<'_, Arc<AppState>>,
    conversation: String,
    text: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || Ok(chat.save_draft(existing(&conversation)?, &text)?)).await
}

/// What was being typed for a new conversation.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_draft(state: State<'_, Arc<AppState>>) -> Result<String, ErrorView> {
    let chat = state.chat()?;
    blocking(move || Ok(chat.draft(None)?)).await
}

/// An empty text names the conversation that does not exist yet.
pub(super) fn existing(id: &str) -> Result<Option<ConversationId>, ShellError> {
    if id.is_empty() {
        Ok(None)
    } else {
        conversation_id(id).map(Some)
    }
}

pub(super) fn conversation_id(id: &str) -> Result<ConversationId, ShellError> {
    id.parse().map_err(|_| ShellError::BadId(id.to_owned()))
}
