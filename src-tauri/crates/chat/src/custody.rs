//! The store in and out of the service's hands: while it is closed and opened anew, and before it is locked.

use std::time::{Duration, Instant};

use sanad_history::{HistoryError, Store};

use crate::chat::lock;
use crate::{Chat, ChatError};

/// What became of a store that was taken out.
pub struct Exchange<T> {
    /// The store to go on with; `None` closes the service.
    pub store: Option<Store>,
    /// What the work has to say.
    pub outcome: Result<T, HistoryError>,
}

impl Chat {
    /// Takes the store out, has it worked on, and goes on with what comes back; everybody else waits meanwhile.
    ///
    /// # Errors
    /// [`ChatError::Busy`] while an answer is being written, [`ChatError::Closed`], and what the work fails with.
    pub fn exchange_store<T>(
        &self,
        work: impl FnOnce(Store) -> Exchange<T>,
    ) -> Result<T, ChatError> {
        let mut held = lock(&self.store);
        if let Some(turn) = lock(&self.running).keys().next() {
            return Err(ChatError::Busy(*turn));
        }
        let store = held.take().ok_or(ChatError::Closed)?;
        let Exchange { store, outcome } = work(store);
        *held = store;
        Ok(outcome?)
    }

    /// Whether an answer is being written in any conversation.
    #[must_use]
    pub fn is_answering(&self) -> bool {
        !lock(&self.running).is_empty()
    }

    /// Stops every answer, and waits up to `patience` until what was written of them is kept.
    ///
    /// An answer that takes longer is found at the next opening as far as it was written.
    pub fn stop_all(&self, patience: Duration) {
        let begun = Instant::now();
        while self.is_answering() && begun.elapsed() < patience {
            for running in lock(&self.running).values() {
                running.stop.send_replace(true);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}
