//! Branches: another wording of a question, another answer, the way between them, and forks.
//!
//! A conversation is a tree. Turns that stand behind the same answer of the same turn are siblings, and
//! one of them is chosen; of each turn's answers one is chosen. The path that the window shows follows
//! what is chosen from the first turn down, and every turn on it is marked `shown`.
//! Nothing here may ever remove or overwrite a word.

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::{AnswerId, Conversation, ConversationId, Language, Timestamp, Turn, TurnId};

use crate::error::Failure;
use crate::turns::{Asked, Place, hide_from, insert};
use crate::{HistoryError, Store, conversations, edits, search, transcript};

impl Store {
    /// Keeps another wording of a question beside the first, and shows it.
    ///
    /// What was asked after the first wording stays behind it, and is shown again when that is chosen.
    /// The edit that was kept of that question is consumed with it.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], [`HistoryError::NoSuchConversation`] for a conversation in the bin,
    /// and those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn begin_edited_turn(
        &mut self,
        edited: TurnId,
        question: &str,
        language: Option<Language>,
        now: Timestamp,
    ) -> Result<(Conversation, Turn), HistoryError> {
        self.write(|transaction| {
            let node = node(transaction, edited)?;
            show(transaction, edited)?;
            let conversation = conversations::touch(transaction, node.conversation, now)?;
            edits::remove(transaction, edited)?;
            let asked = Asked {
                question,
                language,
                at: now,
            };
            let id = insert(transaction, node.conversation, &node.place, &asked)?;
            Ok((conversation, transcript::read_turn(transaction, id)?))
        })
    }

    /// Shows a turn in the place of its sibling, with what was last shown behind it.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], and those of every write.
    pub fn choose_turn(&mut self, id: TurnId) -> Result<(), HistoryError> {
        self.write(|transaction| show(transaction, id))
    }

    /// Shows an answer in the place of the turn's other ones, with what was last shown behind it.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchAnswer`], and those of every write.
    pub fn choose_answer(&mut self, id: AnswerId) -> Result<(), HistoryError> {
        self.write(|transaction| {
            let turn = transaction
                .prepare_cached("SELECT turn FROM answer WHERE id = ?1")?
                .query_row([id.to_bytes()], |row| Ok(TurnId::from_bytes(row.get(0)?)))
                .optional()?
                .ok_or(HistoryError::NoSuchAnswer(id))?;
            show(transaction, turn)?;
            choose_among_answers(transaction, turn, id)?;
            let node = node(transaction, turn)?;
            show_behind(
                transaction,
                node.conversation,
                Some(turn),
                node.place.position + 1,
            )
        })
    }

    /// Makes a conversation of its own out of the way to a turn: each question with the answer that led on.
    ///
    /// It has the title, folder, language, model, persona and sampling of the first; an answer that is being
    /// written is copied as one that was stopped.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], and those of every write.
    pub fn fork_conversation(
        &mut self,
        turn: TurnId,
        now: Timestamp,
    ) -> Result<Conversation, HistoryError> {
        self.write(|transaction| {
            let way = way_to(transaction, turn)?;
            let from = node(transaction, turn)?.conversation;
            let fork = ConversationId::new();
            transaction
                .prepare_cached(
                    "INSERT INTO conversation (id, title, title_origin, recency, created_at,
                         updated_at, folder, language, model, persona,
                         chosen_persona, sampling)
                     SELECT ?1, title, title_origin,
                         (SELECT max(recency) + 1 FROM conversation), ?2, ?2, folder, language, model,
                         persona, chosen_persona, sampling
                     FROM conversation WHERE id = ?3",
                )?
                .execute(params![fork.to_bytes(), now.0, from.to_bytes()])?;
            let (mut parent, mut after_answer) = (None, None);
            for (turn, answer) in way {
                let copy = TurnId::new();
                copy_turn(transaction, turn, copy, fork, parent, after_answer)?;
                after_answer = match answer {
                    Some(answer) => Some(copy_answer(transaction, answer, copy)?),
                    None => None,
                };
                parent = Some(copy);
            }
            search::index::add_title(transaction, fork)?;
            conversations::find(transaction, fork)
        })
    }
}

/// A turn's conversation and place.
struct Node {
    conversation: ConversationId,
    place: Place,
    shown: bool,
}

fn node(connection: &Connection, id: TurnId) -> Result<Node, Failure> {
    let found = connection
        .prepare_cached(
            "SELECT conversation, parent, after_answer, position, shown FROM turn WHERE id = ?1",
        )?
        .query_row([id.to_bytes()], |row| {
            Ok(Node {
                conversation: ConversationId::from_bytes(row.get(0)?),
                place: Place {
                    parent: row.get::<_, Option<_>>(1)?.map(TurnId::from_bytes),
                    after_answer: row.get::<_, Option<_>>(2)?.map(AnswerId::from_bytes),
                    position: row.get(3)?,
                },
                shown: row.get(4)?,
            })
        })
        .optional()?;
    Ok(found.ok_or(HistoryError::NoSuchTurn(id))?)
}

/// Puts a turn on the path that is shown, and behind it what is chosen there.
fn show(connection: &Connection, id: TurnId) -> Result<(), Failure> {
    let mut at = node(connection, id)?;
    if at.shown {
        return Ok(());
    }
    let mut id = id;
    // Up to the first turn that is shown: above it all is chosen already.
    loop {
        choose_among_siblings(connection, id, &at)?;
        let Some(parent) = at.place.parent else {
            return show_behind(connection, at.conversation, None, 0);
        };
        if let Some(answer) = at.place.after_answer {
            choose_among_answers(connection, parent, answer)?;
        }
        let above = node(connection, parent)?;
        if above.shown {
            let position = at.place.position;
            return show_behind(connection, at.conversation, Some(parent), position);
        }
        (id, at) = (parent, above);
    }
}

