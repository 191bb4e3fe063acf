//! What a card shows: results, their interpretation, the working line by line, sources.
//!
//! Everything here can be written as JSON; keys become words through Fluent, figures are Latin digits already.

use serde::Serialize;

use crate::day::Day;
use crate::number::Remark;
use crate::quantity::Unit;
use crate::rounding::Rounding;
use crate::tool::Source;

/// The answer of a tool to a set of entries.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The tool's key.
    pub tool: &'static str,
    /// The tool's version.
    pub version: u32,
    /// What was entered, as it was understood.
    pub entered: Vec<Entered>,
    /// The results, in order.
    pub results: Vec<Shown>,
    /// How they came about, line by line.
    pub working: Vec<Line>,
    /// What has to be known beside them: `bedside-note-<key>`.
    pub notes: Vec<&'static str>,
    /// Where the tool comes from.
    pub sources: &'static [Source],
    /// Who reviewed it.
    pub reviewed_by: Option<&'static str>,
    /// For doses: how each was checked against its two sources.
    pub checks: Vec<&'static crate::checks::DoseCheck>,
}

/// One entry as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entered {
    /// The field's key.
    pub field: &'static str,
    /// What it was read as.
    pub value: EnteredValue,
    /// What had to be understood to read it.
    pub remark: Option<Remark>,
    /// Whether it lies outside of what is plausible and was confirmed.
    pub confirmed: bool,
}

/// The value of an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum EnteredValue {
    /// A number in the unit that was chosen.
    Number {
        /// As entered.
        value: f64,
        /// As it is shown, in Latin digits.
        shown: String,
        /// The unit it was entered in.
        unit: &'static Unit,
    },
    /// The key of the answer chosen.
    Choice {
        /// `bedside-option-<option>` says it.
        option: &'static str,
    },
    /// A day.
    Day {
        /// Written year first.
        day: Day,
    },
}

/// A result.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// `bedside-value-<key>` is its label.
    pub key: &'static str,
    /// The full value; `None` for a day.
    pub value: Option<f64>,
    /// As it is shown: rounded as `rounding` says, in Latin digits, a day year first.
    pub shown: String,
    /// Empty for a pure number and for a day.
    pub unit: &'static str,
    /// The display rounding; `None` for a day.
    pub rounding: Option<Rounding>,
    /// Whether what is shown is the whole value.
    pub exact: bool,
    /// `bedside-band-<band>` interprets it; taken from the full value, not from the rounded one.
    pub band: Option<&'static str>,
}

/// One line of the working.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Line {
    /// A formula, the same with numbers put in, and what comes out.
    Formula {
        /// The figure that the line gives.
        key: &'static str,
        /// With names in braces: `{weight:kg} / {height:m}²`.
        formula: String,
        /// With numbers: `70 kg / (1.75 m)²`.
        substituted: String,
        /// The numbers put in, in the order of the braces.
        terms: Vec<Term>,
        /// The full value.
        value: f64,
        /// The value with six digits, or as the result shows it where that is more.
        shown: String,
        /// The unit of the value.
        unit: &'static str,
        /// Whether `shown` is the whole value: `=` stands before it, and `≈` otherwise.
        exact: bool,
    },
    /// What one entry counts.
    Points {
        /// The field's key.
        field: &'static str,
        /// Its points.
        points: f64,
    },
}

/// A number in a formula.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// The key of a field or figure.
    pub key: String,
    /// As it stands in the line.
    pub shown: String,
    /// The unit it stands there in.
    pub unit: String,
}
