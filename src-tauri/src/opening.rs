//! Every way to an open store: made, unlocked, recovered, restored, given another key.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sanad_chat::Exchange;
use sanad_history::{
    HistoryError, KeyDerivation, Passphrase, RecoveryCode, Store, StoreFolder, StoreLock,
};
use zeroize::Zeroizing;

use crate::error::ShellError;
use crate::folders::Folders;
use crate::keychain;
use crate::state::{AppState, locked, now};

/// Fewer characters are guessed too soon, whatever the derivation costs.
pub(crate) const SHORTEST_PASSPHRASE: usize = 8;

/// How long an answer that is being written may take to stop.
pub(crate) const PATIENCE: Duration = Duration::from_millis(1500);

impl AppState {
    /// Makes the store of a first run, and opens it.
    pub(crate) fn create_store(&self, passphrase: String) -> Result<(), ShellError> {
        let passphrase = new_passphrase(passphrase)?;
        let derivation = KeyDerivation::for_this_machine()?;
        let lock = self.store_lock()?;
        self.keep(Store::create_under(&lock, &passphrase, derivation)?);
        Ok(())
    }

    /// Opens the store, after a delay where wrong passphrases came before.
    pub(crate) fn unlock(&self, passphrase: String) -> Result<(), ShellError> {
        let passphrase = Passphrase::new(passphrase)?;
        // The page may have been loaded anew while the store was open; opening it twice would find it in use.
        if self.chat().is_ok() {
            return Ok(());
        }
        let lock = self.store_lock()?;
        let store = Store::unlock(&lock, &passphrase, now()).inspect_err(|error| {
            if is_damage(error) {
                self.note_damage();
            }
        })?;
        self.keep(store);
        Ok(())
    }

    /// Opens the store with what the desktop's keychain keeps.
    pub(crate) fn unlock_from_keychain(&self) -> Result<(), ShellError> {
        if !self.preferences().unlocks_with_keychain {
            return Err(ShellError::KeychainEmpty);
        }
        self.unlock(keychain::passphrase(&self.folders.data)?)
    }

    /// Opens the store with its recovery code and gives it another passphrase.
    pub(crate) fn recover(&self, code: &str, new: String) -> Result<(), ShellError> {
        let code = RecoveryCode::typed(code)?;
        let kept = Zeroizing::new(new.clone());
        let new = new_passphrase(new)?;
        let derivation = KeyDerivation::for_this_machine()?;
        let lock = self.store_lock()?;
        self.keep(Store::recover(&lock, &code, &new, derivation, now())?);
        self.keep_in_keychain(&kept);
        Ok(())
    }

    /// A recovery code to be written down. It opens nothing before [`Self::keep_recovery_code`].
    pub(crate) fn new_recovery_code(&self) -> Result<String, ShellError> {
        self.chat()?;
        let code = RecoveryCode::new()?;
        let shown = code.shown().to_string();
        *locked(&self.shown_code) = Some(code);
        Ok(shown)
    }

    /// Lets the code that was shown open the store, once it was typed back.
    pub(crate) fn keep_recovery_code(
        &self,
        passphrase: String,
        typed_back: &str,
    ) -> Result<(), ShellError> {
        let passphrase = Passphrase::new(passphrase)?;
        let derivation = KeyDerivation::for_this_machine()?;
        let mut shown = locked(&self.shown_code);
        let code = shown.as_ref().ok_or(HistoryError::RecoveryCodeDiffers)?;
        self.chat()?.write(|store, now| {
            store.set_recovery_code(&passphrase, code, typed_back, derivation, now)
        })?;
        *shown = None;
        Ok(())
    }

    /// Lets another passphrase open the store.
    pub(crate) fn change_passphrase(&self, present: String, new: String) -> Result<(), ShellError> {
        let kept = Zeroizing::new(new.clone());
        let (present, new) = (Passphrase::new(present)?, new_passphrase(new)?);
        let derivation = KeyDerivation::for_this_machine()?;
        self.chat()?
            .write(|store, now| store.change_passphrase(&present, &new, derivation, now))?;
        self.keep_in_keychain(&kept);
        Ok(())
    }

    /// Encrypts the whole store with another key. An earlier recovery code opens nothing afterwards.
    pub(crate) fn change_key(&self, passphrase: String) -> Result<(), ShellError> {
        let passphrase = Passphrase::new(passphrase)?;
        let derivation = KeyDerivation::for_this_machine()?;
        let lock = self.store_lock()?;
        // The store is closed on the way: not for somebody who mistyped.
        Store::check_passphrase(lock.folder(), &passphrase)?;
        let work = |store: Store| store.change_key(&passphrase, None, derivation, now());
        self.exchange(&lock, &passphrase, |store| {
            work(store).map(|store| (store, ()))
        })
    }

