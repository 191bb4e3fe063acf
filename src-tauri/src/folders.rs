//! Which folders belong to Sanad on this system.

use std::path::PathBuf;

use directories::{BaseDirs, ProjectDirs};
use sanad_models::ModelPlaces;

use crate::error::ShellError;

/// Where data, models and the engine lie.
#[derive(Clone, Debug)]
pub(crate) struct Folders {
    /// Conversations, keys, preferences, installed models.
    pub(crate) data: PathBuf,
    /// The starter model.
    pub(crate) model_cache: PathBuf,
    /// Models that came with a package.
    pub(crate) share: Option<PathBuf>,
}

impl Folders {
    /// The platform's folders, with `data_dir` in place of the data folder if one is given.
    pub(crate) fn find(data_dir: Option<PathBuf>) -> Result<Self, ShellError> {
        let base = BaseDirs::new().ok_or(ShellError::NoDataFolder)?;
        let data = match data_dir {
            Some(folder) => std::path::absolute(&folder).map_err(|_| ShellError::NoDataFolder)?,
            None => ProjectDirs::from("org", "sanad", "sanad")
                .ok_or(ShellError::NoDataFolder)?
                .data_dir()
                .to_owned(),
        };
        // On Linux always under ~/.cache, whatever XDG_CACHE_HOME says: the recipe puts it there.
        let cache = if cfg!(target_os = "linux") {
            base.home_dir().join(".cache")
        } else {
            base.cache_dir().to_owned()
        };
        Ok(Self {
            data,
            model_cache: cache.join("sanad").join("models"),
            share: installed_share(),
        })
    }

    /// Where models are looked for.
    pub(crate) fn model_places(&self) -> ModelPlaces {
        ModelPlaces {
            data: self.data.clone(),
            cache: self.model_cache.clone(),
            share: self.share.clone(),
        }
    }
}

/// `../share/sanad/models` beside the folder of the executable, as packages lay it.
fn installed_share() -> Option<PathBuf> {
    let executable = std::env::current_exe().ok()?;
    let share = executable
        .parent()?
        .parent()?
        .join("share")
        .join("sanad")
        .join("models");
    Some(share).filter(|folder| folder.is_dir())
}
