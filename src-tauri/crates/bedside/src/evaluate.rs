//! From raw entries to an outcome: reading, checking, calculating, writing down.
//!
//! Nothing is filled in, rounded or clamped on the way; what cannot be taken as it stands comes back as a problem.

use std::collections::BTreeMap;

use sanad_text::ascii_digits;
use serde::Deserialize;

use crate::answer::Part;
use crate::day::Day;
use crate::inputs::{Given, Inputs};
use crate::number::{self, NumberError, Remark};
use crate::outcome::{Entered, EnteredValue, Outcome, Shown};
use crate::problem::{FieldProblem, Problem};
use crate::quantity::Unit;
use crate::rounding::Rounding;
use crate::threshold::band_of;
use crate::tool::{Choice, Field, Figure, Kind, Measure, Tool};
use crate::working;

/// What somebody typed or chose for one field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// The field's key.
    pub field: String,
    /// A number in any digits, the key of an answer, or a day; blank counts as left out.
    pub text: String,
    /// The unit of a number; may be left out where the field has only one.
    #[serde(default)]
    pub unit: Option<String>,
    /// Whether the person who typed it has seen that it is unusual and means it.
    #[serde(default)]
    pub confirmed: bool,
}

/// Digits of an entered number when it is shown again: as many as are read.
const AS_ENTERED: Rounding = Rounding::Significant(14);

/// Answers a tool's question.
///
/// # Errors
///
/// One problem for each field that is missing, cannot be read, cannot be, or has to be confirmed first.
pub fn evaluate(tool: &'static Tool, entries: &[Entry]) -> Result<Outcome, Vec<FieldProblem>> {
    let (inputs, entered) = read(tool, entries)?;
    let answer = (tool.calculate)(&inputs).map_err(|conflict| {
        vec![FieldProblem {
            field: conflict.field.to_owned(),
            problem: Problem::Conflict { rule: conflict.key },
        }]
    })?;
    let mut outcome = Outcome {
        tool: tool.key,
        version: tool.version,
        entered,
        results: Vec::new(),
        working: Vec::new(),
        notes: Vec::new(),
        sources: tool.sources,
        reviewed_by: tool.reviewed_by,
        checks: crate::checks::of(tool.key),
    };
    let mut known = BTreeMap::new();
    for part in answer.parts {
        match part {
            Part::Figure { key, value, bands } => {
                let mut figure = *tool.figure(key).expect("a tool gives its own figures");
                figure.bands = bands.unwrap_or(figure.bands);
                let formula = figure.formula.map(str::to_owned);
                write_down(&mut outcome, &figure, formula, value, &inputs, &mut known);
            }
            Part::Derived {
                figure,
                formula,
                value,
            } => write_down(
                &mut outcome,
                &figure,
                Some(formula),
                value,
                &inputs,
                &mut known,
            ),
            Part::Day { key, day } => outcome.results.push(Shown {
                key,
                value: None,
                shown: day.to_string(),
                unit: "",
                rounding: None,
                exact: true,
                band: None,
            }),
            Part::Points { field, points } => outcome
                .working
                .push(crate::outcome::Line::Points { field, points }),
            Part::Note(key) => outcome.notes.push(key),
        }
    }
    Ok(outcome)
}

fn write_down(
    outcome: &mut Outcome,
    figure: &Figure,
    formula: Option<String>,
    value: f64,
    inputs: &Inputs,
    known: &mut BTreeMap<&'static str, (f64, &'static str)>,
) {
    if let Some(formula) = formula {
        outcome.working.push(working::line(
            figure.key,
            &formula,
            value,
            figure.unit,
            figure.rounding,
            inputs,
            known,
        ));
    }
    known.insert(figure.key, (value, figure.unit));
    if figure.step {
        return;
    }
    outcome.results.push(Shown {
        key: figure.key,
        value: Some(value),
        shown: figure.rounding.shown(value),
        unit: figure.unit,
        rounding: Some(figure.rounding),
        exact: figure.rounding.is_exact(value),
        band: band_of(value, figure.bands),
    });
}

