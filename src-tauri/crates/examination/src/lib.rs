//! Asks a model the self-check's items through the engine, and hands each result over as soon as it is there.
//!
//! Owns the way from a step of a plan to its result, and the file in which the command line keeps results.
//! It must never decide what is asked or what a result means (`selfcheck` does), and never touch the store (the shell
//! does).

mod ask;
mod journal;
mod run;
mod speed;

pub use ask::{Answered, ask};
pub use journal::{Journal, JournalError, JournalHead};
pub use run::{Flow, RunEnd, key, run};
pub use speed::measure;
