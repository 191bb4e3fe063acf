//! What is said of a text that is typed, pasted, or copied into a record.

use std::sync::Arc;

use sanad_history::AuditKind;
use sanad_l10n::{Argument, Messages};
use sanad_text::Language;
use tauri::State;

use super::blocking;
use super::turns::turn_id;
use crate::cli::times::on_the_wall;
use crate::error::ShellError;
use crate::guarding::{guarded_blocks, said_before, unsupported_figures};
use crate::state::{AppState, now};
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
    let state = Arc::clone(&state);
    blocking(move || {
        let messages = Messages::of(state.preferences().language);
        record(&state, &turn, answer, &messages, "")
    })
    .await
}

/// An answer for a patient's record with the name of whoever has checked it; the audit chain learns that it was signed.
pub(super) fn signed_record(
    state: &AppState,
    turn: &str,
    answer: String,
    signer: &str,
    minutes_ahead: i32,
) -> Result<RecordView, ShellError> {
    let messages = Messages::of(state.preferences().language);
    let time = now();
    let signed = signature(&messages, signer, &on_the_wall(time, minutes_ahead));
    let view = record(state, turn, answer.clone(), &messages, &signed)?;
    state
        .chat()?
        .write(|store, now| store.record(AuditKind::RecordSigned, &answer, now))?;
    Ok(view)
}

/// The answer, then that a model wrote it, then what is signed, if anything is.
fn record(
    state: &AppState,
    turn: &str,
    answer: String,
    messages: &Messages,
    signed: &str,
) -> Result<RecordView, ShellError> {
    let turn = turn_id(turn)?;
    let (turn, mut said) = state
        .chat()?
        .read(|store| Ok((store.turn(turn)?, said_before(store, turn)?)))?;
    said.take_in(&turn);
    let found = turn.answers.iter().find(|one| one.id.to_string() == answer);
    let answer = found.ok_or(ShellError::BadId(answer))?;
    let language = turn_language(&turn);
    let text = shown_part(answer);
    let unsupported = guarded_blocks(answer, language, &said).1.unsupported;
    let mut said = remarks(messages, &answer.model.name, unsupported);
    if !signed.is_empty() {
        said = format!("{said}\n{signed}");
    }
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
}

/// Who has checked it, and when. A name is one line.
fn signature(messages: &Messages, signer: &str, date: &str) -> String {
    let name: Vec<&str> = signer.split_whitespace().collect();
    let said = messages.text(
        "record-checked",
        &[
            ("name", Argument::Text(name.join(" ").into())),
            ("date", Argument::Text(date.into())),
        ],
    );
    sanad_text::sanitise(&said).text
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
    fn a_signature_is_one_line_with_name_and_time_in_every_language() {
        for language in sanad_domain::Language::ALL {
            let messages = Messages::of(language);
            let said = signature(
                &messages,
                " د. سلمى\n Dr S ",
                "2026-11-22 06:05 (UTC+03:00)",
            );
            assert!(said.contains("د. سلمى Dr S"), "{said}");
            assert!(said.contains("2026-11-22 06:05 (UTC+03:00)"), "{said}");
            assert!(!said.contains(['{', '$', '\n']), "{said}");
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
