//! Answers that are one of a few labels; an answer that could not be read is `None` and always wrong.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::error::same_length;

/// The share of right answers.
///
/// # Errors
/// Lists of different lengths, or empty ones.
pub fn accuracy<L: PartialEq>(gold: &[L], answers: &[Option<L>]) -> Result<f64, SelfCheckError> {
    let items = same_length("accuracy", gold.len(), answers.len())?;
    let pairs = gold.iter().zip(answers);
    let right = pairs.filter(|(gold, answer)| answer.as_ref() == Some(gold));
    Ok(right.count() as f64 / items as f64)
}

/// How many answers could not be read.
#[must_use]
pub fn unparsed<L>(answers: &[Option<L>]) -> usize {
    answers.iter().filter(|answer| answer.is_none()).count()
}

/// The mean of the labels' F1, each label counting alike, as scikit-learn's `f1_score(average="macro")`.
///
/// The labels are those that occur in the gold or among the answers; a label never hit has an F1 of 0.
///
/// # Errors
/// Lists of different lengths, or empty ones.
pub fn macro_f1<L: Ord>(gold: &[L], answers: &[Option<L>]) -> Result<f64, SelfCheckError> {
    same_length("macro-F1", gold.len(), answers.len())?;
    let labels: BTreeSet<&L> = gold.iter().chain(answers.iter().flatten()).collect();
    let sum: f64 = labels.iter().map(|label| f1(*label, gold, answers)).sum();
    Ok(sum / labels.len() as f64)
}

fn f1<L: PartialEq>(label: &L, gold: &[L], answers: &[Option<L>]) -> f64 {
    let (mut hit, mut wanted, mut given) = (0_usize, 0_usize, 0_usize);
    for (gold, answer) in gold.iter().zip(answers) {
        let is_wanted = gold == label;
        let is_given = answer.as_ref() == Some(label);
        wanted += usize::from(is_wanted);
        given += usize::from(is_given);
        hit += usize::from(is_wanted && is_given);
    }
    if wanted + given == 0 {
        return 0.0;
    }
    2.0 * hit as f64 / (wanted + given) as f64
}

/// Matthews' correlation for any number of labels (Gorodkin 2004), as scikit-learn's `matthews_corrcoef`.
///
/// An unread answer is a label of its own; 0 where either side has one label only.
///
/// # Errors
/// Lists of different lengths, or empty ones.
pub fn matthews<L: Ord>(gold: &[L], answers: &[Option<L>]) -> Result<f64, SelfCheckError> {
    let items = same_length("MCC", gold.len(), answers.len())? as f64;
    let wanted: Vec<Option<&L>> = gold.iter().map(Some).collect();
    let given: Vec<Option<&L>> = answers.iter().map(Option::as_ref).collect();
    let labels: BTreeSet<&Option<&L>> = wanted.iter().chain(&given).collect();
    let share = |list: &[Option<&L>], label: &Option<&L>| {
        list.iter().filter(|entry| *entry == label).count() as f64
    };
    let right = wanted.iter().zip(&given).filter(|(a, b)| a == b).count() as f64;
    let (mut both, mut wanted_squared, mut given_squared) = (0.0, 0.0, 0.0);
    for label in labels {
        let (of_wanted, of_given) = (share(&wanted, label), share(&given, label));
        both += of_wanted * of_given;
        wanted_squared += of_wanted * of_wanted;
        given_squared += of_given * of_given;
    }
    let squared = items * items;
    let spread = (squared - wanted_squared) * (squared - given_squared);
    if spread == 0.0 {
        return Ok(0.0);
    }
    Ok((right * items - both) / spread.sqrt())
}

/// How a yes/no finding was detected; a share is `None` where there was nothing to detect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detection {
    /// The share of what is there that was found.
    pub sensitivity: Option<f64>,
    /// The share of what is not there that was left out.
    pub specificity: Option<f64>,
}

/// Sensitivity and specificity; an unread answer finds nothing and leaves nothing out.
///
/// # Errors
/// Lists of different lengths, or empty ones.
pub fn detection(gold: &[bool], answers: &[Option<bool>]) -> Result<Detection, SelfCheckError> {
    same_length("sensitivity", gold.len(), answers.len())?;
    let share_right = |wanted: bool| {
        let of_these = gold
            .iter()
            .zip(answers)
            .filter(|(gold, _)| **gold == wanted);
        let (mut all, mut right) = (0_usize, 0_usize);
        for (_, answer) in of_these {
            all += 1;
            right += usize::from(*answer == Some(wanted));
        }
        (all > 0).then(|| right as f64 / all as f64)
    };
    Ok(Detection {
        sensitivity: share_right(true),
        specificity: share_right(false),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unread_answer_is_wrong_and_counted() {
        let gold = ["A", "B", "C"];
        let answers = [Some("A"), None, Some("B")];
        assert_eq!(accuracy(&gold, &answers).expect("pairs"), 1.0 / 3.0);
        assert_eq!(unparsed(&answers), 1);
        let found = detection(&[true, true, false], &[Some(true), None, None]).expect("pairs");
        assert_eq!(found.sensitivity, Some(0.5));
        assert_eq!(found.specificity, Some(0.0));
    }

    #[test]
    fn always_the_same_answer_correlates_with_nothing() {
        let gold = [true, false, true, false];
        assert_eq!(matthews(&gold, &[Some(true); 4]).expect("pairs"), 0.0);
        assert_eq!(
            detection(&[true], &[Some(true)])
                .expect("pairs")
                .specificity,
            None
        );
    }

    #[test]
    fn lists_that_do_not_belong_together_are_refused() {
        assert!(accuracy::<u8>(&[], &[]).is_err());
        assert!(macro_f1(&[1], &[Some(1), None]).is_err());
        assert!(matthews(&[1], &[]).is_err());
    }
}
