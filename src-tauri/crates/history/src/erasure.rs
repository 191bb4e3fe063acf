//! The end of a conversation: the bin, the way back for some minutes, and true erasure.
//!
//! What was erased must be in no page of the database, in no page of its log, and in no saved state.

use rusqlite::{Connection, Row, params};
use sanad_domain::{ConversationId, Timestamp};

use crate::audit::{self, AuditKind};
use crate::conversations::change;
use crate::error::Failure;
use crate::{HistoryError, Operation, Store, search};

/// How long a conversation lies in the bin before [`Store::erase_binned`] erases it: five minutes.
pub const UNDO_MILLISECONDS: i64 = 5 * 60 * 1000;

impl Store {
    /// Puts a conversation in the bin: it is in no list and no search, and takes no more turns.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn bin_conversation(
        &mut self,
        id: ConversationId,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET deleted_at = ifnull(deleted_at, ?2) WHERE id = ?1",
                params![id.to_bytes(), now.0],
            )
        })
    }

    /// Takes a conversation out of the bin, to where it stood before.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`] once it is erased, and those of every write.
    pub fn unbin_conversation(&mut self, id: ConversationId) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET deleted_at = NULL WHERE id = ?1",
                params![id.to_bytes()],
            )
        })
    }

    /// Erases what has lain in the bin for [`UNDO_MILLISECONDS`], and says how many conversations that were.
    ///
    /// What seems to have been put there in the future is erased as well: somebody set the clock back,
    /// and what was deleted must not stay for years. To be called every minute and after unlocking.
    ///
    /// # Errors
    /// Those of every write.
    pub fn erase_binned(&mut self, now: Timestamp) -> Result<usize, HistoryError> {
        let due = self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id FROM conversation
                 WHERE deleted_at IS NOT NULL AND (deleted_at > ?1 OR deleted_at <= ?2)",
            )?;
            let due =
                statement.query_map([now.0, now.0.saturating_sub(UNDO_MILLISECONDS)], id_of)?;
            Ok(due.collect::<Result<_, _>>()?)
        })?;
        self.erase_all(due, now)
    }

    /// Erases all that lies in the bin, and says how many conversations that were: before the store is locked,
    /// when nobody is left to have them back.
    ///
    /// # Errors
    /// Those of every write.
    pub fn empty_bin(&mut self, now: Timestamp) -> Result<usize, HistoryError> {
        let all = self.read(|connection| {
            let mut statement = connection
                .prepare_cached("SELECT id FROM conversation WHERE deleted_at IS NOT NULL")?;
            let all = statement.query_map([], id_of)?;
            Ok(all.collect::<Result<_, _>>()?)
        })?;
        self.erase_all(all, now)
    }

    fn erase_all(
        &mut self,
        conversations: Vec<ConversationId>,
        now: Timestamp,
    ) -> Result<usize, HistoryError> {
        let states = self.saved_states();
        for id in &conversations {
            states.forget(*id)?;
            self.write(|transaction| erase(transaction, *id, now))?;
        }
        if !conversations.is_empty() {
            // Older pages in the log still hold what was deleted.
            self.database.checkpoint(Operation::WriteStore)?;
        }
        Ok(conversations.len())
    }

    /// Erases a conversation at once, with its turns, answers and draft; their bytes are overwritten.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write. If only the last step failed,
    /// the conversation is gone and its bytes are overwritten when the store is closed.
    pub fn delete_conversation(
        &mut self,
        id: ConversationId,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.saved_states().forget(id)?;
        self.write(|transaction| erase(transaction, id, now))?;
        self.database.checkpoint(Operation::WriteStore)
    }
}

fn id_of(row: &Row<'_>) -> Result<ConversationId, rusqlite::Error> {
    Ok(ConversationId::from_bytes(row.get(0)?))
}

fn erase(connection: &Connection, id: ConversationId, now: Timestamp) -> Result<(), Failure> {
    search::index::forget_conversation(connection, id)?;
    change(
        connection,
        id,
        "DELETE FROM conversation WHERE id = ?1",
        params![id.to_bytes()],
    )?;
    audit::append(connection, AuditKind::Deletion, &id.to_string(), now)
}
