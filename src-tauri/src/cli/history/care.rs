//! `sanad history backup`, `restore`, `verify`, `audit` and `passphrase`: what keeps conversations safe.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use sanad_history::{
    AuditEntry, BackupInfo, KeyDerivation, Passphrase, Store, StoreFolder, StoreLock,
};
use sanad_l10n::Argument;
use serde_json::{Value, json};

use crate::auditing;
use crate::backing_up;
use crate::cli::passphrase;
use crate::cli::speech::Speech;
use crate::cli::times::utc;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::opening::new_passphrase;
use crate::preferences::Preferences;
use crate::state::now;
use crate::wire::{head_from, head_of, size};

#[derive(Debug, Args)]
pub(in crate::cli) struct BackupArguments {
    /// The folder of backups; without it the one that is set in the app
    #[arg(long, value_name = "PATH")]
    pub(super) to: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RestoreArguments {
    /// The backup's folder; without it the newest backup
    pub(super) backup: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct VerifyArguments {
    /// A head of the audit chain that was kept elsewhere: the present chain must go on from it
    #[arg(long, value_name = "ENTRIES:CODE")]
    pub(super) head: Option<String>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct AuditArguments {
    /// List only what came before this entry
    #[arg(long, value_name = "NUMBER", default_value_t = 0)]
    pub(super) before: u32,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct PassphraseArguments {
    /// Read the new passphrase from the first line of this file
    #[arg(long, value_name = "PATH")]
    pub(super) new_passphrase_file: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

pub(super) fn backup(
    arguments: BackupArguments,
    store: &mut Store,
    folders: &Folders,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let preferences = Preferences::load(&folders.data);
    let into = arguments.to.map(absolute).transpose()?;
    let made = backing_up::back_up_now(store, folders, &preferences, into)?;
    if arguments.json {
        return print(&described(&made));
    }
    let said = speech.text(
        "history-backed-up",
        &[
            ("path", text(made.path.display().to_string())),
            ("size", text(size(made.bytes))),
        ],
    );
    say(&said)
}

pub(super) fn restore(
    arguments: RestoreArguments,
    folders: &Folders,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let lock = StoreLock::take(&StoreFolder::at(&folders.data))?;
    let from = match arguments.backup {
        Some(path) => absolute(path)?,
        None => {
            let preferences = Preferences::load(&folders.data);
            backing_up::restore_offer(folders, &preferences)?
                .backup
                .path
        }
    };
    let passphrase = Passphrase::new(passphrase::present(passphrase_file, speech)?)?;
    let (store, aside) = Store::restore(&lock, &from, &passphrase, now())?;
    store.close()?;
    if arguments.json {
        return print(&json!({"backup": from, "aside": aside}));
    }
    let said = speech.text(
        "history-restored",
        &[
            ("path", text(from.display().to_string())),
            ("aside", text(aside.display().to_string())),
        ],
    );
    say(&said)
}

pub(super) fn verify(
    arguments: &VerifyArguments,
    store: &Store,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let earlier = head_from(arguments.head.as_deref().unwrap_or_default())?;
    store.verify()?;
    let head = head_of(&store.verify_audit(earlier.as_ref())?);
    if arguments.json {
        return print(&json!({"whole": true, "audit_head": head}));
    }
    say(&speech.text("history-verified", &[("head", text(head))]))
}

pub(super) fn audit(arguments: &AuditArguments, store: &Store) -> Result<ExitCode, ShellError> {
    let (entries, has_more) = auditing::page(store, arguments.before)?;
    if arguments.json {
        let entries: Vec<Value> = entries.iter().map(entry).collect();
        return print(&json!({"entries": entries, "has_more": has_more}));
    }
    let mut out = io::stdout().lock();
    for AuditEntry {
        number,
        at,
        kind,
        subject,
    } in entries
    {
        writeln!(out, "{number}  {}  {kind}  {subject}", utc(at))?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn change_passphrase(
    arguments: PassphraseArguments,
    store: &mut Store,
    present: &Passphrase,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let new = new_passphrase(passphrase::another(arguments.new_passphrase_file, speech)?)?;
    let derivation = KeyDerivation::for_this_machine()?;
    store.change_passphrase(present, &new, derivation, now())?;
    if arguments.json {
        return print(&json!({"changed": true}));
    }
    say(&speech.text("history-passphrase-changed", &[]))
}

fn described(backup: &BackupInfo) -> Value {
    json!({
        "path": backup.path, "number": backup.number, "made_at": backup.made_at.0,
        "conversations": backup.conversations, "turns": backup.turns,
        "newest_turn_at": backup.newest_turn_at.map(|time| time.0), "bytes": backup.bytes,
    })
}

fn entry(entry: &AuditEntry) -> Value {
    json!({
        "number": entry.number, "at": entry.at.0, "kind": entry.kind, "subject": entry.subject,
    })
}

fn absolute(path: PathBuf) -> Result<PathBuf, ShellError> {
    Ok(std::path::absolute(path)?)
}

fn text(value: String) -> Argument<'static> {
    Argument::Text(value.into())
}

fn print(object: &Value) -> Result<ExitCode, ShellError> {
    say(&object.to_string())
}

fn say(line: &str) -> Result<ExitCode, ShellError> {
    writeln!(io::stdout(), "{line}")?;
    Ok(ExitCode::SUCCESS)
}
