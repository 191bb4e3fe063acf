//! Taking conversations in: a file is read twice, and nothing is written before all of it was found good.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use sanad_domain::archive::{ConversationRecord, TurnRecord};
use sanad_domain::{AnswerId, Folder, Timestamp, TurnId};
use sanad_export::{ExportError, Receiver, SourceError, read_archive, read_json};
use sanad_history::Taken;

use super::{Keeper, unboxed};
use crate::error::ShellError;

/// How every archive begins.
const ARCHIVE: &[u8] = b"age-encryption.org/";

/// What came of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Imported {
    /// Conversations that were not there before.
    pub(crate) conversations: u32,
    /// Their turns.
    pub(crate) turns: u32,
    /// Conversations that were there already, and were left as they are.
    pub(crate) already_there: u32,
}

/// Takes in all conversations of a JSON file, or of an archive that the passphrase opens.
pub(crate) fn import_file(
    keeper: &impl Keeper,
    path: &Path,
    passphrase: &str,
    now: Timestamp,
) -> Result<Imported, ShellError> {
    let failed = |error| match unboxed(error) {
        Ok(ours) => ours,
        Err(source) => ShellError::Import {
            path: path.to_owned(),
            source,
        },
    };
    let mut file = File::open(path).map_err(|error| failed(error.into()))?;
    let mut look = Looker {
        keeper,
        turns: HashSet::new(),
        answers: HashSet::new(),
    };
    read(&mut file, passphrase, &mut look).map_err(failed)?;
    let mut taker = Taker {
        keeper,
        now,
        imported: Imported::default(),
    };
    read(&mut file, passphrase, &mut taker).map_err(failed)?;
    Ok(taker.imported)
}

fn read(file: &mut File, passphrase: &str, receiver: &mut dyn Receiver) -> Result<(), ExportError> {
    file.rewind()?;
    let is_archive = begins_as_archive(file)?;
    file.rewind()?;
    if is_archive {
        read_archive(file, passphrase, receiver)
    } else {
        read_json(file, receiver)
    }
}

fn begins_as_archive(file: &mut File) -> io::Result<bool> {
    let mut beginning = Vec::new();
    let length = u64::try_from(ARCHIVE.len()).unwrap_or(0);
    file.take(length).read_to_end(&mut beginning)?;
    Ok(beginning == ARCHIVE)
}

/// Finds out whether everything could be taken in.
struct Looker<'keeper, K> {
    keeper: &'keeper K,
    turns: HashSet<TurnId>,
    answers: HashSet<AnswerId>,
}

impl<K: Keeper> Receiver for Looker<'_, K> {
    fn folders(&mut self, _folders: Vec<Folder>) -> Result<(), SourceError> {
        Ok(())
    }

    fn conversation(
        &mut self,
        conversation: ConversationRecord,
        turns: Vec<TurnRecord>,
    ) -> Result<(), SourceError> {
        self.keeper
            .with_store(|store| store.could_take_in(&conversation, &turns))?;
        for turn in &turns {
            let mut is_new = self.turns.insert(turn.id);
            for answer in &turn.answers {
                is_new &= self.answers.insert(answer.id);
            }
            if !is_new {
                // Two conversations of one file share a turn: no store handed that out.
                return Err(
                    ShellError::from(sanad_history::HistoryError::ForeignTurn(turn.id)).into(),
                );
            }
        }
        Ok(())
    }
}

/// Takes everything in.
struct Taker<'keeper, K> {
    keeper: &'keeper K,
    now: Timestamp,
    imported: Imported,
}

impl<K: Keeper> Receiver for Taker<'_, K> {
    fn folders(&mut self, folders: Vec<Folder>) -> Result<(), SourceError> {
        let now = self.now;
        Ok(self
            .keeper
            .with_store(|store| store.take_in_folders(&folders, now))?)
    }

    fn conversation(
        &mut self,
        conversation: ConversationRecord,
        turns: Vec<TurnRecord>,
    ) -> Result<(), SourceError> {
        let now = self.now;
        let taken = self
            .keeper
            .with_store(|store| store.take_in(&conversation, &turns, now))?;
        match taken {
            Taken::New => {
                self.imported.conversations += 1;
                self.imported.turns += u32::try_from(turns.len()).unwrap_or(u32::MAX);
            }
            Taken::AlreadyThere => self.imported.already_there += 1,
        }
        Ok(())
    }
}
