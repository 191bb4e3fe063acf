//! `models/index.json`: which model is the default, and what need not be found out again: hashes, fastest layouts.
//!
//! Plain on the disk: it holds paths and hashes, never clinical text.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sanad_domain::Sha256Hex;
use serde::{Deserialize, Serialize};

use crate::hash::combined;
use crate::{MeasuredLayout, ModelError, sha256_of};

/// The content of `models/index.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ModelIndex {
    /// The model that questions go to when none is named.
    #[serde(default)]
    pub default: Option<PathBuf>,
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
struct HashedFile {
    path: PathBuf,
    bytes: u64,
    modified_nanoseconds: u64,
    sha256: Sha256Hex,
}

impl ModelIndex {
    /// Reads the index of a data folder; a missing or damaged one reads as empty, since all of it can be found out again.
    #[must_use]
    pub fn load(data_folder: &Path) -> Self {
        let text = fs::read_to_string(index_path(data_folder)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Writes it, whole or not at all.
    ///
    /// # Errors
    /// [`ModelError::Io`] when the folder cannot be written.
    pub fn save(&self, data_folder: &Path) -> Result<(), ModelError> {
        let path = index_path(data_folder);
        let part = path.with_extension("json.part");
        let text = serde_json::to_string_pretty(self).expect("paths and hashes are valid JSON");
        let write = || -> io::Result<()> {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&part, text)?;
            fs::rename(&part, &path)
        };
        write().map_err(|source| ModelError::Io {
            operation: "write",
            path: path.clone(),
            source,
        })
    }

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
    /// [`ModelError::Io`] when the file cannot be read.
    pub fn sha256(&mut self, path: &Path) -> Result<Sha256Hex, ModelError> {
        let failed = |source| ModelError::Io {
            operation: "read",
            path: path.to_owned(),
            source,
        };
        let metadata = fs::metadata(path).map_err(failed)?;
        let modified = metadata.modified().map_err(failed)?;
        let modified_nanoseconds = u64::try_from(
            modified
                .duration_since(UNIX_EPOCH)
                .unwrap_or_default()
                .as_nanos(),
        )
        .unwrap_or(u64::MAX);
        let known = self.hashed.iter().find(|file| {
            file.path == path
                && file.bytes == metadata.len()
                && file.modified_nanoseconds == modified_nanoseconds
        });
        if let Some(file) = known {
            return Ok(file.sha256.clone());
        }
        let sha256 = sha256_of(path)?;
        self.hashed.retain(|file| file.path != path);
        self.hashed.push(HashedFile {
            path: path.to_owned(),
            bytes: metadata.len(),
            modified_nanoseconds,
            sha256: sha256.clone(),
        });
        Ok(sha256)
    }
}

fn index_path(data_folder: &Path) -> PathBuf {
    data_folder.join("models").join("index.json")
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
        index.save(folder.path()).expect("the folder is ours");
        let mut again = ModelIndex::load(folder.path());
        assert_eq!(again, index);
        assert_eq!(again.sha256(&file).expect("it is there"), one);
        fs::write(&file, "two!").expect("the folder is ours");
        let two = again.sha256(&file).expect("it is there");
        assert_ne!(one, two);
        // echo -n 'two!' | sha256sum
        assert_eq!(two, sha256_of(&file).expect("it is there"));
    }

    #[test]
    fn a_layout_holds_for_the_model_and_the_machine_it_was_measured_on() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
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
        index.save(folder.path()).expect("the folder is ours");
        let again = ModelIndex::load(folder.path());
        assert_eq!(again.layout(&one, "here"), Some(measured(4)));
        assert_eq!(again.layout(&one, "elsewhere"), None);
    }

    #[test]
    fn a_damaged_index_reads_as_empty() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        fs::create_dir(folder.path().join("models")).expect("the folder is ours");
        fs::write(index_path(folder.path()), "{ half").expect("the folder is ours");
        assert_eq!(ModelIndex::load(folder.path()), ModelIndex::default());
    }
}
