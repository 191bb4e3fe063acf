//! What is told of a turn while it happens.

use sanad_domain::{AnswerId, Conversation, Turn, TurnId};

/// One thing that happened to a turn.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a turn has one step of the large kind"
)]
pub enum TurnStep {
    /// The question is on the disk.
    Asked {
        /// Its conversation, new or touched.
        conversation: Conversation,
        /// The turn.
        turn: Turn,
    },
    /// The conversation is longer than the model can read at once: its oldest messages were not put to it.
    LeftOut {
        /// How many; each turn with an answer has two.
        messages: u32,
        /// The first turn that the model saw: the line that says so belongs above it.
        first_seen: TurnId,
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
