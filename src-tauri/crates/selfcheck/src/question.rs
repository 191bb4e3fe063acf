//! A question with options, wherever it comes from.

use serde::{Deserialize, Serialize};

/// A question with one right option.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The name by which results are stored; unique within its set.
    pub id: String,
    /// The question as it is put.
    pub question: String,
    /// Passages that the answer rests on (PubMedQA's abstracts); empty for most sets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<String>,
    /// The options in their order.
    pub options: Vec<String>,
    /// The place of the right option.
    pub correct: usize,
    /// The subject, as its set calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

impl Question {
    /// The same question with its options moved on by some places, so that no position is favoured.
    #[must_use]
    pub fn rotated(&self, places: usize) -> Self {
        let mut rotated = self.clone();
        let count = self.options.len();
        if count > 0 {
            let places = places % count;
            rotated.options.rotate_right(places);
            rotated.correct = (self.correct + places) % count;
        }
        rotated
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rotation_keeps_the_right_option_right() {
        let question = Question {
            options: ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
            correct: 1,
            ..Question::default()
        };
        let mut places = Vec::new();
        for turn in 0..4 {
            let rotated = question.rotated(turn);
            assert_eq!(rotated.options[rotated.correct], "b");
            places.push(rotated.correct);
        }
        assert_eq!(places, [1, 2, 3, 0]);
        assert_eq!(question.rotated(4), question);
        assert_eq!(Question::default().rotated(3), Question::default());
    }
}
