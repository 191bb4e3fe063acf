//! The files of a store, who may have them open, and how a small file is replaced in one step.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{HistoryError, Operation};

/// Where the files of one store lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreFolder {
    root: PathBuf,
}

impl StoreFolder {
    /// The store in this folder; nothing is read or made yet.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        // SQLite reads a relative name that begins with `file:` as a URI; an absolute one never does.
        Self {
            root: std::path::absolute(root).unwrap_or_else(|_| root.to_owned()),
        }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The file whose OS lock says who owns the store; never deleted.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.root.join("store.lock")
    }

    /// The wrapped key.
    #[must_use]
    pub fn key(&self) -> PathBuf {
        self.root.join("key.json")
    }

    /// The encrypted database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.root.join("sanad.db")
    }

    /// Where backups lie unless the user chose another folder.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// What models had in memory of conversations, sealed; each file may go at any time.
    #[must_use]
    pub(crate) fn states(&self) -> PathBuf {
        self.root.join("states")
    }

    /// The times of attempts to unlock the store since it was last unlocked.
    pub(crate) fn attempts(&self) -> PathBuf {
        self.root.join("attempts.json")
    }

    /// A copy of the database under another key, until the key file knows that key.
    pub(crate) fn database_with_new_key(&self) -> PathBuf {
        self.root.join("sanad.db.rekey")
    }

    /// A backup that is to take the place of the store.
    pub(crate) fn restoring(&self) -> PathBuf {
        self.root.join("restore.ready")
    }

    /// The encrypted database until its key file is safe on the disk.
    pub(crate) fn unfinished_database(&self) -> PathBuf {
        self.root.join("sanad.db.new")
    }

    /// Makes the folder if it is missing, for its owner alone.
    ///
    /// A folder that was there keeps the permissions its owner gave it (it may be a home folder):
    /// every file of ours in it is private in itself.
    pub(crate) fn make(&self) -> Result<(), HistoryError> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&self.root)
            .map_err(|error| HistoryError::writing(Operation::CreateFolder, &self.root, error))
    }

    /// Makes what was created or renamed in the folder survive a power cut.
    pub(crate) fn sync(&self) -> io::Result<()> {
        // Windows opens no folder as a file; NTFS keeps its own journal of names.
        #[cfg(unix)]
        File::open(&self.root)?.sync_all()?;
        Ok(())
    }

    /// Puts `contents` at `path` in one step: a crash leaves the old file or the new one.
    pub(crate) fn replace(&self, path: &Path, contents: &[u8]) -> io::Result<()> {
        let unfinished = path.with_extension("tmp");
        remove_if_present(&unfinished)?;
        let mut file = private().write(true).create_new(true).open(&unfinished)?;
        file.write_all(contents)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&unfinished, path)?;
        self.sync()
    }

    /// Why nothing can be written here at present, if that is so.
    ///
    /// SQLite says "disk I/O error" for a full disk as for a broken one; this asks the system itself.
    pub(crate) fn refusal_to_write(&self) -> Option<io::Error> {
        let probe = self.root.join("sanad.probe");
        let outcome = (|| {
            let mut file = private()
                .write(true)
                .create(true)
                .truncate(true)
                .open(&probe)?;
            file.write_all(&[0; 64 * 1024])?;
            file.sync_all()
        })();
        let removed = remove_if_present(&probe);
        outcome.and(removed).err()
    }
}

/// The right to use a store, held until the last clone of it is gone or the process ends.
///
/// An app takes it when it starts and keeps a clone while it is locked, so that a second copy learns at
/// once, and not after somebody has typed a passphrase, that it came too late.
#[derive(Clone, Debug)]
pub struct StoreLock {
    folder: StoreFolder,
    _held: Arc<HeldFile>,
}

impl StoreLock {
    /// Takes the lock or says that somebody has it; never waits. Makes the folder if need be.
    ///
    /// # Errors
    /// [`HistoryError::InUse`], [`HistoryError::ReadOnly`], [`HistoryError::DiskFull`],
    /// [`HistoryError::Io`].
    pub fn take(folder: &StoreFolder) -> Result<Self, HistoryError> {
        folder.make()?;
        let path = folder.lock();
        let file = private()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| HistoryError::writing(Operation::LockStore, &path, error))?;
        match fs4::FileExt::try_lock(&file) {
            Ok(()) => Ok(Self {
                folder: folder.clone(),
                _held: Arc::new(HeldFile(file)),
            }),
            Err(fs4::TryLockError::WouldBlock) => Err(HistoryError::InUse { path }),
            Err(fs4::TryLockError::Error(error)) => {
                Err(HistoryError::writing(Operation::LockStore, &path, error))
            }
        }
    }

    /// The folder whose store it guards.
    #[must_use]
    pub fn folder(&self) -> &StoreFolder {
        &self.folder
    }
}

/// An open file with an OS lock on it.
#[derive(Debug)]
struct HeldFile(File);

impl Drop for HeldFile {
    fn drop(&mut self) {
        // Closing the file is not enough: a process that is just being started from another thread
        // holds a copy of it until its `exec`, and the lock with it.
        let _ = fs4::FileExt::unlock(&self.0);
    }
}

/// Options for a file that its owner alone can read.
pub(crate) fn private() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Removes a file and is content if there was none.
pub(crate) fn remove_if_present(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
