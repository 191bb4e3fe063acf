//! What is said of a text that is typed, pasted, or copied into a record.

use std::sync::Arc;

use sanad_l10n::{Argument, Messages};
use sanad_text::Language;
use tauri::State;

use super::blocking;
use super::turns::turn_id;
use crate::error::ShellError;
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
        let turn = chat.read(|store| store.turn(turn))?;
        let found = turn.answers.iter().find(|one| one.id.to_string() == answer);
        let answer = found.ok_or(ShellError::BadId(answer))?;
        let language = turn_language(&turn);
        let text = shown_part(answer);
        let said = generated_by(&messages, &answer.model.name);
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

/// The sentence that says so, without Fluent's isolates: other programs get direction marks instead.
fn generated_by(messages: &Messages, model: &str) -> String {
    let said = messages.text(
        "record-generated",
        &[("model", Argument::Text(model.into()))],
    );
    sanad_text::sanitise(&said).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_names_the_model_in_every_language() {
        for language in sanad_domain::Language::ALL {
            let said = generated_by(&Messages::of(language), "Model-7B.Q4");
            assert!(said.contains("Model-7B.Q4"), "{said}");
            assert!(!said.contains(['{', '$']), "{said}");
            assert_eq!(sanad_text::sanitise(&said).removed, []);
        }
    }
}
