//! The help that comes with the app. It needs no store.

use crate::help;
use crate::wire::{ErrorView, HelpView};

/// Every page, in the language if it is written in it, else in English.
#[tauri::command]
#[specta::specta]
pub(crate) async fn help_pages(language: String) -> Result<HelpView, ErrorView> {
    super::blocking(move || Ok(HelpView::of(&language))).await
}

/// The names of the pages that have every word, in their order.
#[tauri::command]
#[specta::specta]
pub(crate) async fn find_help(language: String, words: String) -> Result<Vec<String>, ErrorView> {
    super::blocking(move || Ok(help::find(&language, &words))).await
}
