//! What the window's commands share: the folders, the engine, and the conversation service once unlocked.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use sanad_chat::Chat;
use sanad_domain::SystemClock;
use sanad_engine_client::EngineSupervisor;
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};

use crate::error::ShellError;
use crate::folders::Folders;
use crate::preferences::Preferences;
use crate::titles::TitleWork;

/// Fewer characters are guessed too soon, whatever the derivation costs.
pub(crate) const SHORTEST_PASSPHRASE: usize = 8;

/// Shared by all commands.
pub(crate) struct AppState {
    pub(crate) folders: Folders,
    pub(crate) engine: EngineSupervisor,
    pub(crate) titles: TitleWork,
    named_model: Option<PathBuf>,
    preferences: Mutex<Preferences>,
    chat: RwLock<Option<Arc<Chat>>>,
}

impl AppState {
    pub(crate) fn new(
        folders: Folders,
        engine: EngineSupervisor,
        named_model: Option<PathBuf>,
    ) -> Self {
        let preferences = Mutex::new(Preferences::load(&folders.data));
        Self {
            folders,
            engine,
            titles: TitleWork::default(),
            named_model,
            preferences,
            chat: RwLock::new(None),
        }
    }

    /// The conversation service.
    ///
    /// # Errors
    /// [`ShellError::Locked`] before the store is open.
    pub(crate) fn chat(&self) -> Result<Arc<Chat>, ShellError> {
        let chat = self.chat.read().unwrap_or_else(PoisonError::into_inner);
        chat.clone().ok_or(ShellError::Locked)
    }

    /// Makes the store of a first run, and opens it.
    pub(crate) fn create_store(&self, passphrase: String) -> Result<(), ShellError> {
        self.keep(create_store(&self.folders, passphrase)?);
        Ok(())
    }

    /// Opens the store.
    pub(crate) fn unlock(&self, passphrase: String) -> Result<(), ShellError> {
        // The page may have been loaded anew while the store was open; opening it twice would find it in use.
        if self.chat().is_err() {
            self.keep(open_store(&self.folders, passphrase)?);
        }
        Ok(())
    }

    pub(crate) fn preferences(&self) -> Preferences {
        self.preferences
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn set_preferences(&self, preferences: Preferences) -> Result<(), ShellError> {
        preferences.save(&self.folders.data)?;
        *self
            .preferences
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = preferences;
        Ok(())
    }

    /// Closes the store cleanly; the engine ends with the process.
    pub(crate) fn close(&self) {
        let chat = self
            .chat
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(chat) = chat {
            // What was acknowledged is on the disk already: a failure here loses nothing.
            let _ = chat.close();
        }
    }

    fn keep(&self, store: Store) {
        let chat = Chat::new(
            store,
            self.engine.clone(),
            self.folders.model_places(),
            self.named_model.clone(),
            Arc::new(SystemClock),
        );
        *self.chat.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(chat));
    }
}

/// Makes a store in the data folder.
pub(crate) fn create_store(folders: &Folders, passphrase: String) -> Result<Store, ShellError> {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        return Err(ShellError::PassphraseShort {
            least: SHORTEST_PASSPHRASE,
        });
    }
    let passphrase = Passphrase::new(passphrase)?;
    let derivation = KeyDerivation::for_this_machine()?;
    Ok(Store::create(
        &StoreFolder::at(&folders.data),
        &passphrase,
        derivation,
    )?)
}

/// Opens the data folder's store.
pub(crate) fn open_store(folders: &Folders, passphrase: String) -> Result<Store, ShellError> {
    let passphrase = Passphrase::new(passphrase)?;
    Ok(Store::open(&StoreFolder::at(&folders.data), &passphrase)?)
}
