//! Handing whole conversations out and taking them in: every branch, every answer, under the same ids.
//!
//! What is handed out page by page is never in memory as a whole. What is taken in comes with one
//! transaction for each conversation, so that a store never holds a part of one.

use std::collections::HashSet;

use rusqlite::{Connection, params};
use sanad_domain::archive::{
    AnswerRecord, ConversationRecord, TitleOrigin, TreeFault, TurnRecord, shown_path,
};
use sanad_domain::{
    Answer, AnswerId, AnswerState, ChosenPersona, ConversationId, CutReason, Folder, FolderId,
    Language, Timestamp, TurnId,
};

use crate::audit::{self, AuditKind};
use crate::conversations::{self, unknown_value};
use crate::error::Failure;
use crate::search::index::Kind;
use crate::{HistoryError, Store, answers, search, title};

impl Store {
    /// The ids of all conversations that are not in the bin, the one with the newest turn last.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversations_to_hand_out(&self) -> Result<Vec<ConversationId>, HistoryError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT id FROM conversation WHERE deleted_at IS NULL ORDER BY recency",
            )?;
            let ids = statement.query_map([], |row| Ok(ConversationId::from_bytes(row.get(0)?)))?;
            Ok(ids.collect::<Result<_, _>>()?)
        })
    }

    /// All that is known of a conversation but its turns.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn hand_out_conversation(
        &self,
        id: ConversationId,
    ) -> Result<ConversationRecord, HistoryError> {
        self.read(|connection| {
            let known = conversations::find(connection, id)?;
            let origin: String = connection
                .prepare_cached("SELECT title_origin FROM conversation WHERE id = ?1")?
                .query_row([id.to_bytes()], |row| row.get(0))?;
            Ok(ConversationRecord {
                id: known.id,
                title: known.title,
                title_origin: origin_of(&origin).ok_or_else(|| unknown_value(0))?,
                created_at: known.created_at,
                updated_at: known.updated_at,
                folder: known.folder,
                pinned: known.pinned,
                archived: known.archived,
                language: known.language,
                model: known.model,
                persona: told(known.persona, known.chosen_persona.as_ref(), known.language),
            })
        })
    }

    /// Turns of all branches of a conversation in the order in which they were made, behind `after`,
    /// at most so many.
    ///
    /// An answer that is being written is handed out as one that was stopped.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn hand_out_turns(
        &self,
        conversation: ConversationId,
        after: Option<TurnId>,
        limit: u32,
    ) -> Result<Vec<TurnRecord>, HistoryError> {
        self.read(|connection| {
            conversations::find(connection, conversation)?;
            let mut statement = connection.prepare_cached(
                "SELECT id FROM turn
                 WHERE conversation = ?1
                     AND (?2 IS NULL OR row_number > (SELECT row_number FROM turn WHERE id = ?2))
                 ORDER BY row_number LIMIT ?3",
            )?;
            let page = params![conversation.to_bytes(), after.map(TurnId::to_bytes), limit];
            let ids = statement
                .query_map(page, |row| Ok(TurnId::from_bytes(row.get(0)?)))?
                .collect::<Result<Vec<_>, _>>()?;
            ids.into_iter()
                .map(|id| turn_record(connection, id))
                .collect()
        })
    }

    /// Whether a conversation could be taken in; changes nothing.
    ///
    /// # Errors
    /// Those of [`Self::take_in`], but for those of writing.
    pub fn could_take_in(
        &self,
        conversation: &ConversationRecord,
        turns: &[TurnRecord],
    ) -> Result<Taken, HistoryError> {
        self.read(|connection| {
            if is_there(connection, conversation.id)? {
                return Ok(Taken::AlreadyThere);
            }
            require_takeable(connection, turns)?;
            Ok(Taken::New)
        })
    }

    /// Makes the folders that are not there yet.
    ///
    /// # Errors
    /// [`HistoryError::EmptyName`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn take_in_folders(
        &mut self,
        folders: &[Folder],
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        let named: Vec<(FolderId, String)> = folders
            .iter()
            .map(|folder| (folder.id, one_line(&folder.name)))
            .collect();
        if named.iter().any(|(_, name)| name.is_empty()) {
            return Err(HistoryError::EmptyName);
        }
        self.write(|transaction| {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO folder (id, name, created_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO NOTHING",
            )?;
            for (id, name) in &named {
                insert.execute(params![id.to_bytes(), name, now.0])?;
            }
            Ok(())
        })
    }

    /// Takes in a conversation with all its turns, given in the order in which they were made.
    ///
    /// One that is there already is left as it is, but that it comes out of the bin. A new one stands at
    /// the head of its list; without its folder it lies in none.
    ///
    /// # Errors
    /// [`HistoryError::NotATree`], [`HistoryError::ForeignTurn`], and those of every write. None of them
    /// leaves a part of the conversation behind.
    pub fn take_in(
        &mut self,
        conversation: &ConversationRecord,
        turns: &[TurnRecord],
        now: Timestamp,
    ) -> Result<Taken, HistoryError> {
        self.write(|transaction| {
            if is_there(transaction, conversation.id)? {
                transaction
                    .prepare_cached("UPDATE conversation SET deleted_at = NULL WHERE id = ?1")?
                    .execute([conversation.id.to_bytes()])?;
                return Ok(Taken::AlreadyThere);
            }
            let shown = require_takeable(transaction, turns)?;
            insert_conversation(transaction, conversation)?;
            let mut texts = vec![(Kind::Title, conversation.id.to_bytes())];
            for turn in turns {
                insert_turn(transaction, conversation.id, turn, shown.contains(&turn.id))?;
                texts.push((Kind::Question, turn.id.to_bytes()));
                for (position, answer) in turn.answers.iter().enumerate() {
                    insert_answer(transaction, turn.id, position, answer)?;
                    texts.push((Kind::Answer, answer.id.to_bytes()));
                }
            }
            search::index::add_all(transaction, &texts)?;
            audit::append(
                transaction,
                AuditKind::Import,
                &conversation.id.to_string(),
                now,
            )?;
            Ok(Taken::New)
        })
    }
}

