//! `models/index.json`: which model is the default, and what need not be found out again: hashes, fastest layouts.
//!
//! Plain on the disk: it holds paths and hashes, never clinical text.

mod on_disk;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sanad_domain::{Language, Sha256Hex};
use serde::{Deserialize, Serialize};

use crate::hash::combined;
use crate::{MeasuredLayout, ModelError, sha256_of};

/// The content of `models/index.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ModelIndex {
    /// The model that questions go to when none is named.
    #[serde(default)]
    pub default: Option<PathBuf>,
    /// Models that questions in a language go to in place of the default.
    #[serde(default)]
    language_defaults: Vec<LanguageDefault>,
    /// Models that are used where they lie.
    #[serde(default)]
    pub(crate) in_place: Vec<PathBuf>,
    /// A folder whose models are offered.
    #[serde(default)]
    pub watched: Option<PathBuf>,
    /// What was imported; it is loaded only as long as it is the same.
    #[serde(default)]
    imported: Vec<ImportedFile>,
    /// Files whose hash is known as long as size and time stay.
    #[serde(default)]
    hashed: Vec<HashedFile>,
    /// Which layout is the fastest, for each model that was measured.
    #[serde(default)]
    layouts: Vec<KnownLayout>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct KnownLayout {
    sha256: Sha256Hex,
    machine: String,
    fastest: MeasuredLayout,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct LanguageDefault {
    language: Language,
    path: PathBuf,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ImportedFile {
    path: PathBuf,
    bytes: u64,
    sha256: Sha256Hex,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct HashedFile {
    path: PathBuf,
    bytes: u64,
    modified_nanoseconds: u64,
    sha256: Sha256Hex,
}

impl ModelIndex {
    /// The hash that stands for a model in these files: the file's own, or one over the hashes of all in their order.
    ///
    /// # Errors
    /// [`ModelError::Io`] when a file cannot be read.
    pub fn sha256_of_model<'file>(
        &mut self,
        files: impl IntoIterator<Item = &'file Path>,
    ) -> Result<Sha256Hex, ModelError> {
        let hashes = files.into_iter().map(|file| self.sha256(file));
        Ok(combined(&hashes.collect::<Result<Vec<_>, _>>()?))
    }

    /// The fastest layout of a model on a machine, if it was measured there.
    #[must_use]
    pub fn layout(&self, sha256: &Sha256Hex, machine: &str) -> Option<MeasuredLayout> {
        let known = self.layouts.iter();
        let known = known.filter(|known| known.sha256 == *sha256 && known.machine == machine);
        known.map(|known| known.fastest).next_back()
    }

    /// Remembers what was measured, in place of what was before.
    pub fn keep_layout(&mut self, sha256: &Sha256Hex, machine: &str, fastest: MeasuredLayout) {
        self.layouts
            .retain(|known| known.sha256 != *sha256 || known.machine != machine);
        self.layouts.push(KnownLayout {
            sha256: sha256.clone(),
            machine: machine.to_owned(),
            fastest,
        });
    }

    /// The hash of a file: the remembered one if size and time are as they were, else computed and remembered.
    ///
    /// # Errors
    /// [`ModelError::Io`] when the file cannot be read, [`ModelError::Changed`] when it was imported and is another now.
    pub fn sha256(&mut self, path: &Path) -> Result<Sha256Hex, ModelError> {
        let present = Standing::of(path)?;
        let imported = self.imported.iter().find(|file| file.path == path);
        let imported = imported.map(|file| (file.bytes, file.sha256.clone()));
        let changed = || ModelError::Changed {
            path: path.to_owned(),
        };
        // A file of another size needs no reading.
        if imported
            .as_ref()
            .is_some_and(|(bytes, _)| *bytes != present.bytes)
        {
            return Err(changed());
        }
        let sha256 = match self.remembered(path, &present) {
            Some(sha256) => sha256.clone(),
            None => sha256_of(path)?,
        };
        self.remember(path, &present, &sha256);
        match imported {
            Some((_, expected)) if expected != sha256 => Err(changed()),
            _ => Ok(sha256),
        }
    }

    /// The hash of a file if it need not be read for it.
    #[must_use]
    pub fn known_sha256(&self, path: &Path) -> Option<Sha256Hex> {
        let present = Standing::of(path).ok()?;
        self.remembered(path, &present).cloned()
    }

    /// Whether a file was imported, so that it is watched for changes.
    #[must_use]
    pub fn is_imported(&self, path: &Path) -> bool {
        self.imported.iter().any(|file| file.path == path)
    }

    /// Takes a file as it is now for the one that was imported, its hash having been taken just now.
    ///
    /// # Errors
    /// [`ModelError::Io`] when the file is not there.
    pub fn note_import(&mut self, path: &Path, sha256: &Sha256Hex) -> Result<(), ModelError> {
        let present = Standing::of(path)?;
        self.remember(path, &present, sha256);
        self.imported.retain(|file| file.path != path);
        self.imported.push(ImportedFile {
            path: path.to_owned(),
            bytes: present.bytes,
            sha256: sha256.clone(),
        });
        Ok(())
    }

    /// Uses a model where it lies.
    pub fn use_in_place(&mut self, path: &Path) {
        self.in_place.retain(|known| known != path);
        self.in_place.push(path.to_owned());
    }

    /// The model that questions in a language go to, if it has one of its own.
    #[must_use]
    pub fn default_for(&self, language: Language) -> Option<&Path> {
        let defaults = self.language_defaults.iter();
        let mut of_it = defaults.filter(|default| default.language == language);
        of_it.next().map(|default| default.path.as_path())
    }

    /// Lets questions in a language go to a model, or to the default again.
    pub fn set_default_for(&mut self, language: Language, path: Option<&Path>) {
        self.language_defaults
            .retain(|default| default.language != language);
        let default = path.map(|path| LanguageDefault {
            language,
            path: path.to_owned(),
        });
        self.language_defaults.extend(default);
    }

    /// Forgets everything that is known of a file, which has gone or is not used any more.
    pub fn forget(&mut self, path: &Path) {
        self.default = self.default.take().filter(|default| default != path);
        self.language_defaults
            .retain(|default| default.path != path);
        self.in_place.retain(|known| known != path);
        self.imported.retain(|file| file.path != path);
        self.hashed.retain(|file| file.path != path);
    }

    fn remembered(&self, path: &Path, present: &Standing) -> Option<&Sha256Hex> {
        let file = self.hashed.iter().find(|file| {
            file.path == path
                && file.bytes == present.bytes
                && file.modified_nanoseconds == present.modified_nanoseconds
        });
        file.map(|file| &file.sha256)
    }

    fn remember(&mut self, path: &Path, present: &Standing, sha256: &Sha256Hex) {
        self.hashed.retain(|file| file.path != path);
        self.hashed.push(HashedFile {
            path: path.to_owned(),
            bytes: present.bytes,
            modified_nanoseconds: present.modified_nanoseconds,
            sha256: sha256.clone(),
        });
    }
}

/// How a file lies on the disk, by which it is seen that it was written again.
struct Standing {
    bytes: u64,
    modified_nanoseconds: u64,
}

impl Standing {
    fn of(path: &Path) -> Result<Self, ModelError> {
        let failed = |source| ModelError::Io {
            operation: "read",
            path: path.to_owned(),
            source,
        };
        let metadata = fs::metadata(path).map_err(failed)?;
        let modified = metadata.modified().map_err(failed)?;
        let since = modified.duration_since(UNIX_EPOCH).unwrap_or_default();
        Ok(Self {
            bytes: metadata.len(),
            modified_nanoseconds: u64::try_from(since.as_nanos()).unwrap_or(u64::MAX),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_hashed_again() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let file = folder.path().join("a.gguf");
        fs::write(&file, "one").expect("the folder is ours");
        let mut index = ModelIndex::default();
        let one = index.sha256(&file).expect("it is there");
        assert_eq!(index.sha256(&file).expect("it is there"), one);
        fs::write(&file, "two!").expect("the folder is ours");
        let two = index.sha256(&file).expect("it is there");
        assert_ne!(one, two);
        // echo -n 'two!' | sha256sum
        assert_eq!(two, sha256_of(&file).expect("it is there"));
    }

    #[test]
    fn a_layout_holds_for_the_model_and_the_machine_it_was_measured_on() {
        let (one, two) = (Sha256Hex("1".repeat(64)), Sha256Hex("2".repeat(64)));
        let measured = |threads| MeasuredLayout {
            layout: crate::Layout::AsStored,
            threads,
            prompt_tokens_per_second: 120.5,
            decode_tokens_per_second: 20.25,
        };
        let mut index = ModelIndex::default();
        index.keep_layout(&one, "here", measured(2));
        index.keep_layout(&one, "here", measured(4));
        index.keep_layout(&two, "here", measured(8));
        assert_eq!(index.layout(&one, "here"), Some(measured(4)));
        assert_eq!(index.layout(&one, "elsewhere"), None);
    }

    #[test]
    fn what_was_imported_is_refused_once_it_is_another_and_taken_again_when_confirmed() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let file = folder.path().join("a.gguf");
        let write = |content: &str| fs::write(&file, content).expect("the folder is ours");
        let mut index = ModelIndex::default();
        write("one");
        let one = index.sha256(&file).expect("it is there");
        index.note_import(&file, &one).expect("it is there");
        assert_eq!(index.sha256(&file).expect("it is the same"), one);
        // Written again with the same content: another time, the same file.
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
        let opened = fs::File::options().write(true).open(&file);
        opened
            .and_then(|file| file.set_modified(later))
            .expect("the file is ours");
        assert_eq!(index.sha256(&file).expect("it is the same"), one);
        for other in ["two", "longer than one"] {
            write(other);
            for _ in 0..2 {
                let changed = index.sha256(&file);
                assert!(
                    matches!(changed, Err(ModelError::Changed { .. })),
                    "{other}"
                );
            }
        }
        let now = sha256_of(&file).expect("it is there");
        index.note_import(&file, &now).expect("it is there");
        assert_eq!(index.sha256(&file).expect("it was confirmed"), now);
    }

    #[test]
    fn a_language_has_a_default_of_its_own_until_its_file_is_forgotten() {
        let (arabic, usual) = (Path::new("/models/ar.gguf"), Path::new("/models/en.gguf"));
        let mut index = ModelIndex {
            default: Some(usual.to_owned()),
            ..ModelIndex::default()
        };
        index.set_default_for(Language::Arabic, Some(usual));
        index.set_default_for(Language::Arabic, Some(arabic));
        assert_eq!(index.default_for(Language::Arabic), Some(arabic));
        assert_eq!(index.default_for(Language::English), None);
        index.forget(arabic);
        assert_eq!(index.default_for(Language::Arabic), None);
        assert_eq!(index.default.as_deref(), Some(usual));
    }
}
