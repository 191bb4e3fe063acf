//! What is sent to the model, and what is not.

use sanad_domain::{Language, Turn};
use sanad_engine_client::{ChatMessage, ChatRole};
use sanad_models::InstalledModel;

use crate::ChatError;

/// A quarter of a megabyte is some 60,000 tokens of English: more than any laptop's context holds.
pub const LONGEST_QUESTION_BYTES: usize = 256 << 10;

/// Refuses a question that no model could answer.
///
/// # Errors
/// [`ChatError::QuestionEmpty`], [`ChatError::QuestionTooLong`].
pub fn check_question(question: &str) -> Result<(), ChatError> {
    if question.trim().is_empty() {
        return Err(ChatError::QuestionEmpty);
    }
    if question.len() > LONGEST_QUESTION_BYTES {
        return Err(ChatError::QuestionTooLong {
            bytes: question.len(),
            limit: LONGEST_QUESTION_BYTES,
        });
    }
    Ok(())
}

/// The language of the question, if the model is known not to speak it.
///
/// Such a question is not put to the model: what it would write is babble that looks like an answer.
#[must_use]
pub fn language_to_decline(model: &InstalledModel, question: &str) -> Option<Language> {
    let language = Language::from_tag(sanad_text::detect(question).language?.code())?;
    model.lacks(language).then_some(language)
}

/// The conversation so far and its last question.
///
/// Turns without an answer are left out, since templates want questions and answers to alternate.
#[must_use]
pub fn messages(earlier: &[Turn], question: &str) -> Vec<ChatMessage> {
    let message = |role, text: &str| ChatMessage {
        role,
        content: text.to_owned(),
    };
    let mut messages = Vec::new();
    for turn in earlier {
        let Some(answer) = turn.answers.last().filter(|answer| !answer.text.is_empty()) else {
            continue;
        };
        messages.push(message(ChatRole::User, &turn.question));
        messages.push(message(ChatRole::Assistant, &answer.text));
    }
    messages.push(message(ChatRole::User, question));
    messages
}
