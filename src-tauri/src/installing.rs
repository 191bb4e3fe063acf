//! Which models are here and how they stand, and the import that runs: one at a time.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sanad_domain::{Language, Sha256Hex};
use sanad_models::{
    AdapterFacts, Catalogue, Flow, Identity, KnownModel, MeasuredLayout, MemoryFit, ModelError,
    ModelFacts, ModelIndex, ModelPlaces, available_memory, inspect, installed_adapters,
    installed_models, known_model, this_machine,
};

use crate::error::ShellError;
use crate::wire::notices_of;

/// A model or an adapter that is installed, with all that can be said without loading it.
pub(crate) struct ListedModel {
    pub(crate) path: PathBuf,
    pub(crate) name: String,
    pub(crate) is_adapter: bool,
    /// The installed models that an adapter goes with.
    pub(crate) goes_with: Vec<String>,
    pub(crate) origin: Origin,
    /// `None` where the header cannot be read.
    pub(crate) facts: Option<ModelFacts>,
    pub(crate) fit: Option<MemoryFit>,
    /// `None` as long as nobody has taken it.
    pub(crate) sha256: Option<Sha256Hex>,
    pub(crate) identity: Identity,
    pub(crate) is_default: bool,
    pub(crate) default_for: Vec<Language>,
    /// Names of messages.
    pub(crate) notices: Vec<String>,
    /// Why it cannot be loaded.
    pub(crate) failure: Option<ModelError>,
    /// `None` where it is not the app's to remove.
    pub(crate) freed_bytes: Option<u64>,
    /// What preparing it takes on the disk; `None` where that would not make it faster, or was done.
    pub(crate) prepared_bytes: Option<u64>,
    /// The fastest layout, if it was measured here.
    pub(crate) layout: Option<MeasuredLayout>,
}

/// How a model came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It lies in the app's own folder.
    Copied,
    /// It is used where it lies.
    InPlace,
    /// It came with the app.
    Package,
}

/// The right to import, which one has at a time.
#[derive(Default)]
pub(crate) struct ImportRuns {
    running: Mutex<Option<Arc<AtomicBool>>>,
}

/// An import that runs; dropped, it does not run any more.
pub(crate) struct ImportTurn<'runs> {
    runs: &'runs ImportRuns,
    stop: Arc<AtomicBool>,
}

impl ImportRuns {
    /// Takes the right.
    ///
    /// # Errors
    /// [`ShellError::ImportRuns`] while another import has it.
    pub(crate) fn begin(&self) -> Result<ImportTurn<'_>, ShellError> {
        let mut running = self.running();
        if running.is_some() {
            return Err(ShellError::ImportRuns);
        }
        let stop = Arc::new(AtomicBool::new(false));
        *running = Some(Arc::clone(&stop));
        Ok(ImportTurn { runs: self, stop })
    }

    /// Ends the import that runs; what it has written goes.
    pub(crate) fn stop(&self) {
        if let Some(stop) = self.running().as_ref() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn running(&self) -> MutexGuard<'_, Option<Arc<AtomicBool>>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ImportTurn<'_> {
    /// What the pass over the files does next.
    pub(crate) fn flow(&self) -> Flow {
        if self.stop.load(Ordering::Relaxed) {
            Flow::Stop
        } else {
            Flow::GoOn
        }
    }
}

impl Drop for ImportTurn<'_> {
    fn drop(&mut self) {
        self.runs.running().take();
    }
}

/// Everything that is installed. Reads headers, and hashes only where an imported file was written again.
pub(crate) fn list(places: &ModelPlaces, catalogue: &Catalogue) -> Vec<ListedModel> {
    let mut index = ModelIndex::load(&places.data);
    let chosen = places.choose(None).ok();
    let available = available_memory();
    let mut listed: Vec<ListedModel> = installed_models(places)
        .into_iter()
        .map(|path| {
            model(
                path,
                places,
                catalogue,
                &mut index,
                available,
                chosen.as_deref(),
            )
        })
        .collect();
    forget_what_was_prepared(&mut listed);
    let models: Vec<ModelFacts> = listed.iter().filter_map(|one| one.facts.clone()).collect();
    let adapters = installed_adapters(places).into_iter();
    listed.extend(adapters.map(|path| adapter(path, places, &models, &index)));
    index.keep_hashes(&places.data);
    listed
}

