//! Self-checks as files, for whoever compares laptops or keeps records.

use std::path::Path;

use sanad_selfcheck::check::report;
use serde_json::json;

use crate::checking::{self, Kept};
use crate::error::ShellError;
use crate::exports;

/// What a check is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckFile {
    /// Everything: model, plan, results, report.
    Json,
    /// A row for each question.
    Csv,
}

/// Writes a check; a file that is there already has to be refused before.
pub(crate) fn write(kept: &Kept, format: CheckFile, path: &Path) -> Result<(), ShellError> {
    let bytes = match format {
        CheckFile::Json => as_json(kept),
        CheckFile::Csv => as_csv(kept)?,
    };
    exports::write(path, |out| Ok(out.write_all(&bytes)?)).map(drop)
}

fn as_json(kept: &Kept) -> Vec<u8> {
    let object = json!({
        "set": "Sanad items",
        "model": {"name": kept.check.model.name, "sha256": kept.check.model.sha256},
        "started_at": kept.check.started_at.0,
        "ended_at": kept.check.ended_at.map(|time| time.0),
        "plan": kept.plan,
        "report": report(&kept.results),
        "results": kept.results,
    });
    serde_json::to_vec_pretty(&object).expect("a check is plain data")
}

/// Letters as the options stand in the item, and the question's own words, so that a row can be read by itself.
fn as_csv(kept: &Kept) -> Result<Vec<u8>, ShellError> {
    let items = checking::items()?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = [
        "item", "language", "subject", "question", "right", "chosen", "is_right",
    ];
    let written = writer.write_record(head).and_then(|()| {
        kept.results.iter().try_for_each(|result| {
            let item = items.iter().find(|item| item.id == result.item);
            let question = item.map(|item| item.question(result.language).question);
            let letter = |place: usize| {
                let letters = sanad_selfcheck::protocols::LATIN_LETTERS;
                letters.get(place).copied().unwrap_or_default()
            };
            writer.write_record([
                result.item.as_str(),
                result.language.code(),
                &result.subject,
                &question.unwrap_or_default(),
                letter(result.correct),
                result.chosen().map(letter).unwrap_or_default(),
                if result.is_right() { "1" } else { "0" },
            ])
        })
    });
    written.map_err(|_| ShellError::Internal("a row of text cannot fail"))?;
    writer
        .into_inner()
        .map_err(|_| ShellError::Internal("memory does not fail to be written"))
}
