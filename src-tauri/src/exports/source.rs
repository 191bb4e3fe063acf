//! Conversations as the store hands them out.

use sanad_domain::archive::{ConversationRecord, TurnRecord};
use sanad_domain::{ConversationId, Folder, TurnId};
use sanad_export::{Source, SourceError};

use super::{Keeper, PAGE};
use crate::error::ShellError;

/// The store behind whoever keeps it.
pub(super) struct StoreSource<'keeper, K>(pub(super) &'keeper K);

impl<K: Keeper> StoreSource<'_, K> {
    /// The folder that a conversation lies in, if any.
    pub(super) fn folder_of(&self, id: ConversationId) -> Result<Vec<Folder>, SourceError> {
        let (record, mut folders) = self
            .0
            .with_store(|store| Ok((store.hand_out_conversation(id)?, store.folders()?)))?;
        folders.retain(|folder| Some(folder.id) == record.folder);
        Ok(folders)
    }

    /// Some turns of a conversation in the order in which they are given.
    pub(super) fn some_turns(
        &mut self,
        id: ConversationId,
        chosen: &[TurnId],
    ) -> Result<(ConversationRecord, Vec<TurnRecord>), SourceError> {
        let record = self.conversation(id)?;
        let mut found: Vec<TurnRecord> = Vec::new();
        let mut last = None;
        loop {
            let page = self.turns(id, last)?;
            let Some(end) = page.last() else { break };
            last = Some(end.id);
            found.extend(page.into_iter().filter(|turn| chosen.contains(&turn.id)));
        }
        let place = |turn: &TurnRecord| chosen.iter().position(|id| *id == turn.id);
        found.sort_by_key(place);
        match chosen
            .iter()
            .find(|id| found.iter().all(|turn| turn.id != **id))
        {
            Some(absent) => Err(ShellError::BadId(absent.to_string()).into()),
            None => Ok((record, found)),
        }
    }
}

impl<K: Keeper> Source for StoreSource<'_, K> {
    fn conversation(&mut self, id: ConversationId) -> Result<ConversationRecord, SourceError> {
        Ok(self.0.with_store(|store| store.hand_out_conversation(id))?)
    }

    fn turns(
        &mut self,
        id: ConversationId,
        after: Option<TurnId>,
    ) -> Result<Vec<TurnRecord>, SourceError> {
        Ok(self
            .0
            .with_store(|store| store.hand_out_turns(id, after, PAGE))?)
    }
}
