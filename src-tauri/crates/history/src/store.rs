//! Making, opening and closing a store.

use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::database::Database;
use crate::derivation::Key;
use crate::error::Failure;
use crate::folder::remove_if_present;
use crate::key_file::{KeyFile, NumberedKey};
use crate::key_slot::Opener;
use crate::keys::key_file_of;
use crate::migrations::{self, MIGRATIONS};
use crate::{HistoryError, KeyDerivation, Operation, Passphrase, StoreFolder, StoreLock, restore};

/// An open store, and the only one for its folder until it is closed or dropped.
///
/// It is synchronous and belongs to one thread at a time. Each method that takes `&mut self` returns
/// only when what it wrote is on the disk.
pub struct Store {
    pub(crate) database: Database,
    /// The database's file, for backups. Opened before SQLite opens it and closed after: closing any
    /// handle of a file gives up all the locks that a process has on it (POSIX), SQLite's included.
    pub(crate) file: Arc<File>,
    pub(crate) key: Key,
    // The last field, so that it is dropped after the database.
    lock: StoreLock,
}

impl Store {
    /// Whether there is a store in the folder, whole or not.
    ///
    /// A folder with a key and no database, or the reverse, has one: [`Self::open`] says what is
    /// missing, and [`Self::create`] refuses to touch it.
    ///
    /// # Errors
    /// [`HistoryError::Io`] where the folder cannot be looked into.
    pub fn exists(folder: &StoreFolder) -> Result<bool, HistoryError> {
        Ok(is_there(&folder.key())?
            || is_there(&folder.database())?
            || is_there(&folder.restoring())?)
    }

    /// Makes a store in a folder that has none, makes the folder if need be, and opens the store.
    ///
    /// Takes as long as the derivation is told to take.
    ///
    /// # Errors
    /// [`HistoryError::AlreadyExists`], [`HistoryError::InUse`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::DiskFull`], [`HistoryError::Io`], [`HistoryError::OutOfMemory`],
    /// [`HistoryError::NoRandomness`]. After each of them there is no store or a whole one, and
    /// [`Self::exists`] says which.
    pub fn create(
        folder: &StoreFolder,
        passphrase: &Passphrase,
        derivation: KeyDerivation,
    ) -> Result<Self, HistoryError> {
        Self::create_under(&StoreLock::take(folder)?, passphrase, derivation)
    }

    /// [`Self::create`], for whoever has the lock already and keeps it.
    ///
    /// # Errors
    /// Those of [`Self::create`].
    pub fn create_under(
        lock: &StoreLock,
        passphrase: &Passphrase,
        derivation: KeyDerivation,
    ) -> Result<Self, HistoryError> {
        let folder = lock.folder();
        restore::finish(folder)?;
        if Self::exists(folder)? {
            return Err(HistoryError::AlreadyExists {
                folder: folder.root().to_owned(),
            });
        }
        let (key_file, key) = KeyFile::generate(passphrase, derivation)?;

        // The database is whole before its key has a name, and gets its own name last:
        // whenever we are killed, there is either no store or one that `open` can finish.
        let unfinished = folder.unfinished_database();
        let database_written =
            |error| HistoryError::writing(Operation::OpenStore, &unfinished, error);
        for leftover in [unfinished.clone(), unfinished.with_extension("new-journal")] {
            remove_if_present(&leftover).map_err(database_written)?;
        }
        let mut database = Database::create(folder, &unfinished, &key)?;
        migrations::upgrade(&mut database, folder, MIGRATIONS)?;
        database.close()?;
        folder.sync().map_err(database_written)?;
        key_file.write(folder)?;
        finish_creation(folder)?;

        Self::open_with_key(lock, key, MIGRATIONS)
    }

    /// Opens the store that [`Self::create`] made, upgrading it if an older version of the app did.
    ///
    /// Before an upgrade a backup is made in the folder [`StoreFolder::backups`]; where that fails, nothing is
    /// upgraded.
    ///
    /// Answers that were being written when the app ended are marked
    /// [`CutReason::AppEnded`](sanad_domain::CutReason::AppEnded).
    ///
    /// # Errors
    /// [`HistoryError::NoStore`], [`HistoryError::InUse`], [`HistoryError::KeyMissing`],
    /// [`HistoryError::DatabaseMissing`], [`HistoryError::WrongPassphrase`],
    /// [`HistoryError::NewerVersion`], [`HistoryError::Damaged`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::DiskFull`], [`HistoryError::Io`], [`HistoryError::OutOfMemory`].
    /// None of them loses anything, and a wrong passphrase changes no byte.
    pub fn open(folder: &StoreFolder, passphrase: &Passphrase) -> Result<Self, HistoryError> {
        Self::open_with(folder, passphrase, MIGRATIONS)
    }

    /// [`Self::open`], for whoever has the lock already and keeps it.
    ///
    /// # Errors
    /// Those of [`Self::open`].
    pub fn open_under(lock: &StoreLock, passphrase: &Passphrase) -> Result<Self, HistoryError> {
        Self::open_guarded(lock, Opener::Passphrase(passphrase), MIGRATIONS)
    }

