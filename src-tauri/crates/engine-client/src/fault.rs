//! What can go wrong with an engine, told apart as far as the app's messages differ.

use sanad_protocol::FailureCode;

/// Why there is no engine, or no answer. Details are for diagnostics: English, and without conversation text.
///
/// Cloned to everybody who waits, so it carries words instead of source errors.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineFault {
    /// The executable is not there or cannot be started: the installation is damaged.
    #[error("the engine cannot be started: {detail}")]
    CannotStart {
        /// Which, and what the system said.
        detail: String,
    },
    /// It ended before it introduced itself, or said something else.
    #[error("the engine did not say hello: {detail}")]
    NoHello {
        /// How it ended and what it printed.
        detail: String,
    },
    /// It belongs to another version of the app.
    #[error("the engine speaks version {found} of the protocol, the app {expected}")]
    VersionMismatch {
        /// The app's version.
        expected: u32,
        /// The engine's version.
        found: u32,
    },
    /// It could not load the model, or the system ran out of memory while it did.
    #[error("the model was not loaded ({code:?}): {detail}")]
    LoadFailed {
        /// What kind of fault.
        code: FailureCode,
        /// llama.cpp's own words.
        detail: String,
    },
    /// It refused or failed this request, and goes on;
    /// with [`FailureCode::OutOfMemory`] the system ended it for want of memory, and the next request starts another.
    #[error("the request failed ({code:?}): {detail}")]
    RequestFailed {
        /// What kind of fault.
        code: FailureCode,
        /// More about it.
        detail: String,
    },
    /// It ended by itself: an assertion, a memory error, an unexpected exit.
    #[error("the engine ended ({status}); its last words: {last_words}")]
    Crashed {
        /// Signal or exit status, as text.
        status: String,
        /// The end of what it printed.
        last_words: String,
    },
    /// It was ended from outside: by somebody with a task manager, by a memory limit that leaves no trace,
    /// or by the app itself, which unloaded the model.
    #[error("the engine was killed")]
    Killed,
    /// It was silent for so long that it was ended.
    #[error("the engine did not respond for {seconds} seconds")]
    Unresponsive {
        /// How long it was waited for.
        seconds: u64,
    },
}

impl EngineFault {
    /// Whether the engine was ended because the processor does not know one of its instructions.
    #[must_use]
    pub fn is_unknown_instruction(&self) -> bool {
        // SIGILL, and Windows' status of the same meaning.
        matches!(self, Self::Crashed { status, .. }
            if status.starts_with("signal: 4 ") || status.contains("0xc000001d"))
    }
}
