//! One answer on its way.

use std::path::PathBuf;

use sanad_protocol::{
    ChatMessage, EngineRequest, GenerateRequest, RequestId, SamplingParameters, StopReason,
};
use tokio::sync::mpsc;

use crate::EngineFault;
use crate::process::Outgoing;

/// What is wanted of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct GenerateOptions {
    /// The conversation so far, oldest first, the question last, or the beginning of its answer to go on with.
    pub messages: Vec<ChatMessage>,
    /// How tokens are drawn.
    pub sampling: SamplingParameters,
    /// The most tokens to write; at least 1.
    pub max_tokens: u32,
    /// A name by which its state can be saved; none for what is never to be saved.
    pub conversation: Option<String>,
    /// The adapter to answer with, one of those that the engine was started with; none for the model as it is.
    pub adapter: Option<PathBuf>,
}

impl GenerateOptions {
    pub(crate) fn on_the_wire(self, id: RequestId, adapter: Option<u32>) -> GenerateRequest {
        let Self {
            messages,
            sampling,
            max_tokens,
            conversation,
            adapter: _,
        } = self;
        GenerateRequest {
            id,
            messages,
            sampling,
            max_tokens,
            conversation,
            adapter,
        }
    }
}

/// What happens to a request, in this order: at most one `LeftOut`, any `Reading`, any `Text`, one `Done`.
#[derive(Clone, Debug, PartialEq)]
pub enum GenerationEvent {
    /// The conversation is longer than the context: its oldest messages are not put to the model.
    LeftOut {
        /// How many, counted from the first message behind the system text.
        messages: u32,
    },
    /// The prompt is being read; comes every 200 ms while the engine computes.
    ///
    /// The first says how much of the prompt was still in the context from an earlier turn.
    Reading {
        /// Tokens read so far, those from an earlier turn included.
        read_tokens: u32,
        /// Tokens of the whole prompt.
        total_tokens: u32,
        /// Seconds until it is read, at the speed of this request so far; `None` before anything could be measured.
        seconds_left: Option<f64>,
    },
    /// More of the answer.
    Text {
        /// Whole characters.
        text: String,
        /// Tokens written so far.
        answer_tokens: u32,
    },
    /// It has ended; nothing follows.
    Done {
        /// Why.
        stop: StopReason,
        /// Tokens of the rendered prompt.
        prompt_tokens: u32,
        /// Messages that were left out, as [`GenerationEvent::LeftOut`] said.
        left_out_messages: u32,
        /// Tokens written, the end-of-turn token excluded.
        answer_tokens: u32,
        /// From the request's turn in the queue to the first token, in seconds.
        first_token_seconds: f64,
        /// Tokens per second, wall clock, first token excluded; 0 with fewer than two.
        tokens_per_second: f64,
    },
}

/// What a process sends to who waits for an answer.
pub(crate) type GenerationOutcome = Result<GenerationEvent, EngineFault>;

/// The events of one request. Dropping it before the end cancels the request.
#[derive(Debug)]
pub struct Generation {
    events: mpsc::UnboundedReceiver<GenerationOutcome>,
    canceller: GenerationCanceller,
    ended: bool,
}

/// Cancels a request from elsewhere than where its events are read.
#[derive(Clone, Debug)]
pub struct GenerationCanceller {
    id: RequestId,
    to_engine: mpsc::WeakUnboundedSender<Outgoing>,
}

impl Generation {
    pub(crate) fn new(
        id: RequestId,
        events: mpsc::UnboundedReceiver<GenerationOutcome>,
        to_engine: mpsc::WeakUnboundedSender<Outgoing>,
    ) -> Self {
        Self {
            events,
            canceller: GenerationCanceller { id, to_engine },
            ended: false,
        }
    }

    /// Waits for what happens next. Cancel-safe: no event is lost if this is dropped while it waits.
    ///
    /// # Errors
    /// [`EngineFault::RequestFailed`], or what ended the process. What came before is all there is.
    /// Asked again after the end, it says [`EngineFault::Killed`].
    pub async fn next(&mut self) -> Result<GenerationEvent, EngineFault> {
        // The channel closes without a last word only when the runtime shuts down.
        let outcome = self.events.recv().await.unwrap_or(Err(EngineFault::Killed));
        self.ended |= is_last(&outcome);
        outcome
    }

    /// Asks the engine to stop; `Done` with [`StopReason::Cancelled`] follows, unless the answer has ended already.
    pub fn cancel(&self) {
        self.canceller.cancel();
    }

    /// A handle to cancel it from elsewhere.
    #[must_use]
    pub fn canceller(&self) -> GenerationCanceller {
        self.canceller.clone()
    }
}

impl GenerationCanceller {
    /// Asks the engine to stop; does nothing if the answer has ended.
    pub fn cancel(&self) {
        if let Some(to_engine) = self.to_engine.upgrade() {
            // An engine that is gone computes nothing any more.
            let _ = to_engine.send(EngineRequest::Cancel { id: self.id }.into());
        }
    }
}

impl Drop for Generation {
    fn drop(&mut self) {
        if !self.ended {
            self.cancel();
        }
    }
}

pub(crate) fn is_last(outcome: &GenerationOutcome) -> bool {
    matches!(outcome, Ok(GenerationEvent::Done { .. }) | Err(_))
}
