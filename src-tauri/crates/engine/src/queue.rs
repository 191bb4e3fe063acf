//! Requests that wait, the one that runs, and what has been cancelled.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use sanad_protocol::{GenerateRequest, RequestId, ScoreRequest};

/// What the computing thread is asked for.
#[derive(Debug, PartialEq)]
pub(crate) enum Job {
    /// An answer.
    Generate(GenerateRequest),
    /// What is in memory of a conversation.
    Save {
        /// The request.
        id: RequestId,
        /// Its name.
        conversation: String,
        /// What it was read with.
        adapter: Option<u32>,
    },
    /// The reverse.
    Restore {
        /// The request.
        id: RequestId,
        /// The name it gets.
        conversation: String,
        /// What it was read with.
        adapter: Option<u32>,
        /// What was handed over.
        state: Vec<u8>,
    },
    /// How likely continuations are.
    Score(ScoreRequest),
    /// The tokens of texts.
    Tokenize {
        /// The request.
        id: RequestId,
        /// The texts.
        texts: Vec<String>,
    },
}

impl Job {
    fn id(&self) -> RequestId {
        match self {
            Self::Generate(request) => request.id,
            Self::Score(request) => request.id,
            Self::Save { id, .. } | Self::Restore { id, .. } | Self::Tokenize { id, .. } => *id,
        }
    }
}

/// Filled by the thread that reads stdin, emptied by the one that computes.
#[derive(Default)]
pub(crate) struct RequestQueue {
    state: Mutex<State>,
    arrived: Condvar,
    stop: AtomicBool,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Job>,
    running: Option<RequestId>,
}

/// What became of a cancelled request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Cancelled {
    /// It had not begun and never will; nobody else reports it.
    Waiting,
    /// It runs, has been told to stop, and will report its end itself.
    Running,
    /// It has ended already, or never was.
    Unknown,
}

impl RequestQueue {
    /// Puts a request behind the others.
    pub(crate) fn push(&self, job: Job) {
        self.state().waiting.push_back(job);
        self.arrived.notify_one();
    }

    /// Waits for the next request, which then counts as running.
    pub(crate) fn next(&self) -> Job {
        let mut state = self.state();
        state.running = None;
        loop {
            if let Some(job) = state.waiting.pop_front() {
                // Under the lock, so that no cancel meant for the request before can hit this one.
                self.stop.store(false, Ordering::Relaxed);
                state.running = Some(job.id());
                return job;
            }
            state = self
                .arrived
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Takes a waiting request out, or tells the running one to stop.
    pub(crate) fn cancel(&self, id: RequestId) -> Cancelled {
        let mut state = self.state();
        if state.running == Some(id) {
            self.stop.store(true, Ordering::Relaxed);
            return Cancelled::Running;
        }
        match state.waiting.iter().position(|job| job.id() == id) {
            Some(place) => {
                state.waiting.remove(place);
                Cancelled::Waiting
            }
            None => Cancelled::Unknown,
        }
    }

    /// Whether the running request is to stop. Asked after every node of the graph, so it takes no lock.
    pub(crate) fn stop_wanted(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use sanad_protocol::SamplingParameters;

    use super::*;

    fn request(id: RequestId) -> GenerateRequest {
        GenerateRequest {
            id,
            messages: Vec::new(),
            sampling: SamplingParameters::GREEDY,
            max_tokens: 1,
            conversation: None,
            adapter: None,
        }
    }

    #[test]
    fn a_cancel_hits_the_request_it_names_and_no_other() {
        let queue = RequestQueue::default();
        for id in 1..=3 {
            queue.push(Job::Generate(request(id)));
        }
        assert_eq!(queue.next().id(), 1);
        assert_eq!(queue.cancel(2), Cancelled::Waiting);
        assert!(!queue.stop_wanted(), "the running request was not meant");
        assert_eq!(queue.cancel(1), Cancelled::Running);
        assert!(queue.stop_wanted());
        assert_eq!(queue.next().id(), 3, "the second was taken out");
        assert!(!queue.stop_wanted(), "the cancel went with its request");
        assert_eq!(queue.cancel(1), Cancelled::Unknown);
    }
}
