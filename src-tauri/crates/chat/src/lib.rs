//! One turn's life: the question is stored, the engine is asked, its words are stored while they stream.
//!
//! Owns the order of these steps, which is what keeps words from being lost:
//! a question is in the store before the engine sees it, and an answer is in the store before it is called whole.
//! A temporary conversation takes the same way and leaves the store out.
//! It must never know of a window, a terminal or a file format.

mod chat;
mod choice;
mod custody;
mod error;
mod generation;
mod guidance;
mod prompt;
mod recorder;
mod resume;
mod steps;
mod temporary;
mod titles;

pub use chat::Chat;
pub use choice::{NamedModel, model_file};
pub use custody::Exchange;
pub use error::ChatError;
pub use generation::{AnswerLimits, Generated, Heard, generate};
pub use prompt::{LONGEST_QUESTION_BYTES, Question, check_question, language_to_decline, messages};
pub use steps::{StepSink, TurnStep};
