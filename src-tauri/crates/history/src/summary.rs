//! How large the store is, in numbers only: for diagnostics, which hold nothing of what was said.

use crate::{HistoryError, Store};

/// Counts of rows, the conversations in the bin included, and bytes on the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct StoreSummary {
    /// The version of the tables.
    pub schema_version: u32,
    /// Conversations.
    pub conversations: u32,
    /// Questions.
    pub turns: u32,
    /// Answers.
    pub answers: u32,
    /// Templates and personas of the user's own.
    pub templates: u32,
    /// Self-checks.
    pub self_checks: u32,
    /// Entries of the audit chain.
    pub audit_entries: u32,
    /// Bytes that the database takes; its log is not among them.
    pub database_bytes: u64,
}

impl Store {
    /// Counts what is there.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn summary(&self) -> Result<StoreSummary, HistoryError> {
        let mut summary = self.read(|connection| {
            Ok(connection.query_row(
                "SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM turn),
                     (SELECT count(*) FROM answer), (SELECT count(*) FROM template),
                     (SELECT count(*) FROM self_check), (SELECT count(*) FROM audit)",
                [],
                |row| {
                    Ok(StoreSummary {
                        conversations: row.get(0)?,
                        turns: row.get(1)?,
                        answers: row.get(2)?,
                        templates: row.get(3)?,
                        self_checks: row.get(4)?,
                        audit_entries: row.get(5)?,
                        ..StoreSummary::default()
                    })
                },
            )?)
        })?;
        summary.schema_version = self.read(|connection| {
            Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
        })?;
        summary.database_bytes = std::fs::metadata(self.folder().database())
            .map(|metadata| metadata.len())
            .unwrap_or_default();
        Ok(summary)
    }
}
