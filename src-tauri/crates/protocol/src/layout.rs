//! What an engine says that measures a model or prepares it, and serves nobody.

use serde::{Deserialize, Serialize};

/// How the weights lie in memory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeightLayout {
    /// Rows woven into each other, as llama.cpp does by itself: nearly always the faster one without AVX-512.
    #[default]
    Repacked,
    /// As they stand in the file.
    AsStored,
}

impl WeightLayout {
    /// Each of them, the usual one first.
    pub const ALL: [Self; 2] = [Self::Repacked, Self::AsStored];

    /// As it stands in the engine's arguments.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Repacked => "repacked",
            Self::AsStored => "as-stored",
        }
    }

    /// The reverse of [`Self::name`].
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layout| layout.name() == name)
    }
}

/// How fast a model is in one layout with so many threads.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LayoutSpeed {
    /// The layout.
    pub layout: WeightLayout,
    /// Compute threads.
    pub threads: u32,
    /// Tokens of a prompt read in a second.
    pub prompt_tokens_per_second: f64,
    /// Tokens written in a second.
    pub decode_tokens_per_second: f64,
}

/// How near a prepared model is to the one it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fidelity {
    /// Mean Kullback–Leibler divergence of its next tokens from the original's, in nats.
    pub mean_divergence: f64,
    /// Of the next tokens, the share (0 to 1) for which both find the same one likeliest.
    pub same_likeliest: f64,
    /// Next tokens that were compared.
    pub tokens: u32,
}
