//! What the window's commands share: the folders, the right to the store, the engine, and the conversation service
//! once unlocked.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use sanad_chat::{Chat, NamedModel};
use sanad_domain::{Clock, SystemClock, Timestamp};
use sanad_engine_client::EngineSupervisor;
use sanad_history::{RecoveryCode, Store, StoreFolder, StoreLock};
use tauri::ipc::Channel;

use crate::answering;
use crate::backing_up::BackupRuns;
use crate::checking::CheckRuns;
use crate::diagnosing::EngineEnds;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::idle::{LockReason, Presence};
use crate::installing::ImportRuns;
use crate::opening::PATIENCE;
use crate::preferences::Preferences;
use crate::settings;
use crate::titles::TitleWork;
use crate::wire::DropEvent;

/// Shared by all commands.
pub(crate) struct AppState {
    pub(crate) folders: Folders,
    pub(crate) engine: EngineSupervisor,
    pub(crate) titles: TitleWork,
    pub(crate) checks: CheckRuns,
    pub(crate) imports: ImportRuns,
    pub(crate) offer_watches: Newest,
    /// Who hears of files that are let go over the window.
    pub(crate) drops: Mutex<Option<Channel<DropEvent>>>,
    /// Whether somebody is there.
    pub(crate) presence: Presence,
    pub(crate) backup_runs: BackupRuns,
    /// How engines ended since the app was started.
    pub(crate) engine_ends: EngineEnds,
    /// The diagnostics that were shown last; empty before.
    pub(crate) shown_diagnostics: Mutex<String>,
    /// The recovery code that was shown and not yet typed back.
    pub(crate) shown_code: Mutex<Option<RecoveryCode>>,
    pub(crate) is_locking: AtomicBool,
    named_model: NamedModel,
    preferences: Mutex<Preferences>,
    store_lock: Mutex<Option<StoreLock>>,
    locked_because: Mutex<Option<LockReason>>,
    found_damage: AtomicBool,
    lock_after_minutes: AtomicU32,
    /// Counts how often a store was opened, so that what is due after opening is done for each.
    openings: AtomicU32,
    chat: RwLock<Option<Arc<Chat>>>,
}

/// Counts those that do the same work, of whom only the newest goes on.
#[derive(Default)]
pub(crate) struct Newest(AtomicU32);

impl Newest {
    /// Makes the caller the newest.
    pub(crate) fn next(&self) -> u32 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Whether nobody came after.
    pub(crate) fn is_newest(&self, number: u32) -> bool {
        self.0.load(Ordering::Relaxed) == number
    }
}

impl AppState {
    /// The state of an app that starts, or starts afresh because it was locked.
    pub(crate) fn new(
        folders: Folders,
        engine: EngineSupervisor,
        named_model: NamedModel,
        locked_because: Option<LockReason>,
    ) -> Self {
        let preferences = Mutex::new(Preferences::load(&folders.data));
        let state = Self {
            folders,
            engine,
            titles: TitleWork::default(),
            checks: CheckRuns::default(),
            imports: ImportRuns::default(),
            offer_watches: Newest::default(),
            drops: Mutex::default(),
            presence: Presence::new(),
            backup_runs: BackupRuns::default(),
            engine_ends: EngineEnds::default(),
            shown_diagnostics: Mutex::default(),
            shown_code: Mutex::default(),
            is_locking: AtomicBool::new(false),
            named_model,
            preferences,
            store_lock: Mutex::default(),
            locked_because: Mutex::new(locked_because),
            found_damage: AtomicBool::new(false),
            lock_after_minutes: AtomicU32::new(settings::LOCK_AFTER_DEFAULT),
            openings: AtomicU32::new(0),
            chat: RwLock::default(),
        };
        // Before anything slow: another copy learns at once that it came too late. A failure is said by the window.
        let _ = state.store_lock();
        state
    }

    /// The conversation service.
    ///
    /// # Errors
    /// [`ShellError::Locked`] before the store is open.
    pub(crate) fn chat(&self) -> Result<Arc<Chat>, ShellError> {
        let chat = self.chat.read().unwrap_or_else(PoisonError::into_inner);
        chat.clone().ok_or(ShellError::Locked)
    }