    /// Puts a backup in the place of the store, whatever state that is in, and says where its files were put.
    pub(crate) fn restore(&self, backup: &Path, passphrase: String) -> Result<PathBuf, ShellError> {
        let passphrase = Passphrase::new(passphrase)?;
        let lock = self.store_lock()?;
        let Ok(chat) = self.chat() else {
            let (store, aside) = Store::restore(&lock, backup, &passphrase, now())?;
            self.keep(store);
            return Ok(aside);
        };
        let from = StoreFolder::at(&Store::backup_in(backup)?.path);
        // The store that is open stays so unless the backup can be opened.
        Store::check_passphrase(&from, &passphrase)?;
        chat.stop_all(PATIENCE);
        self.exchange(&lock, &passphrase, |store| {
            store.close()?;
            Store::restore(&lock, backup, &passphrase, now())
        })
    }

    /// Puts the files of a store that cannot be opened into a folder beside.
    pub(crate) fn put_aside(&self) -> Result<PathBuf, ShellError> {
        if self.chat().is_ok() {
            return Err(ShellError::Internal("the store is open"));
        }
        let aside = Store::put_aside(&self.store_lock()?, now())?;
        self.begin_anew();
        Ok(aside)
    }

    /// Closes the store, has something done with its files, and goes on with what comes of it.
    ///
    /// Where that fails, the store of before is opened again; where not even that works, the app counts as locked.
    fn exchange<T>(
        &self,
        lock: &StoreLock,
        passphrase: &Passphrase,
        work: impl FnOnce(Store) -> Result<(Store, T), HistoryError>,
    ) -> Result<T, ShellError> {
        let outcome = self.chat()?.exchange_store(|store| match work(store) {
            Ok((store, made)) => Exchange {
                store: Some(store),
                outcome: Ok(made),
            },
            Err(error) => Exchange {
                store: Store::open_under(lock, passphrase).ok(),
                outcome: Err(error),
            },
        });
        if self.chat()?.read(|_| Ok(())).is_err() {
            self.take_chat();
        } else if outcome.is_ok() {
            self.begin_anew();
        }
        Ok(outcome?)
    }

    /// Keeps a changed passphrase where the present one is kept, if it is.
    fn keep_in_keychain(&self, passphrase: &Zeroizing<String>) {
        if self.preferences().unlocks_with_keychain {
            // The keychain is never the only way in; an outdated entry is found wrong when it is used.
            let _ = keychain::keep(&self.folders.data, passphrase);
        }
    }
}

/// Makes a store in the data folder, for a command that ends soon.
pub(crate) fn create_store(folders: &Folders, passphrase: String) -> Result<Store, ShellError> {
    let passphrase = new_passphrase(passphrase)?;
    let derivation = KeyDerivation::for_this_machine()?;
    Ok(Store::create(
        &StoreFolder::at(&folders.data),
        &passphrase,
        derivation,
    )?)
}

/// Opens the data folder's store, for a command that ends soon.
pub(crate) fn open_store(folders: &Folders, passphrase: String) -> Result<Store, ShellError> {
    let passphrase = Passphrase::new(passphrase)?;
    let lock = existing_lock(folders)?;
    Ok(Store::unlock(&lock, &passphrase, now())?)
}

/// The right to a store that is there; a folder without one is left as it is.
pub(crate) fn existing_lock(folders: &Folders) -> Result<StoreLock, ShellError> {
    let folder = StoreFolder::at(&folders.data);
    if Store::exists(&folder)? {
        Ok(StoreLock::take(&folder)?)
    } else {
        let folder = folders.data.clone();
        Err(HistoryError::NoStore { folder }.into())
    }
}

/// A passphrase that is to protect a store from now on.
pub(crate) fn new_passphrase(typed: String) -> Result<Passphrase, ShellError> {
    if typed.chars().count() < SHORTEST_PASSPHRASE {
        return Err(ShellError::PassphraseShort {
            least: SHORTEST_PASSPHRASE,
        });
    }
    Ok(Passphrase::new(typed)?)
}

/// Whether only a backup helps.
pub(crate) fn is_damage(error: &HistoryError) -> bool {
    matches!(
        error,
        HistoryError::Damaged { .. }
            | HistoryError::KeyMissing { .. }
            | HistoryError::DatabaseMissing { .. }
    )
}
