//! Folders: made, renamed and removed; a conversation outlives its folder.

use rusqlite::{Connection, params};
use sanad_domain::{Folder, FolderId, Timestamp};

use crate::error::Failure;
use crate::{HistoryError, Store, title};

impl Store {
    /// Every folder, the oldest first.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn folders(&self) -> Result<Vec<Folder>, HistoryError> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT id, name FROM folder ORDER BY row_number")?;
            let rows = statement.query_map([], |row| {
                Ok(Folder {
                    id: FolderId::from_bytes(row.get(0)?),
                    name: row.get(1)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Makes a folder; two may have one name.
    ///
    /// # Errors
    /// [`HistoryError::EmptyName`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn make_folder(&mut self, name: &str, now: Timestamp) -> Result<Folder, HistoryError> {
        let folder = Folder {
            id: FolderId::new(),
            name: shown_name(name)?,
        };
        self.write(|transaction| {
            transaction
                .prepare_cached("INSERT INTO folder (id, name, created_at) VALUES (?1, ?2, ?3)")?
                .execute(params![folder.id.to_bytes(), folder.name, now.0])?;
            Ok(())
        })?;
        Ok(folder)
    }

    /// Gives a folder another name.
    ///
    /// # Errors
    /// [`HistoryError::EmptyName`], [`HistoryError::NoSuchFolder`], and those of every write.
    pub fn rename_folder(&mut self, id: FolderId, name: &str) -> Result<(), HistoryError> {
        let name = shown_name(name)?;
        self.write(|transaction| {
            require(transaction, id)?;
            transaction
                .prepare_cached("UPDATE folder SET name = ?2 WHERE id = ?1")?
                .execute(params![id.to_bytes(), name])?;
            Ok(())
        })
    }

    /// Removes a folder; what lay in it lies in none.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchFolder`], and those of every write.
    pub fn remove_folder(&mut self, id: FolderId) -> Result<(), HistoryError> {
        self.write(|transaction| {
            require(transaction, id)?;
            transaction
                .prepare_cached("DELETE FROM folder WHERE id = ?1")?
                .execute([id.to_bytes()])?;
            Ok(())
        })
    }
}

/// Refuses where there is no such folder.
pub(crate) fn require(connection: &Connection, id: FolderId) -> Result<(), Failure> {
    let exists = connection
        .prepare_cached("SELECT 1 FROM folder WHERE id = ?1")?
        .exists([id.to_bytes()])?;
    if exists {
        Ok(())
    } else {
        Err(HistoryError::NoSuchFolder(id).into())
    }
}

fn shown_name(name: &str) -> Result<String, HistoryError> {
    let name = title::from_user(name);
    if name.is_empty() {
        Err(HistoryError::EmptyName)
    } else {
        Ok(name)
    }
}
