//! Drafts: what stands in the composer and was not asked yet.

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::{ConversationId, Timestamp};

use crate::error::Failure;
use crate::{HistoryError, Store, conversations};

impl Store {
    /// Keeps what is being typed in a conversation, or in the one that does not exist yet (`None`).
    ///
    /// Empty text removes the draft.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn save_draft(
        &mut self,
        place: Option<ConversationId>,
        text: &str,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            if let Some(id) = place {
                conversations::find(transaction, id)?;
            }
            if text.is_empty() {
                return remove(transaction, place);
            }
            transaction
                .prepare_cached(
                    "INSERT INTO draft (conversation, text, updated_at) VALUES (?1, ?2, ?3)
                     ON CONFLICT (ifnull(conversation, x''))
                     DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at",
                )?
                .execute(params![place.map(ConversationId::to_bytes), text, now.0])?;
            Ok(())
        })
    }

    /// What was being typed there; `None` if nothing was.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn draft(&self, place: Option<ConversationId>) -> Result<Option<String>, HistoryError> {
        self.read(|connection| find(connection, place))
    }
}

/// Removes the draft that has become this question.
///
/// The composer keeps its draft now and then, so the draft may lag behind the question; a draft that
/// says something else is another thought, and stays.
pub(crate) fn consume(
    connection: &Connection,
    place: Option<ConversationId>,
    question: &str,
) -> Result<(), Failure> {
    let asked = find(connection, place)?.is_some_and(|draft| question.contains(draft.trim()));
    if asked {
        remove(connection, place)
    } else {
        Ok(())
    }
}

fn find(connection: &Connection, place: Option<ConversationId>) -> Result<Option<String>, Failure> {
    Ok(connection
        .prepare_cached("SELECT text FROM draft WHERE ifnull(conversation, x'') = ifnull(?1, x'')")?
        .query_row([place.map(ConversationId::to_bytes)], |row| row.get(0))
        .optional()?)
}

fn remove(connection: &Connection, place: Option<ConversationId>) -> Result<(), Failure> {
    connection
        .prepare_cached("DELETE FROM draft WHERE ifnull(conversation, x'') = ifnull(?1, x'')")?
        .execute([place.map(ConversationId::to_bytes)])?;
    Ok(())
}
