//! Answers: kept piece by piece while a model writes them.

use std::collections::HashMap;
use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, Row, params};
use sanad_domain::{
    Answer, AnswerId, AnswerState, ConversationId, CutReason, GenerationStats, ModelStamp,
    Sha256Hex, Timestamp, Turn, TurnId,
};

use crate::conversations::unknown_value;
use crate::error::Failure;
use crate::transcript::Chosen;
use crate::{HistoryError, Operation, Store, branches, search};

const COLUMNS: &str = "answer.id, answer.turn, answer.text, answer.state, answer.cut_reason,
    answer.model_name, answer.model_sha256, answer.prompt_tokens, answer.answer_tokens,
    answer.first_token_seconds, answer.tokens_per_second, answer.created_at, answer.chosen";

impl Store {
    /// Makes an empty answer that is being written, the last of its turn and the one that is shown.
    ///
    /// What was asked after an earlier answer is shown again when that answer is chosen.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchTurn`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn begin_answer(
        &mut self,
        turn: TurnId,
        model: &ModelStamp,
        now: Timestamp,
    ) -> Result<Answer, HistoryError> {
        let answer = Answer {
            id: AnswerId::new(),
            turn,
            text: String::new(),
            state: AnswerState::Writing,
            model: model.clone(),
            stats: None,
            created_at: now,
        };
        self.write(|transaction| {
            branches::make_way_for_answer(transaction, turn)?;
            transaction
                .prepare_cached(
                    "INSERT INTO answer (id, turn, position, text, state, model_name, model_sha256,
                         created_at, chosen)
                     SELECT ?1, ?2, ifnull(max(position), -1) + 1, '', 'writing', ?3, ?4, ?5, 1
                     FROM answer WHERE turn = ?2",
                )?
                .execute(params![
                    answer.id.to_bytes(),
                    turn.to_bytes(),
                    model.name,
                    model.sha256.0,
                    now.0
                ])?;
            branches::adopt(transaction, turn, answer.id)
        })?;
        Ok(answer)
    }

    /// The turn that an answer belongs to, shown or not.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchAnswer`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn turn_of_answer(&self, id: AnswerId) -> Result<Turn, HistoryError> {
        let turn = self.read(|connection| Ok(find(connection, id)?.turn))?;
        self.turn(turn)
    }

    /// Opens an answer that was cut, so that more can be written behind its words.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchAnswer`], [`HistoryError::AnswerNotCut`], [`HistoryError::AnotherModel`],
    /// and those of every write.
    pub fn continue_answer(
        &mut self,
        id: AnswerId,
        model: &ModelStamp,
    ) -> Result<Answer, HistoryError> {
        self.write(|transaction| {
            let answer = find(transaction, id)?;
            if !matches!(answer.state, AnswerState::Incomplete { .. }) {
                return Err(HistoryError::AnswerNotCut(id).into());
            }
            if answer.model.sha256 != model.sha256 {
                return Err(HistoryError::AnotherModel(id).into());
            }
            search::index::forget_answer(transaction, id)?;
            transaction
                .prepare_cached(
                    "UPDATE answer SET state = 'writing', cut_reason = NULL WHERE id = ?1",
                )?
                .execute([id.to_bytes()])?;
            find(transaction, id)
        })
    }

    /// Adds a piece to an answer that is being written.
    ///
    /// Each call is one commit; the caller decides how often. What it costs grows with what is there:
    /// the whole text is one row.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchAnswer`], [`HistoryError::AnswerFinished`], and those of every write.
    pub fn extend_answer(&mut self, id: AnswerId, piece: &str) -> Result<(), HistoryError> {
        self.write(|transaction| {
            let changed = transaction
                .prepare_cached(
                    "UPDATE answer SET text = text || ?2 WHERE id = ?1 AND state = 'writing'",
                )?
                .execute(params![id.to_bytes(), piece])?;
            if changed == 0 {
                Err(why_not_open(transaction, id)?)
            } else {
                Ok(())
            }
        })
    }

    /// Says how an answer ended, and what it took.
    ///
    /// Of an answer that was continued the tokens add up, the other figures are those of the last part,
    /// and without figures those of the earlier part stay.
    ///
    /// # Errors
    /// [`HistoryError::NotAnEnding`] for [`AnswerState::Writing`], [`HistoryError::NoSuchAnswer`],
    /// [`HistoryError::AnswerFinished`], and those of every write.
    pub fn finish_answer(
        &mut self,
        id: AnswerId,
        state: AnswerState,
        stats: Option<GenerationStats>,
    ) -> Result<(), HistoryError> {
        if state == AnswerState::Writing {
            return Err(HistoryError::NotAnEnding(id));
        }
        let (state, cut_reason) = codes_of(state);
        self.write(|transaction| {
            let changed = transaction
                .prepare_cached(
                    "UPDATE answer
                     SET state = ?2, cut_reason = ?3, prompt_tokens = ifnull(?4, prompt_tokens),
                         answer_tokens = ifnull(?5 + ifnull(answer_tokens, 0), answer_tokens),
                         first_token_seconds = ifnull(?6, first_token_seconds),
                         tokens_per_second = ifnull(?7, tokens_per_second)
                     WHERE id = ?1 AND state = 'writing'",
                )?
                .execute(params![
                    id.to_bytes(),
                    state,
                    cut_reason,
                    stats.map(|stats| stats.prompt_tokens),
                    stats.map(|stats| stats.answer_tokens),
                    stats.map(|stats| finite(stats.first_token_seconds)),
                    stats.map(|stats| finite(stats.tokens_per_second)),
                ])?;
            if changed == 0 {
                Err(why_not_open(transaction, id)?)
            } else {
                search::index::add_answer(transaction, id)
            }
        })
    }

    /// Ends the answers that were being written when the last process ended.
    pub(crate) fn mark_interrupted_answers(&mut self) -> Result<(), HistoryError> {
        let interrupted = self.database.read(Operation::OpenStore, |connection| {
            Ok(connection
                .prepare("SELECT 1 FROM answer WHERE state = 'writing'")?
                .exists([])?)
        })?;
        // Most often there is none, and then opening writes nothing.
        if !interrupted {
            return Ok(());
        }
        self.write(|transaction| {
            let ended = transaction
                .prepare(
                    "UPDATE answer SET state = 'incomplete', cut_reason = ?1
                     WHERE state = 'writing' RETURNING id",
                )?
                .query_map([code_of(CutReason::AppEnded)], |row| {
                    Ok(AnswerId::from_bytes(row.get(0)?))
                })?
                .collect::<Result<Vec<_>, _>>()?;
            for id in ended {
                search::index::add_answer(transaction, id)?;
            }
            Ok(())
        })
    }
}

