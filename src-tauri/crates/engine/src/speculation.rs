//! Whether guessed tokens are worth checking, and how many at a time.
//!
//! Reading four tokens at once costs less than reading four one after the other, since the weights pass through
//! memory once. Guessing itself costs nothing, so guesses are compared with what the model writes all the time,
//! also while none is checked: a draft is read only where that record and the measured cost of a batch promise a gain.
//! No guess ever becomes text by itself: the sampler draws each token from the model's own numbers.

use crate::lookup::Guess;

/// Tokens of a checking batch, the drawn one included: sizes that fill the kernels' tiles.
const SIZES: [usize; 3] = [4, 8, 16];

/// What such a batch costs before it was measured, in readings of one token (Q4_K, repacked).
const USUAL_COSTS: [f64; 3] = [2.0, 3.1, 4.5];

/// The gain that must be promised: a smaller one is lost in the noise of the clock.
const LEAST_GAIN: f64 = 1.1;

/// Of a new measurement in the running mean.
const WEIGHT: f64 = 0.2;

/// A measurement counts at most so many times the mean: the machine has been elsewhere meanwhile.
const OUTLIER: f64 = 3.0;

/// Of the record that stays with each further guess: some thirty guesses count.
const MEMORY: f64 = 0.97;

/// When drafts are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speculation {
    /// Never: one token at a time.
    Never,
    /// Where it is likely to be faster.
    #[default]
    WhileItPays,
    /// Wherever there is a guess; for tests and measurements.
    Always,
}

/// How often drafts were right since the model was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpeculationRecord {
    /// Batches that checked a draft.
    pub drafts: u64,
    /// Tokens in them that were guessed.
    pub drafted_tokens: u64,
    /// Those of them that the sampler drew.
    pub kept_tokens: u64,
}

/// Seconds that batches take on this machine with this model.
pub(crate) struct Costs {
    single_seconds: Option<f64>,
    in_singles: [f64; SIZES.len()],
}

impl Costs {
    pub(crate) fn new() -> Self {
        Self {
            single_seconds: None,
            in_singles: USUAL_COSTS,
        }
    }

    /// A batch of so many tokens has taken so long.
    pub(crate) fn took(&mut self, tokens: usize, seconds: f64) {
        if tokens == 1 {
            let mean = self.single_seconds.unwrap_or(seconds);
            self.single_seconds = Some(mean + WEIGHT * (seconds.min(OUTLIER * mean) - mean));
            return;
        }
        let Some(single) = self.single_seconds.filter(|single| *single > 0.0) else {
            return;
        };
        if let Some(place) = SIZES.iter().position(|size| *size == tokens)
            && let Some(mean) = self.in_singles.get_mut(place)
        {
            *mean += WEIGHT * ((seconds / single).min(OUTLIER * *mean) - *mean);
        }
    }

    /// Brings each cost a step back to the usual one, so that a busy minute does not end speculation for good.
    pub(crate) fn doubt(&mut self) {
        for (mean, usual) in self.in_singles.iter_mut().zip(USUAL_COSTS) {
            *mean += WEIGHT * (usual - *mean);
        }
    }

    /// The tokens to guess for the next batch: 0 where one token at a time is as good.
    fn draft_length(&self, right_so_far: usize, odds: &Odds, available: usize) -> usize {
        let gains = SIZES.iter().zip(self.in_singles);
        let gains = gains.map(|(size, cost)| (size - 1, odds.tokens(right_so_far, *size) / cost));
        gains
            .filter(|(length, gain)| *length <= available && *gain >= LEAST_GAIN)
            .max_by(|(_, one), (_, other)| one.total_cmp(other))
            .map_or(0, |(length, _)| length)
    }
}

/// How often guesses of one answer were right: after none that were, after a few, after many.
pub(crate) struct Odds([Share; 3]);

struct Share {
    right: f64,
    of: f64,
}

impl Odds {
    /// As with most answers that quote.
    pub(crate) fn new() -> Self {
        Self([(1.5, 3.0), (3.4, 4.0), (3.7, 4.0)].map(|(right, of)| Share { right, of }))
    }

    pub(crate) fn learn(&mut self, guess: Guess) {
        let (right_before, right) = match guess {
            Guess::None => return,
            Guess::Right(before) => (before, 1.0),
            Guess::Wrong(before) => (before, 0.0),
        };
        let Self(shares) = self;
        if let Some(share) = shares.get_mut(kind(right_before)) {
            share.right = share.right * MEMORY + right;
            share.of = share.of * MEMORY + 1.0;
        }
    }