    /// The right to the store, held from now on until the app ends.
    ///
    /// # Errors
    /// [`HistoryError::InUse`](sanad_history::HistoryError::InUse) while another copy has it.
    pub(crate) fn store_lock(&self) -> Result<StoreLock, ShellError> {
        let mut held = locked(&self.store_lock);
        if let Some(lock) = &*held {
            return Ok(lock.clone());
        }
        let lock = StoreLock::take(&self.store_folder())?;
        *held = Some(lock.clone());
        Ok(lock)
    }

    pub(crate) fn store_folder(&self) -> StoreFolder {
        StoreFolder::at(&self.folders.data)
    }

    /// Goes on with an open store.
    pub(crate) fn keep(&self, store: Store) {
        // What cannot be read now is said by whoever needs the store next.
        let wish = answering::engine_wish(&store).unwrap_or_default();
        let chat = Chat::new(
            store,
            self.engine.clone(),
            self.folders.model_places(),
            self.named_model.clone(),
            Arc::new(SystemClock),
        )
        .wishing(wish);
        *self.chat.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(chat));
        self.begin_anew();
    }

    /// What is due whenever another store is open than a moment ago.
    pub(crate) fn begin_anew(&self) {
        self.presence.begin();
        self.found_damage.store(false, Ordering::Relaxed);
        *locked(&self.locked_because) = None;
        let minutes = self
            .chat()
            .and_then(|chat| Ok(chat.read(settings::lock_after)?))
            .unwrap_or(settings::LOCK_AFTER_DEFAULT);
        self.set_lock_after(minutes);
        self.openings.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes the service away, for whoever closes it.
    pub(crate) fn take_chat(&self) -> Option<Arc<Chat>> {
        let mut chat = self.chat.write().unwrap_or_else(PoisonError::into_inner);
        chat.take()
    }

    /// Stops what works for nobody who waits, since somebody asks a model.
    pub(crate) fn make_way(&self) {
        self.titles.stop();
        self.checks.stop();
    }

    /// Ends the answers that are being written and keeps what the model has in memory, before the engine ends.
    pub(crate) fn stop_and_keep_states(&self) {
        self.checks.stop();
        self.imports.stop();
        if let Ok(chat) = self.chat() {
            chat.stop_all(PATIENCE);
            tauri::async_runtime::block_on(chat.keep_states_at_once());
        }
    }

    /// Closes the store cleanly and erases what lay in the bin; the engine ends with the process.
    pub(crate) fn close(&self) {
        if let Some(chat) = self.take_chat() {
            // What stays in the bin now is erased after the next unlocking, and what was acknowledged is on the
            // disk: a failure here loses nothing.
            let _ = chat.write(Store::empty_bin);
            let _ = chat.close();
        }
    }

    pub(crate) fn openings(&self) -> u32 {
        self.openings.load(Ordering::Relaxed)
    }

    /// Why the app shows its unlock screen, if it was locked and has not been unlocked since.
    pub(crate) fn locked_because(&self) -> Option<LockReason> {
        *locked(&self.locked_because)
    }

    /// Whether an attempt to open the store found it damaged.
    pub(crate) fn found_damage(&self) -> bool {
        self.found_damage.load(Ordering::Relaxed)
    }

    pub(crate) fn note_damage(&self) {
        self.found_damage.store(true, Ordering::Relaxed);
    }

    /// Minutes without a sign of anybody after which the app locks itself.
    pub(crate) fn lock_after(&self) -> u32 {
        self.lock_after_minutes.load(Ordering::Relaxed)
    }

    pub(crate) fn set_lock_after(&self, minutes: u32) {
        self.lock_after_minutes.store(minutes, Ordering::Relaxed);
    }

    pub(crate) fn preferences(&self) -> Preferences {
        locked(&self.preferences).clone()
    }

    /// Changes what is kept in the clear.
    pub(crate) fn change_preferences(
        &self,
        change: impl FnOnce(&mut Preferences),
    ) -> Result<(), ShellError> {
        let mut held = locked(&self.preferences);
        let mut preferences = held.clone();
        change(&mut preferences);
        preferences.save(&self.folders.data)?;
        *held = preferences;
        Ok(())
    }
}

/// The present time, as the wall clock says it.
pub(crate) fn now() -> Timestamp {
    SystemClock.now()
}

/// A panic while a lock was held leaves plain data behind, which stays usable.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
