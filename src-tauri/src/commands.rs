//! What the window may ask for. Each command unwraps its arguments, calls one crate, and wraps the result.

mod conversations;
mod exports;
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
        exports::export_conversation,
        exports::export_everything,
        exports::import_file,
        texts::examine_draft,
        texts::receive_paste,
        texts::record_text,
        turns::ask,
        turns::regenerate,
        turns::stop,
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
