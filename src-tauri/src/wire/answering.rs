//! How answers are drawn and how the engine is run, as the window shows and sets it.

use sanad_domain::{Sampling, SamplingFigure};
use sanad_models::EngineWish;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::answering;

/// Everything of it that can be set for all conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct AnsweringView {
    /// How answers are drawn.
    pub figures: Vec<SamplingFigureView>,
    /// How the engine is run when it starts next.
    pub engine: EngineWishView,
    /// What was kept out of its range, so that something else holds: a figure's name, `threads`, `context` or
    /// `lock_after`.
    pub replaced: Vec<String>,
}

/// How answers are drawn in one conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct OwnFiguresView {
    /// Whether that is said for this conversation alone.
    pub is_own: bool,
    /// The figures that hold; what is usual is what is set for all conversations.
    pub figures: Vec<SamplingFigureView>,
}

/// One figure. A whole number of hundredths where it has two places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct SamplingFigureView {
    /// Which.
    pub name: SamplingFigureName,
    /// What it is.
    pub value: u32,
    /// What it is where nobody has set it.
    pub usual: u32,
    /// The least that it may be.
    pub least: u32,
    /// The most that it may be.
    pub most: u32,
    /// Places behind the point: 0 or 2.
    pub places: u32,
}

/// A figure of the way in which answers are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SamplingFigureName {
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

/// How the engine is run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct EngineWishView {
    /// Compute threads; 0 leaves them to the app.
    pub threads: u32,
    /// The most that may be set here.
    pub most_threads: u32,
    /// Tokens of context; 0 leaves them to the app.
    pub context_tokens: u32,
    /// What may be set.
    pub contexts: Vec<u32>,
    /// Whether the engine that runs was started otherwise.
    pub needs_restart: bool,
}

impl SamplingFigureName {
    const ALL: [(Self, SamplingFigure); 6] = [
        (Self::Temperature, SamplingFigure::Temperature),
        (Self::TopP, SamplingFigure::TopP),
        (Self::TopK, SamplingFigure::TopK),
        (Self::MinP, SamplingFigure::MinP),
        (Self::Repetition, SamplingFigure::Repetition),
        (Self::Seed, SamplingFigure::Seed),
    ];

    fn figure(self) -> SamplingFigure {
        match self {
            Self::Temperature => SamplingFigure::Temperature,
            Self::TopP => SamplingFigure::TopP,
            Self::TopK => SamplingFigure::TopK,
            Self::MinP => SamplingFigure::MinP,
            Self::Repetition => SamplingFigure::Repetition,
            Self::Seed => SamplingFigure::Seed,
        }
    }

    /// The sampling with this figure set to the nearest that it may be.
    pub(crate) fn set_in(self, sampling: Sampling, value: u32) -> Sampling {
        let figure = self.figure();
        let range = figure.range();
        let value = f64::from(value) / scale(figure);
        let value = value.clamp(*range.start(), *range.end());
        sampling.with(figure, value).unwrap_or(sampling)
    }
}

impl SamplingFigureView {
    /// Every figure, beside what is usual.
    pub(crate) fn all(sampling: &Sampling, usual: &Sampling) -> Vec<Self> {
        SamplingFigureName::ALL
            .into_iter()
            .map(|(name, figure)| {
                let range = figure.range();
                Self {
                    name,
                    value: scaled(figure, sampling.get(figure)),
                    usual: scaled(figure, usual.get(figure)),
                    least: scaled(figure, *range.start()),
                    most: scaled(figure, *range.end()),
                    places: figure.places(),
                }
            })
            .collect()
    }
}

impl EngineWishView {
    /// What is wished, beside how the engine runs.
    pub(crate) fn of(wish: EngineWish, runs: EngineWish) -> Self {
        Self {
            threads: wish.threads.unwrap_or(0),
            most_threads: answering::most_threads(),
            context_tokens: wish.context_tokens.unwrap_or(0),
            contexts: answering::CONTEXTS.to_vec(),
            needs_restart: wish != runs,
        }
    }
}

fn scale(figure: SamplingFigure) -> f64 {
    if figure.places() == 0 { 1.0 } else { 100.0 }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the largest figure is below a thousand million, and none is negative"
)]
fn scaled(figure: SamplingFigure, value: f64) -> u32 {
    (value * scale(figure)).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_crosses_and_comes_back_as_it_was() {
        let sampling = Sampling::default();
        let views = SamplingFigureView::all(&sampling, &sampling);
        let names: Vec<SamplingFigure> = views.iter().map(|view| view.name.figure()).collect();
        assert_eq!(names, SamplingFigure::ALL);
        for view in views {
            assert_eq!(view.name.set_in(sampling, view.value), sampling, "{view:?}");
        }
        let hottest = SamplingFigureName::Temperature.set_in(sampling, 9999);
        assert!((hottest.temperature - 1.5).abs() < 1e-6);
        assert_eq!(
            SamplingFigureName::Seed.set_in(sampling, u32::MAX).seed,
            999_999_999
        );
    }
}
