//! Backups: where they go, when one is due, and one at a time.

use std::fs::DirBuilder;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, TryLockError};
use std::time::{Duration, Instant};

use sanad_domain::Timestamp;
use sanad_history::{BackupInfo, HistoryError, RestoreOffer, Store, backups};

use crate::error::ShellError;
use crate::folders::Folders;
use crate::preferences::Preferences;
use crate::state::{AppState, locked, now};
use crate::wire::ErrorView;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The backup that is being made, and why the last one was not.
#[derive(Default)]
pub(crate) struct BackupRuns {
    running: Mutex<()>,
    failure: Mutex<Option<ErrorView>>,
}

impl BackupRuns {
    /// Whether one is being made.
    pub(crate) fn is_running(&self) -> bool {
        matches!(self.running.try_lock(), Err(TryLockError::WouldBlock))
    }

    /// Why the last one failed, if it did.
    pub(crate) fn failure(&self) -> Option<ErrorView> {
        locked(&self.failure).clone()
    }

    /// Waits until one that was broken off has cleaned up behind itself.
    pub(crate) fn wait_until_idle(&self, patience: Duration) {
        let begun = Instant::now();
        while self.is_running() && begun.elapsed() < patience {
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl AppState {
    /// Where backups go.
    pub(crate) fn backup_folder(&self) -> PathBuf {
        backup_folder(&self.folders, &self.preferences())
    }

    /// The backups there, newest first; none where no backup was made yet.
    pub(crate) fn backups(&self) -> Result<Vec<BackupInfo>, ShellError> {
        list(&self.folders, &self.preferences())
    }

    /// The newest backup, and what restoring it would mean.
    pub(crate) fn restore_offer(&self) -> Result<RestoreOffer, ShellError> {
        restore_offer(&self.folders, &self.preferences())
    }

    /// Whether the newest backup is older than a day, or from the future. Never in a folder that is not there.
    pub(crate) fn backup_is_due(&self) -> bool {
        self.backups()
            .is_ok_and(|backups| is_due(backups.first().map(|newest| newest.made_at), now()))
    }

    /// Makes a backup. One that is being made is waited for.
    pub(crate) fn back_up(&self) -> Result<BackupInfo, ShellError> {
        let outcome = {
            let _running = locked(&self.backup_runs.running);
            self.make_backup()
        };
        let failure = match &outcome {
            Ok(_) => None,
            Err(error) => Some(ErrorView::from(error)),
        };
        *locked(&self.backup_runs.failure) = failure;
        outcome
    }

    /// Makes a backup on a thread of its own, unless one is being made.
    pub(crate) fn back_up_in_background(self: &Arc<Self>) {
        if !self.backup_runs.is_running() {
            let state = Arc::clone(self);
            std::thread::spawn(move || state.back_up());
        }
    }

    fn make_backup(&self) -> Result<BackupInfo, ShellError> {
        let chat = self.chat()?;
        let into = ready_folder(&self.folders, &self.preferences())?;
        // The store is held for a moment only: it goes on being used while it is copied.
        let job = chat.write(|store, now| store.begin_backup(&into, now))?;
        let made = job.run()?;
        chat.write(|store, now| store.record_backup(&made, now))?;
        Ok(made)
    }
}

/// Makes a backup for a command that has the store for itself.
pub(crate) fn back_up_now(
    store: &mut Store,
    folders: &Folders,
    preferences: &Preferences,
    into: Option<PathBuf>,
) -> Result<BackupInfo, ShellError> {
    let into = into.map_or_else(|| ready_folder(folders, preferences), Ok)?;
    let made = store.begin_backup(&into, now())?.run()?;
    store.record_backup(&made, now())?;
    Ok(made)
}

/// Where backups go: beside the store, unless another folder was chosen.
pub(crate) fn backup_folder(folders: &Folders, preferences: &Preferences) -> PathBuf {
    if preferences.backup_folder.is_empty() {
        sanad_history::StoreFolder::at(&folders.data).backups()
    } else {
        PathBuf::from(&preferences.backup_folder)
    }
}

/// The backups, newest first; none where no backup was made yet.
pub(crate) fn list(
    folders: &Folders,
    preferences: &Preferences,
) -> Result<Vec<BackupInfo>, ShellError> {
    match backups(&backup_folder(folders, preferences)) {
        // The folder beside the store is made with the first backup.
        Err(HistoryError::BackupFolderMissing { .. }) if preferences.backup_folder.is_empty() => {
            Ok(Vec::new())
        }
        outcome => Ok(outcome?),
    }
}

/// The newest backup, and what restoring it would mean.
pub(crate) fn restore_offer(
    folders: &Folders,
    preferences: &Preferences,
) -> Result<RestoreOffer, ShellError> {
    let folder = backup_folder(folders, preferences);
    if list(folders, preferences)?.is_empty() {
        return Err(HistoryError::NoBackup { path: folder }.into());
    }
    let store = sanad_history::StoreFolder::at(&folders.data);
    Ok(Store::restore_offer(&store, &folder)?)
}

/// The folder for backups. Only the one beside the store is made: another that is gone is a stick in a pocket.
fn ready_folder(folders: &Folders, preferences: &Preferences) -> Result<PathBuf, ShellError> {
    let folder = backup_folder(folders, preferences);
    if preferences.backup_folder.is_empty() && !folder.is_dir() {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder).map_err(|source| {
            let path = folder.clone();
            ShellError::Folder { path, source }
        })?;
    }
    Ok(folder)
}

fn is_due(newest: Option<Timestamp>, now: Timestamp) -> bool {
    newest.is_none_or(|made_at| {
        let age = now.0.saturating_sub(made_at.0);
        !(0..DAY).contains(&age)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_after_a_day_whatever_the_clock_did() {
        let now = Timestamp(1_790_000_000_000);
        for (age, due) in [
            (0, false),
            (DAY - 1, false),
            (DAY, true),
            (400 * DAY, true),
            (-1, true),
            (-400 * DAY, true),
        ] {
            assert_eq!(is_due(Some(Timestamp(now.0 - age)), now), due, "{age}");
        }
        assert!(is_due(None, now));
    }
}
