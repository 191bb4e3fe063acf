//! What the results say of the model.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::StepResult;
use crate::SelfCheckError;
use crate::items::ItemLanguage;
use crate::statistics::{
    Estimate, Interval, Paired, RESAMPLES, Standing, chance_of, majority_share, mcnemar_exact,
    paired_difference, smallest_visible_difference, standing, wilson,
};

/// The seed of every bootstrap that is shown: the same results give the same interval.
const SEED: u64 = 20_261_121;

/// What a check says, from its results alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckReport {
    /// One for each language that was asked.
    pub languages: Vec<LanguageReport>,
    /// Arabic against English, on the items that were asked in both.
    pub gap: Option<GapReport>,
}

/// So many of so many, with the 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// How many were.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// As shares.
    pub interval: Interval,
}

/// What was found in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LanguageReport {
    /// Which.
    pub language: ItemLanguage,
    /// Items right.
    pub right: Share,
    /// What blind guessing gives, as a share.
    pub chance: f64,
    /// What always giving the commonest right answer gives, as a share.
    pub majority: f64,
    /// How often the model took the first letter, over all orders; an unbiased one takes each alike.
    pub first_letter: Share,
    /// Which notice it carries.
    pub standing: Standing,
    /// The same by subject, in the order of the names; never ranked.
    pub subjects: Vec<SubjectReport>,
    /// Questions that did not fit the model's context.
    pub too_long: usize,
}

/// What was found in one subject.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubjectReport {
    /// Its name in files.
    pub subject: String,
    /// Items right.
    pub right: Share,
}

/// Arabic against English on the same items, or one check against another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GapReport {
    /// Items asked in both; the first of the pair is English, or the first check.
    pub paired: Paired,
    /// The second of the pair less the first, as shares.
    pub difference: Estimate,
    /// McNemar's exact p, two-sided.
    pub p: f64,
    /// The smallest difference that so many items show four times in five.
    pub smallest_visible: Option<f64>,
}

/// Reads the results; `None` where nothing was asked.
#[must_use]
pub fn report(results: &[StepResult]) -> Option<CheckReport> {
    let languages: Vec<LanguageReport> = [ItemLanguage::En, ItemLanguage::Ar]
        .into_iter()
        .filter_map(|language| {
            let own: Vec<&StepResult> = results
                .iter()
                .filter(|result| result.language == language)
                .collect();
            of_language(language, &own).ok()
        })
        .collect();
    (!languages.is_empty()).then(|| CheckReport {
        gap: gap(results).ok(),
        languages,
    })
}

fn of_language(
    language: ItemLanguage,
    results: &[&StepResult],
) -> Result<LanguageReport, SelfCheckError> {
    let asked: Vec<&StepResult> = results
        .iter()
        .copied()
        .filter(|result| result.was_asked())
        .collect();
    let option_counts: Vec<usize> = asked.iter().map(|result| result.options).collect();
    let gold: Vec<usize> = asked.iter().map(|result| result.correct).collect();
    let letters: Vec<usize> = asked.iter().flat_map(|result| result.letters()).collect();
    let right = right_of(&asked)?;
    let chance = chance_of(&option_counts)?;
    let mut subjects: BTreeMap<&str, Vec<&StepResult>> = BTreeMap::new();
    for result in &asked {
        subjects.entry(&result.subject).or_default().push(result);
    }
    let subjects = subjects.into_iter().map(|(subject, own)| {
        Ok(SubjectReport {
            subject: subject.to_owned(),
            right: right_of(&own)?,
        })
    });
    Ok(LanguageReport {
        language,
        right,
        chance,
        majority: majority_share(&gold)?,
        first_letter: share(
            letters.iter().filter(|letter| **letter == 0).count(),
            letters.len(),
        )?,
        standing: standing(right.interval, chance),
        subjects: subjects.collect::<Result<_, SelfCheckError>>()?,
        too_long: results.len() - asked.len(),
    })
}

fn gap(results: &[StepResult]) -> Result<GapReport, SelfCheckError> {
    let of = |language| {
        results
            .iter()
            .filter(move |result| result.language == language)
    };
    paired(of(ItemLanguage::En), of(ItemLanguage::Ar))
}

/// Two checks in one language, on the items that were asked in both; the first of the pair is `first`, and the
/// difference is that of `second` less that of `first`.
///
/// # Errors
/// [`SelfCheckError::NoItems`] where none was.
pub fn compare(
    first: &[StepResult],
    second: &[StepResult],
    language: ItemLanguage,
) -> Result<GapReport, SelfCheckError> {
    let is_in = |result: &&StepResult| result.language == language;
    paired(first.iter().filter(is_in), second.iter().filter(is_in))
}

