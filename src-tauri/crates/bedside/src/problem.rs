//! Why a set of entries has no answer: one problem for each field that needs another look.

use serde::Serialize;
use thiserror::Error;

/// A field that needs another look.
#[derive(Clone, Debug, PartialEq, Error, Serialize)]
#[error("{field}: {problem}")]
pub struct FieldProblem {
    /// The field's key, or what was given in its place.
    pub field: String,
    /// What is wrong with it.
    pub problem: Problem,
}

/// What can be wrong with an entry; `bedside-problem-<name>` says it.
#[derive(Clone, Debug, PartialEq, Error, Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum Problem {
    /// A required field was left out or is blank.
    #[error("missing")]
    Missing,
    /// The text is not one number.
    #[error("not one number")]
    NotANumber,
    /// The text is a number to two kinds of readers, and not the same one.
    #[error("{grouped} or {decimal}")]
    Ambiguous {
        /// With the comma between thousands.
        grouped: String,
        /// With the comma as the decimal point.
        decimal: String,
    },
    /// Only whole numbers count here.
    #[error("not whole")]
    NotWhole,
    /// The value cannot be.
    #[error("not from {least} to {most} {unit}")]
    Impossible {
        /// The least value that can be, in the unit entered.
        least: String,
        /// The greatest value that can be, in the unit entered.
        most: String,
        /// The unit entered.
        unit: &'static str,
    },
    /// The value can be and hardly ever is: confirmed, it is taken.
    #[error("{value} {unit} is hardly ever seen")]
    Implausible {
        /// As read.
        value: String,
        /// The least usual value, in the unit entered.
        least: String,
        /// The greatest usual value, in the unit entered.
        most: String,
        /// The unit entered.
        unit: &'static str,
    },
    /// No unit was given, and the field has several.
    #[error("no unit")]
    UnitMissing,
    /// The field does not have this unit.
    #[error("unknown unit")]
    UnknownUnit,
    /// The field does not have this answer.
    #[error("unknown answer")]
    UnknownOption,
    /// The text is no day, or its year does not come first.
    #[error("not a day")]
    NotADay,
    /// The tool has no such field.
    #[error("unknown field")]
    UnknownField,
    /// The field was given twice.
    #[error("given twice")]
    Twice,
    /// The entry does not go together with another: `bedside-conflict-<rule>` says why.
    #[error("conflict: {rule}")]
    Conflict {
        /// Which rule is broken.
        rule: &'static str,
    },
}

impl Problem {
    /// The name that its message is found by.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotANumber => "not-a-number",
            Self::Ambiguous { .. } => "ambiguous",
            Self::NotWhole => "not-whole",
            Self::Impossible { .. } => "impossible",
            Self::Implausible { .. } => "implausible",
            Self::UnitMissing => "unit-missing",
            Self::UnknownUnit => "unknown-unit",
            Self::UnknownOption => "unknown-option",
            Self::NotADay => "not-a-day",
            Self::UnknownField => "unknown-field",
            Self::Twice => "twice",
            Self::Conflict { .. } => "conflict",
        }
    }

    /// The codes of all problems.
    pub const CODES: [&'static str; 13] = [
        "missing",
        "not-a-number",
        "ambiguous",
        "not-whole",
        "impossible",
        "implausible",
        "unit-missing",
        "unknown-unit",
        "unknown-option",
        "not-a-day",
        "unknown-field",
        "twice",
        "conflict",
    ];
}
