//! BLEU as sacrebleu computes it, with the tokenizer 13a and exponential smoothing.

use std::collections::HashMap;

use super::ngrams::count;
use crate::SelfCheckError;
use crate::error::same_length;
use crate::python_text::words;

/// How a corpus figure is labelled; `nrefs` is said apart.
pub const BLEU_SIGNATURE: &str = "case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0";

const ORDERS: usize = 4;

#[derive(Default)]
struct Counts {
    answer_length: usize,
    reference_length: usize,
    right: [usize; ORDERS],
    total: [usize; ORDERS],
}

/// BLEU over a corpus, from 0 to 100; each answer has one or more references.
///
/// # Errors
/// Lists of different lengths, empty ones, or an answer without a reference.
pub fn bleu(answers: &[&str], references: &[Vec<&str>]) -> Result<f64, SelfCheckError> {
    same_length("BLEU", answers.len(), references.len())?;
    let mut counts = Counts::default();
    for (answer, references) in answers.iter().zip(references) {
        counts.add(answer, references)?;
    }
    Ok(counts.score(false))
}

/// BLEU of one sentence, from 0 to 100, up to the longest run that it can hold (sacrebleu's `effective_order`).
///
/// # Errors
/// No reference.
pub fn sentence_bleu(answer: &str, references: &[&str]) -> Result<f64, SelfCheckError> {
    let mut counts = Counts::default();
    counts.add(answer, references)?;
    Ok(counts.score(true))
}

impl Counts {
    fn add(&mut self, answer: &str, references: &[&str]) -> Result<(), SelfCheckError> {
        let tokens = tokenize_13a(answer);
        let references: Vec<Vec<String>> = references.iter().map(|r| tokenize_13a(r)).collect();
        let closest = references
            .iter()
            .map(Vec::len)
            .min_by_key(|&length| (length.abs_diff(tokens.len()), length));
        let Some(closest) = closest else {
            return Err(SelfCheckError::NoItems {
                what: "BLEU references",
            });
        };
        self.answer_length += tokens.len();
        self.reference_length += closest;
        for order in 1..=ORDERS {
            let mut most: HashMap<&[String], usize> = HashMap::new();
            for reference in &references {
                for (run, times) in count(reference, order) {
                    let entry = most.entry(run).or_default();
                    *entry = times.max(*entry);
                }
            }
            for (run, times) in count(&tokens, order) {
                self.total[order - 1] += times;
                self.right[order - 1] += times.min(most.get(run).copied().unwrap_or_default());
            }
        }
        Ok(())
    }

    fn score(&self, up_to_longest: bool) -> f64 {
        if self.right.iter().all(|right| *right == 0) {
            return 0.0;
        }
        let mut logs = [UNSEEN_LOG; ORDERS];
        let mut orders = ORDERS;
        let mut smoothing = 1.0;
        let counts = self.right.iter().zip(&self.total);
        for (order, (log, (right, total))) in logs.iter_mut().zip(counts).enumerate() {
            if *total == 0 {
                break;
            }
            if up_to_longest {
                orders = order + 1;
            }
            let total = *total as f64;
            let precision = if *right == 0 {
                smoothing *= 2.0;
                100.0 / (smoothing * total)
            } else {
                100.0 * *right as f64 / total
            };
            *log = precision.ln();
        }
        let mean = logs.iter().take(orders).sum::<f64>() / orders as f64;
        self.brevity() * mean.exp()
    }

    fn brevity(&self) -> f64 {
        let (answer, reference) = (self.answer_length as f64, self.reference_length as f64);
        if answer >= reference {
            1.0
        } else {
            (1.0 - reference / answer).exp()
        }
    }
}

/// What sacrebleu takes for the logarithm of a precision of 0.
const UNSEEN_LOG: f64 = -9_999_999_999.0;

/// mteval-v13a's tokenizer: splits ASCII punctuation off, but not inside a number. Arabic punctuation stays on its word.
fn tokenize_13a(line: &str) -> Vec<String> {
    let mut line = line
        .trim_end_matches(crate::python_text::is_space)
        .replace("<skipped>", "")
        .replace("-\n", "")
        .replace('\n', " ");
    if line.contains('&') {
        line = line
            .replace("&quot;", "\"")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
    }
    let spaced = space_symbols(&format!(" {line} "));
    let after = space_pairs(
        &spaced,
        |a, b| !a.is_ascii_digit() && is_stop(b),
        PairSpace::After,
    );
    let before = space_pairs(
        &after,
        |a, b| is_stop(a) && !b.is_ascii_digit(),
        PairSpace::Before,
    );
    let split = space_pairs(
        &before,
        |a, b| a.is_ascii_digit() && b == '-',
        PairSpace::After,
    );
    words(&split).map(str::to_owned).collect()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',')
}

fn space_symbols(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len() * 2);
    for c in line.chars() {
        let splits = c == ' ' || (c.is_ascii_punctuation() && !matches!(c, '\'' | ',' | '-' | '.'));
        if splits {
            spaced.extend([' ', c, ' ']);
        } else {
            spaced.push(c);
        }
    }
    spaced
}

enum PairSpace {
    /// `ab` becomes `a b `.
    After,
    /// `ab` becomes ` a b`.
    Before,
}

/// Spaces pairs out from the left; a character belongs to one pair only, as with a regular expression.
fn space_pairs(line: &str, matches: impl Fn(char, char) -> bool, space: PairSpace) -> String {
    let mut spaced = String::with_capacity(line.len() * 2);
    let mut left = line.chars().peekable();
    while let Some(first) = left.next() {
        let second = left.next_if(|second| matches(first, *second));
        match (second, &space) {
            (None, _) => spaced.push(first),
            (Some(second), PairSpace::After) => spaced.extend([first, ' ', second, ' ']),
            (Some(second), PairSpace::Before) => spaced.extend([' ', first, ' ', second]),
        }
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_whole_and_arabic_punctuation_stays_on_its_word() {
        assert_eq!(
            tokenize_13a("Give 7.5 mg, 5-10 times; ثم 1,000 وحدة، نعم."),
            [
                "Give",
                "7.5",
                "mg",
                ",",
                "5",
                "-",
                "10",
                "times",
                ";",
                "ثم",
                "1,000",
                "وحدة،",
                "نعم",
                "."
            ]
        );
    }

    #[test]
    fn an_answer_without_reference_is_refused() {
        assert!(bleu(&["a"], &[vec![]]).is_err());
        assert!(bleu(&["a"], &[]).is_err());
    }
}
