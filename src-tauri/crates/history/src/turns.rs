//! Turns: what was asked, in order.

use rusqlite::{Connection, OptionalExtension, Row, params};
use sanad_domain::{Conversation, ConversationId, DeclineReason, Timestamp, Turn, TurnId};

use crate::conversations::unknown_value;
use crate::error::Failure;
use crate::{HistoryError, Store, answers, conversations, drafts};

impl Store {
    /// Keeps a question, and makes a conversation for it if it has none.
    ///
    /// When this returns the question is on the disk. A draft of that place whose words are all in the
    /// question is consumed with it; another draft stays.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn begin_turn(
        &mut self,
        conversation: Option<ConversationId>,
        question: &str,
        now: Timestamp,
    ) -> Result<(Conversation, Turn), HistoryError> {
        self.write(|transaction| {
            drafts::consume(transaction, conversation, question)?;
            let conversation = match conversation {
                Some(id) => conversations::touch(transaction, id, now)?,
                None => conversations::begin(transaction, question, now)?,
            };
            let turn = append(transaction, conversation.id, question, now)?;
            Ok((conversation, turn))
        })
    }

    /// Keeps that the app answered a turn itself, and why.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], and those of every write.
    pub fn decline_turn(&mut self, id: TurnId, reason: DeclineReason) -> Result<(), HistoryError> {
        let reason = serde_json::to_string(&reason).expect("a reason is plain data");
        self.write(|transaction| {
            let changed = transaction
                .prepare_cached("UPDATE turn SET declined = ?2 WHERE id = ?1")?
                .execute(params![id.to_bytes(), reason])?;
            if changed == 0 {
                Err(HistoryError::NoSuchTurn(id).into())
            } else {
                Ok(())
            }
        })
    }

    /// The turns of a conversation with all their answers, in the order in which they were asked.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turns(&self, conversation: ConversationId) -> Result<Vec<Turn>, HistoryError> {
        self.read(|connection| {
            conversations::find(connection, conversation)?;
            let mut turns = connection
                .prepare_cached(
                    "SELECT id, conversation, position, question, asked_at, declined
                     FROM turn WHERE conversation = ?1 ORDER BY position",
                )?
                .query_map([conversation.to_bytes()], turn_of)?
                .collect::<Result<Vec<_>, _>>()?;
            answers::attach(connection, conversation, &mut turns)?;
            Ok(turns)
        })
    }

    /// One turn with its answers.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turn(&self, id: TurnId) -> Result<Turn, HistoryError> {
        self.read(|connection| {
            let mut turn = connection
                .prepare_cached(
                    "SELECT id, conversation, position, question, asked_at, declined
                     FROM turn WHERE id = ?1",
                )?
                .query_row([id.to_bytes()], turn_of)
                .optional()?
                .ok_or(HistoryError::NoSuchTurn(id))?;
            turn.answers = answers::of_turn(connection, id)?;
            Ok(turn)
        })
    }
}

fn append(
    connection: &Connection,
    conversation: ConversationId,
    question: &str,
    now: Timestamp,
) -> Result<Turn, Failure> {
    let id = TurnId::new();
    let position = connection
        .prepare_cached(
            "INSERT INTO turn (id, conversation, position, question, asked_at)
             SELECT ?1, ?2, ifnull(max(position), -1) + 1, ?3, ?4 FROM turn WHERE conversation = ?2
             RETURNING position",
        )?
        .query_row(
            params![id.to_bytes(), conversation.to_bytes(), question, now.0],
            |row| row.get(0),
        )?;
    Ok(Turn {
        id,
        conversation,
        position,
        question: question.to_owned(),
        asked_at: now,
        answers: Vec::new(),
        declined: None,
    })
}

/// A turn without its answers.
fn turn_of(row: &Row<'_>) -> rusqlite::Result<Turn> {
    let declined = match row.get::<_, Option<String>>(5)? {
        Some(reason) => Some(serde_json::from_str(&reason).map_err(|_| unknown_value(5))?),
        None => None,
    };
    Ok(Turn {
        id: TurnId::from_bytes(row.get(0)?),
        conversation: ConversationId::from_bytes(row.get(1)?),
        position: row.get(2)?,
        question: row.get(3)?,
        asked_at: Timestamp(row.get(4)?),
        answers: Vec::new(),
        declined,
    })
}
