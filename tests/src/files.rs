//! Searches the bytes of files.

use std::path::{Path, PathBuf};

/// A folder of its own, which goes when it is dropped.
#[must_use]
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

/// Fails if a text stands in any file below `folder`, as UTF-8 or UTF-16.
pub fn assert_nowhere_in(folder: &Path, text: &str) {
    let files = bytes_of_all_files(folder);
    assert!(
        !files.is_empty(),
        "{} holds no file to search",
        folder.display()
    );
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (path, bytes) in files {
        for needle in [text.as_bytes(), &utf16] {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{} holds the canary in the clear", path.display());
        }
    }
}

/// Every file below `folder` with its bytes.
#[must_use]
pub fn bytes_of_all_files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(bytes_of_all_files(&path));
        } else if let Ok(bytes) = std::fs::read(&path) {
            found.push((path, bytes));
        }
    }
    found
}
