//! Making the index anew: after an upgrade, and when folding has changed.
//!
//! Done in steps, so that a store of a million messages opens at once; what is written meanwhile is
//! indexed as always.

use rusqlite::{Connection, params};
use sanad_text::FOLD_VERSION;

use crate::error::Failure;
use crate::{HistoryError, Operation, Store};

use super::index::{self, Kind};

/// What opening a store may spend on it: some tenths of a second.
const TURNS_AT_OPENING: u32 = 200;

impl Store {
    /// Indexes some more turns that an upgrade left behind, and says how many are still to come.
    ///
    /// To be called while idle until it says 0; a call with 100 turns takes some tenths of a second.
    ///
    /// # Errors
    /// Those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn index_more(&mut self, turns: u32) -> Result<u32, HistoryError> {
        if self.read(turns_left)? == 0 {
            return Ok(0);
        }
        self.write(|transaction| {
            step(transaction, turns)?;
            turns_left(transaction)
        })
    }

    /// How many texts that should be in the index are not, those that [`Self::index_more`] still has to do
    /// left aside: 0 in every store that is whole.
    ///
    /// Looks at every row, and is for checks.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn index_texts_missing(&self) -> Result<u32, HistoryError> {
        self.read(|connection| {
            Ok(connection.query_row(
                "WITH indexed (first, last) AS (SELECT done, until FROM search_state),
                 due (kind, target) AS (
                     SELECT 1, row_number FROM turn, indexed
                         WHERE row_number <= first OR row_number > last
                     UNION ALL
                     SELECT 2, answer.row_number FROM answer JOIN turn ON turn.id = answer.turn, indexed
                         WHERE (turn.row_number <= first OR turn.row_number > last)
                             AND answer.state <> 'writing')
                 SELECT count(*) FROM due WHERE NOT EXISTS (
                     SELECT 1 FROM search_document AS document
                     WHERE document.kind = due.kind AND document.target = due.target)",
                [],
                |row| row.get(0),
            )?)
        })
    }

    /// Begins the index anew if its keys are not those of this version.
    pub(crate) fn prepare_search(&mut self) -> Result<(), HistoryError> {
        let made_with: u32 = self.database.read(Operation::OpenStore, |connection| {
            Ok(
                connection.query_row("SELECT fold_version FROM search_state", [], |row| {
                    row.get(0)
                })?,
            )
        })?;
        if made_with == FOLD_VERSION {
            return Ok(());
        }
        self.database.write(Operation::UpgradeStore, |transaction| {
            begin(transaction)?;
            step(transaction, TURNS_AT_OPENING)
        })
    }
}

/// How many turns the index still lacks.
pub(crate) fn turns_left(connection: &Connection) -> Result<u32, Failure> {
    Ok(connection
        .prepare_cached(
            "SELECT (SELECT count(*) FROM turn WHERE row_number > done AND row_number <= until)
             FROM search_state",
        )?
        .query_row([], |row| row.get(0))?)
}

fn begin(connection: &Connection) -> Result<(), Failure> {
    connection.execute_batch(
        "INSERT INTO search_index (search_index) VALUES ('delete-all');
         INSERT INTO search_part (search_part) VALUES ('delete-all');
         DELETE FROM search_document;
         DELETE FROM search_word;",
    )?;
    connection.execute(
        "UPDATE search_state
         SET fold_version = ?1, done = 0, until = (SELECT ifnull(max(row_number), 0) FROM turn)",
        [FOLD_VERSION],
    )?;
    Ok(())
}

fn step(connection: &Connection, turns: u32) -> Result<(), Failure> {
    type Row = (i64, [u8; 16], [u8; 16]);
    let due: Vec<Row> = connection
        .prepare_cached(
            "SELECT row_number, id, conversation FROM turn, search_state
             WHERE row_number > done AND row_number <= until ORDER BY row_number LIMIT ?1",
        )?
        .query_map([turns], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let mut answers =
        connection.prepare_cached("SELECT id FROM answer WHERE turn = ?1 ORDER BY position")?;
    let mut texts = Vec::new();
    for (_, turn, conversation) in &due {
        texts.push((Kind::Title, *conversation));
        texts.push((Kind::Question, *turn));
        let ids = answers.query_map([turn], |row| row.get(0))?;
        for id in ids {
            texts.push((Kind::Answer, id?));
        }
    }
    index::add_all(connection, &texts)?;
    if let Some((last, ..)) = due.last() {
        connection
            .prepare_cached("UPDATE search_state SET done = ?1")?
            .execute(params![last])?;
    }
    Ok(())
}
