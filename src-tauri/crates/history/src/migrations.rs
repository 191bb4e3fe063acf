//! The shape of the database, version by version.
//!
//! Version n is what migrations 1 to n make of an empty file; a new store takes the same steps, so
//! that an old store and a new one cannot differ. A migration that was released is never edited.

use rusqlite::Connection;
use sanad_domain::Timestamp;

use crate::database::Database;
use crate::error::Failure;
use crate::restore::last_written;
use crate::{HistoryError, Operation, Store, StoreFolder};

/// Each brings a store from the version before to its own; the first is version 1.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_conversations.sql"),
    include_str!("../migrations/0002_turn_language.sql"),
    include_str!("../migrations/0003_care_and_branches.sql"),
    include_str!("../migrations/0004_search.sql"),
    include_str!("../migrations/0005_audit.sql"),
    include_str!("../migrations/0006_edits.sql"),
    include_str!("../migrations/0007_checks.sql"),
    include_str!("../migrations/0008_templates.sql"),
    include_str!("../migrations/0009_sampling.sql"),
];

/// Brings the database to the newest version, all steps in one transaction.
pub(crate) fn upgrade(
    database: &mut Database,
    folder: &StoreFolder,
    migrations: &[&str],
) -> Result<(), HistoryError> {
    let supported = newest(migrations);
    let found = version_of(database)?;
    if found > supported {
        return Err(HistoryError::NewerVersion {
            path: folder.database(),
            found,
            supported,
        });
    }
    if found == supported {
        return Ok(());
    }
    database.write(Operation::UpgradeStore, |transaction| {
        for migration in migrations.iter().skip(found as usize) {
            transaction.execute_batch(migration)?;
        }
        // The version is part of the file's first page, so it changes with the rest or not at all.
        transaction.pragma_update(None, "user_version", supported)?;
        Ok::<_, Failure>(())
    })
}

impl Store {
    /// Brings an older store to the newest version, after a backup of it as the older app left it.
    pub(crate) fn upgrade_after_backup(&mut self, migrations: &[&str]) -> Result<(), HistoryError> {
        let found = version_of(&self.database)?;
        if found > 0 && found < newest(migrations) {
            self.back_up_as_it_is()?;
        }
        let folder = self.folder().clone();
        upgrade(&mut self.database, &folder, migrations)
    }

    /// Always beside the store: the folder that was chosen for backups may be a stick in a pocket.
    fn back_up_as_it_is(&mut self) -> Result<(), HistoryError> {
        let into = self.folder().backups();
        StoreFolder::at(&into).make()?;
        // It holds what was there when the older app last wrote, and bears that time.
        let made_at = last_written(self.folder()).unwrap_or(Timestamp(0));
        self.begin_backup(&into, made_at)?.run()?;
        Ok(())
    }
}

/// The version that an app with these migrations makes.
fn newest(migrations: &[&str]) -> u32 {
    u32::try_from(migrations.len()).expect("there are a few migrations")
}

fn version_of(database: &Database) -> Result<u32, HistoryError> {
    database.read(Operation::OpenStore, |connection| Ok(version(connection)?))
}

/// The version of the database; 0 before the first migration.
pub(crate) fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

#[cfg(test)]
mod tests;
