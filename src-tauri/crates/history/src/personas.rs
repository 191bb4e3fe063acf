//! The persona that was chosen for a conversation, or for the one that does not exist yet.

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::{ChosenPersona, ConversationId};

use crate::conversations::change;
use crate::error::Failure;
use crate::{HistoryError, Store};

impl Store {
    /// Chooses a persona for a conversation, or for the one that does not exist yet; `None` for no persona.
    ///
    /// What the user has told the model to be in words of their own stays.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn choose_persona(
        &mut self,
        place: Option<ConversationId>,
        persona: Option<&ChosenPersona>,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| match place {
            Some(id) => give(transaction, id, persona),
            None => keep_next(transaction, persona),
        })
    }

    /// The persona of the conversation that does not exist yet.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn next_persona(&self) -> Result<Option<ChosenPersona>, HistoryError> {
        self.read(|connection| {
            let json: Option<String> = connection
                .prepare_cached("SELECT persona FROM next_persona WHERE id = 1")?
                .query_row([], |row| row.get(0))
                .optional()?;
            Ok(json.as_deref().and_then(decoded))
        })
    }
}

/// The conversation that has just begun takes what was chosen for it.
pub(crate) fn take_next(
    connection: &Connection,
    id: ConversationId,
    persona: &ChosenPersona,
) -> Result<(), Failure> {
    keep_next(connection, None)?;
    give(connection, id, Some(persona))
}

/// `None` for what this version cannot read: the conversation is then held without it.
pub(crate) fn decoded(json: &str) -> Option<ChosenPersona> {
    serde_json::from_str(json).ok()
}

fn give(
    connection: &Connection,
    id: ConversationId,
    persona: Option<&ChosenPersona>,
) -> Result<(), Failure> {
    change(
        connection,
        id,
        "UPDATE conversation SET chosen_persona = ?2 WHERE id = ?1",
        params![id.to_bytes(), persona.map(encoded)],
    )
}

fn keep_next(connection: &Connection, persona: Option<&ChosenPersona>) -> Result<(), Failure> {
    match persona {
        Some(persona) => connection
            .prepare_cached(
                "INSERT INTO next_persona (id, persona) VALUES (1, ?1)
                 ON CONFLICT (id) DO UPDATE SET persona = excluded.persona",
            )?
            .execute([encoded(persona)])?,
        None => connection
            .prepare_cached("DELETE FROM next_persona")?
            .execute([])?,
    };
    Ok(())
}

fn encoded(persona: &ChosenPersona) -> String {
    serde_json::to_string(persona).expect("a persona is plain data")
}
