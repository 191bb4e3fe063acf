//! Where the passphrase comes from in a terminal: a file or a prompt, never an argument.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use sanad_history::{HistoryError, Store, StoreFolder};

use super::speech::Speech;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::state::{create_store, open_store};

/// Opens the data folder's store, and makes it on a first run.
pub(super) fn store(
    folders: &Folders,
    file: Option<PathBuf>,
    speech: &Speech,
) -> Result<Store, ShellError> {
    if Store::exists(&StoreFolder::at(&folders.data))? {
        existing_store(folders, file, speech)
    } else {
        create_store(folders, passphrase(file, speech, "passphrase-choose")?)
    }
}

/// Opens the data folder's store, which must be there.
pub(super) fn existing_store(
    folders: &Folders,
    file: Option<PathBuf>,
    speech: &Speech,
) -> Result<Store, ShellError> {
    let folder = StoreFolder::at(&folders.data);
    if !Store::exists(&folder)? {
        // Nobody should be asked for the passphrase of nothing.
        let folder = folder.root().to_owned();
        return Err(HistoryError::NoStore { folder }.into());
    }
    open_store(folders, passphrase(file, speech, "passphrase-ask")?)
}

fn passphrase(
    file: Option<PathBuf>,
    speech: &Speech,
    question: &str,
) -> Result<String, ShellError> {
    match file {
        Some(path) => from_file(path),
        None => from_terminal(speech, question),
    }
}

fn from_file(path: PathBuf) -> Result<String, ShellError> {
    let text = fs::read_to_string(&path).unwrap_or_default();
    let first_line = text.lines().next().unwrap_or_default();
    if first_line.is_empty() {
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
