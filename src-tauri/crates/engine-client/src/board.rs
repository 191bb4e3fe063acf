//! What the engine is doing, for everybody who shows it.

use std::sync::{Mutex, PoisonError};

use sanad_protocol::LoadedModel;
use tokio::sync::watch;

use crate::EngineFault;

/// What the engine is doing.
#[derive(Clone, Debug, PartialEq)]
pub enum EngineState {
    /// No process: none was asked for yet, or the model was unloaded.
    Off,
    /// The process starts and reads the model.
    Loading {
        /// 0 to 100.
        percent: u8,
    },
    /// Waiting for a question.
    Ready(LoadedModel),
    /// A prompt is being read.
    Reading {
        /// 0 to 100, of the prompt's tokens.
        percent: u8,
        /// Whole seconds until it is read, rounded up; `None` before anything could be measured.
        seconds_left: Option<u32>,
    },
    /// An answer is being written.
    Writing,
    /// The process ended or could not be started; the next request starts a new one.
    Failed(EngineFault),
}

/// One board for all processes of a supervisor, of which only the newest may write.
pub(crate) struct Board {
    /// Locked while the state changes, so that what is shown last was posted last.
    writer: Mutex<u64>,
    shown: watch::Sender<EngineState>,
}

impl Board {
    pub(crate) fn new() -> Self {
        Self {
            writer: Mutex::new(0),
            shown: watch::Sender::new(EngineState::Off),
        }
    }

    pub(crate) fn subscribe(&self) -> watch::Receiver<EngineState> {
        self.shown.subscribe()
    }

    /// Hands the board to a new process, shows its first state, and gives the number it posts with.
    pub(crate) fn hand_over(&self, first: EngineState) -> u64 {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        *writer += 1;
        self.show(first);
        *writer
    }

    /// Shows a state, unless the board belongs to a newer process by now.
    pub(crate) fn post(&self, from: u64, state: EngineState) {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if *writer == from {
            self.show(state);
        }
    }

    fn show(&self, state: EngineState) {
        self.shown.send_if_modified(|shown| {
            let changed = *shown != state;
            *shown = state;
            changed
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_was_replaced_cannot_overwrite_its_successor() {
        let board = Board::new();
        let old = board.hand_over(EngineState::Loading { percent: 0 });
        board.post(old, EngineState::Writing);
        let new = board.hand_over(EngineState::Loading { percent: 0 });
        board.post(old, EngineState::Failed(EngineFault::Killed));
        assert_eq!(
            *board.subscribe().borrow(),
            EngineState::Loading { percent: 0 }
        );
        board.post(new, EngineState::Loading { percent: 3 });
        assert_eq!(
            *board.subscribe().borrow(),
            EngineState::Loading { percent: 3 }
        );
    }
}
