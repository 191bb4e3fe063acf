//! Where the passphrase comes from in a terminal: a file or a prompt, never an argument.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use sanad_history::{Store, StoreFolder};

use super::speech::Speech;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::opening::{create_store, open_store};

/// Opens the data folder's store, and makes it on a first run.
pub(super) fn store(
    folders: &Folders,
    file: Option<PathBuf>,
    speech: &Speech,
) -> Result<Store, ShellError> {
    if Store::exists(&StoreFolder::at(&folders.data))? {
        open_store(folders, present(file, speech)?)
    } else {
        create_store(folders, another(file, speech)?)
    }
}

/// The passphrase of something that is there, from a file or the terminal.
pub(super) fn present(file: Option<PathBuf>, speech: &Speech) -> Result<String, ShellError> {
    match file {
        Some(path) => from_file(&path),
        None => from_terminal(speech, "passphrase-ask"),
    }
}

/// A passphrase that is to hold from now on, from a file or the terminal.
pub(super) fn another(file: Option<PathBuf>, speech: &Speech) -> Result<String, ShellError> {
    match file {
        Some(path) => from_file(&path),
        None => from_terminal(speech, "passphrase-choose"),
    }
}

/// What encrypts or opens an archive, which need not be the store's own passphrase.
pub(super) fn of_archive(file: Option<&Path>, speech: &Speech) -> Result<String, ShellError> {
    match file {
        Some(path) => from_file(path),
        None => from_terminal(speech, "archive-passphrase-ask"),
    }
}

fn from_file(path: &Path) -> Result<String, ShellError> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let first_line = text.lines().next().unwrap_or_default();
    if first_line.is_empty() {
        let path = path.to_owned();
        return Err(ShellError::PassphraseFile { path });
    }
    Ok(first_line.to_owned())
}

fn from_terminal(speech: &Speech, question: &str) -> Result<String, ShellError> {
    if !io::stdin().is_terminal() {
        return Err(ShellError::PassphraseMissing);
    }
    write!(io::stderr(), "{} ", speech.text(question, &[]))?;
    rpassword::read_password().map_err(|_| ShellError::PassphraseMissing)
}
