//! A model that is ready to be handed to an engine.

use std::path::Path;

use sanad_domain::{Language, ModelStamp};

use crate::{
    Fit, KnownModel, MeasuredLayout, MemoryFit, ModelError, ModelFacts, ModelIndex,
    available_memory, inspect, known_model, this_machine,
};

/// A checked model file with its hash.
#[derive(Clone, Debug, PartialEq)]
pub struct InstalledModel {
    /// What its header says.
    pub facts: ModelFacts,
    /// What its answers are marked with.
    pub stamp: ModelStamp,
    /// The memory it takes, beside what was free when it was looked at.
    pub fit: MemoryFit,
    /// What has to be said of it.
    pub notices: Vec<ModelNotice>,
    /// The layout that is the fastest on this machine, if that is known.
    pub layout: Option<MeasuredLayout>,
    languages: Option<Vec<Language>>,
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
    /// Checks the header and the memory it needs, and hashes the file unless the index knows the hash.
    ///
    /// # Errors
    /// Every [`ModelError`] but `NoneInstalled`.
    pub fn read(path: &Path, index: &mut ModelIndex) -> Result<Self, ModelError> {
        let facts = inspect(path)?;
        // Where the system does not say how much is free, the kernel will.
        let fit = MemoryFit::of(&facts, available_memory().unwrap_or(u64::MAX));
        if fit.verdict == Fit::WillNotFit {
            return Err(ModelError::TooLargeForMemory {
                path: path.to_owned(),
                needed: fit.need.total(),
                available: fit.available,
                smaller: fit.smaller,
            });
        }
        let sha256 = index.sha256(path)?;
        // What is known of a model holds for what was made of it here.
        let original = facts.prepared_from.as_ref();
        let known = known_model(&sha256).or_else(|| original.and_then(known_model));
        let name = known.map_or_else(|| facts.name.clone(), |known| known.name.clone());
        Ok(Self {
            layout: index.layout(&sha256, this_machine()),
            stamp: ModelStamp { name, sha256 },
            notices: known.map(ModelNotice::of).unwrap_or_default(),
            languages: known.map(|known| known.languages.clone()),
            facts,
            fit,
        })
    }

    /// Whether it is known not to speak a language; what is not known is not held against it.
    #[must_use]
    pub fn lacks(&self, language: Language) -> bool {
        self.languages
            .as_ref()
            .is_some_and(|languages| !languages.contains(&language))
    }
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
