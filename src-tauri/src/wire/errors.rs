//! Errors become codes with typed arguments here and nowhere else.
//!
//! The code names the Fluent message `error-<code>`, whose attribute `.hint` says what to do next.
//! Arguments hold paths, sizes and details for support; never conversation text.

use std::fmt::Display;
use std::path::Path;

use sanad_chat::ChatError;
use sanad_engine_client::{EngineFault, FailureCode};
use sanad_examination::JournalError;
use sanad_export::ExportError;
use sanad_history::HistoryError;
use sanad_models::{CatalogueError, LooksLike, ModelError};
use sanad_templates::{FaultReason, TemplateFault};
use serde::Serialize;
use specta::Type;

use crate::error::ShellError;

/// A failure, as the window and the command line say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct ErrorView {
    /// Names the message `error-<code>`.
    pub code: String,
    /// Its variables.
    pub arguments: Vec<ErrorArgument>,
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct ErrorArgument {
    /// Its name.
    pub name: String,
    /// Its value; numbers in Latin digits with a point.
    pub value: String,
}

impl ErrorArgument {
    /// A variable with its value.
    pub(crate) fn new(name: &str, value: impl Display) -> Self {
        Self {
            name: name.to_owned(),
            value: value.to_string(),
        }
    }
}

impl ErrorView {
    fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            arguments: Vec::new(),
        }
    }

    fn with(mut self, name: &str, value: impl Display) -> Self {
        self.arguments.push(ErrorArgument::new(name, value));
        self
    }

    fn at(code: &str, path: &Path) -> Self {
        Self::new(code).with("path", path.display())
    }

    fn internal(error: &dyn Display) -> Self {
        Self::new("internal").with("detail", error)
    }
}

impl From<ShellError> for ErrorView {
    fn from(error: ShellError) -> Self {
        Self::from(&error)
    }
}

impl From<&ShellError> for ErrorView {
    fn from(error: &ShellError) -> Self {
        match error {
            ShellError::Chat(error) => Self::from(error),
            ShellError::NoDataFolder => Self::new("data-folder"),
            ShellError::PassphraseShort { least } => {
                Self::new("passphrase-short").with("least", least)
            }
            ShellError::PassphraseFile { path } => Self::at("passphrase-file", path),
            ShellError::PassphraseMissing => Self::new("passphrase-missing"),
            ShellError::Locked => Self::new("store-locked"),
            ShellError::BadId(_) => Self::new("conversation-missing"),
            ShellError::Preferences { path, source } => folder_fault(parent(path), source),
            ShellError::Folder { path, source } => folder_fault(path, source),
            ShellError::KeychainUnavailable => Self::new("keychain-unavailable"),
            ShellError::KeychainEmpty => Self::new("keychain-empty"),
            ShellError::AuditHead => Self::new("audit-head-mistyped"),
            ShellError::Export { path, source } => export_fault(path, source),
            ShellError::Import { path, source } => import_fault(path, source),
            ShellError::ExportExists { path } => Self::at("export-exists", path),
            ShellError::ImportRuns => Self::new("import-running"),
            ShellError::CheckRuns => Self::new("check-running"),
            ShellError::CheckEmpty => Self::new("check-empty"),
            ShellError::CheckColumns => Self::new("check-columns"),
            ShellError::CheckFile { path, source }
            | ShellError::CheckJournal(JournalError::File { path, source }) => {
                Self::at("check-file", path).with("detail", source)
            }
            ShellError::CheckJournal(JournalError::Foreign { path, line }) => {
                Self::at("check-foreign", path).with("line", line)
            }
            ShellError::CheckJournal(JournalError::OtherCheck { path }) => {
                Self::at("check-other", path)
            }
            ShellError::CheckUnreadable => Self::new("check-unreadable"),
            ShellError::ExportScope => Self::new("export-scope"),
            ShellError::ToolUnknown(name) => Self::new("tool-unknown").with("name", name),
            ShellError::ToolSeveral { name, keys } => Self::new("tool-several")
                .with("name", name)
                .with("keys", keys),
            ShellError::RangeEnds => Self::new("range-ends"),
            ShellError::TemplateFile { path, fault } => template_fault(path, fault),
            ShellError::TemplateMissing => Self::new("template-gone"),
            ShellError::TemplateUnfinished => Self::new("template-unfinished"),
            ShellError::Output(_) | ShellError::Internal(_) => Self::internal(error),
        }
    }
}

