//! Answers that some model gave elsewhere, scored without a model.
//!
//! A file has `id`, `prediction` and `gold` for each question: CSV with a header, or JSON lines. An empty prediction is
//! an answer that could not be read: it counts as wrong, and is reported.

use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::import::{Imported, Reason, predictions};
use crate::metrics::{RougeTokenizer, rouge_1, rouge_l};
use crate::metrics::{
    accuracy, bleu, chrf, exact_match, folded_match, macro_f1, matthews, unparsed,
};
use crate::statistics::{Interval, majority_share, wilson};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// The question's id.
    pub id: String,
    /// What the model said; empty if nothing could be read.
    pub prediction: String,
    /// What is right.
    pub gold: String,
}

/// What the rows of a file say, as labels.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LabelScores {
    /// Rows.
    pub items: usize,
    /// Rows whose prediction is the gold label.
    pub right: usize,
    /// Rows without a prediction.
    pub unparsed: usize,
    /// As shares.
    pub accuracy: Interval,
    /// Mean of the F1 of every label.
    pub macro_f1: f64,
    /// Matthews' coefficient over all labels.
    pub mcc: f64,
    /// What always giving the commonest label gives.
    pub majority: f64,
}

/// The same, as free text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextScores {
    /// Rows.
    pub items: usize,
    /// Share of rows that are the gold text after trimming.
    pub exact: f64,
    /// Share of rows that are the gold text after folding.
    pub folded: f64,
    /// chrF++ of the whole file.
    pub chrf: f64,
    /// BLEU of the whole file, tokenizer 13a.
    pub bleu: f64,
    /// Mean F1 of ROUGE-1, with a tokenizer that keeps Arabic.
    pub rouge_1: f64,
    /// Mean F1 of ROUGE-L, the same.
    pub rouge_l: f64,
}

/// Reads a file; the name's ending says which kind it is.
#[must_use]
pub fn read(file: &[u8], is_csv: bool) -> Imported<Prediction> {
    predictions(file, is_csv, |id, prediction, gold| {
        if gold.trim().is_empty() {
            return Err(Reason::FieldEmpty("gold".to_owned()));
        }
        Ok(Prediction {
            id,
            prediction,
            gold,
        })
    })
}

/// Scores rows as labels: letters, yes or no, names.
///
/// # Errors
/// No rows.
pub fn as_labels(rows: &[Prediction]) -> Result<LabelScores, SelfCheckError> {
    let gold: Vec<&str> = rows.iter().map(|row| row.gold.trim()).collect();
    let said: Vec<Option<&str>> = rows
        .iter()
        .map(|row| Some(row.prediction.trim()).filter(|said| !said.is_empty()))
        .collect();
    let right = gold
        .iter()
        .zip(&said)
        .filter(|(gold, said)| Some(**gold) == **said);
    let right = right.count();
    accuracy(&gold, &said)?;
    Ok(LabelScores {
        items: rows.len(),
        right,
        unparsed: unparsed(&said),
        accuracy: wilson(right, rows.len())?,
        macro_f1: macro_f1(&gold, &said)?,
        mcc: matthews(&gold, &said)?,
        majority: majority_share(&gold)?,
    })
}

/// Scores rows as texts: translations, summaries, free answers.
///
/// # Errors
/// No rows.
pub fn as_texts(rows: &[Prediction]) -> Result<TextScores, SelfCheckError> {
    let said: Vec<&str> = rows.iter().map(|row| row.prediction.as_str()).collect();
    let references: Vec<Vec<&str>> = rows.iter().map(|row| vec![row.gold.as_str()]).collect();
    let share = |holds: fn(&str, &str) -> bool| {
        let found = rows.iter().filter(|row| holds(&row.gold, &row.prediction));
        found.count() as f64 / rows.len().max(1) as f64
    };
    let mean = |score: &dyn Fn(&Prediction) -> f64| {
        rows.iter().map(score).sum::<f64>() / rows.len().max(1) as f64
    };
    let words = RougeTokenizer::AnyScript;
    Ok(TextScores {
        items: rows.len(),
        chrf: chrf(&said, &references)?,
        bleu: bleu(&said, &references)?,
        exact: share(exact_match),
        folded: share(folded_match),
        rouge_1: mean(&|row| rouge_1(&row.gold, &row.prediction, words).f1),
        rouge_l: mean(&|row| rouge_l(&row.gold, &row.prediction, words).f1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_scored_with_what_could_not_be_read_counted_wrong() {
        let file = "id,prediction,gold\n1,A,A\n2,,B\n3,B,B\n4,A,B\n4,A,A\n5,A,\n";
        let imported = read(file.as_bytes(), true);
        let lines: Vec<usize> = imported.rejected.iter().map(|bad| bad.line).collect();
        assert_eq!(lines, [6, 7]);
        let scores = as_labels(&imported.rows).expect("there are rows");
        assert_eq!((scores.items, scores.right, scores.unparsed), (4, 2, 1));
        assert!((scores.majority - 0.75).abs() < 1e-12);
        assert!(scores.accuracy.low < 0.5 && scores.accuracy.high > 0.5);
        assert!(as_labels(&[]).is_err());
    }

    #[test]
    fn arabic_texts_are_scored_word_by_word() {
        let file = "{\"id\":\"1\",\"prediction\":\"ضغط الدم مرتفع\",\"gold\":\"ضغط الدّم مرتفع\"}\n\
                    {\"id\":\"2\",\"prediction\":\"لا\",\"gold\":\"نعم\"}\n";
        let rows = read(file.as_bytes(), false).rows;
        let scores = as_texts(&rows).expect("there are rows");
        assert!((scores.folded - 0.5).abs() < 1e-12 && scores.exact < 1e-12);
        assert!(scores.rouge_1 > 0.3 && scores.chrf > 20.0, "{scores:?}");
    }
}