/// What became of a conversation that was to be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It was not there before.
    New,
    /// A conversation with its id was there, and stays as it was.
    AlreadyThere,
}

fn turn_record(connection: &Connection, id: TurnId) -> Result<TurnRecord, Failure> {
    let (answers, chosen_answer) = answers::of_turn(connection, id)?;
    let record = connection
        .prepare_cached(
            "SELECT parent, after_answer, position, chosen, shown, question, language, asked_at,
                 declined
             FROM turn WHERE id = ?1",
        )?
        .query_row([id.to_bytes()], |row| {
            let declined = match row.get::<_, Option<String>>(8)? {
                Some(reason) => Some(serde_json::from_str(&reason).map_err(|_| unknown_value(8))?),
                None => None,
            };
            Ok(TurnRecord {
                id,
                parent: row.get::<_, Option<_>>(0)?.map(TurnId::from_bytes),
                after_answer: row.get::<_, Option<_>>(1)?.map(AnswerId::from_bytes),
                position: row.get(2)?,
                chosen: row.get(3)?,
                shown: row.get(4)?,
                question: row.get(5)?,
                language: Language::from_tag(row.get_ref(6)?.as_str()?),
                asked_at: Timestamp(row.get(7)?),
                declined,
                answers: answers
                    .into_iter()
                    .map(|answer| answer_record(answer, chosen_answer))
                    .collect(),
            })
        })?;
    Ok(record)
}

fn answer_record(answer: Answer, chosen: Option<AnswerId>) -> AnswerRecord {
    AnswerRecord {
        id: answer.id,
        chosen: chosen == Some(answer.id),
        text: answer.text,
        state: match answer.state {
            AnswerState::Writing => AnswerState::Incomplete {
                reason: CutReason::Stopped,
            },
            ended => ended,
        },
        model: answer.model,
        stats: answer.stats,
        created_at: answer.created_at,
    }
}

fn is_there(connection: &Connection, id: ConversationId) -> Result<bool, Failure> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM conversation WHERE id = ?1")?
        .exists([id.to_bytes()])?)
}

/// The turns that will be shown, of turns that are a tree and of which the store has none.
/// All that the model is told to be. A record of version 1 has one text for it, so that the rules of a persona
/// stay behind.
fn told(
    own: Option<String>,
    chosen: Option<&ChosenPersona>,
    language: Option<Language>,
) -> Option<String> {
    let Some(chosen) = chosen else { return own };
    let words = chosen.words.of(language.unwrap_or(Language::English));
    Some(match own {
        Some(own) => format!("{words}\n\n{own}"),
        None => words.to_owned(),
    })
}

