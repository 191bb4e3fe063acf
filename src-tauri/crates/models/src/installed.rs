//! A model that is ready to be handed to an engine.

use std::path::Path;

use sanad_domain::{Language, ModelStamp};

use crate::{
    AdapterFacts, Fit, KnownModel, MeasuredLayout, MemoryFit, ModelError, ModelFacts, ModelFiles,
    ModelIndex, available_memory, inspect, known_model, this_machine,
};

/// A checked model file with its hash.
#[derive(Clone, Debug, PartialEq)]
pub struct InstalledModel {
    /// What its header says.
    pub facts: ModelFacts,
    /// The adapter that changes it, if there is one; name and hash of `stamp` are those of both then.
    pub adapter: Option<AdapterFacts>,
    /// What its answers are marked with.
    pub stamp: ModelStamp,
    /// The memory it takes, beside what was free when it was looked at.
    pub fit: MemoryFit,
    /// What has to be said of it.
    pub notices: Vec<ModelNotice>,
    /// The layout that is the fastest on this machine, if that is known.
    pub layout: Option<MeasuredLayout>,
    /// What somebody has set of how it is run; what is not set is the app's choice.
    pub wish: EngineWish,
    languages: Option<Vec<Language>>,
}

/// How a model is to be run; `None` leaves it to the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EngineWish {
    /// Compute threads.
    pub threads: Option<u32>,
    /// Tokens of context; fewer are taken where the model was trained with fewer or memory lacks.
    pub context_tokens: Option<u32>,
}

/// What has to be said of a model, in the header and beside each of its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelNotice {
    /// It was made for English alone.
    EnglishOnly,
    /// It must not be relied on for patients.
    NotForClinicalUse,
}

impl InstalledModel {
    /// Checks the header and the memory it needs, and hashes its files unless the index knows the hashes.
    ///
    /// # Errors
    /// Every [`ModelError`] but `NoneInstalled`.
    pub fn read(path: &Path, index: &mut ModelIndex) -> Result<Self, ModelError> {
        let facts = inspect(path)?;
        let fit = fit_of(&facts)?;
        let sha256 = index.sha256_of_model(facts.files())?;
        // What is known of a model holds for what was made of it here.
        let original = facts.prepared_from.as_ref();
        let known = known_model(&sha256).or_else(|| original.and_then(known_model));
        let name = known.map_or_else(|| facts.name.clone(), |known| known.name.clone());
        Ok(Self {
            layout: index.layout(&sha256, this_machine()),
            stamp: ModelStamp { name, sha256 },
            notices: known.map(ModelNotice::of).unwrap_or_default(),
            languages: known.map(|known| known.languages.clone()),
            adapter: None,
            wish: EngineWish::default(),
            facts,
            fit,
        })
    }

    /// As [`Self::read`], with the adapter that is named beside the model, if one is.
    ///
    /// # Errors
    /// As [`Self::read`] and [`Self::with_adapter`].
    pub fn read_files(files: &ModelFiles, index: &mut ModelIndex) -> Result<Self, ModelError> {
        let model = Self::read(&files.model, index)?;
        match &files.adapter {
            Some(adapter) => model.with_adapter(adapter, index),
            None => Ok(model),
        }
    }

    /// The model with the adapter at `path` beside it, which makes it another model by name and hash.
    ///
    /// # Errors
    /// [`ModelError::NoAdapter`], [`ModelError::AdapterForeign`], and those of [`Self::read`].
    pub fn with_adapter(self, path: &Path, index: &mut ModelIndex) -> Result<Self, ModelError> {
        let adapter = AdapterFacts::read(path, &self.facts)?;
        let mut both = self.facts.clone();
        both.weight_bytes = both.weight_bytes.saturating_add(adapter.weight_bytes);
        let fit = fit_of(&both)?;
        let files = self.facts.files().chain([path]);
        let stamp = ModelStamp {
            sha256: index.sha256_of_model(files)?,
            name: format!("{} + {}", self.stamp.name, adapter.name),
        };
        Ok(Self {
            adapter: Some(adapter),
            stamp,
            fit,
            ..self
        })
    }

    /// The model, to be run as somebody wishes.
    #[must_use]
    pub fn wished(self, wish: EngineWish) -> Self {
        let fit = match wish.context_tokens {
            None => self.fit,
            Some(tokens) => {
                let mut both = self.facts.clone();
                let adapter = self
                    .adapter
                    .as_ref()
                    .map_or(0, |adapter| adapter.weight_bytes);
                both.weight_bytes = both.weight_bytes.saturating_add(adapter);
                MemoryFit::wanting(&both, self.fit.available, u64::from(tokens))
            }
        };
        Self { wish, fit, ..self }
    }

    /// Whether it is known not to speak a language; what is not known is not held against it.
    #[must_use]
    pub fn lacks(&self, language: Language) -> bool {
        self.languages
            .as_ref()
            .is_some_and(|languages| !languages.contains(&language))
    }
}

fn fit_of(facts: &ModelFacts) -> Result<MemoryFit, ModelError> {
    // Where the system does not say how much is free, the kernel will.
    let fit = MemoryFit::of(facts, available_memory().unwrap_or(u64::MAX));
    if fit.verdict == Fit::WillNotFit {
        return Err(ModelError::TooLargeForMemory {
            path: facts.path.clone(),
            needed: fit.need.total(),
            available: fit.available,
            smaller: fit.smaller,
        });
    }
    Ok(fit)
}

impl ModelNotice {
    /// What has to be said of a known model.
    #[must_use]
    pub fn of(model: &KnownModel) -> Vec<Self> {
        let mut notices = Vec::new();
        if model.languages == [Language::English] {
            notices.push(Self::EnglishOnly);
        }
        if !model.clinical_use {
            notices.push(Self::NotForClinicalUse);
        }
        notices
    }
}
