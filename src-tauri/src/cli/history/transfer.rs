//! `sanad history export` and `sanad history import`: conversations to files and back.

use std::cell::RefCell;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use sanad_domain::{Clock, ConversationId, SystemClock, TurnId};
use sanad_export::suggested_name;
use sanad_history::Store;
use sanad_l10n::{Argument, Messages};
use serde_json::json;

use crate::cli::passphrase;
use crate::cli::speech::Speech;
use crate::error::ShellError;
use crate::exports::{self, ExportFormat, Exported, Keeper};
use crate::folders::Folders;

#[derive(Debug, Args)]
pub(in crate::cli) struct ExportArguments {
    /// The file to write; without it a name made of date and title, in the present folder
    path: Option<PathBuf>,
    /// What to write; everything at once goes into an archive or JSON
    #[arg(long, value_enum, default_value_t = FormatArgument::Archive)]
    format: FormatArgument,
    /// Only this conversation
    #[arg(long, value_name = "ID")]
    conversation: Option<ConversationId>,
    /// Only these turns of it
    #[arg(long = "turn", value_name = "ID", requires = "conversation")]
    turns: Vec<TurnId>,
    /// Read the archive's passphrase from the first line of this file
    #[arg(long, value_name = "PATH")]
    archive_passphrase_file: Option<PathBuf>,
    /// Replace a file that has the name already
    #[arg(long)]
    force: bool,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportArguments {
    /// A JSON file or an archive that Sanad wrote
    path: PathBuf,
    /// Read the archive's passphrase from the first line of this file
    #[arg(long, value_name = "PATH")]
    archive_passphrase_file: Option<PathBuf>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArgument {
    /// Every conversation, encrypted with a passphrase (age format)
    Archive,
    /// Complete, to be imported again
    Json,
    Markdown,
    Html,
    Docx,
    Pdf,
}

impl FormatArgument {
    fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Json => "json",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Archive => "age",
            Self::Markdown => "md",
            other => other.name(),
        }
    }
}

pub(super) fn export(
    keeper: &RefCell<Store>,
    arguments: &ExportArguments,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let fits = match arguments.format {
        FormatArgument::Archive => arguments.conversation.is_none(),
        FormatArgument::Json => true,
        _ => arguments.conversation.is_some(),
    };
    if !fits {
        return Err(ShellError::ExportScope);
    }
    let Exported { path, bytes } = export_from(keeper, arguments, speech)?;
    if arguments.json {
        let path = path.display().to_string();
        writeln!(io::stdout(), "{}", json!({ "path": path, "bytes": bytes }))?;
    } else {
        writeln!(io::stdout(), "{}", path.display())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn export_from(
    keeper: &RefCell<Store>,
    arguments: &ExportArguments,
    speech: &Speech,
) -> Result<Exported, ShellError> {
    let now = SystemClock.now();
    let messages: &Messages = speech.messages();
    let path = match &arguments.path {
        Some(path) => path.clone(),
        None => {
            let title = match arguments.conversation {
                Some(id) => keeper.with_store(|store| store.conversation(id))?.title,
                None => String::new(),
            };
            PathBuf::from(suggested_name(&title, now, arguments.format.extension()))
        }
    };
    if !arguments.force {
        exports::refuse_to_replace(&path)?;
    }
    let Some(conversation) = arguments.conversation else {
        if arguments.format == FormatArgument::Json {
            return exports::export_all_as_json(keeper, &path, messages, now);
        }
        let secret = passphrase::of_archive(arguments.archive_passphrase_file.as_deref(), speech)?;
        return exports::export_everything(keeper, &path, &secret, messages, now);
    };
    let format = ExportFormat::named(arguments.format.name()).ok_or(ShellError::ExportScope)?;
    exports::export_conversation(
        keeper,
        conversation,
        &arguments.turns,
        format,
        &path,
        messages,
        now,
    )
}

/// Makes the store if there is none: an archive may be all that is left of another laptop.
pub(super) fn import(
    arguments: &ImportArguments,
    folders: &Folders,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let secret = match &arguments.archive_passphrase_file {
        Some(path) => passphrase::of_archive(Some(path), speech)?,
        None => String::new(),
    };
    let store = passphrase::store(folders, passphrase_file, speech)?;
    let keeper = RefCell::new(store);
    let outcome = exports::import_file(&keeper, &arguments.path, &secret, SystemClock.now());
    keeper.into_inner().close()?;
    let imported = outcome?;
    if arguments.json {
        let counts = json!({
            "conversations": imported.conversations,
            "turns": imported.turns,
            "already_there": imported.already_there,
        });
        writeln!(io::stdout(), "{counts}")?;
    } else {
        let number = |count: u32| Argument::Number(f64::from(count));
        let said = speech.text(
            "import-done",
            &[
                ("conversations", number(imported.conversations)),
                ("already", number(imported.already_there)),
            ],
        );
        writeln!(io::stdout(), "{said}")?;
    }
    Ok(ExitCode::SUCCESS)
}
