//! One answer from the engine, with or without a store.

use sanad_domain::{AnswerState, CutReason, GenerationStats, Sampling};
use sanad_engine_client::{
    ChatMessage, EngineFault, EngineSupervisor, GenerateOptions, GenerationEvent, StopReason,
};
use tokio::sync::watch;

/// How long an answer may get, and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerLimits {
    /// How the next token is drawn.
    pub sampling: Sampling,
    /// The most tokens to write.
    pub max_tokens: u32,
}

impl Default for AnswerLimits {
    fn default() -> Self {
        Self { sampling: Sampling::default(), max_tokens: 1024 }
    }
}

/// How an answer ended.
#[derive(Debug)]
pub struct Generated {
    /// Whole, or cut by what.
    pub state: AnswerState,
    /// What it took; `None` when the engine did not live to tell.
    pub stats: Option<GenerationStats>,
    /// Why the engine failed, if it did.
    pub fault: Option<EngineFault>,
}
