//! How far a model can be trusted on this laptop in this language: statistics, metrics, protocols, items and import.
//!
//! Owns everything about the self-check that can be computed without a model, a store or a window.
//! It must never start anything, read a clock or draw a random number of its own: seeds arrive as arguments.
//! No figure leaves it without what is needed to read it: an interval, a chance level, a count of unparsed answers.

pub mod answers;
pub mod check;
pub mod claims;
mod error;
pub mod extraction;
pub mod import;
pub mod items;
pub mod metrics;
pub mod notes;
pub mod predictions;
pub mod protocols;
mod python_text;
mod question;
pub mod round_trip;
pub mod statistics;
pub mod translation;
mod ways;

pub use error::SelfCheckError;
pub use question::Question;
pub use ways::{
    Challenger, Decision, MINIMUM_GAIN, SIGNIFICANCE, Shortcoming, Verdict, Way, choose_way,
};
