//! What a translation into English and back must not lose: numbers, units, negation and drug names.
//!
//! A fixed rule over the folded text of either language, without a dictionary of meanings. It is strict on purpose:
//! what it cannot find again counts as lost, and asking directly stays the way.

mod negation;
mod numbers;
mod tokens;
mod units;

use serde::{Deserialize, Serialize};

use crate::items::texts::{DrugName, RoundTripSentence};
use numbers::Quantity;
use tokens::Token;

pub use units::Unit;

/// What is read in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The numbers written in digits, by value with a point, sorted.
    pub numbers: Vec<String>,
    /// The units, each once, sorted.
    pub units: Vec<Unit>,
    /// Whether anything in it is negated or forbidden.
    pub negated: bool,
    /// The places of the drugs that it names, in the list of drugs that were looked for.
    pub drugs: Vec<usize>,
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Every number came back with its value, and none was added.
    pub numbers: bool,
    /// Every unit came back, each with its own number, and none was added.
    pub units: bool,
    /// What was negated still is, and nothing else became so.
    pub negation: bool,
    /// Every drug came back, and no other of those looked for.
    pub drugs: bool,
}

impl Kept {
    /// Whether nothing was lost.
    #[must_use]
    pub fn all(self) -> bool {
        self.numbers && self.units && self.negation && self.drugs
    }
}

impl RoundTripSentence {
    /// What of this sentence is still in a text that came back.
    #[must_use]
    pub fn kept(&self, back: &str) -> Kept {
        kept(&self.ar, back, &self.drugs)
    }
}

/// Reads a text in Arabic or English; `drugs` are the names to look for.
#[must_use]
pub fn read(text: &str, drugs: &[DrugName]) -> Read {
    let tokens = tokens::split(text);
    let mut numbers: Vec<String> = numbers::quantities(&tokens)
        .into_iter()
        .filter(|quantity| !quantity.in_words)
        .map(|quantity| quantity.value)
        .collect();
    numbers.sort_unstable();
    Read {
        numbers,
        units: units::of(&tokens),
        negated: negation::is_negated(text),
        drugs: named(&tokens, drugs),
    }
}

/// What of an original is still in the text that came back, whichever of the two languages each is in.
#[must_use]
pub fn kept(original: &str, back: &str, drugs: &[DrugName]) -> Kept {
    let (first, second) = (read(original, drugs), read(back, drugs));
    let quantities = |text| numbers::quantities(&tokens::split(text));
    let (before, after) = (quantities(original), quantities(back));
    Kept {
        numbers: values_found(&before, &after) && values_found(&after, &before),
        units: first.units == second.units
            && bound_found(&before, &after)
            && bound_found(&after, &before),
        negation: first.negated == second.negated,
        drugs: first.drugs == second.drugs,
    }
}

/// Whether each number in digits of one text stands in the other, in digits or in words, as often.
fn values_found(of: &[Quantity], within: &[Quantity]) -> bool {
    each_found(of, within, |wanted, given| wanted.value == given.value)
}

/// Whether each number in digits that has a unit stands in the other text with the same one.
fn bound_found(of: &[Quantity], within: &[Quantity]) -> bool {
    let of: Vec<Quantity> = of
        .iter()
        .filter(|quantity| quantity.unit.is_some())
        .cloned()
        .collect();
    each_found(&of, within, |wanted, given| {
        wanted.value == given.value && wanted.unit == given.unit
    })
}

fn each_found(
    of: &[Quantity],
    within: &[Quantity],
    same: impl Fn(&Quantity, &Quantity) -> bool,
) -> bool {
    // Digits are matched before words, so that a word is left for a number that has no other match.
    let mut left: Vec<&Quantity> = within.iter().collect();
    left.sort_by_key(|quantity| quantity.in_words);
    of.iter().filter(|wanted| !wanted.in_words).all(|wanted| {
        let found = left.iter().position(|given| same(wanted, given));
        found.map(|at| left.remove(at)).is_some()
    })
}

fn named(tokens: &[Token], drugs: &[DrugName]) -> Vec<usize> {
    let names = |drug: &DrugName| {
        let mut names = drug.en.iter().chain(&drug.ar);
        names.any(|name| stands_in(&tokens::split(name), tokens))
    };
    (0..drugs.len()).filter(|&at| names(&drugs[at])).collect()
}

/// Whether the words of a name stand in a text in a row, with or without an article or another small word before each.
fn stands_in(name: &[Token], tokens: &[Token]) -> bool {
    let same = |(wanted, given): (&Token, &Token)| match (wanted, given) {
        (Token::Word(wanted), Token::Word(given)) => tokens::forms(given).any(|form| {
            let article = form.strip_prefix("ال").unwrap_or(form);
            let plain = wanted.strip_prefix("ال").unwrap_or(wanted);
            form == wanted || article == plain || article.strip_suffix('ا') == Some(plain)
        }),
        _ => wanted == given,
    };
    !name.is_empty()
        && tokens
            .windows(name.len())
            .any(|window| name.iter().zip(window).all(same))
}

#[cfg(test)]
mod tests;
