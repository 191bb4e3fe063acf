//! The catalogue: models worth having that can be obtained on another computer, each fact with its source.
//!
//! It must never say what has no source. A fact that nobody was found to state is absent, and a file whose hash was
//! not found is identified as nothing.

mod checks;
mod figures;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{fs, io};

use sanad_domain::{Language, Sha256Hex};
use serde::Deserialize;

pub use figures::Figure;

use crate::fit::{ENGINE_BYTES, VERSIONS};

/// Models that can be obtained elsewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    version: u32,
    /// What the licences that are named permit.
    #[serde(default, rename = "licence")]
    pub licences: Vec<Licence>,
    /// The models, in the order in which they are shown.
    #[serde(default, rename = "model")]
    pub models: Vec<CatalogueModel>,
}

/// A licence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// As publishers name it.
    pub id: String,
    /// What it permits.
    pub permits: Permits,
    /// The address of its text.
    pub source: String,
}

/// What a licence permits, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Permits {
    /// Any use, in a paying practice too.
    AnyUse,
    /// Use in a paying practice under conditions of its own.
    Conditions,
    /// No use that earns money.
    NonCommercial,
    /// Research and trying out only.
    Research,
}

/// A model with what is known of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueModel {
    /// Names it in the catalogue.
    pub id: String,
    /// The publisher's name for it.
    pub name: String,
    /// What it was made for.
    pub purpose: Purpose,
    /// Who published it.
    pub publisher: String,
    /// Where name and publisher stand.
    pub source: String,
    /// Number of weights.
    pub parameters: Option<Count>,
    /// Weights that a token passes through, of a mixture of experts.
    pub active_parameters: Option<Count>,
    /// Its licence.
    pub licence: Option<LicenceStatement>,
    /// Languages that its publisher names, of those that the app speaks.
    pub languages: Option<LanguageStatement>,
    /// Its names in `published_scores.json`.
    #[serde(default)]
    pub published_as: Vec<String>,
    /// Files that it can be had in.
    #[serde(default, rename = "file")]
    pub files: Vec<CatalogueFile>,
}

/// What a model was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Medicine.
    Medical,
    /// Anything.
    General,
}

/// A number with its source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The number, as exact as the source is.
    pub count: u64,
    /// Where it stands.
    pub source: String,
}

/// A licence with its source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenceStatement {
    /// One of the catalogue's licences.
    pub id: String,
    /// Where it stands.
    pub source: String,
}

/// Languages with their source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageStatement {
    /// The languages.
    pub codes: Vec<Language>,
    /// Where they stand.
    pub source: String,
}

/// A file to carry here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogueFile {
    /// `owner/name` on huggingface.co.
    pub repository: String,
    /// The commit of the repository that size and hash are those of; the newest where none is named.
    pub revision: Option<String>,
    /// The file's name.
    pub name: String,
    /// How its weights are written, for instance `Q4_K_M`.
    pub quantisation: String,
    /// Its exact size.
    pub bytes: Option<u64>,
    /// Its size as the repository's page says it, for instance `4.92 GB`.
    pub size: Option<String>,
    /// Its hash.
    pub sha256: Option<Sha256Hex>,
    /// Where all this stands.
    pub source: String,
}

/// What the catalogue says of a file that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// It has the hash of a file in the catalogue.
    Same,
    /// It has the name of such a file and another hash.
    Different,
    /// Nothing that it could be told by.
    Unknown,
}

/// Why a catalogue is not read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The file cannot be read.
    #[error("could not read {path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is not in the catalogue's form.
    #[error("line {line}: {detail}")]
    Form {
        /// The line at fault, counted from 1; 0 where none is.
        line: usize,
        /// What the reader of TOML says.
        detail: String,
    },
    /// It is in the form and cannot be right.
    #[error("`{entry}`: {detail}")]
    Unsound {
        /// The model, the file or the licence.
        entry: String,
        /// What is wrong with it.
        detail: &'static str,
    },
}

