//! What a tool's function hands back: values under the keys of its figures, points, notes.
//!
//! Labels, units, formulas and rounding are added by `evaluate` from the tool's own declarations.

use crate::day::Day;
use crate::inputs::Inputs;
use crate::threshold::Bands;
use crate::tool::{Conflict, Figure};

/// The parts of an answer, in the order in which they are shown.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) parts: Vec<Part>,
}

pub(crate) enum Part {
    /// The value of a figure, in its unit, with bands that depend on the entries where there are such.
    Figure {
        key: &'static str,
        value: f64,
        bands: Option<Bands>,
    },
    /// The value of a figure that exists only for these entries, and its formula.
    Derived {
        figure: Figure,
        formula: String,
        value: f64,
    },
    Day {
        key: &'static str,
        day: Day,
    },
    Points {
        field: &'static str,
        points: f64,
    },
    Note(&'static str),
}

impl Answer {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The value of one of the tool's figures, in its unit.
    pub(crate) fn give(mut self, key: &'static str, value: f64) -> Self {
        self.parts.push(Part::Figure {
            key,
            value,
            bands: None,
        });
        self
    }

    /// The same, with bands that hold for this patient.
    pub(crate) fn banded(mut self, key: &'static str, value: f64, bands: Bands) -> Self {
        self.parts.push(Part::Figure {
            key,
            value,
            bands: Some(bands),
        });
        self
    }

    pub(crate) fn derive(mut self, figure: Figure, formula: String, value: f64) -> Self {
        self.parts.push(Part::Derived {
            figure,
            formula,
            value,
        });
        self
    }

    pub(crate) fn day(mut self, key: &'static str, day: Day) -> Self {
        self.parts.push(Part::Day { key, day });
        self
    }

    /// What one entry counts in a score.
    pub(crate) fn points(mut self, field: &'static str, points: f64) -> Self {
        self.parts.push(Part::Points { field, points });
        self
    }

    /// Something that the reader has to know beside the figures; `bedside-note-<key>` says it.
    pub(crate) fn note(mut self, key: &'static str) -> Self {
        self.parts.push(Part::Note(key));
        self
    }

    pub(crate) fn note_if(self, applies: bool, key: &'static str) -> Self {
        if applies { self.note(key) } else { self }
    }

    /// The sum of the points given so far.
    pub(crate) fn total(&self) -> f64 {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Points { points, .. } => *points,
                _ => 0.0,
            })
            .sum()
    }
}

/// The points of every answer, and their sum under the tool's first figure.
pub(crate) fn sum_of_points(inputs: &Inputs) -> Result<Answer, Conflict> {
    let answer = inputs
        .tool
        .fields
        .iter()
        .fold(Answer::new(), |answer, field| {
            answer.points(field.key, inputs.points(field.key))
        });
    let total = answer.total();
    let figure = inputs
        .tool
        .figures
        .first()
        .expect("a score has a figure for its total");
    Ok(answer.give(figure.key, total))
}
