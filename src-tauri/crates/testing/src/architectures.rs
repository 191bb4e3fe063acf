//! Model files that Python makes when a test asks for them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace_root;

/// Writes a random model of each architecture into `folder`, by `models/architectures/make.py`, and gives their paths.
///
/// Says on stderr what is absent and gives nothing where Python's `gguf` cannot be had.
#[must_use]
pub fn models_of_each_architecture(folder: &Path) -> Vec<PathBuf> {
    made_by("make.py", &[folder.as_os_str()], folder)
}

/// Cuts a model into files of so many tensors each in `folder`, by `models/architectures/split.py`, and gives their
/// paths, the first one first; nothing where Python's `gguf` cannot be had.
#[must_use]
pub fn split_model(model: &Path, folder: &Path, tensors_in_a_file: u32) -> Vec<PathBuf> {
    let count = tensors_in_a_file.to_string();
    made_by(
        "split.py",
        &[model.as_os_str(), folder.as_os_str(), count.as_ref()],
        folder,
    )
}

/// Writes a LoRA adapter for a model, `fitting.gguf`, another, and some that do not go with it, into `folder` by
/// `models/architectures/adapter.py`, and gives their paths; nothing where Python's `gguf` cannot be had.
#[must_use]
pub fn adapters_of(model: &Path, folder: &Path) -> Vec<PathBuf> {
    made_by(
        "adapter.py",
        &[model.as_os_str(), folder.as_os_str()],
        folder,
    )
}

/// Runs a script of `models/architectures` and gives the GGUF files that are then in `folder`, by name.
#[expect(clippy::print_stderr, reason = "a skipped test must say so")]
fn made_by(script: &str, arguments: &[&OsStr], folder: &Path) -> Vec<PathBuf> {
    let script = workspace_root().join("models/architectures").join(script);
    let has_packages = python().args(["-c", "import gguf"]).output();
    if !has_packages.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: Python's gguf is absent; run `make tools` first");
        return Vec::new();
    }
    let made = python().arg(script).args(arguments).output();
    let made = made.expect("python3 was there a moment ago");
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    let files = std::fs::read_dir(folder).expect("the script made it");
    let mut models: Vec<PathBuf> = files
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "gguf")
        })
        .collect();
    models.sort();
    models
}

/// Python with the packages that `make tools` installs.
fn python() -> Command {
    let mut python = Command::new("python3");
    if let Some(home) = std::env::var_os("HOME") {
        let packages = PathBuf::from(home).join(".cache/sanad/tools/python");
        python.env("PYTHONPATH", packages);
    }
    python
}
