//! Conversations: the lists they stand in, and one of them with all that is known of it.

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use sanad_domain::{Conversation, ConversationId, FolderId, Language, Sha256Hex, Timestamp};

use crate::error::Failure;
use crate::{HistoryError, Store, personas, search, title};

const COLUMNS: &str =
    "id, title, created_at, updated_at, folder, pinned, archived, language, model,
    persona, deleted_at, chosen_persona";

/// Which list a conversation stands in: one at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// The daily list.
    #[default]
    Daily,
    /// Put away, found by search as before.
    Archive,
    /// Deleted some minutes ago at most, and still to be had back.
    Bin,
}

/// A piece of a list of conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRequest {
    /// The list.
    pub shelf: Shelf,
    /// Only what lies in this folder; `None` for all.
    pub folder: Option<FolderId>,
    /// Only what stands behind this conversation; `None` begins at the head.
    pub after: Option<ConversationId>,
    /// At most so many.
    pub limit: u32,
}

impl Store {
    /// Every conversation of the daily list, the one with the newest turn first, whatever the clock said.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversations(&self) -> Result<Vec<Conversation>, HistoryError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM conversation WHERE deleted_at IS NULL AND archived = 0
                 ORDER BY recency DESC",
            ))?;
            let rows = statement.query_map([], conversation_of)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// A piece of a list: pinned conversations first, then those with the newest turns.
    ///
    /// A conversation to go on behind that has left the list meanwhile is passed over by its old place.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`] for `after`, [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn list(&self, request: &ListRequest) -> Result<Vec<Conversation>, HistoryError> {
        let shelf = match request.shelf {
            Shelf::Daily => "deleted_at IS NULL AND archived = 0",
            Shelf::Archive => "deleted_at IS NULL AND archived = 1",
            Shelf::Bin => "deleted_at IS NOT NULL",
        };
        self.read(|connection| {
            if let Some(after) = request.after {
                find(connection, after)?;
            }
            let mut statement = connection.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM conversation
                 WHERE {shelf} AND (?1 IS NULL OR folder = ?1)
                     AND (?2 IS NULL OR (pinned, recency)
                         < (SELECT pinned, recency FROM conversation WHERE id = ?2))
                 ORDER BY pinned DESC, recency DESC LIMIT ?3",
            ))?;
            let (folder, after) = (request.folder, request.after);
            let rows = statement.query_map(
                params![
                    folder.map(FolderId::to_bytes),
                    after.map(ConversationId::to_bytes),
                    request.limit
                ],
                conversation_of,
            )?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// One conversation, on whichever shelf it stands.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversation(&self, id: ConversationId) -> Result<Conversation, HistoryError> {
        self.read(|connection| find(connection, id))
    }
}

/// Makes a conversation out of its first question.
pub(crate) fn begin(
    connection: &Connection,
    question: &str,
    now: Timestamp,
) -> Result<Conversation, Failure> {
    let id = ConversationId::new();
    connection
        .prepare_cached(
            "INSERT INTO conversation (id, title, title_origin, recency, created_at, updated_at)
             VALUES (?1, ?2, 'question', (SELECT ifnull(max(recency), 0) + 1 FROM conversation),
                 ?3, ?3)",
        )?
        .execute(params![
            id.to_bytes(),
            title::from_question(question),
            now.0
        ])?;
    search::index::add_title(connection, id)?;
    find(connection, id)
}

/// Puts a conversation at the head of its list; one in the bin takes no more turns.
pub(crate) fn touch(
    connection: &Connection,
    id: ConversationId,
    now: Timestamp,
) -> Result<Conversation, Failure> {
    change(
        connection,
        id,
        "UPDATE conversation
         SET updated_at = ?2, recency = (SELECT max(recency) + 1 FROM conversation)
         WHERE id = ?1 AND deleted_at IS NULL",
        params![id.to_bytes(), now.0],
    )?;
    find(connection, id)
}

/// One conversation, or the refusal that there is none.
pub(crate) fn find(connection: &Connection, id: ConversationId) -> Result<Conversation, Failure> {
    let found = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM conversation WHERE id = ?1"))?
        .query_row([id.to_bytes()], conversation_of)
        .optional()?;
    Ok(found.ok_or(HistoryError::NoSuchConversation(id))?)
}

/// Runs an update of one conversation; one that changes nothing found no such conversation.
pub(crate) fn change(
    connection: &Connection,
    id: ConversationId,
    update: &str,
    values: impl Params,
) -> Result<(), Failure> {
    match connection.prepare_cached(update)?.execute(values)? {
        0 => Err(HistoryError::NoSuchConversation(id).into()),
        _ => Ok(()),
    }
}

fn conversation_of(row: &Row<'_>) -> rusqlite::Result<Conversation> {
    let language: Option<String> = row.get(7)?;
    let chosen_persona: Option<String> = row.get(11)?;
    Ok(Conversation {
        id: ConversationId::from_bytes(row.get(0)?),
        title: row.get(1)?,
        created_at: Timestamp(row.get(2)?),
        updated_at: Timestamp(row.get(3)?),
        folder: row.get::<_, Option<_>>(4)?.map(FolderId::from_bytes),
        pinned: row.get(5)?,
        archived: row.get(6)?,
        language: language.as_deref().and_then(Language::from_tag),
        model: row.get::<_, Option<_>>(8)?.map(Sha256Hex),
        persona: row.get(9)?,
        deleted_at: row.get::<_, Option<_>>(10)?.map(Timestamp),
        chosen_persona: chosen_persona.as_deref().and_then(personas::decoded),
    })
}

/// A value in a column that this version has no meaning for.
pub(crate) fn unknown_value(column: usize) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, "a code of this version".to_owned(), Type::Text)
}
