//! `sanad models list`.

use std::io::{self, Write};
use std::process::ExitCode;

use sanad_l10n::Argument;
use sanad_models::{Fit, InstalledModel, MemoryFit, ModelIndex, installed_models};
use serde_json::{Value, json};

use super::speech::Speech;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::wire::{ErrorView, ModelView, size};

/// Lists what is found; a file that cannot be used is listed with its reason.
pub(super) fn list(folders: &Folders, json: bool, speech: &Speech) -> Result<ExitCode, ShellError> {
    let places = folders.model_places();
    let chosen = places.choose(None).ok();
    let mut index = ModelIndex::load(&folders.data);
    let mut rows = Vec::new();
    for path in installed_models(&places) {
        let outcome = InstalledModel::read(&path, &mut index);
        let row = match &outcome {
            Ok(model) => {
                let view = ModelView::from(model);
                json!({
                    "path": path, "name": view.name, "sha256": view.sha256, "notices": view.notices,
                    "bytes": model.facts.file_bytes, "parameters": model.facts.parameters,
                    "quantisation": model.facts.quantisation, "architecture": model.facts.architecture,
                    "training_context": model.facts.training_context,
                    "memory": memory(&model.fit),
                    "default": chosen.as_ref() == Some(&path),
                })
            }
            Err(error) => json!({
                "path": path,
                "error": ErrorView::from(error).code,
            }),
        };
        rows.push(row);
        if !json && let Ok(model) = &outcome {
            let notices: Vec<String> = ModelView::from(model)
                .notices
                .iter()
                .map(|id| speech.text(id, &[]))
                .collect();
            let mark = if chosen.as_ref() == Some(&path) {
                "*"
            } else {
                " "
            };
            writeln!(
                io::stdout(),
                "{mark} {}  {}  {}  {}  {}  {}",
                model.stamp.name,
                model.facts.quantisation,
                size(model.facts.file_bytes),
                said_of_memory(&model.fit, speech),
                notices.join(" · "),
                path.display()
            )?;
        } else if !json && let Err(error) = outcome {
            speech.complain(error.into(), false);
        }
    }
    // Remembered hashes save time next time; a folder that cannot be written only costs that.
    let _ = index.save(&folders.data);
    if json {
        writeln!(io::stdout(), "{}", serde_json::Value::Array(rows))?;
    } else if rows.is_empty() {
        let folder = places.data.join("models");
        speech.complain(
            sanad_models::ModelError::NoneInstalled { folder }.into(),
            false,
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn memory(fit: &MemoryFit) -> Value {
    json!({
        "verdict": match fit.verdict {
            Fit::Fits => "fits",
            Fit::Tight => "tight",
            Fit::WillNotFit => "will_not_fit",
        },
        "needed_bytes": fit.need.total(),
        "available_bytes": fit.available,
        "context_tokens": fit.context_tokens,
    })
}

/// One that will not fit is not listed like this, but with its error.
fn said_of_memory(fit: &MemoryFit, speech: &Speech) -> String {
    let id = match fit.verdict {
        Fit::Tight if fit.context_is_cut => "memory-tight-context",
        Fit::Tight | Fit::WillNotFit => "memory-tight",
        Fit::Fits => "memory-fits",
    };
    let (needed, available) = (size(fit.need.total()), size(fit.available));
    let tokens = fit.context_tokens.to_string();
    speech.text(
        id,
        &[
            ("needed", Argument::Text(needed.into())),
            ("available", Argument::Text(available.into())),
            ("tokens", Argument::Text(tokens.into())),
        ],
    )
}
