//! Files that are whole or not there at all.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::error::ExportError;

/// Writes a file beside its place, brings it to the disk, and gives it its name last; says its length in bytes.
///
/// A file that has the name already is replaced then, and stays as it was if anything fails before.
///
/// # Errors
/// [`ExportError::File`], and those of `write`.
pub fn write_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), ExportError>,
) -> Result<u64, ExportError> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // Removed again if anything fails, by the drop of `beside`.
    let beside = tempfile::Builder::new()
        .prefix(".sanad-")
        .suffix(".part")
        .tempfile_in(folder)?;
    let mut out = BufWriter::with_capacity(1 << 16, beside.as_file());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    beside.as_file().sync_all()?;
    let length = beside.as_file().metadata()?.len();
    beside.persist(path).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(length)
}

/// So that the name is on the disk too; not every system can, and the file is whole without it.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
