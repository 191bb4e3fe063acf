//! The lists, and what can be done with a conversation as a whole.

use std::sync::Arc;

use sanad_chat::Chat;
use sanad_domain::{ConversationId, FolderId, Language, Sha256Hex};
use sanad_history::{HistoryError, ListRequest, Store};
use sanad_models::{InstalledModel, ModelIndex, with_adapters};
use tauri::State;

use super::blocking;
use crate::error::ShellError;
use crate::state::AppState;
use crate::wire::{
    ConversationPageView, ConversationView, ErrorView, FolderView, ModelChoiceView, ShelfView,
};

/// Rows of one page: more than a screen shows.
const PAGE: u32 = 100;

/// A piece of a list: what lies in `folder` (empty for all), behind the row `after` (empty for the head).
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_conversations(
    state: State<'_, Arc<AppState>>,
    shelf: ShelfView,
    folder: String,
    after: String,
) -> Result<ConversationPageView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let request = ListRequest {
            shelf: shelf.into(),
            folder: folder_id(&folder)?,
            after: existing(&after)?,
            // One more than is shown tells whether there is more.
            limit: PAGE + 1,
        };
        let mut rows = chat.read(|store| store.list(&request))?;
        let has_more = rows.len() > PAGE as usize;
        rows.truncate(PAGE as usize);
        Ok(ConversationPageView {
            rows: rows.into_iter().map(ConversationView::from).collect(),
            has_more,
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
    change(&state, id, move |store, id| store.rename(id, &title)).await
}

/// Puts a conversation before all others, or back among them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pin_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
    pinned: bool,
) -> Result<ConversationView, ErrorView> {
    change(&state, id, move |store, id| store.set_pinned(id, pinned)).await
}

/// Puts a conversation out of the daily list, or back into it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn archive_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
    archived: bool,
) -> Result<ConversationView, ErrorView> {
    change(&state, id, move |store, id| {
        store.set_archived(id, archived)
    })
    .await
}

/// Puts a conversation in a folder, or out of every folder (empty).
#[tauri::command]
#[specta::specta]
pub(crate) async fn move_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
    folder: String,
) -> Result<ConversationView, ErrorView> {
    let folder = folder_id(&folder)?;
    change(&state, id, move |store, id| {
        store.move_to_folder(id, folder)
    })
    .await
}

/// Says what the model is told to be in a conversation; empty for the app's own words.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_conversation_persona(
    state: State<'_, Arc<AppState>>,
    id: String,
    persona: String,
) -> Result<ConversationView, ErrorView> {
    let persona = Some(persona).filter(|persona| !persona.trim().is_empty());
    change(&state, id, move |store, id| {
        store.set_conversation_persona(id, persona.as_deref())
    })
    .await
}

/// Says what a conversation is mostly held in, as a code.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_conversation_language(
    state: State<'_, Arc<AppState>>,
    id: String,
    language: String,
) -> Result<ConversationView, ErrorView> {
    let language = Language::from_tag(&language).ok_or(ShellError::BadId(language))?;
    change(&state, id, move |store, id| {
        store.set_conversation_language(id, language)
    })
    .await
}

/// Says which model a conversation's questions go to, by hash; empty for the app's own choice.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_conversation_model(
    state: State<'_, Arc<AppState>>,
    id: String,
    model: String,
) -> Result<ConversationView, ErrorView> {
    let model = Some(Sha256Hex(model)).filter(|sha256| !sha256.0.is_empty());
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&id)?;
        chat.write(|store, now| store.set_conversation_model(id, model.as_ref(), now))?;
        row(&chat, id)
    })
    .await
}