    /// Tokens that a batch of `size` is likely to give.
    fn tokens(&self, right_so_far: usize, size: usize) -> f64 {
        let mut likely = 1.0;
        let mut all_right = 1.0;
        for guessed in 0..size - 1 {
            all_right *= self.chance(right_so_far + guessed);
            likely += all_right;
        }
        likely
    }

    fn chance(&self, right_before: usize) -> f64 {
        let Self(shares) = self;
        let share = shares.get(kind(right_before));
        share.map_or(0.0, |share| share.right / share.of)
    }
}

fn kind(right_before: usize) -> usize {
    match right_before {
        0..=2 => 0,
        3..=11 => 1,
        _ => 2,
    }
}

impl Speculation {
    /// The tokens to guess for the next batch, of `available` at most.
    pub(crate) fn draft_length(
        self,
        costs: &Costs,
        odds: &Odds,
        right_so_far: usize,
        available: usize,
    ) -> usize {
        match self {
            Self::Never => 0,
            Self::WhileItPays => costs.draft_length(right_so_far, odds, available),
            Self::Always => available.min(SIZES[SIZES.len() - 1] - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odds(guesses: &[Guess]) -> Odds {
        let mut odds = Odds::new();
        for guess in guesses {
            odds.learn(*guess);
        }
        odds
    }

    fn costs(in_singles: [f64; 3]) -> Costs {
        let mut costs = Costs::new();
        for _ in 0..50 {
            costs.took(1, 1.0);
            for (size, cost) in SIZES.into_iter().zip(in_singles) {
                costs.took(size, cost);
            }
        }
        costs
    }

    #[test]
    fn nothing_is_drafted_on_the_strength_of_three_like_tokens() {
        assert_eq!(Costs::new().draft_length(0, &Odds::new(), 15), 0);
    }

    #[test]
    fn the_longer_a_quotation_was_foreseen_the_more_is_drafted_of_it() {
        let quoted: Vec<Guess> = (0..60).map(Guess::Right).collect();
        let quoting = odds(&quoted);
        assert_eq!(Costs::new().draft_length(20, &quoting, 15), 15);
        assert_eq!(Costs::new().draft_length(20, &quoting, 9), 7);
        assert_eq!(Costs::new().draft_length(20, &quoting, 2), 0);
        let mut shaky = quoted;
        for _ in 0..20 {
            shaky.extend([Guess::Right(20), Guess::Right(21), Guess::Wrong(22)]);
        }
        assert_eq!(Costs::new().draft_length(20, &odds(&shaky), 15), 3);
    }

    #[test]
    fn wrong_guesses_switch_it_off_and_right_ones_on_again() {
        let wrong = [Guess::Wrong(0), Guess::Wrong(3), Guess::Wrong(12)].repeat(40);
        let mut odds = odds(&wrong);
        for right_so_far in [0, 3, 12, 100] {
            assert_eq!(Costs::new().draft_length(right_so_far, &odds, 15), 0);
        }
        for _ in 0..100 {
            odds.learn(Guess::Right(12));
        }
        assert!(Costs::new().draft_length(12, &odds, 15) > 0);
    }

    #[test]
    fn batches_that_cost_as_much_as_their_tokens_are_not_read() {
        let odds = odds(&[Guess::Right(12)].repeat(200));
        assert_eq!(costs([4.0, 8.0, 16.0]).draft_length(12, &odds, 15), 0);
        assert_eq!(costs([4.0, 8.0, 8.0]).draft_length(12, &odds, 15), 15);
        assert_eq!(costs([1.5, 8.0, 16.0]).draft_length(12, &odds, 15), 3);
    }

    #[test]
    fn a_busy_minute_is_doubted_later() {
        let odds = odds(&[Guess::Right(12)].repeat(200));
        let mut costs = costs([12.0, 24.0, 48.0]);
        assert_eq!(costs.draft_length(12, &odds, 15), 0);
        for _ in 0..20 {
            costs.doubt();
        }
        assert_eq!(costs.draft_length(12, &odds, 15), 15);
    }

    #[test]
    fn one_measurement_in_which_the_machine_slept_changes_little() {
        let mut costs = costs([1.6, 3.0, 4.0]);
        costs.took(4, 1000.0);
        costs.took(1, 1000.0);
        let odds = odds(&[Guess::Right(12)].repeat(200));
        assert!(costs.draft_length(12, &odds, 15) > 0);
    }
}
