//! A conversation is a list of turns; a turn is a question and its answers.

use serde::{Deserialize, Serialize};

use crate::{AnswerId, ConversationId, Language, ModelStamp, Timestamp, TurnId};

/// What a list of conversations shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Its id.
    pub id: ConversationId,
    /// Made from the first question; empty before there is one.
    pub title: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When a turn was last added.
    pub updated_at: Timestamp,
}

/// A question and its answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// Where it belongs.
    pub conversation: ConversationId,
    /// 0 for the first turn.
    pub position: u32,
    /// The question, byte for byte as it was asked.
    pub question: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Oldest first; the last is the one shown until somebody chooses another.
    pub answers: Vec<Answer>,
    /// Why no model was asked.
    pub declined: Option<DeclineReason>,
}

/// Why the app answered instead of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DeclineReason {
    /// The model is known not to speak the question's language.
    LanguageUnsupported {
        /// The question's language.
        language: Language,
    },
}

/// One text that a model wrote for a turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// The turn it answers.
    pub turn: TurnId,
    /// Markdown, as far as it was written.
    pub text: String,
    /// Whether it is whole.
    pub state: AnswerState,
    /// Who wrote it.
    pub model: ModelStamp,
    /// Known once the engine has finished.
    pub stats: Option<GenerationStats>,
    /// When the engine was asked.
    pub created_at: Timestamp,
}

/// Whether an answer is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum AnswerState {
    /// Still being written.
    Writing,
    /// The model ended it.
    Complete,
    /// It was cut.
    Incomplete {
        /// By what.
        reason: CutReason,
    },
}

/// What cut an answer short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CutReason {
    /// The user pressed stop.
    Stopped,
    /// The engine ended or stopped responding.
    EngineFailed,
    /// The longest answer that was allowed, or the end of the context.
    LengthLimit,
    /// The app ended while the answer was being written.
    AppEnded,
}

/// What one answer took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GenerationStats {
    /// Tokens of the rendered prompt.
    pub prompt_tokens: u32,
    /// Tokens the model wrote, the end-of-turn token excluded.
    pub answer_tokens: u32,
    /// From the request to the first token, in seconds, wall clock.
    pub first_token_seconds: f64,
    /// Tokens per second, wall clock, first token excluded; 0 with fewer than two tokens.
    pub tokens_per_second: f64,
}
