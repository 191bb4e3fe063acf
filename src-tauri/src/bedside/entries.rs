//! Values as people type them: a unit may stand right behind its number.

use sanad_bedside::{Entry, Kind, Measure, Remark, Rounding, Tool, read_number};

/// Digits of a number when it is said how it was read.
const AS_READ: Rounding = Rounding::Significant(14);

/// The entries with `70 kg`, `5mg`, `20:mg/dL_BUN` and `1:1000` taken apart into number and unit.
///
/// A unit that was chosen for the field stays; what is no number with a unit of the field stays as it was typed.
pub(crate) fn with_units_split(tool: &'static Tool, entries: Vec<Entry>) -> Vec<Entry> {
    let split = |mut entry: Entry| {
        let measure = match tool.field(&entry.field).map(|field| &field.kind) {
            Some(Kind::Number(measure)) => measure,
            _ => return entry,
        };
        if let Some((number, unit)) = number_and_unit(measure, &entry.text) {
            entry.text = number;
            entry.unit = Some(unit);
        }
        entry
    };
    entries.into_iter().map(split).collect()
}

/// The numbers whose reading has to be said, with the field and the value as it was read.
pub(crate) fn remarks(tool: &'static Tool, entries: &[Entry]) -> Vec<(String, Remark, String)> {
    let is_number = |key: &str| {
        tool.field(key)
            .is_some_and(|field| matches!(field.kind, Kind::Number(_)))
    };
    entries
        .iter()
        .filter(|entry| is_number(&entry.field))
        .filter_map(|entry| {
            let number = read_number(&entry.text).ok()?;
            Some((
                entry.field.clone(),
                number.remark?,
                AS_READ.shown(number.value),
            ))
        })
        .collect()
}

fn number_and_unit(measure: &Measure, text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let units = measure.quantity.units;
    if let Some((before, ratio)) = text.split_once(':')
        && units.iter().any(|unit| unit.symbol == "1:N")
        && read_number(before).is_ok_and(|one| one.value == 1.0)
        && read_number(ratio).is_ok()
    {
        return Some((ratio.to_owned(), "1:N".to_owned()));
    }
    let begins = text.find(|c: char| c == ':' || c.is_alphabetic() || "%°/".contains(c))?;
    let (number, rest) = text.split_at_checked(begins)?;
    read_number(number).ok()?;
    let name = rest.trim_start_matches(':').replace('_', " ");
    let unit = measure.quantity.unit(&name)?;
    Some((number.trim().to_owned(), unit.symbol.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(tool: &str, field: &str, text: &str) -> (String, Option<String>) {
        let tool = sanad_bedside::tool(tool).expect("the tool is there");
        let entry = Entry {
            field: field.to_owned(),
            text: text.to_owned(),
            unit: None,
            confirmed: false,
        };
        let entries = with_units_split(tool, vec![entry]);
        entries
            .into_iter()
            .next()
            .map(|one| (one.text, one.unit))
            .expect("one entry")
    }

    #[test]
    fn a_unit_may_stand_behind_its_number() {
        for (tool, field, text, number, unit) in [
            ("bmi", "weight", "70kg", "70", "kg"),
            ("bmi", "weight", "٧٠ kg", "٧٠", "kg"),
            ("bmi", "weight", "70:KG", "70", "kg"),
            ("bmi", "weight", "٨٢ كغ", "٨٢", "kg"),
            ("bmi", "height", "175 سم", "175", "cm"),
            ("curb-65", "urea", "20:mg/dL_BUN", "20", "mg/dL BUN"),
            (
                "convert-temperature",
                "temperature",
                "98.6 °F",
                "98.6",
                "°F",
            ),
            ("dilution", "strength", "1:1000", "1000", "1:N"),
            ("dilution", "strength", "50%", "50", "%"),
        ] {
            assert_eq!(
                split(tool, field, text),
                (number.to_owned(), Some(unit.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_number_with_a_unit_of_the_field_stays_as_typed() {
        for text in ["70", "70 stone", "120/80", "kg", "", "1:1000"] {
            assert_eq!(
                split("bmi", "weight", text),
                (text.to_owned(), None),
                "{text}"
            );
        }
    }
}
