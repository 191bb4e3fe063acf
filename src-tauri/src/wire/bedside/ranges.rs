//! Reference ranges as the window draws them, and a laboratory's own as they were typed.

use sanad_bedside::{OwnRange, RangeError, ReferenceRange, Rounding, Who, read_number};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{TextView, key_of};
use crate::bedside::Words;
use crate::error::ShellError;

/// A reference range.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct RangeView {
    /// What is measured; names it in calls.
    pub analyte: String,
    /// Whom it holds for: `adult`, `man` or `woman`.
    pub who: String,
    /// What is measured.
    pub name: TextView,
    /// Whom it holds for.
    pub who_name: TextView,
    /// Both ends with their unit.
    pub ends: TextView,
    /// The lower end in Latin digits; empty for none.
    pub low: String,
    /// The upper end; empty for none.
    pub high: String,
    /// The unit of both.
    pub unit: String,
    /// The units to choose from.
    pub units: Vec<String>,
    /// Whether it is the laboratory's own.
    pub is_own: bool,
    /// Where it was published; without spans for a laboratory's own.
    pub source: TextView,
}

/// A range that a laboratory states for itself, as it was typed.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct OwnRangeView {
    /// The analyte's key.
    pub analyte: String,
    /// `adult`, `man` or `woman`.
    pub who: String,
    /// The lower end in any digits; blank for none.
    pub low: String,
    /// The upper end.
    pub high: String,
    /// One of the units of the analyte.
    pub unit: String,
}

impl RangeView {
    pub(crate) fn of(range: &ReferenceRange, words: &Words) -> Self {
        let shown = |end: Option<f64>| {
            end.map(|end| Rounding::Significant(6).shown(end))
                .unwrap_or_default()
        };
        let (low, high) = (shown(range.low), shown(range.high));
        let ends = match (range.low, range.high) {
            (Some(_), Some(_)) => format!("{low}–{high} {}", range.unit),
            (Some(_), None) => format!("≥ {low} {}", range.unit),
            (None, _) => format!("≤ {high} {}", range.unit),
        };
        let who = key_of(range.who);
        let source = range
            .source
            .map(|source| format!("{} ({}). {}", source.citation, source.year, source.at));
        Self {
            analyte: range.analyte.to_owned(),
            name: TextView::of(&words.say("value", range.analyte), words.spoken),
            who_name: TextView::of(&words.say("who", &who), words.spoken),
            ends: TextView::latin(&ends),
            low,
            high,
            unit: range.unit.to_owned(),
            units: range
                .quantity
                .units
                .iter()
                .map(|unit| unit.symbol.to_owned())
                .collect(),
            is_own: range.source.is_none(),
            source: TextView::latin(&source.unwrap_or_default()),
            who,
        }
    }
}

impl TryFrom<OwnRangeView> for OwnRange {
    type Error = ShellError;

    fn try_from(view: OwnRangeView) -> Result<Self, ShellError> {
        Ok(Self {
            who: match view.who.as_str() {
                "man" => Who::Man,
                "woman" => Who::Woman,
                _ => Who::Adult,
            },
            low: end(&view.low)?,
            high: end(&view.high)?,
            analyte: view.analyte,
            unit: view.unit,
        })
    }
}

impl From<RangeError> for ShellError {
    fn from(error: RangeError) -> Self {
        match error {
            RangeError::BadEnds => Self::RangeEnds,
            RangeError::UnknownAnalyte => Self::Internal("the analyte has no range"),
            RangeError::UnknownUnit => Self::Internal("the analyte has no such unit"),
        }
    }
}

/// A blank end is none; anything but one number is refused.
fn end(text: &str) -> Result<Option<f64>, ShellError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = read_number(text).map_err(|_| ShellError::RangeEnds)?;
    Ok(Some(number.value))
}
