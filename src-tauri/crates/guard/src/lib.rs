//! The number guard: finds the doses, values and limits of a generated answer that come from nowhere.
//!
//! Owns what a clinical figure is, in digits and words, in Arabic and English, and what makes two of them the same:
//! value, unit and medicine. A figure is supported by a person's own words, by a calculation that was put into them,
//! or by a text that is cited. It must never take generated text for a source, and never change a character.
//!
//! Which medicine a figure belongs to is a rule and no understanding: the nearest name in its sentence, else the last
//! one before it in the paragraph, else the row, column, item or heading that it stands under.
//! A source that names no medicine near a figure supports it for the medicines that its text names, or, where it names
//! none, for those that earlier texts named; an answer that speaks of no medicine needs value and unit only.

mod bounds;
mod counted;
mod drugs;
mod figures;
mod frequency;
mod labels;
mod marking;
mod matching;
mod names;
mod scope;
mod sources;
mod tokens;
mod units;
mod words;

pub use marking::{Around, Counted};
pub use sources::Sources;