/// The answers of the turns that are shown at these positions, oldest first.
pub(crate) fn of_window(
    connection: &Connection,
    conversation: ConversationId,
    positions: &Range<u32>,
    chosen: &mut Chosen,
) -> Result<HashMap<TurnId, Vec<Answer>>, Failure> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM turn JOIN answer ON answer.turn = turn.id
         WHERE turn.conversation = ?1 AND turn.shown = 1
             AND turn.position >= ?2 AND turn.position < ?3
         ORDER BY turn.position, answer.position"
    ))?;
    let mut answers: HashMap<TurnId, Vec<Answer>> = HashMap::new();
    let mut rows = statement.query(params![
        conversation.to_bytes(),
        positions.start,
        positions.end
    ])?;
    while let Some(row) = rows.next()? {
        let answer = answer_of(row)?;
        if row.get(12)? {
            chosen.insert(answer.turn, answer.id);
        }
        answers.entry(answer.turn).or_default().push(answer);
    }
    Ok(answers)
}

/// The answers of one turn, oldest first, and the one that is chosen.
pub(crate) fn of_turn(
    connection: &Connection,
    turn: TurnId,
) -> Result<(Vec<Answer>, Option<AnswerId>), Failure> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM answer WHERE turn = ?1 ORDER BY position"
    ))?;
    let (mut answers, mut chosen) = (Vec::new(), None);
    let mut rows = statement.query([turn.to_bytes()])?;
    while let Some(row) = rows.next()? {
        let answer = answer_of(row)?;
        if row.get(12)? {
            chosen = Some(answer.id);
        }
        answers.push(answer);
    }
    Ok((answers, chosen))
}

