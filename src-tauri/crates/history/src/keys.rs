//! What opens the store: the passphrase, changed without encrypting anything anew, and the recovery code.

use sanad_domain::Timestamp;

use crate::audit::AuditKind;
use crate::key_file::{KeyFile, NumberedKey};
use crate::key_slot::Opener;
use crate::migrations::MIGRATIONS;
use crate::{HistoryError, KeyDerivation, Passphrase, RecoveryCode, Store, StoreFolder, StoreLock};

impl Store {
    /// Lets another passphrase open the store, and the present one no more. The recovery code stays.
    ///
    /// Only the key file is written, in one step. Backups keep the passphrase that they were made with.
    ///
    /// # Errors
    /// [`HistoryError::WrongPassphrase`], [`HistoryError::OutOfMemory`], [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Io`]. After each of them one of the two opens it:
    /// the present one, unless only the entry in the audit chain failed.
    pub fn change_passphrase(
        &mut self,
        present: &Passphrase,
        new: &Passphrase,
        derivation: KeyDerivation,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        let (file, key) = unwrapped(self.folder(), Opener::Passphrase(present))?;
        file.with_slot(&key, Opener::Passphrase(new), derivation)?
            .write(self.folder())?;
        self.record(AuditKind::PassphraseChange, "", now)
    }

    /// Lets a recovery code open the store, in the place of an earlier one, once it was typed back rightly.
    ///
    /// # Errors
    /// [`HistoryError::RecoveryCodeMistyped`], [`HistoryError::RecoveryCodeDiffers`], and those of
    /// [`Self::change_passphrase`].
    pub fn set_recovery_code(
        &mut self,
        passphrase: &Passphrase,
        code: &RecoveryCode,
        typed_back: &str,
        derivation: KeyDerivation,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        if RecoveryCode::typed(typed_back)? != *code {
            return Err(HistoryError::RecoveryCodeDiffers);
        }
        let (file, key) = unwrapped(self.folder(), Opener::Passphrase(passphrase))?;
        file.with_slot(&key, Opener::RecoveryCode(code), derivation)?
            .write(self.folder())?;
        self.record(AuditKind::RecoveryCode, "", now)
    }

    /// Says whether a passphrase opens the store, or the backup, in this folder, and opens nothing.
    ///
    /// # Errors
    /// [`HistoryError::WrongPassphrase`], [`HistoryError::KeyMissing`], [`HistoryError::Damaged`],
    /// [`HistoryError::OutOfMemory`], [`HistoryError::Io`].
    pub fn check_passphrase(
        folder: &StoreFolder,
        passphrase: &Passphrase,
    ) -> Result<(), HistoryError> {
        unwrapped(folder, Opener::Passphrase(passphrase)).map(drop)
    }

    /// Whether some recovery code opens the store in this folder.
    ///
    /// # Errors
    /// [`HistoryError::KeyMissing`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn has_recovery_code(folder: &StoreFolder) -> Result<bool, HistoryError> {
        Ok(key_file_of(folder)?.has_recovery_code())
    }

    /// Opens the store by its recovery code and gives it another passphrase. The code stays.
    ///
    /// # Errors
    /// [`HistoryError::WrongRecoveryCode`], and those of [`Store::open`] and [`Self::change_passphrase`].
    pub fn recover(
        lock: &StoreLock,
        code: &RecoveryCode,
        new: &Passphrase,
        derivation: KeyDerivation,
        now: Timestamp,
    ) -> Result<Self, HistoryError> {
        let mut store = Self::open_guarded(lock, Opener::RecoveryCode(code), MIGRATIONS)?;
        let (file, key) = unwrapped(lock.folder(), Opener::RecoveryCode(code))?;
        file.with_slot(&key, Opener::Passphrase(new), derivation)?
            .write(lock.folder())?;
        store.record(AuditKind::Recovery, "", now)?;
        Ok(store)
    }
}

/// The key file of a folder whose store is there.
pub(crate) fn key_file_of(folder: &StoreFolder) -> Result<KeyFile, HistoryError> {
    KeyFile::read(folder)?.ok_or_else(|| HistoryError::KeyMissing { path: folder.key() })
}

/// The key file, and the key that it gives to whoever has this.
pub(crate) fn unwrapped(
    folder: &StoreFolder,
    opener: Opener<'_>,
) -> Result<(KeyFile, NumberedKey), HistoryError> {
    let file = key_file_of(folder)?;
    let key = file.unwrap(opener, &folder.key())?;
    Ok((file, key))
}