    /// [`Self::open`], for an app whose newest version is that of `migrations`.
    pub(crate) fn open_with(
        folder: &StoreFolder,
        passphrase: &Passphrase,
        migrations: &[&str],
    ) -> Result<Self, HistoryError> {
        // Looking into a folder must not leave a lock file in it.
        require_store(folder)?;
        let lock = StoreLock::take(folder)?;
        Self::open_guarded(&lock, Opener::Passphrase(passphrase), migrations)
    }

    pub(crate) fn open_guarded(
        lock: &StoreLock,
        opener: Opener<'_>,
        migrations: &[&str],
    ) -> Result<Self, HistoryError> {
        let folder = lock.folder();
        require_store(folder)?;
        restore::finish(folder)?;
        let key_file = key_file_of(folder)?;
        let keys = key_file.unwrap_all(opener, &folder.key())?;
        if !is_there(&folder.database())? {
            if !is_there(&folder.unfinished_database())? {
                return Err(HistoryError::DatabaseMissing {
                    path: folder.database(),
                });
            }
            finish_creation(folder)?;
        }
        let mut keys = keys.into_iter().peekable();
        while let Some(NumberedKey { number, key }) = keys.next() {
            match Self::open_with_key(lock, key, migrations) {
                // A change of keys was broken off before the database had the first of them.
                Err(HistoryError::Damaged { .. }) if keys.peek().is_some() => {}
                Ok(store) => {
                    if key_file.has_several_keys() {
                        key_file.with_key_only(number).write(folder)?;
                    }
                    let leftover = folder.database_with_new_key();
                    remove_if_present(&leftover).map_err(|error| {
                        HistoryError::writing(Operation::OpenStore, &leftover, error)
                    })?;
                    return Ok(store);
                }
                Err(error) => return Err(error),
            }
        }
        unreachable!("the last key returns")
    }

    /// From here on the passphrase is known to be right, so whatever fails is not its fault.
    pub(crate) fn open_with_key(
        lock: &StoreLock,
        key: Key,
        migrations: &[&str],
    ) -> Result<Self, HistoryError> {
        let folder = lock.folder();
        let path = folder.database();
        let file = File::open(&path)
            .map_err(|error| HistoryError::reading(Operation::OpenStore, &path, error))?;
        let mut store = Self {
            database: Database::open(folder, &path, &key)?,
            file: Arc::new(file),
            key,
            lock: lock.clone(),
        };
        store.upgrade_after_backup(migrations)?;
        store.prepare_search()?;
        store.mark_interrupted_answers()?;
        Ok(store)
    }

    /// The folder it lies in.
    #[must_use]
    pub fn folder(&self) -> &StoreFolder {
        self.lock.folder()
    }

    /// The right to use it, for whoever goes on holding that when the store is closed.
    #[must_use]
    pub fn lock(&self) -> &StoreLock {
        &self.lock
    }

    /// Reads the whole store and checks every page and every row's place.
    ///
    /// Takes some seconds for each gigabyte.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`] if anything is not as it was written; [`HistoryError::Io`] and the
    /// like if that could not be found out.
    pub fn verify(&self) -> Result<(), HistoryError> {
        self.database.verify()
    }

    /// Brings everything into `sanad.db`, empties its log, wipes the key and gives the lock back.
    ///
    /// Dropping the store does the same and tells nobody of a failure.
    ///
    /// # Errors
    /// [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`] or [`HistoryError::Io`]: the store is
    /// closed all the same, and what stayed in the log is found when it is opened again.
    pub fn close(self) -> Result<(), HistoryError> {
        self.database.close()
    }

    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&rusqlite::Connection) -> Result<T, Failure>,
    ) -> Result<T, HistoryError> {
        self.database.read(Operation::ReadStore, work)
    }

    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, HistoryError> {
        self.database.write(Operation::WriteStore, work)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Store")
            .field("folder", self.folder())
            .finish_non_exhaustive()
    }
}

fn require_store(folder: &StoreFolder) -> Result<(), HistoryError> {
    if Store::exists(folder)? {
        Ok(())
    } else {
        Err(HistoryError::NoStore {
            folder: folder.root().to_owned(),
        })
    }
}

/// Gives a new database its own name, which is what makes it a store.
fn finish_creation(folder: &StoreFolder) -> Result<(), HistoryError> {
    let database = folder.database();
    fs::rename(folder.unfinished_database(), &database)
        .and_then(|()| folder.sync())
        .map_err(|error| HistoryError::writing(Operation::OpenStore, &database, error))
}

fn is_there(path: &Path) -> Result<bool, HistoryError> {
    match path.try_exists() {
        // A folder on the way that is a file holds no store either.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        outcome => {
            outcome.map_err(|error| HistoryError::reading(Operation::OpenStore, path, error))
        }
    }
}
