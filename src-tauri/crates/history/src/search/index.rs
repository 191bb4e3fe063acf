//! What the index holds, and how a text comes in and goes out.
//!
//! A text that goes out is told to the index once more, key by key: that is how FTS5 erases an entry of
//! which it keeps no copy. So the keys must be those that it came in with, which `rebuild` sees to.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::{AnswerId, ConversationId, TurnId};
use sanad_text::{Token, search_tokens};

use crate::error::Failure;

use super::words;

/// What a document of the index is. The codes are in stores that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Title = 0,
    Question = 1,
    Answer = 2,
}

impl Kind {
    pub(crate) fn of_code(code: i64) -> Option<Self> {
        [Self::Title, Self::Question, Self::Answer]
            .into_iter()
            .find(|kind| *kind as i64 == code)
    }

    /// Row number of the text, row number of its conversation, time, text; of the one with an id.
    fn by_id(self) -> &'static str {
        match self {
            Self::Title => {
                "SELECT row_number, row_number, created_at, title FROM conversation WHERE id = ?1"
            }
            Self::Question => {
                "SELECT turn.row_number, conversation.row_number, turn.asked_at, turn.question
                 FROM turn JOIN conversation ON conversation.id = turn.conversation
                 WHERE turn.id = ?1"
            }
            Self::Answer => {
                "SELECT answer.row_number, conversation.row_number, answer.created_at, answer.text
                 FROM answer JOIN turn ON turn.id = answer.turn
                     JOIN conversation ON conversation.id = turn.conversation
                 WHERE answer.id = ?1 AND answer.state <> 'writing'"
            }
        }
    }
}

/// Indexes a conversation's title.
pub(crate) fn add_title(connection: &Connection, id: ConversationId) -> Result<(), Failure> {
    add_all(connection, &[(Kind::Title, id.to_bytes())])
}

/// Indexes a question.
pub(crate) fn add_question(connection: &Connection, id: TurnId) -> Result<(), Failure> {
    add_all(connection, &[(Kind::Question, id.to_bytes())])
}

/// Indexes an answer that is finished; one that is being written is not looked at.
pub(crate) fn add_answer(connection: &Connection, id: AnswerId) -> Result<(), Failure> {
    add_all(connection, &[(Kind::Answer, id.to_bytes())])
}

/// Indexes texts, the oldest first in the list; what is indexed already or not there is passed over.
///
/// The last text has the lowest number and is written first: FTS5 writes out what it has gathered
/// whenever a number is lower than the one before.
pub(crate) fn add_all(connection: &Connection, texts: &[(Kind, [u8; 16])]) -> Result<(), Failure> {
    let lowest: i64 = connection
        .prepare_cached("SELECT ifnull(min(number), 0) FROM search_document")?
        .query_row([], |row| row.get(0))?;
    let reserved = i64::try_from(texts.len()).expect("a list fits memory");
    for (number, (kind, id)) in (lowest - reserved..).zip(texts.iter().rev()) {
        add(connection, number, *kind, *id)?;
    }
    Ok(())
}

/// Takes a title out of the index, before it changes.
pub(crate) fn forget_title(connection: &Connection, id: ConversationId) -> Result<(), Failure> {
    forget_one(connection, Kind::Title, id.to_bytes())
}

/// Takes an answer out of the index, before it changes.
pub(crate) fn forget_answer(connection: &Connection, id: AnswerId) -> Result<(), Failure> {
    forget_one(connection, Kind::Answer, id.to_bytes())
}

/// Takes all of a conversation out of the index, before it is erased.
pub(crate) fn forget_conversation(
    connection: &Connection,
    id: ConversationId,
) -> Result<(), Failure> {
    let documents = connection
        .prepare_cached(
            "SELECT document.number, document.kind, document.target
             FROM conversation JOIN search_document AS document
                 ON document.conversation = conversation.row_number
             WHERE conversation.id = ?1",
        )?
        .query_map([id.to_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?
        .collect::<Result<Vec<(i64, i64, i64)>, _>>()?;
    let mut words = BTreeSet::new();
    for (number, kind, target) in documents {
        let text = match Kind::of_code(kind) {
            Some(Kind::Title) => "SELECT title FROM conversation WHERE row_number = ?1",
            Some(Kind::Question) => "SELECT question FROM turn WHERE row_number = ?1",
            Some(Kind::Answer) => "SELECT text FROM answer WHERE row_number = ?1",
            None => continue,
        };
        let text: String = connection
            .prepare_cached(text)?
            .query_row([target], |row| row.get(0))?;
        let tokens = search_tokens(&text);
        forget(connection, number, &tokens)?;
        words.extend(words::of(&tokens).into_iter().map(str::to_owned));
    }
    words::forget_unused(connection, &words)
}

fn add(connection: &Connection, number: i64, kind: Kind, id: [u8; 16]) -> Result<(), Failure> {
    let Some((target, conversation, said_at, text)) = row_of(connection, kind, id)? else {
        return Ok(());
    };
    let added = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO search_document (number, kind, target, conversation, said_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![number, kind as i64, target, conversation, said_at])?;
    if added == 0 {
        // It is there already.
        return Ok(());
    }
    let tokens = search_tokens(&text);
    connection
        .prepare_cached("INSERT INTO search_index (rowid, keys) VALUES (?1, ?2)")?
        .execute(params![number, keys_of(&tokens)])?;
    words::add(connection, &words::of(&tokens))
}

fn forget_one(connection: &Connection, kind: Kind, id: [u8; 16]) -> Result<(), Failure> {
    let Some((target, _, _, text)) = row_of(connection, kind, id)? else {
        return Ok(());
    };
    let number: Option<i64> = connection
        .prepare_cached("SELECT number FROM search_document WHERE kind = ?1 AND target = ?2")?
        .query_row([kind as i64, target], |row| row.get(0))
        .optional()?;
    let Some(number) = number else { return Ok(()) };
    let tokens = search_tokens(&text);
    forget(connection, number, &tokens)?;
    let words = words::of(&tokens).into_iter().map(str::to_owned).collect();
    words::forget_unused(connection, &words)
}

fn forget(connection: &Connection, number: i64, tokens: &[Token]) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "INSERT INTO search_index (search_index, rowid, keys) VALUES ('delete', ?1, ?2)",
        )?
        .execute(params![number, keys_of(tokens)])?;
    connection
        .prepare_cached("DELETE FROM search_document WHERE number = ?1")?
        .execute([number])?;
    Ok(())
}

fn row_of(
    connection: &Connection,
    kind: Kind,
    id: [u8; 16],
) -> Result<Option<(i64, i64, i64, String)>, Failure> {
    Ok(connection
        .prepare_cached(kind.by_id())?
        .query_row([id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?)
}

/// Every key of a text once, parted by blanks.
fn keys_of(tokens: &[Token]) -> String {
    let keys: BTreeSet<&str> = tokens
        .iter()
        .flat_map(|token| token.keys.iter().map(String::as_str))
        .collect();
    keys.into_iter().collect::<Vec<_>>().join(" ")
}
