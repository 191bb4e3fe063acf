//! What is sent to the model, and what is not.

use sanad_domain::{Answer, ChosenPersona, Language, Turn, TurnId};
use sanad_engine_client::{ChatMessage, ChatRole};
use sanad_models::InstalledModel;

use crate::ChatError;

/// A quarter of a megabyte is some 60,000 tokens of English: more than any laptop's context holds.
pub const LONGEST_QUESTION_BYTES: usize = 256 << 10;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'text> {
    /// The question, byte for byte.
    pub text: &'text str,
    /// The language that a person chose for it; `None` leaves it to detection.
    pub language: Option<Language>,
    /// The persona of a conversation that begins with it; one that has begun keeps its own.
    pub persona: Option<&'text ChosenPersona>,
}

impl<'text> From<&'text str> for Question<'text> {
    fn from(text: &'text str) -> Self {
        Self {
            text,
            language: None,
            persona: None,
        }
    }
}

impl Question<'_> {
    /// The language it is treated as: the chosen one, else the detected one; `None` where nothing tells.
    #[must_use]
    pub fn treated_as(&self) -> Option<Language> {
        let detected = || Language::from_tag(sanad_text::detect(self.text).language?.code());
        self.language.or_else(detected)
    }
}

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
pub fn language_to_decline(model: &InstalledModel, question: Question<'_>) -> Option<Language> {
    question
        .treated_as()
        .filter(|language| model.lacks(*language))
}

/// What the model is told to be, the conversation so far, its last question, and the beginning of an answer to
/// go on with.
///
/// Turns without an answer are left out, since templates want questions and answers to alternate.
#[must_use]
pub fn messages(
    persona: Option<&str>,
    earlier: &[Turn],
    question: &str,
    begun: Option<&str>,
) -> Vec<ChatMessage> {
    let message = |role, text: &str| ChatMessage {
        role,
        content: text.to_owned(),
    };
    let mut messages = Vec::new();
    messages.extend(persona.map(|persona| message(ChatRole::System, persona)));
    for (turn, answer) in answered(earlier) {
        messages.push(message(ChatRole::User, &turn.question));
        messages.push(message(ChatRole::Assistant, &answer.text));
    }
    messages.push(message(ChatRole::User, question));
    messages.extend(begun.map(|begun| message(ChatRole::Assistant, begun)));
    messages
}

/// The first turn that the model saw when so many of [`messages`] were left out; `asked` is the last one.
pub(crate) fn first_seen(earlier: &[Turn], asked: TurnId, left_out: u32) -> TurnId {
    let turns = usize::try_from(left_out / 2).unwrap_or(usize::MAX);
    answered(earlier)
        .nth(turns)
        .map_or(asked, |(turn, _)| turn.id)
}

/// Those that [`messages`] takes up, each with the answer that is shown.
pub(crate) fn answered(turns: &[Turn]) -> impl DoubleEndedIterator<Item = (&Turn, &Answer)> {
    turns.iter().filter_map(|turn| {
        let answer = turn.shown_answer().filter(|answer| !answer.text.is_empty());
        Some((turn, answer?))
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use sanad_domain::{
        Answer, AnswerId, AnswerState, ConversationId, ModelStamp, Sha256Hex, Timestamp, TurnId,
    };

    use super::*;

    #[test]
    fn the_model_reads_the_persona_the_answers_that_are_shown_and_the_beginning_to_go_on_with() {
        let mut first = turn("ما الجرعة؟", &["5-10 mg", "10 mg"]);
        first.chosen_answer = Some(first.answers[0].id);
        let unanswered = turn("And in children?", &[]);
        let spoken = messages(
            Some("Be brief."),
            &[first, unanswered],
            "كم مرة؟",
            Some("مرتين"),
        );
        let spoken: Vec<(ChatRole, &str)> = spoken
            .iter()
            .map(|message| (message.role, message.content.as_str()))
            .collect();
        assert_eq!(
            spoken,
            [
                (ChatRole::System, "Be brief."),
                (ChatRole::User, "ما الجرعة؟"),
                (ChatRole::Assistant, "5-10 mg"),
                (ChatRole::User, "كم مرة؟"),
                (ChatRole::Assistant, "مرتين"),
            ]
        );
    }

    /// An answered turn, its last answer shown.
    pub(crate) fn turn(question: &str, answers: &[&str]) -> Turn {
        let id = TurnId::new();
        let now = Timestamp(0);
        let answers: Vec<Answer> = answers
            .iter()
            .map(|text| Answer {
                id: AnswerId::new(),
                turn: id,
                text: (*text).to_owned(),
                state: AnswerState::Complete,
                model: ModelStamp {
                    name: "m".to_owned(),
                    sha256: Sha256Hex("0".repeat(64)),
                },
                stats: None,
                created_at: now,
            })
            .collect();
        Turn {
            id,
            conversation: ConversationId::new(),
            position: 0,
            question: question.to_owned(),
            language: None,
            asked_at: now,
            chosen_answer: answers.last().map(|answer| answer.id),
            answers,
            siblings: vec![id],
            declined: None,
        }
    }
}
