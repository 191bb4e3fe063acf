//! What the app does by itself while the store is open: it looks whether somebody is there, erases, keeps what the
//! model has in memory, applies the retention rule, completes the index, and makes backups.

use std::sync::Arc;
use std::time::Duration;

use sanad_chat::Chat;
use sanad_history::Store;
use tauri::{AppHandle, Manager};

use crate::idle::running_clock;
use crate::locking;
use crate::state::AppState;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Opening a store is when its owner waits for the model and the list: the disk is theirs for so long.
const HEAD_START: Duration = Duration::from_secs(15);

/// After a backup failed.
const ANOTHER_TRY: Duration = Duration::from_secs(60 * 60);

/// Turns indexed at once: some tenths of a second.
const TURNS_AT_ONCE: u32 = 100;

/// Keeps the store until the app ends, on a thread of its own.
pub(crate) fn start(app: AppHandle) {
    std::thread::spawn(move || {
        let mut chores = Chores::at(running_clock());
        let mut opening = 0;
        loop {
            std::thread::sleep(SECOND);
            let state = app.state::<Arc<AppState>>();
            let Ok(chat) = state.chat() else {
                continue;
            };
            let limit = MINUTE * state.lock_after();
            if let Some(because) = state.presence.look(limit) {
                drop(chat);
                locking::lock(&app, because);
                continue;
            }
            if opening != state.openings() {
                opening = state.openings();
                chores = Chores::at(running_clock());
            }
            chores.do_what_is_due(running_clock(), &state, &chat);
        }
    });
}

/// When which chore is due, by a clock that goes on while the machine sleeps.
struct Chores {
    erasing: Duration,
    retention: Duration,
    backup: Duration,
    index_is_complete: bool,
}

impl Chores {
    /// For a store that was just opened.
    fn at(now: Duration) -> Self {
        Self {
            erasing: now,
            retention: now,
            backup: now + HEAD_START,
            index_is_complete: false,
        }
    }

    /// A chore that fails is done at its next time: whoever writes meets the reason before.
    fn do_what_is_due(&mut self, now: Duration, state: &Arc<AppState>, chat: &Arc<Chat>) {
        if is_due(&mut self.erasing, now, MINUTE) {
            let _ = chat.write(Store::erase_binned);
            // Not on this thread: the engine may be writing an answer for minutes, and the lock must not wait for it.
            let chat = Arc::clone(chat);
            tauri::async_runtime::spawn(async move { chat.keep_states(MINUTE).await });
        }
        if is_due(&mut self.retention, now, DAY) {
            let _ = chat.write(Store::apply_retention);
        }
        if is_due(&mut self.backup, now, MINUTE) && state.backup_is_due() {
            self.backup = now + ANOTHER_TRY;
            state.back_up_in_background();
        }
        if !self.index_is_complete && !chat.is_answering() {
            let left = chat.write(|store, _| store.index_more(TURNS_AT_ONCE));
            self.index_is_complete = !left.is_ok_and(|left| left > 0);
        }
    }
}

/// Says whether a time has come, and if so sets the next one.
fn is_due(next: &mut Duration, now: Duration, period: Duration) -> bool {
    let due = now >= *next;
    if due {
        *next = now + period;
    }
    due
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chore_is_done_at_once_and_then_once_in_its_time_however_long_the_machine_slept() {
        let at = Duration::from_secs;
        let mut next = at(100);
        let done: Vec<u64> = (100..340)
            .chain(9000..9030)
            .filter(|second| is_due(&mut next, at(*second), MINUTE))
            .collect();
        assert_eq!(done, [100, 160, 220, 280, 9000]);
    }
}
