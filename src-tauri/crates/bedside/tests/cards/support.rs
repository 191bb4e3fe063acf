//! Entries in one line, and what is asked of an outcome.

use sanad_bedside::{Entry, FieldProblem, Outcome, Shown, evaluate, tool};

/// `weight=70 kg; height=1.75 m; urea=20 mg/dL_BUN`: the text up to the first blank, then the unit.
pub(crate) fn entries(line: &str) -> Vec<Entry> {
    line.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (field, rest) = part
                .split_once('=')
                .expect("an entry is written field=text");
            let (text, unit) = match rest.split_once(' ') {
                Some((text, unit)) => (text, Some(unit.replace('_', " "))),
                None => (rest, None),
            };
            Entry {
                field: field.trim().to_owned(),
                text: text.to_owned(),
                unit,
                confirmed: false,
            }
        })
        .collect()
}

/// The same, with everything unusual confirmed.
pub(crate) fn confirmed(line: &str) -> Vec<Entry> {
    let mut entries = entries(line);
    for entry in &mut entries {
        entry.confirmed = true;
    }
    entries
}

pub(crate) fn answer(key: &str, line: &str) -> Outcome {
    evaluate(tool(key).expect("the tool is there"), &confirmed(line))
        .unwrap_or_else(|problems| panic!("{key} {line}: {problems:?}"))
}

pub(crate) fn problems(key: &str, entries: &[Entry]) -> Vec<FieldProblem> {
    match evaluate(tool(key).expect("the tool is there"), entries) {
        Ok(outcome) => panic!("{key} answered {outcome:?}"),
        Err(problems) => problems,
    }
}

pub(crate) fn result<'outcome>(outcome: &'outcome Outcome, key: &str) -> &'outcome Shown {
    outcome
        .results
        .iter()
        .find(|shown| shown.key == key)
        .unwrap_or_else(|| panic!("{} gives no {key}", outcome.tool))
}

pub(crate) fn value(key: &str, line: &str, figure: &str) -> f64 {
    result(&answer(key, line), figure)
        .value
        .expect("the figure is a number")
}