impl From<&ChatError> for ErrorView {
    fn from(error: &ChatError) -> Self {
        match error {
            ChatError::QuestionEmpty => Self::new("question-empty"),
            ChatError::QuestionTooLong { bytes, limit } => Self::new("question-too-long")
                .with("size", size(*bytes as u64))
                .with("limit", size(*limit as u64)),
            ChatError::Busy(_) => Self::new("busy"),
            ChatError::ModelGone(_) => Self::new("model-gone"),
            ChatError::Closed => Self::new("store-locked"),
            ChatError::History(error) => Self::from(error),
            ChatError::Model(error) => Self::from(error),
            ChatError::Engine(fault) => Self::from(fault),
        }
    }
}

impl From<&HistoryError> for ErrorView {
    fn from(error: &HistoryError) -> Self {
        match error {
            HistoryError::WrongPassphrase => Self::new("passphrase-wrong"),
            HistoryError::TooManyAttempts { wait_seconds } => {
                Self::new("unlock-delayed").with("seconds", wait_seconds)
            }
            HistoryError::WrongRecoveryCode => Self::new("recovery-code-wrong"),
            HistoryError::RecoveryCodeMistyped => Self::new("recovery-code-mistyped"),
            HistoryError::RecoveryCodeDiffers => Self::new("recovery-code-differs"),
            HistoryError::BackupFolderMissing { path } => Self::at("backup-folder-missing", path),
            HistoryError::NoBackup { path } => Self::at("backup-none", path),
            HistoryError::BackupBrokenOff { path } => Self::at("backup-broken-off", path),
            HistoryError::AuditBroken { number } => {
                Self::new("audit-broken").with("number", number)
            }
            HistoryError::NoSuchFolder(_) => Self::new("folder-missing"),
            HistoryError::EmptyName => Self::new("name-empty"),
            HistoryError::AnswerNotCut(_) => Self::new("answer-not-cut"),
            HistoryError::AnotherModel(_) => Self::new("answer-other-model"),
            HistoryError::EmptyPassphrase => Self::new("passphrase-short").with("least", 1),
            HistoryError::InUse { .. } => Self::new("store-in-use"),
            HistoryError::KeyMissing { path } => Self::at("store-key-missing", parent(path)),
            HistoryError::DatabaseMissing { path } => Self::at("store-missing", parent(path)),
            HistoryError::NoStore { folder } => Self::at("store-none", folder),
            HistoryError::Damaged { path } => Self::at("store-damaged", parent(path)),
            HistoryError::NewerVersion { .. } => Self::new("store-newer"),
            HistoryError::ReadOnly { path, .. } => Self::at("store-read-only", path),
            HistoryError::DiskFull { path, .. } => Self::at("store-full", path),
            HistoryError::Io { path, .. } => Self::at("store-io", path),
            HistoryError::NoSuchConversation(_)
            | HistoryError::NoSuchTurn(_)
            | HistoryError::NoSuchAnswer(_) => Self::new("conversation-missing"),
            HistoryError::NoSuchSelfCheck(_) => Self::new("check-missing"),
            HistoryError::NotATree(_) | HistoryError::ForeignTurn(_) => {
                Self::new("import-conflict")
            }
            HistoryError::OutOfMemory { .. } => Self::new("engine-memory"),
            other => Self::internal(other),
        }
    }
}

