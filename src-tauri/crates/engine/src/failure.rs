//! Why a model was not loaded, or a request not answered, and the code that says so on the wire.

use sanad_protocol::FailureCode;

use crate::native::ModelError;

/// Why there is no engine.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The file is no model that llama.cpp can run, in its words.
    #[error("the model cannot be loaded: {0}")]
    ModelUnreadable(String),
    /// The file is a model of another kind: it embeds or translates.
    #[error("the model does not write text")]
    NotForChat,
    /// An adapter does not go with the model, or is none, in llama.cpp's words.
    #[error("the adapter cannot be used: {0}")]
    AdapterUnfit(String),
    /// Memory for weights or context could not be had, in llama.cpp's words.
    #[error("out of memory: {0}")]
    OutOfMemory(String),
    /// The conversation cannot be put into the model's format.
    #[error("{0}")]
    ChatTemplate(String),
}

impl EngineError {
    /// The code that stands for it on the wire.
    #[must_use]
    pub fn code(&self) -> FailureCode {
        match self {
            Self::ModelUnreadable(_) => FailureCode::ModelUnreadable,
            Self::NotForChat => FailureCode::NotForChat,
            Self::AdapterUnfit(_) => FailureCode::AdapterUnfit,
            Self::OutOfMemory(_) => FailureCode::OutOfMemory,
            Self::ChatTemplate(_) => FailureCode::ChatTemplate,
        }
    }

    pub(crate) fn from_native(error: ModelError) -> Self {
        match error {
            ModelError::Refused(words) => Self::from_words(words),
            ModelError::NotAWriter => Self::NotForChat,
            ModelError::Path => Self::ModelUnreadable(error.to_string()),
        }
    }

    fn from_words(words: String) -> Self {
        // llama.cpp has no error codes here; these are its phrases for a failed allocation.
        let memory = [
            "failed to allocate",
            "unable to allocate",
            "bad_alloc",
            "Cannot allocate memory",
        ];
        if memory.iter().any(|phrase| words.contains(phrase)) {
            Self::OutOfMemory(words)
        } else {
            Self::ModelUnreadable(words)
        }
    }
}

/// Why one request failed; the engine goes on.
pub(crate) struct RequestFailure {
    pub(crate) code: FailureCode,
    pub(crate) detail: String,
}

impl RequestFailure {
    pub(crate) fn bad(detail: &str) -> Self {
        Self {
            code: FailureCode::BadRequest,
            detail: detail.to_owned(),
        }
    }
}

impl From<EngineError> for RequestFailure {
    fn from(error: EngineError) -> Self {
        Self {
            code: error.code(),
            detail: error.to_string(),
        }
    }
}
