//! Which model file a question goes to: checked and hashed at the first call, remembered after it.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use sanad_domain::Sha256Hex;
use sanad_engine_client::{ModelFile, WeightLayout};
use sanad_models::{InstalledModel, Layout, ModelIndex, ModelPlaces, installed_with_hash};

use crate::ChatError;

/// The models that were asked so far.
pub(crate) struct ModelChoice {
    places: ModelPlaces,
    named: Option<PathBuf>,
    /// By hash; `None` is the usual one.
    known: tokio::sync::Mutex<HashMap<Option<Sha256Hex>, Arc<InstalledModel>>>,
}

impl ModelChoice {
    pub(crate) fn new(places: ModelPlaces, named: Option<PathBuf>) -> Self {
        Self {
            places,
            named,
            known: tokio::sync::Mutex::default(),
        }
    }

    /// The model that is named, else the default.
    pub(crate) async fn usual(&self) -> Result<Arc<InstalledModel>, ChatError> {
        self.find(None).await
    }

    /// The model that a conversation has of its own.
    pub(crate) async fn with_hash(
        &self,
        sha256: &Sha256Hex,
    ) -> Result<Arc<InstalledModel>, ChatError> {
        self.find(Some(sha256.clone())).await
    }

    /// As the engine wants it.
    pub(crate) fn file(model: &InstalledModel) -> ModelFile {
        let shorter = model.fit.context_is_cut.then_some(model.fit.context_tokens);
        let fastest = model.layout;
        ModelFile {
            threads: fastest.map(|fastest| fastest.threads),
            layout: match fastest.map(|fastest| fastest.layout) {
                Some(Layout::AsStored) => WeightLayout::AsStored,
                Some(Layout::Repacked) | None => WeightLayout::Repacked,
            },
            context_tokens: shorter.and_then(|tokens| u32::try_from(tokens).ok()),
            ..ModelFile::new(&model.facts.path)
        }
    }

    async fn find(&self, sha256: Option<Sha256Hex>) -> Result<Arc<InstalledModel>, ChatError> {
        let mut known = self.known.lock().await;
        if let Some(model) = known.get(&sha256) {
            return Ok(Arc::clone(model));
        }
        let (places, named, wanted) = (self.places.clone(), self.named.clone(), sha256.clone());
        let read = move || read(&places, named, wanted.as_ref());
        let model = tokio::task::spawn_blocking(read)
            .await
            .expect("reading a header never panics")?;
        known.insert(sha256, Arc::clone(&model));
        Ok(model)
    }
}

fn read(
    places: &ModelPlaces,
    named: Option<PathBuf>,
    wanted: Option<&Sha256Hex>,
) -> Result<Arc<InstalledModel>, ChatError> {
    let mut index = ModelIndex::load(&places.data);
    let path = match wanted {
        None => places.choose(named.as_deref())?,
        Some(sha256) => installed_with_hash(places, &mut index, sha256)
            .ok_or_else(|| ChatError::ModelGone(sha256.clone()))?,
    };
    let model = InstalledModel::read(&path, &mut index)?;
    // A hash that cannot be remembered is computed again next time.
    let _ = index.save(&places.data);
    Ok(Arc::new(model))
}