fn paired<'results>(
    first: impl Iterator<Item = &'results StepResult>,
    second: impl Iterator<Item = &'results StepResult>,
) -> Result<GapReport, SelfCheckError> {
    // In the order of their names, so that the same results give the same interval in whichever order they came.
    let (first, second) = (rights_of(first), rights_of(second));
    let (first, second): (Vec<bool>, Vec<bool>) = first
        .into_iter()
        .filter_map(|(item, right)| Some((right, *second.get(item)?)))
        .unzip();
    let paired = Paired::count(&first, &second)?;
    let as_numbers = |answers: &[bool]| -> Vec<f64> {
        answers
            .iter()
            .map(|right| f64::from(u8::from(*right)))
            .collect()
    };
    let discordance = (paired.only_first + paired.only_second) as f64 / paired.items.max(1) as f64;
    Ok(GapReport {
        paired,
        difference: paired_difference(&as_numbers(&first), &as_numbers(&second), RESAMPLES, SEED)?,
        p: mcnemar_exact(paired),
        smallest_visible: smallest_visible_difference(paired.items, discordance),
    })
}

/// Whether each item that was asked was answered right.
fn rights_of<'results>(
    results: impl Iterator<Item = &'results StepResult>,
) -> BTreeMap<&'results str, bool> {
    results
        .filter(|result| result.was_asked())
        .map(|result| (result.item.as_str(), result.is_right()))
        .collect()
}

fn right_of(results: &[&StepResult]) -> Result<Share, SelfCheckError> {
    let right = results.iter().filter(|result| result.is_right()).count();
    share(right, results.len())
}

fn share(count: usize, of: usize) -> Result<Share, SelfCheckError> {
    Ok(Share {
        count,
        of,
        interval: wilson(count, of)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{FormResult, Outcome};
    use super::*;

    /// An item with four options of which the model takes one.
    fn answered(item: usize, language: ItemLanguage, correct: usize, taken: usize) -> StepResult {
        let mut log_likelihoods = vec![-3.0; 4];
        log_likelihoods[taken] = -1.0;
        StepResult {
            item: format!("x-{item:03}"),
            language,
            subject: if item.is_multiple_of(2) {
                "anatomy"
            } else {
                "genetics"
            }
            .to_owned(),
            correct,
            options: 4,
            outcome: Outcome::Scored(vec![FormResult {
                rotation: 0,
                log_likelihoods,
                tokens: vec![1; 4],
            }]),
        }
    }

    /// English right in 30 of 40, Arabic in 10 of 40, always with the first letter where it is wrong.
    fn results() -> Vec<StepResult> {
        let mut results = Vec::new();
        for item in 0..40 {
            let correct = 1 + item % 3;
            let english = if item < 30 { correct } else { 0 };
            let arabic = if item < 10 { correct } else { 0 };
            results.push(answered(item, ItemLanguage::En, correct, english));
            results.push(answered(item, ItemLanguage::Ar, correct, arabic));
        }
        results
    }

    #[test]
    fn both_languages_the_gap_and_the_notices_are_read_off() {
        let report = report(&results()).expect("items were asked");
        let [english, arabic] = &report.languages[..] else {
            panic!("two languages")
        };
        assert_eq!((english.right.count, english.right.of), (30, 40));
        assert_eq!((arabic.right.count, arabic.first_letter.count), (10, 30));
        assert_eq!(english.standing, Standing::AboveHalf);
        assert_eq!(arabic.standing, Standing::NoBetterThanGuessing);
        assert!((english.chance - 0.25).abs() < 1e-12);
        let gap = report.gap.expect("all items are paired");
        assert_eq!((gap.paired.only_first, gap.paired.only_second), (20, 0));
        assert!((gap.difference.difference + 0.5).abs() < 1e-12);
        assert!(gap.difference.high < 0.0 && gap.p < 0.001);
        let subjects: Vec<usize> = english.subjects.iter().map(|s| s.right.of).collect();
        assert_eq!(subjects, [20, 20]);
    }

    #[test]
    fn questions_that_were_not_asked_are_counted_apart_and_unpaired_ones_leave_the_gap() {
        let mut results = results();
        results[1].outcome = Outcome::TooLong;
        let report = report(&results).expect("items were asked");
        assert_eq!(report.languages[1].too_long, 1);
        assert_eq!(report.languages[1].right.of, 39);
        assert_eq!(report.gap.expect("others are paired").paired.items, 39);
    }

    #[test]
    fn nothing_asked_is_no_report_and_the_same_results_give_the_same() {
        assert_eq!(report(&[]), None);
        assert_eq!(report(&results()), report(&results()));
        let english: Vec<_> = results().into_iter().step_by(2).collect();
        assert_eq!(report(&english).expect("asked").gap, None);
    }
}
