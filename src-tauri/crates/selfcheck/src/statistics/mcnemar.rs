//! Whether two ways of answering the same items differ.

use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::error::same_length;

/// How two ways fared on the same items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paired {
    /// Items.
    pub items: usize,
    /// Items that only the first way got right.
    pub only_first: usize,
    /// Items that only the second way got right.
    pub only_second: usize,
}

impl Paired {
    /// Counts over the same items in the same order.
    ///
    /// # Errors
    /// Lists of different lengths, or empty ones.
    pub fn count(first: &[bool], second: &[bool]) -> Result<Self, SelfCheckError> {
        let items = same_length("paired answers", first.len(), second.len())?;
        let only = |wanted: (bool, bool)| {
            let pairs = first.iter().zip(second);
            pairs.filter(|(a, b)| (**a, **b) == wanted).count()
        };
        Ok(Self {
            items,
            only_first: only((true, false)),
            only_second: only((false, true)),
        })
    }

    /// By how much the second way is ahead, as a share of the items; negative if it is behind.
    #[must_use]
    pub fn gain(&self) -> f64 {
        (self.only_second as f64 - self.only_first as f64) / self.items.max(1) as f64
    }
}

/// The two-sided p of McNemar's exact test: the discordant items against a fair coin.
///
/// Twice the smaller tail, at most 1; 1 where no item is discordant.
#[must_use]
pub fn mcnemar_exact(paired: Paired) -> f64 {
    let discordant = paired.only_first + paired.only_second;
    let fewer = paired.only_first.min(paired.only_second);
    if 2 * fewer == discordant {
        return 1.0;
    }
    let mut log_term = -(discordant as f64) * std::f64::consts::LN_2;
    let mut tail = log_term.exp();
    for taken in 1..=fewer {
        log_term += ((discordant - taken + 1) as f64 / taken as f64).ln();
        tail += log_term.exp();
    }
    (2.0 * tail).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_discordance_shows_nothing() {
        let paired = Paired {
            items: 50,
            only_first: 7,
            only_second: 7,
        };
        assert_eq!(mcnemar_exact(paired), 1.0);
    }

    #[test]
    fn one_against_nine_is_what_the_binomial_says() {
        let paired = Paired {
            items: 50,
            only_first: 1,
            only_second: 9,
        };
        let expected = 2.0 * (1.0 + 10.0) / 1024.0;
        assert!((mcnemar_exact(paired) - expected).abs() < 1e-15);
        assert!((paired.gain() - 0.16).abs() < 1e-15);
    }

    #[test]
    fn lists_of_different_lengths_are_refused() {
        assert!(Paired::count(&[true], &[true, false]).is_err());
        assert!(Paired::count(&[], &[]).is_err());
    }
}
