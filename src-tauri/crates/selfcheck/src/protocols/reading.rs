//! From the log-likelihoods of the choices to an answer.

use serde::{Deserialize, Serialize};

/// Which choice each way of counting takes; the first of equals, as lm-evaluation-harness does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// By the sum of the tokens' log-likelihoods: `acc`.
    pub plain: usize,
    /// By the sum for each character: `acc_norm`.
    pub by_characters: usize,
    /// By the sum for each UTF-8 byte: `acc_bytes`. An Arabic letter has two, so that this may differ from `acc_norm`.
    pub by_bytes: usize,
}

/// Reads the answer off, given the choices without their leading space; `None` where there is none to compare.
///
/// `log_likelihoods` are natural logarithms, one for each choice.
#[must_use]
pub fn read<C: AsRef<str>>(choices: &[C], log_likelihoods: &[f64]) -> Option<Reading> {
    if choices.is_empty() || choices.len() != log_likelihoods.len() {
        return None;
    }
    let divided = |length: fn(&str) -> usize| {
        let pairs = choices.iter().zip(log_likelihoods);
        first_largest(pairs.map(|(choice, sum)| sum / length(choice.as_ref()) as f64))
    };
    Some(Reading {
        plain: first_largest(log_likelihoods.iter().copied()),
        by_characters: divided(|choice| choice.chars().count()),
        by_bytes: divided(str::len),
    })
}

fn first_largest(values: impl Iterator<Item = f64>) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (at, value) in values.enumerate() {
        if value > best.1 {
            best = (at, value);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_bytes_can_read_different_answers() {
        let reading = read(&["دواء", "abcdefg"], &[-4.0, -6.0]).expect("two choices");
        assert_eq!(
            (reading.plain, reading.by_characters, reading.by_bytes),
            (0, 1, 0)
        );
    }

    #[test]
    fn nothing_to_compare_is_no_answer() {
        assert_eq!(read::<&str>(&[], &[]), None);
        assert_eq!(read(&["A", "B"], &[-1.0]), None);
    }
}
