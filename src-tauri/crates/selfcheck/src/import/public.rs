//! The public sets in the forms in which they are given out.

use serde_json::{Map, Value};

use super::columns::{Fields, JsonRow, in_order_of_letters, needed, place_of_text, scalar};
use super::json::Piece;
use super::lettered::{cut_options, letter_place, opening_letter};
use super::{Reason, Row, rows};
use crate::Question;

type Object = Map<String, Value>;

/// A row of MedQA, in its own form or in that of GBaker/MedQA-USMLE-4-options-hf.
pub(super) fn medqa(line: usize, row: &Object) -> Result<Question, Reason> {
    let id = id_or_line(row, line);
    if row.contains_key("sent1") {
        let endings: Result<Vec<String>, Reason> = (0..4)
            .map(|n| needed(&JsonRow(row), &format!("ending{n}")))
            .collect();
        let setup = needed(&JsonRow(row), "sent1")?;
        return Ok(Question {
            id,
            question: setup,
            options: endings?,
            correct: number(row, "label")?,
            ..Question::default()
        });
    }
    let options = lettered_options(row)?;
    let letter = row.get("answer_idx").and_then(Value::as_str);
    let correct = match letter.and_then(letter_place) {
        Some(place) => place,
        None => place_of_text(&needed(&JsonRow(row), "answer")?, &options)?,
    };
    Ok(Question {
        id,
        question: needed(&JsonRow(row), "question")?,
        correct,
        options,
        ..Question::default()
    })
}

/// MedMCQA: `cop` counts from 1 in the authors' files and from 0 on Hugging Face, which only the whole file tells.
pub(super) fn medmcqa_file(file: &[u8]) -> Vec<Row<Question>> {
    let mut rows = rows::json_lines(file, medmcqa);
    let answers = || rows.iter().filter_map(|(_, row)| row.as_ref().ok());
    let has = |place: usize| answers().any(|question| question.correct == place);
    let (has_zero, has_four) = (has(0), has(4));
    for (_, row) in &mut rows {
        let Ok(question) = row else {
            continue;
        };
        if has_zero == has_four {
            *row = Err(Reason::NumberingUnclear);
        } else if has_four {
            question.correct -= 1;
        }
    }
    rows
}

fn medmcqa(line: usize, row: &Object) -> Result<Question, Reason> {
    let options: Result<Vec<String>, Reason> = ["opa", "opb", "opc", "opd"]
        .iter()
        .map(|column| needed(&JsonRow(row), column))
        .collect();
    Ok(Question {
        id: id_or_line(row, line),
        question: needed(&JsonRow(row), "question")?,
        options: options?,
        correct: number(row, "cop")?,
        subject: JsonRow(row).text("subject_name"),
        ..Question::default()
    })
}

/// PubMedQA's labelled questions.
pub(super) fn pubmedqa_file(file: Piece<'_>) -> Vec<Row<Question>> {
    entries(file, |id, piece| {
        let row = piece.object()?;
        let options = ["yes", "no", "maybe"].map(str::to_owned).to_vec();
        let decision = needed(&JsonRow(&row), "final_decision")?;
        Ok(Question {
            id,
            question: needed(&JsonRow(&row), "QUESTION")?,
            contexts: JsonRow(&row)
                .list("CONTEXTS")
                .ok_or_else(|| Reason::FieldMissing("CONTEXTS".to_owned()))?,
            correct: options
                .iter()
                .position(|option| *option == decision)
                .ok_or(Reason::AnswerUnknown)?,
            options,
            ..Question::default()
        })
    })
}

/// MIRAGE: sets of questions by id; the set's name becomes the subject and part of the id.
pub(super) fn mirage_file(file: Piece<'_>) -> Vec<Row<Question>> {
    nested(file, |set, id, piece| {
        let row = piece.object()?;
        let answer = needed(&JsonRow(&row), "answer")?;
        Ok(Question {
            id: format!("{set}/{id}"),
            question: needed(&JsonRow(&row), "question")?,
            options: lettered_options(&row)?,
            correct: letter_place(&answer).ok_or(Reason::AnswerUnknown)?,
            subject: Some(set.to_owned()),
            ..Question::default()
        })
    })
}

/// HeadQA: exams with a list of questions; the right answer is named by its `aid`.
pub(super) fn headqa_file(file: Piece<'_>) -> Vec<Row<Question>> {
    let mut rows = Vec::new();
    for entry in file.entries() {
        match entry {
            Ok((name, exams)) if name == "exams" => {
                rows.extend(headqa_exams(exams));
            }
            Ok(_) => {}
            Err(rejection) => rows.push(rejection.row()),
        }
    }
    if rows.is_empty() {
        rows.push((file.line, Err(Reason::FieldMissing("exams".to_owned()))));
    }
    rows
}

