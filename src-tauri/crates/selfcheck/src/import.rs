//! Data sets that a clinic brings: each bad row is reported with its line and reason, and the rest is kept.
//!
//! Reasons never hold a row's text. An imported public set is possibly part of what a model was trained on, and
//! whoever shows its figure says so.

mod columns;
mod json;
mod lettered;
mod medec;
mod public;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::Question;
use crate::predictions::Prediction;

pub use columns::{AnswerForm, ColumnMapping, Options};
pub use medec::{MedicalError, Note, medec};

/// A file's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// JSON lines with `question`, `options`, `answer_idx`, or Hugging Face's `sent1`, `ending0` to `ending3`, `label`.
    MedQa,
    /// JSON lines with `question`, `opa` to `opd`, `cop`.
    MedMcQa,
    /// `ori_pqal.json`: one object of PubMed ids.
    PubMedQa,
    /// CSV without a header: question, four options, letter.
    MmluCsv,
    /// MIRAGE's `benchmark.json`.
    Mirage,
    /// HeadQA's JSON with `exams`.
    HeadQa,
    /// CSV with `Question` and `Answer`, the options within the question as أ. ب. ج. د.
    MedArabiQ,
    /// Any JSON lines.
    Jsonl(ColumnMapping),
    /// Any CSV with a header.
    Csv(ColumnMapping),
}

/// What a file gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported<T> {
    /// The good rows in their order.
    pub rows: Vec<T>,
    /// The bad ones.
    pub rejected: Vec<Rejected>,
}

/// A row that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// Why.
    pub reason: Reason,
}

/// Why a row was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "reason", content = "field")]
pub enum Reason {
    /// The bytes are no UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// The row is no JSON object.
    #[error("not a JSON object")]
    NotJson,
    /// The row cannot be split into columns.
    #[error("not CSV")]
    NotCsv,
    /// A field that is needed is missing or has another type.
    #[error("field {0} is missing or of another type")]
    FieldMissing(String),
    /// A field that is needed is empty.
    #[error("field {0} is empty")]
    FieldEmpty(String),
    /// There are fewer than two options.
    #[error("fewer than two options")]
    TooFewOptions,
    /// The answer is given by its text, which two options have.
    #[error("two options are the answer")]
    OptionsAlike,
    /// The answer names none of the options; hidden answers of a test set are such.
    #[error("the answer names no option")]
    AnswerUnknown,
    /// The file does not tell whether `cop` counts from 0 or from 1.
    #[error("the answers may count from 0 or from 1")]
    NumberingUnclear,
    /// A row before it has the same id.
    #[error("the id stands before")]
    IdRepeated,
    /// The file's form was not found from here on: a bracket is missing, or another form was meant.
    #[error("another form of file")]
    OtherForm,
}

type Row<T> = (usize, Result<T, Reason>);

/// Reads a file of questions.
#[must_use]
pub fn questions(file: &[u8], format: &Format) -> Imported<Question> {
    let rows = match format {
        Format::MedQa => rows::json_lines(file, public::medqa),
        Format::MedMcQa => public::medmcqa_file(file),
        Format::PubMedQa => json::whole(file, public::pubmedqa_file),
        Format::MmluCsv => rows::csv_without_header(file, public::mmlu),
        Format::Mirage => json::whole(file, public::mirage_file),
        Format::HeadQa => json::whole(file, public::headqa_file),
        Format::MedArabiQ => rows::csv(file, |line, row| public::medarabiq(line, row)),
        Format::Jsonl(mapping) => rows::json_lines(file, |line, row| {
            columns::question(line, mapping, &columns::JsonRow(row))
        }),
        Format::Csv(mapping) => rows::csv(file, |line, row| columns::question(line, mapping, row)),
    };
    collect(
        rows.into_iter()
            .map(|(line, row)| (line, row.and_then(sound))),
        |q| &q.id,
    )
}

/// Reads rows of `id`, `prediction` and `gold`, which `row` makes what they are wanted as.
pub(crate) fn predictions(
    file: &[u8],
    is_csv: bool,
    row: impl Fn(String, String, String) -> Result<Prediction, Reason>,
) -> Imported<Prediction> {
    let read = |fields: &dyn columns::Fields| {
        let text = |column: &str| {
            let missing = || Reason::FieldMissing(column.to_owned());
            fields.text(column).ok_or_else(missing)
        };
        row(text("id")?, text("prediction")?, text("gold")?)
    };
    let rows = if is_csv {
        rows::csv(file, |_, row| read(row))
    } else {
        rows::json_lines(file, |_, row| read(&columns::JsonRow(row)))
    };
    collect(rows.into_iter(), |row| &row.id)
}

/// Keeps the good rows whose id is new.
fn collect<T>(rows: impl Iterator<Item = Row<T>>, id: impl Fn(&T) -> &String) -> Imported<T> {
    let mut imported = Imported {
        rows: Vec::new(),
        rejected: Vec::new(),
    };
    let mut ids = HashSet::new();
    for (line, row) in rows {
        let row = row.and_then(|row| {
            let is_new = ids.insert(id(&row).clone());
            is_new.then_some(row).ok_or(Reason::IdRepeated)
        });
        match row {
            Ok(row) => imported.rows.push(row),
            Err(reason) => imported.rejected.push(Rejected { line, reason }),
        }
    }
    imported
}

/// What holds for every question, whatever its form.
///
/// Options that are the same stay, as they do in lm-evaluation-harness: their letters tell them apart.
fn sound(question: Question) -> Result<Question, Reason> {
    if question.question.trim().is_empty() {
        return Err(Reason::FieldEmpty("question".to_owned()));
    }
    if question.options.len() < 2 {
        return Err(Reason::TooFewOptions);
    }
    if question
        .options
        .iter()
        .any(|option| option.trim().is_empty())
    {
        return Err(Reason::FieldEmpty("options".to_owned()));
    }
    if question.correct >= question.options.len() {
        return Err(Reason::AnswerUnknown);
    }
    Ok(question)
}
