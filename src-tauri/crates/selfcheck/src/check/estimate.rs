//! How long a check takes here, and what fits the time.

use serde::{Deserialize, Serialize};

use crate::statistics::smallest_visible_difference;

/// How long a quick check is meant to take.
pub const QUICK_SECONDS: f64 = 180.0;

/// The fewest paired items of which anything can be said: an interval of 18 points to either side.
const FEWEST: usize = 30;

/// Share of items on which two ways of answering usually part; what a difference can be seen at depends on it.
const USUAL_DISCORDANCE: f64 = 0.3;

/// What was measured before a check.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speed {
    /// Tokens of a prompt read in a second.
    pub tokens_per_second: f64,
    /// Tokens that an item takes in both languages, in one order of its options.
    pub tokens_per_item: f64,
}

/// A check that can be begun.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Items, each in both languages.
    pub items: usize,
    /// How often each is asked.
    pub orders: usize,
    /// How long it will take here.
    pub seconds: f64,
    /// The smallest difference between the languages that so many items show four times in five, as a share; none
    /// where no difference would be seen.
    pub smallest_difference: Option<f64>,
}

/// What so many items in so many orders cost here.
#[must_use]
pub fn offer(items: usize, orders: usize, speed: Speed) -> Offer {
    let tokens = speed.tokens_per_item * (items * orders) as f64;
    Offer {
        items,
        orders,
        seconds: tokens / speed.tokens_per_second.max(f64::MIN_POSITIVE),
        smallest_difference: smallest_visible_difference(items, USUAL_DISCORDANCE),
    }
}

impl Offer {
    /// As many of `available` items as fit [`QUICK_SECONDS`], at least 30 if there are so many.
    #[must_use]
    pub fn quick(available: usize, speed: Speed) -> Self {
        let one = offer(1, 1, speed).seconds.max(f64::MIN_POSITIVE);
        let fitting = (QUICK_SECONDS / one).floor();
        let fitting = if fitting >= available as f64 {
            available
        } else {
            // Six subjects are asked alike.
            fitting as usize / 6 * 6
        };
        offer(fitting.max(FEWEST).min(available), 1, speed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEED: Speed = Speed {
        tokens_per_second: 200.0,
        tokens_per_item: 400.0,
    };

    #[test]
    fn a_quick_check_fills_its_time_and_not_more() {
        let quick = Offer::quick(240, SPEED);
        assert_eq!((quick.items, quick.orders), (90, 1));
        assert!((quick.seconds - 180.0).abs() < 1e-9);
        let slow = Speed {
            tokens_per_second: 10.0,
            ..SPEED
        };
        assert_eq!(Offer::quick(240, slow).items, 30, "fewer say nothing");
        assert_eq!(Offer::quick(20, slow).items, 20);
        let fast = Speed {
            tokens_per_second: 1e6,
            ..SPEED
        };
        assert_eq!(Offer::quick(240, fast).items, 240);
    }

    #[test]
    fn more_items_show_a_smaller_difference() {
        let seen = |items| offer(items, 4, SPEED).smallest_difference;
        assert!(seen(240) < seen(90) && seen(90) < seen(30));
        assert_eq!(seen(1), None);
    }
}
