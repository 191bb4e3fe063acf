//! The word between a store and whoever copies its file: until it is broken or ended, the file stands still.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

const STANDS: u8 = 0;
const BROKEN: u8 = 1;
const ENDED: u8 = 2;

/// Shared by the store and the copier.
#[derive(Debug, Default)]
pub(crate) struct StandingStill(AtomicU8);

impl StandingStill {
    /// The copier is done: the store may write into the file again.
    pub(crate) fn end(&self) {
        self.0.store(ENDED, Ordering::SeqCst);
    }

    /// Asked by the copier after its last read: if it was not broken by then, all that was read stood still.
    pub(crate) fn was_broken(&self) -> bool {
        self.0.load(Ordering::SeqCst) == BROKEN
    }

    fn stands(&self) -> bool {
        self.0.load(Ordering::SeqCst) == STANDS
    }

    fn break_off(&self) {
        // An end that was said before stays said.
        let _ = self
            .0
            .compare_exchange(STANDS, BROKEN, Ordering::SeqCst, Ordering::SeqCst);
    }
}

/// The store's side of the word. Breaks it when dropped, which must happen before the file is written.
#[derive(Debug, Default)]
pub(crate) struct Promise(Option<Arc<StandingStill>>);

impl Promise {
    /// Gives a word; one that was given before is broken.
    pub(crate) fn give(&mut self) -> Arc<StandingStill> {
        self.break_off();
        let given = Arc::new(StandingStill::default());
        self.0 = Some(Arc::clone(&given));
        given
    }

    pub(crate) fn break_off(&self) {
        if let Some(given) = &self.0 {
            given.break_off();
        }
    }

    /// Whether the file must not be written now.
    pub(crate) fn binds(&self) -> bool {
        self.0.as_ref().is_some_and(|given| given.stands())
    }

    /// Whether a word was given that binds no more; forgets it.
    pub(crate) fn is_over(&mut self) -> bool {
        let over = self.0.is_some() && !self.binds();
        if over {
            self.0 = None;
        }
        over
    }
}

impl Drop for Promise {
    fn drop(&mut self) {
        self.break_off();
    }
}
