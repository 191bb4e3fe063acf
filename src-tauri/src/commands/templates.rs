//! Personas and templates: choosing, filling in, editing, files.

use std::path::Path;
use std::sync::Arc;

use sanad_chat::Chat;
use sanad_domain::{ChosenPersona, Clock, Language, SystemClock};
use sanad_templates::{Entry, fill, persona};
use tauri::State;

use super::blocking;
use super::conversations::existing;
use crate::error::ShellError;
use crate::state::AppState;
use crate::templates;
use crate::wire::{
    ChosenPersonaView, ErrorView, FilledTemplateView, TEMPORARY, TemplateClashRequest,
    TemplateEditView, TemplateEntryRequest, TemplateFormView, TemplateImportedView,
    TemplateRowView, TemplateSavedView,
};

/// All templates, named in the language of this code.
#[tauri::command]
#[specta::specta]
pub(crate) async fn templates(
    state: State<'_, Arc<AppState>>,
    language: String,
) -> Result<Vec<TemplateRowView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let language = spoken(&language);
        let listed = templates::all(&chat)?;
        Ok(listed
            .iter()
            .map(|one| TemplateRowView::of(one, language))
            .collect())
    })
    .await
}

/// What a template asks for.
#[tauri::command]
#[specta::specta]
pub(crate) async fn template_form(
    state: State<'_, Arc<AppState>>,
    id: String,
    language: String,
) -> Result<TemplateFormView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let template = templates::find(&chat, &id)?;
        Ok(TemplateFormView::of(&template, spoken(&language)))
    })
    .await
}

/// The text that a form makes in a language; nothing is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fill_template(
    state: State<'_, Arc<AppState>>,
    id: String,
    language: String,
    entries: Vec<TemplateEntryRequest>,
) -> Result<FilledTemplateView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let template = templates::find(&chat, &id)?;
        let language = spoken(&language);
        let filled = fill(&template, &entries_of(entries), language);
        Ok(FilledTemplateView::of(filled, language))
    })
    .await
}

/// Chooses a persona for a conversation; an empty one is the next, and an empty template is no persona.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_persona(
    state: State<'_, Arc<AppState>>,
    conversation: String,
    id: String,
    entries: Vec<TemplateEntryRequest>,
) -> Result<ChosenPersonaView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let chosen = match id.as_str() {
            "" => None,
            id => Some(made(&chat, id, entries)?),
        };
        let view: ChosenPersonaView = chosen.as_ref().into();
        if conversation == TEMPORARY {
            chat.set_temporary_persona(chosen);
        } else {
            let place = existing(&conversation)?;
            chat.write(|store, _| store.choose_persona(place, chosen.as_ref()))?;
        }
        Ok(view)
    })
    .await
}

/// The persona of a conversation; an empty one is the next.
#[tauri::command]
#[specta::specta]
pub(crate) async fn persona_of(
    state: State<'_, Arc<AppState>>,
    conversation: String,
) -> Result<ChosenPersonaView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let chosen = if conversation == TEMPORARY {
            chat.temporary_persona()
        } else {
            match existing(&conversation)? {
                Some(id) => chat.read(|store| store.conversation(id))?.chosen_persona,
                None => chat.read(|store| store.next_persona())?,
            }
        };
        Ok(chosen.as_ref().into())
    })
    .await
}

/// A template as it is edited.
#[tauri::command]
#[specta::specta]
pub(crate) async fn template_to_edit(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<TemplateEditView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || Ok(templates::find(&chat, &id)?.into())).await
}

/// Keeps an edit under the next version, or says what is wrong with it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_template(
    state: State<'_, Arc<AppState>>,
    template: TemplateEditView,
) -> Result<TemplateSavedView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let id = template.id.clone();
        let saved = templates::save(&chat, template.into(), SystemClock.now())?;
        Ok(match saved {
            Ok(kept) => TemplateSavedView {
                id: kept.id,
                place: String::new(),
                code: String::new(),
            },
            Err(fault) => TemplateSavedView {
                id,
                place: fault.place,
                code: fault.reason.code().to_owned(),
            },
        })
    })
    .await
}

/// Removes a template of the user's own; a bundled one is as it came again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_template(
    state: State<'_, Arc<AppState>>,
    id: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || templates::remove(&chat, &id)).await
}

/// Writes a template into a file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_template(
    state: State<'_, Arc<AppState>>,
    id: String,
    path: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || templates::export(&chat, &id, Path::new(&path))).await
}

/// Takes a template from a file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_template(
    state: State<'_, Arc<AppState>>,
    path: String,
    clash: TemplateClashRequest,
) -> Result<TemplateImportedView, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let imported = templates::import(&chat, Path::new(&path), clash.into())?;
        Ok((&imported).into())
    })
    .await
}

fn made(
    chat: &Chat,
    id: &str,
    entries: Vec<TemplateEntryRequest>,
) -> Result<ChosenPersona, ShellError> {
    let template = templates::find(chat, id)?;
    match persona(&template, &entries_of(entries)) {
        Ok(Some(persona)) => Ok(persona),
        Ok(None) | Err(_) => Err(ShellError::TemplateUnfinished),
    }
}

fn entries_of(entries: Vec<TemplateEntryRequest>) -> Vec<Entry> {
    entries.into_iter().map(Entry::from).collect()
}

fn spoken(code: &str) -> Language {
    Language::from_tag(code).unwrap_or(Language::English)
}
