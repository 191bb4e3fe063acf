//! Tiny models of each architecture, made when a test asks for them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace_root;

/// Writes a random model of each architecture into `folder`, by `models/architectures/make.py`, and gives their paths.
///
/// Says on stderr what is absent and gives nothing where Python's `gguf` cannot be had.
#[must_use]
#[expect(clippy::print_stderr, reason = "a skipped test must say so")]
pub fn models_of_each_architecture(folder: &Path) -> Vec<PathBuf> {
    let script = workspace_root().join("models/architectures/make.py");
    let has_packages = python().args(["-c", "import gguf"]).output();
    if !has_packages.is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: Python's gguf is absent; run `make tools` first");
        return Vec::new();
    }
    let made = python().arg(script).arg(folder).output();
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
