//! What the window may ask for. Each command unwraps its arguments, calls one crate, and wraps the result.

mod audit;
mod backups;
mod conversations;
mod dialogs;
mod keys;
mod lock;
mod settings;
mod start;
mod texts;
mod turns;

use tauri_specta::{Builder, collect_commands};

use crate::error::ShellError;
use crate::wire::ErrorView;

/// Every command, typed.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::new().commands(collect_commands![
        start::start_state,
        start::create_store,
        start::unlock,
        start::set_preferences,
        start::model,
        start::watch_engine,
        conversations::conversations,
        conversations::open_conversation,
        conversations::rename_conversation,
        conversations::save_draft,
        conversations::new_draft,
        texts::examine_draft,
        texts::receive_paste,
        texts::record_text,
        turns::ask,
        turns::regenerate,
        turns::stop,
        lock::lock,
        lock::still_here,
        keys::unlock_from_keychain,
        keys::new_recovery_code,
        keys::keep_recovery_code,
        keys::recover,
        keys::change_passphrase,
        keys::change_key,
        settings::settings,
        settings::set_lock_after,
        settings::set_retention,
        settings::set_backup_folder,
        settings::set_keychain,
        settings::set_improves_titles,
        dialogs::choose_folder,
        dialogs::choose_file,
        dialogs::choose_file_to_write,
        backups::backups,
        backups::back_up,
        backups::restore_offer,
        backups::restore,
        backups::put_aside,
        audit::audit,
        audit::verify_audit,
        audit::verify_store,
    ])
}

/// Runs what waits for the disk or derives a key, so that the window's thread never does.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ShellError> + Send + 'static,
) -> Result<T, ErrorView> {
    let outcome = tauri::async_runtime::spawn_blocking(work).await;
    outcome
        .map_err(|_| ShellError::Internal("a command ended early"))?
        .map_err(ErrorView::from)
}
