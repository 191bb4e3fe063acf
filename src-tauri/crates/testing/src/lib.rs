//! For tests only: a clock that is set by hand, paths of fixtures, small model files and ways to damage them.
//!
//! No shipped crate may depend on this one outside `dev-dependencies`.

mod architectures;
mod clock;
mod dice;
mod gguf;
mod mutation;
mod paper;
mod paths;
mod runs;

pub use architectures::{adapters_of, models_of_each_architecture, split_model};
pub use clock::FixedClock;
pub use dice::{Dice, rounds};
pub use gguf::GgufBuilder;
pub use mutation::mutated;
pub use paper::Paper;
pub use paths::{fixture_model, shared_data, starter_model, workspace_root};
pub use runs::{ClinicalRuns, openings};
