//! Starts, watches, questions and restarts the engine process.
//!
//! # Use
//!
//! One [`EngineSupervisor`] lives as long as the app.
//! It starts nothing until somebody asks for a model:
//!
//! ```no_run
//! # use sanad_engine_client::*;
//! # async fn example(options: GenerateOptions) -> Result<(), EngineFault> {
//! let supervisor = EngineSupervisor::new("sanad-engine");
//! let engine = supervisor.ensure_ready(ModelFile::new("model.gguf")).await?;
//! let mut generation = engine.generate(options)?;
//! loop {
//!     match generation.next().await? {
//!         GenerationEvent::LeftOut { .. } | GenerationEvent::Reading { .. } => {}
//!         GenerationEvent::Text { text, .. } => drop(text),
//!         GenerationEvent::Done { .. } => return Ok(()),
//!     }
//! }
//! # }
//! ```
//!
//! - [`EngineSupervisor::ensure_ready`] starts the process, or waits for one that is loading, or restarts one that died;
//!   asked for another model, it ends the old process first.
//! - [`ReadyEngine::generate`] returns at once, also with a question of 1 MB. Several requests are served in order.
//! - [`Generation::next`] gives one `Done` or one fault at the end; either way the next request may follow.
//! - Dropping a [`Generation`] before its end cancels the request.
//! - [`EngineSupervisor::watch`] tells the window what the engine is doing.
//! - Of several builds of the engine ([`EngineVariant`]) the best that this machine can run is started.
//! - [`watch_over`] starts an engine that ended by itself again.
//!
//! The engine's stdin and stdout carry frames; its stderr is drained into a bounded memory.
//!
//! # What it must never do
//!
//! Write what the engine says to the disk, look into a prompt or an answer, or panic for a fault of the engine.

mod board;
mod fault;
mod generation;
mod preparing;
mod process;
mod program;
mod stderr;
mod supervisor;
mod variants;
mod watchdog;

pub use board::EngineState;
pub use fault::EngineFault;
pub use generation::{GenerateOptions, Generation, GenerationCanceller, GenerationEvent};
pub use preparing::{measure_layouts, prepare_model};
pub use process::{Patience, ReadyEngine, Scored};
pub use program::{ModelFile, about_engine};
pub use sanad_protocol::{
    ChatMessage, ChatRole, ContinuationScore, EngineHello, FailureCode, Fidelity, LayoutSpeed,
    LoadedModel, PromptScore, PromptText, SamplingParameters, ScorePrompt, StopReason,
    WeightLayout,
};
pub use supervisor::EngineSupervisor;
pub use variants::{EngineVariant, SkippedEngine};
pub use watchdog::watch_over;
