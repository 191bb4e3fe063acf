//! Right answers with no model: calculators, scores, conversions, doses, each with its working and its source.
//!
//! Owns pure functions and what a card has to show about them; opens with no model and while the store is locked.
//! It must never guess: a missing entry is named, an impossible one refused, an implausible one asked about, a text
//! with two readings given back. It must never round a value that something else is calculated from, never hold prose
//! for people (keys become words in `ui/locales/*/bedside.ftl`), and never touch a clock, a file or a model.

mod answer;
mod checks;
mod day;
mod evaluate;
mod fields;
mod inputs;
mod kit;
mod mentions;
mod number;
mod outcome;
mod problem;
mod quantities;
mod quantity;
mod ranges;
mod rounding;
mod search;
mod threshold;
mod tool;
mod tools;
mod working;

pub use checks::{DoseCheck, dose_checks};
pub use day::Day;
pub use evaluate::{Entry, evaluate};
pub use mentions::{Mention, mentions};
pub use number::{Number, NumberError, Remark, read as read_number};
pub use outcome::{Entered, EnteredValue, Line, Outcome, Shown, Term};
pub use problem::{FieldProblem, Problem};
pub use quantity::{Quantity, Unit};
pub use ranges::{OwnRange, RangeError, ReferenceRange, Who, reference_ranges};
pub use rounding::Rounding;
pub use search::find;
pub use threshold::{Band, Bands, Edge};
pub use tool::{Choice, Field, Figure, Group, Kind, Measure, Source, Span, Tool};
pub use tools::{catalogue, tool};
