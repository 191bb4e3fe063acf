//! Putting a backup in the place of the store, and a damaged store aside. Nothing is deleted by either.
//!
//! A restore is decided by one rename: before it nothing has happened, after it [`finish`] brings it to its
//! end whenever the store is opened next, however often it is killed on the way.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sanad_domain::Timestamp;

use crate::audit::AuditKind;
use crate::backup::{self, BackupInfo};
use crate::database::Database;
use crate::folder::private;
use crate::key_slot::Opener;
use crate::keys::unwrapped;
use crate::saved_states::forget_all;
use crate::stamp::stamp;
use crate::{HistoryError, Operation, Passphrase, Store, StoreFolder, StoreLock, attempts};

/// What restoring the newest backup would mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoreOffer {
    /// The newest backup.
    pub backup: BackupInfo,
    /// When the store was last written: what lies between is missing from the backup. `None` if the store
    /// has no file.
    pub last_written: Option<Timestamp>,
}

impl Store {
    /// Puts a backup in the place of the store, opens it, and says where the files of before were put.
    ///
    /// `backup` is the backup's own folder, or one that holds backups: then the newest of them is taken.
    ///
    /// The backup is copied and checked first. It opens with the passphrase of the day it was made, and
    /// so does the store from now on.
    ///
    /// # Errors
    /// [`HistoryError::NoBackup`], [`HistoryError::WrongPassphrase`] and after several of them
    /// [`HistoryError::TooManyAttempts`], [`HistoryError::Damaged`] for the
    /// backup, [`HistoryError::NewerVersion`], [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Io`]: then the store is as it was, or, if the last steps failed, the restore is
    /// brought to its end when the store is opened next.
    pub fn restore(
        lock: &StoreLock,
        backup: &Path,
        passphrase: &Passphrase,
        now: Timestamp,
    ) -> Result<(Self, PathBuf), HistoryError> {
        let folder = lock.folder();
        finish(folder)?;
        let described = Self::backup_in(backup)?;
        let from = StoreFolder::at(&described.path);
        // Guessing is no quicker here than at the locked store.
        folder.make()?;
        let unwrap = || unwrapped(&from, Opener::Passphrase(passphrase));
        let ((_, key), _) = attempts::counted(folder, now, unwrap)?;

        let unfinished = folder.root().join("restore.unfinished");
        let failed = |error| HistoryError::writing(Operation::Restore, &unfinished, error);
        remove_folder(&unfinished).map_err(failed)?;
        fs::create_dir(&unfinished).map_err(failed)?;
        let copy = StoreFolder::at(&unfinished);
        for (from, to) in [(from.database(), copy.database()), (from.key(), copy.key())] {
            copy_through(&from, &to).map_err(failed)?;
        }
        let database = Database::open(&copy, &copy.database(), &key.key)?;
        database.verify()?;
        database.close()?;
        let aside = free_name(folder, "aside", now);
        backup::write_through(&unfinished.join(ASIDE), name_of(&aside).as_bytes())
            .map_err(failed)?;
        copy.sync().map_err(failed)?;

        // They are of conversations that the backup may not have, and go while the restore can still fail.
        forget_all(folder)?;
        fs::rename(&unfinished, folder.restoring())
            .and_then(|()| folder.sync())
            .map_err(failed)?;
        finish(folder)?;
        let mut store = Self::open_under(lock, passphrase)?;
        let subject = format!("backup-{}", described.number);
        store.record(AuditKind::Restore, &subject, now)?;
        Ok((store, aside))
    }

    /// The backup in a folder, or the newest of those that it holds.
    ///
    /// # Errors
    /// [`HistoryError::NoBackup`], [`HistoryError::Io`].
    pub fn backup_in(folder: &Path) -> Result<BackupInfo, HistoryError> {
        let none = || HistoryError::NoBackup {
            path: folder.to_owned(),
        };
        if let Some(backup) = backup::info(folder) {
            return Ok(backup);
        }
        match backup::backups(folder) {
            Ok(newest_first) => newest_first.into_iter().next().ok_or_else(none),
            Err(HistoryError::BackupFolderMissing { .. }) => Err(none()),
            Err(error) => Err(error),
        }
    }

