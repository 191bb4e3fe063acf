//! The index as a file: read by everybody at any time, changed by one at a time.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::ModelIndex;
use crate::ModelError;

impl ModelIndex {
    /// Reads the index of a data folder; a missing or damaged one reads as empty, since all of it can be found out again.
    #[must_use]
    pub fn load(data_folder: &Path) -> Self {
        let text = fs::read_to_string(index_path(data_folder)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Changes the index on the disk, whole or not at all. Others that change it, in this process or another, wait.
    ///
    /// # Errors
    /// [`ModelError::Io`] when the folder cannot be written, and what `change` gives, of which nothing is kept then.
    pub fn update<T>(
        data_folder: &Path,
        change: impl FnOnce(&mut Self) -> Result<T, ModelError>,
    ) -> Result<T, ModelError> {
        let path = index_path(data_folder);
        let failed = |source| ModelError::Io {
            operation: "write",
            path: path.clone(),
            source,
        };
        let _turn = turn(&path).map_err(failed)?;
        let before = Self::load(data_folder);
        let mut index = before.clone();
        let outcome = change(&mut index)?;
        if index != before {
            index.write(&path).map_err(failed)?;
        }
        Ok(outcome)
    }

    /// Remembers on the disk the hashes that were taken through this one, whatever else was changed there meanwhile.
    /// Where that fails they are taken again next time.
    pub fn keep_hashes(&self, data_folder: &Path) {
        let _ = Self::update(data_folder, |index| {
            for known in &self.hashed {
                index.hashed.retain(|file| file.path != known.path);
            }
            index.hashed.extend(self.hashed.iter().cloned());
            Ok(())
        });
    }

    fn write(&self, path: &Path) -> io::Result<()> {
        let part = path.with_extension("json.part");
        let text = serde_json::to_string_pretty(self).expect("paths and hashes are valid JSON");
        fs::write(&part, text)?;
        fs::rename(&part, path)
    }
}

/// The right to change the index, given back when it is dropped.
fn turn(index: &Path) -> io::Result<File> {
    if let Some(folder) = index.parent() {
        fs::create_dir_all(folder)?;
    }
    let lock = File::create(index.with_extension("lock"))?;
    // Where a file system has no locks, only two changes at the very same moment are in danger.
    let _ = lock.lock();
    Ok(lock)
}

fn index_path(data_folder: &Path) -> PathBuf {
    data_folder.join("models").join("index.json")
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn changes_at_the_same_time_are_all_kept() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let (data, models) = (folder.path(), 0..40);
        thread::scope(|threads| {
            for model in models.clone() {
                threads.spawn(move || {
                    let path = data.join(format!("{model}.gguf"));
                    ModelIndex::update(data, |index| {
                        index.use_in_place(&path);
                        Ok(())
                    })
                    .expect("the folder is ours");
                });
            }
        });
        assert_eq!(ModelIndex::load(data).in_place.len(), models.len());
    }

    #[test]
    fn keeping_hashes_changes_nothing_that_was_set_meanwhile() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let file = folder.path().join("a.gguf");
        fs::write(&file, "one").expect("the folder is ours");
        let mut reader = ModelIndex::load(folder.path());
        let one = reader.sha256(&file).expect("it is there");
        ModelIndex::update(folder.path(), |index| {
            index.default = Some(file.clone());
            Ok(())
        })
        .expect("the folder is ours");
        reader.keep_hashes(folder.path());
        let now = ModelIndex::load(folder.path());
        assert_eq!(now.default.as_deref(), Some(file.as_path()));
        assert_eq!(now.known_sha256(&file), Some(one));
    }

    #[test]
    fn a_change_that_fails_leaves_the_index_as_it_was() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let outcome = ModelIndex::update(folder.path(), |index| {
            index.use_in_place(Path::new("/media/stick/a.gguf"));
            Err::<(), _>(ModelError::Stopped)
        });
        assert!(matches!(outcome, Err(ModelError::Stopped)));
        assert_eq!(ModelIndex::load(folder.path()), ModelIndex::default());
    }

    #[test]
    fn a_damaged_index_reads_as_empty() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        fs::create_dir(folder.path().join("models")).expect("the folder is ours");
        fs::write(index_path(folder.path()), "{ half").expect("the folder is ours");
        assert_eq!(ModelIndex::load(folder.path()), ModelIndex::default());
    }
}
