//! From logits to probabilities.

use crate::native::Token;

/// A row of logits with what they add up to.
pub(super) struct Softmax<'row> {
    logits: &'row [f32],
    highest: f32,
    log_sum: f64,
}

impl<'row> Softmax<'row> {
    /// Of one number for each token of the vocabulary.
    pub(super) fn of(logits: &'row [f32]) -> Self {
        let highest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let sum: f64 = logits
            .iter()
            .map(|logit| f64::from(logit - highest).exp())
            .sum();
        Self {
            logits,
            highest,
            log_sum: f64::from(highest) + sum.ln(),
        }
    }

    /// The natural logarithm; of a token that does not exist, minus infinity.
    pub(super) fn log_probability(&self, token: Token) -> f64 {
        let logit = usize::try_from(token)
            .ok()
            .and_then(|place| self.logits.get(place));
        logit.map_or(f64::NEG_INFINITY, |logit| f64::from(*logit) - self.log_sum)
    }

    /// Whether it is the first of the likeliest.
    pub(super) fn is_likeliest(&self, token: Token) -> bool {
        let likeliest = self.logits.iter().position(|logit| *logit == self.highest);
        likeliest.is_some() && likeliest == usize::try_from(token).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_add_up_to_one_for_logits_of_any_size() {
        for logits in [[0.0_f32, 1.0, -2.0], [1e4, 1e4 + 1.0, -1e4], [-5e3; 3]] {
            let softmax = Softmax::of(&logits);
            let sum: f64 = (0..3)
                .map(|token| softmax.log_probability(token).exp())
                .sum();
            assert!((sum - 1.0).abs() < 1e-9, "{logits:?}: {sum}");
        }
        let even = Softmax::of(&[0.5; 4]);
        assert!((even.log_probability(2) + 4.0_f64.ln()).abs() < 1e-12);
        assert_eq!(even.log_probability(4), f64::NEG_INFINITY);
        assert_eq!(even.log_probability(-1), f64::NEG_INFINITY);
    }

    #[test]
    fn the_first_of_equals_is_the_likeliest() {
        let softmax = Softmax::of(&[1.0, 3.0, 3.0]);
        let likeliest: Vec<bool> = (-1..4).map(|token| softmax.is_likeliest(token)).collect();
        assert_eq!(likeliest, [false, false, true, false, false]);
    }
}
