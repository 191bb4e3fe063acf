//! Health claims: how they are put at five levels of presupposition, and which stance a written answer takes.
//!
//! A model that knows a claim to be false when asked may still write the article that spreads it; hence the levels.
//! The model always writes freely. It is never made to choose, since a forced choice measures something else.

mod cues;
mod scores;
mod stance;
mod templates;
mod words;

pub use scores::{ClaimScores, LevelScore, score};
pub use stance::{Stance, stance};
pub use templates::{Level, ask};
