//! What can go wrong while something is handed out or taken in.
//!
//! No error holds a word of a conversation.

use std::error::Error;
use std::io;

/// What the caller's own side said: a store that could not be read, or would not take what was offered.
pub type SourceError = Box<dyn Error + Send + Sync>;

/// Why nothing was exported or imported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file could not be read or written.
    #[error("cannot read or write the file")]
    File(#[source] io::Error),
    /// Whoever gives or takes the conversations could not.
    #[error("{0}")]
    Source(SourceError),
    /// A newer version of the app wrote the file.
    #[error("the file has version {found}, newer than {supported}")]
    NewerVersion {
        /// The file's version.
        found: u32,
        /// The newest version that this app knows.
        supported: u32,
    },
    /// The file is none of ours.
    #[error("the file was not written by this app")]
    Foreign,
    /// The file is one of ours and does not hold what was written to it.
    #[error("the file is damaged")]
    Damaged,
    /// The passphrase does not open the archive.
    #[error("the passphrase does not open the archive")]
    WrongPassphrase,
    /// The system gives no random numbers, so nothing can be encrypted.
    #[error("the system gives no random numbers")]
    NoRandomness(#[source] getrandom::Error),
    /// The pages could not be made.
    #[error("the pages could not be made")]
    Pages,
}

impl From<io::Error> for ExportError {
    /// An error that a reader of ours put into an `io::Error` comes out again.
    fn from(error: io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(ours) => ours,
            Err(error) => Self::File(error),
        }
    }
}

impl From<ExportError> for io::Error {
    fn from(error: ExportError) -> Self {
        Self::other(error)
    }
}
