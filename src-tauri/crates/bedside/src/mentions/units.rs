//! Units as people write them behind a number, in Latin and in Arabic letters.

use std::collections::HashMap;
use std::sync::LazyLock;

use sanad_text::fold;

use crate::quantity::Unit;

const WRITTEN: &str = include_str!("../../data/written-units.txt");

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behind {
    /// Nothing that measures.
    Nothing,
    /// The unit of this symbol.
    Unit(&'static str),
    /// Something glued to the number that is no unit known here, or a unit per something else.
    Foreign,
}

/// The symbol that each written form stands for; the forms are folded.
static FORMS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    WRITTEN
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" = "))
        .flat_map(|(symbol, forms)| forms.split(',').map(move |form| (plain(form), symbol)))
        .collect()
});

/// The longest written form has fewer characters.
const LONGEST: usize = 32;

/// The symbol of a unit as somebody may write it: كغ, mgs, µmol/l.
pub(crate) fn symbol_of(written: &str) -> Option<&'static str> {
    FORMS.get(&plain(written)).copied()
}

/// The unit that a text begins with, and the bytes of the text that it ends at.
pub(super) fn at_beginning(text: &str) -> (Behind, usize) {
    let longest = text
        .char_indices()
        .take(LONGEST)
        .map(|(at, c)| at + c.len_utf8())
        .filter_map(|end| {
            let (head, tail) = text.split_at_checked(end)?;
            if !ends_word(tail) {
                return None;
            }
            let symbol = FORMS.get(&plain(head))?;
            Some((Behind::Unit(symbol), end))
        })
        .last();
    match longest {
        Some(found) => found,
        None if is_foreign(text) => (Behind::Foreign, 0),
        None => (Behind::Nothing, 0),
    }
}

/// The field's unit of a written symbol; the inner `None` is a unit that the writer has to choose among several.
pub(super) fn of_field(units: &'static [Unit], behind: Behind) -> Option<Option<&'static str>> {
    match (behind, units) {
        (Behind::Foreign, _) => None,
        (Behind::Nothing, [only]) => Some(Some(only.symbol)),
        (Behind::Nothing, _) => Some(None),
        (Behind::Unit(symbol), units) => {
            let same = units.iter().find(|unit| unit.symbol == symbol);
            let begins = |unit: &Unit| {
                unit.symbol
                    .strip_prefix(symbol)
                    .is_some_and(|rest| rest.starts_with(' '))
            };
            match same {
                Some(unit) => Some(Some(unit.symbol)),
                // mg/dL of urea may be of urea or of the nitrogen in it.
                None if units.iter().any(begins) => Some(None),
                None => None,
            }
        }
    }
}

/// Folded, without what may part a unit from its number or inside it.
fn plain(text: &str) -> String {
    fold(text)
        .text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect()
}

/// Whether nothing behind makes another unit of the one before: no letter, no digit, no further `/kg`.
fn ends_word(tail: &str) -> bool {
    let next = tail.chars().next();
    !next.is_some_and(|c| c.is_alphanumeric() || matches!(c, '^' | '²' | '³'))
        && !tail.trim_start().starts_with('/')
}

/// Whether a number is glued to something, or followed by so much per so much, that is no unit known here.
fn is_foreign(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.contains('/') || text.starts_with(|c: char| c.is_alphabetic() || "^°µ%*×".contains(c))
}
