//! `sanad models list`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use sanad_l10n::Argument;
use sanad_models::{
    Fit, InstalledModel, MemoryFit, ModelError, ModelIndex, ModelPlaces, installed_adapters,
    installed_models,
};
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
    for (path, outcome) in found(&places, &mut index) {
        let is_default = chosen.as_ref() == Some(&path)
            && outcome.as_ref().is_ok_and(|model| model.adapter.is_none());
        let row = match &outcome {
            Ok(model) => {
                let view = ModelView::from(model);
                json!({
                    "path": path, "files": model.facts.files().collect::<Vec<_>>(), "name": view.name, "sha256": view.sha256, "notices": view.notices,
                    "bytes": model.facts.file_bytes, "parameters": model.facts.parameters,
                    "quantisation": model.facts.quantisation, "architecture": model.facts.architecture,
                    "training_context": model.facts.training_context,
                    "memory": memory(&model.fit),
                    "adapter": model.adapter.as_ref().map(|adapter| &adapter.path),
                    "default": is_default,
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
            let mark = if is_default { "*" } else { " " };
            let file = model
                .adapter
                .as_ref()
                .map_or(&path, |adapter| &adapter.path);
            writeln!(
                io::stdout(),
                "{mark} {}  {}  {}  {}  {}  {}",
                model.stamp.name,
                model.facts.quantisation,
                size(model.facts.file_bytes),
                said_of_memory(&model.fit, speech),
                notices.join(" · "),
                file.display()
            )?;
        } else if !json && let Err(error) = outcome {
            speech.complain(error.into(), false);
        }
    }
    index.keep_hashes(&folders.data);
    if json {
        writeln!(io::stdout(), "{}", serde_json::Value::Array(rows))?;
    } else if rows.is_empty() {
        let folder = places.data.join("models");
        speech.complain(ModelError::NoneInstalled { folder }.into(), false);
    }
    Ok(ExitCode::SUCCESS)
}

/// Every model, each with the adapters that go with it behind it, and last the adapters that go with none.
fn found(
    places: &ModelPlaces,
    index: &mut ModelIndex,
) -> Vec<(PathBuf, Result<InstalledModel, ModelError>)> {
    let mut found = Vec::new();
    let mut adapters: Vec<_> = installed_adapters(places)
        .into_iter()
        .map(|path| (path, None))
        .collect();
    for path in installed_models(places) {
        let model = InstalledModel::read(&path, index);
        let mut adapted = Vec::new();
        for (adapter, outcome) in &mut adapters {
            let Ok(model) = &model else { continue };
            match model.clone().with_adapter(adapter, index) {
                Ok(model) => {
                    adapted.push((path.clone(), Ok(model)));
                    *outcome = Some(Ok(()));
                }
                Err(error) if outcome.is_none() => *outcome = Some(Err(error)),
                Err(_) => {}
            }
        }
        found.push((path, model));
        found.extend(adapted);
    }
    let unfit = adapters
        .into_iter()
        .filter_map(|(path, outcome)| Some((path, Err(outcome?.err()?))));
    found.extend(unfit);
    found
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
