//! The words everything else is written in: ids, conversations, turns, answers, languages, time.
//!
//! Owns plain data and no behaviour beyond it.
//! It must never touch a file, a clock of its own, or another crate of ours.

pub mod archive;
mod conversation;
mod ids;
mod language;
mod model;
mod persona;
mod sampling;
mod time;

pub use conversation::{
    Answer, AnswerState, Conversation, CutReason, DeclineReason, Folder, GenerationStats, Turn,
};
pub use ids::{AnswerId, ConversationId, FolderId, IdError, TurnId};
pub use language::{Direction, Language};
pub use model::{ModelStamp, Sha256Hex};
pub use persona::{Bilingual, ChosenPersona, Interview, PersonaRules};
pub use sampling::{Sampling, SamplingFigure};
pub use time::{Clock, SystemClock, Timestamp};