fn require_takeable(
    connection: &Connection,
    turns: &[TurnRecord],
) -> Result<HashSet<TurnId>, Failure> {
    let shown = shown_path(turns).map_err(|fault: TreeFault| HistoryError::NotATree(fault))?;
    let mut turn_there = connection.prepare_cached("SELECT 1 FROM turn WHERE id = ?1")?;
    let mut answer_there = connection.prepare_cached("SELECT 1 FROM answer WHERE id = ?1")?;
    for turn in turns {
        let mut is_foreign = turn_there.exists([turn.id.to_bytes()])?;
        for answer in &turn.answers {
            is_foreign |= answer_there.exists([answer.id.to_bytes()])?;
        }
        if is_foreign {
            return Err(HistoryError::ForeignTurn(turn.id).into());
        }
    }
    Ok(shown)
}

fn insert_conversation(
    connection: &Connection,
    record: &ConversationRecord,
) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "INSERT INTO conversation (id, title, title_origin, recency, created_at, updated_at,
                 folder, pinned, archived, language, model, persona)
             VALUES (?1, ?2, ?3, (SELECT ifnull(max(recency), 0) + 1 FROM conversation), ?4, ?5,
                 (SELECT id FROM folder WHERE id = ?6), ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            record.id.to_bytes(),
            one_line(&record.title),
            code_of(record.title_origin),
            record.created_at.0,
            record.updated_at.0,
            record.folder.map(FolderId::to_bytes),
            record.pinned,
            record.archived,
            record.language.map(Language::code),
            record.model.as_ref().map(|model| &model.0),
            record.persona,
        ])?;
    Ok(())
}

fn insert_turn(
    connection: &Connection,
    conversation: ConversationId,
    turn: &TurnRecord,
    shown: bool,
) -> Result<(), Failure> {
    let declined = turn
        .declined
        .map(|reason| serde_json::to_string(&reason).expect("a reason is plain data"));
    connection
        .prepare_cached(
            "INSERT INTO turn (id, conversation, position, question, declined, asked_at, language,
                 parent, after_answer, chosen, shown)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute(params![
            turn.id.to_bytes(),
            conversation.to_bytes(),
            turn.position,
            turn.question,
            declined,
            turn.asked_at.0,
            turn.language.map_or("", Language::code),
            turn.parent.map(TurnId::to_bytes),
            turn.after_answer.map(AnswerId::to_bytes),
            turn.chosen,
            shown,
        ])?;
    Ok(())
}

fn insert_answer(
    connection: &Connection,
    turn: TurnId,
    position: usize,
    answer: &AnswerRecord,
) -> Result<(), Failure> {
    let (state, cut_reason) = answers::codes_of(answer.state);
    let stats = answer.stats;
    connection
        .prepare_cached(
            "INSERT INTO answer (id, turn, position, text, state, cut_reason, model_name,
                 model_sha256, prompt_tokens, answer_tokens, first_token_seconds,
                 tokens_per_second, created_at, chosen)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            answer.id.to_bytes(),
            turn.to_bytes(),
            i64::try_from(position).expect("a list fits memory"),
            answer.text,
            state,
            cut_reason,
            answer.model.name,
            answer.model.sha256.0,
            stats.map(|stats| stats.prompt_tokens),
            stats.map(|stats| stats.answer_tokens),
            stats.map(|stats| stats.first_token_seconds),
            stats.map(|stats| stats.tokens_per_second),
            answer.created_at.0,
            answer.chosen,
        ])?;
    Ok(())
}

/// A title or name from elsewhere, byte for byte if it fits a list.
fn one_line(text: &str) -> String {
    let made = title::from_user(text);
    // A title that was cut once has its ellipsis beyond the longest that is made, and stays.
    let was_cut_before = text
        .strip_suffix('…')
        .is_some_and(|rest| title::from_user(rest) == rest);
    if was_cut_before {
        text.to_owned()
    } else {
        made
    }
}

// The codes of title_origin are in stores that exist: add, never change.

fn code_of(origin: TitleOrigin) -> &'static str {
    match origin {
        TitleOrigin::Question => "question",
        TitleOrigin::Model => "model",
        TitleOrigin::User => "user",
    }
}

fn origin_of(code: &str) -> Option<TitleOrigin> {
    [TitleOrigin::Question, TitleOrigin::Model, TitleOrigin::User]
        .into_iter()
        .find(|origin| code_of(*origin) == code)
}