fn model(
    path: PathBuf,
    places: &ModelPlaces,
    catalogue: &Catalogue,
    index: &mut ModelIndex,
    available: Option<u64>,
    chosen: Option<&Path>,
) -> ListedModel {
    let inspected = inspect(&path);
    let (facts, mut failure) = match inspected {
        Ok(facts) => (Some(facts), None),
        Err(error) => (None, Some(error)),
    };
    let sha256 = match facts.as_ref().map(|facts| hash(facts, index)) {
        Some(Ok(sha256)) => sha256,
        Some(Err(error)) => {
            failure = Some(error);
            None
        }
        None => None,
    };
    let known = sha256.as_ref().and_then(|sha256| {
        let original = facts
            .as_ref()
            .and_then(|facts| facts.prepared_from.as_ref());
        known_model(sha256).or_else(|| original.and_then(known_model))
    });
    let file = path.file_name().unwrap_or_default();
    let file = file.to_string_lossy().into_owned();
    let identity = match (&sha256, known) {
        (_, Some(_)) => Identity::Same,
        (Some(sha256), None) => catalogue.identify(&file, sha256),
        (None, None) => Identity::Unknown,
    };
    let languages = Language::ALL.into_iter();
    ListedModel {
        name: name_of(&path, facts.as_ref(), known),
        is_adapter: false,
        goes_with: Vec::new(),
        origin: origin(&path, places),
        fit: facts
            .as_ref()
            .zip(available)
            .map(|(facts, available)| MemoryFit::of(facts, available)),
        identity,
        is_default: chosen == Some(path.as_path()),
        default_for: languages
            .filter(|language| index.default_for(*language) == Some(path.as_path()))
            .collect(),
        notices: known.map(notices_of).unwrap_or_default(),
        freed_bytes: freed(&path, facts.as_ref(), places),
        prepared_bytes: facts
            .as_ref()
            .filter(|facts| failure.is_none() && facts.is_worth_preparing())
            .map(ModelFacts::prepared_bytes),
        layout: sha256
            .as_ref()
            .and_then(|sha256| index.layout(sha256, this_machine())),
        failure,
        sha256,
        facts,
        path,
    }
}

fn adapter(
    path: PathBuf,
    places: &ModelPlaces,
    models: &[ModelFacts],
    index: &ModelIndex,
) -> ListedModel {
    let read = models.iter().filter_map(|model| {
        let adapter = AdapterFacts::read(&path, model).ok()?;
        Some((adapter.name, model.name.clone()))
    });
    let (names, goes_with): (Vec<String>, Vec<String>) = read.unzip();
    let name = names.into_iter().next();
    let failure = name.is_none().then(|| ModelError::AdapterWithoutBase {
        path: path.clone(),
        base: String::new(),
    });
    ListedModel {
        name: name.unwrap_or_else(|| name_of(&path, None, None)),
        is_adapter: true,
        goes_with,
        origin: origin(&path, places),
        facts: None,
        fit: None,
        sha256: index.known_sha256(&path),
        identity: Identity::Unknown,
        is_default: false,
        default_for: Vec::new(),
        notices: Vec::new(),
        failure,
        freed_bytes: freed(&path, None, places),
        prepared_bytes: None,
        layout: None,
        path,
    }
}

/// A model beside which the prepared one lies need not be prepared again.
fn forget_what_was_prepared(listed: &mut [ListedModel]) {
    let facts = listed.iter().filter_map(|one| one.facts.as_ref());
    let prepared: Vec<Sha256Hex> = facts
        .filter_map(|facts| facts.prepared_from.clone())
        .collect();
    for model in listed {
        if model
            .sha256
            .as_ref()
            .is_some_and(|sha256| prepared.contains(sha256))
        {
            model.prepared_bytes = None;
        }
    }
}

