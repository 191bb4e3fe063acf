//! Asking, asking again, going on, and stopping.

use std::sync::Arc;

use sanad_chat::{Chat, Question};
use sanad_domain::{ChosenPersona, ConversationId, Language, Turn, TurnId};
use sanad_guard::Sources;
use sanad_history::{HistoryError, Store};
use tauri::State;
use tauri::ipc::Channel;

use super::blocking;
use super::conversations::existing;
use crate::answering;
use crate::error::ShellError;
use crate::guarding;
use crate::state::AppState;
use crate::stream::AnswerStream;
use crate::titles;
use crate::wire::{ErrorView, TurnEvent, TurnView};

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
    let conversation = existing(&conversation)?;
    let (language, limits) = (Language::from_tag(&language), answering::limits(&chat)?);
    state.make_way();
    let before = match conversation {
        Some(id) => lookup(&chat, |store| guarding::said_so_far(store, id))?,
        None => Sources::default(),
    };
    let stream = AnswerStream::new(channel.clone(), &question, language, before);
    let persona = persona_for(&chat, conversation)?;
    let asked = Question {
        text: &question,
        language,
        persona: persona.as_ref(),
    };
    let turn = chat
        .ask(conversation, asked, limits, &stream.sink())
        .await
        .map_err(|error| ErrorView::from(&error))?;
    if conversation.is_none() {
        titles::improve(&state, turn.conversation, channel);
    }
    Ok(())
}

/// Puts another wording of a turn's question, as a branch beside it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn edit_question(
    state: State<'_, Arc<AppState>>,
    turn: String,
    question: String,
    language: String,
    channel: Channel<TurnEvent>,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    let (turn, language) = (turn_id(&turn)?, Language::from_tag(&language));
    state.make_way();
    let before = lookup(&chat, |store| guarding::said_before(store, turn))?;
    let stream = AnswerStream::new(channel, &question, language, before);
    let asked = Question {
        text: &question,
        language,
        persona: None,
    };
    ended(
        chat.edit(turn, asked, answering::limits(&chat)?, &stream.sink())
            .await,
    )
}

/// Keeps the wording that is being typed for a turn's question; empty text ends the edit.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_edit(
    state: State<'_, Arc<AppState>>,
    turn: String,
    text: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let turn = turn_id(&turn)?;
        Ok(chat.write(|store, now| store.save_edit(turn, &text, now))?)
    })
    .await
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
    state.make_way();
    let (turn, before) = stored(&chat, id)?;
    let stream = AnswerStream::new(channel, &turn.question, turn.language, before);
    ended(
        chat.regenerate(id, answering::limits(&chat)?, &stream.sink())
            .await,
    )
}

/// Goes on with the shown answer of a turn, if it was cut. The events hold it from its first word.
#[tauri::command]
#[specta::specta]
pub(crate) async fn continue_answer(
    state: State<'_, Arc<AppState>>,
    turn: String,
    channel: Channel<TurnEvent>,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    let id = turn_id(&turn)?;
    state.make_way();
    let (turn, before) = stored(&chat, id)?;
    let stream = AnswerStream::new(channel, &turn.question, turn.language, before);
    if let Some(begun) = turn.shown_answer() {
        stream.begin_with(&begun.text);
    }
    ended(
        chat.go_on(id, answering::limits(&chat)?, &stream.sink())
            .await,
    )
}

/// Puts a question in the conversation that is never written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn ask_temporarily(
    state: State<'_, Arc<AppState>>,
    question: String,
    language: String,
    channel: Channel<TurnEvent>,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    let language = Language::from_tag(&language);
    state.make_way();
    let before = guarding::said_in(&chat.temporary_turns());
    let stream = AnswerStream::new(channel, &question, language, before);
    let asked = Question {
        text: &question,
        language,
        persona: None,
    };
    ended(
        chat.ask_temporarily(asked, answering::limits(&chat)?, &stream.sink())
            .await,
    )
}

/// The turns of the conversation that is never written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn temporary_turns(
    state: State<'_, Arc<AppState>>,
) -> Result<Vec<TurnView>, ErrorView> {
    let turns = state.chat()?.temporary_turns();
    Ok(TurnView::all(turns, Sources::default()))
}

/// Forgets the conversation that is never written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn end_temporary(state: State<'_, Arc<AppState>>) -> Result<(), ErrorView> {
    state.chat()?.end_temporary();
    Ok(())
}

/// Stops the answer that is being written; what is there is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop(state: State<'_, Arc<AppState>>, turn: String) -> Result<(), ErrorView> {
    state.chat()?.stop(turn_id(&turn)?);
    Ok(())
}

/// A conversation that has begun has its own.
fn persona_for(
    chat: &Chat,
    conversation: Option<ConversationId>,
) -> Result<Option<ChosenPersona>, ErrorView> {
    match conversation {
        Some(_) => Ok(None),
        None => lookup(chat, Store::next_persona),
    }
}

/// A turn, and what was said before it.
fn stored(chat: &Chat, turn: TurnId) -> Result<(Turn, Sources), ErrorView> {
    lookup(chat, |store| {
        Ok((store.turn(turn)?, guarding::said_before(store, turn)?))
    })
}

fn lookup<T>(
    chat: &Chat,
    work: impl FnOnce(&Store) -> Result<T, HistoryError>,
) -> Result<T, ErrorView> {
    chat.read(work).map_err(|error| ErrorView::from(&error))
}

fn ended<T>(outcome: Result<T, sanad_chat::ChatError>) -> Result<(), ErrorView> {
    outcome.map(drop).map_err(|error| ErrorView::from(&error))
}

pub(super) fn turn_id(id: &str) -> Result<TurnId, ShellError> {
    id.parse().map_err(|_| ShellError::BadId(id.to_owned()))
}
