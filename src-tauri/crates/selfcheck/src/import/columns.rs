//! Questions through a mapping of columns.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Reason;
use super::lettered::letter_place;
use crate::Question;

/// Which column holds what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// The question.
    pub question: String,
    /// The options.
    pub options: Options,
    /// The right answer.
    pub answer: String,
    /// How the right answer is written.
    pub answer_form: AnswerForm,
    /// The id; without one a row is called after its line.
    #[serde(default)]
    pub id: Option<String>,
    /// A passage that the answer rests on.
    #[serde(default)]
    pub context: Option<String>,
    /// The subject.
    #[serde(default)]
    pub subject: Option<String>,
}

/// Where the options stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Options {
    /// A column each, in this order; empty ones at the end are none.
    Columns(Vec<String>),
    /// One column with a list, or an object from letters to options; in CSV as JSON.
    List(String),
    /// The same options for every row, such as yes and no.
    Fixed(Vec<String>),
}

/// How the right answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerForm {
    /// A letter of either script.
    Letter,
    /// The place, counted from 0.
    FromZero,
    /// The place, counted from 1.
    FromOne,
    /// The option's own text.
    Text,
}

/// The cells of a row by name.
pub(super) trait Fields {
    /// A cell as text.
    fn text(&self, column: &str) -> Option<String>;
    /// A cell as a list.
    fn list(&self, column: &str) -> Option<Vec<String>>;
}

/// A JSON object as a row.
pub(super) struct JsonRow<'a>(pub(super) &'a Map<String, Value>);

impl Fields for JsonRow<'_> {
    fn text(&self, column: &str) -> Option<String> {
        scalar(self.0.get(column)?)
    }

    fn list(&self, column: &str) -> Option<Vec<String>> {
        match self.0.get(column)? {
            Value::Array(values) => values.iter().map(scalar).collect(),
            Value::Object(named) => in_order_of_letters(named),
            _ => None,
        }
    }
}

/// Text, a number or a truth value, as text.
pub(super) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// The values of an object whose names are A, B, C ... without a gap.
pub(super) fn in_order_of_letters(named: &Map<String, Value>) -> Option<Vec<String>> {
    let mut places: Vec<(usize, String)> = named
        .iter()
        .map(|(name, value)| Some((letter_place(name)?, scalar(value)?)))
        .collect::<Option<_>>()?;
    places.sort_by_key(|(place, _)| *place);
    let is_whole = places
        .iter()
        .enumerate()
        .all(|(at, (place, _))| at == *place);
    is_whole.then(|| places.into_iter().map(|(_, option)| option).collect())
}

pub(super) fn question(
    line: usize,
    mapping: &ColumnMapping,
    row: &impl Fields,
) -> Result<Question, Reason> {
    let options = options(mapping, row)?;
    let answer = needed(row, &mapping.answer)?;
    let optional = |column: &Option<String>| {
        let text = column.as_ref().and_then(|column| row.text(column));
        text.filter(|text| !text.trim().is_empty())
    };
    Ok(Question {
        id: optional(&mapping.id).unwrap_or_else(|| line.to_string()),
        question: needed(row, &mapping.question)?,
        contexts: optional(&mapping.context).into_iter().collect(),
        correct: place(answer.trim(), mapping.answer_form, &options)?,
        options,
        subject: optional(&mapping.subject),
    })
}

fn options(mapping: &ColumnMapping, row: &impl Fields) -> Result<Vec<String>, Reason> {
    match &mapping.options {
        Options::Fixed(options) => Ok(options.clone()),
        Options::List(column) => row
            .list(column)
            .ok_or_else(|| Reason::FieldMissing(column.clone())),
        Options::Columns(columns) => {
            let mut options: Vec<String> = columns
                .iter()
                .map(|column| row.text(column).unwrap_or_default())
                .collect();
            while options.last().is_some_and(|last| last.trim().is_empty()) {
                options.pop();
            }
            Ok(options)
        }
    }
}

fn place(answer: &str, form: AnswerForm, options: &[String]) -> Result<usize, Reason> {
    let place = match form {
        AnswerForm::Letter => letter_place(answer),
        AnswerForm::FromZero => answer.parse().ok(),
        AnswerForm::FromOne => answer
            .parse()
            .ok()
            .and_then(|place: usize| place.checked_sub(1)),
        AnswerForm::Text => return place_of_text(answer, options),
    };
    place.ok_or(Reason::AnswerUnknown)
}

/// The only option with this text.
pub(super) fn place_of_text(text: &str, options: &[String]) -> Result<usize, Reason> {
    let mut same = (0..options.len()).filter(|&at| options[at].trim() == text.trim());
    let place = same.next().ok_or(Reason::AnswerUnknown)?;
    same.next().map_or(Ok(place), |_| Err(Reason::OptionsAlike))
}

/// A cell that has to be there.
pub(super) fn needed(row: &impl Fields, column: &str) -> Result<String, Reason> {
    row.text(column)
        .ok_or_else(|| Reason::FieldMissing(column.to_owned()))
}
