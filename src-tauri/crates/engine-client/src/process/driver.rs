//! The task that listens to one process until its end.

use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use sanad_protocol::{EngineEvent, EngineHello, LoadedModel, PROTOCOL_VERSION, RequestId};
use tokio::process::Child;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout};

use super::exit::{MemoryKills, fault_of};
use super::pipes::{Arrival, Outgoing, read_events, write_requests};
use super::{Answered, Life, Patience, Post, Scored, Shared};
use crate::board::EngineState;
use crate::generation::GenerationOutcome;
use crate::stderr::Tail;
use crate::{EngineFault, GenerationEvent};

/// Events that may wait to be taken; beyond them the engine waits.
const EVENTS_IN_FLIGHT: usize = 64;

/// For an engine whose stdin has closed: it only has to leave.
const TIME_TO_LEAVE: Duration = Duration::from_secs(2);

/// Serves the process's pipes, tells what happens, and reports the end.
pub(super) async fn drive(
    mut child: Child,
    requests: mpsc::UnboundedReceiver<Outgoing>,
    shared: Arc<Shared>,
    post: Post,
    patience: Patience,
) {
    let memory_kills = MemoryKills::counted();
    let (arrivals, mut arriving) = mpsc::channel(EVENTS_IN_FLIGHT);
    let tail = Tail::default();
    let stdin = child.stdin.take().expect("started with a pipe as stdin");
    let stdout = child.stdout.take().expect("started with a pipe as stdout");
    let stderr = child.stderr.take().expect("started with a pipe as stderr");
    tokio::spawn(write_requests(stdin, requests));
    tokio::spawn(read_events(stdout, arrivals));
    let draining = tokio::spawn(tail.clone().drain(stderr));

    let mut listener = Listener::new(&shared, &post, patience);
    let fault = listener.listen(&mut arriving).await;
    let (said_hello, was_loading) = (listener.hello.is_some(), listener.model.is_none());

    let ordered = shared.end_ordered();
    shared.order_end();
    if matches!(fault, Some(EngineFault::Unresponsive { .. })) {
        // It would not notice that its stdin has closed. An error means that it has ended already.
        let _ = child.start_kill();
    }
    let status = leave(&mut child).await;
    // What it printed last may still be in the pipe.
    let _ = timeout(TIME_TO_LEAVE, draining).await;
    let fault = fault.unwrap_or_else(|| match status {
        Some(status) if !said_hello && status.code().is_some() => EngineFault::NoHello {
            detail: format!("{status}; {}", tail.last_words()),
        },
        Some(status) => fault_of(status, memory_kills, was_loading, tail.last_words()),
        None => EngineFault::Crashed {
            status: "unknown".to_owned(),
            last_words: tail.last_words(),
        },
    });
    shared.finish(&fault);
    post.show(if ordered {
        EngineState::Off
    } else {
        EngineState::Failed(fault)
    });
}

async fn leave(child: &mut Child) -> Option<ExitStatus> {
    if let Ok(status) = timeout(TIME_TO_LEAVE, child.wait()).await {
        return status.ok();
    }
    let _ = child.start_kill();
    child.wait().await.ok()
}

struct Listener<'process> {
    shared: &'process Shared,
    post: &'process Post,
    patience: Patience,
    hello: Option<EngineHello>,
    model: Option<LoadedModel>,
    heard_at: Instant,
}

impl<'process> Listener<'process> {
    fn new(shared: &'process Shared, post: &'process Post, patience: Patience) -> Self {
        Self {
            shared,
            post,
            patience,
            hello: None,
            model: None,
            heard_at: Instant::now(),
        }
    }

    /// Until the end; `None` if the process closed its pipe without a reason.
    async fn listen(&mut self, arriving: &mut mpsc::Receiver<Arrival>) -> Option<EngineFault> {
        loop {
            if self.shared.end_ordered() {
                return Some(EngineFault::Killed);
            }
            let deadline = self.deadline();
            let silence = async {
                match deadline {
                    Some((since, patience)) => sleep_until(since + patience).await,
                    None => std::future::pending().await,
                }
            };
            let arrival = tokio::select! {
                arrival = arriving.recv() => arrival?,
                () = self.shared.poked.notified() => continue,
                () = silence => {
                    let seconds = deadline.map_or(0, |(_, patience)| patience.as_secs());
                    return Some(EngineFault::Unresponsive { seconds });
                }
            };
            self.heard_at = Instant::now();
            let fault = match arrival {
                Arrival::Event(event) => self.take(event),
                Arrival::State { id, bytes } => {
                    self.shared.answer(id, Answered::State(bytes));
                    None
                }
                Arrival::ForeignHello { protocol } => Some(wrong_version(protocol)),
                Arrival::Broken(error) if self.hello.is_none() => Some(EngineFault::NoHello {
                    detail: error.to_string(),
                }),
                Arrival::Broken(error) => {
                    let status = "unreadable".to_owned();
                    Some(EngineFault::Crashed {
                        status,
                        last_words: error.to_string(),
                    })
                }
            };
            if fault.is_some() {
                return fault;
            }
        }
    }

