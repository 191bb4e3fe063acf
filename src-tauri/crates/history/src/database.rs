//! One connection to `sanad.db`: how it is set up, and what its errors mean.
//!
//! SQLCipher answers a page that fails its check with zeros, and a row that ends on such a page can
//! come back with zeros in it; so every read asks afterwards whether all pages were sound
//! (`PRAGMA cipher_status`) before it hands anything out, and every write asks before it commits.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::derivation::Key;
use crate::error::Failure;
use crate::key_file::hex;
use crate::standing_still::{Promise, StandingStill};
use crate::{HistoryError, Operation, StoreFolder};

/// SQLCipher's page, and the least that a database of ours can measure, in bytes.
const PAGE_BYTES: u64 = 4096;

/// The encrypted database of one folder.
pub(crate) struct Database {
    // The first field, so that a copy is broken off before the connection writes when it is dropped.
    promise: Promise,
    connection: Connection,
    folder: StoreFolder,
}

impl Database {
    /// Opens the database at `path`, which must exist, and reads its first page.
    pub(crate) fn open(folder: &StoreFolder, path: &Path, key: &Key) -> Result<Self, HistoryError> {
        let file = path
            .metadata()
            .map_err(|error| HistoryError::reading(Operation::OpenStore, path, error))?;
        // SQLite takes an empty file for a new database, and we would lose what was in it.
        if file.is_file() && file.len() < PAGE_BYTES {
            return Err(HistoryError::Damaged {
                path: path.to_owned(),
            });
        }
        let database = Self::connect(folder, path, key)?;
        database.read(Operation::OpenStore, |connection| {
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(())
        })?;
        // Where it may not write, SQLite opens the file for reading and says nothing.
        if database.connection.is_readonly(MAIN_DB).unwrap_or(false) {
            let source = io::Error::from(io::ErrorKind::PermissionDenied);
            return Err(HistoryError::writing(Operation::OpenStore, path, source));
        }
        database.read(Operation::OpenStore, |connection| {
            let keep_a_log = || connection.pragma_update(None, "journal_mode", "WAL");
            // SQLite calls the file busy when a write of its own fails here; asked again it says why, or is done.
            let outcome = match keep_a_log() {
                Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                    keep_a_log()
                }
                outcome => outcome,
            };
            Ok(outcome?)
        })?;
        Ok(database)
    }

    /// Makes a new database in an empty file at `path`, which only its owner can read.
    pub(crate) fn create(
        folder: &StoreFolder,
        path: &Path,
        key: &Key,
    ) -> Result<Self, HistoryError> {
        crate::folder::private()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|error| HistoryError::writing(Operation::OpenStore, path, error))?;
        Self::connect(folder, path, key)
    }

    fn connect(folder: &StoreFolder, path: &Path, key: &Key) -> Result<Self, HistoryError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| {
            explain_without_connection(error, Operation::OpenStore, folder, path)
        })?;
        let database = Self {
            promise: Promise::default(),
            connection,
            folder: folder.clone(),
        };
        database
            .set_up(key)
            .map_err(|error| database.explain(Operation::OpenStore, error))?;
        Ok(database)
    }

    /// What must be said before the first page is read.
    fn set_up(&self, key: &Key) -> rusqlite::Result<()> {
        // SQLCipher prints warnings to stderr unless told not to, and the setting is the process's own.
        self.connection
            .pragma_update(None, "cipher_log_level", "NONE")?;
        // What SQLite frees is wiped, the text of the statement below included.
        // Measured: 0.25 ms of CPU for each write, and 15 % for reading 20 turns.
        self.connection
            .pragma_update(None, "cipher_memory_security", "ON")?;
        let mut pragma = Zeroizing::new(String::with_capacity(96));
        pragma.push_str("PRAGMA key = \"x'");
        pragma.push_str(&Zeroizing::new(hex(key.as_ref())));
        pragma.push_str("'\"");
        self.connection.execute_batch(&pragma)?;
        // The file does not say how it was encrypted: without this, another major version of
        // SQLCipher would take its own defaults and call every store damaged.
        self.connection
            .pragma_update(None, "cipher_compatibility", 4)?;
        self.connection.busy_timeout(Duration::from_secs(2))?;
        self.connection.set_prepared_statement_cache_capacity(64);
        // One process owns the store: even where the lock file was deleted by hand, a second one is
        // refused. Said before the first read, it also keeps the index of the write-ahead log out of
        // shared memory, which is a file of its own.
        self.connection
            .pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        // 16 MiB of pages rather than 2: each page that is read again is decrypted again.
        self.connection.execute_batch(
            "PRAGMA temp_store = MEMORY;
             PRAGMA cache_size = -16384;
             PRAGMA secure_delete = ON;
             PRAGMA foreign_keys = ON;
             PRAGMA synchronous = FULL;
             PRAGMA fullfsync = ON;
             PRAGMA checkpoint_fullfsync = ON;
             PRAGMA trusted_schema = OFF;",
        )
    }

    /// Runs a read; nothing that came from an unsound page is handed out.
    pub(crate) fn read<T>(
        &self,
        operation: Operation,
        work: impl FnOnce(&Connection) -> Result<T, Failure>,
    ) -> Result<T, HistoryError> {
        let outcome = work(&self.connection);
        self.checked(operation, outcome)
    }

    /// Runs a write in one transaction, which is on the disk when this returns.
    pub(crate) fn write<T>(
        &mut self,
        operation: Operation,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Failure>,
    ) -> Result<T, HistoryError> {
        let outcome = (|| {
            let transaction = self
                .connection
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            let value = work(&transaction)?;
            if !all_pages_are_sound(&transaction)? {
                return Err(Failure::UnsoundPage);
            }
            transaction.commit()?;
            Ok(value)
        })();
        let outcome = self.checked(operation, outcome);
        if self.promise.is_over() {
            // What was erased while the file stood still must go from the log as well.
            self.let_log_be_emptied(true)?;
            self.checkpoint(operation)?;
        }
        outcome
    }

    /// Empties the log, and then writes nothing but the log until the other side has ended or the word is
    /// broken: by closing, by dropping, by a check of the whole file.
    pub(crate) fn stand_still(&mut self) -> Result<Arc<StandingStill>, HistoryError> {
        self.promise.break_off();
        self.checkpoint(Operation::WriteBackup)?;
        self.let_log_be_emptied(false)?;
        Ok(self.promise.give())
    }

    fn let_log_be_emptied(&self, automatically: bool) -> Result<(), HistoryError> {
        let pages = if automatically { 1000 } else { 0 };
        self.read(Operation::WriteStore, |connection| {
            Ok(connection.pragma_update(None, "wal_autocheckpoint", pages)?)
        })
    }

    /// Encrypts every page anew, and closes. For a copy: a kill on the way leaves a file without use.
    pub(crate) fn change_key(self, new: &Key) -> Result<(), HistoryError> {
        let mut pragma = Zeroizing::new(String::with_capacity(96));
        pragma.push_str("PRAGMA rekey = \"x'");
        pragma.push_str(&Zeroizing::new(hex(new.as_ref())));
        pragma.push_str("'\"");
        let path = self.folder.database_with_new_key();
        let folder = self.folder.clone();
        self.read(Operation::ChangeKey, |connection| {
            // Whatever stopped it, SQLCipher says that the key is wrong, and SQLite, leaving the log, that the
            // file is in use. Neither is so, since nobody else knows of this copy: ask the disk.
            connection
                .pragma_update(None, "journal_mode", "DELETE")
                .and_then(|()| connection.execute_batch(&pragma))
                .map_err(|error| match folder.refusal_to_write() {
                    Some(refusal) => HistoryError::writing(Operation::ChangeKey, &path, refusal),
                    None => HistoryError::Io {
                        operation: Operation::ChangeKey,
                        path: path.clone(),
                        source: error.into(),
                    },
                })?;
            Ok(())
        })?;
        self.connection.close().map_err(|(_, error)| {
            explain_without_connection(error, Operation::ChangeKey, &folder, &path)
        })
    }

    /// Moves all that is in the write-ahead log into the database and empties the log; later, if a copy of
    /// the file is being made.
    pub(crate) fn checkpoint(&self, operation: Operation) -> Result<(), HistoryError> {
        if self.promise.binds() {
            return Ok(());
        }
        self.read(operation, |connection| {
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(())
        })
    }

    /// Reads every page and every row's structure.
    ///
    /// The check of pages reads the file and not the log, so the log is emptied first.
    pub(crate) fn verify(&self) -> Result<(), HistoryError> {
        self.promise.break_off();
        self.checkpoint(Operation::ReadStore)?;
        if self.has_unsound_pages() {
            return Err(self.damaged());
        }
        let sound = self.read(Operation::ReadStore, |connection| {
            Ok(connection.pragma_query_value(None, "quick_check", |row| {
                Ok(row.get_ref(0)?.as_str()? == "ok")
            })?)
        })?;
        if sound { Ok(()) } else { Err(self.damaged()) }
    }

    /// Empties the log and closes; what could not be moved stays in the log, and is not lost.
    pub(crate) fn close(self) -> Result<(), HistoryError> {
        self.promise.break_off();
        let outcome = self.checkpoint(Operation::CloseStore);
        let path = self.folder.database();
        let closed = self.connection.close().map_err(|(_, error)| {
            explain_without_connection(error, Operation::CloseStore, &self.folder, &path)
        });
        outcome.and(closed)
    }

    fn checked<T>(
        &self,
        operation: Operation,
        outcome: Result<T, Failure>,
    ) -> Result<T, HistoryError> {
        match outcome {
            Ok(value) => match all_pages_are_sound(&self.connection) {
                Ok(true) => Ok(value),
                Ok(false) => Err(self.explain_unsound_page(operation)),
                Err(error) => Err(self.explain(operation, error)),
            },
            Err(Failure::Refused(error)) => Err(error),
            Err(Failure::UnsoundPage) => Err(self.explain_unsound_page(operation)),
            Err(Failure::Sqlite(error)) => Err(self.explain(operation, error)),
        }
    }

    /// The one place where an error of SQLite becomes one of ours.
    fn explain(&self, operation: Operation, error: rusqlite::Error) -> HistoryError {
        // After an unsound page SQLCipher answers writes with "read-only" and reads with "malformed".
        if !all_pages_are_sound(&self.connection).unwrap_or(true) {
            return self.explain_unsound_page(operation);
        }
        explain_without_connection(error, operation, &self.folder, &self.folder.database())
    }

    /// A page failed its check: damage if it fails again, and a passing fault if not.
    fn explain_unsound_page(&self, operation: Operation) -> HistoryError {
        if self.has_unsound_pages() {
            return self.damaged();
        }
        let source = io::Error::other("a page failed its check, and passed when read again");
        HistoryError::reading(operation, &self.folder.database(), source)
    }

    fn damaged(&self) -> HistoryError {
        HistoryError::Damaged {
            path: self.folder.database(),
        }
    }

    /// Reads every page from the file anew.
    ///
    /// SQLCipher says of each bad page that its verification failed, that it has an invalid size, or
    /// that it could not be read; the last is no damage.
    fn has_unsound_pages(&self) -> bool {
        let mut unsound = false;
        let outcome = self
            .connection
            .pragma_query(None, "cipher_integrity_check", |row| {
                let verdict = row.get_ref(0)?.as_str()?;
                unsound |= verdict.contains("verification") || verdict.contains("invalid size");
                Ok(())
            });
        outcome.is_ok() && unsound
    }
}

