//! Why a turn did not become whole.

use sanad_domain::{Sha256Hex, TurnId};
use sanad_engine_client::EngineFault;
use sanad_history::HistoryError;
use sanad_models::ModelError;

/// Why a turn did not become whole. What was stored before stays stored.
#[derive(Debug, thiserror::Error)]
pub enum ChatError {
    /// There is nothing but white space in the question.
    #[error("the question is empty")]
    QuestionEmpty,
    /// The question is longer than any model reads at once.
    #[error("the question has {bytes} bytes, more than {limit}")]
    QuestionTooLong {
        /// Bytes it has.
        bytes: usize,
        /// Bytes it may have.
        limit: usize,
    },
    /// An answer is being written in this conversation.
    #[error("turn {0} is still being answered")]
    Busy(TurnId),
    /// The model that was chosen for the conversation is no longer installed.
    #[error("no installed model has the hash {0}")]
    ModelGone(Sha256Hex),
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
    /// The store failed.
    #[error(transparent)]
    History(#[from] HistoryError),
    /// The model file cannot be used.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The engine failed.
    #[error(transparent)]
    Engine(#[from] EngineFault),
}
