//! Which model file a question goes to: checked and hashed at the first call, remembered after it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sanad_domain::{Language, Sha256Hex};
use sanad_engine_client::{ModelFile, WeightLayout};
use sanad_models::{
    EngineWish, InstalledModel, Layout, ModelFiles, ModelIndex, ModelPlaces, installed_with_hash,
};

use crate::ChatError;
use crate::chat::lock;

/// What is asked in place of the default.
#[derive(Clone, Debug, Default)]
pub struct NamedModel {
    /// The model's file; `None` for the default.
    pub model: Option<PathBuf>,
    /// An adapter beside it; `None` for the model as it is.
    pub adapter: Option<PathBuf>,
}

impl From<Option<PathBuf>> for NamedModel {
    fn from(model: Option<PathBuf>) -> Self {
        Self {
            model,
            adapter: None,
        }
    }
}

/// The models that were asked so far.
pub(crate) struct ModelChoice {
    places: ModelPlaces,
    named: NamedModel,
    /// As the models that are known are run; another wish comes with [`ModelChoice::run_as`].
    wish: std::sync::Mutex<EngineWish>,
    known: tokio::sync::Mutex<HashMap<Wanted, Arc<InstalledModel>>>,
}

/// Which model is asked for.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Wanted {
    /// The usual one, for questions in a language if that is known.
    Usual(Option<Language>),
    /// The one with a hash.
    WithHash(Sha256Hex),
}

impl ModelChoice {
    pub(crate) fn new(places: ModelPlaces, named: NamedModel) -> Self {
        Self {
            places,
            named,
            wish: std::sync::Mutex::default(),
            known: tokio::sync::Mutex::default(),
        }
    }

    /// The model that is named, else the default.
    pub(crate) async fn usual(&self) -> Result<Arc<InstalledModel>, ChatError> {
        self.find(Wanted::Usual(None)).await
    }

    /// The model that is named, else that of a language, else the default.
    pub(crate) async fn usual_in(
        &self,
        language: Option<Language>,
    ) -> Result<Arc<InstalledModel>, ChatError> {
        let model = self.find(Wanted::Usual(language)).await?;
        // One file that is asked for in two ways is loaded once.
        let usual = self.usual().await;
        Ok(usual
            .ok()
            .filter(|usual| usual.stamp == model.stamp)
            .unwrap_or(model))
    }

    /// With a wish from the start.
    pub(crate) fn wishing(self, wish: EngineWish) -> Self {
        *lock(&self.wish) = wish;
        self
    }

    /// Runs the models like this from now on: they are looked at anew, and so may need another process.
    pub(crate) async fn run_as(&self, wish: EngineWish) {
        let mut known = self.known.lock().await;
        *lock(&self.wish) = wish;
        known.clear();
    }

    pub(crate) fn wish(&self) -> EngineWish {
        *lock(&self.wish)
    }

    /// Forgets what is known: the files may be others when they are asked for next.
    pub(crate) async fn forget(&self) {
        self.known.lock().await.clear();
    }

    /// The model that a conversation has of its own.
    pub(crate) async fn with_hash(
        &self,
        sha256: &Sha256Hex,
    ) -> Result<Arc<InstalledModel>, ChatError> {
        // The usual one may be a file that was named, which is not among the installed ones; and one file that is
        // asked for in two ways is loaded once.
        if let Ok(usual) = self.usual().await
            && usual.stamp.sha256 == *sha256
        {
            return Ok(usual);
        }
        self.find(Wanted::WithHash(sha256.clone())).await
    }

    /// The file of the adapter that belongs to it, if one does.
    pub(crate) fn adapter(model: &InstalledModel) -> Option<&Path> {
        model.adapter.as_ref().map(|adapter| adapter.path.as_path())
    }

    async fn find(&self, wanted: Wanted) -> Result<Arc<InstalledModel>, ChatError> {
        let mut known = self.known.lock().await;
        if let Some(model) = known.get(&wanted) {
            return Ok(Arc::clone(model));
        }
        let (places, named, asked) = (self.places.clone(), self.named.clone(), wanted.clone());
        let wish = self.wish();
        let read = move || read(&places, named, &asked, wish);
        let model = tokio::task::spawn_blocking(read)
            .await
            .expect("reading a header never panics")?;
        known.insert(wanted, Arc::clone(&model));
        Ok(model)
    }
}

/// A model as the engine wants it.
#[must_use]
pub fn model_file(model: &InstalledModel) -> ModelFile {
    // Without a wish and with room the engine's own choice is the same, and costs no other process.
    let is_said = model.fit.context_is_cut || model.wish.context_tokens.is_some();
    let context = is_said.then_some(model.fit.context_tokens);
    let fastest = model.layout;
    let threads = model.wish.threads;
    ModelFile {
        threads: threads.or_else(|| fastest.map(|fastest| fastest.threads)),
        layout: match fastest.map(|fastest| fastest.layout) {
            Some(Layout::AsStored) => WeightLayout::AsStored,
            Some(Layout::Repacked) | None => WeightLayout::Repacked,
        },
        context_tokens: context.and_then(|tokens| u32::try_from(tokens).ok()),
        further_parts: model.facts.further_parts.clone(),
        adapters: ModelChoice::adapter(model)
            .map(Path::to_owned)
            .into_iter()
            .collect(),
        ..ModelFile::new(&model.facts.path)
    }
}

fn read(
    places: &ModelPlaces,
    named: NamedModel,
    wanted: &Wanted,
    wish: EngineWish,
) -> Result<Arc<InstalledModel>, ChatError> {
    let mut index = ModelIndex::load(&places.data);
    let files = match wanted {
        Wanted::Usual(language) => ModelFiles {
            model: match language {
                Some(language) => places.choose_for(named.model.as_deref(), *language)?,
                None => places.choose(named.model.as_deref())?,
            },
            adapter: named.adapter,
        },
        Wanted::WithHash(sha256) => installed_with_hash(places, &mut index, sha256)
            .ok_or_else(|| ChatError::ModelGone(sha256.clone()))?,
    };
    let model = InstalledModel::read_files(&files, &mut index)?;
    index.keep_hashes(&places.data);
    Ok(Arc::new(model.wished(wish)))
}
