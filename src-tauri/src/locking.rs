//! Locking: the answer is stopped, the store closed, and the app started afresh at its unlock screen.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::time::Duration;

use tauri::{AppHandle, Manager};

use crate::idle::LockReason;
use crate::place::WindowPlace;
use crate::restart;
use crate::state::AppState;

/// How long the engine and a backup may take to end by themselves; they are ended then.
const GRACE: Duration = Duration::from_millis(800);

/// Locks the app, unless it is locked. Blocks; the window's own thread must not call it.
pub(crate) fn lock(app: &AppHandle, because: LockReason) {
    let state = app.state::<Arc<AppState>>();
    if state.chat().is_err() || state.is_locking.swap(true, Ordering::SeqCst) {
        return;
    }
    let window = app.get_webview_window("main");
    let place = window.as_ref().and_then(WindowPlace::of);
    // Whoever looks over a shoulder sees nothing from now on.
    if let Some(window) = window {
        let _ = window.hide();
    }
    state.stop_and_keep_states();
    state.close();
    state.backup_runs.wait_until_idle(GRACE);
    let engine = state.engine.clone();
    let _ = tauri::async_runtime::block_on(async move {
        tokio::time::timeout(GRACE, engine.unload()).await
    });
    leave(app, because, place);
}

/// Starts afresh from the window's own thread, which then starts no further process; from this one if it is stuck.
fn leave(app: &AppHandle, because: LockReason, place: Option<WindowPlace>) {
    let (begun, begins) = mpsc::channel();
    let on_main = app.run_on_main_thread(move || {
        let _ = begun.send(());
        restart::start_afresh(because, place)
    });
    if on_main.is_ok() && begins.recv_timeout(GRACE).is_ok() {
        // The other thread replaces this one too.
        std::thread::sleep(GRACE * 10);
    }
    restart::start_afresh(because, place)
}
