//! Where tests find what they need.

use std::path::PathBuf;

/// The folder of the workspace's `Cargo.toml`.
#[must_use]
pub fn workspace_root() -> PathBuf {
    let crate_folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    crate_folder
        .ancestors()
        .nth(3)
        .expect("the crate lies three folders down")
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
