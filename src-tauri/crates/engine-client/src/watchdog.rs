//! Brings an engine back that ended by itself, before anybody asks for it.

use sanad_protocol::FailureCode;

use crate::board::EngineState;
use crate::{EngineFault, EngineSupervisor};

/// Engines that end one after the other without having finished anything are not started again and again.
const MOST_IN_A_ROW: u32 = 3;

/// What was seen of the engine that runs, as far as it says whether another is worth starting.
#[derive(Default)]
struct Seen {
    /// It had loaded its model.
    was_ready: bool,
    /// How often it was brought back since it last finished something.
    brought_back: u32,
}

/// Starts the engine again whenever one that had loaded its model crashes, is killed or stops answering,
/// so that the next question does not wait for the model. Runs until it is dropped.
///
/// One that never got ready, or for which there is no memory, is left alone: it would only end again.
pub async fn watch_over(supervisor: EngineSupervisor) {
    let mut board = supervisor.watch();
    let mut seen = Seen::default();
    loop {
        let state = board.borrow_and_update().clone();
        if seen.is_worth_starting(&state) {
            // A failure shows on the board, and is told to whoever asks next.
            let _ = supervisor.bring_back().await;
        }
        // The supervisor that is held here keeps the board open.
        if board.changed().await.is_err() {
            return;
        }
    }
}

impl Seen {
    fn is_worth_starting(&mut self, state: &EngineState) -> bool {
        match state {
            EngineState::Off => *self = Self::default(),
            EngineState::Loading { .. } => self.was_ready = false,
            EngineState::Reading { .. } => self.was_ready = true,
            EngineState::Ready(_) | EngineState::Writing => {
                // A second `Ready`, or a word, means that it does its work.
                if self.was_ready {
                    self.brought_back = 0;
                }
                self.was_ready = true;
            }
            EngineState::Failed(fault) => {
                let again = self.was_ready && may_pass(fault) && self.brought_back < MOST_IN_A_ROW;
                self.was_ready = false;
                self.brought_back += u32::from(again);
                return again;
            }
        }
        false
    }
}

/// Whether another engine may fare better.
fn may_pass(fault: &EngineFault) -> bool {
    match fault {
        EngineFault::Crashed { .. } | EngineFault::Killed | EngineFault::Unresponsive { .. } => {
            true
        }
        EngineFault::RequestFailed { code, .. } => *code != FailureCode::OutOfMemory,
        EngineFault::CannotStart { .. }
        | EngineFault::NoHello { .. }
        | EngineFault::VersionMismatch { .. }
        | EngineFault::LoadFailed { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use sanad_protocol::LoadedModel;

    use super::*;

    fn ready() -> EngineState {
        EngineState::Ready(LoadedModel {
            description: String::new(),
            parameters: 0,
            context_tokens: 0,
            threads: 1,
            load_seconds: 0.0,
            state_format: String::new(),
        })
    }

    fn dead() -> EngineState {
        EngineState::Failed(EngineFault::Killed)
    }

    const LOADING: EngineState = EngineState::Loading { percent: 0 };

    /// How often an engine is brought back over these states, seen so many times.
    fn count(times: usize, states: &[EngineState]) -> usize {
        let mut seen = Seen::default();
        let shown = states.iter().cycle().take(times * states.len());
        shown.filter(|state| seen.is_worth_starting(state)).count()
    }

    #[test]
    fn an_engine_that_was_ready_is_brought_back_and_one_that_never_was_is_not() {
        assert_eq!(count(1, &[LOADING, ready(), dead()]), 1);
        assert_eq!(count(1, &[LOADING, dead()]), 0);
        assert_eq!(count(1, &[LOADING, ready(), EngineState::Off, dead()]), 0);
        let no_memory = EngineState::Failed(EngineFault::RequestFailed {
            code: FailureCode::OutOfMemory,
            detail: String::new(),
        });
        assert_eq!(count(1, &[LOADING, ready(), no_memory]), 0);
    }

    #[test]
    fn engines_that_end_without_having_done_anything_are_given_up() {
        let idle = [LOADING, ready(), dead()];
        assert_eq!(count(10, &idle), 3);
        let busy = [LOADING, ready(), EngineState::Writing, ready(), dead()];
        assert_eq!(count(10, &busy), 10);
    }
}
