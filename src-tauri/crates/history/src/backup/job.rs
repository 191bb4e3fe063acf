//! The work of one backup: copy, check, give it its name, let old ones go.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::database::Database;
use crate::derivation::Key;
use crate::folder::private;
use crate::stamp::stamp;
use crate::standing_still::StandingStill;
use crate::{HistoryError, Operation, Store, StoreFolder};

use super::{ABOUT, About, BackupInfo, NAME, backups, info, rotation};

/// Large enough for the disk, small enough to be broken off soon.
const PIECE_BYTES: usize = 1024 * 1024;

const UNFINISHED: &str = "sanad-backup.unfinished";

/// A backup that is under way; dropped without [`Self::run`], it leaves nothing behind.
///
/// The store writes into its log only until this is dropped.
pub struct BackupJob {
    source: Arc<File>,
    length: u64,
    /// Held by the store as well: tells both whether the file still stands still.
    standing_still: Arc<StandingStill>,
    into: PathBuf,
    about: About,
    key_file: Vec<u8>,
    key: Key,
}

pub(super) fn begin(
    store: &mut Store,
    into: &Path,
    about: About,
) -> Result<BackupJob, HistoryError> {
    let folder = store.folder().clone();
    let reading = |error| HistoryError::reading(Operation::WriteBackup, &folder.database(), error);
    let standing_still = store.database.stand_still()?;
    Ok(BackupJob {
        length: store.file.metadata().map_err(reading)?.len(),
        source: Arc::clone(&store.file),
        standing_still,
        into: into.to_owned(),
        about,
        key_file: fs::read(folder.key())
            .map_err(|error| HistoryError::reading(Operation::ReadKey, &folder.key(), error))?,
        key: store.key.clone(),
    })
}

impl BackupJob {
    /// Makes the backup, checks every page of it, and then removes those that rotation lets go: all but
    /// the newest 7 and the newest of each month.
    ///
    /// # Errors
    /// [`HistoryError::BackupBrokenOff`] if the store was closed meanwhile,
    /// [`HistoryError::BackupFolderMissing`] if the folder went away, [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`] if the copy is not whole,
    /// [`HistoryError::Io`]. After each of them the backups are those that there were.
    pub fn run(self) -> Result<BackupInfo, HistoryError> {
        let unfinished = self.into.join(UNFINISHED);
        let made = self.make(&unfinished);
        if made.is_err() {
            // What cannot be removed now is removed by the next backup.
            let _ = fs::remove_dir_all(&unfinished);
        }
        let made = made.map_err(|error| self.folder_gone().unwrap_or(error))?;
        // The new backup is whole: a failure to tidy up is none of the backup's.
        rotation::remove_old(&backups(&self.into)?);
        Ok(made)
    }

    fn make(&self, unfinished: &Path) -> Result<BackupInfo, HistoryError> {
        let failed = |error| HistoryError::writing(Operation::WriteBackup, unfinished, error);
        match fs::remove_dir_all(unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            _ => fs::create_dir(unfinished).map_err(failed)?,
        }
        let copy = StoreFolder::at(unfinished);
        self.copy_database(&copy.database()).map_err(failed)?;
        if self.standing_still.was_broken() {
            return Err(HistoryError::BackupBrokenOff {
                path: self.into.clone(),
            });
        }
        let about = serde_json::to_vec_pretty(&self.about).expect("numbers");
        for (path, contents) in [
            (copy.key(), &self.key_file),
            (unfinished.join(ABOUT), &about),
        ] {
            write_through(&path, contents).map_err(failed)?;
        }
        let database = Database::open(&copy, &copy.database(), &self.key)?;
        database.verify()?;
        database.close()?;
        copy.sync().map_err(failed)?;

        let stamp = stamp(sanad_domain::Timestamp(self.about.made_at));
        let name = self
            .into
            .join(format!("{NAME}{:06}-{stamp}", self.about.number));
        fs::rename(unfinished, &name)
            .and_then(|()| StoreFolder::at(&self.into).sync())
            .map_err(failed)?;
        info(&name).ok_or(HistoryError::NoBackup { path: name })
    }

    fn copy_database(&self, to: &Path) -> io::Result<()> {
        let mut target = private().write(true).create_new(true).open(to)?;
        let mut piece = vec![0; PIECE_BYTES];
        let mut at = 0;
        while at < self.length && !self.standing_still.was_broken() {
            let rest = usize::try_from(self.length - at).unwrap_or(usize::MAX);
            let count = rest.min(PIECE_BYTES);
            read_exact_at(&self.source, &mut piece[..count], at)?;
            target.write_all(&piece[..count])?;
            at += count as u64;
        }
        target.sync_all()
    }

    /// Says that the folder is gone, if that is what happened: a stick was pulled out.
    fn folder_gone(&self) -> Option<HistoryError> {
        (!self.into.is_dir()).then(|| HistoryError::BackupFolderMissing {
            path: self.into.clone(),
        })
    }
}

impl Drop for BackupJob {
    fn drop(&mut self) {
        self.standing_still.end();
    }
}

impl std::fmt::Debug for BackupJob {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("BackupJob")
            .field("into", &self.into)
            .finish_non_exhaustive()
    }
}

pub(crate) fn write_through(path: &Path, contents: &[u8]) -> io::Result<()> {
    let mut file = private().write(true).create_new(true).open(path)?;
    file.write_all(contents)?;
    file.sync_all()
}

#[cfg(unix)]
fn read_exact_at(file: &File, piece: &mut [u8], at: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, piece, at)
}

#[cfg(windows)]
fn read_exact_at(file: &File, piece: &mut [u8], at: u64) -> io::Result<()> {
    let mut done = 0;
    while done < piece.len() {
        let read =
            std::os::windows::fs::FileExt::seek_read(file, &mut piece[done..], at + done as u64)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        done += read;
    }
    Ok(())
}