/// One answer, or the refusal that there is none.
fn find(connection: &Connection, id: AnswerId) -> Result<Answer, Failure> {
    let found = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM answer WHERE id = ?1"))?
        .query_row([id.to_bytes()], answer_of)
        .optional()?;
    Ok(found.ok_or(HistoryError::NoSuchAnswer(id))?)
}

fn answer_of(row: &Row<'_>) -> rusqlite::Result<Answer> {
    let state = match (row.get_ref(3)?.as_str()?, row.get_ref(4)?.as_str_or_null()?) {
        ("writing", None) => AnswerState::Writing,
        ("complete", None) => AnswerState::Complete,
        ("incomplete", Some(code)) => AnswerState::Incomplete {
            reason: reason_of(code).ok_or_else(|| unknown_value(4))?,
        },
        _ => return Err(unknown_value(3)),
    };
    let stats = match row.get(7)? {
        Some(prompt_tokens) => Some(GenerationStats {
            prompt_tokens,
            answer_tokens: row.get(8)?,
            first_token_seconds: row.get(9)?,
            tokens_per_second: row.get(10)?,
        }),
        None => None,
    };
    Ok(Answer {
        id: AnswerId::from_bytes(row.get(0)?),
        turn: TurnId::from_bytes(row.get(1)?),
        text: row.get(2)?,
        state,
        model: ModelStamp {
            name: row.get(5)?,
            sha256: Sha256Hex(row.get(6)?),
        },
        stats,
        created_at: Timestamp(row.get(11)?),
    })
}

/// Why an answer could not be written to.
fn why_not_open(connection: &Connection, id: AnswerId) -> Result<Failure, Failure> {
    let finished = connection
        .prepare_cached("SELECT 1 FROM answer WHERE id = ?1")?
        .query_row([id.to_bytes()], |_| Ok(()))
        .optional()?
        .is_some();
    let refusal = if finished {
        HistoryError::AnswerFinished(id)
    } else {
        HistoryError::NoSuchAnswer(id)
    };
    Ok(refusal.into())
}

/// SQLite turns NaN into NULL; a figure that is none must not cost the end of an answer.
fn finite(figure: f64) -> f64 {
    if figure.is_finite() { figure } else { 0.0 }
}

/// The state and what cut the answer, as the store keeps them.
pub(crate) fn codes_of(state: AnswerState) -> (&'static str, Option<&'static str>) {
    match state {
        AnswerState::Writing => ("writing", None),
        AnswerState::Complete => ("complete", None),
        AnswerState::Incomplete { reason } => ("incomplete", Some(code_of(reason))),
    }
}

// The codes below are in stores that exist: add, never change.

fn code_of(reason: CutReason) -> &'static str {
    match reason {
        CutReason::Stopped => "stopped",
        CutReason::EngineFailed => "engine_failed",
        CutReason::LengthLimit => "length_limit",
        CutReason::AppEnded => "app_ended",
    }
}

fn reason_of(code: &str) -> Option<CutReason> {
    Some(match code {
        "stopped" => CutReason::Stopped,
        "engine_failed" => CutReason::EngineFailed,
        "length_limit" => CutReason::LengthLimit,
        "app_ended" => CutReason::AppEnded,
        _ => return None,
    })
}
