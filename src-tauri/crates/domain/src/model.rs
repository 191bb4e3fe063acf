//! What an answer remembers of the model that wrote it.

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
