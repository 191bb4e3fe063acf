//! A conversation is a tree of turns of which one path is shown; a turn is a question and its answers.

use serde::{Deserialize, Serialize};

use crate::{
    AnswerId, ChosenPersona, ConversationId, FolderId, Language, ModelStamp, Sha256Hex, Timestamp,
    TurnId,
};

/// A place for conversations that belong together; a conversation lies in one or in none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folder {
    /// Its id.
    pub id: FolderId,
    /// Given by the user; one line.
    pub name: String,
}

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
    /// The folder it lies in.
    pub folder: Option<FolderId>,
    /// Whether it stands before all others in its list.
    pub pinned: bool,
    /// Whether it was put out of the daily list.
    pub archived: bool,
    /// What it is mostly held in; `None` while nobody has said.
    pub language: Option<Language>,
    /// The hash of the model file that its questions go to; `None` for the app's own choice.
    pub model: Option<Sha256Hex>,
    /// What the model is told to be, in the words of the user; `None` for the app's own.
    pub persona: Option<String>,
    /// The persona that was chosen for it; what is in `persona` is said beside it.
    pub chosen_persona: Option<ChosenPersona>,
    /// When it was put in the bin, from which it is erased some minutes later.
    pub deleted_at: Option<Timestamp>,
}

/// A question and its answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// Where it belongs.
    pub conversation: ConversationId,
    /// 0 for the first turn; turns of several branches share a position.
    pub position: u32,
    /// The question, byte for byte as it was asked.
    pub question: String,
    /// What it is treated as; `None` where nobody chose and nothing told.
    pub language: Option<Language>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Oldest first.
    pub answers: Vec<Answer>,
    /// The answer that is shown: the last, until somebody chooses another. `None` without answers.
    pub chosen_answer: Option<AnswerId>,
    /// Every wording of this question at this place, oldest first, this turn included.
    pub siblings: Vec<TurnId>,
    /// Why no model was asked.
    pub declined: Option<DeclineReason>,
}

impl Turn {
    /// The answer that is shown, and that later questions were asked after.
    #[must_use]
    pub fn shown_answer(&self) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|answer| Some(answer.id) == self.chosen_answer)
    }
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