impl From<&ModelError> for ErrorView {
    fn from(error: &ModelError) -> Self {
        match error {
            ModelError::NoneInstalled { folder } => {
                Self::new("model-none-installed").with("folder", folder.display())
            }
            ModelError::NotFound { path } => Self::at("model-not-found", path),
            ModelError::Io {
                operation: "write",
                path,
                ..
            } => Self::at("model-unwritable", path),
            ModelError::Io { path, .. } => Self::at("model-unreadable", path),
            ModelError::Empty { path } => Self::at("model-empty", path),
            ModelError::NotGguf { path, looks_like } => Self::at(
                match looks_like {
                    LooksLike::Zip => "model-zip",
                    LooksLike::Safetensors => "model-safetensors",
                    LooksLike::BigEndianGguf | LooksLike::Unknown => "model-not-gguf",
                },
                path,
            ),
            ModelError::Truncated {
                path,
                expected,
                found,
            } => Self::at("model-truncated", path)
                .with("expected", size(*expected))
                .with("found", size(*found)),
            ModelError::PartMissing { path, count, .. } => {
                Self::at("model-part-missing", path).with("count", count)
            }
            ModelError::PartForeign { path } => Self::at("model-part-foreign", path),
            ModelError::PartMisnamed { path } => Self::at("model-part-misnamed", path),
            ModelError::AdapterAlone { path } => Self::at("adapter-alone", path),
            ModelError::NoAdapter { path } => Self::at("adapter-none", path),
            ModelError::AdapterForeign { path, model } => {
                Self::at("adapter-foreign", path).with("model", model)
            }
            ModelError::Malformed { path, fault } => {
                Self::at("model-damaged", path).with("detail", fault)
            }
            ModelError::TooLargeForMemory {
                needed,
                available,
                smaller,
                ..
            } => match smaller {
                Some(smaller) => Self::new("model-too-large-as-it-is")
                    .with("quantisation", smaller.quantisation)
                    .with("smaller", size(smaller.needed)),
                None => Self::new("model-too-large"),
            }
            .with("needed", size(*needed))
            .with("available", size(*available)),
            ModelError::AdapterWithoutBase { path, base } if base.is_empty() => {
                Self::at("adapter-without-base", path)
            }
            ModelError::AdapterWithoutBase { path, base } => {
                Self::at("adapter-without-named-base", path).with("base", base)
            }
            ModelError::NameTaken { path } => Self::at("model-name-taken", path),
            ModelError::AlreadyInstalled { path } => Self::at("model-already-installed", path),
            ModelError::SourceGone { path, .. } => Self::at("model-source-gone", path),
            ModelError::Changed { path } => Self::at("model-changed", path),
            ModelError::NotOurs { path } => Self::at("model-not-ours", path),
            ModelError::Stopped => Self::internal(error),
            ModelError::NothingToPrepare { path, quantisation } => {
                Self::at("model-nothing-to-prepare", path).with("quantisation", quantisation)
            }
            ModelError::NoRoom {
                path,
                needed,
                available,
            } => Self::at("model-no-room", path)
                .with("needed", size(*needed))
                .with("available", size(*available)),
        }
    }
}

impl From<&CatalogueError> for ErrorView {
    fn from(error: &CatalogueError) -> Self {
        match error {
            CatalogueError::Io { path, .. } => Self::at("catalogue-unreadable", path),
            CatalogueError::Form { line, detail } => Self::new("catalogue-form")
                .with("line", line)
                .with("detail", detail),
            CatalogueError::Unsound { entry, detail } => Self::new("catalogue-unsound")
                .with("entry", entry)
                .with("detail", detail),
        }
    }
}

