//! Models that this version of the app knows by their hash.

use std::sync::LazyLock;

use sanad_domain::{Language, Sha256Hex};
use serde::Deserialize;

/// What is known of a file beyond its own header.
#[derive(Clone, Debug, Deserialize)]
pub struct KnownModel {
    /// The name to show.
    pub name: String,
    /// The file's name as it comes.
    pub file: String,
    /// Its hash.
    pub sha256: Sha256Hex,
    /// Languages that it can be asked in.
    pub languages: Vec<Language>,
    /// Whether its publisher or anybody we can cite finds it fit for clinical use.
    pub clinical_use: bool,
}

impl KnownModel {
    /// The starter model that comes with the app.
    #[must_use]
    pub fn starter() -> &'static Self {
        static STARTER: LazyLock<KnownModel> = LazyLock::new(|| {
            serde_json::from_str(include_str!("../../../../models/starter.json"))
                .expect("models/starter.json is part of the build and read by a test")
        });
        &STARTER
    }
}

/// The model with this hash, if it is a known one.
#[must_use]
pub fn known_model(sha256: &Sha256Hex) -> Option<&'static KnownModel> {
    Some(KnownModel::starter()).filter(|starter| &starter.sha256 == sha256)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_speaks_english_only_and_is_not_for_clinical_use() {
        let starter = known_model(&KnownModel::starter().sha256).expect("it knows itself");
        assert_eq!(starter.languages, [Language::English]);
        assert!(!starter.clinical_use);
        assert_eq!(starter.sha256.0.len(), 64);
    }
}
