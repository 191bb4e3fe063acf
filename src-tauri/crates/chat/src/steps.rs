//! What is told of a turn while it happens.

use sanad_domain::{AnswerId, Conversation, Turn};

/// One thing that happened to a turn.
#[derive(Clone, Debug, PartialEq)]
pub enum TurnStep {
    /// The question is on the disk.
    Asked {
        /// Its conversation, new or touched.
        conversation: Conversation,
        /// The turn.
        turn: Turn,
    },
    /// The model wrote more.
    Wrote {
        /// The answer that grew.
        answer: AnswerId,
        /// By this much.
        piece: String,
        /// Tokens written so far.
        answer_tokens: u32,
    },
    /// The turn has ended, and this is how it is stored.
    Finished {
        /// The turn.
        turn: Turn,
    },
}

/// Receives the steps of one turn, in order; returns false when nobody listens any more.
pub type StepSink = dyn Fn(TurnStep) -> bool + Send + Sync;
