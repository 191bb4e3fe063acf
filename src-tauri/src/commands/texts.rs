//! What is said of a text that is typed, pasted, or copied into a record.

use std::sync::Arc;

use sanad_l10n::{Argument, Messages};
use sanad_text::Language;
use tauri::State;

use super::blocking;
use super::turns::turn_id;
use crate::error::ShellError;
use crate::guarding::{guarded_blocks, said_before, unsupported_figures};
use crate::state::AppState;
use crate::wire::{DraftView, ErrorView, PasteView, RecordView, shown_part, turn_language};

/// What is known of a draft. An empty language means that it is to be detected.
#[tauri::command]
#[specta::specta]
pub(crate) async fn examine_draft(text: String, language: String) -> Result<DraftView, ErrorView> {
    blocking(move || Ok(DraftView::of(&text, Language::from_code(&language)))).await
}

/// A pasted text without what cannot be seen and moves or hides other characters.
#[tauri::command]
#[specta::specta]
pub(crate) async fn receive_paste(text: String) -> Result<PasteView, ErrorView> {
    blocking(move || Ok(sanad_text::sanitise(&text).into())).await
}

/// An answer for a patient's record: in stored order in any program, and saying that a model wrote it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn record_text(
    state: State<'_, Arc<AppState>>,
    turn: String,
    answer: String,
) -> Result<RecordView, ErrorView> {
    let chat = state.chat()?;
    let messages = Messages::of(state.preferences().language);
    blocking(move || {
        let turn = turn_id(&turn)?;
        let (turn, mut said) =
            chat.read(|store| Ok((store.turn(turn)?, said_before(store, turn)?)))?;
        said.take_in(&turn);
        let found = turn.answers.iter().find(|one| one.id.to_string() == answer);
        let answer = found.ok_or(ShellError::BadId(answer))?;
        let language = turn_language(&turn);
        let text = shown_part(answer);
        let unsupported = guarded_blocks(answer, language, &said).1;
        let said = remarks(&messages, &answer.model.name, unsupported);
        let own = Language::from_code(messages.language().code()).unwrap_or(Language::English);
        Ok(RecordView {
            plain: format!(
                "{}\n\n{}",
                sanad_text::with_marks(text, language),
                sanad_text::with_marks(&said, own)
            ),
            html: sanad_text::to_html(&sanad_text::render(text, language))
                + &sanad_text::to_html(&sanad_text::plain(&said, own)),
        })
    })
    .await
}

/// That a model wrote it, and how many figures no source says; without Fluent's isolates, since other programs get
/// direction marks instead.
fn remarks(messages: &Messages, model: &str, unsupported: usize) -> String {
    let mut said = messages.text(
        "record-generated",
        &[("model", Argument::Text(model.into()))],
    );
    if let Some(figures) = unsupported_figures(messages, unsupported) {
        said = format!("{said}\n{figures}");
    }
    sanad_text::sanitise(&said).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_names_the_model_in_every_language() {
        for language in sanad_domain::Language::ALL {
            let said = remarks(&Messages::of(language), "Model-7B.Q4", 0);
            assert!(said.contains("Model-7B.Q4"), "{said}");
            assert!(!said.contains(['{', '$', '\n']), "{said}");
            assert_eq!(sanad_text::sanitise(&said).removed, []);
        }
    }

    #[test]
    fn a_record_counts_the_figures_without_a_source_in_every_language() {
        for language in sanad_domain::Language::ALL {
            let messages = Messages::of(language);
            for count in [1, 2, 3, 11, 100] {
                let said = remarks(&messages, "Model-7B.Q4", count);
                let lines: Vec<&str> = said.lines().collect();
                assert_eq!(lines.len(), 2, "{said}");
                assert!(!said.contains(['{', '$']), "{said}");
                assert_eq!(sanad_text::sanitise(&said).removed, []);
            }
        }
    }
}
