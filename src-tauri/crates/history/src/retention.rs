//! The retention rule: conversations that were not touched for so many days go. Off until somebody sets it.

use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::Timestamp;

use crate::error::Failure;
use crate::{HistoryError, Store};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// A clock that leaps further than this between two looks may be wrong; holidays are shorter.
const LARGEST_LEAP: i64 = 31 * DAY;

/// How long a clock has to stay where it leapt to before the rule believes it.
const PROBATION: i64 = DAY;

/// What applying the rule did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// No rule is set.
    Off,
    /// So many conversations were put in the bin, from where they can be had back for some minutes.
    Applied(usize),
    /// The clock leapt by more than a month: nothing is deleted on its word for a day.
    ClockLeapt,
}

impl Store {
    /// After how many days without a new turn a conversation goes; `None` keeps all for ever.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn retention_days(&self) -> Result<Option<u32>, HistoryError> {
        self.read(|connection| {
            Ok(number(connection, DAYS)?.and_then(|days| u32::try_from(days).ok()))
        })
    }

    /// Sets the rule, or takes it away. 0 days means 1.
    ///
    /// It holds for pinned and archived conversations as well.
    ///
    /// # Errors
    /// Those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn set_retention_days(&mut self, days: Option<u32>) -> Result<(), HistoryError> {
        self.write(|transaction| match days {
            Some(days) => put(transaction, DAYS, i64::from(days.max(1))),
            None => {
                transaction.execute("DELETE FROM setting WHERE key = ?1", [DAYS])?;
                Ok(())
            }
        })
    }

    /// Puts in the bin what the rule says. To be called after unlocking and once a day.
    ///
    /// # Errors
    /// Those of every write.
    pub fn apply_retention(&mut self, now: Timestamp) -> Result<Retention, HistoryError> {
        self.write(|transaction| {
            let before = number(transaction, LAST_LOOK)?;
            put(transaction, LAST_LOOK, now.0)?;
            if before.is_some_and(|before| now.0.saturating_sub(before) > LARGEST_LEAP) {
                put(transaction, BELIEVED_FROM, now.0.saturating_add(PROBATION))?;
            }
            let Some(days) = number(transaction, DAYS)? else {
                return Ok(Retention::Off);
            };
            // A clock that went back again is believed at once: it deletes less.
            let believed_from = number(transaction, BELIEVED_FROM)?.unwrap_or(i64::MIN);
            let doubted = now.0 < believed_from && now.0 >= believed_from - PROBATION;
            if doubted {
                return Ok(Retention::ClockLeapt);
            }
            let gone = transaction
                .prepare_cached(
                    "UPDATE conversation SET deleted_at = ?1
                     WHERE updated_at < ?2 AND deleted_at IS NULL",
                )?
                .execute(params![
                    now.0,
                    now.0.saturating_sub(days.saturating_mul(DAY))
                ])?;
            Ok(Retention::Applied(gone))
        })
    }
}

const DAYS: &str = "retention.days";
const LAST_LOOK: &str = "retention.last_look";
const BELIEVED_FROM: &str = "retention.believed_from";

fn number(connection: &Connection, key: &str) -> Result<Option<i64>, Failure> {
    let value: Option<String> = connection
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(value.and_then(|value| value.parse().ok()))
}

fn put(connection: &Connection, key: &str, value: i64) -> Result<(), Failure> {
    connection
        .prepare_cached(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute(params![key, value.to_string()])?;
    Ok(())
}
