//! ROUGE-1 and ROUGE-L as rouge_score computes them, with a tokenizer that does not delete Arabic.

use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

use super::ngrams::{count, shared};

/// What counts as a word. A figure is only comparable with figures of the same tokenizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RougeTokenizer {
    /// rouge_score's own: runs of a-z and 0-9. Arabic is deleted, so that every Arabic answer scores 0.
    Default,
    /// Runs of letters, marks and digits of any script, in lower case.
    AnyScript,
}

/// Precision, recall and their harmonic mean, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rouge {
    /// The share of the answer that is in the reference.
    pub precision: f64,
    /// The share of the reference that is in the answer.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
}

/// ROUGE-1: words in common.
#[must_use]
pub fn rouge_1(reference: &str, answer: &str, tokenizer: RougeTokenizer) -> Rouge {
    let reference = tokenizer.words(reference);
    let answer = tokenizer.words(answer);
    let common = shared(&count(&reference, 1), &count(&answer, 1));
    Rouge::of(common, reference.len(), answer.len())
}

/// ROUGE-L: the longest common subsequence of words.
#[must_use]
pub fn rouge_l(reference: &str, answer: &str, tokenizer: RougeTokenizer) -> Rouge {
    let reference = tokenizer.words(reference);
    let answer = tokenizer.words(answer);
    let common = longest_common(&reference, &answer);
    Rouge::of(common, reference.len(), answer.len())
}

impl RougeTokenizer {
    fn words(self, text: &str) -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !self.keeps(c));
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    fn keeps(self, c: char) -> bool {
        match self {
            Self::Default => c.is_ascii_lowercase() || c.is_ascii_digit(),
            // A vowel sign is part of its word; to a regular expression's \w it would be a gap.
            Self::AnyScript => c.is_alphanumeric() || is_combining_mark(c),
        }
    }
}

impl Rouge {
    fn of(common: usize, reference: usize, answer: usize) -> Self {
        if common == 0 {
            return Self::default();
        }
        let precision = common as f64 / answer as f64;
        let recall = common as f64 / reference as f64;
        Self {
            precision,
            recall,
            f1: 2.0 * precision * recall / (precision + recall),
        }
    }
}

fn longest_common(first: &[String], second: &[String]) -> usize {
    let mut row = vec![0_usize; second.len() + 1];
    for word in first {
        let mut diagonal = 0;
        for (at, other) in second.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other {
                diagonal + 1
            } else {
                above.max(row[at])
            };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_tokenizer_deletes_arabic_and_ours_keeps_it() {
        let text = "التهابُ الرئةِ";
        assert_eq!(rouge_1(text, text, RougeTokenizer::Default).f1, 0.0);
        assert_eq!(rouge_1(text, text, RougeTokenizer::AnyScript).f1, 1.0);
        assert_eq!(RougeTokenizer::AnyScript.words(text).len(), 2);
    }

    #[test]
    fn the_longest_common_part_keeps_the_order() {
        let rouge = rouge_l("a b c d", "a c b d", RougeTokenizer::Default);
        assert_eq!(rouge.recall, 0.75);
        assert_eq!(
            rouge_1("a b c d", "a c b d", RougeTokenizer::Default).f1,
            1.0
        );
    }
}
