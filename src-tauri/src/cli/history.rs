//! `sanad history`: what was said, read in the terminal or by a script, and how it is kept.

mod care;
mod reading;
mod transfer;

use std::cell::RefCell;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use sanad_history::{Passphrase, Store};

use self::care::{
    AuditArguments, BackupArguments, PassphraseArguments, RestoreArguments, VerifyArguments,
};
use self::reading::{ListArguments, SearchArguments, ShowArguments};
use self::transfer::{ExportArguments, ImportArguments};
use super::passphrase;
use super::speech::Speech;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::opening::existing_lock;
use crate::state::now;

#[derive(Debug, Subcommand)]
pub(super) enum HistoryCommand {
    /// List conversations
    List(ListArguments),
    /// Show one conversation
    Show(ShowArguments),
    /// Find texts that hold every word
    Search(SearchArguments),
    /// Write conversations to a file
    Export(ExportArguments),
    /// Take in conversations that were exported
    Import(ImportArguments),
    /// Copy the store into a folder of backups, and check the copy
    Backup(BackupArguments),
    /// Put a backup in the place of the store; the files of before are kept beside it
    Restore(RestoreArguments),
    /// Read the whole store and its audit chain, and check that all is as it was written
    Verify(VerifyArguments),
    /// List what was done with the store
    Audit(AuditArguments),
    /// Let another passphrase open the store
    Passphrase(PassphraseArguments),
}

impl HistoryCommand {
    /// Whether the answer is wanted as JSON.
    pub(super) fn wants_json(&self) -> bool {
        match self {
            Self::List(list) => list.json,
            Self::Show(show) => show.json,
            Self::Search(search) => search.json,
            Self::Export(export) => export.json,
            Self::Import(import) => import.json,
            Self::Backup(backup) => backup.json,
            Self::Restore(restore) => restore.json,
            Self::Verify(verify) => verify.json,
            Self::Audit(audit) => audit.json,
            Self::Passphrase(passphrase) => passphrase.json,
        }
    }
}

/// Runs one of them. The right to the store is taken before anything is asked for.
pub(super) fn run(
    command: HistoryCommand,
    folders: &Folders,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    match command {
        HistoryCommand::Restore(arguments) => {
            return care::restore(arguments, folders, passphrase_file, speech);
        }
        HistoryCommand::Import(arguments) => {
            return transfer::import(&arguments, folders, passphrase_file, speech);
        }
        _ => {}
    }
    let lock = existing_lock(folders)?;
    let present = Passphrase::new(passphrase::present(passphrase_file, speech)?)?;
    let mut store = Store::unlock(&lock, &present, now())?;
    let outcome = match command {
        HistoryCommand::List(arguments) => reading::list(&arguments, &store),
        HistoryCommand::Show(arguments) => reading::show(&arguments, &store, speech),
        HistoryCommand::Search(arguments) => reading::search(&arguments, &store),
        HistoryCommand::Export(arguments) => {
            let keeper = RefCell::new(store);
            let outcome = transfer::export(&keeper, &arguments, speech);
            store = keeper.into_inner();
            outcome
        }
        HistoryCommand::Backup(arguments) => care::backup(arguments, &mut store, folders, speech),
        HistoryCommand::Verify(arguments) => care::verify(&arguments, &store, speech),
        HistoryCommand::Audit(arguments) => care::audit(&arguments, &store),
        HistoryCommand::Passphrase(arguments) => {
            care::change_passphrase(arguments, &mut store, &present, speech)
        }
        HistoryCommand::Restore(_) | HistoryCommand::Import(_) => unreachable!("it was run above"),
    };
    store.close()?;
    outcome
}
