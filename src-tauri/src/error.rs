//! Everything that can fail in the shell.

use std::path::PathBuf;

use sanad_chat::ChatError;
use sanad_export::ExportError;
use sanad_history::HistoryError;
use sanad_models::ModelError;

/// Everything that can fail in the shell. `wire` turns it into a code; nothing else reads it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ShellError {
    #[error(transparent)]
    Chat(#[from] ChatError),
    #[error("no folder for data is known on this system")]
    NoDataFolder,
    #[error("the passphrase has fewer than {least} characters")]
    PassphraseShort { least: usize },
    #[error("the passphrase file {path} gives none")]
    PassphraseFile { path: PathBuf },
    #[error("there is no terminal to ask for a passphrase")]
    PassphraseMissing,
    #[error("the store is locked")]
    Locked,
    #[error("`{0}` names nothing")]
    BadId(String),
    #[error("could not write {path}: {source}")]
    Preferences {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("could not make {path}: {source}")]
    Folder {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("this desktop has no keychain")]
    KeychainUnavailable,
    #[error("the keychain holds no passphrase for this store")]
    KeychainEmpty,
    #[error("not the head of an audit chain")]
    AuditHead,
    #[error("no bedside tool is called `{0}`")]
    ToolUnknown(String),
    #[error("`{name}` may mean several bedside tools")]
    ToolSeveral { name: String, keys: String },
    #[error("the ends of a reference range do not go together")]
    RangeEnds,
    #[error("another import is running")]
    ImportRuns,
    #[error("another self-check is running")]
    CheckRuns,
    #[error("there is nothing to read a self-check's result from")]
    CheckEmpty,
    #[error("which column holds what is not said")]
    CheckColumns,
    #[error("{path}: {source}")]
    CheckFile {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error(transparent)]
    CheckJournal(#[from] sanad_examination::JournalError),
    #[error("a self-check of another version")]
    CheckUnreadable,
    #[error("{path}: {fault}")]
    TemplateFile {
        path: PathBuf,
        fault: sanad_templates::TemplateFault,
    },
    #[error("no template is called so")]
    TemplateMissing,
    #[error("a form is not filled in")]
    TemplateUnfinished,
    #[error("the output could not be written: {0}")]
    Output(#[from] std::io::Error),
    #[error("could not export to {path}: {source}")]
    Export { path: PathBuf, source: ExportError },
    #[error("could not import {path}: {source}")]
    Import { path: PathBuf, source: ExportError },
    #[error("there is something at {path} already")]
    ExportExists { path: PathBuf },
    #[error("this format does not fit what is to be exported")]
    ExportScope,
    #[error("{0}")]
    Internal(&'static str),
}

impl From<HistoryError> for ShellError {
    fn from(error: HistoryError) -> Self {
        Self::Chat(error.into())
    }
}

impl From<ModelError> for ShellError {
    fn from(error: ModelError) -> Self {
        Self::Chat(error.into())
    }
}
