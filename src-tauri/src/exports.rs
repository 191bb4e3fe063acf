//! Exports and imports between the store and files, for the window and the command line alike.
//!
//! The store is lent for a page at a time, so that nobody who is asking waits for a long export.

mod importing;
mod source;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use sanad_chat::Chat;
use sanad_domain::{ConversationId, Timestamp, Turn, TurnId};
use sanad_export::{
    About, ExportError, Format, SourceError, Told, excerpt, write_archive, write_document,
    write_excerpt, write_file, write_json,
};
use sanad_guard::Sources;
use sanad_history::{AuditKind, HistoryError, Store};
use sanad_l10n::Messages;

use crate::error::ShellError;
use crate::guarding::{said_before, unsupported_in};

pub(crate) use importing::{Imported, import_file};
use source::StoreSource;

/// Turns that are read at once: some megabytes at most.
const PAGE: u32 = 50;

/// Lends the store.
pub(crate) trait Keeper {
    /// Does something with the store.
    fn with_store<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, HistoryError>,
    ) -> Result<T, ShellError>;
}

impl Keeper for Chat {
    fn with_store<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, HistoryError>,
    ) -> Result<T, ShellError> {
        Ok(self.write(|store, _| work(store))?)
    }
}

impl Keeper for RefCell<Store> {
    fn with_store<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, HistoryError>,
    ) -> Result<T, ShellError> {
        Ok(work(&mut self.borrow_mut())?)
    }
}

/// What a conversation is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExportFormat {
    Document(Format),
    Json,
}

impl ExportFormat {
    /// By the name that the window, the command line and the audit chain use.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "markdown" => Self::Document(Format::Markdown),
            "html" => Self::Document(Format::Html),
            "docx" => Self::Document(Format::Docx),
            "pdf" => Self::Document(Format::Pdf),
            "json" => Self::Json,
            _ => return None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Document(Format::Markdown) => "markdown",
            Self::Document(Format::Html) => "html",
            Self::Document(Format::Docx) => "docx",
            Self::Document(Format::Pdf) => "pdf",
            Self::Json => "json",
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug)]
pub(crate) struct Exported {
    pub(crate) path: PathBuf,
    pub(crate) bytes: u64,
}

/// Refuses to write over something that has the name already.
pub(crate) fn refuse_to_replace(path: &Path) -> Result<(), ShellError> {
    // A broken link has the name too.
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(ShellError::ExportExists {
            path: path.to_owned(),
        });
    }
    Ok(())
}

/// Writes a conversation, or only some of its turns, in a format.
///
/// JSON holds every branch, a document what is shown; with `turns` each holds just these.
pub(crate) fn export_conversation(
    keeper: &impl Keeper,
    conversation: ConversationId,
    turns: &[TurnId],
    format: ExportFormat,
    path: &Path,
    messages: &Messages,
    now: Timestamp,
) -> Result<Exported, ShellError> {
    let subject = format!("{}:{conversation}", format.name());
    record(keeper, &subject, now)?;
    let about = about(messages, now);
    write(path, |out| match format {
        ExportFormat::Document(format) => {
            let known = keeper
                .with_store(|store| store.conversation(conversation))
                .map_err(boxed)?;
            let mut pages = Pages::new(keeper, conversation, turns);
            write_document(format, out, &about, &known, &mut || pages.next())
        }
        ExportFormat::Json if turns.is_empty() => {
            let mut source = StoreSource(keeper);
            let folders = source
                .folder_of(conversation)
                .map_err(ExportError::Source)?;
            write_json(out, &about, &folders, &[conversation], &mut source)
        }
        ExportFormat::Json => {
            let mut source = StoreSource(keeper);
            let (record, chosen) = source
                .some_turns(conversation, turns)
                .map_err(ExportError::Source)?;
            let (record, chosen) = excerpt(&record, chosen);
            write_excerpt(out, &about, &record, &chosen)
        }
    })
}

/// Writes every conversation that is not in the bin as one JSON file.
pub(crate) fn export_all_as_json(
    keeper: &impl Keeper,
    path: &Path,
    messages: &Messages,
    now: Timestamp,
) -> Result<Exported, ShellError> {
    let (ids, folders) = everything(keeper)?;
    record(keeper, &format!("json:{}", ids.len()), now)?;
    write(path, |out| {
        let mut source = StoreSource(keeper);
        write_json(out, &about(messages, now), &folders, &ids, &mut source)
    })
}

