//! The interval of a share of right answers.

use serde::{Deserialize, Serialize};

use super::Z_95;
use crate::SelfCheckError;

/// A share with its 95 % interval; all three lie between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The share that was seen.
    pub share: f64,
    /// The lower 95 % limit.
    pub low: f64,
    /// The upper 95 % limit.
    pub high: f64,
}

/// The share of right answers with its 95 % interval after Wilson (1927), without continuity correction.
///
/// # Errors
/// [`SelfCheckError::NoItems`] for no items, [`SelfCheckError::ImpossibleShares`] for more right answers than items.
pub fn wilson(right: usize, items: usize) -> Result<Interval, SelfCheckError> {
    if items == 0 {
        return Err(SelfCheckError::NoItems { what: "wilson" });
    }
    if right > items {
        return Err(SelfCheckError::ImpossibleShares { what: "wilson" });
    }
    let count = items as f64;
    let share = right as f64 / count;
    let squared = Z_95 * Z_95;
    let centre = (share + squared / (2.0 * count)) / (1.0 + squared / count);
    let spread = (share * (1.0 - share) / count + squared / (4.0 * count * count)).sqrt();
    let half = Z_95 * spread / (1.0 + squared / count);
    // At no or only right answers the limit is 0 or 1 exactly, which rounding would miss.
    let low = if right == 0 { 0.0 } else { centre - half };
    let high = if right == items { 1.0 } else { centre + half };
    Ok(Interval { share, low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_card_reads_43_to_55() {
        let interval = wilson(118, 240).expect("118 of 240 is a share");
        assert_eq!((interval.low * 100.0).round(), 43.0);
        assert_eq!((interval.high * 100.0).round(), 55.0);
    }

    #[test]
    fn no_and_only_right_answers_end_at_the_edge() {
        assert_eq!(wilson(0, 40).expect("a share").low, 0.0);
        assert_eq!(wilson(40, 40).expect("a share").high, 1.0);
    }

    #[test]
    fn a_share_of_nothing_is_refused() {
        assert!(wilson(0, 0).is_err());
        assert!(wilson(3, 2).is_err());
    }
}
