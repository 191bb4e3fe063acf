//! Formulas with numbers put in.
//!
//! A formula is written once, with names and units in braces; the card shows it so, and a second time with the
//! numbers of this patient. It is text: nothing is calculated here, and a test calculates every line again.

use std::collections::BTreeMap;

use crate::inputs::Inputs;
use crate::outcome::{Line, Term};
use crate::rounding::Rounding;

/// Digits of a number inside a line.
const INSIDE: Rounding = Rounding::Significant(9);

/// Makes the line of a figure; `known` holds the figures calculated before it, in their units.
pub(crate) fn line(
    key: &'static str,
    formula: &str,
    value: f64,
    unit: &'static str,
    rounding: Rounding,
    inputs: &Inputs,
    known: &BTreeMap<&'static str, (f64, &'static str)>,
) -> Line {
    let mut substituted = String::new();
    let mut terms = Vec::new();
    for piece in pieces(formula) {
        match piece {
            Piece::Text(text) => substituted.push_str(text),
            Piece::Name { key, unit, raised } => {
                let term = term(key, unit, inputs, known);
                let alone = term.unit.is_empty() || is_word(&term.unit);
                let written = if alone {
                    term.shown.clone()
                } else {
                    format!("{} {}", term.shown, term.unit)
                };
                let apart = (raised && !alone) || term.shown.starts_with('-');
                if apart && !substituted.ends_with('(') {
                    substituted.push('(');
                    substituted.push_str(&written);
                    substituted.push(')');
                } else {
                    substituted.push_str(&written);
                }
                terms.push(term);
            }
        }
    }
    let six = Rounding::Significant(6);
    let shown_as = if rounding.is_exact(value) {
        rounding
    } else {
        six
    };
    Line::Formula {
        key,
        formula: formula.to_owned(),
        substituted,
        terms,
        value,
        shown: shown_as.shown(value),
        unit,
        exact: shown_as.is_exact(value),
    }
}

fn term(
    key: &str,
    unit: Option<&str>,
    inputs: &Inputs,
    known: &BTreeMap<&'static str, (f64, &'static str)>,
) -> Term {
    let (value, unit) = match (known.get(key), unit) {
        (Some(&(value, unit)), None) => (value, unit),
        (_, Some(unit)) => (inputs.number_in(key, unit), unit),
        (None, None) => (inputs.number(key), ""),
    };
    Term {
        key: key.to_owned(),
        shown: INSIDE.shown(value),
        unit: unit.to_owned(),
    }
}

/// Whether a unit is an English word, which has no place in a line that every reader sees alike.
fn is_word(unit: &str) -> bool {
    matches!(unit, "year" | "month" | "week" | "day" | "fraction")
}

enum Piece<'formula> {
    Text(&'formula str),
    Name {
        key: &'formula str,
        unit: Option<&'formula str>,
        /// Whether a power follows, which would otherwise seem to belong to the unit.
        raised: bool,
    },
}

fn pieces(formula: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = formula;
    while let Some((text, after)) = rest.split_once('{') {
        let (name, after) = after
            .split_once('}')
            .expect("a formula closes its braces, which a test holds every one to");
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        let (key, unit) = match name.split_once(':') {
            Some((key, unit)) => (key, Some(unit)),
            None => (name, None),
        };
        pieces.push(Piece::Name {
            key,
            unit,
            raised: after.starts_with(['²', '^']),
        });
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}
