//! The place that a prepared model is written to: a part until it is whole, and nothing if it never is.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::{ModelError, ModelFacts};

/// What a prepared file is named after.
const PREPARED_FORMAT: &str = "Q8_0";
/// Bits of a weight in that format: 34 bytes for 32 of them.
const BYTES_OF_32_WEIGHTS: u64 = 34;
/// Formats that no CPU has fast kernels for in llama.cpp; they read a prompt half as fast as `Q8_0`.
const SLOW_FORMATS: [&str; 2] = ["Q4_1", "Q5_1"];
/// Not a model's ending, so that no list shows it.
pub(crate) const PART_ENDING: &str = "part";
/// Beside the estimate: alignment, and the disk's own book-keeping.
const SPARE_BYTES: u64 = 16 << 20;

impl ModelFacts {
    /// Whether the file reads faster once it is written anew.
    #[must_use]
    pub fn is_worth_preparing(&self) -> bool {
        SLOW_FORMATS.contains(&self.quantisation.as_str())
    }

    /// Bytes that the prepared file takes on the disk, at most.
    #[must_use]
    pub fn prepared_bytes(&self) -> u64 {
        let weights = (self.parameters / 32 + 1).saturating_mul(BYTES_OF_32_WEIGHTS);
        let rest = self.file_bytes.saturating_sub(self.weight_bytes);
        weights.saturating_add(rest).saturating_add(SPARE_BYTES)
    }
}

/// A prepared model in the making. What was written goes with it, unless it is finished.
pub struct Preparation {
    part: PathBuf,
    target: PathBuf,
    /// Locked, so that nobody takes the part for one that was left lying.
    file: File,
}

impl Preparation {
    /// Makes an empty part in `folder`, after looking whether the disk has room.
    ///
    /// # Errors
    /// [`ModelError::NothingToPrepare`], [`ModelError::NoRoom`], [`ModelError::Io`].
    pub fn begin(folder: &Path, facts: &ModelFacts) -> Result<Self, ModelError> {
        if !facts.is_worth_preparing() {
            return Err(ModelError::NothingToPrepare {
                path: facts.path.clone(),
                quantisation: facts.quantisation.clone(),
            });
        }
        let target = folder.join(prepared_name(facts));
        let part = target.with_extension(format!("gguf.{PART_ENDING}"));
        let failed = |source| failed("write", &part, source);
        fs::create_dir_all(folder).map_err(failed)?;
        sweep_parts(folder);
        let available = fs4::available_space(folder).map_err(failed)?;
        let needed = facts.prepared_bytes();
        if needed > available {
            return Err(ModelError::NoRoom {
                path: folder.to_owned(),
                needed,
                available,
            });
        }
        let file = File::create_new(&part).map_err(failed)?;
        // Where a file system has no locks, a part is only swept while nobody writes it.
        let _ = file.try_lock();
        Ok(Self { part, target, file })
    }

    /// The empty file.
    #[must_use]
    pub fn part(&self) -> &Path {
        &self.part
    }

    /// Gives the part its name, once it is safe on the disk.
    ///
    /// # Errors
    /// [`ModelError::Io`]; nothing is left then.
    pub fn finish(self) -> Result<PathBuf, ModelError> {
        let failed = |source| failed("write", &self.target, source);
        self.file.sync_all().map_err(failed)?;
        fs::rename(&self.part, &self.target).map_err(failed)?;
        Ok(self.target.clone())
    }
}

impl Drop for Preparation {
    fn drop(&mut self) {
        // Renamed already, or of no use; what cannot be removed is swept another time.
        let _ = fs::remove_file(&self.part);
    }
}

/// Removes parts that were left lying by an app that was killed.
pub fn sweep_parts(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let parts = entries.map(|entry| entry.path()).filter(|path| {
        let ends = |ending: &str| path.to_string_lossy().ends_with(ending);
        ends(&format!(".gguf.{PART_ENDING}"))
    });
    for part in parts {
        let forsaken = File::open(&part).is_ok_and(|file| file.try_lock().is_ok());
        if forsaken {
            let _ = fs::remove_file(&part);
        }
    }
}

/// The original's name with the new format in place of the old.
fn prepared_name(facts: &ModelFacts) -> String {
    let stem = facts.path.file_stem().unwrap_or_default().to_string_lossy();
    let old = stem.strip_suffix(facts.quantisation.as_str());
    let bare = old.unwrap_or(&stem).trim_end_matches(['.', '-', '_']);
    format!("{bare}.{PREPARED_FORMAT}.gguf")
}

fn failed(operation: &'static str, path: &Path, source: io::Error) -> ModelError {
    ModelError::Io {
        operation,
        path: path.to_owned(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(quantisation: &str, parameters: u64) -> ModelFacts {
        ModelFacts {
            further_parts: Vec::new(),
            path: PathBuf::from(format!("/models/Small-Instruct.{quantisation}.gguf")),
            name: "Small".to_owned(),
            architecture: "llama".to_owned(),
            file_bytes: 1100,
            weight_bytes: 1000,
            parameters,
            quantisation: quantisation.to_owned(),
            training_context: 0,
            layers: 1,
            cache_bytes_per_token: 0,
            vocabulary: 0,
            has_chat_template: true,
            languages: Vec::new(),
            prepared_from: None,
            licence: String::new(),
        }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("it is there").flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_given_up_leaves_nothing_and_what_is_finished_has_its_name() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let facts = facts("Q4_1", 3200);
        let given_up = Preparation::begin(folder.path(), &facts).expect("there is room");
        fs::write(given_up.part(), "half").expect("the folder is ours");
        drop(given_up);
        assert!(names(folder.path()).is_empty());
        let finished = Preparation::begin(folder.path(), &facts).expect("there is room");
        fs::write(finished.part(), "whole").expect("the folder is ours");
        let path = finished.finish().expect("the folder is ours");
        assert_eq!(path, folder.path().join("Small-Instruct.Q8_0.gguf"));
        assert_eq!(names(folder.path()), ["Small-Instruct.Q8_0.gguf"]);
    }

    #[test]
    fn a_part_left_lying_is_swept_and_one_in_the_making_is_not() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let left = folder.path().join("Other.Q8_0.gguf.part");
        fs::write(&left, "half").expect("the folder is ours");
        let making =
            Preparation::begin(folder.path(), &facts("Q4_1", 3200)).expect("there is room");
        assert!(!left.exists());
        sweep_parts(folder.path());
        assert!(making.part().exists());
    }

    #[test]
    fn a_full_disk_and_a_format_that_is_fast_are_said_before_anything_is_written() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let fast = Preparation::begin(folder.path(), &facts("Q8_0", 3200));
        assert!(matches!(fast, Err(ModelError::NothingToPrepare { .. })));
        // Ten exabytes.
        let huge = Preparation::begin(folder.path(), &facts("Q4_1", 10_000_000_000_000_000_000));
        assert!(matches!(huge, Err(ModelError::NoRoom { .. })));
        assert!(names(folder.path()).is_empty());
    }
}
