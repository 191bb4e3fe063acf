//! The figures of an extraction, symptom by symptom and as medians.

use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::items::transcripts::{Symptom, Transcript};
use crate::metrics::{detection, macro_f1, matthews};

/// How well one symptom was read, from 0 to 1 and for the correlation from -1 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// The share of patients with the symptom in whom it was found; `None` without any.
    pub sensitivity: Option<f64>,
    /// The share of patients without it in whom it was not; `None` without any.
    pub specificity: Option<f64>,
    /// The mean of the F1 of yes and of no; `None` if nothing was answered.
    pub macro_f1: Option<f64>,
    /// Matthews' correlation; `None` if nothing was answered.
    pub mcc: Option<f64>,
}

/// One symptom.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeatureScore {
    /// Which.
    pub symptom: Symptom,
    /// Over the answers that could be read.
    pub read: Figures,
    /// How many could not.
    pub missing: usize,
    /// Over all, a missing answer counting as the wrong one.
    pub pessimistic: Figures,
}

/// What a model did with transcripts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExtractionScores {
    /// Symptom by symptom, in the order of [`Symptom::ALL`].
    pub features: Vec<FeatureScore>,
    /// The medians over the symptoms, of what could be read.
    pub median: Figures,
    /// The medians over the symptoms, with missing answers as wrong ones.
    pub pessimistic_median: Figures,
    /// Answers that are missing, of 13 for each transcript.
    pub missing: usize,
    /// The median macro-F1 of whoever always says no.
    pub always_no: Option<f64>,
}

/// Scores what was read from transcripts in one language.
///
/// # Errors
/// No transcripts.
pub fn score(
    answers: &[(&Transcript, [Option<bool>; 13])],
) -> Result<ExtractionScores, SelfCheckError> {
    if answers.is_empty() {
        return Err(SelfCheckError::NoItems { what: "extraction" });
    }
    let mut features = Vec::with_capacity(Symptom::ALL.len());
    let mut always_no = Vec::with_capacity(Symptom::ALL.len());
    for (at, symptom) in Symptom::ALL.into_iter().enumerate() {
        let pairs: Vec<(bool, Option<bool>)> = answers
            .iter()
            .map(|(t, read)| (t.has(symptom), read[at]))
            .collect();
        let read: Vec<(bool, bool)> = pairs
            .iter()
            .filter_map(|(gold, said)| Some((*gold, (*said)?)))
            .collect();
        let pessimistic: Vec<(bool, bool)> = pairs
            .iter()
            .map(|(gold, said)| (*gold, said.unwrap_or(!gold)))
            .collect();
        let no: Vec<(bool, bool)> = pairs.iter().map(|(gold, _)| (*gold, false)).collect();
        always_no.push(figures(&no)?);
        features.push(FeatureScore {
            symptom,
            missing: pairs.len() - read.len(),
            read: figures(&read)?,
            pessimistic: figures(&pessimistic)?,
        });
    }
    let each = |of: fn(&FeatureScore) -> Figures| features.iter().map(of).collect::<Vec<_>>();
    Ok(ExtractionScores {
        median: medians(&each(|feature| feature.read)),
        pessimistic_median: medians(&each(|feature| feature.pessimistic)),
        missing: features.iter().map(|feature| feature.missing).sum(),
        always_no: medians(&always_no).macro_f1,
        features,
    })
}

fn figures(pairs: &[(bool, bool)]) -> Result<Figures, SelfCheckError> {
    if pairs.is_empty() {
        return Ok(Figures {
            sensitivity: None,
            specificity: None,
            macro_f1: None,
            mcc: None,
        });
    }
    let gold: Vec<bool> = pairs.iter().map(|(gold, _)| *gold).collect();
    let said: Vec<Option<bool>> = pairs.iter().map(|(_, said)| Some(*said)).collect();
    let detected = detection(&gold, &said)?;
    Ok(Figures {
        sensitivity: detected.sensitivity,
        specificity: detected.specificity,
        macro_f1: Some(macro_f1(&gold, &said)?),
        mcc: Some(matthews(&gold, &said)?),
    })
}

fn medians(of: &[Figures]) -> Figures {
    let each = |figure: fn(&Figures) -> Option<f64>| median(of.iter().filter_map(figure).collect());
    Figures {
        sensitivity: each(|figures| figures.sensitivity),
        specificity: each(|figures| figures.specificity),
        macro_f1: each(|figures| figures.macro_f1),
        mcc: each(|figures| figures.mcc),
    }
}

/// The middle value, or the mean of the middle two; `None` of nothing.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let (low, high) = (values[last / 2], values[last.div_ceil(2)]);
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::transcripts::bundled;

    fn scores(said: impl Fn(&Transcript, usize, Symptom) -> Option<bool>) -> ExtractionScores {
        let transcripts = bundled().expect("the file has the form of transcripts");
        let read = |t: &Transcript| std::array::from_fn(|at| said(t, at, Symptom::ALL[at]));
        let answers: Vec<_> = transcripts.iter().map(|t| (t, read(t))).collect();
        score(&answers).expect("there are transcripts")
    }

    #[test]
    fn right_answers_score_one_and_always_no_what_is_stated() {
        let perfect = scores(|t, _, symptom| Some(t.has(symptom)));
        assert_eq!(
            (perfect.median.macro_f1, perfect.median.mcc),
            (Some(1.0), Some(1.0))
        );
        let no = scores(|_, _, _| Some(false));
        assert_eq!(no.median.macro_f1, no.always_no);
        assert_eq!(
            (no.median.sensitivity, no.median.specificity),
            (Some(0.0), Some(1.0))
        );
        assert_eq!(no.median.mcc, Some(0.0));
    }

    #[test]
    fn missing_answers_are_counted_apart_and_cost_the_pessimistic_figure() {
        let some = scores(|t, at, symptom| (at > 0).then(|| t.has(symptom)));
        let transcripts = bundled()
            .expect("the file has the form of transcripts")
            .len();
        assert_eq!(some.missing, transcripts);
        assert_eq!(some.features[0].read.macro_f1, None);
        assert_eq!(some.features[0].pessimistic.macro_f1, Some(0.0));
        assert_eq!(some.median.macro_f1, Some(1.0));
        let silent = scores(|_, _, _| None);
        assert_eq!(
            (silent.median.mcc, silent.pessimistic_median.mcc),
            (None, Some(-1.0))
        );
        assert!(score(&[]).is_err());
    }

    #[test]
    fn the_median_of_two_lies_between_them() {
        for (values, wanted) in [
            (vec![], None),
            (vec![3.0], Some(3.0)),
            (vec![4.0, 1.0], Some(2.5)),
            (vec![9.0, 1.0, 2.0], Some(2.0)),
        ] {
            assert_eq!(median(values), wanted);
        }
    }
}