/// The hash of a model, if it is known or has to be: that of an imported file must be what it was.
fn hash(facts: &ModelFacts, index: &mut ModelIndex) -> Result<Option<Sha256Hex>, ModelError> {
    let is_cheap = facts
        .files()
        .all(|file| index.is_imported(file) || index.known_sha256(file).is_some());
    if !is_cheap {
        return Ok(None);
    }
    index.sha256_of_model(facts.files()).map(Some)
}

fn name_of(path: &Path, facts: Option<&ModelFacts>, known: Option<&KnownModel>) -> String {
    let stem = || {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let own = facts.map(|facts| facts.name.clone());
    known.map_or_else(|| own.unwrap_or_else(stem), |known| known.name.clone())
}

fn origin(path: &Path, places: &ModelPlaces) -> Origin {
    let is_below = |folder: &Path| path.starts_with(folder);
    if is_below(&places.models_folder()) {
        Origin::Copied
    } else if is_below(&places.cache) || places.share.as_deref().is_some_and(is_below) {
        Origin::Package
    } else {
        Origin::InPlace
    }
}

/// Nothing for one that is used where it lies, since its file stays.
fn freed(path: &Path, facts: Option<&ModelFacts>, places: &ModelPlaces) -> Option<u64> {
    match origin(path, places) {
        Origin::Package => None,
        Origin::InPlace => Some(0),
        Origin::Copied => {
            let length = || std::fs::metadata(path).map_or(0, |metadata| metadata.len());
            Some(facts.map_or_else(length, |facts| facts.file_bytes))
        }
    }
}

#[cfg(test)]
mod tests {
    use sanad_models::{Import, remove};
    use sanad_testing::fixture_model;

    use super::*;

    fn places(folder: &Path) -> ModelPlaces {
        ModelPlaces {
            data: folder.join("data"),
            cache: folder.join("cache"),
            share: None,
        }
    }

    #[test]
    fn one_import_runs_at_a_time_and_hears_that_it_is_to_stop() {
        let runs = ImportRuns::default();
        let turn = runs.begin().expect("none runs");
        assert!(matches!(runs.begin(), Err(ShellError::ImportRuns)));
        assert_eq!(turn.flow(), Flow::GoOn);
        runs.stop();
        assert_eq!(turn.flow(), Flow::Stop);
        drop(turn);
        let next = runs.begin().expect("none runs any more");
        assert_eq!(next.flow(), Flow::GoOn);
    }

    #[test]
    fn a_listed_model_says_how_it_came_how_it_stands_and_what_removing_it_frees() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let places = places(folder.path());
        let stick = folder.path().join("clinic.gguf");
        std::fs::copy(fixture_model(), &stick).expect("the folder is ours");
        let import = Import::of(&stick, &places).expect("it is a model");
        let path = import.copy(&mut |_| Flow::GoOn).expect("there is room");
        let listed = || list(&places, Catalogue::bundled());
        let models = listed();
        let [copied] = models.as_slice() else {
            panic!("one is installed")
        };
        assert_eq!((&copied.path, copied.origin), (&path, Origin::Copied));
        assert_eq!(copied.freed_bytes, Some(import.bytes));
        assert!(copied.is_default && copied.failure.is_none() && copied.sha256.is_some());
        assert_eq!(copied.identity, Identity::Unknown);

        std::fs::write(&path, b"another file altogether").expect("the folder is ours");
        let models = listed();
        let [broken] = models.as_slice() else {
            panic!("it is listed all the same")
        };
        assert!(matches!(broken.failure, Some(ModelError::NotGguf { .. })));
        assert!(broken.facts.is_none());
        remove(&path, &places).expect("it is ours");
        assert!(listed().is_empty());

        import
            .use_in_place(&mut |_| Flow::GoOn)
            .expect("it can be read");
        let models = listed();
        let [in_place] = models.as_slice() else {
            panic!("one is installed")
        };
        assert_eq!(
            (in_place.origin, in_place.freed_bytes),
            (Origin::InPlace, Some(0))
        );
    }
}
