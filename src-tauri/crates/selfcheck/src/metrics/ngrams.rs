//! Counting runs of words or characters.

use std::collections::HashMap;

/// How often each run of `length` tokens occurs.
pub(super) fn count<T: Clone + Eq + std::hash::Hash>(
    tokens: &[T],
    length: usize,
) -> HashMap<&[T], usize> {
    let mut counts = HashMap::new();
    for run in tokens.windows(length) {
        *counts.entry(run).or_default() += 1;
    }
    counts
}

/// How many runs of the first are also in the second, each as often as it is in both.
pub(super) fn shared<T: Eq + std::hash::Hash>(
    first: &HashMap<&[T], usize>,
    second: &HashMap<&[T], usize>,
) -> usize {
    let counts = first.iter();
    counts
        .map(|(run, count)| second.get(run).map_or(0, |other| *count.min(other)))
        .sum()
}
