//! Where model files lie, and which of them is asked when none is named.

use std::fs;
use std::path::{Path, PathBuf};

use sanad_domain::{Language, Sha256Hex};

use crate::split::first_part;
use crate::{InstalledModel, KnownModel, ModelError, ModelFacts, ModelIndex, inspect};

/// The folders that are searched.
#[derive(Clone, Debug)]
pub struct ModelPlaces {
    /// The data folder; its `models` folder is searched.
    pub data: PathBuf,
    /// The folder that the starter model is obtained into.
    pub cache: PathBuf,
    /// Where a package installs a model, if there is one.
    pub share: Option<PathBuf>,
}

impl ModelPlaces {
    /// The model to ask: the one named, else the default, the data folder's, the cache's, the installed share's.
    ///
    /// # Errors
    /// [`ModelError::NotFound`] for a named file that is not there, [`ModelError::NoneInstalled`] when there is none at all.
    pub fn choose(&self, named: Option<&Path>) -> Result<PathBuf, ModelError> {
        if let Some(path) = named {
            return if path.is_file() {
                Ok(first_part(path))
            } else {
                Err(ModelError::NotFound {
                    path: path.to_owned(),
                })
            };
        }
        let default = ModelIndex::load(&self.data)
            .default
            .filter(|path| path.is_file());
        default
            .or_else(|| installed_models(self).into_iter().next())
            .ok_or_else(|| ModelError::NoneInstalled {
                folder: self.data.join("models"),
            })
    }

    /// As [`Self::choose`], for a question in a language, which may have a model of its own.
    ///
    /// # Errors
    /// As [`Self::choose`].
    pub fn choose_for(
        &self,
        named: Option<&Path>,
        language: Language,
    ) -> Result<PathBuf, ModelError> {
        let index = ModelIndex::load(&self.data);
        let own = index.default_for(language).filter(|path| path.is_file());
        match own {
            Some(own) if named.is_none() => Ok(own.to_owned()),
            _ => self.choose(named),
        }
    }

    /// The folder that models are imported into.
    #[must_use]
    pub fn models_folder(&self) -> PathBuf {
        self.data.join("models")
    }
}

/// What a model is loaded from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelFiles {
    /// The model; of one in several files the first.
    pub model: PathBuf,
    /// The adapter beside it, if there is one.
    pub adapter: Option<PathBuf>,
}

/// The installed model with this hash, or the model and adapter that have it together.
/// Files whose hash is not known yet are read for it.
#[must_use]
pub fn installed_with_hash(
    places: &ModelPlaces,
    index: &mut ModelIndex,
    sha256: &Sha256Hex,
) -> Option<ModelFiles> {
    let models: Vec<ModelFacts> = installed_models(places)
        .iter()
        .filter_map(|path| inspect(path).ok())
        .collect();
    let mut is_meant = |model: &ModelFacts, adapter: Option<&Path>| {
        let hash = index.sha256_of_model(model.files().chain(adapter));
        hash.is_ok_and(|hash| hash == *sha256)
    };
    let files = |model: &ModelFacts, adapter| ModelFiles {
        model: model.path.clone(),
        adapter,
    };
    if let Some(model) = models.iter().find(|model| is_meant(model, None)) {
        return Some(files(model, None));
    }
    // Whether they go together is found out when they are read.
    installed_adapters(places).into_iter().find_map(|adapter| {
        let model = models
            .iter()
            .find(|model| is_meant(model, Some(&adapter)))?;
        Some(files(model, Some(adapter)))
    })
}

/// A model, and behind it what each installed adapter that goes with it makes of it.
#[must_use]
pub fn with_adapters(
    model: InstalledModel,
    places: &ModelPlaces,
    index: &mut ModelIndex,
) -> Vec<InstalledModel> {
    let adapted: Vec<InstalledModel> = installed_adapters(places)
        .iter()
        .filter_map(|path| model.clone().with_adapter(path, index).ok())
        .collect();
    std::iter::once(model).chain(adapted).collect()
}

/// Every file in the `adapters` folders beside the models.
#[must_use]
pub fn installed_adapters(places: &ModelPlaces) -> Vec<PathBuf> {
    let folders = [Some(places.data.join("models")), places.share.clone()];
    let folders = folders.into_iter().flatten();
    folders
        .flat_map(|folder| gguf_files(&folder.join("adapters")))
        .collect()
}

/// Every model file that is found, in the order in which they are preferred; of a model in several files the first,
/// though it may be missing.
#[must_use]
pub fn installed_models(places: &ModelPlaces) -> Vec<PathBuf> {
    let mut found = gguf_files(&places.data.join("models"));
    // The cache folder is shared with tests and tools, so only the starter model is taken from it.
    found
        .extend(Some(places.cache.join(&KnownModel::starter().file)).filter(|path| path.is_file()));
    if let Some(share) = &places.share {
        found.extend(gguf_files(share));
    }
    let in_place = ModelIndex::load(&places.data).in_place;
    // One on a stick that is not plugged in is not there.
    found.extend(in_place.into_iter().filter(|path| path.is_file()));
    found
}

fn gguf_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("gguf"))
                && path.is_file()
        })
        .map(|path| first_part(&path))
        .collect();
    files.sort();
    files.dedup();
    files
}
