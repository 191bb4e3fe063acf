//! Turns: what was asked, kept before anybody answers.

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::{
    AnswerId, ChosenPersona, Conversation, ConversationId, DeclineReason, Language, Timestamp,
    Turn, TurnId,
};

use crate::error::Failure;
use crate::{HistoryError, Store, conversations, drafts, personas, search, transcript};

impl Store {
    /// Keeps a question behind the last one that is shown, and makes a conversation for it if it has none.
    ///
    /// When this returns the question is on the disk. A draft of that place whose words are all in the
    /// question is consumed with it; another draft stays.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], also for one in the bin, and those of every write:
    /// [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`], [`HistoryError::Damaged`],
    /// [`HistoryError::Io`].
    pub fn begin_turn(
        &mut self,
        conversation: Option<ConversationId>,
        question: &str,
        now: Timestamp,
    ) -> Result<(Conversation, Turn), HistoryError> {
        self.begin_turn_in(conversation, question, None, now)
    }

    /// [`Self::begin_turn`], for a question whose language is known.
    ///
    /// # Errors
    /// Those of [`Self::begin_turn`].
    pub fn begin_turn_in(
        &mut self,
        conversation: Option<ConversationId>,
        question: &str,
        language: Option<Language>,
        now: Timestamp,
    ) -> Result<(Conversation, Turn), HistoryError> {
        self.begin_turn_as(conversation, question, language, None, now)
    }

    /// [`Self::begin_turn_in`]; a conversation that begins with it is held with this persona, which is then no
    /// longer the next one's.
    ///
    /// # Errors
    /// Those of [`Self::begin_turn`].
    pub fn begin_turn_as(
        &mut self,
        conversation: Option<ConversationId>,
        question: &str,
        language: Option<Language>,
        persona: Option<&ChosenPersona>,
        now: Timestamp,
    ) -> Result<(Conversation, Turn), HistoryError> {
        self.write(|transaction| {
            drafts::consume(transaction, conversation, question)?;
            let conversation = match (conversation, persona) {
                (Some(id), _) => conversations::touch(transaction, id, now)?,
                (None, None) => conversations::begin(transaction, question, now)?,
                (None, Some(persona)) => {
                    let id = conversations::begin(transaction, question, now)?.id;
                    personas::take_next(transaction, id, persona)?;
                    conversations::find(transaction, id)?
                }
            };
            let place = end_of_shown_path(transaction, conversation.id)?;
            let asked = Asked {
                question,
                language,
                at: now,
            };
            let id = insert(transaction, conversation.id, &place, &asked)?;
            Ok((conversation, transcript::read_turn(transaction, id)?))
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
}

/// Where a turn stands: behind which turn, and which of its answers was shown then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) parent: Option<TurnId>,
    pub(crate) after_answer: Option<AnswerId>,
    pub(crate) position: u32,
}

/// What is asked at a place.
pub(crate) struct Asked<'text> {
    pub(crate) question: &'text str,
    pub(crate) language: Option<Language>,
    pub(crate) at: Timestamp,
}

/// Puts a question at a place, chosen and shown; what was shown from there on is shown no more.
///
/// The place itself must be on the path that is shown.
pub(crate) fn insert(
    connection: &Connection,
    conversation: ConversationId,
    place: &Place,
    asked: &Asked<'_>,
) -> Result<TurnId, Failure> {
    let id = TurnId::new();
    let parent = place.parent.map(TurnId::to_bytes);
    let after_answer = place.after_answer.map(AnswerId::to_bytes);
    hide_from(connection, conversation, place.position)?;
    connection
        .prepare_cached(
            "UPDATE turn SET chosen = 0
             WHERE conversation = ?1 AND parent IS ?2 AND after_answer IS ?3 AND chosen = 1",
        )?
        .execute(params![conversation.to_bytes(), parent, after_answer])?;
    connection
        .prepare_cached(
            "INSERT INTO turn (id, conversation, position, question, asked_at, language, parent,
                 after_answer, chosen, shown)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, 1)",
        )?
        .execute(params![
            id.to_bytes(),
            conversation.to_bytes(),
            place.position,
            asked.question,
            asked.at.0,
            asked.language.map_or("", Language::code),
            parent,
            after_answer,
        ])?;
    search::index::add_question(connection, id)?;
    Ok(id)
}

/// Shows nothing of a conversation from a position on.
pub(crate) fn hide_from(
    connection: &Connection,
    conversation: ConversationId,
    position: u32,
) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "UPDATE turn SET shown = 0 WHERE conversation = ?1 AND shown = 1 AND position >= ?2",
        )?
        .execute(params![conversation.to_bytes(), position])?;
    Ok(())
}

/// The place behind the last turn that is shown.
fn end_of_shown_path(
    connection: &Connection,
    conversation: ConversationId,
) -> Result<Place, Failure> {
    let last = connection
        .prepare_cached(
            "SELECT turn.id, answer.id, turn.position + 1
             FROM turn LEFT JOIN answer ON answer.turn = turn.id AND answer.chosen = 1
             WHERE turn.conversation = ?1 AND turn.shown = 1
             ORDER BY turn.position DESC LIMIT 1",
        )?
        .query_row([conversation.to_bytes()], |row| {
            Ok(Place {
                parent: Some(TurnId::from_bytes(row.get(0)?)),
                after_answer: row.get::<_, Option<_>>(1)?.map(AnswerId::from_bytes),
                position: row.get(2)?,
            })
        })
        .optional()?;
    Ok(last.unwrap_or(Place {
        parent: None,
        after_answer: None,
        position: 0,
    }))
}
