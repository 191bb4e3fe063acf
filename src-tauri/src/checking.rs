//! The self-check that runs behind the window: one at a time, each result in the store before the next question.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use sanad_chat::{Chat, ChatError, model_file};
use sanad_domain::Sha256Hex;
use sanad_engine_client::{EngineFault, EngineSupervisor};
use sanad_examination::{Answered, Flow, RunEnd, key, measure, run};
use sanad_history::{SelfCheck, SelfCheckId};
use sanad_models::InstalledModel;
use sanad_selfcheck::check::{CheckPlan, Depth, Offer, Speed, StepResult, Wording, offer};
use sanad_selfcheck::items::{Item, bundled};

use crate::error::ShellError;

/// The right to run a check, which one has at a time.
#[derive(Default)]
pub(crate) struct CheckRuns {
    running: Mutex<Option<Running>>,
}

struct Running {
    check: SelfCheckId,
    stop: Arc<AtomicBool>,
}

/// A check that runs; dropped, it does not run any more.
struct Turn<'runs> {
    runs: &'runs CheckRuns,
    stop: Arc<AtomicBool>,
}

/// How far a check is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    /// Questions that have a result.
    pub(crate) done: usize,
    /// All of them.
    pub(crate) total: usize,
    /// Until the end, at the speed since it was begun or gone on with.
    pub(crate) seconds_left: f64,
}

/// What can be begun here, and what it takes.
pub(crate) struct Offers {
    pub(crate) model: Arc<InstalledModel>,
    pub(crate) speed: Speed,
    /// As many items as fit three minutes.
    pub(crate) quick: Offer,
    /// All of them, in every rotation of their options.
    pub(crate) full: Offer,
}

/// A check that was begun, whole or not.
pub(crate) struct Kept {
    pub(crate) check: SelfCheck,
    pub(crate) plan: CheckPlan,
    pub(crate) results: Vec<StepResult>,
}

impl CheckRuns {
    /// The check that runs now.
    pub(crate) fn current(&self) -> Option<SelfCheckId> {
        self.running().as_ref().map(|running| running.check)
    }

    /// Lets the check that runs stop after the item in progress.
    pub(crate) fn stop(&self) {
        if let Some(running) = self.running().as_ref() {
            running.stop.store(true, Ordering::Relaxed);
        }
    }

    fn begin(&self, check: SelfCheckId) -> Result<Turn<'_>, ShellError> {
        let mut running = self.running();
        if running.is_some() {
            return Err(ShellError::CheckRuns);
        }
        let stop = Arc::new(AtomicBool::new(false));
        *running = Some(Running {
            check,
            stop: Arc::clone(&stop),
        });
        Ok(Turn { runs: self, stop })
    }

    fn running(&self) -> MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.runs.running().take();
    }
}

/// Loads a model and measures it; the usual one without a hash.
pub(crate) async fn offers(
    chat: &Chat,
    engines: &EngineSupervisor,
    sha256: Option<Sha256Hex>,
) -> Result<Offers, ShellError> {
    let model = match sha256 {
        Some(sha256) => chat.model_with_hash(&sha256).await?,
        None => chat.model().await?,
    };
    let items = items()?;
    let steps = CheckPlan::of(&items, Depth::Quick(items.len()), Wording::Template).steps(&items);
    let file = model_file(&model);
    let adapter = file.adapters.first().cloned();
    let engine = engines.ensure_ready(file).await?;
    let speed = measure(&engine, adapter.as_deref(), &steps).await?;
    Ok(Offers {
        model,
        speed,
        quick: Offer::quick(items.len(), speed),
        full: offer(items.len(), 4, speed),
    })
}

/// Keeps a check that can be run.
pub(crate) async fn begin(
    chat: &Chat,
    sha256: &Sha256Hex,
    depth: Depth,
) -> Result<SelfCheckId, ShellError> {
    let model = chat.model_with_hash(sha256).await?;
    let plan = CheckPlan::of(&items()?, depth, Wording::Template);
    let plan = serde_json::to_string(&plan).expect("a plan is plain data");
    Ok(chat.write(|store, now| store.begin_self_check(&model.stamp, &plan, now))?)
}

/// Asks what has no result yet, until the end or until it is stopped.
pub(crate) async fn go_on(
    runs: &CheckRuns,
    chat: &Chat,
    engines: &EngineSupervisor,
    id: SelfCheckId,
    mut report: impl FnMut(Progress),
) -> Result<RunEnd, ShellError> {
    let turn = runs.begin(id)?;
    let kept = kept(chat, id)?;
    let model = chat.model_with_hash(&kept.check.model.sha256).await?;
    let items = items()?;
    let steps = kept.plan.steps(&items);
    let done: HashSet<String> = kept
        .results
        .iter()
        .map(|result| key(&result.item, result.language))
        .collect();
    let (total, before) = (steps.len(), done.len());
    let started = Instant::now();
    let mut asked = 0;
    let keep = |answered: &Answered| {
        let result = &answered.result;
        let text = serde_json::to_string(result).expect("a result is plain data");
        let item = key(&result.item, result.language);
        chat.write(|store, _| store.keep_self_check_result(id, &item, &text))?;
        asked += 1;
        report(Progress {
            done: before + asked,
            total,
            seconds_left: seconds_left(started, asked, total - before),
        });
        let stop = turn.stop.load(Ordering::Relaxed);
        Ok::<_, ShellError>(if stop { Flow::Stop } else { Flow::GoOn })
    };
    let end = run(engines, &model_file(&model), &steps, &done, keep).await?;
    if end == RunEnd::Complete {
        chat.write(|store, now| store.end_self_check(id, now))?;
    }
    Ok(end)
}

/// A check with what came of it so far.
pub(crate) fn kept(chat: &Chat, id: SelfCheckId) -> Result<Kept, ShellError> {
    let (check, results) = chat.read(|store| {
        let check = store.self_check(id)?;
        Ok::<_, sanad_history::HistoryError>((check, store.self_check_results(id)?))
    })?;
    let unreadable = |_| ShellError::CheckUnreadable;
    let plan = serde_json::from_str(&check.plan).map_err(unreadable)?;
    let results = results.iter().map(|result| serde_json::from_str(result));
    Ok(Kept {
        results: results.collect::<Result<_, _>>().map_err(unreadable)?,
        check,
        plan,
    })
}

/// The newest whole check of each model over the bundled items; one of another version is left out.
pub(crate) fn newest_of_each_model(chat: &Chat) -> Result<Vec<Kept>, ShellError> {
    let checks = chat.read(sanad_history::Store::self_checks)?;
    let mut seen = HashSet::new();
    let whole = checks.into_iter().filter(|check| check.ended_at.is_some());
    let newest = whole.filter(|check| seen.insert(check.model.sha256.0.clone()));
    newest
        .map(|check| kept(chat, check.id))
        .filter(|kept| !matches!(kept, Err(ShellError::CheckUnreadable)))
        .collect()
}

/// The bundled items.
pub(crate) fn items() -> Result<Vec<Item>, ShellError> {
    bundled().map_err(|_| ShellError::Internal("the bundled items cannot be read"))
}

#[expect(clippy::cast_precision_loss, reason = "some hundreds of questions")]
fn seconds_left(started: Instant, asked: usize, wanted: usize) -> f64 {
    let left = wanted.saturating_sub(asked) as f64;
    started.elapsed().as_secs_f64() * left / asked.max(1) as f64
}

impl From<EngineFault> for ShellError {
    fn from(fault: EngineFault) -> Self {
        Self::Chat(ChatError::Engine(fault))
    }
}
