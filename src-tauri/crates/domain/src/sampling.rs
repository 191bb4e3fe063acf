//! How tokens are drawn, and between which ends each of its figures may be set.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// How the next token is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sampling {
    /// 0 takes the likeliest token each time; otherwise logits are divided by it.
    pub temperature: f32,
    /// Keep only the likeliest `top_k` tokens; 0 keeps all.
    pub top_k: u32,
    /// Keep the fewest tokens whose probabilities sum to this; 1 keeps all.
    pub top_p: f32,
    /// Drop tokens less likely than this share of the likeliest; 0 keeps all.
    pub min_p: f32,
    /// Divides the odds of what the answer has said already; 1 leaves them.
    pub repetition: f32,
    /// The random generator's start.
    pub seed: u32,
}

impl Sampling {
    /// The likeliest token each time: the same prompt gives the same answer.
    pub const GREEDY: Self = Self {
        temperature: 0.0,
        top_k: 0,
        top_p: 1.0,
        min_p: 0.0,
        repetition: 1.0,
        seed: 0,
    };

    /// One of the figures.
    #[must_use]
    pub fn get(&self, figure: SamplingFigure) -> f64 {
        match figure {
            SamplingFigure::Temperature => f64::from(self.temperature),
            SamplingFigure::TopP => f64::from(self.top_p),
            SamplingFigure::TopK => f64::from(self.top_k),
            SamplingFigure::MinP => f64::from(self.min_p),
            SamplingFigure::Repetition => f64::from(self.repetition),
            SamplingFigure::Seed => f64::from(self.seed),
        }
    }

    /// With one of the figures set, or `None` where it may not be set to that.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is in its range fits, and a whole figure is whole"
    )]
    pub fn with(mut self, figure: SamplingFigure, value: f64) -> Option<Self> {
        if !figure.takes(value) {
            return None;
        }
        match figure {
            SamplingFigure::Temperature => self.temperature = value as f32,
            SamplingFigure::TopP => self.top_p = value as f32,
            SamplingFigure::TopK => self.top_k = value as u32,
            SamplingFigure::MinP => self.min_p = value as f32,
            SamplingFigure::Repetition => self.repetition = value as f32,
            SamplingFigure::Seed => self.seed = value as u32,
        }
        Some(self)
    }
}

impl Default for Sampling {
    /// A low temperature: clinical text is no place for surprise.
    fn default() -> Self {
        Self {
            temperature: 0.3,
            top_k: 40,
            top_p: 0.95,
            min_p: 0.05,
            repetition: 1.0,
            seed: 0,
        }
    }
}

/// One of the figures of [`Sampling`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SamplingFigure {
    /// How freely words are chosen.
    Temperature,
    /// The share of the likely that is drawn from.
    TopP,
    /// How many of the likely are drawn from.
    TopK,
    /// How likely a word must be beside the likeliest.
    MinP,
    /// How much saying something again is held back.
    Repetition,
    /// Where the dice begin.
    Seed,
}

impl SamplingFigure {
    /// In the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Temperature,
        Self::TopP,
        Self::TopK,
        Self::MinP,
        Self::Repetition,
        Self::Seed,
    ];

    /// As it is kept, and named on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Temperature => "temperature",
            Self::TopP => "top_p",
            Self::TopK => "top_k",
            Self::MinP => "min_p",
            Self::Repetition => "repetition",
            Self::Seed => "seed",
        }
    }

    /// The least and the most that it may be set to.
    ///
    /// Above 1.5 small models lose the thread, below a `top_p` of 0.05 nothing but the likeliest is left, and a
    /// penalty above 1.5 forbids a dose that has to be said twice.
    /// The largest seed leaves room for the number of an answer to be added.
    #[must_use]
    pub fn range(self) -> RangeInclusive<f64> {
        match self {
            Self::Temperature => 0.0..=1.5,
            Self::TopP => 0.05..=1.0,
            Self::TopK => 0.0..=200.0,
            Self::MinP => 0.0..=0.5,
            Self::Repetition => 1.0..=1.5,
            Self::Seed => 0.0..=999_999_999.0,
        }
    }

    /// Places behind the point.
    #[must_use]
    pub fn places(self) -> u32 {
        match self {
            Self::TopK | Self::Seed => 0,
            Self::Temperature | Self::TopP | Self::MinP | Self::Repetition => 2,
        }
    }

    fn takes(self, value: f64) -> bool {
        let is_whole = value.fract() == 0.0;
        self.range().contains(&value) && (self.places() > 0 || is_whole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_figures_are_within_their_ranges() {
        for sampling in [Sampling::default(), Sampling::GREEDY] {
            for figure in SamplingFigure::ALL {
                let value = sampling.get(figure);
                assert_eq!(sampling.with(figure, value), Some(sampling), "{figure:?}");
            }
        }
    }

    #[test]
    fn a_figure_takes_the_ends_of_its_range_and_nothing_beyond() {
        for figure in SamplingFigure::ALL {
            let range = figure.range();
            for end in [*range.start(), *range.end()] {
                let set = Sampling::default().with(figure, end).expect("in range");
                assert!((set.get(figure) - end).abs() < 1e-6, "{figure:?}");
            }
            for beyond in [range.start() - 1.0, range.end() + 1.0, f64::NAN] {
                let set = Sampling::default().with(figure, beyond);
                assert_eq!(set, None, "{figure:?} {beyond}");
            }
        }
        let half = Sampling::default().with(SamplingFigure::TopK, 2.5);
        assert_eq!(half, None, "half a token");
    }
}
