//! Where events go: one frame at a time, from whichever thread.

use std::io::Write;
use std::sync::{Mutex, PoisonError};

use sanad_protocol::{EngineEvent, write_frame};

use crate::os::leave;

/// Status when the app has closed the pipe: nobody is left to answer.
pub(crate) const EXIT_NOBODY_LISTENS: i32 = 3;

/// The reserved stdout.
pub(crate) struct Outlet {
    pipe: Mutex<Box<dyn Write + Send>>,
}

impl Outlet {
    pub(crate) fn new(pipe: impl Write + Send + 'static) -> Self {
        Self {
            pipe: Mutex::new(Box::new(pipe)),
        }
    }

    /// Writes and flushes one event. A broken pipe ends the process, since no event could follow.
    pub(crate) fn send(&self, event: &EngineEvent) {
        self.send_with(event, &[]);
    }

    /// [`Self::send`], with raw bytes behind the event.
    pub(crate) fn send_with(&self, event: &EngineEvent, raw: &[u8]) {
        // One write for each frame: a line in pieces would cost a system call for each piece.
        let mut frame = Vec::new();
        write_frame(&mut frame, event, raw)
            .expect("an event is plain data, and a vector takes every byte");
        let mut pipe = self.pipe.lock().unwrap_or_else(PoisonError::into_inner);
        if pipe.write_all(&frame).and_then(|()| pipe.flush()).is_err() {
            leave(EXIT_NOBODY_LISTENS);
        }
    }
}