/// Writes every conversation that is not in the bin as one archive that a passphrase opens.
pub(crate) fn export_everything(
    keeper: &impl Keeper,
    path: &Path,
    passphrase: &str,
    messages: &Messages,
    now: Timestamp,
) -> Result<Exported, ShellError> {
    let least = crate::opening::SHORTEST_PASSPHRASE;
    if passphrase.chars().count() < least {
        return Err(ShellError::PassphraseShort { least });
    }
    let (ids, folders) = everything(keeper)?;
    record(keeper, &format!("archive:{}", ids.len()), now)?;
    write(path, |out| {
        let mut source = StoreSource(keeper);
        let about = about(messages, now);
        write_archive(out, passphrase, &about, &folders, &ids, &mut source)
    })
}

type Everything = (Vec<ConversationId>, Vec<sanad_domain::Folder>);

fn everything(keeper: &impl Keeper) -> Result<Everything, ShellError> {
    keeper.with_store(|store| Ok((store.conversations_to_hand_out()?, store.folders()?)))
}

/// Before a word leaves the store, so that no export is missing from the chain.
fn record(keeper: &impl Keeper, subject: &str, now: Timestamp) -> Result<(), ShellError> {
    keeper.with_store(|store| store.record(AuditKind::Export, subject, now))
}

fn about(messages: &Messages, now: Timestamp) -> About<'_> {
    About {
        version: env!("CARGO_PKG_VERSION"),
        exported_at: now,
        messages,
    }
}

/// Writes a file whole or not at all.
pub(crate) fn write(
    path: &Path,
    content: impl FnOnce(&mut dyn std::io::Write) -> Result<(), ExportError>,
) -> Result<Exported, ShellError> {
    let bytes = write_file(path, content).map_err(|error| match unboxed(error) {
        Ok(ours) => ours,
        Err(source) => ShellError::Export {
            path: path.to_owned(),
            source,
        },
    })?;
    Ok(Exported {
        path: path.to_owned(),
        bytes,
    })
}

fn boxed(error: ShellError) -> ExportError {
    ExportError::Source(error.into())
}

/// What the store's side said, in its own type.
fn unboxed(error: ExportError) -> Result<ShellError, ExportError> {
    match error {
        ExportError::Source(source) => match source.downcast::<ShellError>() {
            Ok(ours) => Ok(*ours),
            Err(source) => Err(ExportError::Source(source)),
        },
        other => Err(other),
    }
}

/// The turns of a document, some at a time.
struct Pages<'keeper, K> {
    keeper: &'keeper K,
    conversation: ConversationId,
    chosen: &'keeper [TurnId],
    at: u32,
    /// What was said before the turn that comes next.
    said: Sources,
}

impl<'keeper, K: Keeper> Pages<'keeper, K> {
    fn new(keeper: &'keeper K, conversation: ConversationId, chosen: &'keeper [TurnId]) -> Self {
        Self {
            keeper,
            conversation,
            chosen,
            at: 0,
            said: Sources::default(),
        }
    }

    fn next(&mut self) -> Result<Vec<Told>, SourceError> {
        let window = self.at..self.at.saturating_add(PAGE);
        self.at = window.end;
        let conversation = self.conversation;
        let turns = if self.chosen.is_empty() {
            self.keeper
                .with_store(|store| store.turns_in(conversation, window))?
        } else {
            let from = usize::try_from(window.start).unwrap_or(usize::MAX);
            let count = usize::try_from(PAGE).unwrap_or(usize::MAX);
            let ids = self.chosen.iter().skip(from).take(count);
            ids.map(|id| self.keeper.with_store(|store| store.turn(*id)))
                .collect::<Result<Vec<_>, _>>()?
        };
        if let Some(stranger) = turns.iter().find(|turn| turn.conversation != conversation) {
            return Err(ShellError::BadId(stranger.id.to_string()).into());
        }
        turns.into_iter().map(|turn| self.told(turn)).collect()
    }

    /// A turn with the count of what no source says, wherever it stands among those that are exported.
    fn told(&mut self, turn: Turn) -> Result<Told, SourceError> {
        if !self.chosen.is_empty() {
            self.said = self
                .keeper
                .with_store(|store| said_before(store, turn.id))?;
        }
        self.said.take_in(&turn);
        let unsupported = unsupported_in(&turn, &self.said);
        Ok(Told { turn, unsupported })
    }
}
