//! The only user of llama.cpp, in a process of its own.
//!
//! A malformed model file can make llama.cpp call `abort()`, and no Rust code can catch that,
//! so inference lives in the executable `sanad-engine`, which the app starts, talks to over pipes, and may lose.
//! One process serves one model.
//!
//! This crate owns loading, prompt rendering, tokenising, decoding and sampling.
//! It must never write anything but frames to stdout, never write conversation text to stderr,
//! and never open a socket, start a program or write a file: [`contain`] takes that away before the model is read.

mod answer;
pub mod contain;
mod conversations;
mod failure;
mod fidelity;
mod fitting;
mod generate;
mod lookup;
mod measure;
mod native;
mod os;
mod outlet;
mod prepare;
mod progress;
mod prompt;
mod queue;
mod resume;
mod sampler;
mod scoring;
mod serve;
mod speculation;
mod template;
mod threads;
mod utf8;
mod writing;

pub use failure::EngineError;
pub use generate::{EngineSettings, Generator};
pub use measure::measure;
pub use native::system_info;
pub use prepare::{PrepareSettings, prepare};
pub use serve::{about, serve};
pub use speculation::{Speculation, SpeculationRecord};
