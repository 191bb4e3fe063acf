//! Turns and answers, as the window shows them.

use sanad_domain::{Answer, AnswerId, AnswerState, CutReason, DeclineReason, Turn, TurnId};
use sanad_guard::Sources;
use sanad_history::KeptEdit;
use sanad_models::known_model;
use sanad_text::Language;
use serde::Serialize;
use specta::Type;

use super::conversations::conversation_code;
use super::{BlockView, ConversationView, HintView, OpenBlockView, WarningView, notices_of};
use crate::guarding::guarded_blocks;

/// An opened conversation: some of the turns that are shown of it.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TranscriptView {
    /// Its row.
    pub conversation: ConversationView,
    /// The turns, oldest first.
    pub turns: Vec<TurnView>,
    /// The position of the first of them.
    pub first_position: u32,
    /// How many turns are shown of the conversation.
    pub turn_count: u32,
    /// What was typed and not sent.
    pub draft: String,
    /// The question that is being worded anew; null if none is.
    pub edit: Option<EditView>,
}

/// Another wording of a question that was typed and not sent.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct EditView {
    /// The turn whose question it is; it need not be on the branch that is shown.
    pub turn: String,
    /// As it stood in the composer.
    pub text: String,
}

/// A question and its answers.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TurnView {
    /// Its id.
    pub id: String,
    /// The conversation it belongs to.
    pub conversation: String,
    /// 0 for the first turn; turns of several branches share a position.
    pub position: u32,
    /// The ids of every wording of this question, oldest first, its own included.
    pub siblings: Vec<String>,
    /// The id of the answer that is shown; empty without answers.
    pub chosen_answer: String,
    /// The question's characters as stored.
    pub question: String,
    /// The question as shown.
    pub question_blocks: Vec<BlockView>,
    /// Oldest first; empty when no model was asked.
    pub answers: Vec<AnswerView>,
    /// Why no model was asked; empty when one was. A Fluent message of this name explains it.
    pub declined: String,
    /// The language that the notice is about, as a code; empty without a notice.
    pub declined_language: String,
    /// The language that the turn is treated as, chosen or detected, as a code; empty where nothing tells.
    pub language: String,
    /// What a reader of the question should be told of.
    pub question_warnings: Vec<WarningView>,
    /// The question with every invisible character spelled as `⟨U+202E⟩`; empty without warnings.
    pub question_raw: String,
    /// Words of a dialect in the question.
    pub question_hints: Vec<HintView>,
}

/// One answer.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct AnswerView {
    /// Its id.
    pub id: String,
    /// Its characters as stored.
    pub text: String,
    /// As shown; a number or unit that was cut in half at the end is left out.
    pub blocks: Vec<BlockView>,
    /// How many figures the number guard has looked at in it.
    pub figures: u32,
    /// How many figures in it come from no question, calculation or source; the blocks mark them.
    pub unsupported: u32,
    /// Whether it is whole.
    pub state: AnswerStateView,
    /// The model's name.
    pub model: String,
    /// The model file's SHA-256, 64 hexadecimal digits.
    pub model_sha256: String,
    /// What is to be said of that model beside each answer; names of Fluent messages.
    pub model_notices: Vec<String>,
    /// Tokens the model wrote; 0 while unknown.
    pub answer_tokens: u32,
    /// Seconds to the first token; 0 while unknown.
    pub first_token_seconds: f64,
    /// Tokens per second; 0 while unknown.
    pub tokens_per_second: f64,
}

/// Whether an answer is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AnswerStateView {
    /// Still being written.
    Writing,
    /// The model ended it.
    Complete,
    /// The user pressed stop.
    Stopped,
    /// The engine ended or stopped responding.
    EngineFailed,
    /// The longest answer that was allowed.
    LengthLimit,
    /// The app ended while it was being written.
    AppEnded,
}

/// What happens to a turn, from the question to the whole answer, through a channel.
#[derive(Clone, Debug, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "each is made once, sent at once and dropped"
)]
pub(crate) enum TurnEvent {
    /// The question is in the store. Only now may the composer be cleared.
    Asked {
        /// The conversation, new or updated.
        conversation: ConversationView,
        /// The turn, without an answer yet.
        turn: TurnView,
    },
    /// More of the answer.
    Writing {
        /// The answer's id.
        answer: String,
        /// Blocks finished since the last event, each given once, in order.
        closed: Vec<BlockView>,
        /// The block still growing.
        open: OpenBlockView,
        /// Tokens written so far.
        answer_tokens: u32,
    },
    /// The turn has ended, whole, declined or cut; replaces what was shown of it.
    Finished {
        /// The turn as stored.
        turn: TurnView,
    },
    /// The conversation is longer than the model reads at once.
    LeftOut {
        /// The id of the first turn that it was shown.
        first_seen: String,
    },
    /// The conversation has a better title now.
    Titled {
        /// Its row.
        conversation: ConversationView,
    },
}

