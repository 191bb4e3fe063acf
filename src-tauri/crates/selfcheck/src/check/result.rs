//! What came of one step.

use serde::{Deserialize, Serialize};

use super::Step;
use crate::items::ItemLanguage;

/// What came of one item in one language. It follows from the step and the model alone, so that two runs give the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepResult {
    /// The item's id.
    pub item: String,
    /// In which language it was asked.
    pub language: ItemLanguage,
    /// Its subject.
    pub subject: String,
    /// The place of the right option in the item.
    pub correct: usize,
    /// How many options it has.
    pub options: usize,
    /// What the model did.
    pub outcome: Outcome,
}

/// What the model did with a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was asked once in each form.
    Scored(Vec<FormResult>),
    /// The question does not fit the model's context; it counts as not asked, and is reported.
    TooLong,
}

/// What the model makes of one order of the options.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormResult {
    /// By how many places the options were moved on.
    pub rotation: usize,
    /// Natural logarithms, in the order in which the options were shown.
    pub log_likelihoods: Vec<f64>,
    /// How many tokens each of the compared continuations had.
    pub tokens: Vec<usize>,
}

impl StepResult {
    /// The result of a step that was asked, or was too long to be.
    #[must_use]
    pub fn of(step: &Step, outcome: Outcome) -> Self {
        Self {
            item: step.item.clone(),
            language: step.language,
            subject: step.subject.clone(),
            correct: step.question.correct,
            options: step.question.options.len(),
            outcome,
        }
    }

    /// The option that the model takes, its place in the item; over all forms, so that a love of one letter cancels.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        let Outcome::Scored(forms) = &self.outcome else {
            return None;
        };
        let mut sums = vec![0.0; self.options];
        for form in forms {
            for (shown, likelihood) in form.log_likelihoods.iter().enumerate() {
                // What is shown at a place was moved there from `rotation` places before.
                let own = (shown + self.options - form.rotation % self.options) % self.options;
                sums[own] += likelihood;
            }
        }
        first_largest(&sums)
    }

    /// Whether it takes the right one.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.chosen() == Some(self.correct)
    }

    /// Whether the question was asked at all.
    #[must_use]
    pub fn was_asked(&self) -> bool {
        matches!(self.outcome, Outcome::Scored(_))
    }

    /// The places of the letters that it takes, form by form.
    pub fn letters(&self) -> impl Iterator<Item = usize> {
        let forms = match &self.outcome {
            Outcome::Scored(forms) => forms.as_slice(),
            Outcome::TooLong => &[],
        };
        forms
            .iter()
            .filter_map(|form| first_largest(&form.log_likelihoods))
    }
}

/// The first of equals, as lm-evaluation-harness takes it.
fn first_largest(values: &[f64]) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (place, value) in values.iter().enumerate() {
        if best.is_none_or(|(_, highest)| *value > highest) {
            best = Some((place, *value));
        }
    }
    best.map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(forms: &[(usize, [f64; 4])]) -> StepResult {
        let form = |(rotation, log_likelihoods): &(usize, [f64; 4])| FormResult {
            rotation: *rotation,
            log_likelihoods: log_likelihoods.to_vec(),
            tokens: vec![1; 4],
        };
        StepResult {
            item: "x".to_owned(),
            language: ItemLanguage::En,
            subject: "anatomy".to_owned(),
            correct: 1,
            options: 4,
            outcome: Outcome::Scored(forms.iter().map(form).collect()),
        }
    }

    #[test]
    fn a_love_of_the_first_letter_cancels_over_all_rotations() {
        // It loves the first place by 5, and the second option of the item by 1.
        let forms: Vec<(usize, [f64; 4])> = (0..4)
            .map(|rotation| {
                let mut shown = [-9.0, -9.0, -9.0, -9.0];
                shown[0] += 5.0;
                shown[(1 + rotation) % 4] += 1.0;
                (rotation, shown)
            })
            .collect();
        assert!(!result(&forms[..1]).is_right(), "one order is fooled");
        assert!(result(&forms).is_right());
        assert_eq!(result(&forms).letters().collect::<Vec<_>>(), [0; 4]);
    }

    #[test]
    fn the_first_of_equals_is_taken_and_a_question_not_asked_is_not_right() {
        assert_eq!(result(&[(0, [-1.0; 4])]).chosen(), Some(0));
        let unasked = StepResult {
            outcome: Outcome::TooLong,
            ..result(&[])
        };
        assert!(!unasked.is_right() && !unasked.was_asked());
    }
}
