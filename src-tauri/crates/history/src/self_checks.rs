//! Self-checks of models: what was asked, and what came of each item as soon as it is there.
//!
//! Plans and results are texts of the self-check; nothing in here reads them.

use rusqlite::{OptionalExtension, Row, params};
use sanad_domain::{ModelStamp, Sha256Hex, Timestamp};

use crate::{HistoryError, Store};

/// A self-check's number in this store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SelfCheckId(pub i64);

/// A self-check without its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfCheck {
    /// Its number.
    pub id: SelfCheckId,
    /// The model that was asked.
    pub model: ModelStamp,
    /// What is asked and how, as it was given.
    pub plan: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When its last item was kept; `None` while items are missing.
    pub ended_at: Option<Timestamp>,
    /// Items kept so far.
    pub results: u32,
}

const COLUMNS: &str = "id, model_name, model_sha256, plan, started_at, ended_at,
    (SELECT count(*) FROM self_check_result WHERE self_check = self_check.id)";

impl Store {
    /// Begins a check without results.
    ///
    /// # Errors
    /// Those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`], [`HistoryError::Damaged`],
    /// [`HistoryError::Io`].
    pub fn begin_self_check(
        &mut self,
        model: &ModelStamp,
        plan: &str,
        now: Timestamp,
    ) -> Result<SelfCheckId, HistoryError> {
        self.write(|transaction| {
            transaction
                .prepare_cached(
                    "INSERT INTO self_check (model_name, model_sha256, plan, started_at)
                     VALUES (?1, ?2, ?3, ?4)",
                )?
                .execute(params![model.name, model.sha256.0, plan, now.0])?;
            Ok(SelfCheckId(transaction.last_insert_rowid()))
        })
    }

    /// Keeps what came of an item, in the place of what came of it before.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchSelfCheck`], and those of every write.
    pub fn keep_self_check_result(
        &mut self,
        id: SelfCheckId,
        item: &str,
        result: &str,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            let kept = transaction
                .prepare_cached(
                    "INSERT INTO self_check_result (self_check, number, item, result)
                     SELECT id, (SELECT count(*) FROM self_check_result WHERE self_check = ?1), ?2, ?3
                     FROM self_check WHERE id = ?1
                     ON CONFLICT (self_check, item) DO UPDATE SET result = excluded.result",
                )?
                .execute(params![id.0, item, result])?;
            if kept == 0 {
                return Err(HistoryError::NoSuchSelfCheck(id).into());
            }
            Ok(())
        })
    }

    /// All items of a check are kept.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchSelfCheck`], and those of every write.
    pub fn end_self_check(&mut self, id: SelfCheckId, now: Timestamp) -> Result<(), HistoryError> {
        self.write(|transaction| {
            let ended = transaction
                .prepare_cached("UPDATE self_check SET ended_at = ?2 WHERE id = ?1")?
                .execute(params![id.0, now.0])?;
            if ended == 0 {
                return Err(HistoryError::NoSuchSelfCheck(id).into());
            }
            Ok(())
        })
    }

    /// All checks, the newest first.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn self_checks(&self) -> Result<Vec<SelfCheck>, HistoryError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM self_check ORDER BY id DESC"
            ))?;
            let rows = select.query_map([], check)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// One check.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchSelfCheck`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn self_check(&self, id: SelfCheckId) -> Result<SelfCheck, HistoryError> {
        self.read(|connection| {
            let mut select = connection
                .prepare_cached(&format!("SELECT {COLUMNS} FROM self_check WHERE id = ?1"))?;
            let found = select.query_row([id.0], check).optional()?;
            found.ok_or_else(|| HistoryError::NoSuchSelfCheck(id).into())
        })
    }

    /// What came of a check's items, in the order in which they were kept.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn self_check_results(&self, id: SelfCheckId) -> Result<Vec<String>, HistoryError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT result FROM self_check_result WHERE self_check = ?1 ORDER BY number",
            )?;
            let rows = select.query_map([id.0], |row| row.get(0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Removes a check with its results; nothing happens if there is none.
    ///
    /// # Errors
    /// Those of every write.
    pub fn delete_self_check(&mut self, id: SelfCheckId) -> Result<(), HistoryError> {
        self.write(|transaction| {
            transaction
                .prepare_cached("DELETE FROM self_check WHERE id = ?1")?
                .execute([id.0])?;
            Ok(())
        })
    }
}

fn check(row: &Row<'_>) -> rusqlite::Result<SelfCheck> {
    Ok(SelfCheck {
        id: SelfCheckId(row.get(0)?),
        model: ModelStamp {
            name: row.get(1)?,
            sha256: Sha256Hex(row.get(2)?),
        },
        plan: row.get(3)?,
        started_at: Timestamp(row.get(4)?),
        ended_at: row.get::<_, Option<i64>>(5)?.map(Timestamp),
        results: row.get(6)?,
    })
}
