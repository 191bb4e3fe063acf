//! chrF++ as sacrebleu computes it: runs of 1 to 6 characters and of 1 and 2 words, recall counting twice.

use super::ngrams::{count, shared};
use crate::SelfCheckError;
use crate::error::same_length;
use crate::python_text::words;

/// How a figure is labelled; `nrefs` is said apart.
pub const CHRF_SIGNATURE: &str = "case:mixed|eff:yes|nc:6|nw:2|space:no|version:2.6.0";

const CHARACTER_ORDERS: usize = 6;
const WORD_ORDERS: usize = 2;
const ORDERS: usize = CHARACTER_ORDERS + WORD_ORDERS;
/// Beta of 2, squared.
const FACTOR: f64 = 4.0;

#[derive(Clone, Copy, Default)]
struct Count {
    answer: usize,
    reference: usize,
    shared: usize,
}

type Counts = [Count; ORDERS];

/// chrF++ over a corpus, from 0 to 100; of several references each answer is held against the one it fits best.
///
/// # Errors
/// Lists of different lengths, empty ones, or an answer without a reference.
pub fn chrf(answers: &[&str], references: &[Vec<&str>]) -> Result<f64, SelfCheckError> {
    same_length("chrF++", answers.len(), references.len())?;
    let mut sum = Counts::default();
    for (answer, references) in answers.iter().zip(references) {
        for (sum, count) in sum.iter_mut().zip(best(answer, references)?) {
            sum.answer += count.answer;
            sum.reference += count.reference;
            sum.shared += count.shared;
        }
    }
    Ok(score(&sum))
}

/// chrF++ of one sentence, from 0 to 100.
///
/// # Errors
/// No reference.
pub fn sentence_chrf(answer: &str, references: &[&str]) -> Result<f64, SelfCheckError> {
    Ok(score(&best(answer, references)?))
}

fn best(answer: &str, references: &[&str]) -> Result<Counts, SelfCheckError> {
    let answer = Pieces::of(answer);
    let mut best: Option<(f64, Counts)> = None;
    for reference in references {
        let counts = answer.against(&Pieces::of(reference));
        let score = score(&counts);
        if best.is_none_or(|(best, _)| score > best) {
            best = Some((score, counts));
        }
    }
    best.map(|(_, counts)| counts)
        .ok_or(SelfCheckError::NoItems {
            what: "chrF++ references",
        })
}

struct Pieces {
    characters: Vec<char>,
    words: Vec<String>,
}

impl Pieces {
    fn of(text: &str) -> Self {
        Self {
            characters: words(text).flat_map(str::chars).collect(),
            words: words(text).flat_map(without_punctuation).collect(),
        }
    }

    fn against(&self, reference: &Self) -> Counts {
        std::array::from_fn(|order| {
            if order < CHARACTER_ORDERS {
                compare(&self.characters, &reference.characters, order + 1)
            } else {
                let length = order - CHARACTER_ORDERS + 1;
                compare(&self.words, &reference.words, length)
            }
        })
    }
}

fn compare<T: Clone + Eq + std::hash::Hash>(answer: &[T], reference: &[T], length: usize) -> Count {
    let runs = |tokens: &[T]| (tokens.len() + 1).saturating_sub(length);
    let reference_runs = runs(reference);
    Count {
        // Where the reference has no such run, the answer's do not count against it.
        answer: if reference_runs == 0 { 0 } else { runs(answer) },
        reference: reference_runs,
        shared: shared(&count(answer, length), &count(reference, length)),
    }
}

/// Splits one punctuation mark off a word: the last character, else the first.
fn without_punctuation(word: &str) -> Vec<String> {
    let mut inner = word.chars();
    let last = inner.next_back();
    if inner.as_str().is_empty() {
        return vec![word.to_owned()];
    }
    if let Some(last) = last.filter(char::is_ascii_punctuation) {
        return vec![inner.as_str().to_owned(), last.to_string()];
    }
    let mut inner = word.chars();
    match inner.next().filter(char::is_ascii_punctuation) {
        Some(first) => vec![first.to_string(), inner.as_str().to_owned()],
        None => vec![word.to_owned()],
    }
}

fn score(counts: &Counts) -> f64 {
    let (mut precision, mut recall, mut orders) = (0.0, 0.0, 0.0);
    for count in counts {
        if count.answer > 0 && count.reference > 0 {
            precision += count.shared as f64 / count.answer as f64;
            recall += count.shared as f64 / count.reference as f64;
            orders += 1.0;
        }
    }
    if orders == 0.0 || precision + recall == 0.0 {
        return 0.0;
    }
    let (precision, recall) = (precision / orders, recall / orders);
    100.0 * (1.0 + FACTOR) * precision * recall / (FACTOR * precision + recall)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_scores_100_and_another_script_0() {
        let full = sentence_chrf("خذ 5 mg مرتين", &["خذ 5 mg مرتين"]).expect("a reference");
        assert!((full - 100.0).abs() < 1e-9);
        assert_eq!(sentence_chrf("abc", &["دواء"]).expect("a reference"), 0.0);
        assert_eq!(sentence_chrf("", &["دواء"]).expect("a reference"), 0.0);
    }

    #[test]
    fn one_mark_is_split_off_a_word() {
        assert_eq!(without_punctuation("(hi)"), ["(hi", ")"]);
        assert_eq!(without_punctuation("(hi"), ["(", "hi"]);
        assert_eq!(without_punctuation("-"), ["-"]);
        assert_eq!(without_punctuation("نعم؟"), ["نعم؟"]);
    }
}
