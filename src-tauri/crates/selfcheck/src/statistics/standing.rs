//! Which notice stands beside a model's answers in a language, and what a figure has to be compared with.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Interval;
use crate::SelfCheckError;

/// What the lower 95 % limit of a model's accuracy allows to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The lower limit is not above chance: no better than guessing.
    NoBetterThanGuessing,
    /// Above chance, but the lower limit is not above one half: a standing notice.
    NotShownAboveHalf,
    /// The lower limit is above one half: no notice.
    AboveHalf,
}

/// The notice for an accuracy, given what guessing gives on the same items.
///
/// Guessing can lie above one half (yes/no questions); an accuracy has to be above both to carry no notice.
#[must_use]
pub fn standing(accuracy: Interval, chance: f64) -> Standing {
    if accuracy.low <= chance {
        Standing::NoBetterThanGuessing
    } else if accuracy.low <= 0.5 {
        Standing::NotShownAboveHalf
    } else {
        Standing::AboveHalf
    }
}

/// What blind guessing gives: the mean of one over the number of options of each item.
///
/// # Errors
/// [`SelfCheckError::NoItems`] for none; [`SelfCheckError::ImpossibleShares`] for an item without options.
pub fn chance_of(option_counts: &[usize]) -> Result<f64, SelfCheckError> {
    let what = "chance";
    if option_counts.is_empty() {
        return Err(SelfCheckError::NoItems { what });
    }
    if option_counts.contains(&0) {
        return Err(SelfCheckError::ImpossibleShares { what });
    }
    let sum: f64 = option_counts.iter().map(|&count| 1.0 / count as f64).sum();
    Ok(sum / option_counts.len() as f64)
}

/// What always giving the commonest right answer gives, as a share.
///
/// # Errors
/// [`SelfCheckError::NoItems`] for none.
pub fn majority_share<L: Ord>(gold: &[L]) -> Result<f64, SelfCheckError> {
    let mut counts: BTreeMap<&L, usize> = BTreeMap::new();
    for label in gold {
        *counts.entry(label).or_default() += 1;
    }
    let most = counts.into_values().max();
    most.map(|most| most as f64 / gold.len() as f64)
        .ok_or(SelfCheckError::NoItems { what: "majority" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Random, wilson};

    #[test]
    fn the_lower_limit_decides_and_not_the_share() {
        for (right, expected) in [
            (60, Standing::NoBetterThanGuessing),
            (72, Standing::NoBetterThanGuessing),
            (85, Standing::NotShownAboveHalf),
            (130, Standing::NotShownAboveHalf),
            (150, Standing::AboveHalf),
        ] {
            let accuracy = wilson(right, 240).expect("a share");
            assert_eq!(standing(accuracy, 0.25), expected, "{right} of 240");
        }
    }

    #[test]
    fn a_yes_no_set_needs_more_than_half_for_both_rules() {
        let accuracy = wilson(130, 240).expect("a share");
        assert_eq!(standing(accuracy, 0.5), Standing::NoBetterThanGuessing);
    }

    /// Stated rate: 5 %. An answerer that truly guesses, or truly stands at one half, is called better at most so often.
    #[test]
    fn notices_are_wrongly_left_out_at_most_at_the_stated_rate() {
        for items in [60, 120, 240] {
            for (truth, harmless) in [
                (0.25, Standing::NoBetterThanGuessing),
                (0.5, Standing::NotShownAboveHalf),
            ] {
                let wrong = (0..2_000).filter(|&run| {
                    let mut random = Random::new(run);
                    let right = (0..items).filter(|_| random.chance(truth)).count();
                    let found = standing(wilson(right, items).expect("a share"), 0.25);
                    match harmless {
                        Standing::NoBetterThanGuessing => found != harmless,
                        _ => found == Standing::AboveHalf,
                    }
                });
                let rate = wrong.count() as f64 / 2_000.0;
                assert!(rate <= 0.05, "{items} items at {truth}: {rate}");
            }
        }
    }

    #[test]
    fn baselines_are_those_of_the_items() {
        assert_eq!(chance_of(&[4, 4, 2, 2]).expect("items"), 0.375);
        assert_eq!(
            majority_share(&["yes", "no", "yes", "maybe"]).expect("items"),
            0.5
        );
        assert!(chance_of(&[]).is_err());
        assert!(chance_of(&[4, 0]).is_err());
        assert!(majority_share::<u8>(&[]).is_err());
    }
}