impl From<KeptEdit> for EditView {
    fn from(edit: KeptEdit) -> Self {
        Self {
            turn: edit.turn.to_string(),
            text: edit.text,
        }
    }
}

impl TurnView {
    /// The turns that follow each other on a branch; `before` is what was said before the first of them.
    pub(crate) fn all(turns: Vec<Turn>, mut before: Sources) -> Vec<Self> {
        let view = |turn: Turn| {
            before.take_in(&turn);
            Self::of(turn, &before)
        };
        turns.into_iter().map(view).collect()
    }

    /// A turn; `sources` are what was said up to its question.
    pub(crate) fn of(turn: Turn, sources: &Sources) -> Self {
        let language = turn_language(&turn);
        let known = turn
            .language
            .and_then(|chosen| Language::from_code(chosen.code()))
            .or_else(|| sanad_text::detect(&turn.question).language)
            .map_or_else(String::new, |language| language.code().to_owned());
        let question_warnings = WarningView::all(&turn.question);
        let (declined, declined_language) = match turn.declined {
            None => (String::new(), String::new()),
            Some(DeclineReason::LanguageUnsupported { language }) => (
                "declined-language-unsupported".to_owned(),
                language.code().to_owned(),
            ),
        };
        Self {
            id: turn.id.to_string(),
            conversation: conversation_code(turn.conversation),
            position: turn.position,
            siblings: turn.siblings.iter().map(TurnId::to_string).collect(),
            chosen_answer: turn
                .chosen_answer
                .as_ref()
                .map(AnswerId::to_string)
                .unwrap_or_default(),
            question_blocks: BlockView::all_of(
                sanad_text::plain(&turn.question, language),
                &turn.question,
            ),
            question_raw: if question_warnings.is_empty() {
                String::new()
            } else {
                sanad_text::spelled_out(&turn.question)
            },
            question_warnings,
            question_hints: HintView::all(&turn.question),
            language: known,
            question: turn.question,
            answers: turn
                .answers
                .into_iter()
                .map(|answer| AnswerView::of(answer, language, sources))
                .collect(),
            declined,
            declined_language,
        }
    }
}

impl AnswerView {
    fn of(answer: Answer, language: Language, sources: &Sources) -> Self {
        let shown = shown_part(&answer);
        let (blocks, counted) = guarded_blocks(&answer, language, sources);
        let state = AnswerStateView::from(answer.state);
        let stats = answer.stats.unwrap_or_default();
        Self {
            id: answer.id.to_string(),
            blocks: BlockView::all_of(blocks, shown),
            figures: u32::try_from(counted.figures).unwrap_or(u32::MAX),
            unsupported: u32::try_from(counted.unsupported).unwrap_or(u32::MAX),
            text: shown.to_owned(),
            state,
            model_notices: known_model(&answer.model.sha256)
                .map(notices_of)
                .unwrap_or_default(),
            model: answer.model.name,
            model_sha256: answer.model.sha256.0,
            answer_tokens: stats.answer_tokens,
            first_token_seconds: stats.first_token_seconds,
            tokens_per_second: stats.tokens_per_second,
        }
    }
}

impl From<AnswerState> for AnswerStateView {
    fn from(state: AnswerState) -> Self {
        match state {
            AnswerState::Writing => Self::Writing,
            AnswerState::Complete => Self::Complete,
            AnswerState::Incomplete { reason } => match reason {
                CutReason::Stopped => Self::Stopped,
                CutReason::EngineFailed => Self::EngineFailed,
                CutReason::LengthLimit => Self::LengthLimit,
                CutReason::AppEnded => Self::AppEnded,
            },
        }
    }
}

/// What of an answer may be shown: a number or unit that was cut in half would read as another one.
pub(crate) fn shown_part(answer: &Answer) -> &str {
    match answer.state {
        AnswerState::Complete => &answer.text,
        _ => sanad_text::hide_cut_tail(&answer.text),
    }
}

/// The tie-breaker for direction in a turn.
pub(crate) fn turn_language(turn: &Turn) -> Language {
    question_language(&turn.question, turn.language)
}

/// The language that somebody chose for a question, else the one that it is written in.
pub(crate) fn question_language(
    question: &str,
    chosen: Option<sanad_domain::Language>,
) -> Language {
    chosen
        .and_then(|chosen| Language::from_code(chosen.code()))
        .unwrap_or_else(|| language_of(question))
}

/// The tie-breaker for direction: the language that a question or title is written in.
pub(crate) fn language_of(text: &str) -> Language {
    sanad_text::detect(text)
        .language
        .unwrap_or(Language::English)
}
