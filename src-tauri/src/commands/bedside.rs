//! The bedside tools: no store and no model are asked, and nothing that is entered is kept.
//!
//! Only a laboratory's own reference ranges are kept, in the store, and so only while it is open.

use std::sync::Arc;

use sanad_bedside::{Entry, OwnRange, Tool, evaluate, find, reference_ranges, tool};
use sanad_domain::Language;
use tauri::State;

use super::blocking;
use crate::bedside::{Words, offers, with_units_split};
use crate::error::ShellError;
use crate::state::AppState;
use crate::wire::{
    BedsideAnswerView, BedsideCatalogueView, BedsideFormView, BedsideOfferView, EntryRequest,
    ErrorView, OwnRangeView, RangeView,
};

/// Where the laboratory's own ranges lie in the store, as JSON.
const OWN_RANGES: &str = "bedside-ranges";

/// Every tool by group, in the language of this code.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bedside_catalogue(language: String) -> Result<BedsideCatalogueView, ErrorView> {
    blocking(move || Ok(BedsideCatalogueView::of(words(&language)))).await
}

/// The keys of the tools that words find, the best first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bedside_find(words: String) -> Result<Vec<String>, ErrorView> {
    blocking(move || {
        Ok(find(&words)
            .iter()
            .map(|tool| tool.key.to_owned())
            .collect())
    })
    .await
}

/// What a tool asks for.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bedside_form(
    tool: String,
    language: String,
) -> Result<BedsideFormView, ErrorView> {
    blocking(move || Ok(BedsideFormView::of(known(tool)?, words(&language)))).await
}

/// The answer to a set of entries, or what needs another look.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bedside_evaluate(
    tool: String,
    language: String,
    entries: Vec<EntryRequest>,
) -> Result<BedsideAnswerView, ErrorView> {
    blocking(move || {
        let tool = known(tool)?;
        let entries: Vec<Entry> = entries.into_iter().map(Entry::from).collect();
        let entries = with_units_split(tool, entries);
        let outcome = evaluate(tool, &entries);
        Ok(BedsideAnswerView::of(
            tool,
            &entries,
            outcome,
            words(&language),
        ))
    })
    .await
}

/// Values for a tool's fields in what a person wrote, given newest first and without any answer of a model.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bedside_offers(
    tool: String,
    language: String,
    told: Vec<String>,
) -> Result<Vec<BedsideOfferView>, ErrorView> {
    blocking(move || {
        let words = words(&language);
        Ok(offers(known(tool)?, &told)
            .iter()
            .map(|mention| BedsideOfferView::of(mention, words))
            .collect())
    })
    .await
}

/// The reference ranges; the laboratory's own come first, and are known only while the store is open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bedside_ranges(
    state: State<'_, Arc<AppState>>,
    language: String,
) -> Result<Vec<RangeView>, ErrorView> {
    let state = Arc::clone(&state);
    blocking(move || shown(&own_ranges(&state)?, &language)).await
}

/// Keeps these as the laboratory's own ranges in the place of those that were kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_bedside_ranges(
    state: State<'_, Arc<AppState>>,
    language: String,
    ranges: Vec<OwnRangeView>,
) -> Result<Vec<RangeView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let own: Vec<OwnRange> = ranges
            .into_iter()
            .map(OwnRange::try_from)
            .collect::<Result<_, _>>()?;
        // What cannot be is refused before it is kept.
        let shown = shown(&own, &language)?;
        let json = serde_json::to_string(&own).expect("ranges are plain data");
        chat.write(|store, _now| store.put_setting(OWN_RANGES, &json))?;
        Ok(shown)
    })
    .await
}

fn shown(own: &[OwnRange], language: &str) -> Result<Vec<RangeView>, ShellError> {
    let words = words(language);
    let ranges = reference_ranges(own)?;
    Ok(ranges
        .iter()
        .map(|range| RangeView::of(range, words))
        .collect())
}

fn own_ranges(state: &AppState) -> Result<Vec<OwnRange>, ShellError> {
    let Ok(chat) = state.chat() else {
        return Ok(Vec::new());
    };
    let json = chat.read(|store| store.setting(OWN_RANGES))?;
    match json {
        Some(json) => serde_json::from_str(&json)
            .map_err(|_| ShellError::Internal("the kept ranges cannot be read")),
        None => Ok(Vec::new()),
    }
}

fn known(key: String) -> Result<&'static Tool, ShellError> {
    tool(&key).ok_or(ShellError::ToolUnknown(key))
}

fn words(language: &str) -> &'static Words {
    Words::of(Language::from_tag(language).unwrap_or(Language::English))
}