    /// Since when something is expected of it, and how long to wait; `None` while nothing is.
    fn deadline(&self) -> Option<(Instant, Duration)> {
        if self.hello.is_none() {
            return Some((self.heard_at, self.patience.handshake));
        }
        if self.model.is_none() {
            return Some((self.heard_at, self.patience.loading));
        }
        let pending = self.shared.pending();
        let since = pending.since.filter(|_| !pending.is_empty())?;
        Some((since.max(self.heard_at), self.patience.answering))
    }

    fn take(&mut self, event: EngineEvent) -> Option<EngineFault> {
        match event {
            EngineEvent::Hello(hello) if hello.protocol != PROTOCOL_VERSION => {
                return Some(wrong_version(hello.protocol));
            }
            EngineEvent::Hello(hello) => {
                self.hello = Some(hello);
                self.post.show(EngineState::Loading { percent: 0 });
            }
            EngineEvent::Loading { percent } => self.post.show(EngineState::Loading { percent }),
            EngineEvent::Ready(model) => return self.ready(model),
            EngineEvent::LoadFailed { code, detail } => {
                return Some(EngineFault::LoadFailed { code, detail });
            }
            EngineEvent::LeftOut { id, messages } => {
                self.shared
                    .send(id, Ok(GenerationEvent::LeftOut { messages }));
            }
            EngineEvent::PromptProgress {
                id,
                read_tokens,
                total_tokens,
                seconds_left,
            } => {
                self.post.show(EngineState::Reading {
                    percent: percent(read_tokens, total_tokens),
                    seconds_left: seconds_left.map(whole_seconds),
                });
                self.shared.send(
                    id,
                    Ok(GenerationEvent::Reading {
                        read_tokens,
                        total_tokens,
                        seconds_left,
                    }),
                );
            }
            EngineEvent::Text {
                id,
                text,
                answer_tokens,
            } => {
                self.post.show(EngineState::Writing);
                self.shared.send(
                    id,
                    Ok(GenerationEvent::Text {
                        text,
                        answer_tokens,
                    }),
                );
            }
            EngineEvent::Done {
                id,
                stop,
                prompt_tokens,
                left_out_messages,
                answer_tokens,
                first_token_seconds,
                tokens_per_second,
                ..
            } => {
                let done = GenerationEvent::Done {
                    stop,
                    prompt_tokens,
                    left_out_messages,
                    answer_tokens,
                    first_token_seconds,
                    tokens_per_second,
                };
                // A comparison that was cancelled: nobody waits for it any more.
                self.shared.pending().asked.remove(&id);
                self.rest(id, Ok(done));
            }
            // The bytes of a state make it an arrival of its own; an engine that serves says nothing of the others.
            EngineEvent::State { .. } | EngineEvent::Measured(_) | EngineEvent::Prepared(_) => {}
            EngineEvent::Restored { id, tokens } => {
                self.shared.answer(id, Answered::Restored(tokens));
            }
            EngineEvent::Scored {
                id,
                scores,
                read_tokens,
                seconds,
            } => {
                self.show_rest(id);
                let scored = Scored {
                    scores,
                    read_tokens,
                    seconds,
                };
                self.shared.answer(id, Answered::Scored(scored));
            }
            EngineEvent::Tokens { id, tokens } => {
                self.shared.answer(id, Answered::Tokens(tokens));
            }
            EngineEvent::RequestFailed { id, code, detail } => {
                let fault = EngineFault::RequestFailed { code, detail };
                self.shared.answer(id, Answered::Failed(fault.clone()));
                self.rest(id, Err(fault));
            }
        }
        None
    }

    fn ready(&mut self, model: LoadedModel) -> Option<EngineFault> {
        let Some(hello) = self.hello.clone() else {
            return Some(EngineFault::NoHello {
                detail: "ready before hello".to_owned(),
            });
        };
        self.model = Some(model.clone());
        self.post.show(EngineState::Ready(model.clone()));
        self.shared.life.send_replace(Life::Ready { hello, model });
        None
    }

    /// A request has ended; the board is shown first, so that whoever got the last event finds it right.
    fn rest(&self, id: RequestId, last: GenerationOutcome) {
        self.show_rest(id);
        self.shared.send(id, last);
    }

    fn show_rest(&self, id: RequestId) {
        let others = self
            .shared
            .pending()
            .requests
            .keys()
            .any(|other| *other != id);
        if let Some(model) = self.model.clone().filter(|_| !others) {
            self.post.show(EngineState::Ready(model));
        }
    }
}

fn wrong_version(found: u32) -> EngineFault {
    EngineFault::VersionMismatch {
        expected: PROTOCOL_VERSION,
        found,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "casts of floats stop at the limits of the whole number"
)]
fn whole_seconds(seconds: f64) -> u32 {
    seconds.ceil() as u32
}

fn percent(part: u32, whole: u32) -> u8 {
    let percent = u64::from(part) * 100 / u64::from(whole.max(1));
    u8::try_from(percent.min(100)).unwrap_or(100)
}
