//! One answer from the engine, with or without a store.

use std::path::{Path, PathBuf};

use sanad_domain::{Answer, AnswerState, CutReason, GenerationStats, Sampling, Turn};
use sanad_engine_client::{
    ChatMessage, EngineFault, EngineSupervisor, GenerateOptions, GenerationEvent, ReadyEngine,
    SamplingParameters, StopReason,
};
use sanad_models::InstalledModel;
use tokio::sync::watch;

use crate::choice::{ModelChoice, model_file};

/// How long an answer may get, and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AnswerLimits {
    /// How the next token is drawn.
    pub sampling: Sampling,
    /// The most tokens to write.
    pub max_tokens: u32,
}

impl AnswerLimits {
    /// For one answer to a turn, or the rest of the one that was `begun`: what is said for the conversation alone
    /// comes first, and an answer behind others begins its dice elsewhere, so that it can be another one.
    pub(crate) fn for_answer(
        self,
        own: Option<Sampling>,
        turn: &Turn,
        begun: Option<&Answer>,
    ) -> Self {
        let others = turn.answers.len() - usize::from(begun.is_some()).min(turn.answers.len());
        let mut sampling = own.unwrap_or(self.sampling);
        let others = u32::try_from(others).unwrap_or(u32::MAX);
        sampling.seed = sampling.seed.wrapping_add(others);
        Self { sampling, ..self }
    }
}

impl Default for AnswerLimits {
    fn default() -> Self {
        Self {
            sampling: Sampling::default(),
            max_tokens: 1024,
        }
    }
}

/// How an answer ended.
#[derive(Debug)]
pub struct Generated {
    /// Whole, or cut by what.
    pub state: AnswerState,
    /// What it took; `None` when the engine did not live to tell.
    pub stats: Option<GenerationStats>,
    /// Why the engine failed, if it did.
    pub fault: Option<EngineFault>,
}

/// What is heard of an answer while it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard<'text> {
    /// The conversation does not fit the model's context, and its oldest messages were not put to it.
    LeftOut {
        /// How many, counted from the first message behind the system text.
        messages: u32,
    },
    /// The next piece.
    Wrote {
        /// Whole characters.
        piece: &'text str,
        /// Tokens written so far.
        answer_tokens: u32,
    },
}

/// Has an answer written. `hear` takes what happens meanwhile, and says whether to go on.
///
/// Stops when `stopped` becomes true. Nothing is kept: that is the caller's part.
pub async fn generate(
    engine: &EngineSupervisor,
    model: &InstalledModel,
    messages: Vec<ChatMessage>,
    limits: AnswerLimits,
    stopped: watch::Receiver<bool>,
    hear: &mut (dyn FnMut(Heard<'_>) -> bool + Send),
) -> Generated {
    let ready = engine.ensure_ready(model_file(model)).await;
    let asked = Asked {
        messages,
        limits,
        conversation: None,
        adapter: ModelChoice::adapter(model).map(Path::to_owned),
    };
    generate_with(ready, asked, stopped, hear).await
}

/// What an engine is asked.
pub(crate) struct Asked {
    /// The conversation so far.
    pub(crate) messages: Vec<ChatMessage>,
    /// How long the answer may get, and how it is drawn.
    pub(crate) limits: AnswerLimits,
    /// The name by which its state can be saved, if that may be.
    pub(crate) conversation: Option<String>,
    /// The adapter that belongs to the model, if one does.
    pub(crate) adapter: Option<PathBuf>,
}

/// As [`generate`], by an engine that is ready, or failed to be.
pub(crate) async fn generate_with(
    ready: Result<ReadyEngine, EngineFault>,
    asked: Asked,
    mut stopped: watch::Receiver<bool>,
    hear: &mut (dyn FnMut(Heard<'_>) -> bool + Send),
) -> Generated {
    let options = GenerateOptions {
        messages: asked.messages,
        sampling: parameters(asked.limits.sampling),
        max_tokens: asked.limits.max_tokens,
        conversation: asked.conversation,
        adapter: asked.adapter,
    };
    let mut generation = match ready.and_then(|ready| ready.generate(options)) {
        Ok(generation) => generation,
        Err(fault) => return Generated::failed(fault),
    };
    if *stopped.borrow_and_update() {
        generation.cancel();
    }
    let mut listens = true;
    loop {
        let event = tokio::select! {
            event = generation.next() => event,
            changed = stopped.changed(), if listens => {
                listens = changed.is_ok();
                if listens {
                    generation.cancel();
                }
                continue;
            }
        };
        match event {
            Ok(GenerationEvent::Reading { .. }) => {}
            Ok(GenerationEvent::LeftOut { messages }) => {
                if !hear(Heard::LeftOut { messages }) {
                    generation.cancel();
                }
            }
            Ok(GenerationEvent::Text {
                text,
                answer_tokens,
            }) => {
                let wrote = Heard::Wrote {
                    piece: &text,
                    answer_tokens,
                };
                if !hear(wrote) {
                    generation.cancel();
                }
            }
            Ok(GenerationEvent::Done {
                stop,
                prompt_tokens,
                answer_tokens,
                first_token_seconds,
                tokens_per_second,
                ..
            }) => {
                let stats = GenerationStats {
                    prompt_tokens,
                    answer_tokens,
                    first_token_seconds,
                    tokens_per_second,
                };
                return Generated {
                    state: state_of(stop),
                    stats: Some(stats),
                    fault: None,
                };
            }
            Err(fault) => return Generated::failed(fault),
        }
    }
}

impl Generated {
    fn failed(fault: EngineFault) -> Self {
        let state = AnswerState::Incomplete {
            reason: CutReason::EngineFailed,
        };
        Self {
            state,
            stats: None,
            fault: Some(fault),
        }
    }
}

fn state_of(stop: StopReason) -> AnswerState {
    match stop {
        StopReason::EndOfTurn => AnswerState::Complete,
        StopReason::MaxTokens | StopReason::ContextFull => AnswerState::Incomplete {
            reason: CutReason::LengthLimit,
        },
        StopReason::Cancelled => AnswerState::Incomplete {
            reason: CutReason::Stopped,
        },
    }
}

fn parameters(sampling: Sampling) -> SamplingParameters {
    let Sampling {
        temperature,
        top_k,
        top_p,
        min_p,
        repetition,
        seed,
    } = sampling;
    SamplingParameters {
        temperature,
        top_k,
        top_p,
        min_p,
        repetition,
        seed,
    }
}