impl From<&EngineFault> for ErrorView {
    fn from(fault: &EngineFault) -> Self {
        match fault {
            EngineFault::CannotStart { .. } | EngineFault::NoHello { .. } => {
                Self::new("engine-missing")
            }
            EngineFault::VersionMismatch { .. } => Self::new("engine-version"),
            EngineFault::LoadFailed { code, .. } | EngineFault::RequestFailed { code, .. } => {
                Self::new(match code {
                    FailureCode::ModelUnreadable => "model-refused",
                    FailureCode::NotForChat => "model-not-for-chat",
                    FailureCode::AdapterUnfit => "adapter-refused",
                    FailureCode::OutOfMemory => "engine-memory",
                    FailureCode::ChatTemplate => "model-no-template",
                    FailureCode::PromptTooLong => "prompt-too-long",
                    FailureCode::Decode | FailureCode::BadRequest => "engine-failed",
                })
            }
            // Every build was tried by then, the one for the oldest processors last.
            fault if fault.is_unknown_instruction() => Self::new("engine-processor"),
            EngineFault::Crashed { .. } | EngineFault::Killed => Self::new("engine-failed"),
            EngineFault::Unresponsive { .. } => Self::new("engine-unresponsive"),
        }
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

fn folder_fault(folder: &Path, source: &std::io::Error) -> ErrorView {
    ErrorView::at(
        match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "store-full",
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                "store-read-only"
            }
            _ => "store-io",
        },
        folder,
    )
}

fn export_fault(path: &Path, source: &ExportError) -> ErrorView {
    let ExportError::File(error) = source else {
        return ErrorView::internal(source);
    };
    ErrorView::at(
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "export-full",
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                "export-not-allowed"
            }
            _ => "export-failed",
        },
        path,
    )
}

fn import_fault(path: &Path, source: &ExportError) -> ErrorView {
    match source {
        ExportError::File(_) => ErrorView::at("import-unreadable", path),
        ExportError::Foreign => ErrorView::at("import-foreign", path),
        ExportError::NewerVersion { .. } => ErrorView::at("import-newer", path),
        ExportError::Damaged => ErrorView::at("import-damaged", path),
        ExportError::WrongPassphrase => ErrorView::new("archive-passphrase-wrong"),
        ExportError::Source(_) | ExportError::NoRandomness(_) | ExportError::Pages => {
            ErrorView::internal(source)
        }
    }
}

/// One sentence with the line; a reason that names no key says all that is known.
fn template_fault(path: &Path, fault: &TemplateFault) -> ErrorView {
    let code = format!("template-{}", fault.reason.code());
    let view = ErrorView::at(&code, path).with("line", fault.line);
    match fault.reason {
        FaultReason::Syntax | FaultReason::TooLong | FaultReason::Newer => view,
        _ => view.with("key", &fault.place),
    }
}

/// A size as people read it: `812 kB`, `4.7 GB`; decimal units, as disks and files are sold in.
pub(crate) fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    if bytes < 1000 {
        return format!("{bytes} B");
    }
    let mut value = bytes as f64 / 1000.0;
    let mut unit = 0;
    while value >= 999.5 && unit + 1 < UNITS.len() {
        value /= 1000.0;
        unit += 1;
    }
    let decimals = usize::from(value < 9.95);
    format!("{value:.decimals$}\u{a0}{}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instruction_that_the_processor_lacks_is_said_to_be_that() {
        for (status, code) in [
            ("signal: 4 (SIGILL) (core dumped)", "engine-processor"),
            ("exit code: 0xc000001d", "engine-processor"),
            ("signal: 6 (SIGABRT)", "engine-failed"),
            ("signal: 11 (SIGSEGV)", "engine-failed"),
        ] {
            let status = status.to_owned();
            let last_words = String::new();
            let fault = EngineFault::Crashed { status, last_words };
            assert_eq!(ErrorView::from(&fault).code, code);
        }
    }

    #[test]
    fn sizes_read_as_people_say_them() {
        for (bytes, expected) in [
            (0, "0 B"),
            (999, "999 B"),
            (1000, "1.0\u{a0}kB"),
            (999_499, "999\u{a0}kB"),
            (999_500, "1.0\u{a0}MB"),
            (4_700_000_000, "4.7\u{a0}GB"),
            (8 << 40, "8.8\u{a0}TB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
