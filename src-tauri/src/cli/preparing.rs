//! `sanad models measure` and `sanad models prepare`.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use sanad_l10n::Argument;
use sanad_models::{Flow, InstalledModel, Layout, ModelIndex};
use serde_json::json;

use super::ask::runtime;
use super::speech::Speech;
use crate::engine;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::preparing;
use crate::wire::size;

/// Measures the model and says which layout of its weights is the fastest. Status 1 if the machine was too busy to tell.
pub(super) fn measure(
    folders: &Folders,
    named: Option<&Path>,
    json: bool,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let model = chosen(folders, named)?;
    let engines = engine::supervisor()?;
    let measured = runtime()?.block_on(preparing::measure(
        engines.executable(),
        &folders.data,
        &model,
        || Flow::GoOn,
    ))?;
    let mut out = io::stdout().lock();
    if json {
        writeln!(
            out,
            "{}",
            json!({"path": model.facts.path, "fastest": measured})
        )?;
    } else if let Some(fastest) = measured {
        let layout = match fastest.layout {
            Layout::Repacked => "repacked",
            Layout::AsStored => "as-stored",
        };
        let rate = |rate: f64| Argument::Text(format!("{rate:.1}").into());
        let arguments = [
            ("layout", Argument::Text(layout.into())),
            (
                "threads",
                Argument::Text(fastest.threads.to_string().into()),
            ),
            ("read", rate(fastest.prompt_tokens_per_second)),
            ("written", rate(fastest.decode_tokens_per_second)),
        ];
        writeln!(out, "{}", speech.text("model-measured", &arguments))?;
    } else {
        writeln!(out, "{}", speech.text("model-measured-busy", &[]))?;
    }
    Ok(if measured.is_some() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Writes the model anew and says what that cost.
pub(super) fn prepare(
    folders: &Folders,
    named: Option<&Path>,
    json: bool,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let model = chosen(folders, named)?;
    let engines = engine::supervisor()?;
    let places = folders.model_places();
    let prepared = runtime()?.block_on(preparing::prepare(
        engines.executable(),
        &places,
        &model,
        |_| Flow::GoOn,
    ))?;
    let fidelity = prepared.fidelity;
    let mut out = io::stdout().lock();
    if json {
        let report = json!({
            "path": prepared.path, "bytes": prepared.bytes, "original": model.facts.path,
            "original_bytes": model.facts.file_bytes, "mean_divergence_nats": fidelity.mean_divergence,
            "same_likeliest": fidelity.same_likeliest, "tokens": fidelity.tokens,
        });
        writeln!(out, "{report}")?;
    } else {
        let text = |text: String| Argument::Text(text.into());
        let arguments = [
            ("path", text(prepared.path.display().to_string())),
            ("size", text(size(prepared.bytes))),
            ("original", text(size(model.facts.file_bytes))),
            (
                "divergence",
                text(format!("{:.4}", fidelity.mean_divergence)),
            ),
            (
                "same",
                text(format!("{:.1} %", 100.0 * fidelity.same_likeliest)),
            ),
        ];
        writeln!(out, "{}", speech.text("model-prepared", &arguments))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn chosen(folders: &Folders, named: Option<&Path>) -> Result<InstalledModel, ShellError> {
    let path = folders.model_places().choose(named)?;
    let mut index = ModelIndex::load(&folders.data);
    let model = InstalledModel::read(&path, &mut index)?;
    index.keep_hashes(&folders.data);
    Ok(model)
}
