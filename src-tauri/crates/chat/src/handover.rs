//! The store, lent for as long as one page of a conversation takes.

use sanad_history::{HistoryError, Store};

use crate::{Chat, ChatError};

impl Chat {
    /// Does something with the store that is neither asking nor answering, such as reading a page to export.
    ///
    /// Whoever is asking waits meanwhile, so a long piece of work calls this many times.
    ///
    /// # Errors
    /// [`ChatError::Closed`], [`ChatError::History`].
    pub fn with_store<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, HistoryError>,
    ) -> Result<T, ChatError> {
        self.write(work)
    }
}
