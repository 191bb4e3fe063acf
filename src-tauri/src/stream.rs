//! Gathers what a model writes into blocks and sends them to the window 20 times a second.
//!
//! Tauri evaluates a script for each small channel message, so tokens are not sent one by one.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sanad_chat::TurnStep;
use sanad_domain::{AnswerId, Language};
use sanad_guard::{Around, Sources};
use sanad_text::Streaming;
use tauri::ipc::Channel;

use crate::wire::{BlockView, OpenBlockView, TurnEvent, TurnView, question_language};

/// Between two messages to the window: short enough to read as writing, long enough to stay cheap.
const INTERVAL: Duration = Duration::from_millis(45);

/// One turn's stream to the window.
pub(crate) struct AnswerStream {
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    channel: Channel<TurnEvent>,
    text: Streaming,
    /// What was said up to the question.
    sources: Sources,
    around: Around,
    waiting: String,
    last_sent: Instant,
}

impl AnswerStream {
    /// A stream for the answer to `question`, whose language, chosen or detected, breaks ties of direction;
    /// `before` is what was said before it.
    pub(crate) fn new(
        channel: Channel<TurnEvent>,
        question: &str,
        chosen: Option<Language>,
        before: Sources,
    ) -> Self {
        let text = Streaming::new(question_language(question, chosen));
        let mut sources = before;
        sources.add(question);
        // The first word is sent at once: it is what somebody at a bedside waits for.
        let last_sent = Instant::now()
            .checked_sub(INTERVAL)
            .unwrap_or_else(Instant::now);
        let inner = Inner {
            channel,
            text,
            sources,
            around: Around::default(),
            waiting: String::new(),
            last_sent,
        };
        Self {
            inner: Arc::new(Mutex::new(inner)),
        }
    }

    /// What is there of the answer already, to be sent before what follows.
    pub(crate) fn begin_with(&self, text: &str) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.waiting.push_str(text);
    }

    /// What the chat service calls at each step.
    pub(crate) fn sink(&self) -> impl Fn(TurnStep) -> bool + Send + Sync + 'static {
        let inner = Arc::clone(&self.inner);
        move |step| {
            inner
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .take(step)
        }
    }
}

impl Inner {
    fn take(&mut self, step: TurnStep) -> bool {
        match step {
            TurnStep::Asked { conversation, turn } => self.send(TurnEvent::Asked {
                conversation: conversation.into(),
                turn: TurnView::of(turn, &self.sources),
            }),
            TurnStep::Wrote {
                answer,
                piece,
                answer_tokens,
            } => {
                self.waiting.push_str(&piece);
                if self.last_sent.elapsed() < INTERVAL {
                    return true;
                }
                self.last_sent = Instant::now();
                self.send_text(answer, answer_tokens)
            }
            TurnStep::LeftOut { first_seen, .. } => self.send(TurnEvent::LeftOut {
                first_seen: first_seen.to_string(),
            }),
            TurnStep::Finished { turn } => {
                let turn = TurnView::of(turn, &self.sources);
                self.send(TurnEvent::Finished { turn })
            }
        }
    }

    fn send_text(&mut self, answer: AnswerId, answer_tokens: u32) -> bool {
        let mut step = self.text.push(&std::mem::take(&mut self.waiting));
        self.sources.mark(&mut step.closed, &mut self.around);
        self.send(TurnEvent::Writing {
            answer: answer.to_string(),
            closed: BlockView::all(step.closed),
            open: OpenBlockView::from(step.open),
            answer_tokens,
        })
    }

    fn send(&self, event: TurnEvent) -> bool {
        self.channel.send(event).is_ok()
    }
}
