//! What can go wrong with the store, told apart by what a person can do about it.
//!
//! Errors name an operation and a path, never a word of what was stored.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use sanad_domain::archive::TreeFault;
use sanad_domain::{AnswerId, ConversationId, FolderId, TurnId};

use crate::SelfCheckId;

/// What was being done when it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Make the data folder.
    CreateFolder,
    /// Take the lock that keeps a second process out.
    LockStore,
    /// Read the wrapped key.
    ReadKey,
    /// Turn the passphrase into a key.
    DeriveKey,
    /// Write the wrapped key.
    WriteKey,
    /// Open the database.
    OpenStore,
    /// Bring an older database to this version.
    UpgradeStore,
    /// Read what was said.
    ReadStore,
    /// Write what was said.
    WriteStore,
    /// Close the database.
    CloseStore,
    /// Give the store another key.
    ChangeKey,
    /// Read or write how often the passphrase was wrong.
    CountAttempts,
    /// Copy the store into a backup and check it.
    WriteBackup,
    /// Look through backups.
    ReadBackup,
    /// Put a backup in the place of the store.
    Restore,
}

impl fmt::Display for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::CreateFolder => "create the folder",
            Self::LockStore => "lock",
            Self::ReadKey => "read the key",
            Self::DeriveKey => "derive the key",
            Self::WriteKey => "write the key",
            Self::OpenStore => "open the store",
            Self::UpgradeStore => "upgrade the store",
            Self::ReadStore => "read from the store",
            Self::WriteStore => "write to the store",
            Self::CloseStore => "close the store",
            Self::ChangeKey => "change the store's key",
            Self::CountAttempts => "count attempts",
            Self::WriteBackup => "write a backup",
            Self::ReadBackup => "read backups",
            Self::Restore => "restore a backup",
        })
    }
}

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// The passphrase does not open this store; nothing was opened.
    #[error("the passphrase does not open this store")]
    WrongPassphrase,
    /// The code is written rightly and opens another store, or was replaced; nothing was opened.
    #[error("the recovery code does not open this store")]
    WrongRecoveryCode,
    /// What was typed cannot be a recovery code: some character is another.
    #[error("the recovery code is mistyped")]
    RecoveryCodeMistyped,
    /// What was typed back is a recovery code, but not the one that was shown; nothing was changed.
    #[error("another recovery code was typed back")]
    RecoveryCodeDiffers,
    /// Too many wrong passphrases; nothing was tried.
    #[error("wait {wait_seconds} s before the next attempt")]
    TooManyAttempts {
        /// Seconds until the next attempt is heard.
        wait_seconds: u32,
    },
    /// A passphrase needs at least one character.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// Another process, or another `Store` of this one, holds the store.
    #[error("the store is in use: {}", path.display())]
    InUse {
        /// The lock or database that is held.
        path: PathBuf,
    },
    /// There is no store in this folder.
    #[error("there is no store in {}", folder.display())]
    NoStore {
        /// The folder that was looked in.
        folder: PathBuf,
    },
    /// There is a store in this folder already.
    #[error("there is a store already in {}", folder.display())]
    AlreadyExists {
        /// The folder that holds it.
        folder: PathBuf,
    },
    /// The database is there and its key file is not. No new key can help: the old file must come back.
    #[error("the key file is missing: {}", path.display())]
    KeyMissing {
        /// Where the key file belongs.
        path: PathBuf,
    },
    /// The key file is there and its database is not.
    #[error("the database is missing: {}", path.display())]
    DatabaseMissing {
        /// Where the database belongs.
        path: PathBuf,
    },
    /// A file does not hold what was written to it; looked at twice before it was said.
    #[error("damaged: {}", path.display())]
    Damaged {
        /// The damaged file.
        path: PathBuf,
    },
    /// A newer version of the app wrote this file; nothing was changed.
    #[error("{} has version {found}, newer than {supported}", path.display())]
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version that this app knows.
        supported: u32,
    },
    /// The folder or a file in it cannot be written.
    #[error("cannot {operation}, read-only: {}", path.display())]
    ReadOnly {
        /// What was being done.
        operation: Operation,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The disk or the user's share of it is full. What was acknowledged before is kept.
    #[error("cannot {operation}, the disk is full: {}", path.display())]
    DiskFull {
        /// What was being done.
        operation: Operation,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The system failed; it may pass.
    #[error("cannot {operation}: {}", path.display())]
    Io {
        /// What was being done.
        operation: Operation,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: Box<dyn Error + Send + Sync>,
    },
    /// The memory is not to be had now.
    #[error("cannot {operation}: out of memory")]
    OutOfMemory {
        /// What was being done.
        operation: Operation,
    },
    /// The system gives no random numbers, so no key can be made.
    #[error("the system gives no random numbers")]
    NoRandomness {
        /// What the system said.
        source: getrandom::Error,
    },
    /// SQLite refused a statement of ours: a fault of this crate, not of the disk.
    #[error("cannot {operation}: {}", path.display())]
    Unexpected {
        /// What was being done.
        operation: Operation,
        /// To which file.
        path: PathBuf,
        /// What SQLite said; it names tables and columns, never their contents.
        source: Box<dyn Error + Send + Sync>,
    },
    /// No conversation has this id.
    #[error("no conversation {0}")]
    NoSuchConversation(ConversationId),
    /// The folder for backups is not there: a stick that is not plugged in, perhaps.
    #[error("no folder for backups: {}", path.display())]
    BackupFolderMissing {
        /// The folder.
        path: PathBuf,
    },
    /// There is no whole backup in this place.
    #[error("no backup: {}", path.display())]
    NoBackup {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The store was closed or locked while it was being copied; there is no new backup, and no harm.
    #[error("the backup was broken off: {}", path.display())]
    BackupBrokenOff {
        /// Where it would have been.
        path: PathBuf,
    },
    /// An entry of the audit chain is not as it was written, or is missing.
    #[error("the audit chain is broken at entry {number}")]
    AuditBroken {
        /// The first entry that does not fit.
        number: u32,
    },
    /// The audit chain takes ids, hashes and codes, and no words.
    #[error("not a subject for the audit chain")]
    AuditSubject,
    /// No folder has this id.
    #[error("no folder {0}")]
    NoSuchFolder(FolderId),
    /// A folder or a conversation needs a name that can be seen.
    #[error("the name is empty")]
    EmptyName,
    /// No turn has this id.
    #[error("no turn {0}")]
    NoSuchTurn(TurnId),
    /// No self-check has this number.
    #[error("no self-check {}", .0.0)]
    NoSuchSelfCheck(SelfCheckId),
    /// No answer has this id.
    #[error("no answer {0}")]
    NoSuchAnswer(AnswerId),
    /// The answer was finished before; nothing was changed.
    #[error("answer {0} is finished")]
    AnswerFinished(AnswerId),
    /// Only an answer that was cut can be continued; nothing was changed.
    #[error("answer {0} was not cut")]
    AnswerNotCut(AnswerId),
    /// Another model wrote the answer, and one answer has one author; nothing was changed.
    #[error("answer {0} was written by another model")]
    AnotherModel(AnswerId),
    /// Turns from elsewhere do not belong together; nothing was changed.
    #[error("not a conversation: {0}")]
    NotATree(TreeFault),
    /// A turn from elsewhere has the id of one that belongs to another conversation; nothing was changed.
    #[error("turn {0} belongs to another conversation")]
    ForeignTurn(TurnId),
    /// `Writing` is no way to finish an answer.
    #[error("answer {0} cannot be finished as still being written")]
    NotAnEnding(AnswerId),
}

impl HistoryError {
    /// A file or folder could not be read.
    pub(crate) fn reading(operation: Operation, path: &Path, source: io::Error) -> Self {
        Self::Io {
            operation,
            path: path.to_owned(),
            source: source.into(),
        }
    }

    /// A file or folder could not be written.
    pub(crate) fn writing(operation: Operation, path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly {
                operation,
                path,
                source: source.into(),
            },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull {
                operation,
                path,
                source: source.into(),
            },
            _ => Self::Io {
                operation,
                path,
                source: source.into(),
            },
        }
    }
}

/// What the inside of a read or write may say: SQLite's own error, or a refusal of ours.
///
/// Only `database` turns it into a [`HistoryError`], since telling a full disk from damage needs a
/// second look at the files.
#[derive(Debug)]
pub(crate) enum Failure {
    Sqlite(rusqlite::Error),
    Refused(HistoryError),
    /// A page failed its check while it was read.
    UnsoundPage,
}

impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<HistoryError> for Failure {
    fn from(error: HistoryError) -> Self {
        Self::Refused(error)
    }
}
