//! Another key for the whole store: every page is encrypted anew.
//!
//! Done on a copy. The key file opens both keys before the copy takes the store's name, and the new one
//! alone afterwards; so that a kill at any moment leaves a store that the passphrase opens.

use std::fs::{self, File};
use std::path::Path;

use sanad_domain::Timestamp;

use crate::audit::AuditKind;
use crate::database::Database;
use crate::folder::remove_if_present;
use crate::key_file::{NumberedKey, random_key};
use crate::key_slot::Opener;
use crate::keys::unwrapped;
use crate::migrations::MIGRATIONS;
use crate::saved_states::forget_all;
use crate::{HistoryError, KeyDerivation, Operation, Passphrase, RecoveryCode, Store, StoreFolder};

impl Store {
    /// Encrypts the whole store with a new key, closes it and opens it again.
    ///
    /// For when the old key may be known to somebody. It needs room for a second copy and some seconds for
    /// each gigabyte. An earlier recovery code opens the store no more; give a new one or none.
    /// Backups that were made before keep the old key until they rotate.
    ///
    /// # Errors
    /// [`HistoryError::WrongPassphrase`], [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Damaged`], [`HistoryError::Io`]. After each of them the store is closed, is whole,
    /// and opens by its passphrase.
    pub fn change_key(
        self,
        passphrase: &Passphrase,
        code: Option<&RecoveryCode>,
        derivation: KeyDerivation,
        now: Timestamp,
    ) -> Result<Self, HistoryError> {
        let lock = self.lock().clone();
        let folder = lock.folder();
        let (file, old) = unwrapped(folder, Opener::Passphrase(passphrase))?;
        self.close()?;

        let copy = folder.database_with_new_key();
        let failed = |error| HistoryError::writing(Operation::ChangeKey, &copy, error);
        for part in ["rekey", "rekey-journal", "rekey-wal"] {
            // A journal of an earlier copy would be played into this one.
            remove_if_present(&copy.with_extension(part)).map_err(failed)?;
        }
        let new = NumberedKey {
            number: file.next_key_number(),
            key: random_key()?,
        };
        copy_privately(&folder.database(), &copy).map_err(failed)?;
        let original = Database::open(folder, &copy, &old.key)?;
        // Whatever the disk did, the copy opens with the new key and is whole, or nothing has happened.
        original
            .change_key(&new.key)
            .and_then(|()| Database::open(folder, &copy, &new.key))
            .and_then(|written| {
                written.verify()?;
                written.close()
            })
            .map_err(|error| fault_of_copy(error, folder, &copy))?;
        File::open(&copy)
            .and_then(|file| file.sync_all())
            .map_err(failed)?;

        let mut both = file.with_slot(&new, Opener::Passphrase(passphrase), derivation)?;
        if let Some(code) = code {
            both = both.with_slot(&new, Opener::RecoveryCode(code), derivation)?;
        }
        // Their key may be known to somebody. They go while the change can still fail, so that none outlives it.
        forget_all(folder)?;
        both.write(folder)?;
        fs::rename(&copy, folder.database())
            .and_then(|()| folder.sync())
            .map_err(failed)?;
        both.with_key_only(new.number).write(folder)?;

        let mut store = Self::open_with_key(&lock, new.key, MIGRATIONS)?;
        store.record(AuditKind::KeyChange, "", now)?;
        Ok(store)
    }
}

/// A copy that is not whole was not written whole, and nobody else has it open: what stopped it was the disk.
fn fault_of_copy(error: HistoryError, folder: &StoreFolder, copy: &Path) -> HistoryError {
    match (error, folder.refusal_to_write()) {
        (HistoryError::Damaged { .. } | HistoryError::InUse { .. }, Some(refusal)) => {
            HistoryError::writing(Operation::ChangeKey, copy, refusal)
        }
        (HistoryError::Damaged { .. } | HistoryError::InUse { .. }, None) => {
            let source = std::io::Error::other("the copy is not what was written to it");
            HistoryError::writing(Operation::ChangeKey, copy, source)
        }
        (error, _) => error,
    }
}

fn copy_privately(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut target = crate::folder::private()
        .write(true)
        .create_new(true)
        .open(to)?;
    std::io::copy(&mut File::open(from)?, &mut target)?;
    target.sync_all()
}
