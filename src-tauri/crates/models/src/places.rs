//! Where model files lie, and which of them is asked when none is named.

use std::fs;
use std::path::{Path, PathBuf};

use sanad_domain::Sha256Hex;

use crate::{KnownModel, ModelError, ModelIndex};

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
                Ok(path.to_owned())
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
}

/// The installed file with this hash. Files whose hash is not known yet are read for it.
#[must_use]
pub fn installed_with_hash(
    places: &ModelPlaces,
    index: &mut ModelIndex,
    sha256: &Sha256Hex,
) -> Option<PathBuf> {
    installed_models(places)
        .into_iter()
        .find(|path| index.sha256(path).is_ok_and(|hash| hash == *sha256))
}

/// Every model file that is found, in the order in which they are preferred.
#[must_use]
pub fn installed_models(places: &ModelPlaces) -> Vec<PathBuf> {
    let mut found = gguf_files(&places.data.join("models"));
    // The cache folder is shared with tests and tools, so only the starter model is taken from it.
    found
        .extend(Some(places.cache.join(&KnownModel::starter().file)).filter(|path| path.is_file()));
    if let Some(share) = &places.share {
        found.extend(gguf_files(share));
    }
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
        .collect();
    files.sort();
    files
}
