//! Edits: another wording of a question that is being typed and was not asked yet.
//!
//! An edit never touches the conversation's draft, which comes back when the edit has ended.

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::{ConversationId, Timestamp, TurnId};

use crate::error::Failure;
use crate::{HistoryError, Store};

/// A question that is being worded anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEdit {
    /// The turn whose question it is; it need not be on the branch that is shown.
    pub turn: TurnId,
    /// Byte for byte as it stood in the composer; never empty.
    pub text: String,
}

impl Store {
    /// Keeps the wording that is being typed for a turn's question, in the place of any other edit of its
    /// conversation.
    ///
    /// Empty text removes the edit of this turn and leaves that of another one.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn save_edit(
        &mut self,
        turn: TurnId,
        text: &str,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            if text.is_empty() {
                return remove(transaction, turn);
            }
            let kept = transaction
                .prepare_cached(
                    "INSERT INTO edit (conversation, turn, text, updated_at)
                     SELECT conversation, id, ?2, ?3 FROM turn WHERE id = ?1
                     ON CONFLICT (conversation) DO UPDATE
                     SET turn = excluded.turn, text = excluded.text, updated_at = excluded.updated_at",
                )?
                .execute(params![turn.to_bytes(), text, now.0])?;
            if kept == 0 {
                Err(HistoryError::NoSuchTurn(turn).into())
            } else {
                Ok(())
            }
        })
    }

    /// The question of this conversation that is being worded anew; `None` if none is.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn kept_edit(&self, place: ConversationId) -> Result<Option<KeptEdit>, HistoryError> {
        self.read(|connection| {
            Ok(connection
                .prepare_cached("SELECT turn, text FROM edit WHERE conversation = ?1")?
                .query_row([place.to_bytes()], |row| {
                    Ok(KeptEdit {
                        turn: TurnId::from_bytes(row.get(0)?),
                        text: row.get(1)?,
                    })
                })
                .optional()?)
        })
    }
}

/// Removes the edit of a turn: it was given up, or has become a question.
pub(crate) fn remove(connection: &Connection, turn: TurnId) -> Result<(), Failure> {
    connection
        .prepare_cached("DELETE FROM edit WHERE turn = ?1")?
        .execute([turn.to_bytes()])?;
    Ok(())
}
