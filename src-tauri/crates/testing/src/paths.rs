//! Where tests find what they need.

use std::path::PathBuf;

/// The folder of the workspace's `Cargo.toml`.
///
/// Asked for when a test runs: several checkouts may share one target folder, and a path that was compiled in could
/// be another checkout's.
#[must_use]
pub fn workspace_root() -> PathBuf {
    let start =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let start = start.canonicalize().expect("the folder of a test exists");
    start
        .ancestors()
        .find(|folder| folder.join("Cargo.lock").is_file())
        .expect("tests run inside the workspace")
        .to_owned()
}

/// The fixture model, committed with the code.
#[must_use]
pub fn fixture_model() -> PathBuf {
    workspace_root().join("models/fixture/fixture.gguf")
}

/// The starter model, if it has been obtained; says so on stderr if not.
#[must_use]
pub fn starter_model() -> Option<PathBuf> {
    let home = std::env::var_os("HOME")?;
    let path = PathBuf::from(home).join(".cache/sanad/models/SmolLM2-135M-Instruct.Q4_1.gguf");
    present(path, "run `make starter-model` first")
}

/// A file of the shared test data, which lies beside the checkout; says so on stderr if it is absent.
#[must_use]
pub fn shared_data(name: &str) -> Option<PathBuf> {
    let path = workspace_root().join("../shared/data").join(name);
    present(path, "the shared test data lies beside the checkout")
}

#[expect(clippy::print_stderr, reason = "a skipped test must say so")]
fn present(path: PathBuf, otherwise: &str) -> Option<PathBuf> {
    if path.is_file() {
        return Some(path);
    }
    eprintln!("skipped: {} is absent; {otherwise}", path.display());
    None
}
