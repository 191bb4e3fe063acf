//! Conversations as they stand in lists, and the folders they lie in.

use sanad_domain::{Conversation, ConversationId, Folder, FolderId};
use sanad_history::Shelf;
use sanad_models::InstalledModel;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::SpanView;
use super::blocks::code_of;
use super::templates::ChosenPersonaView;
use super::transcript::language_of;

/// The name of the conversation that is never written.
pub(crate) const TEMPORARY: &str = "temporary";

/// One row of the conversation list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ConversationView {
    /// Its id; `temporary` for the one that is never written.
    pub id: String,
    /// Its title as directed spans, so that a dose in it reads as stored.
    pub title: Vec<SpanView>,
    /// Direction of the title.
    pub direction: String,
    /// The title's characters as stored, for tooltips and screen readers.
    pub plain_title: String,
    /// When a turn was last added, milliseconds since 1970, UTC.
    pub updated_at: f64,
    /// The id of its folder; empty outside any.
    pub folder: String,
    /// Whether it stands before the others.
    pub pinned: bool,
    /// Whether it was put out of the daily list.
    pub archived: bool,
    /// Whether it lies in the bin.
    pub binned: bool,
    /// What it is mostly held in, as a code; empty while nobody has said.
    pub language: String,
    /// SHA-256 of the model that its questions go to; empty for the app's own choice.
    pub model: String,
    /// What the model is told to be; empty for the app's own words.
    pub persona: String,
    /// The persona that was chosen for it.
    pub chosen_persona: ChosenPersonaView,
}

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ShelfView {
    /// What is worked with.
    Daily,
    /// What was put away.
    Archive,
    /// What was deleted some minutes ago at most.
    Bin,
}

/// A piece of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ConversationPageView {
    /// Pinned ones first, then those with the newest turns.
    pub rows: Vec<ConversationView>,
    /// Whether more follow.
    pub has_more: bool,
}

/// A folder of conversations.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct FolderView {
    /// Its id.
    pub id: String,
    /// Its name as directed spans.
    pub name: Vec<SpanView>,
    /// Direction of the name.
    pub direction: String,
    /// The name's characters as stored.
    pub plain_name: String,
}

/// A model that can be chosen for a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct ModelChoiceView {
    /// Its hash.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// The file's name, without its folder.
    pub file: String,
}

impl From<Conversation> for ConversationView {
    fn from(conversation: Conversation) -> Self {
        let (title, direction) = shown_line(&conversation.title);
        Self {
            id: conversation_code(conversation.id),
            title,
            direction,
            plain_title: conversation.title,
            updated_at: conversation.updated_at.0 as f64,
            folder: conversation
                .folder
                .as_ref()
                .map(FolderId::to_string)
                .unwrap_or_default(),
            pinned: conversation.pinned,
            archived: conversation.archived,
            binned: conversation.deleted_at.is_some(),
            language: conversation
                .language
                .map(|language| language.code().to_owned())
                .unwrap_or_default(),
            model: conversation
                .model
                .map(|sha256| sha256.0)
                .unwrap_or_default(),
            persona: conversation.persona.unwrap_or_default(),
            chosen_persona: conversation.chosen_persona.as_ref().into(),
        }
    }
}

impl From<Folder> for FolderView {
    fn from(folder: Folder) -> Self {
        let (name, direction) = shown_line(&folder.name);
        Self {
            id: folder.id.to_string(),
            name,
            direction,
            plain_name: folder.name,
        }
    }
}

impl From<ShelfView> for Shelf {
    fn from(shelf: ShelfView) -> Self {
        match shelf {
            ShelfView::Daily => Self::Daily,
            ShelfView::Archive => Self::Archive,
            ShelfView::Bin => Self::Bin,
        }
    }
}

impl From<&InstalledModel> for ModelChoiceView {
    fn from(model: &InstalledModel) -> Self {
        let file = model.facts.path.file_name().unwrap_or_default();
        Self {
            sha256: model.stamp.sha256.0.clone(),
            name: model.stamp.name.clone(),
            file: file.to_string_lossy().into_owned(),
        }
    }
}

/// The name of a conversation on the wire.
pub(crate) fn conversation_code(id: ConversationId) -> String {
    if id == ConversationId::TEMPORARY {
        TEMPORARY.to_owned()
    } else {
        id.to_string()
    }
}

/// One line in its own direction: a title, a name.
pub(crate) fn shown_line(text: &str) -> (Vec<SpanView>, String) {
    let language = language_of(text);
    let direction = sanad_text::majority(text, language.direction());
    let spans = sanad_text::line(text, direction, language);
    (SpanView::all(spans), code_of(direction))
}
