//! What a user says about a conversation: its title, pin, archive, folder, language, model, persona.

use rusqlite::params;
use sanad_domain::{ConversationId, FolderId, Language, Sha256Hex, Timestamp};

use crate::audit::{self, AuditKind};
use crate::conversations::{change, find};
use crate::{HistoryError, Store, conversation_folders, search, title};

impl Store {
    /// Gives a conversation another title; line breaks and bidi controls are left out, and a long
    /// title is cut.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn rename(&mut self, id: ConversationId, new_title: &str) -> Result<(), HistoryError> {
        let new_title = title::from_user(new_title);
        self.write(|transaction| {
            search::index::forget_title(transaction, id)?;
            change(
                transaction,
                id,
                "UPDATE conversation SET title = ?2, title_origin = 'user' WHERE id = ?1",
                params![id.to_bytes(), new_title],
            )?;
            search::index::add_title(transaction, id)
        })
    }

    /// Gives a conversation the title that a model found; one that the user gave stays.
    ///
    /// Says whether the title is now the model's. An empty one changes nothing.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn improve_title(
        &mut self,
        id: ConversationId,
        new_title: &str,
    ) -> Result<bool, HistoryError> {
        let new_title = title::from_user(new_title);
        self.write(|transaction| {
            find(transaction, id)?;
            let given_by_user = transaction
                .prepare_cached(
                    "SELECT 1 FROM conversation WHERE id = ?1 AND title_origin = 'user'",
                )?
                .exists([id.to_bytes()])?;
            if given_by_user || new_title.is_empty() {
                return Ok(false);
            }
            search::index::forget_title(transaction, id)?;
            change(
                transaction,
                id,
                "UPDATE conversation SET title = ?2, title_origin = 'model' WHERE id = ?1",
                params![id.to_bytes(), new_title],
            )?;
            search::index::add_title(transaction, id)?;
            Ok(true)
        })
    }

    /// What a conversation is mostly held in; `None` while nobody has said.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversation_language(
        &self,
        id: ConversationId,
    ) -> Result<Option<Language>, HistoryError> {
        Ok(self.conversation(id)?.language)
    }

    /// Says what a conversation is mostly held in.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn set_conversation_language(
        &mut self,
        id: ConversationId,
        language: Language,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET language = ?2 WHERE id = ?1",
                params![id.to_bytes(), language.code()],
            )
        })
    }

    /// Says which model file a conversation's questions go to; `None` for the app's own choice.
    ///
    /// Another model than before stands in the audit chain, without the conversation's name.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn set_conversation_model(
        &mut self,
        id: ConversationId,
        model: Option<&Sha256Hex>,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        if self.conversation(id)?.model.as_ref() == model {
            return Ok(());
        }
        self.write(|transaction| {
            let subject = model.map_or("", |model| &model.0);
            audit::append(transaction, AuditKind::ModelChange, subject, now)?;
            change(
                transaction,
                id,
                "UPDATE conversation SET model = ?2 WHERE id = ?1",
                params![id.to_bytes(), model.map(|model| &model.0)],
            )
        })
    }

    /// Says what the model is told to be in a conversation; `None` for the app's own words.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn set_conversation_persona(
        &mut self,
        id: ConversationId,
        persona: Option<&str>,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET persona = ?2 WHERE id = ?1",
                params![id.to_bytes(), persona],
            )
        })
    }

    /// Puts a conversation before all others in its list, or back among them.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn set_pinned(&mut self, id: ConversationId, pinned: bool) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET pinned = ?2 WHERE id = ?1",
                params![id.to_bytes(), pinned],
            )
        })
    }

    /// Puts a conversation out of the daily list, or back into it.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write.
    pub fn set_archived(&mut self, id: ConversationId, archived: bool) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET archived = ?2 WHERE id = ?1",
                params![id.to_bytes(), archived],
            )
        })
    }

    /// Puts a conversation in a folder, or out of every folder.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::NoSuchFolder`], and those of every write.
    pub fn move_to_folder(
        &mut self,
        id: ConversationId,
        folder: Option<FolderId>,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            if let Some(folder) = folder {
                conversation_folders::require(transaction, folder)?;
            }
            change(
                transaction,
                id,
                "UPDATE conversation SET folder = ?2 WHERE id = ?1",
                params![id.to_bytes(), folder.map(FolderId::to_bytes)],
            )
        })
    }
}
