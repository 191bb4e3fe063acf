//! How many items a difference takes to be seen, and how small a difference so many items can show.
//!
//! For McNemar's exact test at 5 %, two-sided, with a power of 80 %: Connor's formula (Biometrics 1987; 43: 207)
//! with a continuity correction, since the exact test is as cautious as the corrected one.

use super::{Z_95, Z_POWER_80};
use crate::SelfCheckError;

/// Items on which a difference is seen four times in five.
///
/// `difference` is the gain as a share; `discordance` the share of items that only one of the two ways gets right.
///
/// # Errors
/// [`SelfCheckError::ImpossibleShares`] unless 0 < difference <= discordance <= 1.
pub fn items_needed(difference: f64, discordance: f64) -> Result<usize, SelfCheckError> {
    let possible = difference > 0.0 && difference <= discordance && discordance <= 1.0;
    if !possible {
        return Err(SelfCheckError::ImpossibleShares {
            what: "items needed",
        });
    }
    Ok(exact_items(difference, discordance).ceil() as usize)
}

/// The smallest difference that so many items show four times in five, as a share.
///
/// None where not even a difference of all discordant items would be seen.
#[must_use]
pub fn smallest_visible_difference(items: usize, discordance: f64) -> Option<f64> {
    let enough = |difference: f64| exact_items(difference, discordance) <= items as f64;
    if discordance <= 0.0 || discordance > 1.0 || !enough(discordance) {
        return None;
    }
    let (mut too_small, mut seen) = (0.0, discordance);
    // Each step halves the doubt: 60 leave nothing that a double could hold.
    for _ in 0..60 {
        let middle = f64::midpoint(too_small, seen);
        if middle > 0.0 && enough(middle) {
            seen = middle;
        } else {
            too_small = middle;
        }
    }
    Some(seen)
}

fn exact_items(difference: f64, discordance: f64) -> f64 {
    let spread =
        Z_95 * discordance.sqrt() + Z_POWER_80 * (discordance - difference * difference).sqrt();
    // The root of difference · n - 1 = spread · sqrt(n).
    let root = (spread + (spread * spread + 4.0 * difference).sqrt()) / (2.0 * difference);
    root * root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Paired, Random, mcnemar_exact};

    #[test]
    fn so_many_items_show_the_difference_about_four_times_in_five() {
        for (difference, discordance) in [(0.05, 0.2), (0.05, 0.4), (0.1, 0.3)] {
            let items = items_needed(difference, discordance).expect("shares that can be");
            let seen = (0..2_000)
                .filter(|&run| mcnemar_exact(simulate(run, items, difference, discordance)) < 0.05);
            let power = seen.count() as f64 / 2_000.0;
            assert!(
                (0.77..0.86).contains(&power),
                "{difference} {discordance}: {power}"
            );
        }
    }

    #[test]
    fn the_smallest_visible_difference_turns_the_count_round() {
        for items in [60, 240, 1_000] {
            let difference = smallest_visible_difference(items, 0.3).expect("enough items");
            let needed = items_needed(difference, 0.3).expect("shares that can be");
            assert!(needed.abs_diff(items) <= 1, "{items} {needed}");
        }
        assert_eq!(smallest_visible_difference(3, 0.3), None);
    }

    #[test]
    fn a_gain_above_the_discordance_is_refused() {
        assert!(items_needed(0.3, 0.2).is_err());
        assert!(items_needed(0.0, 0.2).is_err());
    }

    fn simulate(run: u64, items: usize, difference: f64, discordance: f64) -> Paired {
        let mut random = Random::new(run);
        let mut paired = Paired {
            items,
            ..Paired::default()
        };
        for _ in 0..items {
            if !random.chance(discordance) {
                continue;
            }
            if random.chance(f64::midpoint(1.0, difference / discordance)) {
                paired.only_second += 1;
            } else {
                paired.only_first += 1;
            }
        }
        paired
    }
}