    /// Puts the files of a store that cannot be opened into a folder beside, and says which: there is no
    /// store then, and a new one can be made or a backup restored.
    ///
    /// # Errors
    /// [`HistoryError::NoStore`], [`HistoryError::ReadOnly`], [`HistoryError::DiskFull`],
    /// [`HistoryError::Io`]; it can be called again.
    pub fn put_aside(lock: &StoreLock, now: Timestamp) -> Result<PathBuf, HistoryError> {
        let folder = lock.folder();
        finish(folder)?;
        if !Self::exists(folder)? {
            return Err(HistoryError::NoStore {
                folder: folder.root().to_owned(),
            });
        }
        let aside = free_name(folder, "aside", now);
        let put = || {
            fs::create_dir(&aside)?;
            for file in [log_of(folder), folder.database(), folder.key()] {
                move_into(&file, &aside)?;
            }
            StoreFolder::at(&aside).sync()?;
            folder.sync()
        };
        // First, since this can be called again only while there is a store.
        forget_all(folder)?;
        put().map_err(|error| HistoryError::writing(Operation::Restore, &aside, error))?;
        Ok(aside)
    }

    /// The newest backup in a folder, and until when the store beside it was written.
    ///
    /// # Errors
    /// [`HistoryError::NoBackup`], [`HistoryError::BackupFolderMissing`], [`HistoryError::Io`].
    pub fn restore_offer(
        folder: &StoreFolder,
        backups_in: &Path,
    ) -> Result<RestoreOffer, HistoryError> {
        let newest = backup::backups(backups_in)?.into_iter().next();
        Ok(RestoreOffer {
            backup: newest.ok_or_else(|| HistoryError::NoBackup {
                path: backups_in.to_owned(),
            })?,
            last_written: last_written(folder),
        })
    }
}

/// When the store's database or its log was last written; `None` where the system does not say.
pub(crate) fn last_written(folder: &StoreFolder) -> Option<Timestamp> {
    let written = |path: PathBuf| -> Option<Timestamp> {
        let modified = path.metadata().ok()?.modified().ok()?;
        let since = modified.duration_since(std::time::UNIX_EPOCH).ok()?;
        Some(Timestamp(i64::try_from(since.as_millis()).ok()?))
    };
    written(folder.database()).max(written(log_of(folder)))
}

/// The name of the folder for the old files, in a file of the restore.
const ASIDE: &str = "aside";

/// Brings a restore to its end that was decided and broken off; does nothing if there is none.
pub(crate) fn finish(folder: &StoreFolder) -> Result<(), HistoryError> {
    let restoring = folder.restoring();
    if !restoring.is_dir() {
        return Ok(());
    }
    finish_in(folder, &restoring)
        .map_err(|error| HistoryError::writing(Operation::Restore, &restoring, error))
}

fn finish_in(folder: &StoreFolder, restoring: &Path) -> io::Result<()> {
    let ready = StoreFolder::at(restoring);
    // Its name is there as long as a file is to be moved.
    if let Ok(name) = fs::read_to_string(restoring.join(ASIDE)) {
        let aside = folder.root().join(name);
        fs::create_dir_all(&aside)?;
        if ready.database().exists() {
            // The old log must be gone before the new database has its name, or it would be played into it.
            for old in [log_of(folder), folder.database()] {
                move_into(&old, &aside)?;
            }
            folder.sync()?;
            fs::rename(ready.database(), folder.database())?;
        }
        if ready.key().exists() {
            move_into(&folder.key(), &aside)?;
            fs::rename(ready.key(), folder.key())?;
        }
        StoreFolder::at(&aside).sync()?;
        folder.sync()?;
    }
    remove_folder(restoring)?;
    folder.sync()
}

fn move_into(file: &Path, folder: &Path) -> io::Result<()> {
    let name = file.file_name().expect("files of ours have names");
    match fs::rename(file, folder.join(name)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn copy_through(from: &Path, to: &Path) -> io::Result<()> {
    let mut target = private().write(true).create_new(true).open(to)?;
    io::copy(&mut File::open(from)?, &mut target)?;
    target.sync_all()
}

/// A name that nothing has, with the time in it.
fn free_name(folder: &StoreFolder, kind: &str, now: Timestamp) -> PathBuf {
    let name = format!("{kind}-{}", stamp(now));
    let names = std::iter::once(name.clone()).chain((2..).map(|n| format!("{name}-{n}")));
    names
        .map(|name| folder.root().join(name))
        .find(|path| !path.exists())
        .expect("there are more numbers than folders")
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().expect("it was joined");
    name.to_string_lossy().into_owned()
}

fn log_of(folder: &StoreFolder) -> PathBuf {
    folder.root().join("sanad.db-wal")
}
