//! Wrong passphrases: counted on the disk, delayed, and later written into the audit chain.
//!
//! The count lies outside the database, which nobody can open at that time. It holds times and nothing
//! else. Whoever can delete the file can copy the store as well and guess elsewhere: against that stands
//! the cost of the derivation, and against guessing at this keyboard stands the delay.

use std::fs;
use std::io;

use sanad_domain::Timestamp;
use serde::{Deserialize, Serialize};

use crate::audit::{self, AuditKind};
use crate::folder::remove_if_present;
use crate::{HistoryError, Operation, Passphrase, Store, StoreFolder, StoreLock};

/// So many slips are free.
const FREE: usize = 3;

/// The longest wait, in milliseconds: a clinician who knows the passphrase must get in.
const LONGEST_WAIT: i64 = 60_000;

/// More are not worth keeping; the newest stay.
const MOST_TIMES: usize = 1000;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Attempts {
    /// When each was made since the store was last unlocked.
    times: Vec<i64>,
}

impl Store {
    /// Opens the store for somebody at the keyboard: [`Store::open_under`] with a delay after wrong passphrases.
    ///
    /// From the fourth wrong one on, the next attempt is heard after 1, 2, 4 … 60 seconds, also across
    /// restarts. Unlocking and the attempts before it are written into the audit chain.
    ///
    /// # Errors
    /// [`HistoryError::TooManyAttempts`], then nothing was tried; those of [`Store::open`];
    /// [`HistoryError::Io`] and the like where the count cannot be kept.
    pub fn unlock(
        lock: &StoreLock,
        passphrase: &Passphrase,
        now: Timestamp,
    ) -> Result<Self, HistoryError> {
        let folder = lock.folder();
        let (mut store, earlier) = counted(folder, now, || Self::open_under(lock, passphrase))?;
        store.write(|transaction| {
            for time in earlier {
                let at = Timestamp(time);
                audit::append(transaction, AuditKind::FailedUnlock, "", at)?;
            }
            audit::append(transaction, AuditKind::Unlock, "", now)
        })?;
        Attempts::forget(folder)?;
        Ok(store)
    }
}

/// Tries a passphrase, unless it is too soon after wrong ones; says when those were if this one is right.
///
/// They stay counted until [`Attempts::forget`].
pub(crate) fn counted<T>(
    folder: &StoreFolder,
    now: Timestamp,
    attempt: impl FnOnce() -> Result<T, HistoryError>,
) -> Result<(T, Vec<i64>), HistoryError> {
    let mut attempts = Attempts::read(folder)?;
    let wait = attempts.wait(now);
    if wait > 0 {
        // A clock that was set back begins the wait anew, and is not waited for.
        if attempts.times.last().is_some_and(|last| *last > now.0) {
            attempts.times.pop();
            attempts.push(now);
            attempts.write(folder)?;
        }
        let wait_seconds = u32::try_from((wait + 999) / 1000).unwrap_or(u32::MAX);
        return Err(HistoryError::TooManyAttempts { wait_seconds });
    }
    // Written before the passphrase is tried: pulling the plug is no way round.
    let earlier = attempts.times.clone();
    attempts.push(now);
    attempts.write(folder)?;
    let outcome = attempt();
    if !matches!(outcome, Err(HistoryError::WrongPassphrase)) {
        // This attempt was no wrong guess.
        Attempts {
            times: earlier.clone(),
        }
        .write(folder)?;
    }
    Ok((outcome?, earlier))
}

impl Attempts {
    fn read(folder: &StoreFolder) -> Result<Self, HistoryError> {
        let path = folder.attempts();
        match fs::read(&path) {
            // What nobody can read counts as nothing, or a torn file would lock the owner out.
            Ok(text) => Ok(serde_json::from_slice(&text).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(HistoryError::reading(
                Operation::CountAttempts,
                &path,
                error,
            )),
        }
    }

    fn write(&self, folder: &StoreFolder) -> Result<(), HistoryError> {
        if self.times.is_empty() {
            return Self::forget(folder);
        }
        let path = folder.attempts();
        let text = serde_json::to_vec(self).expect("numbers");
        folder
            .replace(&path, &text)
            .map_err(|error| HistoryError::writing(Operation::CountAttempts, &path, error))
    }

    fn forget(folder: &StoreFolder) -> Result<(), HistoryError> {
        let path = folder.attempts();
        remove_if_present(&path)
            .map_err(|error| HistoryError::writing(Operation::CountAttempts, &path, error))
    }

    fn push(&mut self, now: Timestamp) {
        self.times.push(now.0);
        let surplus = self.times.len().saturating_sub(MOST_TIMES);
        self.times.drain(..surplus);
    }

    /// Milliseconds until another attempt is heard.
    fn wait(&self, now: Timestamp) -> i64 {
        let Some(last) = self.times.last() else {
            return 0;
        };
        let Some(surplus) = self.times.len().checked_sub(FREE) else {
            return 0;
        };
        // Six doublings are past the longest wait.
        let delay = (1000_i64 << surplus.min(6)).min(LONGEST_WAIT);
        let passed = now.0.saturating_sub(*last);
        if passed < 0 {
            delay
        } else {
            (delay - passed).max(0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_minute_whatever_the_clock_does() {
        for (failures, wait) in [
            (0, 0),
            (2, 0),
            (3, 1000),
            (4, 2000),
            (8, 32_000),
            (9, 60_000),
            (60, 60_000),
            (999, 60_000),
        ] {
            let attempts = Attempts {
                times: vec![5000; failures],
            };
            assert_eq!(attempts.wait(Timestamp(5000)), wait, "{failures}");
            assert_eq!(attempts.wait(Timestamp(5000 + wait)), 0, "{failures}");
            assert_eq!(
                attempts.wait(Timestamp(-1_000_000)),
                wait,
                "{failures}, set back"
            );
        }
    }
}
