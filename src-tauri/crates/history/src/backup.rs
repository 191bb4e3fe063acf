//! Backups: copies of the store, each with its own key file, found whole before older ones go.
//!
//! A backup is a folder that is itself a store: `sanad.db`, `key.json`, and `about.json` with counts and
//! times. It opens with the passphrase of the day it was made.
//! While it is copied the store goes on: what is written waits in the log, and the file stands still.

mod job;
mod rotation;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sanad_domain::Timestamp;
use serde::{Deserialize, Serialize};

use crate::audit::AuditKind;
use crate::error::Failure;
use crate::{HistoryError, Operation, Store, StoreFolder};

pub use job::BackupJob;
pub(crate) use job::write_through;

/// What is known of a backup without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    /// Its folder.
    pub path: PathBuf,
    /// Counts up from 1: the order in which backups were made, whatever the clock said.
    pub number: u32,
    /// When it was made.
    pub made_at: Timestamp,
    /// How many conversations it holds.
    pub conversations: u32,
    /// How many turns it holds.
    pub turns: u32,
    /// When the last of them was asked; `None` without turns. What came later is missing from it.
    pub newest_turn_at: Option<Timestamp>,
    /// Bytes of its database.
    pub bytes: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct About {
    number: u32,
    made_at: i64,
    conversations: u32,
    turns: u32,
    newest_turn_at: Option<i64>,
}

const NAME: &str = "sanad-backup-";

impl Store {
    /// Gets a backup under way into a folder that is there, the store's own `backups` for instance.
    ///
    /// [`BackupJob::run`] does the work, on a thread of its own if need be, while this store goes on being
    /// used. Closing or locking the store breaks it off.
    ///
    /// # Errors
    /// [`HistoryError::BackupFolderMissing`], which asks for a reminder and nothing more;
    /// [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`], [`HistoryError::Damaged`],
    /// [`HistoryError::Io`].
    pub fn begin_backup(&mut self, into: &Path, now: Timestamp) -> Result<BackupJob, HistoryError> {
        let earlier = backups(into)?;
        let number = earlier.iter().map(|one| one.number).max().unwrap_or(0);
        let about = self.read(|connection| about(connection, number.saturating_add(1), now))?;
        job::begin(self, into, about)
    }

    /// Writes into the audit chain that a backup was made.
    ///
    /// # Errors
    /// Those of every write.
    pub fn record_backup(
        &mut self,
        backup: &BackupInfo,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.record(AuditKind::Backup, &format!("backup-{}", backup.number), now)
    }
}

/// The backups in a folder, newest first. What is not one of ours or lacks its description is passed over.
///
/// # Errors
/// [`HistoryError::BackupFolderMissing`], [`HistoryError::Io`].
pub fn backups(folder: &Path) -> Result<Vec<BackupInfo>, HistoryError> {
    let failed = |error| HistoryError::reading(Operation::ReadBackup, folder, error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            return Err(HistoryError::BackupFolderMissing {
                path: folder.to_owned(),
            });
        }
        Err(error) => return Err(failed(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let ours = entry.file_name().to_string_lossy().starts_with(NAME);
        found.extend(ours.then(|| info(&entry.path())).flatten());
    }
    found.sort_by_key(|backup| std::cmp::Reverse(backup.number));
    Ok(found)
}

/// Describes the backup in a folder, if there is one.
pub(crate) fn info(path: &Path) -> Option<BackupInfo> {
    let about = fs::read(path.join(ABOUT)).ok()?;
    let about: About = serde_json::from_slice(&about).ok()?;
    let database = StoreFolder::at(path).database().metadata().ok()?;
    Some(BackupInfo {
        path: path.to_owned(),
        number: about.number,
        made_at: Timestamp(about.made_at),
        conversations: about.conversations,
        turns: about.turns,
        newest_turn_at: about.newest_turn_at.map(Timestamp),
        bytes: database.len(),
    })
}

const ABOUT: &str = "about.json";

fn about(connection: &Connection, number: u32, now: Timestamp) -> Result<About, Failure> {
    Ok(connection
        .prepare_cached(
            "SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM turn),
                 (SELECT asked_at FROM turn ORDER BY row_number DESC LIMIT 1)",
        )?
        .query_row([], |row| {
            Ok(About {
                number,
                made_at: now.0,
                conversations: row.get(0)?,
                turns: row.get(1)?,
                newest_turn_at: row.get(2)?,
            })
        })?)
}