fn headqa_exams(exams: Piece<'_>) -> Vec<Row<Question>> {
    let mut rows = Vec::new();
    for exam in exams.entries() {
        let (exam, parts) = match exam {
            Ok((exam, piece)) => (exam, piece.entries()),
            Err(rejection) => {
                rows.push(rejection.row());
                continue;
            }
        };
        for part in parts {
            match part {
                Ok((name, data)) if name == "data" => {
                    rows.extend(entries(data, |_, piece| headqa(&exam, &piece.object()?)));
                }
                Ok(_) => {}
                Err(rejection) => rows.push(rejection.row()),
            }
        }
    }
    rows
}

fn headqa(exam: &str, row: &Object) -> Result<Question, Reason> {
    let missing = |field: &str| Reason::FieldMissing(field.to_owned());
    let answers = row.get("answers").and_then(Value::as_array);
    let answers = answers.ok_or_else(|| missing("answers"))?;
    let right = needed(&JsonRow(row), "ra")?;
    let part = |answer: &Value, name: &str| answer.get(name).and_then(scalar);
    let options: Option<Vec<String>> = answers.iter().map(|a| part(a, "atext")).collect();
    Ok(Question {
        id: format!("{exam}/{}", needed(&JsonRow(row), "qid")?),
        question: needed(&JsonRow(row), "qtext")?,
        options: options.ok_or_else(|| missing("atext"))?,
        correct: answers
            .iter()
            .position(|answer| part(answer, "aid").is_some_and(|aid| aid == right))
            .ok_or(Reason::AnswerUnknown)?,
        subject: Some(exam.to_owned()),
        ..Question::default()
    })
}

/// A record of MMLU's CSV files.
pub(super) fn mmlu(line: usize, cells: &[String]) -> Result<Question, Reason> {
    let [question, a, b, c, d, answer] = cells else {
        return Err(Reason::NotCsv);
    };
    Ok(Question {
        id: line.to_string(),
        question: question.clone(),
        options: [a, b, c, d].map(String::clone).to_vec(),
        correct: letter_place(answer).ok_or(Reason::AnswerUnknown)?,
        ..Question::default()
    })
}

/// A record as in MedArabiQ: the options within the question, the answer a letter, alone or before its text.
pub(super) fn medarabiq(line: usize, row: &impl Fields) -> Result<Question, Reason> {
    let text = needed(row, "Question")?;
    let (question, options) = cut_options(&text).ok_or(Reason::TooFewOptions)?;
    let answer = needed(row, "Answer")?;
    let correct = opening_letter(&answer).map_or_else(|| place_of_text(&answer, &options), Ok)?;
    Ok(Question {
        id: row.text("ID").unwrap_or_else(|| line.to_string()),
        question,
        correct,
        options,
        subject: row.text("Category"),
        ..Question::default()
    })
}

fn entries(
    piece: Piece<'_>,
    read: impl Fn(String, Piece<'_>) -> Result<Question, Reason>,
) -> Vec<Row<Question>> {
    let entries = piece.entries().into_iter();
    entries
        .map(|entry| match entry {
            Ok((name, piece)) => (piece.line, read(name, piece)),
            Err(rejection) => rejection.row(),
        })
        .collect()
}

fn nested(
    piece: Piece<'_>,
    read: impl Fn(&str, String, Piece<'_>) -> Result<Question, Reason>,
) -> Vec<Row<Question>> {
    let mut rows = Vec::new();
    for entry in piece.entries() {
        match entry {
            Ok((set, inner)) => {
                rows.extend(entries(inner, |id, piece| read(&set, id, piece)));
            }
            Err(rejection) => rows.push(rejection.row()),
        }
    }
    rows
}

fn lettered_options(row: &Object) -> Result<Vec<String>, Reason> {
    let options = row.get("options").and_then(Value::as_object);
    options
        .and_then(in_order_of_letters)
        .ok_or_else(|| Reason::FieldMissing("options".to_owned()))
}

/// A place; a negative one stands for a hidden answer.
fn number(row: &Object, column: &str) -> Result<usize, Reason> {
    let value = row.get(column).and_then(Value::as_i64);
    let value = value.ok_or_else(|| Reason::FieldMissing(column.to_owned()))?;
    usize::try_from(value).map_err(|_| Reason::AnswerUnknown)
}

fn id_or_line(row: &Object, line: usize) -> String {
    JsonRow(row).text("id").unwrap_or_else(|| line.to_string())
}
