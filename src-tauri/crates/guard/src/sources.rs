//! What people, calculations and cited texts said, and whether a figure is among it.

use std::collections::HashMap;

use sanad_domain::Turn;
use sanad_text::{Missing, sanitise};

use crate::drugs::{Drugs, Mention, mentions};
use crate::figures::{self, Amount, Figure};
use crate::frequency::as_interval;
use crate::matching::{has_same_numbers, says};
use crate::scope;
use crate::tokens::{Token, split};

/// Steps of the logarithm by which values are looked up: a millionth is far more than conversions differ.
const STEPS: f64 = 1e6;

/// The figures that may stand in an answer unmarked.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    said: Vec<Said>,
    /// Where a value stands in `said`, so that a long conversation costs no more than a short one.
    by_magnitude: HashMap<i64, Vec<usize>>,
    /// The medicines named in all texts so far.
    named: Drugs,
}

/// A figure of a source.
#[derive(Clone, Debug)]
struct Said {
    figure: Figure,
    /// The medicines that a figure without one of its own may belong to: those that its text names, or, where it
    /// names none, those that were spoken of before.
    spoken_of: Drugs,
}

impl Sources {
    /// Takes in what a person said in a turn: the question, with the calculations that were put into it.
    ///
    /// No answer of the turn is looked at, whoever chose it: generated text is no source.
    pub fn take_in(&mut self, turn: &Turn) {
        self.add(&turn.question);
    }

    /// Takes in a text that is a source itself, such as a passage that an answer cites.
    pub fn add(&mut self, text: &str) {
        let text = sanitise(text).text;
        let mut found = Vec::new();
        let mut named = Drugs::new();
        for line in text.lines() {
            // A quoted card begins its lines with a sign that would else read as `more than`.
            let line = Line::read(line.trim_start_matches(['>', ' ']), &Drugs::new());
            named.extend(line.mentions.iter().flat_map(|mention| &mention.drugs));
            found.extend(line.figures);
        }
        let spoken_of = if named.is_empty() {
            self.named.clone()
        } else {
            named.clone()
        };
        for figure in found {
            for magnitude in magnitudes(&figure) {
                self.by_magnitude
                    .entry(magnitude)
                    .or_default()
                    .push(self.said.len());
            }
            let spoken_of = spoken_of.clone();
            self.said.push(Said { figure, spoken_of });
        }
        self.named.extend(named);
    }

    /// What no source says of a figure; `None` if one says all of it.
    pub(crate) fn missing(&self, figure: &Figure) -> Option<Missing> {
        if !figure.is_stated || self.says_both_pressures(figure) {
            return None;
        }
        let near = self.near(figure);
        let in_other_unit = near.iter().any(|said| {
            let unit = &said.figure.unit.key;
            !unit.is_empty() && *unit != figure.unit.key && has_same_numbers(&said.figure, figure)
        });
        let mut missing = if in_other_unit {
            Missing::Unit
        } else {
            Missing::Value
        };
        for said in near {
            // Where the number was told with another unit, its bare repetition in a sum tells nothing of this one.
            let is_bare = said.figure.unit.key.is_empty() && !figure.unit.key.is_empty();
            if (is_bare && in_other_unit) || !says(&said.figure, figure) {
                continue;
            }
            if is_of_same_drug(said, figure) {
                return None;
            }
            missing = Missing::Drug;
        }
        Some(missing)
    }

    /// A pressure may be told as one pair, or as two values.
    fn says_both_pressures(&self, figure: &Figure) -> bool {
        let Amount::Pair(systolic, diastolic) = figure.amount else {
            return false;
        };
        let told = |value: f64| {
            let alone = Figure::new(0..0, Amount::One(value), figure.unit.clone());
            self.near(&alone)
                .iter()
                .any(|said| says(&said.figure, &alone))
        };
        figure.unit.key == "pressure" && told(systolic) && told(diastolic)
    }

    /// The figures of sources that have a value of this one, as written or in its quantity's first unit.
    fn near(&self, figure: &Figure) -> Vec<&Said> {
        let mut places: Vec<usize> = magnitudes(figure)
            .flat_map(|magnitude| magnitude.saturating_sub(1)..=magnitude.saturating_add(1))
            .filter_map(|magnitude| self.by_magnitude.get(&magnitude))
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .filter_map(|place| self.said.get(place))
            .collect()
    }
}

/// The values of a figure as whole numbers that differ by one at most where the values are the same.
fn magnitudes(figure: &Figure) -> impl Iterator<Item = i64> {
    let often = as_interval(figure).map(|often| often.amount.values());
    let factor = figure.unit.factor;
    let values = figure.amount.values().into_iter();
    let all = values
        .flat_map(move |value| [value, value * factor])
        .chain(often.into_iter().flatten());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a logarithm of a double times a million is a small number"
    )]
    all.map(|value| {
        if value > 0.0 {
            (value.ln() * STEPS).round() as i64
        } else {
            i64::MIN
        }
    })
}

/// A line with the figures and medicines in it.
pub(crate) struct Line {
    pub(crate) tokens: Vec<Token>,
    pub(crate) mentions: Vec<Mention>,
    pub(crate) figures: Vec<Figure>,
}

impl Line {
    /// Reads a line; `around` are the medicines that the text around it speaks of.
    pub(crate) fn read(line: &str, around: &Drugs) -> Self {
        let tokens = split(line);
        let mentions = mentions(&tokens);
        let mut figures = figures::find(&tokens, line);
        scope::assign(&tokens, &mentions, &mut figures, around);
        Self {
            tokens,
            mentions,
            figures,
        }
    }
}

/// Whether a figure of this medicine was told.
///
/// A figure without a medicine near it belongs to those that its text speaks of, else to those spoken of before;
/// a medicine that nobody named has no figure. Times, volumes and percentages need no medicine.
fn is_of_same_drug(said: &Said, asked: &Figure) -> bool {
    if asked.drugs.is_empty() {
        return true;
    }
    if !said.figure.drugs.is_empty() {
        return !said.figure.drugs.is_disjoint(&asked.drugs);
    }
    !asked.unit.is_of_treatment() || !said.spoken_of.is_disjoint(&asked.drugs)
}
