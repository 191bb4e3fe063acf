//! A model made fast on this computer: which layout of its weights is the fastest, and a file written anew.

use std::path::{Path, PathBuf};
use std::pin::pin;
use std::time::Duration;

use sanad_engine_client::{
    EngineState, EngineSupervisor, Fidelity, LayoutSpeed, WeightLayout, measure_layouts,
    prepare_model,
};
use sanad_models::{
    Fit, Flow, InstalledModel, Layout, MeasuredLayout, ModelError, ModelIndex, ModelPlaces,
    Preparation, available_memory, this_machine,
};

use crate::error::ShellError;

/// How long nobody must have asked anything before a model is measured.
const IDLE: Duration = Duration::from_secs(30);

/// Nobody finds a bar or a stop slow that follows in this time.
const BETWEEN_LOOKS: Duration = Duration::from_millis(200);

/// A model that was written anew.
pub(crate) struct Prepared {
    /// The new file.
    pub(crate) path: PathBuf,
    /// Bytes of it.
    pub(crate) bytes: u64,
    /// How near it is to the original.
    pub(crate) fidelity: Fidelity,
}

/// Measures a model in each layout and remembers the fastest, which the next load takes.
///
/// `None` if the machine was busy meanwhile: nothing is remembered then.
///
/// # Errors
/// [`ModelError::Stopped`] if `watch`, which is asked now and then, wants that, and faults of the engine.
pub(crate) async fn measure(
    executable: &Path,
    data: &Path,
    model: &InstalledModel,
    watch: impl FnMut() -> Flow,
) -> Result<Option<MeasuredLayout>, ShellError> {
    let files = files(model);
    let speeds = watched(measure_layouts(executable, &files), watch).await?;
    let speeds = speeds.map_err(sanad_chat::ChatError::from)?;
    let measured: Vec<MeasuredLayout> = speeds.into_iter().map(measured).collect();
    // A busy moment in one layout alone would make the other look fast.
    let whole = [Layout::Repacked, Layout::AsStored]
        .iter()
        .all(|layout| measured.iter().any(|speed| speed.layout == *layout));
    let Some(fastest) = MeasuredLayout::fastest(&measured).filter(|_| whole) else {
        return Ok(None);
    };
    ModelIndex::update(data, |index| {
        index.keep_layout(&model.stamp.sha256, this_machine(), fastest);
        Ok(())
    })?;
    Ok(Some(fastest))
}

/// Does the work unless somebody wants it stopped meanwhile; what it held goes then.
async fn watched<T>(
    work: impl Future<Output = T>,
    mut watch: impl FnMut() -> Flow,
) -> Result<T, ModelError> {
    let mut work = pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return Ok(done),
            () = tokio::time::sleep(BETWEEN_LOOKS) => {}
        }
        if watch() == Flow::Stop {
            return Err(ModelError::Stopped);
        }
    }
}

fn length_of(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |metadata| metadata.len())
}

fn files(model: &InstalledModel) -> Vec<PathBuf> {
    model.facts.files().map(Path::to_owned).collect()
}

fn measured(speed: LayoutSpeed) -> MeasuredLayout {
    MeasuredLayout {
        layout: match speed.layout {
            WeightLayout::Repacked => Layout::Repacked,
            WeightLayout::AsStored => Layout::AsStored,
        },
        threads: speed.threads,
        prompt_tokens_per_second: speed.prompt_tokens_per_second,
        decode_tokens_per_second: speed.decode_tokens_per_second,
    }
}

/// Measures each model once, after it was loaded and when nobody has asked anything for a while.
///
/// Given up as soon as somebody asks, and where memory has no room for a second copy of the weights. Never ends.
pub(crate) async fn measure_when_idle(supervisor: EngineSupervisor, data: PathBuf) {
    let mut board = supervisor.watch();
    loop {
        let ready = matches!(*board.borrow_and_update(), EngineState::Ready(_));
        if ready {
            if tokio::time::timeout(IDLE, board.changed()).await.is_ok() {
                continue;
            }
            // Whatever fails here only means that the usual layout stays.
            tokio::select! {
                _ = measure_loaded(&supervisor, &data) => {}
                _ = board.changed() => continue,
            }
        }
        // The supervisor that is held here keeps the board open.
        if board.changed().await.is_err() {
            return;
        }
    }
}

async fn measure_loaded(supervisor: &EngineSupervisor, data: &Path) -> Option<MeasuredLayout> {
    let path = supervisor.loaded().await?.path;
    let (folder, file) = (data.to_owned(), path.clone());
    let unmeasured = tokio::task::spawn_blocking(move || worth_measuring(&folder, &file));
    let model = unmeasured.await.ok().flatten()?;
    let measured = measure(supervisor.executable(), data, &model, || Flow::GoOn).await;
    measured.ok().flatten()
}

/// The model if its fastest layout is not known yet, and memory holds it a second time.
fn worth_measuring(data: &Path, path: &Path) -> Option<InstalledModel> {
    let mut index = ModelIndex::load(data);
    let model = InstalledModel::read(path, &mut index).ok()?;
    let available = available_memory().unwrap_or(0);
    let fits = Fit::judge(model.fit.need.total(), available) == Fit::Fits;
    (model.layout.is_none() && fits).then_some(model)
}

/// Writes a model anew into the data folder; if it is the usual one, the new file is that from now on.
///
/// `watch` hears now and then how many bytes of the new file are written. Dropping the future leaves nothing behind.
///
/// # Errors
/// [`ModelError::Stopped`] if `watch` wants that, those of [`Preparation::begin`], and faults of the engine.
pub(crate) async fn prepare(
    executable: &Path,
    places: &ModelPlaces,
    model: &InstalledModel,
    mut watch: impl FnMut(u64) -> Flow,
) -> Result<Prepared, ShellError> {
    let original = &model.facts.path;
    let is_usual = places.choose(None).is_ok_and(|usual| usual == *original);
    let preparation = Preparation::begin(&places.data.join("models"), &model.facts)?;
    let (files, sha256) = (files(model), &model.stamp.sha256.0);
    let work = prepare_model(executable, &files, preparation.part(), sha256);
    let fidelity = watched(work, || watch(length_of(preparation.part()))).await?;
    let fidelity = fidelity.map_err(sanad_chat::ChatError::from)?;
    let path = preparation.finish()?;
    if is_usual {
        ModelIndex::update(&places.data, |index| {
            index.default = Some(path.clone());
            Ok(())
        })?;
    }
    let bytes = length_of(&path);
    Ok(Prepared {
        path,
        bytes,
        fidelity,
    })
}