impl Catalogue {
    /// The catalogue that comes with the app.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static BUNDLED: LazyLock<Catalogue> = LazyLock::new(|| {
            Catalogue::parse(include_str!("../../../../models/catalogue.toml"))
                .expect("models/catalogue.toml is part of the build and read by a test")
        });
        &BUNDLED
    }

    /// The app's catalogue, and before it the one that a clinic has put beside its models, as `catalogue.toml`.
    ///
    /// # Errors
    /// [`CatalogueError`] of the clinic's own.
    pub fn with_own(models_folder: &Path) -> Result<Self, CatalogueError> {
        let path = models_folder.join("catalogue.toml");
        let bundled = Self::bundled();
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Self::read(&text, &bundled.licences)?.before(bundled)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(bundled.clone()),
            Err(source) => Err(CatalogueError::Io { path, source }),
        }
    }

    /// Reads a catalogue and checks that it can be right.
    ///
    /// # Errors
    /// [`CatalogueError::Form`] and [`CatalogueError::Unsound`].
    pub fn parse(text: &str) -> Result<Self, CatalogueError> {
        Self::read(text, &[])
    }

    fn read(text: &str, known_licences: &[Licence]) -> Result<Self, CatalogueError> {
        let catalogue: Self = toml::from_str(text).map_err(|error| CatalogueError::Form {
            line: line_of(text, error.span().map(|span| span.start)),
            detail: error.message().to_owned(),
        })?;
        let licences = catalogue.licences.iter().chain(known_licences);
        let licences = licences.map(|licence| licence.id.as_str()).collect();
        checks::check(&catalogue, &licences)?;
        Ok(catalogue)
    }

    /// The licence of a model, if it is known.
    #[must_use]
    pub fn licence_of(&self, model: &CatalogueModel) -> Option<&Licence> {
        let id = &model.licence.as_ref()?.id;
        self.licences.iter().find(|licence| &licence.id == id)
    }

    /// What is said of a file by its name and its hash.
    #[must_use]
    pub fn identify(&self, name: &str, sha256: &Sha256Hex) -> Identity {
        let files = || self.models.iter().flat_map(|model| &model.files);
        if files().any(|file| file.sha256.as_ref() == Some(sha256)) {
            return Identity::Same;
        }
        let mut of_its_name = files().filter(|file| file.name == name).peekable();
        let is_named = of_its_name.peek().is_some();
        if is_named && of_its_name.all(|file| file.sha256.is_some()) {
            Identity::Different
        } else {
            Identity::Unknown
        }
    }

    /// With the entries of another behind its own; what it has itself stays.
    fn before(mut self, other: &Self) -> Self {
        let models: HashSet<_> = self.models.iter().map(|model| model.id.clone()).collect();
        let licences = self.licences.iter().map(|licence| licence.id.clone());
        let licences: HashSet<_> = licences.collect();
        let further = other.models.iter();
        let further = further.filter(|model| !models.contains(&model.id));
        self.models.extend(further.cloned());
        let further = other.licences.iter();
        let further = further.filter(|licence| !licences.contains(&licence.id));
        self.licences.extend(further.cloned());
        self
    }
}

impl CatalogueModel {
    /// Whether a file of it is named with its size, so that somebody can fetch it and know what they carry.
    #[must_use]
    pub fn can_be_fetched(&self) -> bool {
        self.files.iter().any(|file| file.size_in_bytes().is_some())
    }

    /// Bytes of memory that it takes in each of the usual formats, the best first; empty where its size is not known.
    ///
    /// An estimate: the weights by the bits that llama.cpp writes them in, and an eighth more for a conversation.
    #[must_use]
    pub fn memory_by_quantisation(&self) -> Vec<(&'static str, u64)> {
        let Some(parameters) = &self.parameters else {
            return Vec::new();
        };
        let versions = VERSIONS.iter();
        versions
            .map(|(name, bits)| (*name, with_conversation(parameters.count / 800 * bits)))
            .collect()
    }
}

impl CatalogueFile {
    /// The page of its repository, where it can be downloaded with any browser.
    #[must_use]
    pub fn address(&self) -> String {
        let revision = self.revision.as_deref().unwrap_or("main");
        let (repository, name) = (&self.repository, &self.name);
        format!("https://huggingface.co/{repository}/resolve/{revision}/{name}")
    }

    /// Its size, exact or as the page says it; `None` where it is not known.
    #[must_use]
    pub fn size_in_bytes(&self) -> Option<u64> {
        self.bytes.or_else(|| bytes_said(self.size.as_deref()?))
    }

    /// Bytes of memory that it takes, estimated as in [`CatalogueModel::memory_by_quantisation`].
    #[must_use]
    pub fn memory(&self) -> Option<u64> {
        self.size_in_bytes().map(with_conversation)
    }
}

/// Key-value cache and activations take between a twentieth and a seventh of the weights with the usual context.
fn with_conversation(weights: u64) -> u64 {
    weights
        .saturating_add(weights / 8)
        .saturating_add(ENGINE_BYTES)
}

/// The bytes of a size in decimal units, for instance `4.92 GB`.
fn bytes_said(size: &str) -> Option<u64> {
    let (number, unit) = size.split_once(' ')?;
    let unit: u64 = match unit {
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        _ => return None,
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut bytes = whole.parse::<u64>().ok()?.checked_mul(unit)?;
    let mut place = unit;
    for digit in fraction.chars() {
        place /= 10;
        bytes = bytes.checked_add(u64::from(digit.to_digit(10)?) * place)?;
    }
    Some(bytes)
}

/// The line of a place in a text, counted from 1; 0 for no place.
fn line_of(text: &str, place: Option<usize>) -> usize {
    let before = place.and_then(|place| text.get(..place));
    before.map_or(0, |before| before.matches('\n').count() + 1)
}