fn read(
    tool: &'static Tool,
    entries: &[Entry],
) -> Result<(Inputs, Vec<Entered>), Vec<FieldProblem>> {
    let mut problems = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let mut blame = |problem| {
            problems.push(FieldProblem {
                field: entry.field.clone(),
                problem,
            });
        };
        if tool.field(&entry.field).is_none() {
            blame(Problem::UnknownField);
        } else if entries
            .iter()
            .take(at)
            .any(|other| other.field == entry.field)
        {
            blame(Problem::Twice);
        }
    }
    let mut given = BTreeMap::new();
    let mut entered = Vec::new();
    for field in tool.fields {
        let entry = entries
            .iter()
            .find(|entry| entry.field == field.key && !is_blank(&entry.text));
        let Some(entry) = entry else {
            if !field.optional {
                problems.push(FieldProblem {
                    field: field.key.to_owned(),
                    problem: Problem::Missing,
                });
            }
            continue;
        };
        match read_field(field, entry) {
            Ok((value, how)) => {
                given.insert(field.key, value);
                entered.push(how);
            }
            Err(problem) => problems.push(FieldProblem {
                field: field.key.to_owned(),
                problem,
            }),
        }
    }
    if problems.is_empty() {
        Ok((Inputs { tool, given }, entered))
    } else {
        Err(problems)
    }
}

fn is_blank(text: &str) -> bool {
    matches!(number::read(text), Err(NumberError::Empty))
}

fn read_field(field: &Field, entry: &Entry) -> Result<(Given, Entered), Problem> {
    let (given, value, remark, unusual) = match &field.kind {
        Kind::Number(measure) => read_number(measure, entry)?,
        Kind::Choice(choices) => {
            let choice = read_choice(choices, &entry.text)?;
            let option = choice.key;
            let value = EnteredValue::Choice { option };
            (Given::Choice(choice), value, None, false)
        }
        Kind::Day => {
            let day = Day::read(&entry.text).ok_or(Problem::NotADay)?;
            (Given::Day(day), EnteredValue::Day { day }, None, false)
        }
    };
    let entered = Entered {
        field: field.key,
        value,
        remark,
        confirmed: unusual,
    };
    Ok((given, entered))
}

fn read_number(
    measure: &Measure,
    entry: &Entry,
) -> Result<(Given, EnteredValue, Option<Remark>, bool), Problem> {
    let unit = unit_of(measure, entry.unit.as_deref())?;
    let read = number::read(&entry.text).map_err(|error| match error {
        NumberError::Ambiguous { grouped, decimal } => Problem::Ambiguous {
            grouped: AS_ENTERED.shown(grouped),
            decimal: AS_ENTERED.shown(decimal),
        },
        NumberError::Empty => Problem::Missing,
        NumberError::NotANumber => Problem::NotANumber,
    })?;
    let base = unit.to_base(read.value);
    let (least, most) = limits(measure.possible, unit);
    if !base.is_finite() || !measure.possible.holds(base) {
        return Err(Problem::Impossible {
            least,
            most,
            unit: unit.symbol,
        });
    }
    if measure.whole && base.fract() != 0.0 {
        return Err(Problem::NotWhole);
    }
    let unusual = !measure.plausible.holds(base);
    if unusual && !entry.confirmed {
        let (least, most) = limits(measure.plausible, unit);
        return Err(Problem::Implausible {
            value: AS_ENTERED.shown(read.value),
            least,
            most,
            unit: unit.symbol,
        });
    }
    let given = Given::Number {
        entered: read.value,
        unit,
        base,
    };
    let value = EnteredValue::Number {
        value: read.value,
        shown: AS_ENTERED.shown(read.value),
        unit,
    };
    Ok((given, value, read.remark, unusual))
}

fn unit_of(measure: &Measure, name: Option<&str>) -> Result<&'static Unit, Problem> {
    match name {
        Some(name) if !name.trim().is_empty() => {
            measure.quantity.unit(name).ok_or(Problem::UnknownUnit)
        }
        // A number without its unit is half a number: mg/dL and mmol/L of glucose differ eighteenfold.
        _ => match measure.quantity.units {
            [only] => Ok(only),
            _ => Err(Problem::UnitMissing),
        },
    }
}

/// The ends of a span in a unit, the lesser first also where the unit counts the other way round.
fn limits(span: crate::tool::Span, unit: &Unit) -> (String, String) {
    let (one, other) = (unit.from_base(span.least), unit.from_base(span.most));
    let shown = |value| Rounding::Significant(4).shown(value);
    (shown(one.min(other)), shown(one.max(other)))
}

/// The answer that was named: by its key, or by one of the other words that the tool itself gives for it.
///
/// A bare number is an answer only where a tool says so, as for the parts of the coma scale. Elsewhere a number typed
/// for a station, a dilation or a grade would be taken for the points that it counts, which are another number.
fn read_choice(choices: &'static [Choice], text: &str) -> Result<&'static Choice, Problem> {
    let folded = sanad_text::fold(&ascii_digits(text.trim())).text;
    choices
        .iter()
        .find(|choice| {
            choice.key == folded
                || choice
                    .names
                    .iter()
                    .any(|name| sanad_text::fold(name).text == folded)
        })
        .ok_or(Problem::UnknownOption)
}
