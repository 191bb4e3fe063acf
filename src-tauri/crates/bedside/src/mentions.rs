//! Values that a person wrote down and that a tool asks for, to be offered beside the field.
//!
//! Owns the finding in a text that a person typed; it must never be shown what a model wrote, never fill anything in,
//! and never offer what is not one exact value: ranges, limits (`> 3`) and numbers of another unit are passed over.

mod labels;
mod numbers;
mod units;

use crate::number;
use crate::tool::{Field, Kind, Measure, Tool};

use labels::{BLOOD_PRESSURE, Forms};
use numbers::Found;
use units::Behind;
pub(crate) use units::symbol_of;

/// A value of a field as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The field that can take it.
    pub field: &'static str,
    /// The number as it was written, in whatever digits.
    pub text: String,
    /// The symbol of its unit; empty where none is written, or one that may be several, and the field has a choice.
    pub unit: &'static str,
    /// The words around it, so that whoever wrote them knows them again.
    pub context: String,
}

/// The values in a text that the fields of a tool can take, by field, each once, in the order of the text.
#[must_use]
pub fn mentions(tool: &'static Tool, text: &str) -> Vec<Mention> {
    let numbers = numbers::find(text);
    let mut mentions = Vec::new();
    for field in tool.fields() {
        let Kind::Number(measure) = field.kind else {
            continue;
        };
        for found in &numbers {
            let Some(unit) = unit_for(field, &measure, found) else {
                continue;
            };
            let mention = Mention {
                field: field.key,
                text: found.text.clone(),
                unit: unit.unwrap_or_default(),
                context: found.context(text),
            };
            let is_same = |one: &Mention| {
                one.field == mention.field && one.text == mention.text && one.unit == mention.unit
            };
            if !mentions.iter().any(is_same) {
                mentions.push(mention);
            }
        }
    }
    mentions
}

/// The unit in which a number is a value of the field, the inner `None` where it has to be chosen.
fn unit_for(field: &Field, measure: &Measure, found: &Found) -> Option<Option<&'static str>> {
    let unit = units::of_field(measure.quantity.units, found.behind)?;
    let fits = match unit {
        Some(symbol) => {
            let unit = measure.quantity.unit(symbol)?;
            number::read(&found.text).is_ok_and(|read| {
                measure.possible.holds(unit.to_base(read.value))
                    && (!measure.whole || read.value.fract() == 0.0)
            })
        }
        // Which reading or unit is meant is asked in the field itself.
        None => true,
    };
    (fits && is_of(field, measure, unit, found)).then_some(unit)
}

/// Whether a number is this field's: by the name before it, or by a unit that says it alone.
fn is_of(field: &Field, measure: &Measure, unit: Option<&str>, found: &Found) -> bool {
    match (field.key, found.pair) {
        ("systolic", Some(numbers::Pair::First)) | ("diastolic", Some(numbers::Pair::Second)) => {
            return found.named == Some(&[BLOOD_PRESSURE]) || found.behind == Behind::Unit("mmHg");
        }
        (_, Some(_)) => return false,
        (_, None) => {}
    }
    if let Some(named) = found.named {
        return named.contains(&field.key);
    }
    let is_usual = || {
        unit.and_then(|symbol| measure.quantity.unit(symbol))
            .zip(number::read(&found.text).ok())
            .is_some_and(|(unit, read)| measure.plausible.holds(unit.to_base(read.value)))
    };
    match field.key {
        "weight" => unit == Some("kg") && is_usual() && !ends_with_one_of(&found.before, CHANGES),
        "height" => matches!(unit, Some("cm" | "m")) && is_usual(),
        "age" | "child-age" => {
            matches!(unit, Some("year" | "month"))
                && found.behind != Behind::Nothing
                && (found.is_old || ends_with_one_of(&found.before, PERSONS))
        }
        "pump-rate" => found.behind == Behind::Unit("mL/h"),
        "dose-rate-by-weight" => found.behind == Behind::Unit("mcg/kg/min"),
        _ => false,
    }
}

/// Words before a number of kilograms that is no body weight.
const CHANGES: &[&str] = &[
    "lost",
    "gained",
    "loss",
    "gain",
    "by",
    "فقد",
    "خسر",
    "نقص",
    "زاد",
    "بمقدار",
];

/// Words before a number of years that is an age.
const PERSONS: &[&str] = &[
    "patient",
    "man",
    "woman",
    "male",
    "female",
    "boy",
    "girl",
    "child",
    "infant",
    "baby",
    "lady",
    "gentleman",
    "مريض",
    "مريضة",
    "رجل",
    "امرأة",
    "سيدة",
    "شاب",
    "شابة",
    "طفل",
    "طفلة",
    "رضيع",
    "رضيعة",
    "ذكر",
    "أنثى",
    "صبي",
    "بنت",
];

fn ends_with_one_of(before: &[Forms], words: &[&str]) -> bool {
    before.last().is_some_and(|last| {
        words
            .iter()
            .flat_map(|word| labels::words(word))
            .any(|word| !word.is_disjoint(last))
    })
}
