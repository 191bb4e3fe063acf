//! What is shown of a conversation: some turns at a time, and which of its branches.

use std::ops::Range;
use std::sync::Arc;

use sanad_chat::Chat;
use sanad_domain::{AnswerId, ConversationId};
use sanad_guard::Sources;
use tauri::State;

use super::blocking;
use super::conversations::conversation_id;
use super::turns::turn_id;
use crate::error::ShellError;
use crate::guarding;
use crate::state::AppState;
use crate::wire::{
    ConversationView, EditView, ErrorView, SearchPageView, SearchRequestView, TranscriptView,
    TurnView,
};

/// Turns that are handed over at once: some screens full.
const WINDOW: u32 = 30;

/// Of those, so many before the one that was asked for.
const BEFORE: u32 = 10;

/// One conversation with its newest turns, its draft, and the question that is being worded anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<TranscriptView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || around(&chat, conversation_id(&id)?, None)).await
}

/// The turns at these positions that are shown, the second excluded; what lies behind the end is left out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn turns(
    state: State<'_, Arc<AppState>>,
    conversation: String,
    from: u32,
    to: u32,
) -> Result<Vec<TurnView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || views(&chat, conversation_id(&conversation)?, from..to)).await
}

/// Shows the branch that holds a turn and one of its answers (empty for none in particular).
#[tauri::command]
#[specta::specta]
pub(crate) async fn reveal_turn(
    state: State<'_, Arc<AppState>>,
    turn: String,
    answer: String,
) -> Result<TranscriptView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = turn_id(&turn)?;
        let turn = chat.read(|store| store.turn(id))?;
        let wanted = match answer.as_str() {
            "" => None,
            answer => Some(answer_id(answer)?).filter(|id| turn.chosen_answer != Some(*id)),
        };
        // Where nothing changes, an answer that is being written is no hindrance.
        match wanted {
            Some(answer) => {
                chat.choose_answer(answer)?;
            }
            None if !is_shown(&chat, &turn)? => {
                chat.choose_turn(id)?;
            }
            None => {}
        }
        around(&chat, turn.conversation, Some(turn.position))
    })
    .await
}

/// Shows another wording of a question, with what was last shown behind it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_turn(
    state: State<'_, Arc<AppState>>,
    turn: String,
) -> Result<TranscriptView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let turn = chat.choose_turn(turn_id(&turn)?)?;
        around(&chat, turn.conversation, Some(turn.position))
    })
    .await
}

/// Shows another answer of a turn, with what was last shown behind it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_answer(
    state: State<'_, Arc<AppState>>,
    answer: String,
) -> Result<TranscriptView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let turn = chat.choose_answer(answer_id(&answer)?)?;
        around(&chat, turn.conversation, Some(turn.position))
    })
    .await
}

/// Makes a conversation of its own out of the way to a turn.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fork_conversation(
    state: State<'_, Arc<AppState>>,
    turn: String,
) -> Result<ConversationView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let turn = turn_id(&turn)?;
        Ok(chat
            .write(|store, now| store.fork_conversation(turn, now))?
            .into())
    })
    .await
}

/// Looks through titles, questions and answers.
#[tauri::command]
#[specta::specta]
pub(crate) async fn search(
    state: State<'_, Arc<AppState>>,
    request: SearchRequestView,
) -> Result<SearchPageView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let request = request.into_request()?;
        Ok(chat.read(|store| store.search(&request))?.into())
    })
    .await
}

fn is_shown(chat: &Chat, turn: &sanad_domain::Turn) -> Result<bool, ShellError> {
    let at = turn.position..turn.position.saturating_add(1);
    let shown = chat.read(|store| store.turns_in(turn.conversation, at))?;
    Ok(shown.first().is_some_and(|shown| shown.id == turn.id))
}

/// Some turns around a position, or the newest.
fn around(
    chat: &Chat,
    id: ConversationId,
    position: Option<u32>,
) -> Result<TranscriptView, ShellError> {
    let (conversation, turn_count) =
        chat.read(|store| Ok((store.conversation(id)?, store.turn_count(id)?)))?;
    let (draft, edit) = chat.read(|store| Ok((store.draft(Some(id))?, store.kept_edit(id)?)))?;
    let newest = turn_count.saturating_sub(WINDOW);
    let first_position = position.map_or(newest, |at| at.saturating_sub(BEFORE).min(newest));
    Ok(TranscriptView {
        conversation: conversation.into(),
        turns: views(chat, id, first_position..first_position + WINDOW)?,
        first_position,
        turn_count,
        draft: draft.unwrap_or_default(),
        edit: edit.map(EditView::from),
    })
}

fn views(
    chat: &Chat,
    id: ConversationId,
    positions: Range<u32>,
) -> Result<Vec<TurnView>, ShellError> {
    let (turns, before) = chat.read(|store| {
        let turns = store.turns_in(id, positions)?;
        let before = match turns.first() {
            Some(first) => guarding::said_before(store, first.id)?,
            None => Sources::default(),
        };
        Ok((turns, before))
    })?;
    Ok(TurnView::all(turns, before))
}

fn answer_id(id: &str) -> Result<AnswerId, ShellError> {
    id.parse().map_err(|_| ShellError::BadId(id.to_owned()))
}
