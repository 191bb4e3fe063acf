//! The bedside tools as people meet them: in their words, with values as they are typed, as a card to read or to copy.
//!
//! Needs no store, no model and no passphrase. The command line and the window both go through here, so that they
//! cannot say different things.

mod card;
mod entries;
mod named;
mod offers;
mod words;

pub(crate) use card::{Card, Labelled, ResultText};
pub(crate) use entries::{remarks, with_units_split};
pub(crate) use named::{Named, named};
pub(crate) use offers::offers;
pub(crate) use words::Words;

/// The day on which the newest of the tools' present versions was written, year first.
pub(crate) const DATED: &str = "2026-11-20";
