//! Templates that the user made, changed or imported, as their files.

use rusqlite::{Row, params};
use sanad_domain::Timestamp;

use crate::{HistoryError, Store};

/// A template of the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTemplate {
    /// As it stands in the file.
    pub id: String,
    /// Of its content.
    pub version: u32,
    /// The whole file.
    pub source: String,
    /// When it was last kept.
    pub updated_at: Timestamp,
}

impl Store {
    /// Keeps a template, in the place of the one that has its id.
    ///
    /// # Errors
    /// Those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`], [`HistoryError::Damaged`],
    /// [`HistoryError::Io`].
    pub fn keep_template(
        &mut self,
        id: &str,
        version: u32,
        source: &str,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            transaction
                .prepare_cached(
                    "INSERT INTO template (id, version, source, updated_at) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (id) DO UPDATE SET version = excluded.version,
                         source = excluded.source, updated_at = excluded.updated_at",
                )?
                .execute(params![id, version, source, now.0])?;
            Ok(())
        })
    }

    /// All of the user's own templates, by id.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn templates(&self) -> Result<Vec<KeptTemplate>, HistoryError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT id, version, source, updated_at FROM template ORDER BY id",
            )?;
            let rows = select.query_map([], kept)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Removes a template of the user's own; nothing happens if there is none.
    ///
    /// # Errors
    /// Those of every write.
    pub fn remove_template(&mut self, id: &str) -> Result<(), HistoryError> {
        self.write(|transaction| {
            transaction
                .prepare_cached("DELETE FROM template WHERE id = ?1")?
                .execute([id])?;
            Ok(())
        })
    }
}

fn kept(row: &Row<'_>) -> rusqlite::Result<KeptTemplate> {
    Ok(KeptTemplate {
        id: row.get(0)?,
        version: row.get(1)?,
        source: row.get(2)?,
        updated_at: Timestamp(row.get(3)?),
    })
}
