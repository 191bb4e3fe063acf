//! Reading what is shown of a conversation, whole or by a window of positions.
//!
//! A window costs what is in it, however long the conversation is.

use std::collections::HashMap;
use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, Row, params};
use sanad_domain::{AnswerId, ConversationId, Language, Timestamp, Turn, TurnId};

use crate::conversations::unknown_value;
use crate::error::Failure;
use crate::{HistoryError, Store, answers, conversations};

const COLUMNS: &str = "turn.id, turn.conversation, turn.position, turn.question, turn.asked_at,
    turn.declined, turn.language";

impl Store {
    /// All turns that are shown of a conversation with all their answers, first to last.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turns(&self, conversation: ConversationId) -> Result<Vec<Turn>, HistoryError> {
        self.turns_in(conversation, 0..u32::MAX)
    }

    /// The turns that are shown at these positions, with all their answers, first to last.
    ///
    /// Positions behind the end are passed over. A window that ends at [`Self::turn_count`] holds the newest.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turns_in(
        &self,
        conversation: ConversationId,
        positions: Range<u32>,
    ) -> Result<Vec<Turn>, HistoryError> {
        self.read(|connection| {
            conversations::find(connection, conversation)?;
            let window = params![conversation.to_bytes(), positions.start, positions.end];
            let mut turns = connection
                .prepare_cached(&format!(
                    "SELECT {COLUMNS} FROM turn
                     WHERE conversation = ?1 AND shown = 1 AND position >= ?2 AND position < ?3
                     ORDER BY position",
                ))?
                .query_map(window, turn_of)?
                .collect::<Result<Vec<_>, _>>()?;
            let mut siblings = siblings_of_window(connection, conversation, &positions)?;
            let mut chosen = HashMap::new();
            let mut answers =
                answers::of_window(connection, conversation, &positions, &mut chosen)?;
            for turn in &mut turns {
                turn.answers = answers.remove(&turn.id).unwrap_or_default();
                turn.chosen_answer = chosen.remove(&turn.id);
                turn.siblings = siblings.remove(&turn.id).unwrap_or_default();
            }
            Ok(turns)
        })
    }

    /// The turns from the first of a conversation to this one, shown or not, without their answers.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn asked_on_the_way_to(&self, id: TurnId) -> Result<Vec<Turn>, HistoryError> {
        self.read(|connection| {
            let turns = connection
                .prepare_cached(&format!(
                    "WITH RECURSIVE way (id, parent) AS (
                         SELECT id, parent FROM turn WHERE id = ?1
                         UNION ALL
                         SELECT turn.id, turn.parent FROM turn JOIN way ON turn.id = way.parent
                     )
                     SELECT {COLUMNS} FROM turn JOIN way ON way.id = turn.id ORDER BY turn.position",
                ))?
                .query_map([id.to_bytes()], turn_of)?
                .collect::<Result<Vec<_>, _>>()?;
            if turns.is_empty() {
                return Err(HistoryError::NoSuchTurn(id).into());
            }
            Ok(turns)
        })
    }

    /// How many turns are shown of a conversation.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turn_count(&self, conversation: ConversationId) -> Result<u32, HistoryError> {
        self.read(|connection| {
            conversations::find(connection, conversation)?;
            // Positions have no gaps, so the last one says how many there are.
            Ok(connection
                .prepare_cached(
                    "SELECT ifnull(max(position) + 1, 0) FROM turn
                     WHERE conversation = ?1 AND shown = 1",
                )?
                .query_row([conversation.to_bytes()], |row| row.get(0))?)
        })
    }

    /// One turn with its answers, shown or not.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turn(&self, id: TurnId) -> Result<Turn, HistoryError> {
        self.read(|connection| read_turn(connection, id))
    }
}

/// One turn with its answers, or the refusal that there is none.
pub(crate) fn read_turn(connection: &Connection, id: TurnId) -> Result<Turn, Failure> {
    let mut turn = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM turn WHERE id = ?1"))?
        .query_row([id.to_bytes()], turn_of)
        .optional()?
        .ok_or(HistoryError::NoSuchTurn(id))?;
    (turn.answers, turn.chosen_answer) = answers::of_turn(connection, id)?;
    turn.siblings = connection
        .prepare_cached(
            "SELECT beside.id FROM turn JOIN turn AS beside
                 ON beside.conversation = turn.conversation AND beside.parent IS turn.parent
                 AND beside.after_answer IS turn.after_answer
             WHERE turn.id = ?1 ORDER BY beside.row_number",
        )?
        .query_map([id.to_bytes()], |row| Ok(TurnId::from_bytes(row.get(0)?)))?
        .collect::<Result<_, _>>()?;
    Ok(turn)
}

fn siblings_of_window(
    connection: &Connection,
    conversation: ConversationId,
    positions: &Range<u32>,
) -> Result<HashMap<TurnId, Vec<TurnId>>, Failure> {
    let mut statement = connection.prepare_cached(
        "SELECT turn.id, beside.id FROM turn JOIN turn AS beside
             ON beside.conversation = turn.conversation AND beside.parent IS turn.parent
             AND beside.after_answer IS turn.after_answer
         WHERE turn.conversation = ?1 AND turn.shown = 1
             AND turn.position >= ?2 AND turn.position < ?3
         ORDER BY turn.position, beside.row_number",
    )?;
    let window = params![conversation.to_bytes(), positions.start, positions.end];
    let mut siblings: HashMap<TurnId, Vec<TurnId>> = HashMap::new();
    let rows = statement.query_map(window, |row| Ok((row.get(0)?, row.get(1)?)))?;
    for row in rows {
        let (turn, beside) = row?;
        siblings
            .entry(TurnId::from_bytes(turn))
            .or_default()
            .push(TurnId::from_bytes(beside));
    }
    Ok(siblings)
}

/// A turn without its answers and siblings.
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
        language: Language::from_tag(row.get_ref(6)?.as_str()?),
        asked_at: Timestamp(row.get(4)?),
        answers: Vec::new(),
        chosen_answer: None,
        siblings: Vec::new(),
        declined,
    })
}

/// Which answer is chosen of which turn.
pub(crate) type Chosen = HashMap<TurnId, AnswerId>;
