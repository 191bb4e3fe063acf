//! `sanad diagnostics`: what helps to find a fault, in one file without clinical text.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sanad_chat::NamedModel;
use sanad_history::{Store, StoreFolder};
use sanad_l10n::Argument;
use sanad_models::{InstalledModel, ModelError, ModelIndex};

use super::ask::runtime;
use super::passphrase;
use super::speech::Speech;
use crate::diagnosing::{Diagnostics, Sources, StorePart, write};
use crate::engine;
use crate::error::ShellError;
use crate::exports::refuse_to_replace;
use crate::folders::Folders;
use crate::opening::open_store;
use crate::preferences::Preferences;
use crate::state::now;
use crate::wire::ErrorView;

/// The store is looked into only with a passphrase from a file: nobody is asked for one in order to get help.
pub(super) fn run(
    out: &Path,
    folders: &Folders,
    named: &NamedModel,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    refuse_to_replace(out)?;
    let preferences = Preferences::load(&folders.data);
    let store = store_part(folders, &preferences, passphrase_file, speech);
    let model = usual_model(folders, named);
    let supervisor = engine::supervisor()?;
    let hello = runtime()?.block_on(supervisor.about());
    let diagnostics = Diagnostics::of(Sources {
        engine: &supervisor,
        hello,
        ends: Vec::new(),
        model: model.as_ref().map_err(ErrorView::from),
        folders,
        preferences: &preferences,
        store,
        now: now(),
    });
    write(&diagnostics.text(), out)?;
    let path = Argument::Text(out.display().to_string().into());
    writeln!(
        io::stdout(),
        "{}",
        speech.text("diagnostics-written", &[("path", path)])
    )?;
    Ok(ExitCode::SUCCESS)
}

fn store_part(
    folders: &Folders,
    preferences: &Preferences,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> StorePart {
    match Store::exists(&StoreFolder::at(&folders.data)) {
        Ok(false) => return StorePart::None,
        Err(error) => return StorePart::failed(error.into()),
        Ok(true) => {}
    }
    if passphrase_file.is_none() {
        return StorePart::Locked;
    }
    let opened = passphrase::present(passphrase_file, speech)
        .and_then(|passphrase| open_store(folders, passphrase));
    match opened {
        Ok(store) => {
            let part = StorePart::of(&store, folders, preferences);
            // What was acknowledged is on the disk; nothing was written here.
            let _ = store.close();
            part
        }
        Err(error) => StorePart::failed(error),
    }
}

fn usual_model(folders: &Folders, named: &NamedModel) -> Result<InstalledModel, ModelError> {
    let path = folders.model_places().choose(named.model.as_deref())?;
    InstalledModel::read(&path, &mut ModelIndex::load(&folders.data))
}
