//! What the user has set, as the window shows it.

use serde::Serialize;
use specta::Type;

/// The settings that belong to an open store, and those that are needed before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct SettingsView {
    /// Minutes without a key or a pointer after which the app locks itself, 1 to 15.
    pub lock_after_minutes: u32,
    /// Days after which an untouched conversation is deleted; 0 keeps all.
    pub retention_days: u32,
    /// Where backups go; empty for the folder beside the store.
    pub backup_folder: String,
    /// Whether the desktop's keychain opens the store.
    pub unlocks_with_keychain: bool,
    /// Whether this desktop has one.
    pub keychain_is_available: bool,
    /// Whether a recovery code opens the store.
    pub has_recovery_code: bool,
    /// Whether the model may find titles.
    pub improves_titles: bool,
    /// Whether what a model has in memory of a conversation is kept, sealed, beside the store.
    pub keeps_states: bool,
}
