//! Units in both languages, as symbols.

mod words;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::tokens::{Token, forms};
use words::{Atom, arabic_word, atom};

/// A unit of measurement or of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Microgram.
    #[serde(rename = "mcg")]
    Microgram,
    /// Milligram.
    #[serde(rename = "mg")]
    Milligram,
    /// Gram.
    #[serde(rename = "g")]
    Gram,
    /// Kilogram.
    #[serde(rename = "kg")]
    Kilogram,
    /// Millilitre.
    #[serde(rename = "mL")]
    Millilitre,
    /// Litre.
    #[serde(rename = "L")]
    Litre,
    /// Millimole per litre.
    #[serde(rename = "mmol/L")]
    MillimolePerLitre,
    /// Milligram per decilitre.
    #[serde(rename = "mg/dL")]
    MilligramPerDecilitre,
    /// Millimetre of mercury.
    #[serde(rename = "mmHg")]
    MillimetreOfMercury,
    /// Degree Celsius.
    #[serde(rename = "°C")]
    Celsius,
    /// Per cent.
    #[serde(rename = "%")]
    Percent,
    /// Unit of activity, as of insulin.
    #[serde(rename = "unit")]
    Activity,
    /// Minute.
    #[serde(rename = "min")]
    Minute,
    /// Hour.
    #[serde(rename = "h")]
    Hour,
    /// Day.
    #[serde(rename = "day")]
    Day,
    /// Week.
    #[serde(rename = "week")]
    Week,
    /// Month.
    #[serde(rename = "month")]
    Month,
    /// Year.
    #[serde(rename = "year")]
    Year,
}

/// The units of a text, each once, in the order of [`Unit`].
pub(super) fn of(tokens: &[Token]) -> Vec<Unit> {
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let (unit, length) = unit_at(tokens, at).unzip();
        found.extend(unit);
        at += length.unwrap_or(1);
    }
    found.into_iter().collect()
}

/// The unit directly after the token at a place; a hyphen may stand between, as in "8-year-old".
pub(super) fn after(tokens: &[Token], at: usize) -> Option<Unit> {
    let hyphen = tokens.get(at + 1) == Some(&Token::Sign('-'));
    let at = at + 1 + usize::from(hyphen);
    unit_at(tokens, at).map(|(unit, _)| unit)
}

/// The unit of a word in the dual, such as يومين: two of it.
pub(super) fn dual(word: &str) -> Option<Unit> {
    let atom = forms(word).find_map(|form| {
        let stem = form
            .strip_suffix("ين")
            .or_else(|| form.strip_suffix("ان"))?;
        let singular = stem.strip_suffix('ت').map(|stem| format!("{stem}ه"));
        let years = ["عام", "سنه"];
        let of_year = |stem: &str| years.contains(&stem).then_some(Atom::Unit(Unit::Year));
        let known = |stem: &str| arabic_word(stem).or_else(|| of_year(stem));
        known(stem).or_else(|| known(&singular?))
    });
    match atom? {
        Atom::Unit(unit) | Atom::Bound(unit) => Some(unit),
        _ => None,
    }
}

/// The unit that begins at a place, and how many tokens it has.
fn unit_at(tokens: &[Token], at: usize) -> Option<(Unit, usize)> {
    let first = atom(tokens.get(at)?)?;
    let next = |ahead: usize| tokens.get(at + ahead).and_then(atom);
    let per = next(1) == Some(Atom::Per);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_bound = match before {
        Some(Token::Number(_) | Token::Sign('/')) => true,
        Some(Token::Word(word)) => matches!(word.as_str(), "per" | "لكل"),
        _ => false,
    };
    Some(match first {
        Atom::Unit(Unit::Milligram) if per && next(2) == Some(Atom::Decilitre) => {
            (Unit::MilligramPerDecilitre, 3)
        }
        Atom::Millimole
            if per
                && matches!(
                    next(2),
                    Some(Atom::Unit(Unit::Litre) | Atom::Bound(Unit::Litre))
                ) =>
        {
            (Unit::MillimolePerLitre, 3)
        }
        Atom::Millimetre if next(1) == Some(Atom::Mercury) => (Unit::MillimetreOfMercury, 2),
        Atom::Millimetre if per && next(2) == Some(Atom::Mercury) => (Unit::MillimetreOfMercury, 3),
        Atom::Degree if next(1) == Some(Atom::Fahrenheit) => return None,
        Atom::Degree if matches!(next(1), Some(Atom::CelsiusMark | Atom::Unit(Unit::Celsius))) => {
            (Unit::Celsius, 2)
        }
        // After a number a degree alone is one of temperature; in "درجة الحرارة" it is none.
        Atom::Degree if matches!(before, Some(Token::Number(_))) => (Unit::Celsius, 1),
        Atom::CelsiusMark
            if matches!(before, Some(Token::Number(_))) && is_degree_sign(tokens.get(at + 1)) =>
        {
            (Unit::Celsius, 2)
        }
        Atom::Unit(unit) => (unit, 1),
        Atom::Bound(unit) if is_bound => (unit, 1),
        _ => return None,
    })
}

fn is_degree_sign(token: Option<&Token>) -> bool {
    token == Some(&Token::Sign('°'))
}