/// The models that a conversation can be given.
#[tauri::command]
#[specta::specta]
pub(crate) async fn installed_models(
    state: State<'_, Arc<AppState>>,
) -> Result<Vec<ModelChoiceView>, ErrorView> {
    let places = state.folders.model_places();
    blocking(move || {
        let mut index = ModelIndex::load(&places.data);
        let choices = sanad_models::installed_models(&places)
            .iter()
            // What cannot be read or does not fit cannot be chosen either.
            .filter_map(|path| InstalledModel::read(path, &mut index).ok())
            .collect::<Vec<_>>();
        let choices = choices
            .into_iter()
            .flat_map(|model| with_adapters(model, &places, &mut index))
            .map(|model| ModelChoiceView::from(&model))
            .collect();
        index.keep_hashes(&places.data);
        Ok(choices)
    })
    .await
}

/// Puts a conversation in the bin, from where it can be had back for some minutes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<ConversationView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&id)?;
        chat.write(|store, now| store.bin_conversation(id, now))?;
        row(&chat, id)
    })
    .await
}

/// Takes a conversation out of the bin.
#[tauri::command]
#[specta::specta]
pub(crate) async fn undelete_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<ConversationView, ErrorView> {
    change(&state, id, Store::unbin_conversation).await
}

/// Erases a conversation at once; its bytes are overwritten.
#[tauri::command]
#[specta::specta]
pub(crate) async fn erase_conversation(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&id)?;
        Ok(chat.write(|store, now| store.delete_conversation(id, now))?)
    })
    .await
}

/// Every folder, the oldest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn folders(state: State<'_, Arc<AppState>>) -> Result<Vec<FolderView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let folders = chat.read(Store::folders)?;
        Ok(folders.into_iter().map(FolderView::from).collect())
    })
    .await
}

/// Makes a folder.
#[tauri::command]
#[specta::specta]
pub(crate) async fn make_folder(
    state: State<'_, Arc<AppState>>,
    name: String,
) -> Result<FolderView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        Ok(chat
            .write(|store, now| store.make_folder(&name, now))?
            .into())
    })
    .await
}

/// Gives a folder another name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rename_folder(
    state: State<'_, Arc<AppState>>,
    id: String,
    name: String,
) -> Result<FolderView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let Some(wanted) = folder_id(&id)? else {
            return Err(ShellError::BadId(id));
        };
        let folders = chat.write(|store, _| {
            store.rename_folder(wanted, &name)?;
            store.folders()
        })?;
        let renamed = folders.into_iter().find(|folder| folder.id == wanted);
        Ok(renamed.ok_or(ShellError::BadId(id))?.into())
    })
    .await
}

/// Removes a folder; what lay in it lies in none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_folder(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let Some(id) = folder_id(&id)? else {
            return Err(ShellError::BadId(id));
        };
        Ok(chat.write(|store, _| store.remove_folder(id))?)
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
    blocking(move || {
        let place = existing(&conversation)?;
        Ok(chat.write(|store, now| store.save_draft(place, &text, now))?)
    })
    .await
}

/// What was being typed for a new conversation.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_draft(state: State<'_, Arc<AppState>>) -> Result<String, ErrorView> {
    let chat = state.chat()?;
    blocking(move || Ok(chat.read(|store| store.draft(None))?.unwrap_or_default())).await
}

/// Changes one conversation and gives its row as it is now.
async fn change(
    state: &AppState,
    id: String,
    work: impl FnOnce(&mut Store, ConversationId) -> Result<(), HistoryError> + Send + 'static,
) -> Result<ConversationView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = conversation_id(&id)?;
        chat.write(|store, _| work(store, id))?;
        row(&chat, id)
    })
    .await
}

fn row(chat: &Chat, id: ConversationId) -> Result<ConversationView, ShellError> {
    Ok(chat.read(|store| store.conversation(id))?.into())
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

fn folder_id(id: &str) -> Result<Option<FolderId>, ShellError> {
    if id.is_empty() {
        return Ok(None);
    }
    let id = id.parse().map_err(|_| ShellError::BadId(id.to_owned()))?;
    Ok(Some(id))
}
