//! Settings that belong to the person rather than to the machine, and so lie in the store.

use rusqlite::{OptionalExtension, params};

use crate::{HistoryError, Store};

impl Store {
    /// The value that was put under a key.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn setting(&self, key: &str) -> Result<Option<String>, HistoryError> {
        self.read(|connection| {
            Ok(connection
                .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()?)
        })
    }

    /// Puts a value under a key, in the place of the one that was there.
    ///
    /// # Errors
    /// Those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn put_setting(&mut self, key: &str, value: &str) -> Result<(), HistoryError> {
        self.write(|transaction| {
            transaction
                .prepare_cached(
                    "INSERT INTO setting (key, value) VALUES (?1, ?2)
                     ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                )?
                .execute(params![key, value])?;
            Ok(())
        })
    }
}
