//! Conversations: the list, their titles, their language, their end.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sanad_domain::{Conversation, ConversationId, Language, Timestamp};

use crate::error::Failure;
use crate::{HistoryError, Operation, Store, title};

impl Store {
    /// Every conversation, the one with the newest turn first, whatever the clock said.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversations(&self) -> Result<Vec<Conversation>, HistoryError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id, title, created_at, updated_at FROM conversation ORDER BY recency DESC",
            )?;
            let rows = statement.query_map([], conversation_of)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// One conversation.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversation(&self, id: ConversationId) -> Result<Conversation, HistoryError> {
        self.read(|connection| find(connection, id))
    }

    /// Gives a conversation another title; line breaks and bidi controls are left out, and a long
    /// title is cut.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn rename(&mut self, id: ConversationId, new_title: &str) -> Result<(), HistoryError> {
        let new_title = title::from_user(new_title);
        self.write(|transaction| {
            let changed = transaction
                .prepare_cached("UPDATE conversation SET title = ?2 WHERE id = ?1")?
                .execute(params![id.to_bytes(), new_title])?;
            if changed == 0 {
                Err(HistoryError::NoSuchConversation(id).into())
            } else {
                Ok(())
            }
        })
    }

    /// What a conversation is mostly held in; `None` while nobody has said.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversation_language(
        &self,
        id: ConversationId,
    ) -> Result<Option<Language>, HistoryError> {
        self.read(|connection| {
            let tag: Option<String> = connection
                .prepare_cached("SELECT language FROM conversation WHERE id = ?1")?
                .query_row([id.to_bytes()], |row| row.get(0))
                .optional()?
                .ok_or(HistoryError::NoSuchConversation(id))?;
            Ok(tag.as_deref().and_then(Language::from_tag))
        })
    }

    /// Says what a conversation is mostly held in.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn set_conversation_language(
        &mut self,
        id: ConversationId,
        language: Language,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            let changed = transaction
                .prepare_cached("UPDATE conversation SET language = ?2 WHERE id = ?1")?
                .execute(params![id.to_bytes(), language.code()])?;
            if changed == 0 {
                Err(HistoryError::NoSuchConversation(id).into())
            } else {
                Ok(())
            }
        })
    }

    /// Erases a conversation with its turns, answers and draft; their bytes are overwritten.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write. If only the last step failed,
    /// the conversation is gone and its bytes are overwritten when the store is closed.
    pub fn delete_conversation(&mut self, id: ConversationId) -> Result<(), HistoryError> {
        self.write(|transaction| {
            let deleted = transaction
                .prepare_cached("DELETE FROM conversation WHERE id = ?1")?
                .execute([id.to_bytes()])?;
            if deleted == 0 {
                Err(HistoryError::NoSuchConversation(id).into())
            } else {
                Ok(())
            }
        })?;
        // Older pages in the log still hold what was deleted.
        self.database.checkpoint(Operation::WriteStore)
    }
}

/// Makes a conversation out of its first question.
pub(crate) fn begin(
    connection: &Connection,
    question: &str,
    now: Timestamp,
) -> Result<Conversation, Failure> {
    let conversation = Conversation {
        id: ConversationId::new(),
        title: title::from_question(question),
        created_at: now,
        updated_at: now,
    };
    connection
        .prepare_cached(
            "INSERT INTO conversation (id, title, recency, created_at, updated_at)
             VALUES (?1, ?2, (SELECT ifnull(max(recency), 0) + 1 FROM conversation), ?3, ?3)",
        )?
        .execute(params![
            conversation.id.to_bytes(),
            conversation.title,
            now.0
        ])?;
    Ok(conversation)
}

/// Puts a conversation at the head of the list.
pub(crate) fn touch(
    connection: &Connection,
    id: ConversationId,
    now: Timestamp,
) -> Result<Conversation, Failure> {
    connection
        .prepare_cached(
            "UPDATE conversation
             SET updated_at = ?2, recency = (SELECT max(recency) + 1 FROM conversation)
             WHERE id = ?1",
        )?
        .execute(params![id.to_bytes(), now.0])?;
    find(connection, id)
}

/// One conversation, or the refusal that there is none.
pub(crate) fn find(connection: &Connection, id: ConversationId) -> Result<Conversation, Failure> {
    let found = connection
        .prepare_cached("SELECT id, title, created_at, updated_at FROM conversation WHERE id = ?1")?
        .query_row([id.to_bytes()], conversation_of)
        .optional()?;
    Ok(found.ok_or(HistoryError::NoSuchConversation(id))?)
}

fn conversation_of(row: &Row<'_>) -> rusqlite::Result<Conversation> {
    Ok(Conversation {
        id: ConversationId::from_bytes(row.get(0)?),
        title: row.get(1)?,
        created_at: Timestamp(row.get(2)?),
        updated_at: Timestamp(row.get(3)?),
    })
}

/// A value in a column that this version has no meaning for.
pub(crate) fn unknown_value(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, "a code of this version".to_owned(), Type::Text)
}
