//! The difference between two ways over the same items, and the half that is held out.

use serde::{Deserialize, Serialize};

use super::Random;
use crate::SelfCheckError;
use crate::error::same_length;

/// Resamples of a bootstrap that is shown to somebody.
pub const RESAMPLES: usize = 10_000;

/// A difference with its 95 % interval, from -1 to 1 where the values are shares.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Mean of the second way less mean of the first.
    pub difference: f64,
    /// The 2.5th percentile of the resampled differences.
    pub low: f64,
    /// The 97.5th percentile of the resampled differences.
    pub high: f64,
}

/// By how much the second list is above the first, item by item, with a percentile bootstrap over the items.
///
/// Percentiles are interpolated linearly, as numpy does by default.
///
/// # Errors
/// Lists of different lengths, empty ones, or no resamples.
pub fn paired_difference(
    first: &[f64],
    second: &[f64],
    resamples: usize,
    seed: u64,
) -> Result<Estimate, SelfCheckError> {
    let items = same_length("paired bootstrap", first.len(), second.len())?;
    if resamples == 0 {
        return Err(SelfCheckError::NoItems {
            what: "paired bootstrap",
        });
    }
    let differences: Vec<f64> = first.iter().zip(second).map(|(a, b)| b - a).collect();
    let mut random = Random::new(seed);
    let mut means: Vec<f64> = (0..resamples)
        .map(|_| {
            let drawn = (0..items).map(|_| differences[random.below(items)]);
            drawn.sum::<f64>() / items as f64
        })
        .collect();
    means.sort_by(f64::total_cmp);
    Ok(Estimate {
        difference: differences.iter().sum::<f64>() / items as f64,
        low: percentile(&means, 0.025),
        high: percentile(&means, 0.975),
    })
}

/// Splits items into a half to choose on and a half to estimate on, evenly within each stratum.
///
/// A stratum is a subject; the places of the items come back in their own order.
#[must_use]
pub fn halves<S: Ord>(strata: &[S], seed: u64) -> (Vec<usize>, Vec<usize>) {
    let mut places: Vec<usize> = (0..strata.len()).collect();
    Random::new(seed).shuffle(&mut places);
    // A stable sort keeps the shuffled order within each stratum.
    places.sort_by(|&a, &b| strata[a].cmp(&strata[b]));
    let (mut choosing, mut held_out) = (Vec::new(), Vec::new());
    for (rank, place) in places.into_iter().enumerate() {
        if rank % 2 == 0 {
            choosing.push(place);
        } else {
            held_out.push(place);
        }
    }
    choosing.sort_unstable();
    held_out.sort_unstable();
    (choosing, held_out)
}

fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let below = place.floor();
    let at = below as usize;
    let next = sorted[(at + 1).min(sorted.len() - 1)];
    sorted[at] + (next - sorted[at]) * (place - below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let first = [0.0, 1.0, 0.0, 0.0, 1.0, 0.0];
        let second = [1.0, 1.0, 0.0, 1.0, 1.0, 0.0];
        let once = paired_difference(&first, &second, 500, 3).expect("lists belong together");
        let twice = paired_difference(&first, &second, 500, 3).expect("lists belong together");
        assert_eq!(once, twice);
        assert!((once.difference - 2.0 / 6.0).abs() < 1e-15);
        assert!(once.low <= once.difference && once.difference <= once.high);
    }

    #[test]
    fn halves_share_no_item_and_split_each_subject() {
        let strata: Vec<usize> = (0..120).map(|item| item % 6).collect();
        let (choosing, held_out) = halves(&strata, 11);
        let mut all: Vec<usize> = choosing.iter().chain(&held_out).copied().collect();
        all.sort_unstable();
        assert_eq!(all, (0..120).collect::<Vec<_>>());
        for subject in 0..6 {
            let here = choosing.iter().filter(|&&item| strata[item] == subject);
            assert_eq!(here.count(), 10);
        }
        assert_ne!(choosing, halves(&strata, 12).0);
    }
}
