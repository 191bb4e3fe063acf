//! A plan from its first unanswered step to its last.

use std::collections::HashSet;
use std::path::PathBuf;

use sanad_engine_client::{EngineFault, EngineSupervisor, ModelFile};
use sanad_selfcheck::check::Step;
use sanad_selfcheck::items::ItemLanguage;

use crate::{Answered, ask};

/// Whether to go on after a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// With the next step.
    GoOn,
    /// Stop here; what was kept is kept.
    Stop,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// Every step has its result.
    Complete,
    /// It was told to stop.
    Stopped,
}

/// What a step's result is kept under: the item and the language, for instance `ck-001.ar`.
#[must_use]
pub fn key(item: &str, language: ItemLanguage) -> String {
    format!("{item}.{}", language.code())
}

/// Asks the steps whose [`key`] is not among `done`, one after the other, and hands each result to `keep`, which says
/// whether to go on.
///
/// An engine that ends in the middle of a step is started again, once; the step is asked anew.
///
/// # Errors
/// The engine cannot be started or ends twice over one step; or whatever `keep` says. What was kept stays.
pub async fn run<E: From<EngineFault>>(
    engines: &EngineSupervisor,
    model: &ModelFile,
    steps: &[Step],
    done: &HashSet<String>,
    mut keep: impl FnMut(&Answered) -> Result<Flow, E>,
) -> Result<RunEnd, E> {
    // A model with an adapter is another model, and it is that one which is checked.
    let adapter = model.adapters.first().map(PathBuf::as_path);
    for step in steps {
        if done.contains(&key(&step.item, step.language)) {
            continue;
        }
        let engine = engines.ensure_ready(model.clone()).await?;
        let answered = match ask(&engine, adapter, step).await {
            Ok(answered) => answered,
            Err(fault @ EngineFault::RequestFailed { .. }) => return Err(fault.into()),
            Err(_) => {
                let engine = engines.ensure_ready(model.clone()).await?;
                ask(&engine, adapter, step).await?
            }
        };
        if keep(&answered)? == Flow::Stop {
            return Ok(RunEnd::Stopped);
        }
    }
    Ok(RunEnd::Complete)
}