/// Whether every page that this connection has read so far passed its check.
fn all_pages_are_sound(connection: &Connection) -> rusqlite::Result<bool> {
    connection.pragma_query_value(None, "cipher_status", |row| {
        Ok(row.get_ref(0)?.as_str()? == "1")
    })
}

fn explain_without_connection(
    error: rusqlite::Error,
    operation: Operation,
    folder: &StoreFolder,
    path: &Path,
) -> HistoryError {
    let path = path.to_owned();
    let Some(code) = error.sqlite_error_code() else {
        return HistoryError::Unexpected {
            operation,
            path,
            source: error.into(),
        };
    };
    match code {
        ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => HistoryError::Damaged { path },
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => HistoryError::InUse { path },
        ErrorCode::DiskFull => HistoryError::DiskFull {
            operation,
            path,
            source: error.into(),
        },
        ErrorCode::ReadOnly => HistoryError::ReadOnly {
            operation,
            path,
            source: error.into(),
        },
        ErrorCode::OutOfMemory => HistoryError::OutOfMemory { operation },
        ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
            match folder.refusal_to_write() {
                Some(refusal) => HistoryError::writing(operation, &path, refusal),
                None => HistoryError::Io {
                    operation,
                    path,
                    source: error.into(),
                },
            }
        }
        _ => HistoryError::Unexpected {
            operation,
            path,
            source: error.into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use crate::error::HistoryError;
    use crate::{KeyDerivation, Passphrase, Store, StoreFolder};

    #[test]
    fn a_database_that_may_not_grow_is_a_full_disk_and_loses_nothing() {
        let (_owner, mut store) = new_store();
        let now = sanad_domain::Timestamp(0);
        let question = "سؤال ".repeat(2000);
        limit_pages(&store, 40);
        let mut kept = 0;
        let refused = loop {
            match store.begin_turn(None, &question, now) {
                Ok(_) => kept += 1,
                Err(error) => break error,
            }
        };
        assert!(
            matches!(refused, HistoryError::DiskFull { .. }),
            "{refused:?}"
        );
        assert_eq!(store.conversations().expect("readable").len(), kept);
        limit_pages(&store, 4000);
        store
            .begin_turn(None, &question, now)
            .expect("it may grow again");
        assert_eq!(store.conversations().expect("readable").len(), kept + 1);
        store.verify().expect("whole");
    }

    #[test]
    fn the_database_is_set_up_to_keep_and_to_forget() {
        let (_owner, store) = new_store();
        for (pragma, expected) in [
            ("synchronous", "2"),
            ("journal_mode", "wal"),
            ("secure_delete", "1"),
            ("foreign_keys", "1"),
            ("temp_store", "2"),
            ("locking_mode", "exclusive"),
            ("trusted_schema", "0"),
            ("auto_vacuum", "0"),
            ("cipher_memory_security", "1"),
        ] {
            let value = store
                .read(|connection| {
                    Ok(connection.pragma_query_value(None, pragma, |row| {
                        Ok(match row.get_ref(0)? {
                            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                            text => text.as_str()?.to_owned(),
                        })
                    })?)
                })
                .expect("readable");
            assert_eq!(value, expected, "{pragma}");
        }
    }

    fn new_store() -> (TempDir, Store) {
        let owner = TempDir::new().expect("the system's temporary folder is writable");
        let passphrase = Passphrase::new("x".to_owned()).expect("not empty");
        let folder = StoreFolder::at(owner.path());
        let store = Store::create(&folder, &passphrase, KeyDerivation::WEAK_FOR_TESTS);
        (owner, store.expect("room"))
    }

    fn limit_pages(store: &Store, pages: u32) {
        store
            .read(|connection| {
                let sql = format!("PRAGMA max_page_count = {pages}");
                Ok(connection.query_row(&sql, [], |_| Ok(()))?)
            })
            .expect("it is a number");
    }
}
