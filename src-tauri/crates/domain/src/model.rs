//! What an answer remembers of the model that wrote it, and how tokens are drawn.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A SHA-256 as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sha256Hex(pub String);

impl fmt::Display for Sha256Hex {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Says which file wrote a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelStamp {
    /// The name shown beside the answer.
    pub name: String,
    /// The hash of the whole GGUF file.
    pub sha256: Sha256Hex,
}

/// How the next token is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sampling {
    /// 0 takes the likeliest token each time; otherwise logits are divided by it.
    pub temperature: f32,
    /// Keep only the likeliest `top_k` tokens; 0 keeps all.
    pub top_k: u32,
    /// Keep the fewest tokens whose probabilities sum to this; 1 keeps all.
    pub top_p: f32,
    /// Drop tokens less likely than this share of the likeliest; 0 keeps all.
    pub min_p: f32,
    /// The random generator's start.
    pub seed: u32,
}

impl Sampling {
    /// The likeliest token each time: the same prompt gives the same answer.
    pub const GREEDY: Self = Self {
        temperature: 0.0,
        top_k: 0,
        top_p: 1.0,
        min_p: 0.0,
        seed: 0,
    };
}

impl Default for Sampling {
    /// A low temperature: clinical text is no place for surprise.
    fn default() -> Self {
        Self {
            temperature: 0.3,
            top_k: 40,
            top_p: 0.95,
            min_p: 0.05,
            seed: 0,
        }
    }
}