/// Shows what is chosen behind a turn that is shown, from that position on, and nothing else.
fn show_behind(
    connection: &Connection,
    conversation: ConversationId,
    parent: Option<TurnId>,
    position: u32,
) -> Result<(), Failure> {
    hide_from(connection, conversation, position)?;
    let mut next = connection.prepare_cached(
        "UPDATE turn SET shown = 1
         WHERE conversation = ?1 AND parent IS ?2 AND chosen = 1
             AND after_answer IS (SELECT id FROM answer WHERE turn = ?2 AND chosen = 1)
         RETURNING id",
    )?;
    let mut parent = parent;
    loop {
        let shown: Option<[u8; 16]> = next
            .query_row(
                params![conversation.to_bytes(), parent.map(TurnId::to_bytes)],
                |row| row.get(0),
            )
            .optional()?;
        match shown {
            Some(id) => parent = Some(TurnId::from_bytes(id)),
            None => return Ok(()),
        }
    }
}

fn choose_among_siblings(connection: &Connection, id: TurnId, at: &Node) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "UPDATE turn SET chosen = 0
             WHERE conversation = ?1 AND parent IS ?2 AND after_answer IS ?3 AND chosen = 1",
        )?
        .execute(params![
            at.conversation.to_bytes(),
            at.place.parent.map(TurnId::to_bytes),
            at.place.after_answer.map(AnswerId::to_bytes)
        ])?;
    connection
        .prepare_cached("UPDATE turn SET chosen = 1 WHERE id = ?1")?
        .execute([id.to_bytes()])?;
    Ok(())
}

fn choose_among_answers(
    connection: &Connection,
    turn: TurnId,
    answer: AnswerId,
) -> Result<(), Failure> {
    unchoose_answers(connection, turn)?;
    connection
        .prepare_cached("UPDATE answer SET chosen = 1 WHERE id = ?1")?
        .execute([answer.to_bytes()])?;
    Ok(())
}

fn unchoose_answers(connection: &Connection, turn: TurnId) -> Result<(), Failure> {
    connection
        .prepare_cached("UPDATE answer SET chosen = 0 WHERE turn = ?1 AND chosen = 1")?
        .execute([turn.to_bytes()])?;
    Ok(())
}

/// Before a turn takes a new answer, which will be the chosen one: no other is, and nothing is shown behind.
pub(crate) fn make_way_for_answer(connection: &Connection, turn: TurnId) -> Result<(), Failure> {
    show(connection, turn)?;
    let has_answers = connection
        .prepare_cached("SELECT 1 FROM answer WHERE turn = ?1")?
        .exists([turn.to_bytes()])?;
    if has_answers {
        unchoose_answers(connection, turn)?;
        let node = node(connection, turn)?;
        hide_from(connection, node.conversation, node.place.position + 1)?;
    }
    Ok(())
}

/// What was asked while a turn had no answer goes on behind its first one, since no arrow leads to none.
pub(crate) fn adopt(
    connection: &Connection,
    turn: TurnId,
    answer: AnswerId,
) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "UPDATE turn SET after_answer = ?2 WHERE parent = ?1 AND after_answer IS NULL",
        )?
        .execute(params![turn.to_bytes(), answer.to_bytes()])?;
    Ok(())
}

/// The turns from the first to this one, each with the answer that led on.
fn way_to(
    connection: &Connection,
    turn: TurnId,
) -> Result<Vec<(TurnId, Option<AnswerId>)>, Failure> {
    let mut answer = connection
        .prepare_cached("SELECT id FROM answer WHERE turn = ?1 AND chosen = 1")?
        .query_row([turn.to_bytes()], |row| {
            Ok(AnswerId::from_bytes(row.get(0)?))
        })
        .optional()?;
    let mut way = Vec::new();
    let mut next = Some(turn);
    while let Some(turn) = next {
        way.push((turn, answer));
        let place = node(connection, turn)?.place;
        (next, answer) = (place.parent, place.after_answer);
    }
    way.reverse();
    Ok(way)
}

fn copy_turn(
    connection: &Connection,
    turn: TurnId,
    copy: TurnId,
    fork: ConversationId,
    parent: Option<TurnId>,
    after_answer: Option<AnswerId>,
) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "INSERT INTO turn (id, conversation, position, question, declined, asked_at, language,
                 parent, after_answer)
             SELECT ?1, ?2, position, question, declined, asked_at, language, ?3, ?4
             FROM turn WHERE id = ?5",
        )?
        .execute(params![
            copy.to_bytes(),
            fork.to_bytes(),
            parent.map(TurnId::to_bytes),
            after_answer.map(AnswerId::to_bytes),
            turn.to_bytes()
        ])?;
    search::index::add_question(connection, copy)
}

fn copy_answer(
    connection: &Connection,
    answer: AnswerId,
    turn: TurnId,
) -> Result<AnswerId, Failure> {
    let copy = AnswerId::new();
    connection
        .prepare_cached(
            "INSERT INTO answer (id, turn, position, text, state, cut_reason, model_name,
                 model_sha256, prompt_tokens, answer_tokens, first_token_seconds,
                 tokens_per_second, created_at, chosen)
             SELECT ?1, ?2, 0, text, iif(state = 'writing', 'incomplete', state),
                 iif(state = 'writing', 'stopped', cut_reason), model_name, model_sha256,
                 prompt_tokens, answer_tokens, first_token_seconds, tokens_per_second, created_at, 1
             FROM answer WHERE id = ?3",
        )?
        .execute(params![copy.to_bytes(), turn.to_bytes(), answer.to_bytes()])?;
    search::index::add_answer(connection, copy)?;
    Ok(copy)
}
